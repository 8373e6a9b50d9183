namespace Smederijen.Portal.Governing;

/// <summary>
/// Settings as one file: out, and in again. What is brought in becomes drafts, a document each, or nothing at all; and drafts can be agreed on
/// together.
/// </summary>
public sealed class ImportDesk(SettingsDesk desk, SettingsItems items, SettingsBook book)
{
    public const string Address = $"{SettingsDesk.Address}/inlezen";
    public const string DraftsAddress = $"{SettingsDesk.Address}/voorstellen";
    public const string FileField = "bestand";
    public const string TextField = "tekst";

    /// <summary>How the form calls the number of changes of a document that the reader saw.</summary>
    public static string SeenOf(string document) => $"{SettingsDesk.Seen}.{document}";

    public async Task<IResult> ShowFile(HttpContext http) => new JsonFile(
        "instellingen.json", SettingsExchange.Write((await All(http.RequestAborted)).Select(found => found.Now).OfType<object>()));

    public static Task<IResult> ShowSchema() => Task.FromResult<IResult>(new JsonFile("instellingen.schema.json", SettingsExchange.SchemaFile));

    public static Task<IResult> ShowForm(HttpContext http) => Task.FromResult<IResult>(Form(http, Typed.For(http), [], 200));

    /// <summary>Everything that is wrong is told; when nothing is, every document that differs gets a draft.</summary>
    public async Task<IResult> Import(HttpContext http)
    {
        var typed = await Typed.Read(http);
        var (from, reason, today) = desk.When(typed);
        var wrong = new FileErrors();
        var file = await Sent(http, typed, wrong);
        var all = await All(http.RequestAborted);
        var read = file is null ? [] : SettingsImport.Read(
            file, all.Where(found => found.Now is not null).ToDictionary(found => found.Id, found => found.Now!), from, today, wrong);
        if (typed.Errors.Any || wrong.All.Count > 0)
            return Form(http, typed, wrong.All, 400);
        var documents = read.Select(SettingsDocument.Of).ToList();
        var changed = Changed(all, documents, wrong);
        // The same file again finds its own drafts.
        if (wrong.All.Count == 0 && changed.Count == 0 && documents.Exists(document => all.Any(found => IsDrafted(found, document))))
            return new SeeOther(DraftsAddress);
        if (wrong.All.Count == 0 && changed.Count == 0)
            wrong.Add("", "Alles in dit bestand is al zo. Er is niets veranderd.");
        if (wrong.All.Count > 0)
            return Form(http, typed, wrong.All, 409);
        foreach (var (found, document) in changed)
            if (MayGovern(http, found).Refusal is { } refusal)
                wrong.Add(document.Id, refusal);
        if (wrong.All.Count > 0)
            return Form(http, typed, wrong.All, 403);
        foreach (var (found, document) in changed)
        {
            await desk.Meet(http, found.Id);
            var outcome = await items.Draft(
                document, Pressed(typed, found.Id), http.Staff().Id, found.Item.Changes, from, reason, desk.TouchedBy(found.Now, document),
                http.RequestAborted);
            if (SettingsTexts.Problem(outcome) is { } problem)
                wrong.Add(found.Id, problem);
        }
        return wrong.All.Count > 0 ? Form(http, typed, wrong.All, 409) : new SeeOther(DraftsAddress);
    }

    public async Task<IResult> ShowDrafts(HttpContext http) => Drafts(http, await All(http.RequestAborted), new Dictionary<string, string>(), 200);

    /// <summary>Agrees on every draft that the page showed, as far as this person may. Harmless twice.</summary>
    public async Task<IResult> AgreeOnAll(HttpContext http)
    {
        var typed = await Typed.Read(http);
        Dictionary<string, string> problems = [];
        foreach (var shown in await All(http.RequestAborted))
        {
            // What was agreed on meanwhile is done, and what was drafted meanwhile was not seen.
            if (shown.Draft is null || typed.Count(SeenOf(shown.Id)) is not { } seen)
                continue;
            await desk.Meet(http, shown.Id);
            if ((MayGovern(http, shown).Refusal ?? await desk.Agree(shown, Pressed(typed, shown.Id), http.Staff().Id, seen,
                http.RequestAborted)) is { } problem)
                problems[shown.Id] = problem;
        }
        await book.Reload(http.RequestAborted);
        return problems.Count == 0 ? new SeeOther(SettingsDesk.Address) : Drafts(http, await All(http.RequestAborted), problems, 409);
    }

