using System.Text.Json.Nodes;

namespace Smederijen.Portal.Work;

/// <summary>Something of an item that everybody sees, and that staff can hide by itself.</summary>
/// <param name="Name">Names it in the log and in forms.</param>
/// <param name="Says">What it says, also while it is hidden; null for a file and for the whole.</param>
/// <param name="Line">The number of the line of the log that it stands in, counted from one; null for what stands beside the log.</param>
/// <param name="Instead">What stands in the place of a hidden text; null for anything else.</param>
public sealed record ShownPart(
    string Name, bool IsHidden, string? Says = null, AttachmentInfo? File = null, int? Line = null, string? Instead = null)
{
    /// <summary>The part that stands for the whole item.</summary>
    public const string Whole = IdeaEvent.Whole;
}

/// <summary>What a hidden text said, or what is shown in its place. Storage contract.</summary>
/// <param name="Salt">Of a text that had a seal; null for others.</param>
public sealed record HiddenText(string Text, string? Salt = null);

/// <summary>
/// Takes things off the pages that everybody sees, and puts them back. What was hidden lies in a row <c>{name}|{id}|verborgen|{part}</c>, which
/// no page for everybody reads; in its old place stands what is shown instead, so lists, exports, the API and mails that are still to be sent
/// follow by themselves. The log keeps that it happened and why; the rows go in the commit of that event.
/// </summary>
public sealed class Veil(IEntityStore store)
{
    /// <summary>What stands in the place of a title.</summary>
    public const string NoTitle = "(Deze titel is weggehaald)";

    /// <summary>What stands in the place of the title of an item that is hidden as a whole, where a list has to name it.</summary>
    public const string NotShown = "(Dit idee is verborgen)";

    /// <summary>What stands in the place of what somebody wrote who asked to be forgotten.</summary>
    public const string Erased = "(Deze tekst is gewist.)";

    private const string Part = "verborgen";
    private const string Title = "title";
    private const string Attachments = "attachments";
    private const string TextStart = "tekst-";
    private const string FileStart = "bestand-";
    private const string TitleStart = "verborgen-titel|";

    /// <summary>The titles in a partition that are shown in place of others, by item: for what keeps a copy of a title.</summary>
    public static RowRange Titles { get; } = RowRange.Prefix(TitleStart);

    public static bool Is(string[] key) => key is [_, _, Part, _] or ["verborgen-titel", _];

    /// <summary>The id of the item that such a title is of.</summary>
    public static string ItemOf(Entity title) => title.Row[TitleStart.Length..];

    /// <summary>The title in the row with what everybody reads, where a commit writes that row; null where it does not.</summary>
    public static string? TitleIn(KindFacts kind, WorkKey key, IReadOnlyList<Write> commit)
    {
        if (kind.Content.Count == 0)
            return null;
        var row = kind.ContentOf(key);
        var data = commit.OfType<Write.Replace>().LastOrDefault(write => write.Row == row)?.Data;
        return data is null ? null : JsonNode.Parse(data)?[Title]?.GetValue<string>();
    }

    /// <summary>The stored name of the file that a part is; null for one that is no file.</summary>
    public static string? FileOf(string part) => part.StartsWith(FileStart, StringComparison.Ordinal) ? part[FileStart.Length..] : null;

    /// <summary>The titles that are shown in place of others, by item.</summary>
    public async Task<IReadOnlyDictionary<string, string>> TitlesIn(string partition, CancellationToken cancellation)
    {
        var titles = new Dictionary<string, string>(StringComparer.Ordinal);
        await foreach (var row in store.All(partition, Titles, cancellation))
            titles[ItemOf(row)] = row.TryRead(WorkJson.Default.HiddenText)?.Text ?? NoTitle;
        return titles;
    }

