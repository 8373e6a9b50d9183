namespace Smederijen.Domain.Payments;

/// <summary>
/// One payment that two members of staff released: from there to the account of the submitter, or back. It names no person and no account: whom it
/// goes to lies sealed in a row beside it. Storage contract: the JSON is approved by a test.
/// </summary>
/// <param name="Id">Of the idea and the number of the payment: the same release never orders twice.</param>
/// <param name="Smederij">Whose round pays.</param>
/// <param name="Period">The round that pays.</param>
/// <param name="Account">The seal of the account that was approved; null for what was released before there were seals.</param>
/// <param name="FirstBy">Who approved the release first.</param>
/// <param name="SecondBy">Who approved it second.</param>
/// <param name="Since">When it came into this state.</param>
/// <param name="Proposal">What somebody says happened to it, until a second person agrees.</param>
/// <param name="Revision">How many log entries it has; the following one gets this number plus one.</param>
public sealed record PaymentOrder(
    string Id, string Smederij, string Idea, string Period, Euro Amount, string? Account, string FirstBy, string SecondBy, PaymentState State,
    DateTimeOffset Since, PaymentProposal? Proposal = null, int Revision = 0)
{
    /// <summary>The id of the order for a payment of an idea.</summary>
    public static string IdOf(string idea, int payment) => $"{idea}-{payment}";

    /// <summary>Which payment of its idea it is; the end of its id.</summary>
    [JsonIgnore]
    public int Number => int.Parse(Id.AsSpan(Id.LastIndexOf('-') + 1), System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>Where a payment order is.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "staat")]
[JsonDerivedType(typeof(Ordered), "te-betalen")]
[JsonDerivedType(typeof(InBatch), "in-opdracht")]
[JsonDerivedType(typeof(Paid), "betaald")]
[JsonDerivedType(typeof(Returned), "teruggekomen")]
[JsonDerivedType(typeof(Cancelled), "vervallen")]
public abstract record PaymentState
{
    private PaymentState() { }

    [JsonIgnore]
    public abstract PaymentPhase Phase { get; }

    /// <summary>Waits for a batch.</summary>
    /// <param name="Stopped">Why it cannot go into one; null when it can.</param>
    public sealed record Ordered(PaymentStop? Stopped = null) : PaymentState
    {
        public override PaymentPhase Phase => PaymentPhase.Ordered;
    }

    /// <summary>A batch claimed it: no other one can.</summary>
    /// <param name="Sent">The batch was signed off: the bank may have it.</param>
    /// <param name="CalledOff">
    /// Why it is not to be paid after all; null when it is. The file has it as long as the batch does: who throws the batch away lets it lapse.
    /// </param>
    public sealed record InBatch(string Batch, bool Sent = false, string? CalledOff = null) : PaymentState
    {
        public override PaymentPhase Phase => PaymentPhase.InBatch;
    }

    /// <summary>The bank took it from the account of the municipality.</summary>
    /// <param name="Line">The line of the statement that said so; null when two people did.</param>
    public sealed record Paid(DateOnly On, string Batch, string? Line = null) : PaymentState
    {
        public override PaymentPhase Phase => PaymentPhase.Paid;
    }

    /// <summary>It did not arrive, and the money is back. This order is never paid again: another account makes another order.</summary>
    /// <param name="Reason">What the bank said, by its code; or what two people said.</param>
    /// <param name="Line">The line that said so; null when two people did.</param>
    /// <param name="PaidLine">The line that said that it was paid before; null when none did yet.</param>
    /// <param name="NeverLeft">The bank refused it: it was never taken from the account.</param>
    public sealed record Returned(DateOnly On, string Reason, string? Line = null, string? PaidLine = null, bool NeverLeft = false) : PaymentState
    {
        public override PaymentPhase Phase => PaymentPhase.Returned;
    }

    /// <summary>It never went to the bank.</summary>
    public sealed record Cancelled(string Reason) : PaymentState
    {
        public override PaymentPhase Phase => PaymentPhase.Cancelled;
    }
}

public enum PaymentPhase
{
    Ordered,
    InBatch,
    Paid,
    Returned,
    Cancelled,
}

/// <summary>Why an order cannot go to the bank as it is.</summary>
public enum PaymentStop
{
    /// <summary>The account that lies there is not the one that was approved.</summary>
    AccountChanged,

    /// <summary>There is no account any more.</summary>
    AccountGone,
}

/// <summary>What somebody says happened to an order, in place of the bank.</summary>
/// <param name="Reason">Of a payment that came back, or that is not to go out; empty for one that was paid.</param>
public sealed record PaymentProposal(string By, PaymentOutcome Outcome, DateOnly On, string Reason);

public enum PaymentOutcome
{
    Paid,
    Returned,
    Cancelled,
}

/// <summary>Why something cannot be done with an order.</summary>
public enum PaymentRefusal
{
    /// <summary>It is in a batch already, or over.</summary>
    NotWaiting,

    /// <summary>It is stopped.</summary>
    IsStopped,

    /// <summary>No batch with it was signed off, so the bank cannot know it.</summary>
    NotSent,

    /// <summary>The bank may have it: it cannot be stopped any more.</summary>
    AtTheBank,

    /// <summary>Another line of a statement said before that it was paid, or that it came back.</summary>
    ToldBefore,

    /// <summary>The order is over.</summary>
    IsOver,
    ReasonMissing,
    DayIsAhead,

    /// <summary>Somebody else's proposal lies there.</summary>
    ProposalInTheWay,
    NoProposal,
    SamePersonTwice,

    /// <summary>What lies there is not what was agreed with.</summary>
    ChangedMeanwhile,
}
