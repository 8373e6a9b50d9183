using static Smederijen.Domain.Decision<Smederijen.Domain.Ideas.Idea, Smederijen.Domain.Ideas.IdeaEffect, Smederijen.Domain.Ideas.Refusal>;
using static Smederijen.Domain.Ideas.IdeaEvent;
using static Smederijen.Domain.Ideas.IdeaState;
using static Smederijen.Domain.Ideas.Refusal;

namespace Smederijen.Domain.Ideas;

/// <content>Granting, releasing by two people, and what is freed again.</content>
public static partial class IdeaDecider
{
    private static IdeaDecision Grant(Idea idea, MoneyOffered o, Circumstances c) =>
        idea.Amount > c.Ledger.Available
            ? Refuse(TooLittleMoney)
            : To(idea, o,
                new Granted(idea.Amount, o.Period, Term.OfDays(o.At, c.Settings.Terms.AccountDays)),
                [Mail(MailKind.MoneyGranted, Addressee.Submitter)],
                [new LedgerEntry.Reserve(idea.Amount, idea.Id)]);

    /// <summary>There is money for all of it after all.</summary>
    private static IdeaDecision GrantWhole(Idea idea, MoneyOffered o, OfferedPart s, Circumstances c) =>
        o.Period != s.Period || idea.Amount > c.Ledger.Available + s.Amount ? AlreadySo.Instance
        : To(idea, o,
            new Granted(idea.Amount, s.Period, Term.OfDays(o.At, c.Settings.Terms.AccountDays)),
            [Mail(MailKind.MoneyGranted, Addressee.Submitter)],
            [new LedgerEntry.Free(s.Amount, idea.Id), new LedgerEntry.Reserve(idea.Amount, idea.Id)]);

    /// <summary>What is left of the round is set apart for it, until the submitter says whether the idea can do with that.</summary>
    private static IdeaDecision OfferPart(Idea idea, PartOffered o, Suitable s, Circumstances c) =>
        s.NoPartIn == o.Period ? AlreadySo.Instance
        : s.InRound is { } round && round != o.Period ? Refuse(InAnotherRound)
        : o.Amount == Euro.Zero || o.Amount >= idea.Amount ? Refuse(OutcomeNotPossible)
        : o.Amount > c.Ledger.Available ? Refuse(TooLittleMoney)
        : To(idea, o,
            new OfferedPart(o.Amount, o.Period, Term.OfDays(o.At, c.Settings.Terms.PartDays), s.CarriedOverTo, s.InRound),
            [Mail(MailKind.PartOffered, Addressee.Submitter)],
            [new LedgerEntry.Reserve(o.Amount, idea.Id) { IsPart = true }]);

    /// <summary>The idea is for this amount from now on. There may be money beside it that the next ideas wait for.</summary>
    private static IdeaDecision AcceptPart(Idea idea, PartAccepted a, OfferedPart s, Circumstances c) =>
        a.Amount != s.Amount ? Refuse(OfferChangedSince)
        : string.IsNullOrWhiteSpace(a.Text) ? Refuse(PlanMissing)
        : To(idea with { Amount = s.Amount, Asked = idea.Asked ?? idea.Amount }, a,
            new Granted(s.Amount, s.Period, Term.OfDays(a.At, c.Settings.Terms.AccountDays)),
            [Mail(MailKind.MoneyGranted, Addressee.Submitter), new IdeaEffect.OfferRest(s.Period)]);

    /// <summary>It is where it was, and the money goes to the next.</summary>
    private static IdeaDecision WithoutPart(Idea idea, IdeaEvent e, OfferedPart s, params ImmutableArray<IdeaEffect> mails) => To(idea, e,
        new Suitable(s.CarriedOverTo, s.InRound, s.Period),
        [.. mails, new IdeaEffect.OfferRest(s.Period)], [new LedgerEntry.Free(s.Amount, idea.Id)]);

    private static IdeaDecision ChasePart(Idea idea, IdeaEvent e, OfferedPart s) => s.Term.IsOverAt(e.At)
        ? WithoutPart(idea, e, s, Mail(MailKind.PartLapsed, Addressee.Submitter))
        : Stay(idea, e, s with { Term = s.Term.AfterReminder() }, Mail(MailKind.PartReminder, Addressee.Submitter));