    /// <summary>All that everybody sees of an item, and what is hidden of it, in the order of the page.</summary>
    /// <param name="isPublic">Whether everybody can see the item as a whole.</param>
    public async Task<IReadOnlyList<ShownPart>> PartsOf(KindFacts kind, WorkKey key, bool isPublic, CancellationToken cancellation = default) =>
        [.. (await AllOf(kind, key, isPublic, cancellation)).Where(part => part.Says != Erased && part.File is not { Erased: true })];

    private async Task<List<ShownPart>> AllOf(KindFacts kind, WorkKey key, bool isPublic, CancellationToken cancellation)
    {
        var rows = await RowsOf(kind, key, cancellation);
        var hidden = new Dictionary<string, string>(StringComparer.Ordinal);
        await foreach (var row in HiddenOf(kind, key, cancellation))
            hidden[PartOf(row)] = row.TryRead(WorkJson.Default.HiddenText)?.Text ?? "";
        var parts = new List<ShownPart>();
        if (isPublic || hidden.ContainsKey(ShownPart.Whole))
            parts.Add(new(ShownPart.Whole, hidden.ContainsKey(ShownPart.Whole)));
        if (rows.Find(row => row.Row == kind.ContentOf(key)) is { } content)
            parts.AddRange(OfContent(kind, Node(content), hidden));
        parts.AddRange(rows.Where(IsPicture)
            .Select(row => row.TryRead(WorkJson.Default.AttachmentInfo)).OfType<AttachmentInfo>().Select(OfFile));
        parts.AddRange(OfLog(rows, hidden));
        return parts;
    }

    /// <summary>Whether staff hid the item as a whole.</summary>
    private async Task<bool> IsHidden(KindFacts kind, WorkKey key, CancellationToken cancellation) =>
        await store.Get(key.Smederij, RowOf(kind, key, ShownPart.Whole), cancellation) is not null;

    /// <summary>The writes that take a part off the page, or that put something else in the place of a text that is off it.</summary>
    /// <param name="instead">What is shown in place of a text; empty for a sentence that says that it was taken away.</param>
    /// <returns>Null when there is no such part, or it is hidden in this way already.</returns>
    public async Task<IReadOnlyList<Write>?> Hide(KindFacts kind, WorkKey key, string part, string instead, CancellationToken cancellation)
    {
        if (FileOf(part) is { } file)
            return await SetFile(kind, key, file, isHidden: true, cancellation);
        var there = RowOf(kind, key, part);
        var isHidden = await store.Get(key.Smederij, there, cancellation) is not null;
        if (part == ShownPart.Whole)
            return isHidden ? null : [Kept(there, new HiddenText("")), .. TitleShown(kind, key, NotShown)];
        if (SealOf(part) is { } seal)
            return isHidden ? await Replace(kind, key, seal, instead, cancellation) : await HideSealed(kind, key, seal, instead, cancellation);
        if (await Content(kind, key, cancellation) is not var (row, node) || FieldOf(kind, part) is not { } field
            || node[field]?.GetValue<string>() is not { Length: > 0 } was)
            return null;
        var shown = instead.Length > 0 ? instead : field == Title ? NoTitle : Words.Gone;
        if (isHidden && was == shown)
            return null;
        node[field] = shown;
        return
        [
            .. isHidden ? [] : (Write[])[Kept(there, new HiddenText(was))], new Write.Replace(row.Row, node.ToJsonString(), row.ETag),
            .. field == Title && !await IsHidden(kind, key, cancellation) ? TitleShown(kind, key, shown) : [],
        ];
    }

