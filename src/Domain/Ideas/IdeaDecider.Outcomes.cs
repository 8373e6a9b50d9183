using static Smederijen.Domain.Decision<Smederijen.Domain.Ideas.Idea, Smederijen.Domain.Ideas.IdeaEffect, Smederijen.Domain.Ideas.Refusal>;

namespace Smederijen.Domain.Ideas;

/// <content>The few shapes that a decision takes.</content>
public static partial class IdeaDecider
{
    private static IdeaDecision Refuse(Refusal reason) => new Refused(reason);

    private static IdeaEffect Mail(MailKind kind, Addressee to, int version = 0) => new IdeaEffect.SendMail(kind, to, version);

    /// <summary>Into another state, from now on.</summary>
    private static IdeaDecision To(Idea idea, IdeaEvent e, IdeaState state,
        ImmutableArray<IdeaEffect> effects, ImmutableArray<LedgerEntry> postings = default) =>
        new Accepted(
            idea with
            {
                State = state,
                Since = e.At,
                Revision = idea.Revision + 1,
                PausedAt = null,
                OnPaper = idea.State is IdeaState.GatheringSupport { OnPaper: > 0 and var counted } ? counted : idea.OnPaper,
            },
            effects,
            postings.IsDefault ? [] : postings);

    /// <summary>Something is added, the state goes on.</summary>
    private static IdeaDecision Stay(Idea idea, IdeaEvent e, IdeaState state, params ImmutableArray<IdeaEffect> effects) =>
        new Accepted(idea with { State = state, Revision = idea.Revision + 1 }, effects, []);

    private static IdeaDecision GatherSupport(Idea idea, IdeaEvent e, Circumstances c) => To(idea, e,
        new IdeaState.GatheringSupport(0, 0, Term.OfDays(e.At, c.Settings.Terms.SupportDays)), [Mail(MailKind.SupportStarted, Addressee.Submitter)]);

    /// <summary>The idea ends, and the submitter hears it.</summary>
    private static IdeaDecision End(Idea idea, IdeaEvent e, IdeaPhase outcome, MailKind mail, string? reason = null) =>
        EndWith(idea, e, outcome, reason, [Mail(mail, Addressee.Submitter)], []);

    private static IdeaDecision EndWith(
        Idea idea, IdeaEvent e, IdeaPhase outcome, string? reason, ImmutableArray<IdeaEffect> effects, ImmutableArray<LedgerEntry> postings) =>
        To(idea, e, new IdeaState.Ended(outcome, reason), effects, postings);

    /// <summary>Whatever makes an idea end, its people are kept for the same time after it, and its payments are known.</summary>
    private static IdeaDecision WithRetention(Idea before, IdeaDecision decision, Circumstances c) =>
        before.State is not IdeaState.Ended && decision is Accepted { Item: { State: IdeaState.Ended ended } idea } accepted
            ? accepted with { Item = idea with { State = Kept(before.State, ended, c.ErasureOf(idea.Since)) } }
            : decision;

    private static IdeaState.Ended Kept(IdeaState before, IdeaState.Ended ended, DateTimeOffset eraseAt)
    {
        ImmutableArray<PaidPart> paid = [.. PartsOf(before), .. ended.Parts];
        return ended with
        {
            EraseAt = eraseAt,
            Payment = Math.Max(ended.Payment, LastPayment(before)),
            Paid = paid.IsEmpty ? null : paid,
        };
    }

    /// <summary>What was released as payments and did not come back.</summary>
    private static ImmutableArray<PaidPart> PartsOf(IdeaState state) => state switch
    {
        IdeaState.Released { Payment: > 0 } s => [s.Part],
        IdeaState.Granted { Done: { } done } => done.Paid,
        IdeaState.Ended s => s.Parts,
        _ => [],
    };

    /// <summary>No payment of the idea has a higher number.</summary>
    private static int LastPayment(IdeaState state) => state switch
    {
        IdeaState.Released s => s.Payment,
        IdeaState.Granted { Done: not null } s => s.AccountCorrections,
        IdeaState.Ended s => s.Payment,
        _ => 0,
    };

    /// <summary>Staff and reviewers say why: an empty reason is refused before anything else is looked at.</summary>
    private static IdeaDecision Reasoned(string? reason, Func<IdeaDecision> decide) =>
        string.IsNullOrWhiteSpace(reason) ? Refuse(Refusal.ReasonMissing) : decide();
}
