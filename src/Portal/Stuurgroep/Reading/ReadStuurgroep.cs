namespace Smederijen.Portal.Stuurgroep.Reading;

/// <summary>What everyone can read: who sits on the stuurgroep by function, and what it decided. A draft is for staff alone.</summary>
public sealed class ReadStuurgroep(ResolutionItems resolutions, ResolutionArchive archive, SettingsBook settings, UnreadableRows unreadable)
{
    public async Task<IResult> Show(HttpContext http)
    {
        var seats = new List<SeatLine>();
        foreach (var seat in settings.Stuurgroep.Seats)
        {
            var holder =
                await unreadable.Try(Partitions.Stuurgroep, async () =>
                await settings.Contact(Partitions.Stuurgroep, seat.Holder, http.RequestAborted));
            seats.Add(new SeatLine(seat, holder is { Public: true } ? holder.Name : null));
        }
        var list = await archive.List(http.RequestAborted);
        return new PageOf<StuurgroepPage>(new StuurgroepModel(
            settings.Stuurgroep, seats, [.. list.Where(IsPublic)], settings.NameOf));
    }

    public async Task<IResult> ShowResolution(HttpContext http) => await Find(http) is { } resolution
        ? new PageOf<ResolutionPage>(new ResolutionModel(resolution, settings.NameOf)
        {
            Veilings = ResolutionTexts.Veilings(await archive.History(resolution.Id, http.RequestAborted), resolution),
        })
        : Failures.NotFound(http, "Dit besluit bestaat niet. Kijk op de pagina van de stuurgroep welke besluiten er zijn.");

    /// <summary>The resolution that the address names; null when there is none that everyone may see.</summary>
    internal async Task<Resolution?> Find(HttpContext http) =>
        await resolutions.Find(http.Request.RouteValues["id"] as string ?? "", http.RequestAborted) is { State.Heard: not null } resolution ? resolution
            : null;

    /// <summary>What the seats were asked is public; a draft is not, and stays so when it is withdrawn.</summary>
    internal static bool IsPublic(ResolutionSummary one) => one.Asked;
}

/// <param name="Holder">The name of who sits on it, where that may be known.</param>
public sealed record SeatLine(SeatSettings Seat, string? Holder);

public sealed record StuurgroepModel(
    StuurgroepSettings Settings, IReadOnlyList<SeatLine> Seats, IReadOnlyList<ResolutionSummary> Resolutions, Func<string, string> NameOf);

/// <param name="NameOf">The name of a Smederij by its id.</param>
public sealed record ResolutionModel(Resolution Resolution, Func<string, string> NameOf)
{
    public string Title => ResolutionTexts.Title(Resolution.Subject, NameOf);

    public Subject.Allotment? Division => Resolution.Subject as Subject.Allotment;

    public Subject.Remainder? Remainder => Resolution.Subject as Subject.Remainder;

    /// <summary>Which texts staff hid and showed again; only the page for everybody tells.</summary>
    public IReadOnlyList<TimelineEntry> Veilings { get; init; } = [];

    public Voice? Outcome => (Resolution.State as ResolutionState.Decided)?.Outcome;
}
