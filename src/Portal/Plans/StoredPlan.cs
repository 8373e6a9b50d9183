using System.Text.Json;
using System.Text.Json.Serialization;
using Smederijen.Domain.Ideas;
using Smederijen.Domain.Plans;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Watching;

namespace Smederijen.Portal.Plans;

/// <summary>The row of a plan: the domain's value, and what the shell adds for its lists and its log.</summary>
/// <param name="Effects">How many effects it has had; the following one gets this number plus one.</param>
/// <param name="LogHead">The hash of the last log entry.</param>
public sealed record StoredPlan(Plan Plan, string Title, int Effects, string LogHead)
{
    [JsonIgnore]
    public LogEnd LogEnd => new(Plan.Revision, LogHead);

    /// <summary>Whether everyone may read it: not before its submitter confirmed it, and never when that did not happen.</summary>
    [JsonIgnore]
    public bool IsPublic => Plan.State.Phase is not (PlanPhase.AwaitingConfirmation or PlanPhase.NeverConfirmed);
}

/// <summary>What everyone reads of a plan. Free text, so the form asks not to name people in it.</summary>
/// <param name="Contribution">What residents do themselves.</param>
public sealed record PlanContent(string Title, string Description, string Contribution);

/// <summary>Somebody of the working group.</summary>
/// <param name="ShowName">The name may stand on the public page.</param>
public sealed record PlanMember(string Name, string Email, MemberRole Role, bool Confirmed = false, bool ShowName = false);

/// <summary>An index row: what lists show of a plan.</summary>
public sealed record PlanSummary(
    string Id, string Title, PlanPhase Phase, Party WaitsFor, DateTimeOffset Since, DateTimeOffset? Deadline, long CostInCents, bool IsPublic,
    bool Paused = false)
{
    public bool IsOverdueAt(DateTimeOffset now) => Deadline <= now;

    public static PlanSummary Of(StoredPlan stored) => new(
        stored.Plan.Id, stored.Title, stored.Plan.State.Phase, stored.Plan.WaitsFor, stored.Plan.Since, stored.Plan.Deadline, stored.Plan.Cost.Cents,
        stored.IsPublic, stored.Plan.PausedAt is not null);
}

/// <summary>One line of a plan's history, chained like those of ideas.</summary>
public sealed record PlanLogLine(PlanEvent Event, PlanPhase Phase, string Hash) : IChained
{
    public static PlanLogLine After(string head, PlanEvent e, PlanPhase phase) => new(e, phase, Chain(head, e, phase));

    public bool Follows(string head) => Hash == Chain(head, Event, Phase);

    private static string Chain(string head, PlanEvent e, PlanPhase phase) =>
        CommitRows.Chain(head, phase.ToString(), JsonSerializer.Serialize(e, PlanJson.Default.PlanEvent));
}

/// <summary>How the rows of plans are written down; a storage contract, approved by a test.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(StoredPlan))]
[JsonSerializable(typeof(PlanContent))]
[JsonSerializable(typeof(PlanMember))]
[JsonSerializable(typeof(PlanSummary))]
[JsonSerializable(typeof(PlanLogLine))]
public sealed partial class PlanRows : JsonSerializerContext;
