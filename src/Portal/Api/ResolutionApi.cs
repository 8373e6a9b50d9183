using Smederijen.Portal.Stuurgroep;
using Smederijen.Portal.Stuurgroep.Reading;

namespace Smederijen.Portal.Api;

/// <summary>What the stuurgroep was asked and decided. As long as it votes, it tells no totals; a draft is for staff alone.</summary>
public sealed class ResolutionApi(IEntityStore store, ReadStuurgroep read, UnreadableRows unreadable)
{
    public Task<IResult> List(HttpContext http) => ListQuery.Read(http.Request.Query, ResolutionKeys.AllListed, newestFirst: true)
        .Answer(http, store, Partitions.Stuurgroep, ApiPaths.Resolutions, async (page, next) =>
            ApiAnswer.Of(new ResolutionList(await Public(page), next), ApiJson.Readable.ResolutionList));

    public async Task<IResult> Show(HttpContext http) => await read.Find(http) is { } resolution
        ? ApiAnswer.Of(ResolutionDetail.Of(resolution), ApiJson.Readable.ResolutionDetail)
        : Failures.NotFound(http, $"Dit besluit bestaat niet. Haal de lijst op met GET {ApiPaths.Resolutions}.");

    private async Task<List<ResolutionItem>> Public(Page page) =>
        [.. (await unreadable.Read(Partitions.Stuurgroep, page.Rows, ResolutionJson.Default.ResolutionSummary)).Where(ReadStuurgroep.IsPublic)
            .Select(ResolutionItem.Of)];
}

/// <param name="Volgende">Where the rest of the list is; null on the last page.</param>
public sealed record ResolutionList(IReadOnlyList<ResolutionItem> Besluiten, string? Volgende);

/// <param name="Over">A division of money, what is left of a period, or a plan.</param>
/// <param name="Stand">Where it stands, or what was decided.</param>
/// <param name="Totaal">What is divided or left, in cents.</param>
/// <param name="Smederij">Of a plan.</param>
public sealed record ResolutionItem(string Id, string Over, string Stand, DateTimeOffset Sinds, string? Periode, long? Totaal, string? Smederij,
    string Url)
{
    internal static ResolutionItem Of(ResolutionSummary one) => new(
        one.Id, one.Period is not null ? "verdeling" : one.LeftOf is not null ? "wat-over-is" : "plan", StandingOf(one.Phase, one.Outcome), one.Since,
        one.Period ?? one.LeftOf, one.Period is null && one.LeftOf is null ? null : one.Total,
        one.Smederij is null ? null : ApiPaths.Smederij(one.Smederij), ApiPaths.Resolution(one.Id));

    private static string StandingOf(ResolutionPhase phase, Voice? outcome) => phase switch
    {
        ResolutionPhase.Open => "open",
        ResolutionPhase.Decided => ResolutionDetail.CodeOf(outcome!.Value),
        ResolutionPhase.Lapsed => "geen-besluit",
        ResolutionPhase.Withdrawn => "ingetrokken",
        _ => throw new ArgumentOutOfRangeException(nameof(phase), phase, "This resolution is for staff alone."),
    };
}

/// <param name="Naar">Of what is left: the period that it can go on to.</param>
/// <param name="Geldgevers">Whose money it is, in cents.</param>
/// <param name="Regels">What each Smederij gets, or has left, in cents.</param>
/// <param name="Stemmen">What the seats said, once it is over.</param>
public sealed record ResolutionDetail(
    ResolutionItem Besluit, string? Naar, IReadOnlyList<MoneySource>? Geldgevers, IReadOnlyList<MoneyLine>? Regels, IReadOnlyList<SeatVoice>? Stemmen)
{
    internal static ResolutionDetail Of(Resolution resolution)
    {
        var (division, remainder) = (resolution.Subject as Subject.Allotment, resolution.Subject as Subject.Remainder);
        return new(
            ResolutionItem.Of(ResolutionSummary.Of(resolution)),
            remainder?.Next,
            (division?.Sources ?? remainder?.Sources)?.Select(source => new MoneySource(source.Name, source.Amount.Cents)).ToList(),
            division?.Lines.Select(line => new MoneyLine(line.Smederij, line.Amount.Cents, null, ApiPaths.Smederij(line.Smederij))).ToList()
                ?? remainder?.Lines.Select(line =>
                    new MoneyLine(line.Smederij, line.Amount.Cents, CodeOf(line.Choice), ApiPaths.Smederij(line.Smederij))).ToList(),
            resolution.State is ResolutionState.Open ? null : resolution.State.Heard?.Seats.Select(SeatVoice.Of).ToList());
    }

    private static string CodeOf(RemainderChoice choice) => choice switch
    {
        RemainderChoice.CarryOver => "meenemen",
        RemainderChoice.GiveBack => "teruggeven",
        _ => throw new ArgumentOutOfRangeException(nameof(choice), choice, "Every choice needs a name in the API."),
    };

    internal static string CodeOf(Voice voice) => voice switch
    {
        Voice.For => "voor",
        Voice.Against => "tegen",
        Voice.Abstain => "blanco",
        Voice.GoOn => "doorgaan",
        Voice.Change => "veranderen",
        Voice.Stop => "stoppen",
        _ => throw new ArgumentOutOfRangeException(nameof(voice), voice, "Every voice needs a name in the API."),
    };
}

public sealed record MoneySource(string Naam, long Bedrag);

/// <param name="Keuze">Of what is left: what becomes of it.</param>
public sealed record MoneyLine(string Smederij, long Bedrag, string? Keuze, string Url);

/// <param name="Lid">The function, never a name.</param>
/// <param name="Stem">Absent for who did not vote.</param>
public sealed record SeatVoice(string Lid, string? Stem, string? Reden)
{
    internal static SeatVoice Of(SittingSeat seat) =>
        new(seat.Function, seat.Voice is { } voice ? ResolutionDetail.CodeOf(voice) : null, seat.Reason);
}