    /// <summary>Whatever lets a suitable idea fit asks at once, or it would wait until another idea asks for its own.</summary>
    private static ImmutableArray<IdeaEffect> AskForMoney(Circumstances c) => c.Settings.Round.Rolling ? [new IdeaEffect.OfferMoney()] : [];

    /// <summary>Staff are expected to release before the first reminder: after that the board shows the idea as overdue.</summary>
    private static IdeaDecision AwaitRelease(Idea idea, IdeaEvent e, Granted s, string? account, Circumstances c)
    {
        var chase = c.ReleaseChase(e.At);
        return Stay(idea, e, s with { AccountKnown = true, Account = account, Chase = chase, Term = new Term(chase.Next, null) },
            Mail(MailKind.ReleaseRequest, Addressee.Staff));
    }

    /// <summary>An approval was for the account as it was: staff look at the new one from the start.</summary>
    private static IdeaDecision CorrectAccount(Idea idea, AccountCorrected e, Granted s, Circumstances c) =>
        !s.AccountKnown ? Refuse(NotYet)
        : PartsOf(s).Any(part => part.On is null) ? Refuse(PaymentUnderWay)
        : AwaitRelease(idea, e, s with { ReleasedFirstBy = null, AccountCorrections = s.AccountCorrections + 1 }, e.Account, c);

    private static IdeaDecision Release(Idea idea, ReleaseApproved r, Granted s, Circumstances c) =>
        !s.AccountKnown ? Refuse(AccountMissing)
        : r.AccountCorrections != s.AccountCorrections ? Refuse(AccountChangedSince)
        : s.Account is { } given && r.Account != given ? Refuse(AccountForged)
        : s.ReleasedFirstBy is null ? Stay(idea, r, s with { ReleasedFirstBy = r.By }, Mail(MailKind.ReleaseRequest, Addressee.Staff))
        : s.ReleasedFirstBy == r.By ? Refuse(SamePersonTwice)
        : s.Done is not null
            ? Order(idea, r, s, s.Amount, new Ended(IdeaPhase.Completed) { Payment = s.NextPayment, Paid = [new(s.NextPayment, s.Amount)] })
            : ReleaseFor(idea, r, s, c.Settings.Instalments?.AdvanceOf(s.Amount), c);

    /// <summary>The plan can begin. Of an advance the rest stays reserved.</summary>
    private static IdeaDecision ReleaseFor(Idea idea, ReleaseApproved r, Granted s, Euro? advance, Circumstances c) => Order(
        idea, r, s, advance ?? s.Amount,
        new Released(
            s.Amount, s.Period, Terms.MonthsAfter(r.At, c.Settings.Terms.RealisationMonths), c.RealisationChase(r.At, 0), Account: s.Account,
            Payment: s.NextPayment, Advance: advance));

    private static IdeaDecision Order(Idea idea, ReleaseApproved r, Granted s, Euro amount, IdeaState after) => To(
        idea, r, after,
        [
            Mail(MailKind.MoneyReleased, Addressee.Submitter),
            new IdeaEffect.OrderPayment(s.NextPayment, amount, s.Period, s.Account, s.ReleasedFirstBy!, r.By),
        ],
        [new LedgerEntry.Release(amount, idea.Id) { Payment = s.NextPayment }]);

    private static IdeaDecision Pay(Idea idea, PaymentMade p, Released s) =>
        p.Payment != s.Payment || s.PaidOn is not null ? AlreadySo.Instance
        : Stay(idea, p, s with { PaidOn = p.On }, Mail(MailKind.MoneyPaid, Addressee.Submitter));

    /// <summary>The plan was done before anybody knew that its advance was paid.</summary>
    private static IdeaDecision PayPart(Idea idea, PaymentMade p, Granted s, CarriedOut done) => !Awaits(done.Paid, p.Payment) ? AlreadySo.Instance
        : Stay(idea, p, s with { Done = new(PaidOn(done.Paid, p)) }, Mail(MailKind.MoneyPaid, Addressee.Submitter));

    private static bool Awaits(ImmutableArray<PaidPart> parts, int payment) => parts.Any(part => part.Number == payment && part.On is null);

    private static ImmutableArray<PaidPart> PaidOn(ImmutableArray<PaidPart> parts, PaymentMade p) =>
        [.. parts.Select(part => part.Number == p.Payment ? part with { On = p.On } : part)];

    private static ImmutableArray<PaidPart> Without(ImmutableArray<PaidPart> parts, int payment) => [.. parts.Where(part => part.Number != payment)];

