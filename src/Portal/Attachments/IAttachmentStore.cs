namespace Smederijen.Portal.Attachments;

/// <summary>Files under generated names: a folder in the local edition, a private Blob container in Azure.</summary>
public interface IAttachmentStore
{
    /// <summary>Stores a file durably before it returns. A name that exists keeps its first content: saving twice is harmless.</summary>
    /// <exception cref="ArgumentException">The name is not an <see cref="StorableName"/>; nothing can be stored under it.</exception>
    /// <param name="content">From where it stands to its end; it can seek.</param>
    Task Save(string name, Stream content, CancellationToken cancellation = default);

    /// <summary>Opens a file to read, as a stream that knows its length and can seek; null when there is none.</summary>
    Task<Stream?> Open(string name, CancellationToken cancellation = default);

    /// <summary>Removes a file; no error when there is none.</summary>
    Task Delete(string name, CancellationToken cancellation = default);
}
