using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Smederijen.Domain.Plans;
using Smederijen.Domain.Rounds;
using Smederijen.Domain.Stuurgroep;

namespace Smederijen.Domain.Ideas;

/// <summary>
/// What has to be done because something was decided: data, performed later by the driver, harmless when performed twice.
/// Storage contract: approved by a test.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "doe")]
[JsonDerivedType(typeof(SendMail), "mail")]
[JsonDerivedType(typeof(OfferMoney), "bied-geld-aan")]
[JsonDerivedType(typeof(ErasePeople), "wis-personen")]
[JsonDerivedType(typeof(EraseScans), "wis-handtekeningen")]
[JsonDerivedType(typeof(EraseReceipts), "wis-bonnen")]
[JsonDerivedType(typeof(EraseStray), "wis-los-bestand")]
[JsonDerivedType(typeof(LeaveRound), "verlaat-ronde")]
[JsonDerivedType(typeof(HelpWanted), "hulp-gevraagd")]
[JsonDerivedType(typeof(ConfirmMembership), "bevestig-deelname")]
[JsonDerivedType(typeof(ForgetUnconfirmed), "vergeet-onbevestigd")]
[JsonDerivedType(typeof(OpenPlan), "open-plan")]
[JsonDerivedType(typeof(ShowOnBoard), "toon-op-bord")]
[JsonDerivedType(typeof(OfRound), "ronde")]
[JsonDerivedType(typeof(OfResolution), "besluit")]
[JsonDerivedType(typeof(OfPlan), "plan")]
public abstract record Effect
{
    private Effect() { }

    /// <summary>Tell somebody something. <paramref name="Version"/> is the review version that the link in the mail belongs to.</summary>
    public sealed record SendMail(MailKind Kind, Addressee To, int Version = 0) : Effect;

    /// <summary>Money is there or is asked for: offer it to the suitable ideas of a rolling Smederij, oldest first.</summary>
    public sealed record OfferMoney : Effect;

    /// <summary>Delete all that says who the submitter and the supporters were, the payment account and the receipts included.</summary>
    public sealed record ErasePeople : Effect;

    /// <summary>Delete the scanned lists of signatures.</summary>
    public sealed record EraseScans : Effect;

    /// <summary>Delete the receipts of a finished plan.</summary>
    public sealed record EraseReceipts : Effect;

    /// <summary>Delete those files that were stored for an idea and never became part of it.</summary>
    public sealed record EraseStray(string Idea, ImmutableArray<string> Files) : Effect;

    /// <summary>The idea was withdrawn after its round had closed: take it off the ballot.</summary>
    public sealed record LeaveRound(string Period) : Effect;

    /// <summary>A resident wants help with writing an idea down: the gebiedsregisseur hears that somebody waits for a call.</summary>
    public sealed record HelpWanted : Effect;

    /// <summary>Somebody wants to join the initiatiefgroep and has to confirm it by mail; the key finds the address.</summary>
    public sealed record ConfirmMembership(string Member) : Effect;

    /// <summary>Who did not confirm in time is forgotten.</summary>
    public sealed record ForgetUnconfirmed(string Member) : Effect;

    /// <summary>The idea is a lange klap: open the plan of the working group, which has the id of the idea.</summary>
    public sealed record OpenPlan : Effect;

    /// <summary>What pages over all Smederijen show of it has changed, and the money of a round as well where one is named.</summary>
    public sealed record ShowOnBoard(string? Period = null) : Effect;

    /// <summary>A step of a round: one work list performs, repeats and shows the effects of all kinds of items alike.</summary>
    public sealed record OfRound(RoundEffect Step) : Effect;

    /// <summary>A step of a resolution of the stuurgroep.</summary>
    public sealed record OfResolution(ResolutionEffect Step) : Effect;

    /// <summary>A step of a plan, on the same list.</summary>
    public sealed record OfPlan(PlanEffect Step) : Effect;
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
    RealisationReminder,
    RealisationOverdue,
    LongTrackCheck,
    OverrunQuestion,
    OverrunAnswer,
    IdeaCompleted,
    PlanGivenBack,
    MoneyFlowsBack,
    IdeaWithdrawn,
    IdeaExpired,
    ConfirmationReminder,
}
