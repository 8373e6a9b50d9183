using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Smederijen.LocalHost.Tests.Hostile;

/// <summary>Many connections on which hardly anything comes: 300 bytes a second each, or nothing at all.</summary>
internal sealed class SlowSenders : IDisposable
{
    private readonly List<Socket> _sockets = [];
    private readonly CancellationTokenSource _stop = new();
    private Task _sending = Task.CompletedTask;

    /// <summary>What each sends first, and then goes on with.</summary>
    public const string HalfARequest = "", Head = "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n",
        Form = "POST /smederijen/alteveer/ideeen/nieuw HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 60000\r\n\r\n";

    /// <summary>Returns when all of them are connected; from then on they send.</summary>
    public static async Task<SlowSenders> Come(Uri address, int number, string begin)
    {
        var senders = new SlowSenders();
        for (var i = 0; i < number; i++)
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            senders._sockets.Add(socket);
            await socket.ConnectAsync(IPAddress.Loopback, address.Port);
            Send(socket, Encoding.ASCII.GetBytes(begin));
        }
        if (begin.Length > 0)
            senders._sending = senders.GoOn();
        return senders;
    }

    public void Dispose()
    {
        _stop.Cancel();
        _sending.GetAwaiter().GetResult();
        _sockets.ForEach(socket => socket.Dispose());
        _stop.Dispose();
    }

    private async Task GoOn()
    {
        byte[] some = [.. "X-"u8, .. Enumerable.Repeat((byte)'a', 294), .. ": b\r"u8];
        using var second = new PeriodicTimer(TimeSpan.FromSeconds(1));
        try
        {
            while (await second.WaitForNextTickAsync(_stop.Token))
                _sockets.ForEach(socket => Send(socket, some));
        }
        catch (OperationCanceledException)
        {
        }
    }

    private static void Send(Socket socket, byte[] bytes)
    {
        try
        {
            if (bytes.Length > 0)
                socket.Send(bytes);
        }
        catch (SocketException)
        {
            // Its place went to somebody else.
        }
    }
}
