using Microsoft.Data.Sqlite;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Storage;

namespace Smederijen.LocalHost.Tests.Storage;

public sealed class When_the_store_fails : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_full_disk_is_reported_and_what_fits_is_still_stored()
    {
        using var store = Sqlite.Open(_folder, largestPages: 50);
        Task<CommitResult> Big(string row) => store.Commit("krakeel", [new Write.Insert($"{row}|1", "klein"), new Write.Insert(row, new string('x', 400_000))]);

        (await Should.ThrowAsync<StoreUnavailableException>(() => Big("groot"))).Message.ShouldContain("Free some space");
        (await store.Rows("krakeel", "groot")).ShouldBeEmpty();
        (await store.Commit("krakeel", [new Write.Insert("idee|1", "past")])).ShouldBeOfType<CommitResult.Committed>();
        (await store.Get("krakeel", "idee|1")).ShouldNotBeNull().Data.ShouldBe("past");
    }

    [Fact]
    public async Task A_file_that_another_program_locks_is_reported_and_used_again_when_it_is_free()
    {
        using var store = Sqlite.Open(_folder);
        using (var other = new SqliteConnection($"Data Source={_folder.File("smederijen.db")};Pooling=False"))
        {
            other.Open();
            using var transaction = other.BeginTransaction(deferred: false);
            (await Should.ThrowAsync<StoreUnavailableException>(() => store.Commit("krakeel", [new Write.Insert("a", "x")]))).Message.ShouldContain("keeps");
            (await store.Get("krakeel", "a")).ShouldBeNull();
        }
        (await store.Commit("krakeel", [new Write.Insert("a", "x")])).ShouldBeOfType<CommitResult.Committed>();
    }

    [Fact]
    public void A_file_that_is_not_a_database_is_reported()
    {
        File.WriteAllText(_folder.File("smederijen.db"), new string('?', 8192));
        Should.Throw<StoreUnavailableException>(() => Sqlite.Open(_folder)).Message.ShouldContain("put back the last backup");
    }

    [Fact]
    public async Task A_damaged_page_is_reported_to_the_reader_who_meets_it()
    {
        using (var store = Sqlite.Open(_folder))
            await Task.WhenAll(Enumerable.Range(0, 100).Select(i => store.Commit("krakeel", [new Write.Insert($"{i}", new string('x', 1000))])));
        using (var file = File.OpenWrite(_folder.File("smederijen.db")))
        {
            file.Position = 4096;
            file.Write(Enumerable.Repeat((byte)0xA5, (int)file.Length - 4096).ToArray());
        }
        Should.Throw<StoreUnavailableException>(() =>
        {
            using var damaged = Sqlite.Open(_folder);
            damaged.Get("krakeel", "1").AsTask().GetAwaiter().GetResult();
        }).Message.ShouldContain("damaged");
    }

    [Fact]
    public void A_second_program_on_the_same_folder_is_refused_until_the_first_stops()
    {
        using (Sqlite.Open(_folder))
            Should.Throw<StoreUnavailableException>(() => Sqlite.Open(_folder)).Message.ShouldContain("another copy of this program");
        Sqlite.Open(_folder).Dispose();
    }

    [Fact]
    public void A_file_of_a_newer_version_is_refused()
    {
        Sqlite.Open(_folder).Dispose();
        using (var newer = new SqliteConnection($"Data Source={_folder.File("smederijen.db")};Pooling=False"))
        {
            newer.Open();
            using var raise = newer.CreateCommand();
            raise.CommandText = "PRAGMA user_version = 99";
            raise.ExecuteNonQuery();
        }
        Should.Throw<CannotStartException>(() => Sqlite.Open(_folder)).Message.ShouldContain("newer version");
    }

    [Fact]
    public async Task What_is_erased_is_also_gone_from_the_file()
    {
        const string Address = "Kerkstraat 1 in Pesse";
        using (var store = Sqlite.Open(_folder))
        {
            await store.Commit("krakeel", [new Write.Insert("idee|1|persoon|indiener", Address), new Write.Insert("idee|2", "blijft")]);
            await store.Commit("krakeel", [new Write.Delete("idee|1|persoon|indiener")]);
        }
        (await File.ReadAllTextAsync(_folder.File("smederijen.db"))).ShouldSatisfyAllConditions(
            text => text.ShouldContain("blijft"),
            text => text.ShouldNotContain(Address));
        File.Exists(_folder.File("smederijen.db-wal")).ShouldBeFalse();
    }
}
