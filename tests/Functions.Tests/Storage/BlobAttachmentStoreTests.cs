using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Smederijen.Functions.Storage;
using Smederijen.Portal.Attachments;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Tests.Storage;

namespace Smederijen.Functions.Tests.Storage;

/// <summary>Azure Blobs under the contract of every store of attachments.</summary>
[Collection(nameof(Azurite))]
public sealed class BlobAttachmentStoreTests(Azurite azurite) : AttachmentStoreContract
{
    private readonly BlobContainerClient _container = new(azurite.Connection, Azurite.NewName());

    protected override async Task<IAttachmentStore> NewStore()
    {
        await _container.CreateAsync(PublicAccessType.None);
        return new BlobAttachmentStore(_container);
    }

    protected override Task CloseStore() => _container.DeleteIfExistsAsync();

    [Fact]
    public async Task Nobody_reads_an_attachment_without_the_portal()
    {
        await Store.Save("foto.jpg", "foto"u8.ToArray());
        using var visitor = new HttpClient();
        var answer = await visitor.GetAsync(_container.GetBlobClient("foto.jpg").Uri);
        answer.IsSuccessStatusCode.ShouldBeFalse();
    }

    [Fact]
    public async Task A_container_that_is_gone_is_reported()
    {
        await _container.DeleteAsync();
        (await Should.ThrowAsync<StoreUnavailableException>(() => Store.Save("foto.jpg", "x"u8.ToArray()))).Message.ShouldContain("does not exist");
    }
}
