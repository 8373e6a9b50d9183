namespace Smederijen.Domain.Rounds;

/// <summary>
/// The budget period of a Smederij: its money, and how far it is on the way from collecting ideas to a decision.
/// Storage contract: the JSON is approved by a test.
/// </summary>
/// <param name="Period">The name of the period: <c>2026</c>.</param>
/// <param name="Entries">How many entries the ledger has.</param>
/// <param name="SettingsVersion">The version of the Smederij's settings that this round keeps for its whole life.</param>
/// <param name="Since">When it came into this state.</param>
/// <param name="Revision">How many log entries it has; the following one gets this number plus one.</param>
/// <param name="Proposal">What one staff member wants to change and a second one has not agreed to yet.</param>
public sealed record Round(
    string Period,
    Ledger Ledger,
    int Entries,
    int SettingsVersion,
    RoundState State,
    DateTimeOffset Since,
    int Revision = 0,
    Proposal? Proposal = null)
{
    /// <summary>The resolutions of the stuurgroep that moved money in the ledger, so that none does it twice.</summary>
    // A generated reader sets what a row leaves out to its default: the fallback stands in the getter.
    public ImmutableArray<string> Resolutions { get => field.IsDefault ? [] : field; init; }

    /// <summary>When the clock has to look at this round again; null when people or the count have to move it.</summary>
    [JsonIgnore]
    public DateTimeOffset? NextDue => State.NextDue;

    /// <summary>The round after a posting, or null when the money for it is not there.</summary>
    public Round? Post(LedgerEntry entry) => Ledger.Post(entry) is { } ledger ? this with { Ledger = ledger, Entries = Entries + 1 } : null;
}
