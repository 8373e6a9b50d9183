using Smederijen.Portal.Ledgers;
using Smederijen.Portal.Rounds;

namespace Smederijen.Portal.Voting;

/// <summary>The vote that the pages of a Smederij are about.</summary>
public sealed record CurrentVote(RoundKey Key, SmederijSettings Smederij, Round Round, Manifest Manifest);

/// <summary>
/// The way to the ballot: what the vote is about, the code from the letter, and the link in its QR code. Looking changes
/// nothing; only the button tries the code.
/// </summary>
public sealed class VoteDesk(SettingsBook settings, RoundItems rounds, RoundArchive archive, IEntityStore store, VoterCookies cookies,
    CodeGuard guard, TimeProvider clock)
{
    private const string NoSmederij = "Deze Smederij bestaat niet. Kies een Smederij uit de lijst.";

    public async Task<IResult> Show(HttpContext http) => Smederij(http) is { } smederij
        ? Page(smederij, await Current(smederij, http.RequestAborted), cookies.Find(http, smederij.Id), Typed.Empty, 200)
        : Failures.NotFound(http, NoSmederij);

    /// <summary><c>GET /stem/{smederij}/{code}</c>, from the QR code: the code goes into a cookie and leaves the address bar.</summary>
    public async Task<IResult> OpenLetter(HttpContext http)
    {
        if (Smederij(http) is not { } smederij || await Current(smederij, http.RequestAborted) is not { } vote)
            return Failures.NotFound(http, "Er is nu geen stemming. Kijk op de pagina van uw Smederij.");
        if (VoteCode.TryParse(http.Request.RouteValues["code"] as string, out var code))
            cookies.Give(http, new VoterPass(vote.Key, code, Checked: false));
        return new SeeOther($"/smederijen/{smederij.Id}/stemmen");
    }

    public async Task<IResult> Enter(HttpContext http)
    {
        if (Smederij(http) is not { } smederij)
            return Failures.NotFound(http, NoSmederij);
        var typed = Typed.From(await http.Request.ReadFormAsync(http.RequestAborted));
        if (await Current(smederij, http.RequestAborted) is not { } vote)
            return Page(smederij, null, null, typed, 409);
        if (BallotCheck.Time(vote.Round, clock.GetUtcNow()) is { } refusal)
            return Failures.Answer(http, 409, VoteTexts.Refused(refusal, vote.Manifest));
        if (CodeIn(typed, cookies.Find(http, smederij.Id)) is not { } code)
        {
            typed.Errors.Add("code", "Deze code klopt niet. Kijk goed naar elk teken. Een code heeft vier groepen van vier tekens.");
            return Page(smederij, vote, null, typed, 400);
        }
        var (standing, wait) = await guard.Check(http, vote.Key, code);
        if (wait is { } tooOften)
            return Failures.TooMany(http, tooOften);
        if (standing is not CodeStanding.Free)
        {
            typed.Errors.Add("code", VoteTexts.Standing(standing));
            return Page(smederij, vote, null, typed, standing == CodeStanding.Unknown ? 400 : 409);
        }
        cookies.Give(http, new VoterPass(vote.Key, code, Checked: true));
        return new SeeOther($"/smederijen/{smederij.Id}/stemmen/kiezen");
    }

    public SmederijSettings? Smederij(HttpContext http) => settings.Current(http.Request.RouteValues["smederij"] as string ?? "");

    /// <summary>Null when no vote of this Smederij was ever sealed.</summary>
    public async Task<CurrentVote?> Current(SmederijSettings smederij, CancellationToken cancellation)
    {
        if (await store.Get(smederij.Id, RoundKeys.LatestVote, cancellation) is not { } latest)
            return null;
        return await Vote(smederij, new RoundKey(smederij.Id, latest.Data), cancellation);
    }

    public async Task<CurrentVote?> Vote(SmederijSettings smederij, RoundKey key, CancellationToken cancellation) =>
        await rounds.Load(key, cancellation) is { Item: var round } && await archive.ManifestOf(key, round, cancellation) is { } manifest
            ? new CurrentVote(key, smederij, round, manifest)
            : null;

    /// <summary>What is typed goes before what the QR code brought.</summary>
    private static VoteCode? CodeIn(Typed typed, VoterPass? pass) =>
        VoteCode.TryParse(typed.Raw("code"), out var code) ? code : typed.Raw("code").Trim().Length == 0 ? pass?.Code : null;

    private static PageOf<VotePage> Page(SmederijSettings smederij, CurrentVote? vote, VoterPass? pass, Typed typed, int status) =>
        new(new VotePageModel(smederij, vote, pass is not null && pass.Vote == vote?.Key, typed), status);
}

/// <param name="Vote">Null when there is no vote.</param>
/// <param name="CodeBrought">The QR code brought a code, which the button tries.</param>
public sealed record VotePageModel(SmederijSettings Smederij, CurrentVote? Vote, bool CodeBrought, Typed Typed);
