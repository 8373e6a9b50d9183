using Smederijen.Domain.Ideas;

namespace Smederijen.Domain.Plans;

/// <summary>What follows from a decision over a plan. Storage contract: approved by a test.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "doe")]
[JsonDerivedType(typeof(Tell), "mail")]
[JsonDerivedType(typeof(AskStuurgroep), "vraag-stuurgroep")]
[JsonDerivedType(typeof(EndIdea), "sluit-idee")]
[JsonDerivedType(typeof(CompareSupporters), "vergelijk-steun")]
[JsonDerivedType(typeof(ListIn), "zet-op-lijst")]
[JsonDerivedType(typeof(ForgetPerson), "vergeet-onbevestigd")]
[JsonDerivedType(typeof(ForgetEverybody), "wis-personen")]
public abstract record PlanEffect : Effect
{
    private PlanEffect() { }

    /// <summary>Tell somebody something, or each member of the working group.</summary>
    public sealed record Tell(PlanMailKind Kind, PlanAddressee To) : PlanEffect;

    /// <summary>Lay a moment of decision before the stuurgroep, for the <paramref name="Ask"/>th time.</summary>
    public sealed record AskStuurgroep(string Moment, int Ask) : PlanEffect;

    /// <summary>The plan ended, and with it the idea it grew from.</summary>
    public sealed record EndIdea(string Idea, LongTrackOutcome Outcome, string Reason) : PlanEffect;

    /// <summary>Lay the supporters side by side, so that staff hear how many are alike.</summary>
    public sealed record CompareSupporters : PlanEffect;

    /// <summary>Have the list of plans of another Smederij show this plan, or show it no longer, as the plan is by then.</summary>
    public sealed record ListIn(string Smederij) : PlanEffect;

    /// <summary>Forget somebody, unless they confirmed meanwhile.</summary>
    public sealed record ForgetPerson(PlanAddressee Who, DateTimeOffset NotBefore) : PlanEffect;

    /// <summary>Delete all that says who the people of this plan were, and the proofs of the money.</summary>
    public sealed record ForgetEverybody : PlanEffect;
}

/// <summary>Who a mail is for; the address is looked up when the mail is written.</summary>
/// <param name="Key">
/// The member, supporter or partner; of a gebiedsregisseur the other Smederij that the plan belongs to. Empty for the working group, and for the
/// gebiedsregisseur of the Smederij that it lies in.
/// </param>
public sealed record PlanAddressee(PlanRole Role, string Key = "")
{
    /// <summary>Every confirmed member, each with a mail of their own.</summary>
    public static PlanAddressee WorkingGroup { get; } = new(PlanRole.WorkingGroup);

    public static PlanAddressee Gebiedsregisseur { get; } = new(PlanRole.Gebiedsregisseur);

    /// <summary>Every gebiedsregisseur of the other Smederijen, once each.</summary>
    public static PlanAddressee OtherGebiedsregisseurs { get; } = new(PlanRole.Gebiedsregisseur, "*");

    /// <summary>More than one person can be meant, each with a mail of their own.</summary>
    [JsonIgnore]
    public bool AreSeveral => Role == PlanRole.WorkingGroup || this == OtherGebiedsregisseurs;

    public static PlanAddressee GebiedsregisseurOf(string smederij) => new(PlanRole.Gebiedsregisseur, smederij);

    public static PlanAddressee Member(string key) => new(PlanRole.Member, key);

    public static PlanAddressee Supporter(string key) => new(PlanRole.Supporter, key);

    public static PlanAddressee Partner(string id) => new(PlanRole.Partner, id);
}

public enum PlanRole
{
    WorkingGroup,
    Member,
    Supporter,
    Partner,
    Gebiedsregisseur,
}

/// <summary>Every mail that a plan can cause; the portal has one letter for each.</summary>
public enum PlanMailKind
{
    ConfirmPlan,
    ConfirmMembership,
    PlanOpened,
    ConfirmSupport,
    PlanShared,
    PartnerAsked,
    PartnerAnswered,
    MilestonePassed,
    HowIsItGoing,
    GroupIsEmpty,
    DecisionAsked,
    StuurgroepDecided,
    DecisionLapsed,
    PlanCompleted,
    PlanStopped,
    PlanHidden,
    PlanShownAgain,
    PartHidden,
    AddressCorrected,
}
