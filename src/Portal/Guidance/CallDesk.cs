namespace Smederijen.Portal.Guidance;

/// <summary>What staff do about somebody who waits for a call: leave a note for colleagues, and say that they called.</summary>
public sealed class CallDesk(
    IEntityStore store, SettingsBook settings, StaffNames names, Looks looks, IDriver driver, TimeProvider clock)
{
    /// <summary>The page of the gebiedsregisseur, where these calls are listed.</summary>
    public const string DeskAddress = "/medewerkers/regisseur";

    private const int MaxNote = 500;

    public static string DeskOf(string who) => $"{DeskAddress}?wie={who}";

    public async Task<IResult> Show(HttpContext http) => Find(http) is { } asked && await Load(asked) is { } found
        ? await Page(http, asked, found.Request, Typed.For(http), 200)
        : NotFound(http);

    /// <summary>The field is <c>notitie</c>. The same words by the same person again are the same note.</summary>
    public Task<IResult> Note(HttpContext http) => Acting(http, async asked =>
    {
        var typed = await Typed.Read(http);
        var text = typed.Text("notitie", MaxNote, "Schrijf uw notitie op.");
        var by = http.Staff();
        while (await Load(asked) is var (request, row))
        {
            if (typed.Errors.Any)
                return await Page(http, asked, request, typed, 400);
            IReadOnlyList<StaffNote> notes = request.Notes ?? [];
            if (notes.Any(note => note.By == by.Id && note.Text == text))
                break;
            var noted = request with { Notes = [.. notes, new StaffNote(clock.GetUtcNow(), by.Id, text)] };
            Write[] writes =
            [
                new Write.Replace(row.Row, Rows.Write(noted, HelpJson.Default.HelpRequest), row.ETag),
                .. await names.Introduce(asked.Smederij.Id, by, http.RequestAborted),
            ];
            if (await store.Commit(asked.Smederij.Id, writes) is not CommitResult.Conflict)
                break;
        }
        return new SeeOther(DeskOf(asked.Smederij.Gebiedsregisseur));
    });

    /// <summary>Asks once more before what somebody told about themselves goes; for a day after that it can be taken back here.</summary>
    public async Task<IResult> ShowCalled(HttpContext http) => Find(http) is { } asked && await Load(asked) is { } found
        ? await CalledPage(http, asked, found.Request)
        : NotFound(http);

    /// <summary>Somebody was called: nobody has to call any more, and a day later what they told goes. <c>stap=terug</c> takes it back.</summary>
    public Task<IResult> Called(HttpContext http) => Acting(http, async asked =>
    {
        var typed = await Typed.Read(http);
        if (typed.Raw("stap") is not ("ja" or "terug"))
            return new SeeOther($"{AddressOf(asked)}/gebeld");
        var isCalled = typed.Raw("stap") == "ja";
        while (await Load(asked) is var (request, row) && request.KeptUntil is not null != isCalled)
        {
            var now = clock.GetUtcNow();
            var changed = isCalled ? request with { KeptUntil = now + Leaving.TimeToTakeBack } : request with { KeptUntil = null };
            Write[] writes =
            [
                new Write.Replace(row.Row, Rows.Write(changed, HelpJson.Default.HelpRequest), row.ETag),
                .. CommitRows.Due(request.Due, changed.Due, HelpRequest.ItemOf(request.Id)),
            ];
            if (await store.Commit(asked.Smederij.Id, writes) is CommitResult.Conflict)
                continue;
            await driver.Wake(new WorkKey(asked.Smederij.Id, HelpRequest.ItemOf(request.Id)), hasEffects: false, changed.Due);
            break;
        }
        return new SeeOther(isCalled ? $"{AddressOf(asked)}/gebeld" : DeskOf(asked.Smederij.Gebiedsregisseur));
    });

    private async Task<IResult> Acting(HttpContext http, Func<AskedCall, Task<IResult>> act) =>
        Find(http) is { } asked ? await act(asked) : NotFound(http);

    private async Task<IResult> Page(HttpContext http, AskedCall asked, HelpRequest request, Typed typed, int status)
    {
        await looks.Note(http, LookKind.Help, asked.Smederij.Id, request.Id);
        var colleagues = await names.Known(asked.Smederij.Id, http.RequestAborted);
        return new PageOf<CallNotePage>(
            new CallNoteModel(new WaitingCall(asked.Smederij, request, colleagues), typed, http.MayHere()), status);
    }

    private async Task<IResult> CalledPage(HttpContext http, AskedCall asked, HelpRequest request)
    {
        if (request.KeptUntil is null)
            await looks.Note(http, LookKind.Help, asked.Smederij.Id, request.Id);
        return new PageOf<CalledPage>(new CallNoteModel(
            new WaitingCall(asked.Smederij, request, await names.Known(asked.Smederij.Id, http.RequestAborted)), Typed.Empty, http.MayHere()));
    }

    private static string AddressOf(AskedCall asked) => $"{DeskAddress}/hulp/{asked.Smederij.Id}/{asked.Id}";

    private AskedCall? Find(HttpContext http) =>
        settings.Current(http.Request.RouteValues["smederij"] as string ?? "") is { } smederij && http.Request.RouteValues["id"] is string id
            && ItemId.IsValid(id)
            ? new AskedCall(smederij, id)
            : null;

    private async Task<(HelpRequest Request, Entity Row)?> Load(AskedCall asked) =>
        await store.Get(asked.Smederij.Id, HelpKeys.Request(asked.Id)) is { } row ? (row.Read(HelpJson.Default.HelpRequest), row) : null;

    private static IResult NotFound(HttpContext http) => Failures.NotFound(http,
        "Dit verzoek is er niet (meer). Kijk op de pagina van de gebiedsregisseur.");

    private sealed record AskedCall(SmederijSettings Smederij, string Id);
}

/// <summary>What the page for a note shows.</summary>
/// <param name="MayAct">Whether the reader may do something.</param>
public sealed record CallNoteModel(WaitingCall Call, Typed Typed, Leave MayAct)
{
    public string Here => $"{Call.Address}/notitie";
}

/// <param name="Colleagues">Who may have written the notes.</param>
public sealed record WaitingCall(SmederijSettings Smederij, HelpRequest Request, IReadOnlyList<Contact> Colleagues)
{
    public string Address => $"{CallDesk.DeskAddress}/hulp/{Smederij.Id}/{Request.Id}";
}
