using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Smederijen.Portal.Attachments;

namespace Smederijen.Functions.Storage;

/// <summary>Attachments as blobs in one private container; only the portal reads them.</summary>
public sealed class BlobAttachmentStore(BlobContainerClient container) : IAttachmentStore
{
    public async Task Save(string name, Stream content, CancellationToken cancellation = default)
    {
        StorableName.Check(name);
        var onlyNew = new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } };
        await Try(() => container.GetBlobClient(name).UploadAsync(content, onlyNew, cancellation), BlobErrorCode.BlobAlreadyExists);
    }

    public async Task<Stream?> Open(string name, CancellationToken cancellation = default)
    {
        if (!StorableName.IsValid(name))
            return null;
        var blob = container.GetBlobClient(name);
        var whole = await Try(() => blob.DownloadStreamingAsync(cancellationToken: cancellation), BlobErrorCode.BlobNotFound);
        return whole is null ? null : new BlobReading(blob, whole.Value.Content, whole.Value.Details.ContentLength);
    }

    public async Task Delete(string name, CancellationToken cancellation = default)
    {
        if (StorableName.IsValid(name))
            await Try(() => container.GetBlobClient(name).DeleteIfExistsAsync(cancellationToken: cancellation), BlobErrorCode.BlobNotFound);
    }

    /// <summary>Null when the service answers with what was expected to happen now and then.</summary>
    private async Task<Response<T>?> Try<T>(Func<Task<Response<T>>> call, BlobErrorCode expected)
    {
        try
        {
            return await call();
        }
        catch (RequestFailedException refused) when (refused.ErrorCode == expected)
        {
            return null;
        }
        catch (Exception failure) when (StorageFailure.IsOne(failure))
        {
            throw StorageFailure.Explain(failure, $"container '{container.Name}'", "Storage Blob Data Owner");
        }
    }
}
