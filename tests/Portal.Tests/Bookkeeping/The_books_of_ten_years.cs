using Microsoft.Extensions.DependencyInjection;
using Smederijen.Domain;
using Smederijen.Domain.Money;
using Smederijen.Domain.Payments;
using Smederijen.Domain.Rounds;
using Smederijen.Portal.Bookkeeping;
using Smederijen.Portal.Ledgers;
using Smederijen.Portal.Payments;
using Smederijen.Portal.Settings;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Watching;
using Smederijen.Portal.Work;

namespace Smederijen.Portal.Tests.Bookkeeping;

public sealed class The_books_of_ten_years
{
    private const int Years = 10;
    private const int Payments = 6;

    /// <summary>Forty lines per round: three sources, and for each payment a grant, a release and some that fall free.</summary>
    [Fact]
    public async Task Take_a_few_requests_per_Smederij_however_many_lines_and_orders_there_are()
    {
        await using var world = await World.Begin();
        var smederijen = world.Get<SettingsBook>().All.Select(one => one.Id).ToList();
        foreach (var smederij in smederijen)
            await Fill(world, smederij);
        var store = new CountedStore(world.Get<IEntityStore>());
        var unreadable = ActivatorUtilities.CreateInstance<UnreadableRows>(world.Services, store);
        var reader = new BookReader(store, world.Get<SettingsBook>(), unreadable, world.Get<EffectContracts>(), world.Clock);
        var read = await reader.Read(default);
        read.Faults.ShouldBeEmpty();
        read.Orders.Count.ShouldBe(smederijen.Count * Years * Payments);
        read.Rows.Count(row => int.Parse(row.Period, System.Globalization.CultureInfo.InvariantCulture) < 2020).ShouldBe(smederijen.Count * Years);
        read.Rows.Where(row => row.Period == "2015").ShouldAllBe(row => row.Amounts.Paid == Payments * 100_00);
        store.Requests.ShouldBeLessThanOrEqualTo(smederijen.Count + 4 + read.Orders.Count / StoreLimits.RowsPerPage);
    }

    private static async Task Fill(World world, string smederij)
    {
        foreach (var period in Enumerable.Range(2010, Years).Select(year => $"{year}"))
        {
            List<LedgerEntry> entries = [.. Enumerable.Range(0, 3).Select(i => new LedgerEntry.Allot(new Euro(1_000_000), $"Geldgever {i}"))];
            for (var i = 0; i < Payments; i++)
            {
                var idea = $"{smederij}{period}{i}";
                entries.AddRange(
                [
                    new LedgerEntry.Reserve(new Euro(100_00), idea), new LedgerEntry.Release(new Euro(100_00), idea) { Payment = 1 },
                    new LedgerEntry.Reserve(new Euro(1), "x"), new LedgerEntry.Free(new Euro(1), "x"),
                    new LedgerEntry.Reserve(new Euro(1), "y"), new LedgerEntry.Free(new Euro(1), "y"),
                ]);
            }
            var round = new Round(period, Ledger.Replay(entries), entries.Count, 1, new RoundState.Open(World.Monday), World.Monday);
            await world.Lay(smederij,
            [
                new Write.Put(RoundKeys.Round(period), Rows.Write(new Stored<Round>(round, 0, "", "", true), LedgerJson.Default.StoredRound)),
                .. entries.Select((entry, i) =>
                    new Write.Put(RoundKeys.LedgerLine(period, i + 1), Rows.Write(entry, DomainJson.Default.LedgerEntry))),
            ]);
            var (batch, orders) = ($"{smederij}{period}", Enumerable.Range(0, Payments).Select(i => $"{smederij}{period}{i}-1").ToList());
            await world.Lay(Partitions.Payments,
            [
                .. orders.Select(id => new Write.Put(PaymentKeys.Listed(PaymentPhase.Paid, id), Rows.Write(
                    new PaymentSummary(id, smederij, id[..^2], period, 100_00, PaymentPhase.Paid, World.Monday, "anna", "bert", Batch: batch),
                    PaymentRowsJson.Default.PaymentSummary))),
                new Write.Put(PaymentKeys.Batch(batch), Rows.Write(
                    new BatchSummary(
                        batch, BatchPhase.Signed, World.Monday, "fien", new DateOnly(2010, 1, 4), Payments, Payments * 100_00,
                        [.. orders.Select(id => new BatchLine(id, new Euro(100_00)))]),
                    PaymentRowsJson.Default.BatchSummary)),
            ]);
        }
    }

    /// <summary>Counts what is asked of a store.</summary>
    private sealed class CountedStore(IEntityStore store) : IEntityStore
    {
        private int requests;

        public int Requests => requests;

        public ValueTask<Entity?> Get(string partition, string row, CancellationToken cancellation = default)
        {
            Interlocked.Increment(ref requests);
            return store.Get(partition, row, cancellation);
        }

        public ValueTask<Page> Query(string partition, RowRange range, int limit = StoreLimits.RowsPerPage, CancellationToken cancellation = default)
        {
            Interlocked.Increment(ref requests);
            return store.Query(partition, range, limit, cancellation);
        }

        public Task<CommitResult> Commit(string partition, IReadOnlyList<Write> writes, CancellationToken cancellation = default) =>
            store.Commit(partition, writes, cancellation);
    }
}
