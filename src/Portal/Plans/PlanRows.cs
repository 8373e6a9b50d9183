namespace Smederijen.Portal.Plans;

/// <summary>What everyone reads of a plan. Free text, so the form asks not to name people in it.</summary>
/// <param name="Contribution">What residents do themselves.</param>
public sealed record PlanContent(string Title, string Description, string Contribution);

/// <summary>Somebody of the working group.</summary>
/// <param name="ShowName">The name may stand on the public page.</param>
/// <param name="KeptUntil">Of somebody who left, and counts no longer: until then it can be taken back, and then the row goes.</param>
public sealed record PlanMember(
    string Name, string Email, MemberRole Role, bool Confirmed = false, bool ShowName = false, DateTimeOffset? KeptUntil = null);

/// <summary>An index row: what lists show of a plan.</summary>
/// <param name="Alike">How many of its supporters are so alike that staff have to look.</param>
public sealed record PlanSummary(
    string Id, string Title, PlanPhase Phase, Party WaitsFor, DateTimeOffset Since, DateTimeOffset? Deadline, long CostInCents, bool IsPublic,
    bool Paused = false, int Alike = 0, HowHidden Hidden = HowHidden.Not)
{
    public bool IsOverdueAt(DateTimeOffset now) => Deadline <= now;

    public static PlanSummary Of(Stored<Plan> stored) => Of(stored.Item, stored.Title);

    private static PlanSummary Of(Plan plan, string title) => new(
        plan.Id, title, plan.State.Phase, plan.WaitsFor, plan.Since, plan.Deadline, plan.Cost.Cents, plan.IsPublic, plan.PausedAt is not null,
        plan.Alike, PartTexts.HowMuch(plan.Hidden, plan.PartsHidden));
}

/// <summary>One line of a plan's history, as <see cref="LogChain"/> chains them.</summary>
public sealed record PlanLogLine(PlanEvent Event, PlanPhase Phase, string Hash);

/// <summary>How the rows of plans are written down; a storage contract, approved by a test.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(Stored<Plan>))]
[JsonSerializable(typeof(PlanContent))]
[JsonSerializable(typeof(PlanMember))]
[JsonSerializable(typeof(PlanSummary))]
[JsonSerializable(typeof(PlanLogLine))]
public sealed partial class PlanRows : JsonSerializerContext;
