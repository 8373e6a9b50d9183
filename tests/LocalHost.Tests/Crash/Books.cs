using Smederijen.Domain.Money;
using Smederijen.LocalHost.Storage;
using Smederijen.LocalHost.Tests.Storage;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Ledgers;
using Smederijen.Portal.Settings;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Work;

namespace Smederijen.LocalHost.Tests.Crash;

/// <summary>What stands on disk, read behind the back of the program that runs.</summary>
internal sealed class Books(string folder) : IEntityStore, IDisposable
{
    private readonly SqliteReaders _readers = new(new SqliteFile(new SqliteStoreOptions { Folder = folder }));

    private static SettingsFile Settings { get; } = SettingsFile.Embedded();

    public ValueTask<Entity?> Get(string partition, string row, CancellationToken cancellation = default) =>
        ValueTask.FromResult(_readers.Read(reader => reader.Get(partition, row)));

    public ValueTask<Page> Query(string partition, RowRange range, int limit = StoreLimits.RowsPerPage, CancellationToken cancellation = default) =>
        ValueTask.FromResult(_readers.Read(reader => reader.Query(partition, range, limit)));

    public Task<CommitResult> Commit(string partition, IReadOnlyList<Write> writes, CancellationToken cancellation = default) =>
        throw new NotSupportedException("The books are only read.");

    public void Dispose() => _readers.Dispose();

    /// <summary>Waits until the program has performed every effect that was pending when it was killed.</summary>
    public async Task EffectsAreDone(KilledProgram program)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        foreach (var village in Village.All)
        {
            while ((await Query(village.Id, Keys.AllEffects, 1, default)).Rows is [var pending])
            {
                patience.IsCancellationRequested.ShouldBeFalse($"{village.Id} still has {pending.Row}: {pending.Data}\n{string.Join('\n', program.Complaints)}");
                await Task.Delay(5, CancellationToken.None);
            }
            (await Query(village.Id, Keys.AllFailed, 1, default)).Rows.ShouldBeEmpty("an effect was given up");
        }
    }

    /// <summary>The id of the idea that an accepted errand changed, by the command that it left behind.</summary>
    public async Task<string> ResultOf(string smederij, Errand.HandIn errand)
    {
        var row = (await Get(smederij, Keys.Command(errand.Id.Key))).ShouldNotBeNull($"lost: {errand}");
        return row.Read(WorkJson.Default.CarriedOut).Result;
    }

    public async Task<IdeaBook> Open(IdeaKey key)
    {
        var rows = await this.Rows(key.Smederij, IdeaKeys.Idea(key.Id));
        rows.ShouldNotBeEmpty($"idea {key} is gone");
        return new IdeaBook(key, rows, Settings.Find(key.Smederij)!);
    }

    /// <summary>The ideas of a village, without their rows.</summary>
    public async Task<IReadOnlyList<IdeaKey>> IdeasOf(string smederij) =>
        [.. (await this.Rows(smederij, "fase|")).Select(row => new IdeaKey(smederij, row.Row.Split('|')[2]))];

    /// <summary>The ledger is the sum of its lines, and no idea was granted or paid twice.</summary>
    public async Task<Ledger> CheckLedger(string smederij)
    {
        var period = Settings.Find(smederij)!.Round.Period;
        var round = (await Get(smederij, RoundKeys.Round(period))).ShouldNotBeNull().Read(LedgerJson.Default.StoredRound).Item;
        var entries = (await this.Rows(smederij, $"ronde|{period}|kas|")).Select(row => row.Read(Domain.DomainJson.Default.LedgerEntry)).ToList();
        entries.Count.ShouldBe(round.Entries);
        Ledger.Replay(entries).ShouldBe(round.Ledger);
        entries.OfType<LedgerEntry.Reserve>().Select(entry => entry.Idea).ShouldBeUnique();
        entries.OfType<LedgerEntry.Release>().Select(entry => entry.Idea).ShouldBeUnique();
        foreach (var entry in entries.OfType<LedgerEntry.Reserve>())
            (await Open(new IdeaKey(smederij, entry.Idea))).Stored.Item.Amount.ShouldBe(entry.Amount);
        return round.Ledger;
    }
}
