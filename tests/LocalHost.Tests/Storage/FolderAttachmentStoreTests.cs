using Smederijen.LocalHost.Storage;
using Smederijen.Portal.Attachments;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Tests.Storage;

namespace Smederijen.LocalHost.Tests.Storage;

public sealed class FolderAttachmentStoreTests : AttachmentStoreContract, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    protected override Task<IAttachmentStore> NewStore() => Task.FromResult<IAttachmentStore>(new FolderAttachmentStore(_folder.File("bijlagen")));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Nothing_but_the_file_itself_stays_behind()
    {
        await Store.Save("foto.jpg", "eerst"u8.ToArray());
        await Store.Save("foto.jpg", "later"u8.ToArray());
        Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories).ShouldHaveSingleItem().ShouldEndWith("foto.jpg");
    }

    [Fact]
    public void What_a_crash_left_half_written_is_removed_at_the_start()
    {
        File.WriteAllText(Path.Combine(_folder.File("bijlagen"), ".unfinished-1"), "half");
        _ = new FolderAttachmentStore(_folder.File("bijlagen"));
        Directory.GetFiles(_folder.File("bijlagen")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_folder_that_is_gone_is_reported()
    {
        Directory.Delete(_folder.File("bijlagen"));
        (await Should.ThrowAsync<StoreUnavailableException>(() => Store.Save("foto.jpg", "x"u8.ToArray()))).Message.ShouldContain("access rights");
    }
}
