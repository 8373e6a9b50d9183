namespace Smederijen.Portal.Governing;

/// <summary>
/// Where the functional administrator lets the ideas and projects of before this website come in: a file is checked as a whole, kept, and taken
/// in once a second person agreed.
/// </summary>
public sealed class PastDesk(PastItems items, PastCheck check, SettingsBook settings, SettingsDesk desk, IEntityStore store, TimeProvider clock)
{
    public const string Address = $"{SettingsDesk.Address}/verleden";
    public const string TemplateAddress = $"{Address}/sjabloon.csv";
    public const string FileField = "bestand";

    public Task<IResult> Show(HttpContext http) => Page(http, [], Typed.For(http).Errors, 200);

    public static Task<IResult> ShowTemplate() => Task.FromResult<IResult>(new SentFile("verleden.csv", SentFile.Csv, PastFileReader.Template()));

    /// <summary>Tells all that is wrong and keeps nothing, or keeps the lines until somebody agrees.</summary>
    public async Task<IResult> Propose(HttpContext http)
    {
        var (typed, wrong) = (await Typed.Read(http), new FileErrors());
        if ((await http.Request.ReadFormAsync(http.RequestAborted)).Files.GetFile(FileField) is not { Length: > 0 } sent)
        {
            typed.Errors.Add(FileField, "Kies een bestand.");
            return await Page(http, [], typed.Errors, 400);
        }
        var file = await wrong.Take(sent, PastFileReader.MostBytes, PastFileReader.TooLarge, http.RequestAborted);
        var batches = file is null ? [] : await check.Read(file, wrong, http.RequestAborted);
        if (wrong.All.Count > 0)
            return await Page(http, wrong.All, typed.Errors, 400);
        var outcome = await items.Propose(
            ItemId.New(clock.GetUtcNow()), batches, typed.Pressed, http.Staff().Id, SettingsDesk.SeenIn(typed), CancellationToken.None);
        return await Answer(http, outcome);
    }

    /// <summary>What was right when the file came in is checked again: money may have gone since.</summary>
    public async Task<IResult> Agree(HttpContext http)
    {
        var (typed, wrong) = (await Typed.Read(http), new FileErrors());
        if (await items.Load(http.RequestAborted) is { File: { AgreedBy: null } file })
            await check.CheckMoney(await PastKind.LinesOf(store, file, http.RequestAborted), wrong, http.RequestAborted);
        return wrong.All.Count > 0
            ? await Page(http, wrong.All, typed.Errors, 409)
            : await Answer(http, await items.Agree(typed.Pressed, http.Staff().Id, SettingsDesk.SeenIn(typed), CancellationToken.None));
    }

    public async Task<IResult> Drop(HttpContext http)
    {
        var typed = await Typed.Read(http);
        return await Answer(http, await items.Drop(typed.Pressed, http.Staff().Id, SettingsDesk.SeenIn(typed), CancellationToken.None));
    }

    private async Task<IResult> Answer(HttpContext http, Outcome<SettingsRefusal> outcome) => SettingsTexts.Problem(outcome) is { } problem
        ? await Page(http, [], new() { { "", problem } }, 409)
        : new SeeOther(Address);

    private async Task<IResult> Page(HttpContext http, IReadOnlyList<FileError> wrong, FormErrors errors, int status)
    {
        var past = await items.Load(http.RequestAborted);
        var lines = past.File is { AgreedBy: null } file ? await PastKind.LinesOf(store, file, http.RequestAborted) : [];
        return new PageOf<PastPage>(
            new PastPageModel(
                past,
                [
                    .. lines.GroupBy(line => (Name: settings.NameOf(line.Smederij), line.Period)).OrderBy(year => year.Key.Name,
                        StringComparer.OrdinalIgnoreCase)
                        .ThenBy(year => year.Key.Period, StringComparer.Ordinal).Select(year => new PastYear(
                            year.Key.Name, year.Key.Period, year.Count(), year.Count(line => line.IsRunning), new Euro(year.Sum(line =>
                                line.Spent.Cents)))),
                ],
                past.File is { By: var by } ? await desk.NameOfPerson(SettingsKeys.Municipality, by, http.RequestAborted) : "", wrong, errors,
                http.Staff(), http.May(StaffWork.Governing, null)),
            status);
    }
}

/// <summary>What comes in for one year of one Smederij.</summary>
/// <param name="Running">Those for which somebody still has something to do.</param>
/// <param name="Spent">What they take of the money of that year.</param>
public sealed record PastYear(string Smederij, string Period, int Projects, int Running, Euro Spent);

/// <param name="Years">What the file that waits would bring in.</param>
/// <param name="ProposedBy">Who sent it.</param>
/// <param name="Wrong">What is wrong with the file that was sent, or was kept.</param>
public sealed record PastPageModel(
    Past Past, IReadOnlyList<PastYear> Years, string ProposedBy, IReadOnlyList<FileError> Wrong, FormErrors Errors, StaffMember Me,
    Leave MayGovern);
