using System.Diagnostics;
using Smederijen.LocalHost.Tests.Start;

namespace Smederijen.LocalHost.Tests.Crash;

/// <summary>The real program in a process of its own, as an operator starts it, to be ended without a warning.</summary>
internal sealed class KilledProgram : IDisposable
{
    private readonly Process _process;
    private readonly List<string> _complaints = [];

    private KilledProgram(Process process)
    {
        _process = process;
        _process.ErrorDataReceived += (_, line) => Complain(line.Data);
        _process.BeginErrorReadLine();
    }

    /// <summary>Of the process, for who looks at its files.</summary>
    public int Id => _process.Id;

    public HttpClient Http { get; private set; } = null!;

    /// <summary>The links of this start that sign staff in, once, by the name of the member.</summary>
    public Dictionary<string, string> SignInLinks { get; } = new(StringComparer.Ordinal);

    /// <summary>What it wrote about failures: nothing, when all is well.</summary>
    public IReadOnlyList<string> Complaints
    {
        get
        {
            lock (_complaints)
                return [.. _complaints];
        }
    }

    /// <summary>Starts a demo without examples on a folder, whose mailbox and sign-in links are at hand, and returns when it answers.</summary>
    public static Task<KilledProgram> Start(string folder) =>
        Start(["dotnet", StartedProgram.File, "--port", "0", "--data", folder, "--demo", "--empty"], ("Portal__LimitRequests", "false"));

    /// <summary>Starts it by a command of one's own.</summary>
    public static async Task<KilledProgram> Start(IReadOnlyList<string> command, params (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1)) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        var program = new KilledProgram(Process.Start(start)!);
        try
        {
            await program.ReadWelcome();
            return program;
        }
        catch
        {
            program.Dispose();
            throw;
        }
    }

    /// <summary>SIGKILL: nothing is flushed, nothing is closed, nobody is told.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        Kill();
        Http?.Dispose();
        _process.Dispose();
    }

    private async Task ReadWelcome()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (await _process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.StartsWith("De Smederijen: ", StringComparison.Ordinal))
                Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(line[15..]) };
            else if (line.StartsWith("  ", StringComparison.Ordinal) && line.IndexOf(" (", StringComparison.Ordinal) is var name and > 0)
                SignInLinks[line[2..name]] = new Uri(line[(line.LastIndexOf(' ') + 1)..]).AbsolutePath;
            else if (line.StartsWith("Stop with", StringComparison.Ordinal))
            {
                _ = ReadOn();
                return;
            }
            else if (!line.Contains(':', StringComparison.Ordinal))
                Complain(line);
        }
        throw new InvalidOperationException($"The program ended while it started: {string.Join('\n', Complaints)}");
    }

    /// <summary>After the welcome it notes who came and went, and says no more unless something is wrong.</summary>
    private async Task ReadOn()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (!line.StartsWith("info: ", StringComparison.Ordinal))
                Complain(line);
        }
    }

    private void Complain(string? line)
    {
        if (string.IsNullOrWhiteSpace(line))
            return;
        lock (_complaints)
            _complaints.Add(line);
    }
}
