namespace Smederijen.Portal.Stuurgroep;

/// <summary>One line of a resolution's history, as <see cref="LogChain"/> chains them.</summary>
public sealed record ResolutionLogLine(ResolutionEvent Event, ResolutionPhase Phase, string Hash);

/// <summary>An index row: what a list shows of a resolution.</summary>
/// <param name="Period">Of an allotment; null for anything else.</param>
/// <param name="Total">In cents.</param>
/// <param name="Smederij">Of a plan; null for anything else.</param>
/// <param name="Outcome">What was decided; null as long as nothing is.</param>
/// <param name="Until">The end of the term while it is open.</param>
/// <param name="Asked">The seats were asked, so everyone may know of it.</param>
/// <param name="LeftOf">The period whose remainder it is about; null for anything else.</param>
public sealed record ResolutionSummary(
    string Id, ResolutionPhase Phase, DateTimeOffset Since, string? Period, long Total, string? Smederij, string? Plan, Voice? Outcome,
    DateTimeOffset? Until,
    bool Asked = false, string? LeftOf = null)
{
    public static ResolutionSummary Of(Resolution resolution)
    {
        var (division, moment) = (resolution.Subject as Subject.Allotment, resolution.Subject as Subject.PlanMoment);
        var remainder = resolution.Subject as Subject.Remainder;
        return new(
            resolution.Id, resolution.State.Phase, resolution.Since, division?.Period, (division?.Total ?? remainder?.Total)?.Cents ?? 0,
            moment?.Smederij, moment?.Plan,
            (resolution.State as ResolutionState.Decided)?.Outcome, (resolution.State as ResolutionState.Open)?.Term.Until,
            Asked: resolution.State.Heard is not null, remainder?.Period);
    }
}

/// <summary>How the rows beside the domain's own are written down.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(Stored<Resolution>))]
[JsonSerializable(typeof(ResolutionLogLine))]
[JsonSerializable(typeof(ResolutionSummary))]
public sealed partial class ResolutionJson : JsonSerializerContext;
