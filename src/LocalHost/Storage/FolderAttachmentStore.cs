using Smederijen.Portal.Attachments;

namespace Smederijen.LocalHost.Storage;

/// <summary>Attachments as files in one folder.</summary>
public sealed class FolderAttachmentStore : IAttachmentStore
{
    private readonly string _folder;

    /// <exception cref="StoreUnavailableException">The folder cannot be made or written.</exception>
    public FolderAttachmentStore(string folder)
    {
        _folder = Path.GetFullPath(folder);
        try
        {
            Directory.CreateDirectory(_folder);
            DurableFile.RemoveUnfinished(_folder);
        }
        catch (Exception failure) when (FolderFailure.Is(failure))
        {
            throw new StoreUnavailableException(FolderFailure.Advice(failure, _folder), failure);
        }
    }

    /// <summary>Whether a file can be added.</summary>
    public bool CanWrite() => DurableFile.CanWrite(_folder);

    public async Task Save(string name, Stream content, CancellationToken cancellation = default)
    {
        StorableName.Check(name);
        try
        {
            await DurableFile.Create(Path.Combine(_folder, name), content, cancellation);
        }
        catch (Exception failure) when (FolderFailure.Is(failure))
        {
            throw Explain(failure);
        }
    }

    public Task<Stream?> Open(string name, CancellationToken cancellation = default)
    {
        try
        {
            return Task.FromResult(StorableName.IsValid(name) ? Read(Path.Combine(_folder, name)) : null);
        }
        catch (FileNotFoundException)
        {
            return Task.FromResult<Stream?>(null);
        }
        catch (Exception failure) when (FolderFailure.Is(failure))
        {
            throw Explain(failure);
        }
    }

    public Task Delete(string name, CancellationToken cancellation = default)
    {
        try
        {
            if (StorableName.IsValid(name))
                DurableFile.Delete(Path.Combine(_folder, name));
            return Task.CompletedTask;
        }
        catch (Exception failure) when (FolderFailure.Is(failure))
        {
            throw Explain(failure);
        }
    }

    /// <summary>A reader does not keep the file from being erased: it reads on from what it opened.</summary>
    private static Stream? Read(string path) => new FileStream(path, new FileStreamOptions
    {
        Access = FileAccess.Read,
        Share = FileShare.Read | FileShare.Delete,
        Options = FileOptions.Asynchronous,
    });

    private StoreUnavailableException Explain(Exception failure) => new(
        $"The folder of attachments '{_folder}' cannot be used: {failure.Message} Check the free space and the access rights of the folder.", failure);
}
