using Smederijen.Domain.Ideas;
using Smederijen.Domain.Money;
using Smederijen.Domain.Stuurgroep;

namespace Smederijen.Simulation.Tests.Invariants;

/// <summary>The money of all Smederijen, from the sources to the ideas.</summary>
internal sealed class Books(Simulation simulation)
{
    public void Check()
    {
        foreach (var round in simulation.Watch.Rounds.Values)
            round.Replay();
        CheckSources();
        CheckYears();
        CheckIdeas();
        CheckIdleMoney();
    }

    /// <summary>What the ledgers got from a source is what adopted divisions took from it, to the cent.</summary>
    private void CheckSources()
    {
        var given = simulation.Watch.Resolutions.Values.Select(resolution => resolution.Adopted).OfType<Subject.Allotment>()
            .SelectMany(division => division.Sources).ToLookup(source => source.Name, source => source.Amount.Cents);
        var got = simulation.Watch.Rounds.Values.SelectMany(round => round.Allotments).Where(line => line.Source != FollowedRound.FromSettings)
            .ToLookup(line => line.Source, line => line.Amount.Cents);
        foreach (var source in given.Select(one => one.Key).Union(got.Select(one => one.Key)))
        {
            if (given[source].Sum() != got[source].Sum())
                throw new Violation($"{source} gave {given[source].Sum()} cents in adopted divisions, and the ledgers got {got[source].Sum()}.");
        }
    }

    /// <summary>
    /// Over all years, what a source gave to a Smederij is what its rounds spend, reserve or still have of it, and what went back. What went on
    /// from one year has come into another.
    /// </summary>
    private void CheckYears()
    {
        foreach (var smederij in simulation.Watch.Rounds.GroupBy(round => round.Key.Smederij))
        {
            var lines = smederij.SelectMany(round => round.Value.Lines).ToList();
            var here = smederij.SelectMany(round => SourceBook.Of(round.Value.Lines)).ToLookup(source => source.Name);
            var came = lines.Select(Came).ToLookup(one => one.Source, one => one.Cents);
            foreach (var source in came.Select(one => one.Key).Union(here.Select(one => one.Key)))
            {
                if (came[source].Sum() != here[source].Sum(one => one.InUse.Cents + one.Left.Cents))
                    throw new Violation($"{smederij.Key} has other money of {source} than it got and gave away.");
            }
            if (Sum(lines.OfType<LedgerEntry.CarryOut>().Where(line => line.Into is null)) != Sum(lines.OfType<LedgerEntry.CarryIn>().Where(
                line => line.Of is null)))
                throw new Violation($"Money of {smederij.Key} that went on to another year did not come there.");
        }
        var all = simulation.Watch.Rounds.SelectMany(round => round.Value.Lines.Select(line => (round.Key.Smederij, Line: line))).ToList();
        var went = all.Where(one => one.Line is LedgerEntry.CarryOut { Into: not null })
            .ToLookup(one => (From: one.Smederij, To: ((LedgerEntry.CarryOut)one.Line).Into!), one => one.Line);
        var arrived = all.Where(one => one.Line is LedgerEntry.CarryIn { Of: not null })
            .ToLookup(one => (From: ((LedgerEntry.CarryIn)one.Line).Of!, To: one.Smederij), one => one.Line);
        foreach (var way in went.Select(one => one.Key).Union(arrived.Select(one => one.Key)))
        {
            if (Sum(went[way]) != Sum(arrived[way]))
                throw new Violation($"{way.From} gave {Sum(went[way])} cents to {way.To}, and {Sum(arrived[way])} came there.");
        }
    }

    /// <summary>What comes to a Smederij from a source, or leaves it; nothing for what happens within it.</summary>
    private static (string Source, long Cents) Came(LedgerEntry entry) => entry switch
    {
        LedgerEntry.Allot e => (e.Source, e.Amount.Cents),
        LedgerEntry.CarryIn { Of: not null } e => (e.Source, e.Amount.Cents),
        LedgerEntry.CarryOut { Into: not null } e => (e.Source, -e.Amount.Cents),
        LedgerEntry.Return e => (e.Source, -e.Amount.Cents),
        _ => ("", 0),
    };

    private static long Sum(IEnumerable<LedgerEntry> lines) => lines.Sum(line => line.Amount.Cents);

    /// <summary>What the ledgers of a Smederij hold is what its ideas hold, and no ledger is below zero.</summary>
    private void CheckIdeas()
    {
        foreach (var smederij in simulation.File.Smederijen.Select(one => one.Id))
        {
            var ledgers = simulation.Watch.Rounds.Where(round => round.Key.Smederij == smederij).Select(round => round.Value.Ledger).ToList();
            var ideas = simulation.Watch.Ideas.Where(idea => idea.Key.Smederij == smederij).Select(idea => idea.Value.Money).ToList();
            if (ledgers.Sum(ledger => ledger.Reserved.Cents) != ideas.Sum(idea => idea.Reserved)
                || ledgers.Sum(ledger => ledger.Released.Cents) != ideas.Sum(idea => idea.Released)
                || ledgers.Sum(ledger => ledger.ToReceive.Cents) != ideas.Sum(idea => idea.ToReceive))
                throw new Violation($"The ledgers of {smederij} hold other money than its ideas.");
            if (ledgers.Any(ledger => ledger.Total.Cents < ledger.Reserved.Cents + ledger.Released.Cents + ledger.ToReceive.Cents))
                throw new Violation($"{smederij} is below zero.");
        }
    }

    /// <summary>
    /// In a rolling Smederij, free money lies beside no idea that it would be enough for; nor, where what is left is offered, beside one that
    /// could have a part, unless somebody still chooses.
    /// </summary>
    private void CheckIdleMoney()
    {
        foreach (var (key, idea) in simulation.Watch.Ideas)
        {
            var settings = simulation.File.Find(key.Smederij)!.Round;
            if (!settings.Rolling || idea.Stored is not { Item: { State: IdeaState.Suitable, Amount: var amount } })
                continue;
            var round = simulation.Watch.Rounds[(key.Smederij, settings.Period)];
            if (round.IsOpen && amount <= round.Ledger.Available)
                throw new Violation($"{key} waits for {amount.Cents} cents, and {round.Ledger.Available.Cents} lie there.");
            if (round.IsOpen && settings.Parts is { } parts && idea.Stored.Item.State is IdeaState.Suitable { NoPartIn: var refused }
                && refused != settings.Period && round.Ledger.Available > Euro.Zero && round.Ledger.Available >= parts.Smallest
                && !simulation.Watch.IsOffered(key.Smederij, settings.Period))
                throw new Violation($"{key} could have a part of {amount.Cents} cents, and {round.Ledger.Available.Cents} lie there.");
        }
    }
}
