namespace Smederijen.Domain.Payments;

/// <summary>
/// One line of a file of the bank that concerns us: it ends at the payment or the idea that it is about, or waits for two people. Who paid and what
/// they wrote lies sealed beside it until then. Storage contract: the JSON is approved by a test.
/// </summary>
/// <param name="Id">The same for the same line, in whichever file it comes.</param>
/// <param name="File">In which it came first.</param>
/// <param name="By">Who read that file in.</param>
/// <param name="IsIn">Whether money came in.</param>
/// <param name="On">The day of the booking; of an answer the day that it was read in.</param>
/// <param name="Since">When it came into this state.</param>
/// <param name="Proposal">What somebody says that it means, until a second person agrees.</param>
/// <param name="Revision">How many log entries it has.</param>
public sealed record BankLine(
    string Id, string File, string By, BankFileSort Sort, bool IsIn, Euro Amount, DateOnly On, LineState State, DateTimeOffset Since,
    LineProposal? Proposal = null, int Revision = 1);

/// <summary>What a line of the bank is about.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(Paid), "betaald")]
[JsonDerivedType(typeof(Returned), "teruggekomen")]
[JsonDerivedType(typeof(Accepted), "aangenomen")]
[JsonDerivedType(typeof(PaidBack), "terugbetaald")]
[JsonDerivedType(typeof(Unrelated), "niet-van-ons")]
public abstract record LineMeaning
{
    private LineMeaning() { }

    /// <summary>An order was paid.</summary>
    public sealed record Paid(string Order) : LineMeaning;

    /// <summary>An order came back.</summary>
    /// <param name="Code">Of the bank.</param>
    /// <param name="NeverLeft">The bank refused it: no money moved.</param>
    public sealed record Returned(string Order, string Code, bool NeverLeft = false) : LineMeaning;

    /// <summary>The bank says that an order is under way. Only a statement says that it was paid.</summary>
    /// <param name="Status">The code of the bank.</param>
    public sealed record Accepted(string Order, string Status) : LineMeaning;

    /// <summary>Money that an idea had to pay back came in.</summary>
    public sealed record PaidBack(string Smederij, string Idea, Euro Amount) : LineMeaning;

    /// <summary>It is of something else, or told already: nothing is done with it.</summary>
    public sealed record Unrelated(string Reason) : LineMeaning;
}

/// <summary>Where a line of the bank is.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "staat")]
[JsonDerivedType(typeof(Handed), "doorgegeven")]
[JsonDerivedType(typeof(Open), "onbekend")]
[JsonDerivedType(typeof(Settled), "klaar")]
public abstract record LineState
{
    private LineState() { }

    [JsonIgnore]
    public abstract LinePhase Phase { get; }

    /// <summary>It is told to what it is about, which has to answer.</summary>
    /// <param name="FirstBy">Who proposed it; null where the bank said it by itself.</param>
    public sealed record Handed(LineMeaning Meaning, string? FirstBy = null, string? SecondBy = null) : LineState
    {
        public override LinePhase Phase => LinePhase.Handed;
    }

    /// <summary>It waits for people.</summary>
    /// <param name="About">What it seemed to mean; null when it means nothing to us.</param>
    public sealed record Open(LineDoubt Doubt, LineMeaning? About = null) : LineState
    {
        public override LinePhase Phase => LinePhase.Open;
    }

    public sealed record Settled(LineMeaning Meaning, string? FirstBy = null, string? SecondBy = null) : LineState
    {
        public override LinePhase Phase => LinePhase.Settled;
    }
}

public enum LinePhase
{
    Handed,
    Open,
    Settled,
}

/// <summary>Why a line waits for people.</summary>
public enum LineDoubt
{
    /// <summary>Nothing in it is of ours.</summary>
    Unrecognised,

    /// <summary>It names an order of another amount.</summary>
    OtherAmount,

    /// <summary>It names a batch of another amount.</summary>
    OtherTotal,

    /// <summary>It names an order and goes the other way.</summary>
    OtherWay,

    /// <summary>It names an order that no batch sent.</summary>
    NotSent,

    /// <summary>The bank said something else of the same order before.</summary>
    ToldBefore,

    /// <summary>The bank called an order off.</summary>
    CalledOff,

    /// <summary>The bank says something of an order that is not known here.</summary>
    OtherStatus,

    /// <summary>It names more than one idea.</summary>
    SeveralIdeas,

    /// <summary>It names an idea that has nothing to pay back.</summary>
    NothingOwed,

    /// <summary>It is more than the idea has to pay back.</summary>
    MoreThanOwed,

    /// <summary>It came in before the idea was paid.</summary>
    BeforePayment,

    /// <summary>Its day has not come.</summary>
    DayIsAhead,

    /// <summary>Somebody recorded the same amount of the same idea by hand: it may be the same money.</summary>
    RecordedBefore,
}

/// <summary>What somebody says a line means, until a second person agrees.</summary>
public sealed record LineProposal(string By, LineMeaning Meaning);

/// <summary>Why something cannot be done with a line.</summary>
public enum BankRefusal
{
    /// <summary>It does not wait for people.</summary>
    NotOpen,
    ReasonMissing,

    /// <summary>Money that came in paid nothing, and money that went out came not back.</summary>
    OtherWay,

    /// <summary>More than the line, or nothing.</summary>
    OtherAmount,
    ProposalInTheWay,
    NoProposal,
    SamePersonTwice,
    ChangedMeanwhile,
}

/// <summary>Something that happened to a line of the bank. Storage contract: approved by a test.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "wat")]
[JsonDerivedType(typeof(Read), "gelezen")]
[JsonDerivedType(typeof(Answered), "beantwoord")]
[JsonDerivedType(typeof(Proposed), "voorgesteld")]
[JsonDerivedType(typeof(Agreed), "vastgesteld")]
[JsonDerivedType(typeof(Dropped), "weggedaan")]
[JsonDerivedType(typeof(MomentCame), "moment-gekomen")]
public abstract record BankLineEvent
{
    private BankLineEvent(DateTimeOffset at) => At = at;

    public DateTimeOffset At { get; }

    /// <param name="Meaning">What it seems to mean; null when it means nothing to us.</param>
    /// <param name="Doubt">Why people have to look; null when it can be told to what it is about.</param>
    public sealed record Read(
        DateTimeOffset At, string File, string By, BankFileSort Sort, bool IsIn, Euro Amount, DateOnly On, LineMeaning? Meaning, LineDoubt? Doubt)
        : BankLineEvent(At);

    /// <summary>What it is about answered.</summary>
    /// <param name="Doubt">Why that cannot be; null when it is so.</param>
    public sealed record Answered(DateTimeOffset At, LineDoubt? Doubt) : BankLineEvent(At);

    public sealed record Proposed(DateTimeOffset At, string By, LineMeaning Meaning) : BankLineEvent(At);

    /// <param name="Seen">The <see cref="BankLine.Revision"/> that the one who agrees looked at.</param>
    public sealed record Agreed(DateTimeOffset At, string By, int Seen) : BankLineEvent(At);

    public sealed record Dropped(DateTimeOffset At, string By, int Seen) : BankLineEvent(At);

    public sealed record MomentCame(DateTimeOffset At) : BankLineEvent(At);
}

/// <summary>What follows from a decision over a line of the bank. Storage contract: approved by a test.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "doe")]
[JsonDerivedType(typeof(HandOver), "geef-door")]
public abstract record BankLineEffect : Effect
{
    private BankLineEffect() { }

    /// <summary>Tell it to what it is about, and let the line know the answer.</summary>
    public sealed record HandOver : BankLineEffect;
}
