namespace Smederijen.LocalHost.Storage;

/// <summary>
/// Keeps a second program out of a data folder. The operating system drops the lock with the process, also after a crash,
/// so a lock file that is left behind never has to be removed by hand.
/// </summary>
internal sealed class FolderLock : IDisposable
{
    private readonly FileStream _file;

    private FolderLock(FileStream file) => _file = file;

    /// <exception cref="StoreUnavailableException">Another process has the folder open, or it cannot be written.</exception>
    public static FolderLock Take(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            PrivateFiles.CheckIsOurs(folder);
            var file = new FileStream(Path.Combine(folder, "in-use.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            PrivateFiles.CloseAll(folder);
            return new FolderLock(file);
        }
        catch (Exception failure) when (FolderFailure.Is(failure))
        {
            throw new StoreUnavailableException(FolderFailure.Advice(failure, folder), failure);
        }
    }

    public void Dispose() => _file.Dispose();
}
