using System.Diagnostics;

namespace Smederijen.LocalHost.Tests.Start;

/// <summary>A fact that needs a disk of its own that is read-only; passed over where no mount namespace can be made.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class FactOnReadOnlyDiskAttribute : FactAttribute
{
    public FactOnReadOnlyDiskAttribute() =>
        Skip = CanMount() ? null : "This user can make no mount namespace here (unshare --mount), so no disk can be made read-only.";

    /// <summary>A command that sees the folder on a read-only disk.</summary>
    public static string[] Command(string folder, params string[] command) =>
        ["unshare", "--map-root-user", "--mount", "sh", "-c", "mount --bind \"$0\" \"$0\" && mount -o remount,ro,bind \"$0\" && exec \"$@\"", folder, .. command];

    private static bool CanMount()
    {
        var folder = Directory.CreateTempSubdirectory("smederijen-").FullName;
        try
        {
            var command = Command(folder, "true");
            using var process = Process.Start(new ProcessStartInfo(command[0], command.Skip(1)) { RedirectStandardError = true });
            process!.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
        finally
        {
            Directory.Delete(folder);
        }
    }
}
