using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Smederijen.Portal.Attachments;

namespace Smederijen.Functions.Storage;

/// <summary>Attachments as blobs in one private container; only the portal reads them.</summary>
public sealed class BlobAttachmentStore(BlobContainerClient container) : IAttachmentStore
{
    public async Task Save(string name, ReadOnlyMemory<byte> content, CancellationToken cancellation = default)
    {
        StorableName.Check(name);
        var onlyNew = new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } };
        await Try(() => container.GetBlobClient(name).UploadAsync(BinaryData.FromBytes(content), onlyNew, cancellation), BlobErrorCode.BlobAlreadyExists);
    }

    public async Task<Stream?> Open(string name, CancellationToken cancellation = default) => StorableName.IsValid(name)
        ? (await Try(() => container.GetBlobClient(name).DownloadStreamingAsync(cancellationToken: cancellation), BlobErrorCode.BlobNotFound))?.Value.Content
        : null;

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
