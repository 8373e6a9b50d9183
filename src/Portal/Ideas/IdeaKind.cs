using System.Text.Json.Serialization.Metadata;
using Smederijen.Portal.Ledgers;

namespace Smederijen.Portal.Ideas;

/// <summary>What a decision over an idea looks at, with the round whose money it is about, as it was read.</summary>
public sealed record IdeaKnown(Circumstances Circumstances, Stored<Round>? Round);

/// <summary>Ideas, as the pipeline knows them.</summary>
public static class IdeaKind
{
    public static KindFacts Facts { get; } = new()
    {
        Prefix = "",
        Name = "idee",
        Effects = new(DomainJson.Default.IdeaEffect),
        Starts = ["idee|", "fase|", "loopt|"],
        Typed = ["reason", "reasons", "text", "question", "answer"],
        Content = [("titel", "title"), ("omschrijving", "description"), ("doelgroep", "audience"), ("bijdrage", "contribution")],
        IsOnBallots = true,
        Keeps = part => part is "inhoud" || part.StartsWith("foto|", StringComparison.Ordinal),
        Holds = Holds,
    };

    public static Kind<Idea, IdeaEvent, IdeaEffect, Refusal, IdeaKnown> Of(IEntityStore store, SettingsBook settings, PortalOptions options) => new()
    {
        Facts = Facts,
        Row = IdeaJson.Default.StoredIdea,
        Event = DomainJson.Default.IdeaEvent,
        Phase = idea => idea.State.Phase,
        Revision = idea => idea.Revision,
        Due = idea => idea.NextDue(),
        At = e => e.At,
        TimePassed = at => new IdeaEvent.TermPassed(at),
        SentOnPaper = (at, post) => new IdeaEvent.SentByLetter(at, post.By, ((IdeaEffect.SendMail)post.Effect).Kind, post.Reason),
        Know = async (key, before, e, cancellation) =>
        {
            var round = RoundOf(before.Item, e) is { } period ? await store.LoadRound(new RoundKey(key.Smederij, period), cancellation) : null;
            var version = await settings.Version(key.Smederij, before.Item.SettingsVersion, cancellation);
            return new IdeaKnown(new Circumstances(version, round?.Item.Ledger ?? Ledger.Empty), round);
        },
        Decide = (idea, e, known) => IdeaDecider.Decide(idea, e, known.Circumstances),
        Publishes = Publishes,
        Post = Post,
        Lists = async (key, stored, cancellation) =>
        {
            var needed = (await settings.Version(key.Smederij, stored.Item.SettingsVersion, cancellation)).SupportThreshold;
            var (summary, running) = (IdeaSummary.Of(stored, needed), RunningOf(stored));
            var inPhase = new Listed(IdeaKeys.Phase(summary.Phase, summary.Id), Rows.Write(summary, IdeaJson.Default.IdeaSummary));
            return running is null ? [inPhase] : [inPhase, new Listed(running.Row, Rows.Write(running, IdeaJson.Default.RunningIdea))];
        },
        AlsoFollows = change => options.KeepsBoard ? Shown(change) : [],
        CountRefusal = refusal =>
        {
            if (refusal == Refusal.TooLittleMoney)
                Figures.LedgerRefused();
        },
    };

    /// <summary>Hands in a new idea. Its id comes back as the result, also when the same command comes again.</summary>
    /// <param name="also">Rows that belong to the same commit: content and submitter.</param>
    public static Task<Outcome<Refusal>> Submit(
        this IdeaItems ideas, SmederijSettings smederij, string id, CommandId command, IdeaEvent.Submitted e, string title, IEnumerable<Write> also,
        CancellationToken cancellation = default)
    {
        var circumstances = new Circumstances(smederij, Ledger.Empty);
        return ideas.Begin(
            new IdeaKey(smederij.Id, id), command, title, new(e, new IdeaKnown(circumstances, null), IdeaDecider.Submit(id, e, circumstances)),
            [.. also], cancellation);
    }

    /// <summary>Lets what comes from before this website begin where it is by now. Once it is there, nothing happens.</summary>
    /// <param name="smederij">The present settings.</param>
    /// <param name="also">Rows that belong to the same commit: content and, where somebody has to do something, submitter.</param>
    public static Task<Outcome<Refusal>> TakeOver(
        this IdeaItems ideas, IEntityStore store, SmederijSettings smederij, string id, CommandId command,
        Func<DateTimeOffset, IdeaEvent.TakenOver> happening, string title, IReadOnlyList<Write> also, CancellationToken cancellation) =>
        ideas.BeginOnce(
            new IdeaKey(smederij.Id, id), command, title, async at =>
            {
                var e = happening(at);
                var round = await store.LoadRound(new RoundKey(smederij.Id, e.Period), cancellation);
                var circumstances = new Circumstances(smederij, round?.Item.Ledger ?? Ledger.Empty);
                return new(e, new IdeaKnown(circumstances, round), IdeaDecider.TakeOver(id, e, circumstances));
            }, _ => Task.FromResult(also), cancellation);