    /// <summary>A Smederij that is not there yet belongs to nobody's reach.</summary>
    private static Leave MayGovern(HttpContext http, FoundSettings found) =>
        http.May(StaffWork.Governing, found.Now is null ? null : SettingsKeys.SmederijOf(found.Id));

    /// <summary>What differs from the last version, and is not drafted yet; a draft of somebody else stays, and is in the way.</summary>
    private List<(FoundSettings Found, SettingsDocument Document)> Changed(
        IReadOnlyList<FoundSettings> all, IReadOnlyList<SettingsDocument> documents, FileErrors wrong)
    {
        List<(FoundSettings, SettingsDocument)> changed = [];
        foreach (var document in documents)
        {
            var found = all.FirstOrDefault(one => one.Id == document.Id)
                ?? new FoundSettings(document.Id, SettingsDecider.Empty(document.Id), null, null);
            if (found.Now is not null && SettingsDocument.Of(found.Now).Hash == document.Hash || IsDrafted(found, document))
                continue;
            if (found.Draft is not null)
                wrong.Add(document.Id, $"Er ligt al een voorstel voor {desk.NameOf(document.Id)}. Stel dat eerst vast, of gooi het weg.");
            changed.Add((found, document));
        }
        return changed;
    }

    private static bool IsDrafted(FoundSettings found, SettingsDocument document) =>
        found.Id == document.Id && found.Item.Draft?.Hash == document.Hash;

    /// <summary>All documents, in the order in which they begin: the rounds of the Smederijen look at the stuurgroep.</summary>
    private async Task<IReadOnlyList<FoundSettings>> All(CancellationToken cancellation)
    {
        var ids = (await desk.Taken(cancellation)).Union(SettingsKeys.OfAll);
        var all = await Task.WhenAll(ids.Select(id => desk.Find(id, cancellation)));
        return
        [
            .. all.OfType<FoundSettings>().OrderBy(found => SettingsKeys.IsOfSmederij(found.Id)).ThenBy(desk.NameOf,
                StringComparer.OrdinalIgnoreCase),
        ];
    }

    private static async Task<byte[]?> Sent(HttpContext http, Typed typed, FileErrors wrong)
    {
        var files = (await http.Request.ReadFormAsync(http.RequestAborted)).Files;
        if (files.GetFile(FileField) is { Length: > 0 } file)
        {
            if (file.Length > SettingsImport.MostBytes)
            {
                wrong.Add("", SettingsImport.TooLarge);
                return null;
            }
            using var content = new MemoryStream((int)file.Length);
            await file.CopyToAsync(content, http.RequestAborted);
            return content.ToArray();
        }
        var text = typed.Raw(TextField);
        if (text.Length > SettingsImport.MostBytes)
            wrong.Add("", SettingsImport.TooLarge);
        else if (string.IsNullOrWhiteSpace(text))
            typed.Errors.Add(FileField, "Kies een bestand, of plak de inhoud.");
        else
            return Encoding.UTF8.GetBytes(text);
        return null;
    }

    /// <summary>One press of the button does something to several documents: each has an id of its own.</summary>
    private static CommandId Pressed(Typed typed, string document) => CommandId.From($"{typed.Pressed.Key}|{document}");

    private static PageOf<ImportPage> Form(HttpContext http, Typed typed, IReadOnlyList<FileError> wrong, int status) =>
        new(new ImportModel(typed, wrong, http.MaySomewhere(StaffWork.Governing)), status);

    private PageOf<DraftsPage> Drafts(
        HttpContext http, IReadOnlyList<FoundSettings> all, IReadOnlyDictionary<string, string> problems, int status) => new(
            new DraftsModel(
                [
                    .. all.Where(found => found.Draft is not null).Select(found => new DraftLine(
                        found.Id, desk.NameOf(found), found.Item.Changes, found.Item.Draft!.From, found.Item.Draft.Touches,
                        [.. SettingsForms.Compare(found.Now, found.Draft!).Select(change => change.Label)],
                        found.Item.Draft.Touches == Touches.None || found.Item.Draft.By != http.Staff().Id, MayGovern(http, found),
                        problems.GetValueOrDefault(found.Id))),
                ],
                book.All.Count == 0, http.MaySomewhere(StaffWork.Governing)), status);
}

/// <summary>A JSON file for staff.</summary>
internal sealed class JsonFile(string name, byte[] content) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.ContentDisposition = $"attachment; filename={name}";
        return WholeBody.Send(httpContext, "application/json; charset=utf-8", content);
    }
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
