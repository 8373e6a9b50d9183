using System.Diagnostics;
using System.Globalization;

namespace Smederijen.Bench.Load;

/// <summary>A server in a process of its own: the program under test, or the bare one beside it.</summary>
internal sealed class ServerProcess : IDisposable
{
    private readonly Process _process;

    private ServerProcess(Process process, int port) => (_process, Port) = (process, port);

    public int Port { get; }

    /// <summary>The real program, with nothing changed but that it does not limit how often one address asks.</summary>
    public static Task<ServerProcess> Program(string program, string folder) =>
        Start([program, "--port", "0", "--data", folder], "De Smederijen: ");

    public static Task<ServerProcess> Bare(string folder, int pageBytes) =>
        Start([Path.Combine(AppContext.BaseDirectory, "Smederijen.Bench.dll"), "--bare", folder, $"{pageBytes}"], Bench.Bare.BareServer.Ready);

    /// <summary>The largest that the process has been, in megabytes.</summary>
    public double PeakMegabytes => Status("VmHWM");

    /// <summary>The processor time that it has used: unlike the clock on the wall, it says something beside other work too.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static async Task<ServerProcess> Start(string[] arguments, string ready)
    {
        var process = Process.Start(new ProcessStartInfo("dotnet", arguments)
        {
            RedirectStandardOutput = true,
            Environment = { ["Portal__LimitRequests"] = "false" },
        })!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(ready, StringComparison.Ordinal))
            {
                _ = process.StandardOutput.ReadToEndAsync();
                return new ServerProcess(process, new Uri(line[ready.Length..]).Port);
            }
        }
        process.Dispose();
        throw new InvalidOperationException($"{arguments[0]} ended while it started.");
    }

    private double Status(string name)
    {
        var line = File.ReadLines($"/proc/{_process.Id}/status").First(line => line.StartsWith(name, StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) / 1024;
    }
}
