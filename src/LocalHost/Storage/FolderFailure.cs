namespace Smederijen.LocalHost.Storage;

/// <summary>Says in the operator's words why a folder cannot be used, and what to do about it.</summary>
internal static class FolderFailure
{
    /// <summary>What the system reports: on Unix an errno, on Windows an HRESULT.</summary>
    private const int UsedByAnotherOnLinux = 11, UsedByAnotherOnMac = 35, UsedByAnotherOnWindows = unchecked((int)0x80070020);
    private const int ReadOnly = 30, ReadOnlyOnWindows = unchecked((int)0x80070013);
    private const int Full = 28, FullOnWindows = unchecked((int)0x80070070);

    public static bool Is(Exception failure) => failure is IOException or UnauthorizedAccessException;

    public static string Advice(Exception failure, string folder) => failure switch
    {
        _ when FileInTheWay(folder) is { } file => $"'{file}' is a file where a folder is expected. Move it away, or choose another folder with --data.",
        UnauthorizedAccessException => $"The folder '{folder}' cannot be written. Give the user that runs this program write access to it.",
        { HResult: UsedByAnotherOnLinux or UsedByAnotherOnMac or UsedByAnotherOnWindows } =>
            $"The folder '{folder}' is in use: another copy of this program runs on it. Stop that copy, or choose another folder with --data.",
        { HResult: ReadOnly or ReadOnlyOnWindows } => $"The folder '{folder}' is on a read-only disk. Make the disk writable, or choose another folder with --data.",
        { HResult: Full or FullOnWindows } => $"There is no room left for the folder '{folder}'. Free some space on its disk, or choose another folder with --data.",
        _ => $"The folder '{folder}' cannot be used: {failure.Message} Choose another folder with --data.",
    };

    private static string? FileInTheWay(string? folder)
    {
        while (folder is not null && !Directory.Exists(folder) && !File.Exists(folder))
            folder = Path.GetDirectoryName(folder);
        return File.Exists(folder) ? folder : null;
    }
}
