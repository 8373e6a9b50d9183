namespace Smederijen.Portal.Work;

/// <summary>
/// The page on which staff hide a text in the history of an item that has nothing else to hide, or show it again: no title, no files and
/// no whole.
/// </summary>
public sealed class LogVeil(Veil veil, IEntityStore store)
{
    public async Task<IResult> Show(HttpContext http, VeiledLog log) => await Page(http, log, Typed.For(http), 200);

    /// <param name="carryOut">Lets it happen to the item; what comes back says why it did not, or is null.</param>
    public async Task<IResult> Post(HttpContext http, VeiledLog log, Func<TextVeiling, Task<string?>> carryOut)
    {
        var typed = await Typed.Read(http);
        // Who pressed twice would read that a colleague was first.
        if (await store.Earlier(log.Key.Smederij, typed.PressedOnce, http.RequestAborted) is not null)
            return new SeeOther(log.Address);
        if (await Asked(http, log, typed) is not { } veiling || typed.Errors.Any)
            return await Page(http, log, typed, 400);
        if (await carryOut(veiling) is not { } problem)
            return new SeeOther(log.Address);
        typed.Errors.Add("", problem);
        return await Page(http, log, typed, 409);
    }

    /// <summary>Null when no text was chosen; the errors say what is wrong.</summary>
    private async Task<TextVeiling?> Asked(HttpContext http, VeiledLog log, Typed typed)
    {
        var parts = await PartsOf(log, http.RequestAborted);
        (ShownPart Part, string Instead)? hidden = log.Restores ? null : PartForm.ToHide(typed, parts);
        var part = log.Restores ? PartForm.ToShow(typed, parts) : hidden?.Part;
        var reason = typed.Text("reden", 1000, "Schrijf waarom. De reden komt in de geschiedenis te staan.");
        return part is null ? null : new(
            typed.PressedOnce, http.Staff().Id, part.Name, reason,
            token => hidden is var (_, instead) ? veil.Hide(log.Kind, log.Key, part.Name, instead, token)
                : veil.Show(log.Kind, log.Key, part.Name, token));
    }

    private async Task<IResult> Page(HttpContext http, VeiledLog log, Typed typed, int status) =>
        new PageOf<LogVeilPage>(new LogVeilModel(log, await PartsOf(log, http.RequestAborted), typed, http.May(
            log.Key.Smederij == Partitions.Stuurgroep ? StaffWork.Stuurgroep : StaffWork.Ideas, Endpoint.SmederijIn(http))), status);

    private async Task<IReadOnlyList<ShownPart>> PartsOf(VeiledLog log, CancellationToken cancellation) =>
    [
        .. (await veil.PartsOf(log.Kind, log.Key, isPublic: false, cancellation)).Where(part => log.NameOf(part) is not null),
    ];
}

/// <summary>An item of which texts in the log can be hidden, and what the page does with them.</summary>
/// <param name="Title">What the item is called.</param>
/// <param name="Address">Its page for staff.</param>
/// <param name="Lines">What each line of its log is called; null where nobody may read yet what it says.</param>
/// <param name="Restores">Whether a text is shown again; otherwise it is hidden.</param>
public sealed record VeiledLog(KindFacts Kind, WorkKey Key, string Title, string Address, IReadOnlyList<string?> Lines, bool Restores)
{
    private const string Hides = "verbergen";
    private const string Shows = "weer-tonen";

    public string Here => AddressOf(Address, Restores);

    /// <summary>What a part is called; null for what is no text of these lines.</summary>
    public string? NameOf(ShownPart part) => part.Line is { } line && line <= Lines.Count ? Lines[line - 1] : null;

    /// <summary>Where a text of the item with this page is hidden, or shown again.</summary>
    public static string AddressOf(string item, bool restores) => $"{item}/teksten/{(restores ? Shows : Hides)}";

    /// <summary>Which of both an address asks for; null for neither.</summary>
    public static bool? AskedBy(HttpContext http) => http.Request.RouteValues["stap"] switch
    {
        Hides => false,
        Shows => true,
        _ => null,
    };
}

/// <summary>A text that staff hide or show again.</summary>
/// <param name="Also">The rows that go in the commit of the event. Null when it is so already.</param>
public sealed record TextVeiling(
    CommandId Command, string By, string Part, string Reason, Func<CancellationToken, Task<IReadOnlyList<Write>?>> Also);

/// <param name="MayAct">Whether the reader may do something.</param>
public sealed record LogVeilModel(VeiledLog Log, IReadOnlyList<ShownPart> Parts, Typed Typed, Leave MayAct);
