namespace Smederijen.Portal.Governing;

/// <summary>
/// Settings as one file: out, and in again. What is brought in becomes drafts, a document each, or nothing at all; and drafts can be agreed on
/// together.
/// </summary>
public sealed class ImportDesk(SettingsDesk desk, ManyDrafts many, SettingsBook book, Logos logos)
{
    public const string Address = $"{SettingsDesk.Address}/inlezen";
    public const string DraftsAddress = $"{SettingsDesk.Address}/voorstellen";
    public const string FileField = "bestand";
    public const string TextField = "tekst";

    /// <summary>How the form calls the number of changes of a document that the reader saw.</summary>
    public static string SeenOf(string document) => $"{SettingsDesk.Seen}.{document}";

    public async Task<IResult> ShowFile(HttpContext http)
    {
        List<object> all = [];
        foreach (var found in await many.All(http.RequestAborted))
            if (found.Now is not null)
                all.Add(await logos.Whole(found.Now, http.RequestAborted));
        return new SentFile("instellingen.json", SentFile.Json, SettingsExchange.Write(all));
    }

    public static Task<IResult> ShowSchema() => Task.FromResult<IResult>(new SentFile("instellingen.schema.json", SentFile.Json,
        SettingsExchange.SchemaFile));

    public static Task<IResult> ShowForm(HttpContext http) => Task.FromResult<IResult>(Form(http, Typed.For(http), [], 200));

    /// <summary>Everything that is wrong is told; when nothing is, every document that differs gets a draft.</summary>
    public async Task<IResult> Import(HttpContext http)
    {
        var typed = await Typed.Read(http);
        var (from, reason, today) = desk.When(typed);
        var wrong = new FileErrors();
        var file = await Sent(http, typed, wrong);
        var all = await many.All(http.RequestAborted);
        var read = file is null ? [] : SettingsImport.Read(
            file, all, (found, content) => desk.Lay(found, content, from), from, today, wrong);
        if (!typed.Errors.Any && wrong.All.Count == 0)
            read = await Task.WhenAll(read.Select(content => logos.Take(content, wrong, http.RequestAborted)));
        if (typed.Errors.Any || wrong.All.Count > 0)
            return Form(http, typed, wrong.All, 400);
        return await many.Draft(http, typed, many.Laid(all, read, from), from, reason, wrong) is { } status
            ? Form(http, typed, wrong.All, status) : new SeeOther(DraftsAddress);
    }

    public async Task<IResult> ShowDrafts(HttpContext http) => Drafts(http, await many.All(http.RequestAborted), new Dictionary<string, string>(
        ), 200);

    /// <summary>Agrees on every draft that the page showed, as far as this person may. Harmless twice.</summary>
    public async Task<IResult> AgreeOnAll(HttpContext http)
    {
        var typed = await Typed.Read(http);
        Dictionary<string, string> problems = [];
        // What ends waits for what takes its place.
        foreach (var shown in (await many.All(http.RequestAborted)).OrderBy(one => one.Draft is SmederijSettings { Closed: true }))
        {
            // What was agreed on meanwhile is done, and what was drafted meanwhile was not seen.
            if (shown.Draft is null || typed.Count(SeenOf(shown.Id)) is not { } seen)
                continue;
            await desk.Meet(http, shown.Id);
            if ((ManyDrafts.MayGovern(http, shown).Refusal ?? await desk.Agree(
                shown, ManyDrafts.Pressed(typed, shown.Id), http.Staff().Id, seen, http.RequestAborted)) is { } problem)
                problems[shown.Id] = problem;
        }
        await book.Reload(http.RequestAborted);
        return problems.Count == 0 ? new SeeOther(SettingsDesk.Address) : Drafts(http, await many.All(http.RequestAborted), problems, 409);
    }

    private static async Task<byte[]?> Sent(HttpContext http, Typed typed, FileErrors wrong)
    {
        var files = (await http.Request.ReadFormAsync(http.RequestAborted)).Files;
        if (files.GetFile(FileField) is { Length: > 0 } file)
            return await wrong.Take(file, SettingsImport.MostBytes, SettingsImport.TooLarge, http.RequestAborted);
        var text = typed.Raw(TextField);
        if (text.Length > SettingsImport.MostBytes)
            wrong.Add("", SettingsImport.TooLarge);
        else if (string.IsNullOrWhiteSpace(text))
            typed.Errors.Add(FileField, "Kies een bestand, of plak de inhoud.");
        else
            return Encoding.UTF8.GetBytes(text);
        return null;
    }

    private static PageOf<ImportPage> Form(HttpContext http, Typed typed, IReadOnlyList<FileError> wrong, int status) =>
        new(new ImportModel(typed, wrong, http.MaySomewhere(StaffWork.Governing)), status);

    private PageOf<DraftsPage> Drafts(
        HttpContext http, IReadOnlyList<FoundSettings> all, IReadOnlyDictionary<string, string> problems, int status) => new(
            new DraftsModel(
                [
                    .. all.Where(found => found.Draft is not null).Select(found => new DraftLine(
                        found.Id, desk.NameOf(found), found.Item.Changes, found.Item.Draft!.From, found.Item.Draft.Touches,
                        [.. SettingsForms.Compare(found.UnderDraft, found.Draft!).Select(change => change.Label)],
                        found.Item.Draft.Touches == Touches.None || found.Item.Draft.By != http.Staff().Id, ManyDrafts.MayGovern(http, found),
                        problems.GetValueOrDefault(found.Id))),
                ],
                book.All.Count == 0, http.MaySomewhere(StaffWork.Governing)), status);
}

/// <param name="Wrong">What is wrong with the file that was sent.</param>
public sealed record ImportModel(Typed Typed, IReadOnlyList<FileError> Wrong, Leave MayGovern);

/// <summary>A draft in the list of all.</summary>
/// <param name="Changed">What differs from what counts now, as people call it.</param>
/// <param name="MayAgree">Whether the reader did not draft it, where that matters.</param>
/// <param name="May">Whether it is of a Smederij that the reader looks after.</param>
/// <param name="Problem">Why it was not agreed on just now.</param>
public sealed record DraftLine(
    string Id, string Name, int Seen, DateOnly? From, Touches Touches, IReadOnlyList<string> Changed, bool MayAgree, Leave May,
    string? Problem);

/// <param name="IsFirst">There is no Smederij yet: nothing is left that a comparison would show.</param>
public sealed record DraftsModel(IReadOnlyList<DraftLine> Drafts, bool IsFirst, Leave MayGovern);
