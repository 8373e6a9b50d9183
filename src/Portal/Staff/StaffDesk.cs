using Smederijen.Portal.Ideas;

namespace Smederijen.Portal.Staff;

/// <summary>Shows the form of a staff action, and carries out what it asks: 303 back to the idea, or the form again with what is wrong.</summary>
public sealed class StaffDesk(CaseFiles files, StaffActionForms forms, IdeaItems ideas, IEntityStore store, StaffNames names, Looks looks,
    FreshSignIn fresh, Veil veil)
{
    public async Task<IResult> Show(StaffAction action, HttpContext http) =>
        await files.Read(KeyOf(http), http.RequestAborted) is { } file
            ? await fresh.Refuse(http, Weight(http, action, file), action.AddressFor(file)) ?? await Page(http, action, file, Typed.For(http), 200)
            : NoSuchIdea(http);

    public async Task<IResult> Post(StaffAction action, HttpContext http)
    {
        if (await files.Read(KeyOf(http), http.RequestAborted) is not { } file)
            return NoSuchIdea(http);
        if (await fresh.Refuse(http, Weight(http, action, file), action.AddressFor(file)) is { } old)
            return old;
        var (typed, posted) = (await Typed.Read(http), await http.Request.ReadFormAsync(http.RequestAborted));
        var form = new StaffForm(file, typed, new PostedFiles(http, posted.Files, typed.Raw), http.Staff());
        var request = await forms.Read(action, form, http.RequestAborted);
        if (request is null || form.Typed.Errors.Any)
            return await WasDone(form) ? Back(file, "gelukt", action) : await Page(http, action, file, form.Typed, 400);
        Outcome<Refusal> outcome;
        try
        {
            outcome = await CarryOut(form, request);
        }
        catch (TimeoutException)
        {
            return await Refuse(http, action, form, "Iemand anders veranderde net iets aan dit idee. Kijk nog een keer en probeer het opnieuw.");
        }
        if (outcome is Outcome<Refusal>.Done)
            names.Remember(file.Key.Smederij, form.By);
        else
            await request.Undo();
        return outcome switch
        {
            Outcome<Refusal>.Done => Back(file, "gelukt", action),
            Outcome<Refusal>.AlreadySo => Back(file, await WasDone(form) ? "gelukt" : "al-zo", action),
            Outcome<Refusal>.Refused refused => await Refuse(http, action, form, Refusals.Text(refused.Reason)),
            _ => NoSuchIdea(http),
        };
    }

    /// <summary>An earlier press of the same button did it; looked for only where this one did not.</summary>
    private async Task<bool> WasDone(StaffForm form) => await store.Earlier(form.Case.Key.Smederij, form.Command) is not null;

    private async Task<Outcome<Refusal>> CarryOut(StaffForm form, StaffRequest request)
    {
        await request.First();
        return await ideas.Handle(
            form.Case.Key, form.Command, request.Happening,
            async cancellation => await request.Also(cancellation) is { } rows
                ? [.. rows, .. await names.Introduce(form.Case.Key.Smederij, form.By, cancellation)]
                : null, CancellationToken.None);
    }

    private Task<IResult> Refuse(HttpContext http, StaffAction action, StaffForm form, string sentence)
    {
        form.Typed.Errors.Add("", sentence);
        return Page(http, action, form.Case, form.Typed, 409);
    }

    private async Task<IResult> Page(HttpContext http, StaffAction action, CaseFile file, Typed typed, int status)
    {
        await looks.Note(http, action == StaffAction.Release ? LookKind.Account : LookKind.Dossier, file.Key.Smederij, file.Key.Id);
        return new PageOf<StaffActionPage>(
            new StaffActionModel(action, file, typed, http.Staff(), http.MayHere(action.Work), typed.Command)
            {
                Parts = action == StaffAction.Hide || action == StaffAction.Restore
                    ? await veil.PartsOf(IdeaKind.Facts, file.Key, file.Story.Stored.Published, http.RequestAborted) : [],
                Supporters = action == StaffAction.EnterSignatures || action == StaffAction.CountSignatures
                    ? await files.Supporters(file.Key, http.RequestAborted) : [],
                SignInFirst = Weight(http, action, file) is null ? null : await fresh.Before(http, action.AddressFor(file), action.Work),
            },
            status);
    }

    /// <summary>Where it cannot happen anyway, nobody is asked to sign in for it.</summary>
    private static Weighty? Weight(HttpContext http, StaffAction action, CaseFile file) =>
        action.IsOffered(file.Idea) && http.MayHere(action.Work) ? action.Weight : null;

    private static SeeOther Back(CaseFile file, string outcome, StaffAction action) => new($"{file.Address}?{outcome}={action.Name}");

    internal static IdeaKey KeyOf(HttpContext http) =>
        new(http.Request.RouteValues["smederij"] as string ?? "", http.Request.RouteValues["id"] as string ?? "");

    internal static IResult NoSuchIdea(HttpContext http) => Failures.NotFound(http, "Dit idee bestaat niet. Zoek het op in het overzicht.");
}

/// <summary>What the page of an action shows: the form, whatever was typed already, and what staff need to know for it.</summary>
public sealed record StaffActionModel(StaffAction Action, CaseFile Case, Typed Typed, StaffMember Reader, Leave May, string Command)
{
    /// <summary>What can be hidden, or is; of the other actions nothing.</summary>
    public IReadOnlyList<ShownPart> Parts { get; init; } = [];

    /// <summary>Who supports online, beside the form about signatures on paper.</summary>
    public IReadOnlyList<Person> Supporters { get; init; } = [];

    /// <summary>Where to sign in again before anything is typed; null when there is no need.</summary>
    public SignInNeeded? SignInFirst { get; init; }
}

/// <summary>A posted form with the idea that it is about.</summary>
public sealed record StaffForm(CaseFile Case, Typed Typed, PostedFiles Files, StaffMember By)
{
    /// <summary>What staff enter adds up, so a form that was sent before with something else in it is refused.</summary>
    public CommandId Command => Typed.PressedOnce;
}

/// <summary>What a form asks for.</summary>
/// <param name="Happening">The event, at the instant of deciding.</param>
public sealed record StaffRequest(Func<DateTimeOffset, IdeaEvent> Happening)
{
    /// <summary>Rows that belong to the same commit. Null when they show that it happened before.</summary>
    public Func<CancellationToken, Task<IReadOnlyList<Write>?>> Also { get; init; } = _ => Task.FromResult<IReadOnlyList<Write>?>([]);

    /// <summary>What has to happen before in another item, and is harmless twice.</summary>
    public Func<Task> First { get; init; } = () => Task.CompletedTask;

    /// <summary>Takes back what was prepared, when nothing came of it.</summary>
    public Func<Task> Undo { get; init; } = () => Task.CompletedTask;
}
