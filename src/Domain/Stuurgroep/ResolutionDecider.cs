using static Smederijen.Domain.Decision<Smederijen.Domain.Stuurgroep.Resolution, Smederijen.Domain.Stuurgroep.ResolutionEffect, Smederijen.Domain.Stuurgroep.ResolutionRefusal>;
using static Smederijen.Domain.Stuurgroep.ResolutionEvent;
using static Smederijen.Domain.Stuurgroep.ResolutionRefusal;
using static Smederijen.Domain.Stuurgroep.ResolutionState;

namespace Smederijen.Domain.Stuurgroep;

/// <summary>
/// The whole judgement over one resolution: every state answers every event. <c>docs/resolution-states.md</c> is printed from
/// this code.
/// </summary>
public static partial class ResolutionDecider
{
    /// <summary>Staff begin a division of money.</summary>
    public static ResolutionDecision Start(string id, Drafted e) => Begin(id, e.At, e.Proposal);

    /// <summary>Staff begin a proposal about what is left of a period.</summary>
    public static ResolutionDecision Start(string id, RemainderDrafted e) => Begin(id, e.At, e.Proposal);

    /// <summary>A plan asks; the seats hear it at once.</summary>
    public static ResolutionDecision Start(string id, MomentAsked e, StuurgroepSettings settings) =>
        Put(new Resolution(id, e.Moment, new Draft(), e.At, Revision: 0), e, settings);

    /// <summary>The answer of a resolution to an event, in the light of the settings.</summary>
    public static ResolutionDecision Decide(Resolution resolution, ResolutionEvent e, StuurgroepSettings settings) => (resolution.State, e) switch
    {
        (_, Drafted or RemainderDrafted or MomentAsked) => AlreadySo.Instance,

        // The clock: what is not due does not matter.
        (_, MomentCame) when resolution.NextDue is not { } due || e.At < due => AlreadySo.Instance,
        (Open s, MomentCame) => PassTime(resolution, s with { Sitting = s.Sitting.AfterTermsOver(e.At) }, e, settings),

        // Staff.
        (_, SentByLetter l) => Reasoned(l.Reason, () => To(resolution, e, resolution.State)),
        (_, PartHidden h) => Reasoned(h.Reason, () => To(resolution, e, resolution.State)),
        (_, PartRestored r) => Reasoned(r.Reason, () => To(resolution, e, resolution.State)),
        (Draft, Amended a) => Amend(resolution, e, a.Proposal),
        (Draft, RemainderAmended a) => Amend(resolution, e, a.Proposal),
        (Draft, PutToSeats) => Put(resolution, e, settings),
        (_, PutToSeats) => AlreadySo.Instance,
        (Open, Amended or RemainderAmended) => Refuse(NotADraft),
        (Open s, HandedToDeputy h) => Hand(resolution, s, h),
        (Draft, WithdrawnByStaff w) => Reasoned(w.Reason, () => To(resolution, e, new Withdrawn(w.Reason, null))),
        (Open s, WithdrawnByStaff w) => Reasoned(w.Reason, () => End(resolution, e, new Withdrawn(w.Reason, s.Sitting), s.Sitting)),
        (Withdrawn, WithdrawnByStaff) => AlreadySo.Instance,

        (Open s, SeatPassedOn p) when s.Sitting.Find(p.Seat) is { IsWaiting: true } =>
            To(resolution, e, s, new ResolutionEffect.AskSeat(p.Seat, p.Deputy, Again: false)),
        (_, SeatPassedOn) => AlreadySo.Instance,

        // The seats.
        (Draft, VoiceGiven or ConflictDeclared or HandedToDeputy) => Refuse(NotOpenYet),
        (Open s, VoiceGiven v) => Hear(resolution, s, v),
        (Open s, ConflictDeclared c) => Excuse(resolution, s, c),
        (_, VoiceGiven v) when resolution.State.Heard?.Find(v.Seat)?.Voice == v.Voice => AlreadySo.Instance,
        (_, ConflictDeclared c) when resolution.State.Heard?.Find(c.Seat)?.Left == LeftBecause.ConflictOfInterest => AlreadySo.Instance,

        (Decided or Lapsed or Withdrawn,
            Amended or RemainderAmended or HandedToDeputy or WithdrawnByStaff or VoiceGiven or ConflictDeclared) => Refuse(IsOver),
        _ => throw new ArgumentOutOfRangeException(nameof(e), e.GetType().Name, "The decider does not know this event."),
    };

    private static ResolutionDecision Begin(string id, DateTimeOffset at, Subject proposal) =>
        proposal.Fault is { } fault ? Refuse(fault)
        : new Accepted(new Resolution(id, proposal, new Draft(), at, Revision: 1), []);

    private static ResolutionDecision Amend(Resolution resolution, ResolutionEvent e, Subject proposal) =>
        proposal.GetType() != resolution.Subject.GetType() ? Refuse(OtherSubject)
        : proposal.Fault is { } fault ? Refuse(fault)
        : proposal.Equals(resolution.Subject) ? AlreadySo.Instance
        : To(resolution with { Subject = proposal }, e, resolution.State);

    /// <summary>Opens it to everybody who sits on the day, and fixes the seats and the rule.</summary>
    private static ResolutionDecision Put(Resolution resolution, ResolutionEvent e, StuurgroepSettings settings)
    {
        var sitting = settings.SittingAt(e.At);
        if (sitting.Seats.IsEmpty)
            return Refuse(NobodySits);
        var until = Terms.DaysAfter(e.At, settings.DaysToDecide);
        var remind = Terms.WorkingDaysAfter(e.At, settings.ReminderWorkingDays);
        return To(resolution, e, new Open(sitting, new Term(until, remind < until ? remind : null)), [.. sitting.Seats.Select(Ask)]);
    }

    private static ResolutionEffect Ask(SittingSeat seat) => new ResolutionEffect.AskSeat(seat.Id, Deputy: false, Again: false);

    private static Refused Refuse(ResolutionRefusal reason) => new(reason);

    private static Accepted To(Resolution resolution, ResolutionEvent e, ResolutionState state,
        params ImmutableArray<ResolutionEffect> effects) => new(
        resolution with
        {
            State = state,
            Since = state.Phase == resolution.State.Phase ? resolution.Since : e.At,
            Revision = resolution.Revision + 1,
        },
        effects);

    private static ResolutionDecision Reasoned(string? reason, Func<ResolutionDecision> decide) =>
        string.IsNullOrWhiteSpace(reason) ? Refuse(ReasonMissing) : decide();
}