    /// <summary>The writes that put a part back.</summary>
    /// <returns>Null when it is not hidden.</returns>
    public async Task<IReadOnlyList<Write>?> Show(KindFacts kind, WorkKey key, string part, CancellationToken cancellation)
    {
        var id = kind.IdOf(key);
        if (FileOf(part) is { } file)
            return await SetFile(kind, key, file, isHidden: false, cancellation);
        if (await store.Get(key.Smederij, RowOf(kind, key, part), cancellation) is not { } kept)
            return null;
        var gone = new Write.Delete(kept.Row, kept.ETag);
        if (part == ShownPart.Whole)
            return [gone, .. await TitleElsewhere(kind, key, cancellation)];
        var was = kept.Read(WorkJson.Default.HiddenText);
        if (SealOf(part) is { } seal)
        {
            var said = new SaidText(was.Text, was.Salt ?? "");
            var shown = Words.InsteadRow(kind.Name!, id, seal);
            return
            [
                gone, new Write.Insert(Words.Row(kind.Name!, id, said.Seal()), Rows.Write(said, WorkJson.Default.SaidText)),
                .. await store.Get(key.Smederij, shown, cancellation) is { } other ? [new Write.Delete(shown, other.ETag)] : (Write[])[],
            ];
        }
        if (await Content(kind, key, cancellation) is not var (row, node) || FieldOf(kind, part) is not { } field)
            return null;
        node[field] = was.Text;
        return
        [
            gone, new Write.Replace(row.Row, node.ToJsonString(), row.ETag),
            .. field == Title && !await IsHidden(kind, key, cancellation) ? await SameTitle(kind, key, cancellation) : [],
        ];
    }

    /// <summary>
    /// The writes that take away for good what somebody wrote and sent: the texts of the content, its files off the page, what was hidden, and
    /// the texts in the lines that they wrote. The files themselves are deleted after the commit.
    /// </summary>
    /// <param name="wrote">Whether a line of the log is theirs, by its JSON.</param>
    public async Task<IReadOnlyList<Write>> Erase(KindFacts kind, WorkKey key, Func<Entity, bool> wrote, CancellationToken cancellation)
    {
        var rows = await RowsOf(kind, key, cancellation);
        var seals = rows.Where(row => LogChain.IsLine(row.Row) && wrote(row)).SelectMany(row => Words.SealsIn(row.Data))
            .ToHashSet(StringComparer.Ordinal);
        var writes = new List<Write>();
        foreach (var row in rows)
        {
            var parts = row.Row.Split('|');
            if ((Words.Is(parts) || Words.IsInstead(parts)) && seals.Contains(parts[3]))
                writes.Add(new Write.Delete(row.Row, row.ETag));
            else if (IsPicture(row) && row.TryRead(WorkJson.Default.AttachmentInfo) is { Erased: false } file)
                writes.Add(new Write.Replace(
                    row.Row, Rows.Write(file with { Hidden = true, Erased = true }, WorkJson.Default.AttachmentInfo), row.ETag));
        }
        await foreach (var row in HiddenOf(kind, key, cancellation))
        {
            if (FieldOf(kind, PartOf(row)) is not null || (SealOf(PartOf(row)) is { } seal && seals.Contains(seal)))
                writes.Add(new Write.Delete(row.Row, row.ETag));
        }
        if (await Content(kind, key, cancellation) is not var (content, node))
            return writes;
        foreach (var (_, field) in kind.Content)
        {
            if (node[field]?.GetValue<string>() is { Length: > 0 })
                node[field] = Erased;
        }
        foreach (var file in FilesIn(node))
            (file["hidden"], file["erased"]) = (true, true);
        writes.Add(new Write.Replace(content.Row, node.ToJsonString(), content.ETag));
        writes.AddRange(TitleShown(kind, key, Erased));
        return writes;
    }

    /// <summary>The names of all files that everybody saw, or did before they were hidden.</summary>
    public async Task<IReadOnlyList<string>> FilesOf(KindFacts kind, WorkKey key, CancellationToken cancellation) =>
        [.. (await AllOf(kind, key, true, cancellation)).Select(part => part.File?.Name).OfType<string>()];

    private async Task<IReadOnlyList<Write>?> HideSealed(KindFacts kind, WorkKey key, string seal, string instead, CancellationToken cancellation)
    {
        if (await store.Get(key.Smederij, Words.Row(kind.Name!, kind.IdOf(key), seal), cancellation) is not { } said)
            return null;
        var text = said.Read(WorkJson.Default.SaidText);
        return
        [
            new Write.Delete(said.Row, said.ETag), Kept(RowOf(kind, key, TextStart + seal), new HiddenText(text.Text, text.Salt)),
            .. instead.Length > 0 ? [SealedInstead(kind, key, seal, instead)] : (Write[])[],
        ];
    }

