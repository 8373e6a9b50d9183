using Smederijen.Portal.Rounds;

namespace Smederijen.Portal.Voting;

/// <summary>
/// What a voter does: open the letter, type the code, choose, and cast. Each form holds its own sealed step, so what is cast is
/// what was reviewed with the code that stood on that page, whoever else uses the browser. Nobody votes with one click.
/// </summary>
public sealed class VoteBooth(
    VoteDesk desk, VoterPages pages, VoterSeals seals, VoterCookies cookies, BallotBox box, CodeGuard guard, TimeProvider clock)
{
    /// <summary>
    /// <c>GET /stem/{smederij}/{code}</c>, from the QR code: takes the code out of the address bar, and looks at nothing. Without
    /// cookies it gets lost here, because no page may stand at this address; the next one says what to do.
    /// </summary>
    public async Task<IResult> OpenLetter(HttpContext http)
    {
        if (desk.Smederij(http) is not { } smederij || await desk.Current(smederij, http.RequestAborted) is null)
            return Failures.NotFound(http, "Er is nu geen stemming. Kijk op de pagina van uw Smederij.");
        var copied = CopiedAddress.Trimmed(http.Request.RouteValues["code"] as string ?? "");
        var step = new VoterStep.Letter(VoterPlace.New(smederij.Id), VoteCode.TryParse(copied, out var code) ? code.Characters : "");
        VoterCookies.Try(http, smederij.Id);
        cookies.Lay(http, step);
        return new SeeOther(step.Address);
    }

    /// <summary>Only this button tries a code. What is typed goes before what the QR code brought.</summary>
    public async Task<IResult> Enter(HttpContext http)
    {
        if (desk.Smederij(http) is not { } smederij)
            return VoterPages.NoSmederij(http);
        var form = await Typed.Read(http);
        var typed = form.Plain("code");
        var (brought, isOver) = typed.Length > 0 ? default : seals.Open(form.Raw("brief"), smederij.Id, reference: null);
        var vote = await desk.Current(smederij, http.RequestAborted);

        IResult Again(StartOver? why = null) => pages.Again(http, smederij, vote, why);

        if (vote is null || BallotCheck.Time(vote.Round, clock.GetUtcNow()) is not null)
            return Again();
        if (isOver)
            return Again(new StartOver(410, VoteTexts.TooLate));
        var letter = brought as VoterStep.Letter;
        if (!VoteCode.TryParse(letter?.Characters ?? typed, out var code))
            return Again(new StartOver(400, VoteTexts.NoCode(typed), typed, IsWronglyTyped: true));
        var (standing, hash, wait) = await guard.Check(http, vote.Key, code);
        if (wait is { } slow)
            return Again(new StartOver(429, VoteTexts.TooManyWrongCodes(slow), typed, Wait: slow));
        if (standing is not CodeStanding.Free)
            return Again(StartOver.Because(standing, typed));
        var at = letter?.At ?? VoterPlace.New(smederij.Id);
        return await pages.GoOn(http, smederij, new VoterStep.Pass(at, vote.Key.Period, hash, code.FirstGroup));
    }

    /// <summary>The chosen ideas once more, to look at; nothing is cast yet.</summary>
    public Task<IResult> Review(HttpContext http) => With<VoterStep.Pass>(http, "pas", async (smederij, pass, form) =>
    {
        if (await desk.Vote(smederij, pass.Vote, http.RequestAborted) is not { } vote)
            return await pages.GoOn(http, smederij, pass);
        var (marks, refusal) = BallotCheck.Choices(vote.Manifest, vote.Round, [.. form["idee"].OfType<string>()]);
        return await pages.GoOn(http, smederij, refusal is null
            ? new VoterStep.Ballot(pass.At, pass.Period, pass.Code, pass.Group, vote.Manifest.Hash, TrackingNumber.New(), marks.Value)
            : pass with { Marks = marks.Value ?? "", Refused = refusal });
    });

    /// <summary>From the review back to the choice.</summary>
    public Task<IResult> Reconsider(HttpContext http) =>
        With<VoterStep.Ballot>(http, "stembiljet", (smederij, ballot, _) => pages.GoOn(http, smederij, ballot.Reconsidered()));

    /// <summary>
    /// The one request that votes. It reads the round, and commits the ballot in one transaction of two writes; all else was
    /// sealed into the form.
    /// </summary>
    public Task<IResult> Cast(HttpContext http) => With<VoterStep.Ballot>(http, "stembiljet", async (smederij, ballot, _) =>
    {
        var marks = new Marks(ballot.Marks);
        if (await desk.Vote(smederij, ballot.Vote, http.RequestAborted) is not { } vote)
            return await pages.GoOn(http, smederij, ballot);
        // A code that was used casts nothing any more: the box then tells only whether it was by this ballot.
        if (Refusal(vote, ballot, marks) is { } refusal
            && await box.Standing(vote.Key, ballot.Code, http.RequestAborted) is not CodeStanding.UsedOnline)
        {
            return refusal is BallotRefusal.OtherVote
                ? pages.Again(http, smederij, vote, new StartOver(409, VoteTexts.Refused(refusal, vote)))
                : await pages.GoOn(http, smederij, ballot.Reconsidered(refusal));
        }
        // Whoever presses the button has voted, also when the connection is lost before the answer.
        var standing = await box.Cast(vote.Key, new CastBallot(ballot.Code, ballot.Tracking, marks), CancellationToken.None);
        return await pages.GoOn(http, smederij, standing is CodeStanding.Free
            ? new VoterStep.Receipt(ballot.At, ballot.Period, ballot.Tracking)
            : ballot.Reconsidered());
    });

    private BallotRefusal? Refusal(CurrentVote vote, VoterStep.Ballot ballot, Marks marks) =>
        RoundArchive.HashOf(vote.Round.State) != ballot.Manifest ? BallotRefusal.OtherVote
        : BallotCheck.Time(vote.Round, clock.GetUtcNow()) ?? BallotCheck.Limits(vote.Manifest, vote.Round, marks);

    /// <summary>Reads the step out of the form: it must have been sealed for this very vote in progress, and for this button.</summary>
    private async Task<IResult> With<TStep>(HttpContext http, string field, Func<SmederijSettings, TStep, IFormCollection, Task<IResult>> then)
        where TStep : VoterStep
    {
        if (desk.Smederij(http) is not { } smederij)
            return VoterPages.NoSmederij(http);
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var (step, isOver) = seals.Open(form[field], smederij.Id, VoterPlace.Of(http, smederij).Reference);
        return step is TStep own ? await then(smederij, own, form) : pages.Again(
            http, smederij, await desk.Current(smederij, http.RequestAborted),
            isOver ? new StartOver(410, VoteTexts.TooLate) : new StartOver(400, VoteTexts.OtherForm));
    }
}
