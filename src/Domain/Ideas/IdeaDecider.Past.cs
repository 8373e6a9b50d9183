using static Smederijen.Domain.Ideas.IdeaEvent;
using static Smederijen.Domain.Ideas.IdeaState;
using static Smederijen.Domain.Ideas.Refusal;

namespace Smederijen.Domain.Ideas;

/// <content>Ideas and projects of before this website.</content>
public static partial class IdeaDecider
{
    /// <summary>
    /// The first decision over what comes from before: it goes on where it was, with the terms of today. What had ended by then tells
    /// nobody, and knows no people.
    /// </summary>
    public static IdeaDecision TakeOver(string id, TakenOver e, Circumstances c)
    {
        var idea = new Idea(id, c.Settings.Version, e.Amount, null!, e.At);
        var supported = idea with { OnPaper = e.Supporters > 0 ? e.Supporters : null };
        return e.Standing switch
        {
            Standing.GatheringSupport when e.Supporters < c.Settings.SupportThreshold => To(
                idea, e, new GatheringSupport(0, e.Supporters, Term.OfDays(e.At, c.Settings.Terms.SupportDays)),
                [FirstMail(MailKind.SupportStarted)]),
            Standing.GatheringSupport or Standing.InReview => StartReview(
                supported, e, FirstPanel(c), c, FirstMail(MailKind.SupportReached)),
            _ when e.Spent > c.Ledger.Available => Refuse(TooLittleMoney),
            Standing.Granted => To(
                supported, e, new Granted(e.Amount, e.Period, Term.OfDays(e.At, c.Settings.Terms.AccountDays)),
                [FirstMail(MailKind.MoneyGranted)], [new LedgerEntry.Reserve(e.Amount, id)]),
            Standing.Released => SinceThen(To(supported, e, Carried(e, c), [], Paid(e, id)), e),
            Standing.Completed => SinceThen(
                To(supported, e, new Ended(IdeaPhase.Completed) { FlowsBack = e.Amount - e.Spent }, [], Paid(e, id)), e),
            Standing.CameToNothing => SinceThen(To(supported, e, new Ended(IdeaPhase.Declined), []), e),
            _ => throw new ArgumentOutOfRangeException(nameof(e), e.Standing, "The decider does not know where this idea stood."),
        };
    }

    private static ImmutableArray<LedgerEntry> Paid(TakenOver e, string id) =>
        e.Spent == Euro.Zero ? [] : [new LedgerEntry.Reserve(e.Spent, id), new LedgerEntry.Release(e.Spent, id)];

    /// <summary>Reminders go by the day of payment. Who is late by then has a month from today, without a reminder.</summary>
    private static Released Carried(TakenOver e, Circumstances c)
    {
        var (paid, soonest) = (Amsterdam.StartOfDay(e.On), Terms.MonthsAfter(e.At, 1));
        var (before, chase) = (Terms.MonthsAfter(paid, c.Settings.Terms.RealisationMonths), NextRealisationChase(c.RealisationChase(paid, 0), e, c));
        return before > soonest ? new(e.Amount, e.Period, before, chase) : new(e.Amount, e.Period, soonest, chase with { Next = soonest });
    }

    private static IdeaEffect FirstMail(MailKind kind) => new IdeaEffect.SendMail(kind, Addressee.Submitter) { IsFromBefore = true };

    private static IdeaDecision SinceThen(IdeaDecision decision, TakenOver e) => decision is IdeaDecision.Accepted accepted
        ? accepted with { Item = accepted.Item with { Since = Amsterdam.StartOfDay(e.On) } }
        : decision;
}
