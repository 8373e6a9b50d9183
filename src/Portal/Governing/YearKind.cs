using System.Text.Json.Serialization.Metadata;

namespace Smederijen.Portal.Governing;

/// <summary>The reminders that a year is to be opened, as the pipeline knows them: one item for all Smederijen.</summary>
public static class YearKind
{
    private const string Id = "alle";

    public static KindFacts Facts { get; } = new()
    {
        Prefix = "jaarherinnering-",
        Name = "jaarherinnering",
        Effects = new(YearRemindersJson.Default.YearEffect, Under: "jaarherinnering"),
        Starts = ["jaarherinnering|"],
        Holds = Holds,
    };

    public static WorkKey Key { get; } = new(Partitions.Settings, Facts.Prefix + Id);

    public static IReadOnlyList<Deed> Deeds { get; } =
    [
        Deed.Mail<YearMail, YearEffect.Remind>((mail, _, remind, _, cancellation) => mail.Write(remind, cancellation)),
    ];

    public static Kind<YearReminders, YearEvent, YearEffect, SettingsRefusal, RunningRounds> Of(SettingsBook book) => new()
    {
        Facts = Facts,
        Row = YearRows.Default.StoredYearReminders,
        Event = YearRemindersJson.Default.YearEvent,
        Phase = reminders => reminders.Phase,
        Revision = reminders => reminders.Revision,
        Due = reminders => reminders.Next,
        At = e => e.At,
        TimePassed = at => new YearEvent.MomentCame(at),
        Know = (_, _, _, _) => new(YearWatch.RunningIn(book)),
        Decide = YearRemindersDecider.Decide,
        Lists = (_, _, _) => new([]),
    };

    /// <summary>Other settings count, or the program starts: the moments follow the rounds. Harmless twice.</summary>
    public static Task FollowRounds(this YearItems items, UnreadableRows unreadable, CancellationToken cancellation) => unreadable.Try(
        Partitions.Settings, async () => await items.HandleOrBegin(
            Key, CommandId.Fresh(), YearReminders.None, at => new YearEvent.RoundsChanged(at), [], cancellation));

    private static JsonTypeInfo? Holds(string[] key) => key switch
    {
        ["jaarherinnering", _] => YearRows.Default.StoredYearReminders,
        ["jaarherinnering", _, "log", _] => YearRows.Default.YearLogLine,
        _ => null,
    };
}

/// <summary>One line of the history of the reminders, as <see cref="LogChain"/> chains them.</summary>
public sealed record YearLogLine(YearEvent Event, YearPhase Phase, string Hash);

/// <summary>How the rows beside the domain's own are written down. Storage contract.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(Stored<YearReminders>))]
[JsonSerializable(typeof(YearLogLine))]
public sealed partial class YearRows : JsonSerializerContext;
