using Smederijen.Portal.Ledgers;

namespace Smederijen.Portal.Voting;

/// <summary>
/// What a voter sees at each step. A page follows from the step and from how the vote and the code stand now, so Back and
/// Reload tell the truth: after casting they say so. Looking changes nothing.
/// </summary>
public sealed class VoterPages(VoteDesk desk, BallotBox box, VoterSeals seals, VoterCookies cookies, TimeProvider clock)
{
    /// <summary><c>GET …/stemmen</c>: whoever opens it types a code; what somebody else left on this device is not there.</summary>
    public async Task<IResult> Start(HttpContext http)
    {
        if (desk.Smederij(http) is not { } smederij)
            return NoSmederij(http);
        VoterCookies.Try(http, smederij.Id);
        return new PageOf<VotePage>(new VotePageModel(smederij, await desk.Current(smederij, http.RequestAborted), null, null, Typed.Empty));
    }

    /// <param name="page">One of <see cref="VoterPage"/>.</param>
    public async Task<IResult> Show(HttpContext http, string page)
    {
        if (desk.Smederij(http) is not { } smederij)
            return NoSmederij(http);
        var at = VoterPlace.Of(http, smederij);
        var (found, isOver) = cookies.Find(http, at);
        if (found is null)
        {
            VoterCookies.Try(http, smederij.Id);
            return await Page(http, smederij, Lost(at, isOver, VoterCookies.AreKept(http, smederij.Id)));
        }
        var step = found is VoterStep.Ballot ballot && page == VoterPage.Choose ? ballot.Reconsidered() : found;
        return step is VoterStep.Receipt || step.Page == page ? await Page(http, smederij, step) : new SeeOther(step.Address);
    }

    /// <summary>
    /// After every form: the page of the step that it led to. Here, and nowhere else, it is decided whether the browser goes there,
    /// so that it can go back and reload, or gets the page as the answer, because it keeps no cookies.
    /// </summary>
    public async Task<IResult> GoOn(HttpContext http, SmederijSettings smederij, VoterStep step) =>
        cookies.Carry(http, step) ? new SeeOther(step.Address) : await Page(http, smederij, step);

    public static IResult NoSmederij(HttpContext http) => Failures.NotFound(http, "Deze Smederij bestaat niet. Kies een Smederij uit de lijst.");

