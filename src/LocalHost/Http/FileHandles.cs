using System.Runtime.InteropServices;

namespace Smederijen.LocalHost.Http;

/// <summary>
/// How many files and connections the operating system lets this process have open at once (<c>ulimit -n</c>), and how many connections
/// fit in that. Beyond the limit nothing can be opened at all, and the runtime ends the process.
/// </summary>
internal static class FileHandles
{
    /// <summary>Below this too few connections are left for one neighbourhood.</summary>
    public const int Least = 512;

    /// <summary>What is open when nobody is there: the libraries, which the runtime keeps open, the database and the log. Measured: 240.</summary>
    private const int Own = 352;

    /// <summary>More than this no machine that the program is meant for needs.</summary>
    private const int MostConnections = 1000;

    /// <summary>
    /// For every connection a file that it reads or sends, and as much again for the databases of votes and their readers.
    /// </summary>
    /// <exception cref="CannotStartException">The limit leaves no room for enough of them.</exception>
    public static int Connections(long limit) => limit >= Least
        ? (int)Math.Min((limit - Own) / 3, MostConnections)
        : throw new CannotStartException(
            $"This program may have {limit} files and connections open at once, and needs {Least}. Raise that limit (ulimit -n, or LimitNOFILE of systemd) to {Least} or more, better 4096.");

    /// <summary>What holds for this process; the runtime has raised it to the most that its user may have. Windows has no such limit.</summary>
    public static long Limit()
    {
        if (OperatingSystem.IsWindows() || NativeMethods.GetLimit(OperatingSystem.IsLinux() ? 7 : 8, out var limit) != 0)
            return long.MaxValue;
        return limit.Now > long.MaxValue ? long.MaxValue : (long)limit.Now;
    }

    /// <summary>As <c>struct rlimit</c> on the systems of 64 bits that .NET runs on.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct ResourceLimit
    {
        public ulong Now;
        public ulong Most;
    }

    private static class NativeMethods
    {
        [DllImport("libc", EntryPoint = "getrlimit")]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int GetLimit(int resource, out ResourceLimit limit);
    }
}
