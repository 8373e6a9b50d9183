namespace Smederijen.Portal.Attachments;

/// <summary>
/// A clean file on its way to the store, in a temporary file that is gone once this is disposed: files of many forms at once
/// take room on the disk, not in memory.
/// </summary>
public sealed class CleanUpload : IDisposable
{
    private readonly FileStream _content;

    private CleanUpload(FileKind kind, FileStream content) => (Kind, _content) = (kind, content);

    public FileKind Kind { get; }

    public long Length => _content.Length;

    /// <summary>The whole file, from its beginning; the same stream each time.</summary>
    public Stream Content
    {
        get
        {
            _content.Position = 0;
            return _content;
        }
    }

    public static async Task<CleanUpload> Lay(Sanitized.CleanFile clean, CancellationToken cancellation = default)
    {
        var file = new FileStream(Path.Combine(TemporaryFiles.Folder, $"smederijen-{Guid.NewGuid():N}"), new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            BufferSize = 0,
            Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose,
        });
        try
        {
            await file.WriteAsync(clean.Bytes, cancellation);
            return new CleanUpload(clean.Kind, file);
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    public void Dispose() => _content.Dispose();
}
