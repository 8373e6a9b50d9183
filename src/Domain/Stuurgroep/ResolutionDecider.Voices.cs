using static Smederijen.Domain.Decision<Smederijen.Domain.Stuurgroep.Resolution, Smederijen.Domain.Stuurgroep.ResolutionEffect, Smederijen.Domain.Stuurgroep.ResolutionRefusal>;
using static Smederijen.Domain.Stuurgroep.ResolutionEvent;
using static Smederijen.Domain.Stuurgroep.ResolutionRefusal;
using static Smederijen.Domain.Stuurgroep.ResolutionState;

namespace Smederijen.Domain.Stuurgroep;

/// <content>From the voices of the seats to a decision.</content>
public static partial class ResolutionDecider
{
    private static ResolutionDecision Hear(Resolution resolution, Open s, VoiceGiven e) => s.Sitting.Find(e.Seat) switch
    {
        null => Refuse(NotASeat),
        { Voice: { } stands } => stands == e.Voice ? AlreadySo.Instance : Refuse(SpokeDifferently),
        { Left: not null } => Refuse(OutOfTheCount),
        _ when e.Voice != Voice.Abstain && !resolution.Subject.Choices.Contains(e.Voice) => Refuse(VoiceNotPossible),
        _ when NeedsReason(e.Voice) && string.IsNullOrWhiteSpace(e.Reason) => Refuse(ReasonMissing),
        var seat => Settle(resolution, s, s.Sitting.With(seat with { Voice = e.Voice, Reason = e.Reason, ByDeputy = e.ByDeputy }), e),
    };

    /// <summary>Whether a voice has to say why.</summary>
    public static bool NeedsReason(Voice voice) => voice is Voice.Against or Voice.Change or Voice.Stop;

    private static ResolutionDecision Excuse(Resolution resolution, Open s, ConflictDeclared e) => s.Sitting.Find(e.Seat) switch
    {
        null => Refuse(NotASeat),
        { Left: LeftBecause.ConflictOfInterest } => AlreadySo.Instance,
        { Left: not null } => Refuse(OutOfTheCount),
        { Voice: not null } => Refuse(SpokeDifferently),
        var seat => Settle(resolution, s, s.Sitting.With(seat with { Left = LeftBecause.ConflictOfInterest, ByDeputy = e.ByDeputy }), e),
    };

    private static ResolutionDecision Hand(Resolution resolution, Open s, HandedToDeputy e) => s.Sitting.Find(e.Seat) switch
    {
        null => Refuse(NotASeat),
        { IsWaiting: false } => Refuse(OutOfTheCount),
        { HasDeputy: false } => Refuse(NoDeputy),
        { DeputyAsked: true } => AlreadySo.Instance,
        var seat =>
            To(resolution, e, s with { Sitting = s.Sitting.With(seat with { DeputyAsked = true }) },
            new ResolutionEffect.AskSeat(seat.Id, Deputy: true, Again: false)),
    };

    /// <summary>Decides as soon as nothing that the others say can change the outcome; without anybody left it lapses at once.</summary>
    private static Accepted Settle(Resolution resolution, Open s, Sitting sitting, ResolutionEvent e) =>
        sitting.IsDeserted ? End(resolution, e, new Lapsed(sitting, LapsedBecause.NoQuorum), sitting)
        : sitting.HasQuorum && sitting.Possible(resolution.Subject, sitting.Waiting.Count()) is [var certain]
            ? Conclude(resolution, e, sitting, certain)
        : To(resolution, e, s with { Sitting = sitting });

    private static Accepted PassTime(Resolution resolution, Open s, ResolutionEvent e, StuurgroepSettings settings) =>
        Settle(resolution, s, s.Sitting, e) is { Item.State: not Open } settled ? settled
        : s.Term.IsOverAt(e.At) ? Close(resolution, s, e, settings)
        : s.Term.RemindAt <= e.At ? Remind(resolution, s, e)
        : To(resolution, e, s);

    /// <summary>The deputies of those who are silent are asked as well.</summary>
    private static Accepted Remind(Resolution resolution, Open s, ResolutionEvent e) => To(
        resolution, e, s with { Term = s.Term.AfterReminder(), Sitting = WithDeputies(s.Sitting) }, [.. AskAgain(s.Sitting)]);

    private static Accepted Close(Resolution resolution, Open s, ResolutionEvent e, StuurgroepSettings settings) =>
        s.Sitting.HasQuorum ? Conclude(resolution, e, s.Sitting, s.Sitting.Possible(resolution.Subject, 0).Single())
        : s.Extended ? End(resolution, e, new Lapsed(s.Sitting, LapsedBecause.NoQuorum), s.Sitting)
        : To(
            resolution, e, new Open(WithDeputies(s.Sitting), new Term(Terms.DaysAfter(e.At, settings.DaysToDecide), null), Extended: true),
            [.. AskAgain(s.Sitting), new ResolutionEffect.TellSecretary(Extended: true)]);

    private static Sitting WithDeputies(Sitting sitting) => sitting with
    {
        Seats = [.. sitting.Seats.Select(seat => seat.IsWaiting && seat.HasDeputy ? seat with { DeputyAsked = true } : seat)],
    };

    private static IEnumerable<ResolutionEffect> AskAgain(Sitting sitting) => sitting.Waiting.SelectMany(seat => (ResolutionEffect[])(seat.HasDeputy
        ? [new ResolutionEffect.AskSeat(seat.Id, Deputy: false, Again: true), new ResolutionEffect.AskSeat(seat.Id, Deputy: true, Again: true)]
        : [new ResolutionEffect.AskSeat(seat.Id, Deputy: false, Again: true)]));

    private static Accepted Conclude(Resolution resolution, ResolutionEvent e, Sitting sitting, Voice? outcome) => End(
        resolution, e, outcome is { } decided ? new Decided(sitting, decided) : new Lapsed(sitting, LapsedBecause.NoMajority), sitting);

    /// <summary>However it ends, seats and secretary hear it; money and plans move only after this commit.</summary>
    private static Accepted End(Resolution resolution, ResolutionEvent e, ResolutionState state, Sitting sitting) => To(
        resolution, e, state,
        [.. Carried(resolution.Subject, state), .. sitting.Seats.Select(seat => new ResolutionEffect.TellSeat(seat.Id)),
            new ResolutionEffect.TellSecretary()]);

    private static ImmutableArray<ResolutionEffect> Carried(Subject subject, ResolutionState state) => (subject, state) switch
    {
        (Subject.Allotment a, Decided { Outcome: Voice.For }) =>
            [.. a.Lines.Where(line => line.Amount > Euro.Zero).Select(line => new ResolutionEffect.AllotTo(line.Smederij))],
        (Subject.Remainder r, Decided { Outcome: Voice.For }) => [.. r.Lines.Select(line => new ResolutionEffect.SettleRemainder(line.Smederij))],
        (Subject.PlanMoment, _) => [new ResolutionEffect.TellPlan()],
        _ => [],
    };
}
