namespace Smederijen.Portal.Work;

/// <summary>What is wrong with something on a page.</summary>
public enum ReportReason
{
    /// <summary>It tells something about a person that does not belong there.</summary>
    Privacy,

    /// <summary>It insults, threatens or discriminates.</summary>
    Offensive,

    /// <summary>It sells something, or deceives.</summary>
    Misuse,
    Other,
}

/// <summary>Somebody told that something on the page of an idea or a plan is wrong; who did is not kept. Storage contract.</summary>
/// <param name="Item">On the work list: the id of an idea, or of a plan with its prefix.</param>
/// <param name="Text">What they wrote with it; may be empty.</param>
/// <param name="By">The staff account that dealt with it; null while it waits.</param>
/// <param name="NothingWrong">Who dealt with it looked, and found that nothing had to be done.</param>
public sealed record Report(
    string Smederij, string Item, ReportReason Reason, string Text, DateTimeOffset At, string? By = null, DateTimeOffset? SettledAt = null,
    bool NothingWrong = false);

/// <summary>How it is written down.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(Report))]
public sealed partial class ReportJson : JsonSerializerContext;

/// <summary>
/// Reports of all Smederijen, in a partition of their own: those that wait are one short range, and those that were dealt with lie apart until
/// they are forgotten. Each has a second row under what it is about, without what was typed, so that a page of one item reads its own only.
/// </summary>
public sealed class Reports(IEntityStore store, UnreadableRows unreadable, TimeProvider clock)
{
    private const string OpenStart = "open|";
    private const string SettledStart = "klaar|";
    private const string ItemStart = "over|";

    /// <summary>Long enough to answer a complaint about how a report was dealt with.</summary>
    private const int MonthsKept = 12;

    private static readonly RowRange Open = RowRange.Prefix(OpenStart);

    /// <summary>The same press of the button is one report.</summary>
    public async Task Take(Report report, CommandId command)
    {
        var id = IdOf(report, command);
        await store.Commit(
            Partitions.Reports,
            [new Write.Insert(OpenStart + id, Written(report)), new Write.Insert(OfItem(report) + id, Written(report with { Text = "" }))],
            CancellationToken.None);
    }

    /// <summary>Whether this press of the button was taken before, as long as its report is kept.</summary>
    public async Task<bool> Took(Report report, CommandId command, CancellationToken cancellation) =>
        await store.Get(Partitions.Reports, OfItem(report) + IdOf(report, command), cancellation) is not null;

    /// <summary>What was reported about an item, without the words of who did, the oldest first.</summary>
    public async Task<IReadOnlyList<Report>> About(WorkKey item, CancellationToken cancellation) =>
    [
        .. (await unreadable.Read(
            Partitions.Reports, (await store.Query(Partitions.Reports, RowRange.Prefix(OfItem(item)), cancellation: cancellation)).Rows,
            ReportJson.Default.Report)).OrderBy(report => report.At),
    ];

    /// <summary>What waits, the oldest first.</summary>
    public async Task<IReadOnlyList<(string Id, Report Report)>> Waiting(CancellationToken cancellation) =>
    [
        .. (await unreadable.Read(
            Partitions.Reports, (await store.Query(Partitions.Reports, Open, cancellation: cancellation)).Rows,
            row => (row.Row[OpenStart.Length..], row.Read(ReportJson.Default.Report)))).OrderBy(one => one.Item2.At),
    ];

    /// <summary>Somebody of the staff dealt with it. A second time changes nothing.</summary>
    /// <returns>The report; null when no such one waits.</returns>
    public async Task<Report?> Settle(string id, string by, bool nothingWrong)
    {
        if (!StoreLimits.IsKey(OpenStart + id) || await store.Get(Partitions.Reports, OpenStart + id) is not { } row)
            return null;
        var settled = row.Read(ReportJson.Default.Report) with { By = by, SettledAt = clock.GetUtcNow(), NothingWrong = nothingWrong };
        return await store.Commit(
            Partitions.Reports,
            [
                new Write.Delete(row.Row, row.ETag),
                new Write.Insert($"{SettledStart}{Keys.Instant(settled.SettledAt.Value)}|{id}", Written(settled)),
                new Write.Put(OfItem(settled) + id, Written(settled with { Text = "" })),
            ]) is CommitResult.Committed ? settled : null;
    }

    /// <summary>Both rows of each go.</summary>
    public async Task ForgetOld(CancellationToken cancellation = default)
    {
        var old = new RowRange(SettledStart, $"{SettledStart}{Keys.Instant(clock.GetUtcNow().AddMonths(-MonthsKept))}");
        await foreach (var row in store.All(Partitions.Reports, old, cancellation))
        {
            if (row.TryRead(ReportJson.Default.Report) is { } report
                && await store.Get(Partitions.Reports, OfItem(report) + row.Row.Split('|')[^1], cancellation) is { } ofItem)
                await store.Commit(Partitions.Reports, [new Write.Delete(ofItem.Row)], cancellation);
        }
        await store.DeleteAll(Partitions.Reports, old, cancellation: cancellation);
    }

    private static string IdOf(Report report, CommandId command) => Digest.Hex($"{report.Smederij}/{report.Item} {command.Key}", 16);

    private static string OfItem(Report report) => OfItem(new WorkKey(report.Smederij, report.Item));

    private static string OfItem(WorkKey item) => $"{ItemStart}{item.Smederij}|{item.Item}|";

    private static string Written(Report report) => Rows.Write(report, ReportJson.Default.Report);
}
