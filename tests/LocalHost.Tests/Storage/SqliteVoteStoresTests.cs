using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Smederijen.LocalHost.Storage;
using Smederijen.Portal.Ballots;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Ledgers;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Tests.Storage;

namespace Smederijen.LocalHost.Tests.Storage;

/// <summary>A folder with a main store, and the files of votes beside it.</summary>
internal sealed class VoteFolder : IDisposable
{
    private readonly SqliteEntityStore _main;

    public VoteFolder()
    {
        _main = Sqlite.Open(Folder);
        Stores = new SqliteVoteStores(
            new SqliteStoreOptions { Folder = Folder.Path, LockTimeout = TimeSpan.FromMilliseconds(20) }, _main,
            NullLogger<SqliteEntityStore>.Instance);
    }

    public TemporaryFolder Folder { get; } = new();

    public SqliteVoteStores Stores { get; }

    public void Dispose()
    {
        Stores.Dispose();
        _main.Dispose();
        Folder.Dispose();
    }
}

public sealed class SqliteVoteStoresTests : VoteStoresContract, IDisposable
{
    private readonly VoteFolder _folder = new();

    protected override IVoteStores Stores => _folder.Stores;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Nothing_is_left_of_what_was_removed()
    {
        await Stores.Make(Vote);
        await Stores.Of(Vote).Commit("stembus", [new Write.Insert("a", "x")]);
        _folder.Stores.Names().ShouldBe(["de-weide-noord_2027"]);
        await Stores.Remove(Vote);
        Directory.EnumerateFileSystemEntries(_folder.Folder.File("stembussen")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Many_votes_are_open_in_a_bounded_number_of_files_and_each_keeps_its_own()
    {
        var votes = Enumerable.Range(0, 60).Select(i => new RoundKey($"wijk-{i}", "2027")).ToList();
        foreach (var vote in votes)
        {
            await Stores.Make(vote);
            await Stores.Of(vote).Commit("stembus", [new Write.Insert("wijk", vote.Smederij)]);
        }
        _folder.Stores.OpenFiles.ShouldBeLessThanOrEqualTo(40);
        foreach (var vote in votes)
            (await Stores.Of(vote).Get("stembus", "wijk")).ShouldNotBeNull().Data.ShouldBe(vote.Smederij);
        _folder.Stores.OpenFiles.ShouldBeLessThanOrEqualTo(40);
    }

    [Fact]
    public async Task Who_writes_while_it_is_removed_is_through_before_or_hears_that_it_is_gone()
    {
        await Stores.Make(Vote);
        var writers = Enumerable.Range(0, 8).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; ; i++)
            {
                try
                {
                    (await Stores.Of(Vote).Commit("stembus", [new Write.Insert($"{writer}-{i}", "x")])).ShouldBeOfType<CommitResult.Committed>();
                }
                catch (BallotBoxLostException)
                {
                    return;
                }
            }
        })).ToList();
        await Stores.Remove(Vote);
        await Task.WhenAll(writers);
        _folder.Stores.Names().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("../x", "2027")]
    [InlineData("krakeel", "..")]
    [InlineData("", "2027")]
    public void A_name_that_leads_elsewhere_is_none(string smederij, string period) =>
        Should.Throw<ArgumentException>(() => SqliteVoteStores.NameOf(new RoundKey(smederij, period)));

    [Fact]
    public async Task Rows_lie_in_the_order_of_their_keys_and_ETags_are_chance()
    {
        await Stores.Make(Vote);
        var etags = new List<long>();
        for (var i = 0; i < 40; i++)
        {
            await Stores.Of(Vote).Commit("stembus", [new Write.Insert($"{i}", "x")]);
            etags.Add(long.Parse((await Stores.Of(Vote).Get("stembus", $"{i}")).ShouldNotBeNull().ETag));
        }
        etags.ShouldNotBe([.. etags.Order()]);
        etags.Distinct().Count().ShouldBe(40);
        _folder.Stores.Dispose();
        using var connection = new SqliteConnection($"Data Source={_folder.Folder.File("stembussen/de-weide-noord_2027/smederijen.db")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var order = connection.CreateCommand();
        order.CommandText = "SELECT rowid FROM rows";
        Should.Throw<SqliteException>(order.ExecuteScalar).Message.ShouldContain("rowid");
    }
}

/// <summary>The file of one vote under the contract of every store.</summary>
public sealed class SqliteVoteStoreTests : EntityStoreContract, IDisposable
{
    private readonly VoteFolder _folder = new();

    protected override async Task<IEntityStore> NewStore()
    {
        await _folder.Stores.Make(VoteStoresContract.Vote);
        return _folder.Stores.Of(VoteStoresContract.Vote);
    }

    public void Dispose() => _folder.Dispose();
}