    /// <summary>Who never confirmed, or was not looked at yet, is seen by nobody, nor is what was hidden as a whole.</summary>
    private static bool? Publishes(Idea idea, IdeaEvent e) => e switch
    {
        IdeaEvent.SubmissionConfirmed => idea.State is IdeaState.GatheringSupport,
        IdeaEvent.LookedAt or IdeaEvent.TakenOver => true,
        IdeaEvent.PartHidden { Part: IdeaEvent.Whole } => false,
        IdeaEvent.PartRestored { Part: IdeaEvent.Whole } => true,
        _ => null,
    };

    private static JsonTypeInfo? Holds(string[] key) => key switch
    {
        ["fase", ..] => IdeaJson.Default.IdeaSummary,
        ["loopt", ..] => IdeaJson.Default.RunningIdea,
        ["handtekeningen", _] => IdeaJson.Default.KnownScan,
        ["idee", _] => IdeaJson.Default.StoredIdea,
        ["idee", _, "inhoud"] => IdeaJson.Default.IdeaContent,
        ["idee", _, "log", _] => IdeaJson.Default.LogLine,
        ["idee", _, "foto" or "uitgave", _] => WorkJson.Default.AttachmentInfo,
        ["idee", _, "persoon", "rekening"] => IdeaJson.Default.SealedAccount,
        ["idee", _, "persoon" or "steun", _] => WorkJson.Default.Person,
        ["idee", _, "werk", _] => WorkJson.Default.StaffNote,
        _ => null,
    };

    /// <summary>The round is read only where a decision can touch its money.</summary>
    private static string? RoundOf(Idea idea, IdeaEvent e) => (idea.State, e) switch
    {
        (IdeaState.Granted, IdeaEvent.AccountGiven or IdeaEvent.AccountCorrected) => null,
        (IdeaState.Granted { ReleasedFirstBy: null }, IdeaEvent.ReleaseApproved) => null,
        (IdeaState.Released or IdeaState.Granted, IdeaEvent.PaymentMade) => null,
        (_, IdeaEvent.MoneyOffered offered) => offered.Period,
        (_, IdeaEvent.PartOffered offered) => offered.Period,
        (IdeaState.OfferedPart offer, _) => offer.Period,
        (IdeaState.Granted granted, _) => granted.Period,
        (IdeaState.Released released, _) => released.Period,
        (IdeaState.Ended { Refund: { } refund }, IdeaEvent.MoneyReceived or IdeaEvent.WriteOffApproved) => refund.Period,
        (IdeaState.Ended, IdeaEvent.PaymentReturned back) => back.Period,
        _ => null,
    };

    private static IEnumerable<Effect> Shown(Change<Idea, IdeaEvent, IdeaKnown> change)
    {
        // Of a round that is over the board shows no money; a past of a thousand projects would make it look as often.
        var money = change.Postings.IsEmpty || (change.Event is IdeaEvent.TakenOver && change.Known.Round is { Item.State: RoundState.Decided })
            ? null : change.Known.Round?.Item.Period;
        if (money is not null || RunningOf(change.Before) != RunningOf(change.After))
            yield return new BoardEffect.Show(money);
    }

    /// <summary>The money lies in a round, whose row changes in the same commit.</summary>
    private static Posted<Idea> Post(Idea idea, IdeaKnown known, ImmutableArray<LedgerEntry> postings)
    {
        if (postings.IsEmpty)
            return new(idea, [], []);
        var loaded = known.Round ?? throw new InvalidOperationException("A decision over money needs the round that it was made with.");
        var (round, lines, told) = LedgerRows.Post(loaded.Item, postings);
        var row = Rows.Write(loaded with { Item = round }, LedgerJson.Default.StoredRound);
        return new(idea, [.. lines, new Write.Replace(RoundKeys.Round(round.Period), row, loaded.ETag)], told);
    }

    private static RunningIdea? RunningOf(Stored<Idea>? stored) => stored is null ? null : RunningIdea.Of(stored.Item, stored.Title);
}
