namespace Smederijen.Domain.Payments;

/// <summary>
/// Something that happened to a payment order, at an instant (UTC) that the host gives. Nothing in it says who is paid, or where. Storage contract:
/// approved by a test.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "wat")]
[JsonDerivedType(typeof(OrderPlaced), "opgedragen")]
[JsonDerivedType(typeof(HeldBack), "tegengehouden")]
[JsonDerivedType(typeof(Claimed), "in-opdracht")]
[JsonDerivedType(typeof(Freed), "uit-opdracht")]
[JsonDerivedType(typeof(SentOff), "verstuurd")]
[JsonDerivedType(typeof(BankPaid), "betaald")]
[JsonDerivedType(typeof(BankReturned), "teruggekomen")]
[JsonDerivedType(typeof(CalledOff), "vervallen")]
[JsonDerivedType(typeof(Proposed), "voorgesteld")]
[JsonDerivedType(typeof(Agreed), "vastgesteld")]
[JsonDerivedType(typeof(Dropped), "weggedaan")]
[JsonDerivedType(typeof(MomentCame), "moment-gekomen")]
public abstract record PaymentEvent
{
    private PaymentEvent(DateTimeOffset at) => At = at;

    public DateTimeOffset At { get; }

    /// <summary>Two members of staff released the money.</summary>
    public sealed record OrderPlaced(
        DateTimeOffset At, string Smederij, string Idea, string Period, Euro Amount, string? Account, string FirstBy, string SecondBy)
        : PaymentEvent(At);

    /// <summary>The account was looked at again, and it cannot go there.</summary>
    public sealed record HeldBack(DateTimeOffset At, PaymentStop Why) : PaymentEvent(At);

    public sealed record Claimed(DateTimeOffset At, string Batch) : PaymentEvent(At);

    /// <summary>The batch was thrown away.</summary>
    public sealed record Freed(DateTimeOffset At, string Batch) : PaymentEvent(At);

    /// <summary>The batch was signed off.</summary>
    public sealed record SentOff(DateTimeOffset At, string Batch) : PaymentEvent(At);

    /// <summary>A statement of the bank says that it was paid.</summary>
    /// <param name="Line">Which line of which statement, the same however often it is read.</param>
    public sealed record BankPaid(DateTimeOffset At, DateOnly On, string Line) : PaymentEvent(At);

    /// <summary>The bank says that it did not arrive.</summary>
    /// <param name="Reason">The code of the bank.</param>
    /// <param name="NeverLeft">The bank refused it: it was never taken from the account.</param>
    public sealed record BankReturned(DateTimeOffset At, DateOnly On, string Reason, string Line, bool NeverLeft = false) : PaymentEvent(At);

    /// <summary>The idea does not get its money any more.</summary>
    public sealed record CalledOff(DateTimeOffset At, string Reason) : PaymentEvent(At);

    /// <summary>Somebody says what happened to it, in place of the bank.</summary>
    public sealed record Proposed(DateTimeOffset At, string By, PaymentOutcome Outcome, DateOnly On, string Reason) : PaymentEvent(At);

    /// <param name="Seen">The <see cref="PaymentOrder.Revision"/> that the one who agrees looked at.</param>
    public sealed record Agreed(DateTimeOffset At, string By, int Seen) : PaymentEvent(At);

    public sealed record Dropped(DateTimeOffset At, string By, int Seen) : PaymentEvent(At);

    public sealed record MomentCame(DateTimeOffset At) : PaymentEvent(At);
}

/// <summary>What follows from a decision over a payment order. Storage contract: approved by a test.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "doe")]
[JsonDerivedType(typeof(TellIdea), "zeg-het-idee")]
public abstract record PaymentEffect : Effect
{
    private PaymentEffect() { }

    /// <summary>The idea hears what became of its payment, as the order is by then.</summary>
    public sealed record TellIdea(PaymentOutcome Outcome) : PaymentEffect;
}