    /// <summary>Something else in the place of a sealed text that is hidden already.</summary>
    private async Task<IReadOnlyList<Write>?> Replace(KindFacts kind, WorkKey key, string seal, string instead, CancellationToken cancellation) =>
        (await store.Get(key.Smederij, Words.InsteadRow(kind.Name!, kind.IdOf(key), seal), cancellation), instead) switch
        {
            ({ } now, "") => [new Write.Delete(now.Row, now.ETag)],
            ({ } now, _) when now.TryRead(WorkJson.Default.HiddenText)?.Text == instead => null,
            (null, "") => null,
            _ => [SealedInstead(kind, key, seal, instead)],
        };

    private static Write.Put SealedInstead(KindFacts kind, WorkKey key, string seal, string instead) =>
        new(Words.InsteadRow(kind.Name!, kind.IdOf(key), seal), Rows.Write(new HiddenText(instead), WorkJson.Default.HiddenText));

    /// <summary>What keeps a copy of the title follows the page once the item is back: its title, or what stands in the place of that.</summary>
    private async Task<IReadOnlyList<Write>> TitleElsewhere(KindFacts kind, WorkKey key, CancellationToken cancellation)
    {
        var part = kind.Content.FirstOrDefault(one => one.Field == Title).Part;
        if (part is not null && await store.Get(key.Smederij, RowOf(kind, key, part), cancellation) is not null
            && await Content(kind, key, cancellation) is var (_, node) && node[Title]?.GetValue<string>() is { } shown)
            return TitleShown(kind, key, shown);
        return await SameTitle(kind, key, cancellation);
    }

    private async Task<IReadOnlyList<Write>> SameTitle(KindFacts kind, WorkKey key, CancellationToken cancellation) =>
        kind.IsOnBallots && await store.Get(key.Smederij, TitleStart + kind.IdOf(key), cancellation) is { } title
            ? [new Write.Delete(title.Row, title.ETag)] : [];

    private static IEnumerable<ShownPart> OfContent(KindFacts kind, JsonObject content, Dictionary<string, string> hidden)
    {
        foreach (var (part, field) in kind.Content)
        {
            var text = content[field]?.GetValue<string>();
            if (hidden.TryGetValue(part, out var was))
                yield return new(part, true, was, Instead: text);
            else if (text is { Length: > 0 })
                yield return new(part, false, text);
        }
        foreach (var file in FilesIn(content))
            yield return OfFile(file.Deserialize(WorkJson.Default.AttachmentInfo)!);
    }

    private static ShownPart OfFile(AttachmentInfo file) => new(FileStart + file.Name, file.Hidden, File: file);

    /// <summary>A text that stands in several lines counts for the first.</summary>
    private static IEnumerable<ShownPart> OfLog(List<Entity> rows, Dictionary<string, string> hidden)
    {
        var said = rows.Where(row => Words.Is(row.Row.Split('|')))
            .ToDictionary(row => row.Row.Split('|')[^1], row => row.TryRead(WorkJson.Default.SaidText)?.Text, StringComparer.Ordinal);
        var instead = rows.Where(row => Words.IsInstead(row.Row.Split('|')))
            .ToDictionary(row => row.Row.Split('|')[3], row => row.TryRead(WorkJson.Default.HiddenText)?.Text, StringComparer.Ordinal);
        return rows.Where(row => LogChain.IsLine(row.Row)).SelectMany((row, i) => Words.SealsIn(row.Data).Select(seal => (Seal: seal, Line: i + 1)))
            .DistinctBy(text => text.Seal)
            .Select(text => hidden.TryGetValue(TextStart + text.Seal, out var was)
                ? new ShownPart(TextStart + text.Seal, true, was, Line: text.Line, Instead: instead.GetValueOrDefault(text.Seal) ?? Words.Gone)
                : said.GetValueOrDefault(text.Seal) is { } shown ? new ShownPart(TextStart + text.Seal, false, shown, Line: text.Line) : null)
            .OfType<ShownPart>();
    }

