using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;

namespace Smederijen.Bench.Load;

/// <summary>
/// One keep-alive connection that asks one thing at a time. It reads no more of an answer than its status and its length, so
/// that the load takes as little as possible of the cores that the server works on.
/// </summary>
internal sealed class Connection : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _buffer = new byte[128 * 1024];

    public async Task Open(int port) => await _socket.ConnectAsync(IPAddress.Loopback, port);

    /// <summary>The status of the answer.</summary>
    /// <exception cref="IOException">The server closed the connection.</exception>
    public async ValueTask<int> Ask(ReadOnlyMemory<byte> request)
    {
        await _socket.SendAsync(request);
        var read = 0;
        var length = -1;
        while (length < 0 || read < length)
        {
            var more = await _socket.ReceiveAsync(_buffer.AsMemory(read));
            if (more == 0)
                throw new IOException("The server closed the connection.");
            read += more;
            if (length < 0)
                length = LengthOf(_buffer.AsSpan(0, read));
        }
        return Number(_buffer.AsSpan(9, 3));
    }

    public void Dispose() => _socket.Dispose();

    /// <summary>Headers and body together; -1 as long as the headers are not all there.</summary>
    private static int LengthOf(ReadOnlySpan<byte> answer)
    {
        var end = answer.IndexOf("\r\n\r\n"u8);
        if (end < 0)
            return -1;
        var at = answer[..end].IndexOf("Content-Length: "u8);
        return at < 0 ? throw new IOException("The answer has no Content-Length.") : end + 4 + Number(answer[(at + 16)..]);
    }

    private static int Number(ReadOnlySpan<byte> text) =>
        Utf8Parser.TryParse(text, out int number, out _) ? number : throw new IOException("The answer has no number where one belongs.");
}
