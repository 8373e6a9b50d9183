using System.Collections.Immutable;
using Smederijen.Domain.Money;
using static Smederijen.Domain.Ideas.Decision;

namespace Smederijen.Domain.Ideas;

/// <content>The few shapes that a decision takes.</content>
public static partial class IdeaDecider
{
    private static Decision Refuse(Refusal reason) => new Refused(reason);

    private static Effect Mail(MailKind kind, Addressee to, int version = 0) => new Effect.SendMail(kind, to, version);

    /// <summary>Into another state, from now on.</summary>
    private static Decision To(Idea idea, IdeaEvent e, IdeaState state, ImmutableArray<Effect> effects, ImmutableArray<LedgerEntry> postings = default) =>
        new Accepted(
            idea with { State = state, Since = e.At, Revision = idea.Revision + 1, PausedAt = null },
            effects,
            postings.IsDefault ? [] : postings);

    /// <summary>Something is added, the state goes on.</summary>
    private static Decision Stay(Idea idea, IdeaEvent e, IdeaState state, params ImmutableArray<Effect> effects) =>
        new Accepted(idea with { State = state, Revision = idea.Revision + 1 }, effects, []);

    /// <summary>The idea ends, and the submitter hears it.</summary>
    private static Decision End(Idea idea, IdeaEvent e, IdeaPhase outcome, MailKind mail, string? reason = null) =>
        EndWith(idea, e, outcome, reason, [Mail(mail, Addressee.Submitter)], []);

    private static Decision EndWith(
        Idea idea, IdeaEvent e, IdeaPhase outcome, string? reason, ImmutableArray<Effect> effects, ImmutableArray<LedgerEntry> postings) =>
        To(idea, e, new IdeaState.Ended(outcome, reason), effects, postings);

    /// <summary>Whatever makes an idea end, its people are kept for the same time after it.</summary>
    private static Decision WithRetention(Idea before, Decision decision, Circumstances c) =>
        before.State is not IdeaState.Ended && decision is Accepted { Idea: { State: IdeaState.Ended ended } idea } accepted
            ? accepted with { Idea = idea with { State = ended with { EraseAt = c.ErasureOf(idea.Since) } } }
            : decision;

    /// <summary>Staff and reviewers say why: an empty reason is refused before anything else is looked at.</summary>
    private static Decision Reasoned(string? reason, Func<Decision> decide) =>
        string.IsNullOrWhiteSpace(reason) ? Refuse(Refusal.ReasonMissing) : decide();
}
