using static Smederijen.Domain.Decision<
    Smederijen.Domain.Settings.YearReminders, Smederijen.Domain.Settings.YearEffect, Smederijen.Domain.Settings.SettingsRefusal>;
using static Smederijen.Domain.Settings.YearEvent;

namespace Smederijen.Domain.Settings;

/// <summary>
/// Which of the reminders had their turn that no round follows: eight, four and one week before a last day. All Smederijen with the same last
/// day share one. Whether a round follows is looked at when the moment has come, for it can be agreed on and taken back until then.
/// </summary>
/// <param name="Next">When the following one has its turn; null while no round ends that anybody knows of.</param>
/// <param name="Had">Of last days that are not over. One that was not needed had its turn too.</param>
public sealed record YearReminders(DateTimeOffset? Next, ImmutableArray<YearReminder> Had, int Revision)
{
    public static YearReminders None { get; } = new(null, [], Revision: 0);

    [JsonIgnore]
    public YearPhase Phase => Next is null ? YearPhase.NothingEnds : YearPhase.Waits;

    public bool Equals(YearReminders? other) =>
        other is not null && Next == other.Next && Revision == other.Revision && Had.SequenceEqual(other.Had);

    public override int GetHashCode() => HashCode.Combine(Next, Revision, Had.Length);
}

/// <summary>One reminder before a last day: <c>31 December 2026, 8</c>.</summary>
public sealed record YearReminder(DateOnly LastDay, int Weeks);

/// <summary>Whether a reminder waits for its moment.</summary>
public enum YearPhase
{
    NothingEnds,
    Waits,
}

/// <summary>The rounds that run.</summary>
public sealed record RunningRounds(ImmutableArray<RunningRound> All);

/// <summary>The last day of a round that runs, and whether it is known what comes after it.</summary>
public sealed record RunningRound(DateOnly LastDay, bool IsFollowed);

/// <summary>Something that happened to the reminders. Storage contract: approved by a test.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "wat")]
[JsonDerivedType(typeof(RoundsChanged), "rondes-veranderd")]
[JsonDerivedType(typeof(MomentCame), "moment-gekomen")]
public abstract record YearEvent
{
    private YearEvent(DateTimeOffset at) => At = at;

    public DateTimeOffset At { get; }

    /// <summary>Other settings count, or the program started: the moments may be others.</summary>
    public sealed record RoundsChanged(DateTimeOffset At) : YearEvent(At);
    public sealed record MomentCame(DateTimeOffset At) : YearEvent(At);
}

/// <summary>What follows from a decision over the reminders. Storage contract: approved by a test.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "doe")]
[JsonDerivedType(typeof(Remind), "herinner")]
public abstract record YearEffect : Effect
{
    private YearEffect() { }

    /// <summary>Mail who can open a year that none follows on a last day.</summary>
    public sealed record Remind(DateOnly LastDay, int Weeks) : YearEffect;
}

/// <summary>The whole judgement over the reminders of a year.</summary>
public static class YearRemindersDecider
{
    /// <summary>So many weeks before the last day, the first one first.</summary>
    private static readonly ImmutableArray<int> Weeks = [8, 4, 1];

    private const int DaysOfAWeek = 7;

    public static YearDecision Decide(YearReminders reminders, YearEvent e, RunningRounds rounds) => e switch
    {
        // What is due has its turn first, and looks at the rounds as well.
        RoundsChanged when reminders.Next <= e.At => AlreadySo.Instance,
        RoundsChanged when NextAfter(e.At, rounds, reminders.Had) == reminders.Next => AlreadySo.Instance,
        RoundsChanged => new Accepted(With(reminders, e.At, rounds, reminders.Had), []),
        MomentCame when reminders.Next is not { } next || e.At < next => AlreadySo.Instance,
        MomentCame => HaveTurn(reminders, e.At, rounds),
        _ => throw new ArgumentOutOfRangeException(nameof(e), e.GetType().Name, "The decider does not know this event."),
    };

    private static Accepted HaveTurn(YearReminders reminders, DateTimeOffset at, RunningRounds rounds)
    {
        var turns = LastDays(rounds, at).Select(day => Turn(day, at, reminders.Had)).OfType<YearReminder>().ToList();
        var had = reminders.Had.Where(reminder => reminder.LastDay >= Amsterdam.DateOf(at)).Concat(turns);
        return new(
            With(reminders, at, rounds, [.. had]),
            [.. turns.Where(turn => rounds.All.Any(round => round.LastDay == turn.LastDay && !round.IsFollowed))
                .Select(turn => new YearEffect.Remind(turn.LastDay, turn.Weeks))]);
    }

    private static YearReminders With(YearReminders reminders, DateTimeOffset at, RunningRounds rounds, ImmutableArray<YearReminder> had) =>
        new(NextAfter(at, rounds, had), had, reminders.Revision + 1);

    /// <summary>The reminder before a last day whose moment came last, unless that one or a later one had its turn.</summary>
    private static YearReminder? Turn(DateOnly lastDay, DateTimeOffset at, ImmutableArray<YearReminder> had) =>
        Weeks.LastOrDefault(weeks => MomentOf(lastDay, weeks) <= at) is var came and > 0 && !HadTurn(lastDay, came, had) ? new(lastDay, came) : null;

    private static bool HadTurn(DateOnly lastDay, int weeks, ImmutableArray<YearReminder> had) =>
        had.Any(reminder => reminder.LastDay == lastDay && reminder.Weeks <= weeks);

    /// <summary>One whose moment is over goes out on the next working morning, so that what begins on one day shares it.</summary>
    private static DateTimeOffset? NextAfter(DateTimeOffset at, RunningRounds rounds, ImmutableArray<YearReminder> had) =>
        LastDays(rounds, at).SelectMany(day => Weeks
                .Select(weeks => Turn(day, at, had) is not null ? Mornings.After(at) : MomentOf(day, weeks))
                .Where(moment => moment > at && Amsterdam.DateOf(moment) <= day))
            .Select(moment => (DateTimeOffset?)moment).Min();

    private static IEnumerable<DateOnly> LastDays(RunningRounds rounds, DateTimeOffset at) =>
        rounds.All.Select(round => round.LastDay).Where(day => day >= Amsterdam.DateOf(at)).Distinct().Order();

    private static DateTimeOffset MomentOf(DateOnly lastDay, int weeks) => Mornings.From(lastDay.AddDays(-weeks * DaysOfAWeek));
}

/// <summary>How the reminders of a year are written down.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = false)]
[JsonSerializable(typeof(YearReminders))]
[JsonSerializable(typeof(YearEvent))]
[JsonSerializable(typeof(YearEffect))]
public sealed partial class YearRemindersJson : JsonSerializerContext;
