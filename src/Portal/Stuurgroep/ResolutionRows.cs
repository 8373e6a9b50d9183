using System.Text.Json;
using System.Text.Json.Serialization;
using Smederijen.Domain.Stuurgroep;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Watching;

namespace Smederijen.Portal.Stuurgroep;

/// <summary>A resolution as it was read, with the ETag that a change of it must still find.</summary>
public sealed record LoadedResolution(Resolution Resolution, string ETag);

/// <summary>One line of a resolution's history, chained like those of ideas.</summary>
public sealed record ResolutionLogLine(ResolutionEvent Event, ResolutionPhase Phase, string Hash) : IChained
{
    public static ResolutionLogLine After(string head, ResolutionEvent e, ResolutionPhase phase) => new(e, phase, Chain(head, e, phase));

    public bool Follows(string head) => Hash == Chain(head, Event, Phase);

    private static string Chain(string head, ResolutionEvent e, ResolutionPhase phase) =>
        CommitRows.Chain(head, phase.ToString(), JsonSerializer.Serialize(e, StuurgroepJson.Default.ResolutionEvent));
}

/// <summary>An index row: what a list shows of a resolution.</summary>
/// <param name="Period">Of an allotment; null for a moment of a plan.</param>
/// <param name="Total">In cents.</param>
/// <param name="Smederij">Of a plan; null for an allotment.</param>
/// <param name="Outcome">What was decided; null as long as nothing is.</param>
/// <param name="Until">The end of the term while it is open.</param>
/// <param name="Asked">The seats were asked, so everyone may know of it.</param>
public sealed record ResolutionSummary(
    string Id, ResolutionPhase Phase, DateTimeOffset Since, string? Period, long Total, string? Smederij, string? Plan, Voice? Outcome, DateTimeOffset? Until,
    bool Asked = false)
{
    public static ResolutionSummary Of(Resolution resolution)
    {
        var (division, moment) = (resolution.Subject as Subject.Allotment, resolution.Subject as Subject.PlanMoment);
        return new(
            resolution.Id, resolution.State.Phase, resolution.Since, division?.Period, division?.Total.Cents ?? 0, moment?.Smederij, moment?.Plan,
            (resolution.State as ResolutionState.Decided)?.Outcome, (resolution.State as ResolutionState.Open)?.Term.Until,
            Asked: resolution.State.Heard is not null);
    }
}

/// <summary>How the rows beside the domain's own are written down.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(ResolutionLogLine))]
[JsonSerializable(typeof(ResolutionSummary))]
public sealed partial class ResolutionJson : JsonSerializerContext;
