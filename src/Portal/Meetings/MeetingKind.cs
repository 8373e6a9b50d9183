using System.Text.Json.Serialization.Metadata;

namespace Smederijen.Portal.Meetings;

/// <summary>Points at the decisions of one meeting: the Smederij is the partition. In the work list they are the item <c>overleg-{id}</c>.</summary>
public readonly record struct MeetingKey(string Smederij, string Id)
{
    public const string Prefix = "overleg-";

    public string Address => $"{MeetingDesk.AddressOf(Smederij)}/{Id}";

    public static implicit operator WorkKey(MeetingKey key) => new(key.Smederij, Prefix + key.Id);

    /// <summary>Null when an item of the work list is something else.</summary>
    public static MeetingKey? TryRead(WorkKey key) =>
        key.Item.StartsWith(Prefix, StringComparison.Ordinal) ? new(key.Smederij, key.Item[Prefix.Length..]) : null;
}

/// <summary>Decisions of meetings, as the pipeline knows them.</summary>
public static class MeetingKind
{
    public static KindFacts Facts { get; } = new()
    {
        Prefix = MeetingKey.Prefix,
        Name = "overleg",
        Effects = new(MeetingJson.Default.MeetingEffect, Under: "overleg"),
        Starts = ["overleg|", "overleggen|"],
        Typed = ["reason"],
        Holds = Holds,
    };

    public static Kind<Meeting, MeetingEvent, MeetingEffect, MeetingRefusal, Nothing> Of(PortalOptions options) => new()
    {
        Facts = Facts,
        Row = MeetingRows.Default.StoredMeeting,
        Event = MeetingJson.Default.MeetingEvent,
        Phase = meeting => meeting.Phase,
        Revision = meeting => meeting.Revision,
        Due = meeting => meeting.Until,
        At = e => e.At,
        TimePassed = at => new MeetingEvent.MomentCame(at),
        Know = (_, _, _, _) => default,
        Decide = (meeting, e, _) => MeetingDecider.Decide(meeting, e),
        Lists = (_, stored, _) => new([ListRow(stored.Item)]),
        Beside = Erased,
        AlsoFollows = change => options.KeepsBoard && change.Before?.Item.Phase != change.After.Item.Phase
            && MeetingPhase.Proposed is var waits && (change.After.Item.Phase == waits || change.Before?.Item.Phase == waits)
                ? [new BoardEffect.Show()] : [],
    };

    /// <summary>Those that wait for a second person, the oldest first.</summary>
    public static RowRange Waiting { get; } = RowRange.Prefix("overleggen|wacht|");

    /// <summary>Those whose ideas are being told.</summary>
    public static RowRange Agreed { get; } = RowRange.Prefix("overleggen|akkoord|");

    /// <summary>Those that are over, the newest first.</summary>
    public static RowRange Over { get; } = RowRange.Prefix("overleggen|voorbij|");

    /// <summary>What lists show of one that waits for a second person; null for one that does not.</summary>
    public static async ValueTask<string?> WaitingRow(IEntityStore store, MeetingKey key, CancellationToken cancellation) =>
        (await store.Get(key.Smederij, $"{Waiting.From}{key.Id}", cancellation))?.Data;

    private static Listed ListRow(Meeting meeting) => new(
        meeting.Phase switch
        {
            MeetingPhase.Proposed => $"{Waiting.From}{meeting.Id}",
            MeetingPhase.Agreed => $"{Agreed.From}{meeting.Id}",
            _ => $"{Over.From}{DateTimeOffset.MaxValue.UtcTicks - meeting.At.UtcTicks:D19}|{meeting.Id}",
        }, Rows.Write(MeetingSummary.Of(meeting), MeetingRows.Default.MeetingSummary));

    /// <summary>A text that the item does not hold any more is not needed here any more: its row goes in the same commit.</summary>
    private static IEnumerable<Write> Erased(Change<Meeting, MeetingEvent, Nothing> change) => change.Before is null ? [] :
        SealsOf(change.Before.Item).Except(SealsOf(change.After.Item))
            .Select(seal => new Write.Delete(Words.Row(Facts.Name!, change.After.Item.Id, seal)));

    private static IEnumerable<string> SealsOf(Meeting meeting) =>
        meeting.Decisions.Select(decision => decision.Reason).Append(meeting.Reason).OfType<string>().SelectMany(Words.SealsIn);

    private static JsonTypeInfo? Holds(string[] key) => key switch
    {
        ["overleg", _] => MeetingRows.Default.StoredMeeting,
        ["overleg", _, "log", _] => MeetingRows.Default.MeetingLogLine,
        ["overleggen", ..] => MeetingRows.Default.MeetingSummary,
        _ => null,
    };
}

/// <summary>What lists show of the decisions of a meeting.</summary>
/// <param name="Ideas">What they are about.</param>
/// <param name="NotTaken">How many ideas did not take their decision over.</param>
public sealed record MeetingSummary(
    string Id, MeetingPhase Phase, DateOnly On, string By, DateTimeOffset At, DateTimeOffset? Until, IReadOnlyList<string> Ideas, int NotTaken)
{
    public static MeetingSummary Of(Meeting meeting) => new(
        meeting.Id, meeting.Phase, meeting.On, meeting.By, meeting.At, meeting.Until, [.. meeting.Decisions.Select(decision => decision.Idea)],
        meeting.Decisions.Count(decision => decision.Why is not null));
}

/// <summary>One line of the history of a meeting, as <see cref="LogChain"/> chains them.</summary>
public sealed record MeetingLogLine(MeetingEvent Event, MeetingPhase Phase, string Hash);

/// <summary>How the rows beside the domain's own are written down. Storage contract.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(Stored<Meeting>))]
[JsonSerializable(typeof(MeetingLogLine))]
[JsonSerializable(typeof(MeetingSummary))]
public sealed partial class MeetingRows : JsonSerializerContext;
