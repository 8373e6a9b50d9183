namespace Smederijen.Domain.Ideas;

/// <summary>
/// One idea on its way from form to money. It carries no personal data: people are known by role, and their names and
/// addresses lie in rows of their own. Storage contract: the JSON is approved by a test.
/// </summary>
/// <param name="Id">Given by the host when the idea is handed in.</param>
/// <param name="SettingsVersion">The version of the Smederij's settings that this idea keeps for its whole life.</param>
/// <param name="Amount">What the idea can get: what it asks for, or the lower amount that the wijkteam gives at most.</param>
/// <param name="State">Where it is, with the data of that state only.</param>
/// <param name="Since">When it came into this state.</param>
/// <param name="Revision">How many log entries it has; the following one gets this number plus one.</param>
/// <param name="PausedAt">When staff stopped the clock of this idea; null while the clock runs.</param>
/// <param name="OnPaper">
/// How many signatures on paper counted, once support is gathered no more; null when there were none, and in what was stored before this was
/// kept.
/// </param>
/// <param name="Hidden">That staff took it off the website as a whole; null while everybody can see it.</param>
/// <param name="Alike">How many of the online supporters are so alike that staff have to look.</param>
/// <param name="PartsHidden">
/// What staff took off its page; null when there is nothing, in what was hidden before this was kept, and once its submitter is erased.
/// </param>
/// <param name="Asked">What was asked, where <paramref name="Amount"/> is less; null where it is the same.</param>
/// <param name="Lowered">The lower amount of the wijkteam; null where it set none.</param>
public sealed record Idea(
    string Id,
    int SettingsVersion,
    Euro Amount,
    IdeaState State,
    DateTimeOffset Since,
    int Revision = 0,
    DateTimeOffset? PausedAt = null,
    int? OnPaper = null,
    int Alike = 0,
    Hiding? Hidden = null,
    HiddenParts? PartsHidden = null,
    Euro? Asked = null,
    Lowering? Lowered = null)
{
    /// <summary>Whether no term runs: staff stopped the clock, or neighbours cannot support what they cannot read.</summary>
    public bool StandsStill() => PausedAt is not null || HidesSupport() is not null;

    /// <summary>When the clock has to look at this idea again; null when only people can move it.</summary>
    public DateTimeOffset? NextDue() => StandsStill() ? null : State.NextDue;

    /// <summary>Since when the time to gather support does not run because the idea is hidden; null when that is not so.</summary>
    internal DateTimeOffset? HidesSupport() => Hidden is { } hiding && State is IdeaState.GatheringSupport
        ? hiding.Since > Since ? hiding.Since : Since
        : null;
}

/// <summary>The wijkteam gives at most <paramref name="Amount"/>, which is less than was asked.</summary>
/// <param name="Reason">Why, for everybody to read.</param>
public sealed record Lowering(Euro Amount, string Reason);

/// <summary>Staff took an item off the website as a whole.</summary>
/// <param name="Reason">Why, for everybody to read.</param>
public sealed record Hiding(DateTimeOffset Since, string Reason);