    /// <summary>
    /// The same order is never paid again: the submitter gives another account, two people look at that one, and their release makes another order.
    /// </summary>
    private static IdeaDecision TakeBack(Idea idea, PaymentReturned p, Released s, Circumstances c) => p.Payment != s.Payment ? AlreadySo.Instance
        : To(idea, p,
            new Granted(s.Amount, s.Period, Term.OfDays(p.At, c.Settings.Terms.AccountDays), AccountCorrections: s.Payment),
            [Mail(MailKind.PaymentReturned, Addressee.Submitter), Mail(MailKind.PaymentReturned, Addressee.Staff)],
            [new LedgerEntry.Bounce(s.Part.Amount, idea.Id) { Payment = s.Payment }]);

    /// <summary>
    /// The plan is done and an earlier payment of it did not arrive: all that is not paid goes to another account, at once. Whoever approved a
    /// release did so for another amount and another account.
    /// </summary>
    private static IdeaDecision TakeBackPart(Idea idea, PaymentReturned p, Granted s, CarriedOut done, Circumstances c) =>
        done.Paid.FirstOrDefault(part => part.Number == p.Payment) is not { } back ? AlreadySo.Instance
        : To(idea, p,
            new Granted(
                s.Amount + back.Amount, s.Period, Term.OfDays(p.At, c.Settings.Terms.AccountDays), AccountCorrections: s.NextPayment,
                Done: new(Without(done.Paid, p.Payment))),
            [Mail(MailKind.PaymentReturned, Addressee.Submitter), Mail(MailKind.PaymentReturned, Addressee.Staff)],
            [new LedgerEntry.Bounce(back.Amount, idea.Id) { Payment = p.Payment }]);

    private static IdeaDecision ChaseGranted(Idea idea, IdeaEvent e, Granted s, Circumstances c) => s switch
    {
        { AccountKnown: true } => Stay(idea, e,
            s with { Chase = Chase.OfWorkingDays(s.Chase!.From, s.Chase.Sent + 1, c.Settings.Terms.ReleaseReminderWorkingDays) },
            Mail(MailKind.ReleaseReminder, Addressee.Staff)),
        { Done: not null } when s.Term.IsOverAt(e.At) => EndWith(idea, e, IdeaPhase.Completed, null,
            [Mail(MailKind.RestLapsed, Addressee.Submitter), new IdeaEffect.OfferMoney()], [new LedgerEntry.Free(s.Amount, idea.Id)]),
        _ when s.Term.IsOverAt(e.At) => EndWith(idea, e, IdeaPhase.Expired, null,
            [Mail(MailKind.IdeaExpired, Addressee.Submitter), new IdeaEffect.OfferMoney()], [new LedgerEntry.Free(s.Amount, idea.Id)]),
        _ => Stay(idea, e, s with { Term = s.Term.AfterReminder() }, Mail(MailKind.AccountReminder, Addressee.Submitter)),
    };

    private static IdeaDecision DecideLongTrack(Idea idea, LongTrackDecided d) => Reasoned(d.Reason, () => d.Outcome switch
    {
        LongTrackOutcome.GoOn => Stay(idea, d, idea.State),
        LongTrackOutcome.Complete => End(idea, d, IdeaPhase.Completed, MailKind.IdeaCompleted, d.Reason),
        _ => End(idea, d, IdeaPhase.Declined, MailKind.FoundUnsuitable, d.Reason),
    });

    private static IdeaDecision Withdraw(Idea idea, IdeaEvent e) => idea.State switch
    {
        Granted s => EndWith(idea, e, IdeaPhase.Withdrawn, null,
            [Mail(MailKind.IdeaWithdrawn, Addressee.Submitter), new IdeaEffect.OfferMoney()], [new LedgerEntry.Free(s.Amount, idea.Id)]),
        OfferedPart s => EndWith(idea, e, IdeaPhase.Withdrawn, null,
            [Mail(MailKind.IdeaWithdrawn, Addressee.Submitter), new IdeaEffect.OfferRest(s.Period)], [new LedgerEntry.Free(s.Amount, idea.Id)]),
        Suitable { InRound: { } period } => EndWith(idea, e, IdeaPhase.Withdrawn, null,
            [Mail(MailKind.IdeaWithdrawn, Addressee.Submitter), new IdeaEffect.LeaveRound(period)], []),
        _ => End(idea, e, IdeaPhase.Withdrawn, MailKind.IdeaWithdrawn),
    };
}
