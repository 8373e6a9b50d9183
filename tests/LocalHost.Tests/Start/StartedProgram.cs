using System.Diagnostics;

namespace Smederijen.LocalHost.Tests.Start;

/// <summary>The real program in a process of its own, that is to end by itself.</summary>
internal static class StartedProgram
{
    public static string File { get; } = Path.Combine(AppContext.BaseDirectory, "Smederijen.LocalHost.dll");

    /// <summary>How it ended, and what it wrote to standard error and to standard output.</summary>
    public static async Task<(int ExitCode, string Errors, string Output)> Run(IReadOnlyList<string> command, string? setting = null)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1)) { RedirectStandardOutput = true, RedirectStandardError = true };
        if (setting?.Split('=', 2) is [var name, var value])
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        try
        {
            var errors = process.StandardError.ReadToEndAsync(patience.Token);
            var output = process.StandardOutput.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return (process.ExitCode, await errors, await output);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill();
        }
    }
}
