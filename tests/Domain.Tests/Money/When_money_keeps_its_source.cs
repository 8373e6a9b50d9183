using FsCheck;
using FsCheck.Fluent;
using Smederijen.Domain.Money;
using Smederijen.Domain.Stuurgroep;

namespace Smederijen.Domain.Tests.Money;

public sealed class When_money_keeps_its_source
{
    private static readonly string[] Names = ["Gemeente", "Woonconcept", "Domesta"];

    [Fact]
    public void What_is_left_is_of_all_sources_in_proportion_to_what_they_have_there() =>
        SourceBook.Free(
            [new LedgerEntry.Allot(new Euro(300), "Gemeente"), new LedgerEntry.Allot(new Euro(100), "Domesta"), new LedgerEntry.Reserve(new Euro(200), "a")],
            Euro.Zero).ShouldBe([new Source("Gemeente", new Euro(150)), new Source("Domesta", new Euro(50))]);

    [Fact]
    public void Two_spellings_of_a_name_are_one_source() =>
        SourceBook.Of([new LedgerEntry.Allot(new Euro(300), "Gemeente"), new LedgerEntry.Allot(new Euro(100), "gemeente")])
            .ShouldBe([new SourceMoney("Gemeente", new Euro(400), new Euro(400))]);

    [Fact]
    public void What_was_promised_and_not_reserved_yet_is_not_free()
    {
        LedgerEntry[] entries = [new LedgerEntry.Allot(new Euro(300), "Gemeente")];
        SourceBook.Free(entries, new Euro(100)).ShouldBe([new Source("Gemeente", new Euro(200))]);
        SourceBook.Free(entries, new Euro(300)).ShouldBeEmpty();
        SourceBook.Free(entries, new Euro(400)).ShouldBeEmpty();
    }

    [Fact]
    public void A_ledger_without_money_has_nothing_left() => SourceBook.Free([], Euro.Zero).ShouldBeEmpty();

    [Fact]
    public void A_source_that_got_all_back_has_nothing_left() =>
        SourceBook.Free(
            [new LedgerEntry.Allot(new Euro(300), "Gemeente"), new LedgerEntry.Return(new Euro(300), "Gemeente"), new LedgerEntry.Allot(new Euro(7), "Domesta")],
            Euro.Zero).ShouldBe([new Source("Domesta", new Euro(7))]);

    /// <summary>
    /// Whatever happens in the rounds of three years: of every source, what it gave is what is spent or reserved, what is left, and what went
    /// back, to the cent and over all years. Within a year the sources together have what the ledger says.
    /// </summary>
    [Fact]
    public void Nothing_of_any_source_is_lost_or_made_whatever_happens() => Prop.ForAll(
        ArbMap.Default.GeneratorFor<NonEmptyArray<(byte What, byte Who, ushort Amount)>>().ToArbitrary(),
        any =>
        {
            List<LedgerEntry>[] years = [[], [], []];
            var given = Names.ToDictionary(name => name, _ => 0L);
            foreach (var (what, who, amount) in any.Get)
            {
                Happen(years, what, who, amount, given);
                if (!AddsUp(years, given))
                    return false;
            }
            return true;
        }).QuickCheckThrowOnFailure();

    private static void Happen(List<LedgerEntry>[] years, byte what, byte who, ushort amount, Dictionary<string, long> given)
    {
        var (year, money, source) = (years[who % 3], new Euro(amount), Names[who / 3 % 3]);
        switch (what % 10)
        {
            case 0 or 1 or 2:
                year.Add(new LedgerEntry.Allot(money, source));
                given[source] += amount;
                break;
            case 8 when who % 3 < 2:
                var later = years[who % 3 + 1 + (who / 9 % 2 == 1 && who % 3 == 0 ? 1 : 0)];
                foreach (var share in SourceBook.Free(year, new Euro(amount % 1000L)))
                {
                    year.Add(new LedgerEntry.CarryOut(share.Amount, share.Name, "later"));
                    later.Add(new LedgerEntry.CarryIn(share.Amount, share.Name, "earlier"));
                }
                break;
            case 9 or 8:
                year.AddRange(SourceBook.Free(year, Euro.Zero).Select(share => new LedgerEntry.Return(share.Amount, share.Name)));
                break;
            case var other:
                LedgerEntry entry = other switch
                {
                    3 => new LedgerEntry.Reserve(money, "a"),
                    4 => new LedgerEntry.Release(money, "a"),
                    5 => new LedgerEntry.Free(money, "a"),
                    6 => new LedgerEntry.Expect(money, "a"),
                    _ => who % 2 == 0 ? new LedgerEntry.Receive(money, "a") : new LedgerEntry.WriteOff(money, "a"),
                };
                if (Ledger.Replay(year).Post(entry) is not null)
                    year.Add(entry);
                break;
        }
    }

    private static bool AddsUp(List<LedgerEntry>[] years, Dictionary<string, long> given)
    {
        var books = years.Select(year => (Ledger: Ledger.Replay(year), Sources: SourceBook.Of(year))).ToList();
        return books.All(book => book.Sources.All(source => source.Left <= source.Here)
                && book.Sources.Sum(source => source.Here.Cents) == book.Ledger.Total.Cents
                && book.Sources.Sum(source => source.Left.Cents) == book.Ledger.Available.Cents
                && book.Sources.Sum(source => source.InUse.Cents)
                    == (book.Ledger.Reserved + book.Ledger.Released + book.Ledger.ToReceive).Cents)
            && books.Sum(book => book.Ledger.CarriedIn.Cents) == books.Sum(book => book.Ledger.CarriedOut.Cents)
            && Names.All(name => given[name]
                == books.SelectMany(book => book.Sources).Where(source => source.Name == name).Sum(source => source.InUse.Cents + source.Left.Cents)
                + years.SelectMany(year => year).OfType<LedgerEntry.Return>().Where(back => back.Source == name).Sum(back => back.Amount.Cents));
    }
}
