using System.Runtime.InteropServices;

namespace Smederijen.LocalHost.Storage;

/// <summary>
/// The program's folders and files are for its own user alone (0700 and 0600), whatever the umask that it was started with, and those
/// that lie there already are closed to others. On Windows the rights of the folder hold as they are.
/// </summary>
internal static class PrivateFiles
{
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    /// <summary>What the program makes in its folder. A folder under the name of a file of ours has an answer of its own.</summary>
    private static readonly string[] Ours = ["bijlagen", "uitgaand", "stembussen", "tijdelijk", "smederijen.db", "medewerkers.json", "in-use.lock"];

    /// <summary>What follows is made so, by SQLite too.</summary>
    public static void FromNowOn()
    {
        if (!OperatingSystem.IsWindows())
            _ = NativeMethods.Umask((uint)Others);
    }

    /// <summary>A folder with the work of others in it would be closed to them as well.</summary>
    /// <exception cref="CannotStartException">It is such a folder, or one that everybody on the machine shares.</exception>
    public static void CheckIsOurs(string folder)
    {
        var here = new DirectoryInfo(folder);
        if (!OperatingSystem.IsWindows() && (here.Parent is null || here.UnixFileMode.HasFlag(UnixFileMode.StickyBit) || HoldsTheWorkOfOthers(here)))
            throw new CannotStartException($"The folder '{folder}' holds folders of others, and this program closes its folder to everybody else. Choose a folder of its own with --data.");
    }

    /// <summary>Closes a folder with all that lies in it; what is linked to from it lies elsewhere, and is left alone.</summary>
    /// <exception cref="CannotStartException">Something in it may not be closed by this user.</exception>
    public static void CloseAll(string folder)
    {
        if (OperatingSystem.IsWindows())
            return;
        var here = new DirectoryInfo(folder);
        var everything = new EnumerationOptions
        {
            RecurseSubdirectories = true,
            AttributesToSkip = FileAttributes.ReparsePoint,
            IgnoreInaccessible = false,
        };
        Close(here.ResolveLinkTarget(returnFinalTarget: true) ?? here);
        foreach (var one in here.EnumerateFileSystemInfos("*", everything))
            Close(one);
    }

    /// <summary>Whether others could use it until now.</summary>
    /// <exception cref="CannotStartException">This user may not close it.</exception>
    public static bool Close(FileSystemInfo one)
    {
        if (OperatingSystem.IsWindows() || (one.UnixFileMode & Others) == 0)
            return false;
        try
        {
            one.UnixFileMode &= ~Others;
            return true;
        }
        catch (FileNotFoundException)
        {
            // Whoever takes mails away was there first.
            return false;
        }
        catch (Exception failure) when (FolderFailure.Is(failure))
        {
            throw new CannotStartException($"'{one.FullName}' can be read by others on this machine, and the user that runs this program may not change that. Make that user its owner.", failure);
        }
    }

    private static bool HoldsTheWorkOfOthers(DirectoryInfo folder) =>
        !File.Exists(Path.Combine(folder.FullName, "smederijen.db")) && folder.EnumerateDirectories().Any(one => !Ours.Contains(one.Name));

    private static class NativeMethods
    {
        [DllImport("libc", EntryPoint = "umask")]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern uint Umask(uint mask);
    }
}
