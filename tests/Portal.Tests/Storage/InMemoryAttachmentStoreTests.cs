using Smederijen.Portal.Attachments;

namespace Smederijen.Portal.Tests.Storage;

public sealed class InMemoryAttachmentStoreTests : AttachmentStoreContract
{
    protected override Task<IAttachmentStore> NewStore() => Task.FromResult<IAttachmentStore>(new InMemoryAttachmentStore());
}
