namespace Smederijen.Domain.Stuurgroep;

/// <summary>A decision (besluit) of the stuurgroep, from draft to outcome. Storage contract: the JSON is approved by a test.</summary>
/// <param name="Id">Given by the host.</param>
/// <param name="Since">When it came into this state.</param>
/// <param name="Revision">How many log entries it has; the following one gets this number plus one.</param>
public sealed record Resolution(string Id, Subject Subject, ResolutionState State, DateTimeOffset Since, int Revision)
{
    /// <summary>When the clock has to look at it again; null when only people can move it.</summary>
    [JsonIgnore]
    public DateTimeOffset? NextDue => State.NextDue;
}
