namespace Smederijen.Portal.Links;

/// <summary>What a link in a mail is for. A link opens the page of its own purpose and no other.</summary>
public enum LinkPurpose
{
    ConfirmSubmission,
    ConfirmSupport,
    Review,
    Answer,
    Account,
    Manage,
    Progress,
    SignIn,
    Referral,
    Group,
    Seat,
    PlanGroup,
    PlanSupport,
    PlanPartner,
    StaffProof,
    MyReviews,
    Part,
}

/// <summary>What a link says: who may do what with which idea (or plan), in which version of the review, until when.</summary>
/// <param name="Person">The seat, supporter, theme or secret (<see cref="OneUseLinks"/>); empty for the submitter.</param>
public sealed record Link(LinkPurpose Purpose, string Smederij, string Idea, int Version, string Person, DateTimeOffset Expires)
{
    /// <summary>Who held the place that it is for (<see cref="Contact.Mark"/>); zero for a link that is for no place.</summary>
    public long Holder { get; init; }

    /// <summary>The first part of the address of the page that this link opens.</summary>
    public string Page => PageOf(Purpose);

    public static string PageOf(LinkPurpose purpose) => purpose switch
    {
        LinkPurpose.ConfirmSubmission => "bevestigen",
        LinkPurpose.ConfirmSupport => "steunen",
        LinkPurpose.Review => "beoordelen",
        LinkPurpose.Answer => "antwoorden",
        LinkPurpose.Account => "betaalgegevens",
        LinkPurpose.Manage => "mijn-idee",
        LinkPurpose.Progress => "voortgang",
        LinkPurpose.Referral => "gemeentevraag",
        LinkPurpose.Group => "initiatiefgroep",
        LinkPurpose.Seat => "zetel",
        LinkPurpose.PlanGroup => "werkgroep",
        LinkPurpose.PlanSupport => "plan-steunen",
        LinkPurpose.PlanPartner => "partner",
        LinkPurpose.SignIn => "aanmelden",
        LinkPurpose.StaffProof => "bewijs",
        LinkPurpose.MyReviews => "mijn-beoordelingen",
        LinkPurpose.Part => "deel",
        _ => throw new ArgumentOutOfRangeException(nameof(purpose), purpose, "A link needs a page."),
    };
}
