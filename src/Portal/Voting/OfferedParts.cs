using Smederijen.Portal.Ideas;
using Smederijen.Portal.Ledgers;

namespace Smederijen.Portal.Voting;

/// <summary>What became of an offer of what was left of a round.</summary>
public enum PartAnswer
{
    /// <summary>The submitter still has to choose.</summary>
    Open,
    Accepted,
    Declined,
    Lapsed,

    /// <summary>There was enough for all of it after all.</summary>
    GotAll,

    /// <summary>The idea stopped.</summary>
    Stopped,
}

/// <summary>What was left of a round was offered to an idea.</summary>
public sealed record OfferedPart(string Idea, string Title, Euro Amount, DateTimeOffset At, PartAnswer Answer);

/// <summary>To whom what was left of a round was offered: the ledger tells which ideas, and their histories what came of it.</summary>
public sealed class OfferedParts(IEntityStore store, UnreadableRows unreadable)
{
    /// <summary>In the order in which it was offered.</summary>
    public async Task<IReadOnlyList<OfferedPart>> In(RoundKey key, CancellationToken cancellation)
    {
        var ideas = (await unreadable.All(key.Smederij, RoundKeys.LedgerLines(key.Period), DomainJson.Default.LedgerEntry, cancellation))
            .OfType<LedgerEntry.Reserve>().Where(line => line.IsPart).Select(line => line.Idea).Distinct(StringComparer.Ordinal).ToList();
        if (ideas.Count == 0)
            return [];
        var titles = await unreadable.TitlesOf(key.Smederij, ideas, cancellation);
        var offers = new List<OfferedPart>();
        foreach (var idea in ideas)
        {
            var log = await store.All(key.Smederij, IdeaKeys.LogOf(idea), cancellation)
                .Select(row => row.TryRead(IdeaJson.Default.LogLine)).OfType<LogLine>().ToListAsync(cancellation);
            offers.AddRange(Told(idea, titles.GetValueOrDefault(idea, idea), log, key.Period));
        }
        return [.. offers.OrderBy(offer => offer.At)];
    }

    internal static IEnumerable<OfferedPart> Told(string idea, string title, IReadOnlyList<LogLine> log, string period) =>
        from line in log.Index()
        where line.Item.Event is IdeaEvent.PartOffered offer && offer.Period == period
        let offered = (IdeaEvent.PartOffered)line.Item.Event
        select new OfferedPart(idea, title, offered.Amount, offered.At, AnswerTo(log.Skip(line.Index + 1)));

    /// <summary>The first line after the offer with which the idea is somewhere else.</summary>
    private static PartAnswer AnswerTo(IEnumerable<LogLine> after) => after.FirstOrDefault(line => line.Phase != IdeaPhase.OfferedPart)?.Event switch
    {
        null => PartAnswer.Open,
        IdeaEvent.PartAccepted => PartAnswer.Accepted,
        IdeaEvent.PartDeclined => PartAnswer.Declined,
        IdeaEvent.TermPassed => PartAnswer.Lapsed,
        IdeaEvent.MoneyOffered => PartAnswer.GotAll,
        _ => PartAnswer.Stopped,
    };
}
