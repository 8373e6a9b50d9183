using System.Diagnostics;
using Smederijen.LocalHost.Tests.Proxy;
using Smederijen.LocalHost.Tests.Storage;

namespace Smederijen.LocalHost.Tests.Start;

/// <summary>The unit stands in docs/operations.md, and systemd itself reads it there.</summary>
public sealed class The_unit_for_systemd
{
    [FactWithSystemd]
    public async Task Systemd_understands_every_line_and_calls_it_closed()
    {
        using var folder = new TemporaryFolder();
        var unit = folder.File("smederijen.service");
        // What it starts must be there.
        await File.WriteAllTextAsync(unit, OperatorsGuide.Block("ini").Replace("/usr/bin/dotnet", Environment.ProcessPath, StringComparison.Ordinal));
        var (exit, errors, _) = await StartedProgram.Run(["systemd-analyze", "verify", "--man=no", unit]);
        errors.Split('\n').Where(line => line.Contains("smederijen.service", StringComparison.Ordinal)).ShouldBeEmpty();
        exit.ShouldBe(0, errors);
        // In tenths: below 2.0 of 10.
        (await StartedProgram.Run(["systemd-analyze", "security", "--offline=true", "--threshold=20", "--no-pager", unit])).ExitCode.ShouldBe(0);
    }

    [AttributeUsage(AttributeTargets.Method)]
    private sealed class FactWithSystemdAttribute : FactAttribute
    {
        public FactWithSystemdAttribute() => Skip = IsHere() ? null : "systemd-analyze is not on this machine.";

        private static bool IsHere()
        {
            try
            {
                using var process = Process.Start(new ProcessStartInfo("systemd-analyze", "--version") { RedirectStandardOutput = true })!;
                process.StandardOutput.ReadToEnd();
                process.WaitForExit();
                return process.ExitCode == 0;
            }
            catch (System.ComponentModel.Win32Exception)
            {
                return false;
            }
        }
    }
}
