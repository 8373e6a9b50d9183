using Smederijen.Domain.Money;
using Smederijen.Portal.Ledgers;
using Smederijen.Portal.Work;

namespace Smederijen.Portal.Tests.Stuurgroep;

public sealed class What_is_on_its_way_to_a_later_year
{
    private static readonly LedgerEntry Went = new LedgerEntry.CarryOut(new Euro(700), "Domesta", "2028");
    private static readonly LedgerEntry Came = new LedgerEntry.CarryIn(new Euro(700), "Domesta", "2027");

    [Fact]
    public async Task Is_right_when_it_came() => (await Look([Went], [Came])).ShouldBeEmpty();

    [Fact]
    public async Task Is_missed_when_it_never_came_and_nothing_brings_it() =>
        (await Look([Went], [])).ShouldHaveSingleItem().What.ShouldBe(Trouble.Totals);

    [Fact]
    public async Task Is_found_when_more_came_than_went() => (await Look([Went], [Came, Came])).ShouldHaveSingleItem().What.ShouldBe(Trouble.Totals);

    [Fact]
    public async Task Is_found_when_another_source_has_it() =>
        (await Look([Went], [new LedgerEntry.CarryIn(new Euro(700), "Gemeente", "2027")])).ShouldHaveSingleItem().What.ShouldBe(Trouble.Totals);

    private static async Task<IReadOnlyList<Finding>> Look(LedgerEntry[] went, LedgerEntry[] came)
    {
        await using var world = await World.Begin();
        var (from, to) = (new RoundKey(World.Village, "2027").Work, new RoundKey(World.Village, "2028").Work);
        return await world.Get<MoneyOnItsWay>().Look(
            new ItemEvidence(from, "2027", null, [], [])
            {
                Postings = [.. went.Select((entry, i) => new ToldPosting(from, new Posting("2027", i + 1, entry))),
                    .. came.Select((entry, i) => new ToldPosting(to, new Posting("2028", i + 1, entry)))],
            }, default);
    }
}
