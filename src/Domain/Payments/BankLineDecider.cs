using static Smederijen.Domain.Decision<
    Smederijen.Domain.Payments.BankLine, Smederijen.Domain.Payments.BankLineEffect, Smederijen.Domain.Payments.BankRefusal>;
using static Smederijen.Domain.Payments.BankRefusal;

namespace Smederijen.Domain.Payments;

/// <summary>The whole judgement over one line of the bank: every state answers every event.</summary>
public static class BankLineDecider
{
    public static Accepted Start(string id, BankLineEvent.Read e)
    {
        var state = Begin(e);
        return new(new BankLine(id, e.File, e.By, e.Sort, e.IsIn, e.Amount, e.On, state, e.At), Follows(state));
    }

    public static BankLineDecision Decide(BankLine line, BankLineEvent e) => (line.State, e) switch
    {
        (_, BankLineEvent.Read or BankLineEvent.MomentCame) => AlreadySo.Instance,

        (LineState.Handed s, BankLineEvent.Answered { Doubt: { } doubt }) => To(line, e, new LineState.Open(doubt, s.Meaning)),
        (LineState.Handed s, BankLineEvent.Answered) => To(line, e, new LineState.Settled(s.Meaning, s.FirstBy, s.SecondBy)),
        (_, BankLineEvent.Answered) => AlreadySo.Instance,

        // By hand, always by two.
        (not LineState.Open, BankLineEvent.Proposed or BankLineEvent.Agreed or BankLineEvent.Dropped) => new Refused(NotOpen),
        (_, BankLineEvent.Proposed) when line.Proposal is not null => new Refused(ProposalInTheWay),
        (_, BankLineEvent.Proposed x) => CannotBe(line, x.Meaning) is { } why ? new Refused(why)
            : new Accepted(Stay(line) with { Proposal = new LineProposal(x.By, x.Meaning) }, []),
        (_, BankLineEvent.Agreed or BankLineEvent.Dropped) when line.Proposal is null => new Refused(NoProposal),
        (_, BankLineEvent.Agreed x) when x.Seen != line.Revision => new Refused(ChangedMeanwhile),
        (_, BankLineEvent.Dropped x) when x.Seen != line.Revision => new Refused(ChangedMeanwhile),
        (_, BankLineEvent.Agreed x) when line.Proposal!.By == x.By => new Refused(SamePersonTwice),
        (_, BankLineEvent.Agreed x) => Agree(line, e, line.Proposal!, x.By),
        (_, BankLineEvent.Dropped) => new Accepted(Stay(line) with { Proposal = null }, []),

        _ => throw new ArgumentOutOfRangeException(nameof(e), e.GetType().Name, "The decider does not know this event."),
    };

    private static LineState Begin(BankLineEvent.Read e) => (e.Meaning, e.Doubt) switch
    {
        ({ } meaning, null) => meaning is LineMeaning.Accepted ? new LineState.Settled(meaning) : new LineState.Handed(meaning),
        (var about, var doubt) => new LineState.Open(doubt ?? LineDoubt.Unrecognised, about),
    };

    private static BankRefusal? CannotBe(BankLine line, LineMeaning meaning) => meaning switch
    {
        LineMeaning.Unrelated x => string.IsNullOrWhiteSpace(x.Reason) ? ReasonMissing : null,
        LineMeaning.PaidBack x => !line.IsIn ? OtherWay : x.Amount == Euro.Zero || x.Amount > line.Amount ? OtherAmount : null,
        LineMeaning.Paid => line.IsIn || line.Sort == BankFileSort.Answer ? OtherWay : null,
        LineMeaning.Returned => line.IsIn || line.Sort == BankFileSort.Answer ? null : OtherWay,
        _ => OtherWay,
    };

    /// <summary>What is of something else has nobody to answer.</summary>
    private static Accepted Agree(BankLine line, BankLineEvent e, LineProposal said, string by) => said.Meaning is LineMeaning.Unrelated
        ? To(line, e, new LineState.Settled(said.Meaning, said.By, by))
        : To(line, e, new LineState.Handed(said.Meaning, said.By, by));

    private static ImmutableArray<BankLineEffect> Follows(LineState state) => state is LineState.Handed ? [new BankLineEffect.HandOver()] : [];

    private static BankLine Stay(BankLine line) => line with { Revision = line.Revision + 1 };

    private static Accepted To(BankLine line, BankLineEvent e, LineState state) =>
        new(Stay(line) with { State = state, Since = e.At, Proposal = null }, Follows(state));
}