    private async Task<IReadOnlyList<Write>?> SetFile(KindFacts kind, WorkKey key, string name, bool isHidden, CancellationToken cancellation)
    {
        var picture = $"{ItemOf(kind, key)}|foto|{name}";
        if (StoreLimits.IsKey(picture) && await store.Get(key.Smederij, picture, cancellation) is { } row)
            return row.Read(WorkJson.Default.AttachmentInfo) is var file && (file.Erased || file.Hidden == isHidden) ? null
                : [new Write.Replace(row.Row, Rows.Write(file with { Hidden = isHidden }, WorkJson.Default.AttachmentInfo), row.ETag)];
        if (await Content(kind, key, cancellation) is not var (content, node)
            || FilesIn(node).FirstOrDefault(one => one["name"]?.GetValue<string>() == name) is not { } found
            || found["erased"]?.GetValue<bool>() == true || found["hidden"]?.GetValue<bool>() == true == isHidden)
            return null;
        found["hidden"] = isHidden;
        return [new Write.Replace(content.Row, node.ToJsonString(), content.ETag)];
    }

    private async Task<(Entity Row, JsonObject Node)?> Content(KindFacts kind, WorkKey key, CancellationToken cancellation) =>
        await store.Get(key.Smederij, kind.ContentOf(key), cancellation) is { } row ? (row, Node(row)) : null;

    private static JsonObject Node(Entity row) => row.IsForged ? throw new UnreadableRowException(row.Row)
        : JsonNode.Parse(StampedRows.Bare(row.Data)) as JsonObject ?? throw new UnreadableRowException(row.Row);

    private static IEnumerable<JsonObject> FilesIn(JsonObject content) => (content[Attachments] as JsonArray)?.OfType<JsonObject>() ?? [];

    private static string? FieldOf(KindFacts kind, string part) => kind.Content.FirstOrDefault(one => one.Part == part).Field;

    /// <summary>What everybody reads of an item; its people sort after it, and an item whose id only begins like this one before them.</summary>
    private ValueTask<List<Entity>> RowsOf(KindFacts kind, WorkKey key, CancellationToken cancellation) =>
        store.All(key.Smederij, new RowRange(ItemOf(kind, key), $"{ItemOf(kind, key)}|persoon"), cancellation)
            .Where(row => row.Row.Split('|')[1] == kind.IdOf(key)).ToListAsync(cancellation);

    private IAsyncEnumerable<Entity> HiddenOf(KindFacts kind, WorkKey key, CancellationToken cancellation) =>
        store.All(key.Smederij, RowRange.Prefix(RowOf(kind, key, "")), cancellation);

    private static string PartOf(Entity hidden) => hidden.Row.Split('|', 4)[3];

    private static bool IsPicture(Entity row) => row.Row.Split('|') is [_, _, "foto", _];

    private static string ItemOf(KindFacts kind, WorkKey key) => $"{kind.Name}|{kind.IdOf(key)}";

    private static string? SealOf(string part) => part.StartsWith(TextStart, StringComparison.Ordinal) ? part[TextStart.Length..] : null;

    private static string RowOf(KindFacts kind, WorkKey key, string part) => $"{ItemOf(kind, key)}|{Part}|{part}";

    private static Write.Insert Kept(string row, HiddenText text) => new(row, Rows.Write(text, WorkJson.Default.HiddenText));

    private static IReadOnlyList<Write> TitleShown(KindFacts kind, WorkKey key, string title) => !kind.IsOnBallots ? [] :
        [new Write.Put(TitleStart + kind.IdOf(key), Rows.Write(new HiddenText(title), WorkJson.Default.HiddenText))];
}
