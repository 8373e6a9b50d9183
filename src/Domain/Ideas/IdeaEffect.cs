namespace Smederijen.Domain.Ideas;

/// <summary>What follows from a decision over an idea. Storage contract: approved by a test.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "doe")]
[JsonDerivedType(typeof(SendMail), "mail")]
[JsonDerivedType(typeof(OfferMoney), "bied-geld-aan")]
[JsonDerivedType(typeof(OfferRest), "bied-restant-aan")]
[JsonDerivedType(typeof(ErasePeople), "wis-personen")]
[JsonDerivedType(typeof(EraseScans), "wis-handtekeningen")]
[JsonDerivedType(typeof(CompareSupport), "vergelijk-steun")]
[JsonDerivedType(typeof(ComparePlan), "vergelijk-steun-plan")]
[JsonDerivedType(typeof(EraseSubmission), "wis-inzending")]
[JsonDerivedType(typeof(EraseReceipts), "wis-bonnen")]
[JsonDerivedType(typeof(LeaveRound), "verlaat-ronde")]
[JsonDerivedType(typeof(OpenPlan), "open-plan")]
[JsonDerivedType(typeof(OrderPayment), "draag-betaling-op")]
[JsonDerivedType(typeof(CancelPayment), "laat-betaling-vervallen")]
public abstract record IdeaEffect : Effect
{
    private IdeaEffect() { }

    /// <summary>Tell somebody something. <paramref name="Version"/> is the review version that the link in the mail belongs to.</summary>
    public sealed record SendMail(MailKind Kind, Addressee To, int Version = 0) : IdeaEffect
    {
        /// <summary>The first mail about an idea of before this website: it has to say where it comes from.</summary>
        public bool IsFromBefore { get; init; }

        /// <summary>Staff ask somebody themselves: it waits for no daily mail.</summary>
        public bool IsUrgent { get; init; }
    }

    /// <summary>Money is there or is asked for: offer it to the suitable ideas of a rolling Smederij, oldest first.</summary>
    public sealed record OfferMoney : IdeaEffect;

    /// <summary>An offer of what is left of a round is over, in whatever way: go on with the ideas that are next.</summary>
    public sealed record OfferRest(string Period) : IdeaEffect;

    /// <summary>Delete all that says who the submitter and the supporters were, the payment account and the receipts included.</summary>
    public sealed record ErasePeople : IdeaEffect;

    /// <summary>Delete the scanned lists of signatures.</summary>
    public sealed record EraseScans : IdeaEffect;

    /// <summary>
    /// There is enough support, or somebody who was found alike went: lay the supporters side by side, so that staff hear how many are alike.
    /// </summary>
    public sealed record CompareSupport : IdeaEffect;

    /// <summary>A supporter of a lange klap went, or was put right: the plan, which counts them too, compares anew.</summary>
    public sealed record ComparePlan : IdeaEffect;

    /// <summary>Delete the photos and documents that the submitter sent; nobody sees them any more by then.</summary>
    public sealed record EraseSubmission : IdeaEffect;

    /// <summary>Delete the receipts of a finished plan.</summary>
    public sealed record EraseReceipts : IdeaEffect;

    /// <summary>The idea ended after its round had closed: take it off the ballot.</summary>
    /// <param name="ByMunicipality">The municipality stopped it; otherwise its submitter withdrew it.</param>
    public sealed record LeaveRound(string Period, bool ByMunicipality = false) : IdeaEffect;

    /// <summary>Two people released the money: make the payment order that carries it to the bank.</summary>
    public sealed record OrderPayment(int Payment, Euro Amount, string Period, string? Account, string FirstBy, string SecondBy) : IdeaEffect;

    /// <summary>The idea fell through before anybody knew that the money arrived: stop the order when it is not at the bank yet.</summary>
    public sealed record CancelPayment(int Payment, string Reason) : IdeaEffect;

    /// <summary>The idea is a lange klap: open the plan of the working group, which has the id of the idea.</summary>
    public sealed record OpenPlan : IdeaEffect;
}

/// <summary>Who a mail is for, by role; the address is looked up when the mail is written.</summary>
/// <param name="Role">The role in this idea.</param>
/// <param name="Key">The seat, staff account, supporter or theme; empty for a role that one person has.</param>
public sealed record Addressee(AddresseeRole Role, string Key = "")
{
    public static Addressee Submitter { get; } = new(AddresseeRole.Submitter);

    public static Addressee Gebiedsregisseur { get; } = new(AddresseeRole.Gebiedsregisseur);

    public static Addressee Staff { get; } = new(AddresseeRole.Staff);

    public static Addressee Reviewer(string id) => new(AddresseeRole.Reviewer, id);

    /// <summary>The part of the municipality that deals with a theme.</summary>
    public static Addressee Municipality(string theme) => new(AddresseeRole.Municipality, theme);

    public static Addressee Supporter(string key) => new(AddresseeRole.Supporter, key);
}

public enum AddresseeRole
{
    Submitter,
    Supporter,
    Reviewer,
    Gebiedsregisseur,
    Municipality,

    /// <summary>The shared mailbox of the staff who release money.</summary>
    Staff,
}

/// <summary>Every mail that an idea can cause; the portal has one template for each.</summary>
public enum MailKind
{
    ConfirmSubmission,
    SupportStarted,
    SupportHalfway,
    ConfirmSupport,
    SupportReached,
    SupportFailed,
    ReviewRequest,
    ReviewReminder,
    ReviewEscalated,
    ReviewSplit,
    QuestionAsked,
    QuestionReminder,
    FoundSuitable,
    FoundUnsuitable,
    PassedOn,
    MunicipalityAsked,
    MunicipalityReminder,
    MunicipalitySilent,
    MunicipalityAnswer,
    MovedToLongTrack,
    MoneyGranted,
    MoneyDenied,
    CarriedOver,
    AccountReminder,
    ReleaseRequest,
    ReleaseReminder,
    MoneyReleased,
    MoneyPaid,
    PaymentReturned,
    RealisationReminder,
    RealisationOverdue,
    LongTrackCheck,
    OverrunQuestion,
    OverrunAnswer,
    IdeaCompleted,
    PlanGivenBack,
    MoneyFlowsBack,
    RefundReminder,
    IdeaWithdrawn,
    IdeaExpired,
    ConfirmationReminder,
    LookRequest,
    IdeaStopped,
    IdeaHidden,
    IdeaShownAgain,
    IdeaReopened,
    PartHidden,
    AddressCorrected,
    ReopenRequest,
    AmountLowered,
    PartOffered,
    PartReminder,
    PartLapsed,
    RestLapsed,
}
