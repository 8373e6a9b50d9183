using Smederijen.Domain;
using Smederijen.Domain.Ideas;
using Smederijen.Portal.Board;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Work;

namespace Smederijen.Portal.Ideas;

/// <summary>What a decision over an idea looks at, with the round whose money it is about, as it was read.</summary>
internal sealed record IdeaKnown(Circumstances Circumstances, LoadedRound? Round);

/// <summary>Ideas, as the pipeline knows them.</summary>
internal static class IdeaKind
{
    public static Kind<Idea, IdeaEvent, IdeaEffect, Refusal, IdeaKnown> Of(bool keepsBoard) => new()
    {
        Prefix = "",
        Row = Keys.Idea,
        LogRow = Keys.Log,
        Read = Read,
        Write = stored => Rows.Write(
            new StoredIdea(stored.Item, stored.Title, stored.Effects ?? 0, stored.LogHead ?? "", stored.Published), PortalJson.Default.StoredIdea),
        Line = (head, e, idea) => LogEntry.Of(LogLine.After(head, e, idea.State.Phase), PortalJson.Default.LogLine),
        HashOf = row => row.Read(PortalJson.Default.LogLine).Hash,
        Revision = idea => idea.Revision,
        NoEffects = 0,
        Due = idea => idea.NextDue(),
        At = e => e.At,
        Decide = (idea, e, known) => IdeaDecider.Decide(idea, e, known.Circumstances),
        Publishes = e => e is IdeaEvent.SubmissionConfirmed,
        Lists = change => [.. Phase(change), .. Running(change), .. Money(change)],
        AlsoFollows = change => keepsBoard ? Shown(change) : [],
    };

    private static Stored<Idea> Read(Entity row)
    {
        var stored = row.Read(PortalJson.Default.StoredIdea);
        return new Stored<Idea>(stored.Idea, row.ETag, stored.Title, stored.Effects, stored.LogHead, stored.Published);
    }

    private static IEnumerable<Effect> Shown(Change<Idea, IdeaEvent, IdeaKnown> change)
    {
        var money = change.Postings.IsEmpty ? null : change.Known.Round?.Round.Period;
        if (money is not null || RunningOf(change.Before) != RunningOf(change.After))
            yield return new BoardEffect.Show(money);
    }

    private static IEnumerable<Write> Phase(Change<Idea, IdeaEvent, IdeaKnown> change)
    {
        var (before, after) = (change.Before, change.After);
        if (before is not null && before.Item.State.Phase != after.Item.State.Phase)
            yield return new Write.Delete(Keys.Phase(before.Item.State.Phase, before.Item.Id));
        var needed = change.Known.Circumstances.Settings.SupportThreshold;
        var summary = SummaryOf(after, needed);
        if (before is null || summary != SummaryOf(before, needed))
            yield return new Write.Put(Keys.Phase(after.Item.State.Phase, after.Item.Id), Rows.Write(summary, PortalJson.Default.IdeaSummary));
    }

    private static IEnumerable<Write> Running(Change<Idea, IdeaEvent, IdeaKnown> change)
    {
        var (before, after) = (RunningOf(change.Before), RunningOf(change.After));
        if (before == after)
            yield break;
        if (before is not null && before.Row != after?.Row)
            yield return new Write.Delete(before.Row);
        if (after is not null)
            yield return new Write.Put(after.Row, Rows.Write(after, PortalJson.Default.RunningIdea));
    }

    private static IEnumerable<Write> Money(Change<Idea, IdeaEvent, IdeaKnown> change)
    {
        if (change.Postings.IsEmpty)
            return [];
        var loaded = change.Known.Round ?? throw new InvalidOperationException("A decision over money needs the round that it was made with.");
        var (round, lines) = CommitRows.Post(loaded.Round, change.Postings);
        return [.. lines, new Write.Replace(Keys.Round(round.Period), Rows.Write(round, PortalJson.Default.Round), loaded.ETag)];
    }

    private static RunningIdea? RunningOf(Stored<Idea>? stored) => stored is null ? null : RunningIdea.Of(stored.Item, stored.Title);

    private static IdeaSummary SummaryOf(Stored<Idea> stored, int needed) => IdeaSummary.Of(stored.Item, stored.Title, needed, stored.Published);
}
