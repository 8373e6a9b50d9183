using System.Text.Json.Serialization.Metadata;

namespace Smederijen.Portal.Governing;

/// <summary>The past that comes in from a file, as the pipeline knows it: one item, with the lines of its file beside it.</summary>
public static class PastKind
{
    private const string Id = "alles";

    public static KindFacts Facts { get; } = new()
    {
        Prefix = "verleden-",
        Name = "verleden",
        Effects = new(PastJson.Default.PastEffect, Under: "verleden"),
        Starts = ["verleden|"],
        Holds = Holds,
    };

    public static WorkKey Key { get; } = new(Partitions.Settings, Facts.Prefix + Id);

    public static Kind<Past, PastEvent, PastEffect, SettingsRefusal, Nothing> Kind { get; } = new()
    {
        Facts = Facts,
        Row = PastRows.Default.StoredPast,
        Event = PastJson.Default.PastEvent,
        Phase = past => past.Phase,
        Revision = past => past.Revision,
        Due = past => past.NextDue,
        At = e => e.At,
        TimePassed = at => new PastEvent.MomentCame(at),
        Know = (_, _, _, _) => default,
        Decide = (past, e, _) => PastDecider.Decide(past, e),
        Lists = (_, _, _) => new([]),
        Beside = Erased,
    };

    /// <summary>Where a batch of lines lies until it is in.</summary>
    public static string Batch(string file, int number) => $"verleden|{Id}|regels|{file}-{number:D4}";

    public static async Task<Past> Load(this PastItems items, CancellationToken cancellation) =>
        (await items.Load(Key, cancellation))?.Item ?? Past.Empty;

    /// <summary>Keeps the lines of a file until a second person agrees.</summary>
    /// <param name="seen">How many changes the one who proposes has seen.</param>
    public static Task<Outcome<SettingsRefusal>> Propose(
        this PastItems items, string file, IReadOnlyList<PastBatch> batches, CommandId command, string by, int seen,
            CancellationToken cancellation) =>
        items.HandleOrBegin(
            Key, command, Past.Empty, at => new PastEvent.Proposed(at, by, seen, file, batches.Sum(batch => batch.Lines.Length), batches.Count),
            [.. batches.Select((batch, i) => new Write.Insert(Batch(file, i + 1), Rows.Write(batch, PastRows.Default.PastBatch)))], cancellation);

    public static Task<Outcome<SettingsRefusal>> Agree(
        this PastItems items, CommandId command, string by, int seen, CancellationToken cancellation) =>
        items.Handle(Key, command, at => new PastEvent.Agreed(at, by, seen), cancellation: cancellation);

    public static Task<Outcome<SettingsRefusal>> Drop(
        this PastItems items, CommandId command, string by, int seen, CancellationToken cancellation) =>
        items.Handle(Key, command, at => new PastEvent.Dropped(at, by, seen), cancellation: cancellation);

    /// <summary>The lines that still lie beside a file.</summary>
    public static async Task<IReadOnlyList<PastLine>> LinesOf(IEntityStore store, PastFile file, CancellationToken cancellation)
    {
        List<PastLine> lines = [];
        await foreach (var row in store.All(Partitions.Settings, RowRange.Prefix($"verleden|{Id}|regels|{file.Id}-"), cancellation))
            lines.AddRange(row.Read(PastRows.Default.PastBatch).Lines);
        return lines;
    }

    /// <summary>Lines can name people: they go with the commit after which nobody needs them.</summary>
    private static IEnumerable<Write> Erased(Change<Past, PastEvent, Nothing> change) => (change.Event, change.Before?.Item.File) switch
    {
        (PastEvent.BatchTaken taken, _) => [new Write.Delete(Batch(taken.File, taken.Batch))],
        (PastEvent.Dropped or PastEvent.MomentCame, { } file) =>
            Enumerable.Range(1, file.Batches).Select(number => new Write.Delete(Batch(file.Id, number))),
        _ => [],
    };

    private static JsonTypeInfo? Holds(string[] key) => key switch
    {
        ["verleden", _] => PastRows.Default.StoredPast,
        ["verleden", _, "log", _] => PastRows.Default.PastLogLine,
        ["verleden", _, "regels", _] => PastRows.Default.PastBatch,
        _ => null,
    };
}

/// <summary>Some lines of a file: as many as are taken in between two looks at what else waits.</summary>
public sealed record PastBatch(ImmutableArray<PastLine> Lines);

/// <summary>One idea or project of before this website, checked.</summary>
/// <param name="Number">Of the line in the file.</param>
/// <param name="IsEarlier">Its round is over; otherwise its money comes out of the present one.</param>
/// <param name="Name">Of the submitter, with the two that follow; empty for what is over.</param>
public sealed record PastLine(
    int Number, string Smederij, string Period, bool IsEarlier, string Title, string Description, DateOnly On, Standing Standing, Euro Amount,
    Euro? Granted, Euro? Cost, int Supporters, string Name, string Email, string Postcode)
{
    /// <summary>What it takes of the money of its round.</summary>
    [JsonIgnore]
    public Euro Spent => At(default).Spent;

    /// <summary>Whether somebody still has something to do.</summary>
    [JsonIgnore]
    public bool IsRunning => Standing is not (Standing.Completed or Standing.CameToNothing);

    /// <summary>
    /// The same for the same project, whatever file it comes in, so that none comes in twice: the day comes first, as in every id, and what it
    /// is called makes the rest.
    /// </summary>
    [JsonIgnore]
    public string Id => ItemId.Of(Amsterdam.StartOfDay(On), $"{Smederij}|{Period}|{On:yyyy-MM-dd}|{Title.ToLowerInvariant()}");

    public IdeaEvent.TakenOver At(DateTimeOffset at) => new(at, On, Standing, Period, Amount, Granted, Cost, Supporters);
}

/// <summary>One line of the history of the past, as <see cref="LogChain"/> chains them.</summary>
public sealed record PastLogLine(PastEvent Event, PastPhase Phase, string Hash);

/// <summary>How the rows beside the domain's own are written down. Storage contract.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(Stored<Past>))]
[JsonSerializable(typeof(PastLogLine))]
[JsonSerializable(typeof(PastBatch))]
public sealed partial class PastRows : JsonSerializerContext;
