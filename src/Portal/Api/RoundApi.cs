using Smederijen.Portal.Voting;

namespace Smederijen.Portal.Api;

/// <summary>A round and its vote. While the vote is open it tells no totals, not even how many have voted.</summary>
public sealed class RoundApi(RoundResults results)
{
    public async Task<IResult> Show(HttpContext http)
    {
        if (await results.Find(http) is not { } here)
            return Failures.NotFound(http, "Deze ronde bestaat niet. De lopende periode staat bij de Smederij.");
        var counted = await results.Counted(here.Key, http.RequestAborted);
        return ApiAnswer.Of(RoundDetail.Of(here, counted), ApiJson.Default.RoundDetail);
    }
}

/// <param name="Fase">Where the round stands.</param>
/// <param name="Stemming">Once the manifest is published.</param>
/// <param name="Besluiten">Once the round is decided.</param>
public sealed record RoundDetail(string Periode, string Fase, DateTimeOffset Sinds, string Url, Budget Budget, VoteDetail? Stemming,
    IReadOnlyList<VerdictItem>? Besluiten)
{
    internal static RoundDetail Of(RoundHere here, CountedVote? counted) => new(
        here.Key.Period, NameOf(here.Round.State.Phase), here.Round.Since, ApiPaths.Round(here.Key.Smederij, here.Key.Period),
        Budget.Of(here.Round.Ledger),
        here.Manifest is { } manifest ? VoteDetail.Of(here, manifest, counted) : null,
        here.Round.State is RoundState.Decided decided ? [.. decided.Verdicts.Select(VerdictItem.Of)] : null);

    private static string NameOf(RoundPhase phase) => phase switch
    {
        RoundPhase.Announced => "aangekondigd",
        RoundPhase.Open => "open",
        RoundPhase.Collecting => "verzamelt",
        RoundPhase.Preparing => "bereidt-stemming-voor",
        RoundPhase.Sealed => "verzegeld",
        RoundPhase.VoteOpen => "stemming",
        RoundPhase.Counting => "telt",
        RoundPhase.Drawing => "loting",
        RoundPhase.Decided => "besloten",
        _ => throw new ArgumentOutOfRangeException(nameof(phase), phase, "A phase of a round needs a name in the API."),
    };
}

/// <param name="Manifest">The address of the manifest, and its SHA-256.</param>
/// <param name="Opent">As it is now: staff may have changed it, which the result tells.</param>
/// <param name="Loting">What decides between equals; absent in votes that were sealed before a manifest named it.</param>
/// <param name="Stemmen">How many were counted; absent until then.</param>
/// <param name="Ongeldig">How many ballots on paper are not valid; absent until the count.</param>
/// <param name="Gelijk">While the draw is awaited: the ideas that are equal, by their ids.</param>
public sealed record VoteDetail(
    string Manifest, string Sha256, string Telregel, string Stembiljet, int? HoogsteAantal, long Geld, DateTimeOffset Opent, DateTimeOffset Sluit,
    int Codes,
    IReadOnlyList<CandidateItem> Ideeen, DrawItem? Loting, int? Stemmen, int? Ongeldig, IReadOnlyList<IReadOnlyList<string>>? Gelijk,
    string? Stembestand, string? Volgnummers)
{
    internal static VoteDetail Of(RoundHere here, Manifest manifest, CountedVote? counted)
    {
        var pages = $"/smederijen/{here.Key.Smederij}/rondes/{here.Key.Period}";
        var (opens, closes) = here.Round.State switch
        {
            RoundState.Sealed s => (s.OpensAt, s.ClosesAt),
            RoundState.VoteOpen s => (s.OpensAt, s.ClosesAt),
            RoundState.Counting s => (manifest.OpensAt, s.ClosedAt),
            RoundState.Drawing s => (manifest.OpensAt, s.ClosedAt),
            _ => (manifest.OpensAt, manifest.ClosesAt),
        };
        return new VoteDetail(
            $"{pages}/manifest.txt", manifest.Hash, Domain.Rounds.Manifest.NameOf(manifest.Rule), Domain.Rounds.Manifest.NameOf(manifest.Ballot),
            manifest.MaxChoices, manifest.Money.Cents, opens, closes, manifest.Codes,
            [.. manifest.Ideas.Select(idea =>
                new CandidateItem(idea.Idea, idea.Title, idea.Cost.Cents, ApiPaths.Idea(here.Key.Smederij, idea.Idea)))],
            manifest.Draw is { } draw ? DrawItem.Of(draw, counted, here.Round.State) : null, counted?.Counted.Ballots, counted?.Counted.Invalid,
            here.Round.State is RoundState.Drawing { Equal: var equal } ? [.. equal.Select(group => (IReadOnlyList<string>)[.. group.Ideas])] : null,
            counted is null ? null : $"{pages}/uitslag.pb", counted is null ? null : $"{pages}/volgnummers.txt");
    }
}

/// <param name="DagenNaHetTellen">The first value counts that becomes known so many days after the count.</param>
/// <param name="Vanaf">That moment, while the draw is awaited.</param>
/// <param name="Waarde">The digits of the value, once it decided.</param>
public sealed record DrawItem(string Bron, int DagenNaHetTellen, DateTimeOffset? Vanaf, string? Waarde)
{
    internal static DrawItem Of(DrawSettings draw, CountedVote? counted, RoundState state) =>
        new(draw.Source, draw.Days, (state as RoundState.Drawing)?.From, (counted as VoteResult)?.Drawn?.Value);
}

/// <summary>An idea on the ballot; its costs are in cents.</summary>
public sealed record CandidateItem(string Id, string Titel, long Kosten, string Url);

/// <param name="Reden">What an idea without money lacked.</param>
public sealed record VerdictItem(string Id, long Kosten, bool KrijgtGeld, string? Reden)
{
    internal static VerdictItem Of(Verdict verdict) => new(verdict.Idea, verdict.Cost.Cents, verdict.Granted, verdict.Reason);
}
