using Smederijen.Domain;
using Smederijen.Domain.Ideas;
using Smederijen.Domain.Rounds;
using Smederijen.Portal.Board;
using Smederijen.Portal.Storage;

namespace Smederijen.Portal.Ideas;

/// <summary>An idea as it was read, with the ETag that a change of it must still find.</summary>
public sealed record LoadedIdea(StoredIdea Stored, string ETag);

/// <summary>A round as it was read.</summary>
public sealed record LoadedRound(Round Round, string ETag);

/// <summary>Turns an accepted decision into the rows of one transaction.</summary>
internal sealed record IdeaCommit(string Smederij, LoadedIdea? Before, string Title, int SupportNeeded, CommandId Command, string Result, bool KeepsBoard)
{
    /// <summary>The effects of the decision, and the one that shows it on the board, which comes last.</summary>
    public IReadOnlyList<Effect> EffectsOf(IdeaDecision.Accepted decision) => [.. decision.Effects, .. BoardEffects(decision)];

    private IEnumerable<Effect> BoardEffects(IdeaDecision.Accepted decision)
    {
        var before = Before is null ? null : RunningIdea.Of(Before.Stored.Idea, Title);
        var money = decision.Postings.IsEmpty ? null : Period;
        if (KeepsBoard && (money is not null || before != RunningIdea.Of(decision.Item, Title)))
            yield return new BoardEffect.Show(money);
    }

    /// <summary>The round that the decision was made with, when there was one.</summary>
    public string? Period { get; init; }

    public IEnumerable<Write> Writes(IdeaDecision.Accepted decision, IdeaEvent e, LoadedRound? round)
    {
        var idea = decision.Item;
        var line = decision.Logged ? LogLine.After(Before?.Stored.LogHead ?? "", e, idea.State.Phase) : null;
        var published = Before?.Stored.Published == true || e is IdeaEvent.SubmissionConfirmed;
        var stored = new StoredIdea(idea, Title, (Before?.Stored.Effects ?? 0) + EffectsOf(decision).Count, line?.Hash ?? Before?.Stored.LogHead ?? "", published);
        var row = Rows.Write(stored, PortalJson.Default.StoredIdea);
        yield return Before is null ? new Write.Insert(Keys.Idea(idea.Id), row) : new Write.Replace(Keys.Idea(idea.Id), row, Before.ETag);
        yield return CommitRows.Command(Command, e.At, Result);
        if (line is not null)
            yield return new Write.Insert(Keys.Log(idea.Id, idea.Revision), Rows.Write(line, PortalJson.Default.LogLine));
        foreach (var write in EffectRows(decision, e).Concat(IndexRows(idea, published)).Concat(RunningRows(idea)).Concat(MoneyRows(decision, round)))
            yield return write;
    }

    private IEnumerable<Write> EffectRows(IdeaDecision.Accepted decision, IdeaEvent e) => EffectsOf(decision).Select((effect, i) => new Write.Insert(
        Keys.Effect(decision.Item.Id, (Before?.Stored.Effects ?? 0) + i + 1),
        Rows.Write(new PendingEffect(effect, e.At), PortalJson.Default.PendingEffect)));

    private IEnumerable<Write> IndexRows(Idea idea, bool published)
    {
        var before = Before?.Stored.Idea;
        if (before is not null && before.State.Phase != idea.State.Phase)
            yield return new Write.Delete(Keys.Phase(before.State.Phase, idea.Id));
        var summary = IdeaSummary.Of(idea, Title, SupportNeeded, published);
        if (before is null || summary != IdeaSummary.Of(before, Title, SupportNeeded, Before!.Stored.Published))
            yield return new Write.Put(Keys.Phase(idea.State.Phase, idea.Id), Rows.Write(summary, PortalJson.Default.IdeaSummary));
        foreach (var write in CommitRows.Due(before?.NextDue(), idea.NextDue(), idea.Id))
            yield return write;
    }

    private IEnumerable<Write> RunningRows(Idea idea)
    {
        var before = Before is null ? null : RunningIdea.Of(Before.Stored.Idea, Title);
        var after = RunningIdea.Of(idea, Title);
        if (before == after)
            yield break;
        if (before is not null && before.Row != after?.Row)
            yield return new Write.Delete(before.Row);
        if (after is not null)
            yield return new Write.Put(after.Row, Rows.Write(after, PortalJson.Default.RunningIdea));
    }

    private static IEnumerable<Write> MoneyRows(IdeaDecision.Accepted decision, LoadedRound? loaded)
    {
        if (decision.Postings.IsEmpty)
            yield break;
        var loadedRound = loaded ?? throw new InvalidOperationException("A decision over money needs the round that it was made with.");
        var (round, lines) = CommitRows.Post(loadedRound.Round, decision.Postings);
        foreach (var line in lines)
            yield return line;
        yield return new Write.Replace(Keys.Round(round.Period), Rows.Write(round, PortalJson.Default.Round), loadedRound.ETag);
    }
}
