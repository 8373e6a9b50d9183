using System.Runtime.InteropServices;

namespace Smederijen.LocalHost.Storage;

/// <summary>
/// Files that are there whole or not at all, also after a power failure: written under a temporary name, synced, renamed,
/// and the folder synced, since on Linux a new name is only durable when its folder is.
/// </summary>
internal static class DurableFile
{
    private const string Unfinished = ".unfinished-";

    /// <summary>So much takes room on every disk.</summary>
    private const int OneBlock = 4096;

    /// <summary>Makes a file; false, and nothing changed, when the name exists.</summary>
    public static async Task<bool> Create(string path, Stream content, CancellationToken cancellation)
    {
        if (File.Exists(path))
            return false;
        var folder = Path.GetDirectoryName(path)!;
        var temporary = Path.Combine(folder, Unfinished + Guid.NewGuid().ToString("N"));
        try
        {
            await using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, useAsync: true))
            {
                await content.CopyToAsync(file, cancellation);
                RandomAccess.FlushToDisk(file.SafeFileHandle);
            }
            return Publish(temporary, path);
        }
        finally
        {
            File.Delete(temporary);
            SyncFolder(folder);
        }
    }

    /// <summary>Makes a file or puts another in its place; only the user that runs this program can read it.</summary>
    public static void Replace(string path, ReadOnlySpan<byte> content)
    {
        var folder = Path.GetDirectoryName(path)!;
        var temporary = Path.Combine(folder, Unfinished + Guid.NewGuid().ToString("N"));
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        try
        {
            using (var file = new FileStream(temporary, options))
            {
                file.Write(content);
                RandomAccess.FlushToDisk(file.SafeFileHandle);
            }
            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
        SyncFolder(folder);
    }

    /// <summary>Whether a file can be made in a folder and written to disk; nothing of it remains.</summary>
    public static bool CanWrite(string folder)
    {
        var path = Path.Combine(folder, Unfinished + Guid.NewGuid().ToString("N"));
        try
        {
            using var file = File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, FileOptions.DeleteOnClose);
            RandomAccess.Write(file, new byte[OneBlock], 0);
            RandomAccess.FlushToDisk(file);
            return true;
        }
        catch (Exception failure) when (FolderFailure.Is(failure))
        {
            return false;
        }
    }

    /// <summary>Removes a file for good; no error when there is none.</summary>
    public static void Delete(string path)
    {
        File.Delete(path);
        SyncFolder(Path.GetDirectoryName(path)!);
    }

    /// <summary>Removes what a crash left half written; for the one process that holds the folder, when it starts.</summary>
    public static void RemoveUnfinished(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, Unfinished + "*"))
            File.Delete(file);
    }

    /// <summary>Makes the names in a folder durable. On Windows the file system does so by itself.</summary>
    public static void SyncFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
            return;
        var descriptor = NativeMethods.Open(folder, 0);
        if (descriptor < 0)
            throw new IOException($"The folder '{folder}' cannot be opened (error {Marshal.GetLastPInvokeError()}).");
        var synced = NativeMethods.Sync(descriptor);
        var error = Marshal.GetLastPInvokeError();
        _ = NativeMethods.Close(descriptor);
        if (synced != 0)
            throw new IOException($"The folder '{folder}' cannot be synced to disk (error {error}).");
    }

    /// <summary>Gives the file its name unless another took it meanwhile.</summary>
    private static bool Publish(string temporary, string path)
    {
        try
        {
            File.Move(temporary, path, overwrite: false);
            return true;
        }
        catch (IOException) when (File.Exists(path))
        {
            return false;
        }
    }

    private static class NativeMethods
    {
        [DllImport("libc", EntryPoint = "open", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

        [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int Sync(int descriptor);

        [DllImport("libc", EntryPoint = "close", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int Close(int descriptor);
    }
}
