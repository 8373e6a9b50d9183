using System.Collections.Concurrent;
using Smederijen.Portal.Attachments;

namespace Smederijen.Portal.Tests.Storage;

/// <summary>The store of attachments as a collection.</summary>
public sealed class InMemoryAttachmentStore : IAttachmentStore
{
    private readonly ConcurrentDictionary<string, byte[]> _files = new(StringComparer.Ordinal);

    /// <summary>The names that are stored, in order.</summary>
    public IEnumerable<string> Names => _files.Keys.Order(StringComparer.Ordinal);

    public async Task Save(string name, Stream content, CancellationToken cancellation = default)
    {
        StorableName.Check(name);
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes, cancellation);
        _files.TryAdd(name, bytes.ToArray());
    }

    public Task<Stream?> Open(string name, CancellationToken cancellation = default) =>
        Task.FromResult<Stream?>(_files.TryGetValue(name, out var content) ? new MemoryStream(content, writable: false) : null);

    public Task Delete(string name, CancellationToken cancellation = default)
    {
        _files.TryRemove(name, out _);
        return Task.CompletedTask;
    }
}

public static class AttachmentBytes
{
    public static Task Save(this IAttachmentStore store, string name, byte[] content) => store.Save(name, new MemoryStream(content, writable: false));
}
