namespace Smederijen.Portal.Stuurgroep.Dividing;

/// <summary>The list of staff with all that the stuurgroep was asked, and the beginning of a new division.</summary>
public sealed class StuurgroepDesk(ResolutionItems resolutions, ResolutionArchive archive, SettingsBook settings, TimeProvider clock)
{
    public const string Address = "/medewerkers/stuurgroep";

    public async Task<IResult> Show(HttpContext http) =>
        new PageOf<StuurgroepDeskPage>(new StuurgroepDeskModel(await archive.List(http.RequestAborted), settings.NameOf, http.MayHere(
            StaffWork.Stuurgroep)));

    public Task<IResult> ShowForm(HttpContext http) =>
        Task.FromResult<IResult>(Page(
            http, Typed.Returned(http) ?? DivisionForm.Begin(settings.Stuurgroep, settings.PresentPeriod(clock.GetUtcNow())), 200));

    /// <summary>A draft with the lines of the formula; staff can change each line before the seats see it.</summary>
    public async Task<IResult> Draft(HttpContext http)
    {
        var typed = await Typed.Read(http);
        var (period, sources, equalPart) = DivisionForm.Read(typed);
        if (typed.Errors.Any)
            return Page(http, typed, 400);
        var id = ItemId.New(clock.GetUtcNow());
        var outcome = await resolutions.Draft(
            settings.Stuurgroep, id, typed.Pressed, http.Staff().Id,
            new Subject.Allotment(period, sources, DivisionForm.Propose(sources, equalPart, settings.Open)));
        if (outcome is Outcome<ResolutionRefusal>.Done done)
            return new SeeOther($"{Address}/{done.Result}");
        typed.Errors.Add("", outcome is Outcome<ResolutionRefusal>.Refused refused ? ResolutionTexts.Refused(refused.Reason)
            : "Probeer het nog een keer.");
        return Page(http, typed, 409);
    }

    private static PageOf<NewDivisionPage> Page(HttpContext http, Typed typed, int status) =>
        new(new NewDivisionModel(typed, http.MayHere(StaffWork.Stuurgroep)), status);
}

/// <param name="MayAct">Whether the reader may do something.</param>
public sealed record StuurgroepDeskModel(IReadOnlyList<ResolutionSummary> Resolutions, Func<string, string> NameOf, Leave MayAct);

/// <summary>The form of a new division.</summary>
/// <param name="MayAct">Whether the reader may do something.</param>
public sealed record NewDivisionModel(Typed Typed, Leave MayAct);
