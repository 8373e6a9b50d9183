using static Smederijen.Domain.Decision<
    Smederijen.Domain.Payments.BankFile, Smederijen.Domain.Payments.BankFileEffect, Smederijen.Domain.Payments.BankRefusal>;

namespace Smederijen.Domain.Payments;

/// <summary>
/// A file of the bank that somebody read in, whole. The lines of it that concern us lie sealed beside it in parts, each of which goes away once
/// its lines are items of their own. Storage contract: the JSON is approved by a test.
/// </summary>
/// <param name="Id">Of its content: the same file is never read twice.</param>
/// <param name="By">Who read it in.</param>
/// <param name="Account">The end of the account that it is about; empty for an answer on payments.</param>
/// <param name="Number">As the bank calls it.</param>
/// <param name="Lines">How many lines of it concern us.</param>
/// <param name="Parts">How many parts those lie in.</param>
/// <param name="Taken">How many parts are in.</param>
/// <param name="Known">How many of its lines stood in an earlier file.</param>
/// <param name="Others">The lines that do not concern us, of which nothing is kept.</param>
/// <param name="Notes">What the bank left out or does not add up, in Dutch.</param>
/// <param name="Since">When it was read in.</param>
/// <param name="Revision">How many log entries it has.</param>
/// <param name="Balances">Of each statement in it, where the account is for us alone.</param>
public sealed record BankFile(
    string Id, BankFileSort Sort, string By, string Account, string Number, int Lines, int Parts, OtherLines Others, ImmutableArray<string> Notes,
    DateTimeOffset Since, int Taken = 0, int Known = 0, int Revision = 1, ImmutableArray<StatementBalances> Balances = default)
{
    // Generated readers set what a row leaves out to its default: the fallback stands in the getter.
    public ImmutableArray<string> Notes { get => field.IsDefault ? [] : field; init; } = Notes;

    public ImmutableArray<StatementBalances> Balances { get => field.IsDefault ? [] : field; init; } = Balances;

    [JsonIgnore]
    public BankFilePhase Phase => Taken < Parts ? BankFilePhase.Reading : BankFilePhase.Read;
}

public enum BankFileSort
{
    /// <summary>What was booked on the account of the municipality.</summary>
    Statement,

    /// <summary>What became of payments that were handed in.</summary>
    Answer,
}

public enum BankFilePhase
{
    Reading,
    Read,
}

/// <summary>Lines of which nothing is kept but their number and their sums.</summary>
/// <param name="In">In cents: a town books more in a year than the amounts of ideas go.</param>
/// <param name="Out">In cents.</param>
public sealed record OtherLines(int Count, long In, long Out)
{
    public static OtherLines None { get; } = new(0, 0, 0);
}

/// <summary>What stood on an account of ours before and after a statement, in cents; less than nothing is below zero.</summary>
/// <param name="Number">As the bank calls the statement.</param>
/// <param name="From">The day of the opening balance: the first day of the statement, or the day before.</param>
/// <param name="Until">The day of the closing balance.</param>
public sealed record StatementBalances(string Account, string Number, DateOnly From, long Opening, DateOnly Until, long Closing);

/// <summary>Something that happened to a file of the bank. Storage contract: approved by a test.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "wat")]
[JsonDerivedType(typeof(Received), "ontvangen")]
[JsonDerivedType(typeof(PartTaken), "deel-gelezen")]
[JsonDerivedType(typeof(MomentCame), "moment-gekomen")]
public abstract record BankFileEvent
{
    private BankFileEvent(DateTimeOffset at) => At = at;

    public DateTimeOffset At { get; }

    public sealed record Received(
        DateTimeOffset At, string By, BankFileSort Sort, string Account, string Number, int Lines, int Parts, OtherLines Others,
        ImmutableArray<string> Notes, ImmutableArray<StatementBalances> Balances = default) : BankFileEvent(At)
    {
        public ImmutableArray<string> Notes { get => field.IsDefault ? [] : field; init; } = Notes;

        public ImmutableArray<StatementBalances> Balances { get => field.IsDefault ? [] : field; init; } = Balances;
    }

    /// <summary>Every line of a part is an item of its own.</summary>
    /// <param name="Known">How many of them stood in an earlier file.</param>
    public sealed record PartTaken(DateTimeOffset At, int Part, int Known) : BankFileEvent(At);

    public sealed record MomentCame(DateTimeOffset At) : BankFileEvent(At);
}

/// <summary>What follows from a decision over a file of the bank. Storage contract: approved by a test.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "doe")]
[JsonDerivedType(typeof(TakePart), "lees-deel")]
public abstract record BankFileEffect : Effect
{
    private BankFileEffect() { }

    /// <summary>Let every line of a part become an item of its own, once.</summary>
    public sealed record TakePart(int Part) : BankFileEffect;
}

/// <summary>The whole judgement over a file of the bank.</summary>
public static class BankFileDecider
{
    public static Accepted Start(string id, BankFileEvent.Received e) => new(
        new BankFile(id, e.Sort, e.By, e.Account, e.Number, e.Lines, e.Parts, e.Others, e.Notes, e.At, Balances: e.Balances),
        e.Parts > 0 ? [new BankFileEffect.TakePart(1)] : []);

    public static BankFileDecision Decide(BankFile file, BankFileEvent e) => e switch
    {
        BankFileEvent.Received or BankFileEvent.MomentCame => AlreadySo.Instance,
        BankFileEvent.PartTaken x when x.Part != file.Taken + 1 || x.Part > file.Parts => AlreadySo.Instance,
        BankFileEvent.PartTaken x => new Accepted(
            file with { Taken = x.Part, Known = file.Known + x.Known, Revision = file.Revision + 1 },
            x.Part < file.Parts ? [new BankFileEffect.TakePart(x.Part + 1)] : []),
        _ => throw new ArgumentOutOfRangeException(nameof(e), e.GetType().Name, "The decider does not know this event."),
    };
}
