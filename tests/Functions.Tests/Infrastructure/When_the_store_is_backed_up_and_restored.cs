using System.Diagnostics;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Smederijen.Functions.Storage;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Ledgers;
using Smederijen.Portal.Storage;

namespace Smederijen.Functions.Tests.Infrastructure;

/// <summary>The operators' own tool, run as docs/operations.md says, against the emulator.</summary>
[Collection(nameof(Storage.Azurite))]
public sealed class When_the_store_is_backed_up_and_restored(Storage.Azurite azurite) : IDisposable
{
    private static readonly Lazy<Task<string>> Tool = new(Build);
    private readonly string folder = Path.Combine(Path.GetTempPath(), Storage.Azurite.NewName());

    public void Dispose()
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    /// <summary>A store with every kind of value that a row can have, more rows than one transaction takes, and attachments.</summary>
    private async Task<(TableClient Table, BlobContainerClient Container)> Filled()
    {
        var (table, container) = Empty();
        await table.CreateAsync();
        await container.CreateAsync();
        var store = new TablesEntityStore(table);
        var ideas = Enumerable.Range(0, 230).Select(n => new Write.Insert($"idee|{n:D4}", $$"""{"titel":"Bankje é € 😀 {{n}}"}"""));
        foreach (var commit in ideas.Chunk(100))
            await store.Commit("alteveer", commit);
        await store.Commit("alteveer", [new Write.Insert("groot", new string('x', 200_000))]);
        foreach (var n in Enumerable.Range(0, 8))
            await store.Commit("zwaar", [new Write.Insert($"rij|{n}", new string('€', 400_000))]);
        await store.Commit("~installatie", [new Write.Insert("sleutel|key-1", "<key />")]);
        await table.AddEntityAsync(new TableEntity("soorten", "1")
        {
            ["Tekst"] = "", ["Getal"] = 3, ["Groot"] = long.MaxValue, ["Breuk"] = 0.1, ["Waar"] = true,
            ["Moment"] = new DateTimeOffset(2026, 5, 1, 12, 30, 15, 123, TimeSpan.Zero), ["Id"] = Guid.NewGuid(), ["Bytes"] = new byte[] { 1, 2, 3 },
        });
        var photo = BinaryData.FromBytes([.. Enumerable.Range(0, 100_000).Select(n => (byte)n)]);
        await container.GetBlobClient("foto-1.jpg").UploadAsync(photo, new BlobUploadOptions
        {
            HttpHeaders = new BlobHttpHeaders { ContentType = "image/jpeg", CacheControl = "no-store" },
            Metadata = new Dictionary<string, string> { ["soort"] = "foto" },
        });
        await container.GetBlobClient("leeg.pdf").UploadAsync(BinaryData.FromBytes([]));
        return (table, container);
    }

    private (TableClient Table, BlobContainerClient Container) Empty() =>
        (new TableClient(azurite.Connection, Storage.Azurite.NewName()), new BlobContainerClient(azurite.Connection, Storage.Azurite.NewName()));

    private async Task<(int Exit, string Says)> Run(string task, (TableClient Table, BlobContainerClient Container) store) =>
        await Dotnet(await Tool.Value, task, azurite.Connection, folder, store.Table.Name, store.Container.Name);

    private static async Task<string> Build()
    {
        var output = Path.Combine(AppContext.BaseDirectory, "store-tool");
        var (exit, says) = await Dotnet("build", Path.Combine(Bicep.Repository, "infra", "tools", "store.cs"), "--output", output, "--verbosity", "quiet");
        exit.ShouldBe(0, says);
        return Path.Combine(output, "Smederijen.store.cs.dll");
    }

    private static async Task<(int Exit, string Says)> Dotnet(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var complaints = process.StandardError.ReadToEndAsync();
        var says = await process.StandardOutput.ReadToEndAsync() + await complaints;
        await process.WaitForExitAsync();
        return (process.ExitCode, says);
    }

    [Fact]
    public async Task Every_row_and_every_attachment_is_there_again()
    {
        var (filled, copy) = (await Filled(), Empty());
        (await Run("backup", filled)).ShouldBe((0, $"backup: 241 rows, 2 attachments{Environment.NewLine}"));
        (await Run("restore", copy)).ShouldBe((0, $"restore: 241 rows, 2 attachments, 0 differences{Environment.NewLine}"));

        (await new TablesEntityStore(copy.Table).Get("zwaar", "rij|7")).ShouldNotBeNull().Data.Length.ShouldBe(400_000);
        var foto = (await copy.Container.GetBlobClient("foto-1.jpg").GetPropertiesAsync()).Value;
        (foto.ContentType, foto.CacheControl, foto.Metadata["soort"], foto.ContentLength).ShouldBe(("image/jpeg", "no-store", "foto", 100_000));
    }

