namespace Smederijen.Domain.Ideas;

/// <summary>
/// One idea on its way from form to money. It carries no personal data: people are known by role, and their names and
/// addresses lie in rows of their own. Storage contract: the JSON is approved by a test.
/// </summary>
/// <param name="Id">Given by the host when the idea is handed in.</param>
/// <param name="SettingsVersion">The version of the Smederij's settings that this idea keeps for its whole life.</param>
/// <param name="Amount">What the idea asks for.</param>
/// <param name="State">Where it is, with the data of that state only.</param>
/// <param name="Since">When it came into this state.</param>
/// <param name="Revision">How many log entries it has; the following one gets this number plus one.</param>
/// <param name="PausedAt">When staff stopped the clock of this idea; null while the clock runs.</param>
public sealed record Idea(
    string Id,
    int SettingsVersion,
    Euro Amount,
    IdeaState State,
    DateTimeOffset Since,
    int Revision = 0,
    DateTimeOffset? PausedAt = null)
{
    /// <summary>When the clock has to look at this idea again; null when only people can move it.</summary>
    public DateTimeOffset? NextDue() => PausedAt is null ? State.NextDue : null;
}