    private async Task<IResult> Page(HttpContext http, SmederijSettings smederij, VoterStep step) => step switch
    {
        VoterStep.Letter letter => await Ready(http, smederij, letter),
        VoterStep.StartOver over => await Again(http, smederij, over),
        VoterStep.Receipt receipt => await In(smederij, receipt.Vote, http, vote =>
            Task.FromResult<IResult>(new PageOf<ReceiptPage>(new ReceiptModel(vote, TrackingNumber.Shown(receipt.Tracking))))),
        VoterStep.Ballot ballot => await In(smederij, ballot.Vote, http, async vote =>
            await Hindrance(http, vote, ballot.Code, ballot) ?? Look(vote, ballot)),
        VoterStep.Pass pass => await In(smederij, pass.Vote, http, async vote =>
            await Hindrance(http, vote, pass.Code, pass) ?? Choice(vote, pass)),
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, "Every step needs a page."),
    };

    private async Task<IResult> Ready(HttpContext http, SmederijSettings smederij, VoterStep.Letter letter) => new PageOf<VotePage>(new VotePageModel(
        smederij, await desk.Current(smederij, http.RequestAborted), letter.At, new ReadyCode(letter.Group, seals.Seal(letter)),
        Typed.Empty));

    private async Task<IResult> Again(HttpContext http, SmederijSettings smederij, VoterStep.StartOver over)
    {
        var typed = new Typed(new Dictionary<string, string> { ["code"] = over.Typed }, new FormErrors { CameBack = true });
        var vote = await desk.Current(smederij, http.RequestAborted);
        typed.Errors.Add(vote?.Round.State is RoundState.VoteOpen ? "code" : "", over.Words);
        if (over.Until - clock.GetUtcNow() is { Ticks: > 0 } wait)
            http.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return new PageOf<VotePage>(new VotePageModel(smederij, vote, over.At, null, typed), over.Status);
    }

    private async Task<IResult> In(SmederijSettings smederij, RoundKey key, HttpContext http, Func<CurrentVote, Task<IResult>> inside) =>
        await desk.Vote(smederij, key, http.RequestAborted) is { } vote ? await inside(vote)
            : Failures.NotFound(http, "Deze stemming bestaat niet (meer). Kijk op de pagina van uw Smederij.");

    /// <summary>Why nobody can choose or cast with this code now; null when nothing is in the way.</summary>
    private async Task<IResult?> Hindrance(HttpContext http, CurrentVote vote, string code, VoterStep step)
    {
        var standing = await box.Standing(vote.Key, code, http.RequestAborted);
        if (standing is CodeStanding.UsedOnline or CodeStanding.UsedOnPaper)
        {
            var receipt = cookies.Find(http, step.At).Step as VoterStep.Receipt;
            return new PageOf<CodeUsedPage>(
                new CodeUsedModel(
                    vote, step.At, standing, receipt is null ? null : TrackingNumber.Shown(receipt.Tracking),
                    step is VoterStep.Ballot && standing is CodeStanding.UsedOnline ? seals.Seal(step) : null),
                409);
        }
        if (BallotCheck.Time(vote.Round, clock.GetUtcNow()) is { } refusal)
            return Refused(vote.Smederij, VoteTexts.Refused(refusal, vote.Manifest));
        return standing is CodeStanding.Free ? null : Refused(vote.Smederij, VoteTexts.Standing(standing));
    }

    private static PageOf<FailurePage> Refused(SmederijSettings smederij, string words) =>
        new(new Failure(Failures.TitleOf(409), words, new("Naar de stempagina", VoterPlace.StartOf(smederij.Id))), 409);

    /// <summary>The ballot once more, or the choice again when an idea has left since.</summary>
    private IResult Look(CurrentVote vote, VoterStep.Ballot ballot) =>
        BallotCheck.Limits(vote.Manifest, vote.Round, new Marks(ballot.Marks)) is { } refused ? Choice(vote, ballot.Reconsidered(refused))
            : new PageOf<ReviewBallotPage>(new ReviewBallotModel(vote, ballot, seals.Seal(ballot)));

    /// <summary>Every voter sees the ideas in an order of their own, the same each time: by a hash of code and idea.</summary>
    private PageOf<ChoosePage> Choice(CurrentVote vote, VoterStep.Pass pass)
    {
        var struck = vote.Round.State is RoundState.VoteOpen s ? s.Struck.Select(left => left.Idea).ToHashSet(StringComparer.Ordinal) : [];
        var ideas = vote.Manifest.Ideas.Where(idea => !struck.Contains(idea.Idea))
            .OrderBy(idea => Digest.Hex($"{pass.Code}\n{idea.Idea}"), StringComparer.Ordinal);
        var chosen = new Marks(pass.Marks).Chosen.Where(i => i < vote.Manifest.Ideas.Length).Select(i => vote.Manifest.Ideas[i].Idea);
        var errors = new FormErrors { CameBack = pass.Refused is not null };
        if (pass.Refused is { } refused)
            errors.Add("idee", VoteTexts.Refused(refused, vote.Manifest));
        return new PageOf<ChoosePage>(
            new ChooseModel(vote, pass, seals.Seal(pass with { Marks = "", Refused = null }), [.. ideas], [.. chosen], errors),
            pass.Refused switch { null => 200, BallotRefusal.IdeaHasLeft => 409, _ => 400 });
    }

    private static VoterStep.StartOver Lost(VoterPlace at, bool isOver, bool cookiesAreKept) => (isOver, cookiesAreKept) switch
    {
        (true, _) => new(at, "", 410, VoteTexts.TooLate),
        (_, true) => new(at, "", 404, "Op deze pagina staat geen code (meer) klaar. Typ de code uit uw brief."),
        _ => new(at, "", 200, "Uw browser bewaart geen cookies. Daarom staat op deze pagina niets klaar. Typ de code uit uw brief. Dan kunt u gewoon stemmen."),
    };
}

/// <param name="Vote">Null when there is no vote.</param>
/// <param name="At">Null on the page where everybody begins.</param>
/// <param name="Ready">The code that a QR code brought; null when one has to be typed.</param>
public sealed record VotePageModel(SmederijSettings Smederij, CurrentVote? Vote, VoterPlace? At, ReadyCode? Ready, Typed Typed);

/// <param name="Group">Its first four characters.</param>
/// <param name="Letter">The sealed code for the form.</param>
public sealed record ReadyCode(string Group, string Letter);

/// <param name="Sealed">The pass for the form.</param>
/// <param name="Ideas">In the order of this voter.</param>
public sealed record ChooseModel(
    CurrentVote Vote, VoterStep.Pass Pass, string Sealed, IReadOnlyList<Candidate> Ideas, IReadOnlyCollection<string> Chosen, FormErrors Errors);

/// <param name="Sealed">The ballot for the form.</param>
public sealed record ReviewBallotModel(CurrentVote Vote, VoterStep.Ballot Ballot, string Sealed);

public sealed record ReceiptModel(CurrentVote Vote, string Tracking);

/// <param name="Tracking">Of the ballot that counts, where this browser has its receipt.</param>
/// <param name="Ballot">
/// The sealed ballot of whoever pressed the button and got no answer: sending it again shows its receipt. Null when there is none.
/// </param>
public sealed record CodeUsedModel(CurrentVote Vote, VoterPlace At, CodeStanding Standing, string? Tracking, string? Ballot);
