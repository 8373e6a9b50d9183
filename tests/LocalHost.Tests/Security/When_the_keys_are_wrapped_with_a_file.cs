using System.Runtime.Versioning;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection;
using Smederijen.LocalHost.Security;
using Smederijen.LocalHost.Tests.Storage;
using Smederijen.Portal.Security;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Tests;

namespace Smederijen.LocalHost.Tests.Security;

[UnsupportedOSPlatform("windows")]
public sealed class When_the_keys_are_wrapped_with_a_file : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string KeyFile => $"{_folder.Path}.sleutel";

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_was_sealed_before_a_restart_opens_after_it()
    {
        string link;
        await using (var town = await Edition.Start(_folder))
        {
            await town.HandIn();
            link = new Uri((await town.MailTo(Residents.Submitter)).Links[0]).PathAndQuery;
        }
        await using var later = await Edition.Start(_folder);
        (await later.Press(link)).ShouldHave(200);
    }

    /// <summary>The file that opens them is made at the first start, for its own user alone, and lies outside the folder.</summary>
    [Fact]
    public async Task A_copy_of_the_data_folder_holds_no_key_that_works()
    {
        await using (var town = await Edition.Start(_folder))
            await town.HandIn();
        var file = (await File.ReadAllTextAsync(KeyFile)).Trim();
        Convert.FromBase64String(file).Length.ShouldBe(32);
        File.GetUnixFileMode(KeyFile).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        var everything = Everything();
        everything.ShouldContain("encryptedSecret");
        everything.ShouldNotContain("masterKey");
        everything.ShouldNotContain(file);
        everything.ShouldNotContain(Encoding.Latin1.GetString(Convert.FromBase64String(file)));
    }

    [Fact]
    public async Task A_lost_file_is_not_replaced_by_a_new_one()
    {
        await using (await Edition.Start(_folder)) { }
        File.Delete(KeyFile);
        await Refused("is not there");
        File.Exists(KeyFile).ShouldBeFalse();
    }

    [Fact]
    public async Task The_file_of_another_store_is_refused()
    {
        await using (await Edition.Start(_folder)) { }
        await File.WriteAllTextAsync(KeyFile, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        await Refused("is not the one");
    }

    [Theory]
    [InlineData("")]
    [InlineData("geheim")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAA==")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_file_that_holds_no_key_is_refused_also_by_a_store_that_has_none_yet(string text)
    {
        await File.WriteAllTextAsync(KeyFile, text);
        await Refused("is no key file");
    }

    [Fact]
    public async Task A_folder_in_the_place_of_the_file_is_refused()
    {
        Directory.CreateDirectory(KeyFile);
        await Refused("cannot be read");
    }

    [Fact]
    public async Task A_file_that_others_can_read_is_closed_to_them()
    {
        await using (await Edition.Start(_folder)) { }
        File.SetUnixFileMode(KeyFile, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        await using var later = await Edition.Start(_folder);
        File.GetUnixFileMode(KeyFile).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    /// <summary>The installation's rows as the release before left them: a key that lies open, and a secret that it seals.</summary>
    [Fact]
    public async Task Keys_from_before_get_a_wrap_and_still_open_what_they_sealed()
    {
        var before = await LayOut();
        var bare = XElement.Parse(before["sleutel|key-a156034a-99a4-46de-9ac3-35558f292108"]).Descendants("value").Single().Value;
        await using (var town = await Edition.Start(_folder, demo: false))
        {
            // What a key of the release before made of this address under this secret.
            (await town.Get<Pseudonyms>().KeyOf("aanmelden-adres", "127.0.0.1")).ShouldBe("QPUDrsYFYBh8JlqC4I59");
            (await KeyRows(town.Store)).ShouldHaveSingleItem().Data.ShouldSatisfyAllConditions(
                row => row.ShouldContain("encryptedSecret"), row => row.ShouldNotContain(bare));
        }
        Everything().ShouldNotContain(bare);
        await using var later = await Edition.Start(_folder, demo: false);
        (await later.Get<Pseudonyms>().KeyOf("aanmelden-adres", "127.0.0.1")).ShouldBe("QPUDrsYFYBh8JlqC4I59");
    }

    [Fact]
    public async Task The_upgrade_can_be_run_again_and_changes_nothing_then()
    {
        await LayOut();
        await using var town = await Edition.Start(_folder, demo: false);
        var rows = await KeyRows(town.Store);
        await town.Get<KeyWrapping>().Run(CancellationToken.None);
        (await KeyRows(town.Store)).ShouldBe(rows);
    }

    [Fact]
    public async Task One_key_that_is_damaged_keeps_the_others_from_nothing()
    {
        await using var town = await Edition.Start(_folder);
        var good = (await KeyRows(town.Store)).ShouldHaveSingleItem();
        var link = town.Get<IDataProtectionProvider>().CreateProtector("test").Protect("iets");
        var damaged = good.Data.Replace("</sealed>", "AAAA</sealed>", StringComparison.Ordinal);
        await town.Store.Commit(Partitions.Installation, [new Write.Insert("sleutel|damaged", damaged)]);
        town.Get<KeyFileRing>().GetAllElements().Count(element => element.Descendants("masterKey").Any()).ShouldBe(1);
        town.Get<IDataProtectionProvider>().CreateProtector("test").Unprotect(link).ShouldBe("iets");
    }

    private async Task Refused(string says)
    {
        var message = (await Should.ThrowAsync<CannotStartException>(() => Edition.Start(_folder))).Message;
        message.ShouldContain(says);
        message.ShouldContain(KeyFile);
    }

    private async Task<Dictionary<string, string>> LayOut()
    {
        var rows = (await File.ReadAllLinesAsync(Path.Combine(AppContext.BaseDirectory, "Security", "store-of-layout-2.jsonl")))
            .Select(line => JsonNode.Parse(line)!).ToDictionary(row => (string)row["row"]!, row => (string)row["data"]!);
        using var store = Sqlite.Open(_folder);
        await store.Commit(Partitions.Installation, [.. rows.Select(row => new Write.Insert(row.Key, row.Value))]);
        return rows;
    }

    private static async Task<IReadOnlyList<Entity>> KeyRows(IEntityStore store) =>
        (await store.Query(Partitions.Installation, StoredKeyRing.All)).Rows;

    /// <summary>All bytes of the data folder.</summary>
    private string Everything() => string.Concat(
        Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories).Select(file => Encoding.Latin1.GetString(File.ReadAllBytes(file))));
}
