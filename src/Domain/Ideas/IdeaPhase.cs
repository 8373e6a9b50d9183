namespace Smederijen.Domain.Ideas;

/// <summary>The name of a state without its data, in the order of the process; lists and filters use it.</summary>
public enum IdeaPhase
{
    AwaitingConfirmation,
    AwaitingLook,
    GatheringSupport,
    InReview,
    AwaitingAnswer,
    Suitable,
    OfferedPart,
    Granted,
    Released,
    AwaitingRest,
    OnLongTrack,
    WithMunicipality,
    Completed,
    NotSupported,
    Declined,
    Referred,
    NotGranted,
    Withdrawn,
    GivenBack,
    Expired,
    Stopped,
}

/// <summary>Whose move it is.</summary>
public enum Party
{
    Nobody,
    Submitter,
    Neighbourhood,
    Wijkteam,
    Gebiedsregisseur,
    Money,
    Staff,
    Stuurgroep,
    Municipality,
    WorkingGroup,
}
