namespace Smederijen.Domain.Plans;

/// <summary>Something the working group wants to have reached by a day.</summary>
/// <param name="Due">The last day on which it is in time (Europe/Amsterdam).</param>
/// <param name="Done">The day on which it was reached.</param>
/// <param name="Silence">The reminders to the gebiedsregisseur since the day passed, or since the last news after it.</param>
public sealed record Milestone(string Id, string What, DateOnly Due, DateOnly? Done = null, Chase? Silence = null)
{
    [JsonIgnore]
    public DateTimeOffset EndsAt => Amsterdam.EndOfDay(Due);

    /// <summary>When the clock has something to do; null once it is reached.</summary>
    [JsonIgnore]
    public DateTimeOffset? NextDue => Done is null ? Silence?.Next ?? EndsAt : null;
}

/// <summary>A moment at which the stuurgroep judges the plan: before the start, halfway, before building.</summary>
/// <param name="On">The day on which it is asked by itself; null when the working group or the gebiedsregisseur asks.</param>
/// <param name="Asked">How often the stuurgroep was asked; a decision names the time that it answers.</param>
/// <param name="Judged">What the stuurgroep decided last; null before that.</param>
public sealed record DecisionMoment(string Id, string Name, DateOnly? On = null, int Asked = 0, StuurgroepJudgement? Judged = null)
{
    /// <summary>When it has to be asked by itself; null when people ask, or when it was asked already.</summary>
    [JsonIgnore]
    public DateTimeOffset? ComesAt => On is { } day && Asked == 0 ? Amsterdam.StartOfDay(day) : null;

    /// <summary>The plan may go on: nothing is left to decide here.</summary>
    [JsonIgnore]
    public bool IsSettled => Judged?.Outcome is StuurgroepOutcome.GoOn;
}

/// <summary>What the stuurgroep decided about a plan, in the words of its members.</summary>
public sealed record StuurgroepJudgement(StuurgroepOutcome Outcome, ImmutableArray<string> Reasons, DateTimeOffset At);

/// <summary>What the stuurgroep can decide about a plan.</summary>
public enum StuurgroepOutcome
{
    GoOn,

    /// <summary>Back to the working group, with what has to change.</summary>
    Change,

    /// <summary>The plan ends.</summary>
    Stop,
}