    [Fact]
    public async Task What_differs_is_told()
    {
        var filled = await Filled();
        await Run("backup", filled);
        var store = new TablesEntityStore(filled.Table);
        await store.Commit("alteveer", [new Write.Put("idee|0001", "anders"), new Write.Delete("idee|0002", null), new Write.Insert("idee|nieuw", "{}")]);
        await filled.Container.GetBlobClient("foto-1.jpg").UploadAsync(BinaryData.FromString("een ander"), overwrite: true);
        await filled.Container.DeleteBlobAsync("leeg.pdf");

        var (exit, says) = await Run("verify", filled);
        exit.ShouldBe(1);
        says.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries).ShouldBe(
        [
            "row alteveer/idee|0001 differs", "row alteveer/idee|nieuw is not in the folder", "row alteveer/idee|0002 is missing",
            "attachment foto-1.jpg differs", "attachment leeg.pdf is missing", "verify: 241 rows, 2 attachments, 5 differences",
        ]);
    }

    [Fact]
    public async Task Nothing_is_written_over_what_is_there()
    {
        var filled = await Filled();
        await Run("backup", filled);
        (await Run("backup", filled)).ShouldSatisfyAllConditions(run => run.Exit.ShouldBe(1), run => run.Says.ShouldContain("not empty"));
        (await Run("restore", filled)).ShouldSatisfyAllConditions(run => run.Exit.ShouldBe(1), run => run.Says.ShouldContain("not empty"));
    }

    [Fact]
    public async Task A_folder_that_was_damaged_is_not_restored()
    {
        await Run("backup", await Filled());
        await File.AppendAllTextAsync(Path.Combine(folder, "blobs", "foto-1.jpg"), "x");
        var copy = Empty();
        (await Run("restore", copy)).ShouldSatisfyAllConditions(run => run.Exit.ShouldBe(1), run => run.Says.ShouldContain("foto-1.jpg"));
        (await copy.Table.QueryAsync<TableEntity>().ToListAsync()).ShouldBeEmpty();
    }

    /// <summary>The main copy holds no key of a running vote; what was decided does not come back.</summary>
    [Fact]
    public async Task A_running_vote_is_copied_apart_and_one_that_was_decided_stays_destroyed()
    {
        var filled = await Filled();
        var clients = Storage.VoteTables.Clients(azurite, filled.Table.Name);
        var (vote, stores) = (new RoundKey("alteveer", "2027"), new TableVoteStores(clients));
        await stores.Make(vote);
        await stores.Of(vote).Commit("stembus", [new Write.Insert("biljet|1", "x"), new Write.Insert("recht|1", "y")]);
        var store = new TablesEntityStore(filled.Table);
        await store.Commit(vote.Smederij, [new Write.Insert(RoundKeys.VoteKey(vote.Period), "verzegeld")]);

        (await Run("backup", filled)).Says.ShouldContain("241 rows");
        (await Run("verify", filled)).Exit.ShouldBe(0);
        File.ReadAllText(Path.Combine(folder, "rows.jsonl")).ShouldNotContain("stemsleutel");
        Directory.Delete(folder, recursive: true);

        (await Run("backup-votes", filled)).Says.ShouldContain("1 votes, 2 rows");
        await stores.Remove(vote);
        (await Run("restore-votes", filled)).Exit.ShouldBe(0);
        (await stores.Of(vote).Get("stembus", "biljet|1")).ShouldNotBeNull().Data.ShouldBe("x");

        await stores.Remove(vote);
        await store.Commit(vote.Smederij, [new Write.Put(RoundKeys.VoteKey(vote.Period), "vernietigd")]);
        (await Run("restore-votes", filled)).ShouldSatisfyAllConditions(run => run.Exit.ShouldBe(1), run => run.Says.ShouldContain("was decided"));
        await Should.ThrowAsync<Portal.Ballots.BallotBoxLostException>(async () => await stores.Of(vote).Get("stembus", "biljet|1"));
    }
}
