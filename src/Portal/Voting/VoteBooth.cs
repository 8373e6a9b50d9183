using Smederijen.Portal.Rounds;

namespace Smederijen.Portal.Voting;

/// <summary>
/// Choosing, reviewing and casting. Only the review page holds the sealed ballot that can be cast, so nobody votes with one
/// click, and what is cast is what was reviewed.
/// </summary>
public sealed class VoteBooth(
    VoteDesk desk, RoundItems rounds, RoundArchive archive, BallotBox box, SealedBallots sealedBallots, VoterCookies cookies, TimeProvider clock)
{
    private const string NoCode = "Typ eerst de code uit uw brief op de stempagina.";

    public async Task<IResult> Choose(HttpContext http) => await Enter(http, async (vote, code) =>
        await box.Standing(vote.Key, code, http.RequestAborted) is var standing && standing != CodeStanding.Free
            ? Failures.Answer(http, 409, VoteTexts.Standing(standing))
            : Page(vote, code, [], [], 200));

    /// <summary>The chosen ideas once more, to look at; nothing is cast yet.</summary>
    public async Task<IResult> Review(HttpContext http) => await Enter(http, async (vote, code) =>
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var ideas = form["idee"].OfType<string>().ToList();
        if (form.ContainsKey("veranderen"))
            return Page(vote, code, ideas, [], 200);
        var (marks, refusal) = BallotCheck.Choices(vote.Manifest, vote.Round, ideas);
        if (refusal is { } wrong)
            return Page(vote, code, ideas, new FormErrors { { "idee", VoteTexts.Refused(wrong, vote.Manifest) } }, 400);
        var ballot = new CastBallot(code, TrackingNumber.New(), marks);
        return new PageOf<ReviewBallotPage>(new ReviewBallotModel(vote, marks, sealedBallots.Seal(vote.Key, vote.Manifest.Hash, ballot)));
    });

    /// <summary>
    /// The one request that votes. It reads the round, and commits the ballot in one transaction of two writes; all else was
    /// sealed into the form.
    /// </summary>
    public async Task<IResult> Cast(HttpContext http)
    {
        var smederij = http.Request.RouteValues["smederij"] as string ?? "";
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (sealedBallots.Open(form["stembiljet"], smederij) is not var (key, manifestHash, ballot))
            return Failures.Answer(http, 400, "Wij kunnen dit stembiljet niet lezen. Begin opnieuw op de stempagina.");
        if (await rounds.Load(key, http.RequestAborted) is not { Item: var round }
            || await archive.ManifestOf(key, round, http.RequestAborted) is not { } manifest)
            return Failures.NotFound(http, "Deze stemming bestaat niet (meer).");
        if (Refusal(round, manifest, manifestHash, ballot) is { } refusal)
            return Failures.Answer(http, 409, VoteTexts.Refused(refusal, manifest));
        // Whoever presses the button has voted, also when the connection is lost before the answer.
        var standing = await box.Cast(key, ballot, CancellationToken.None);
        if (standing != CodeStanding.Free)
            return Failures.Answer(http, 409, VoteTexts.Standing(standing));
        cookies.GiveReceipt(http, key, ballot.Tracking);
        return new SeeOther($"/smederijen/{smederij}/stemmen/bewijs");
    }

    public async Task<IResult> Receipt(HttpContext http)
    {
        if (desk.Smederij(http) is not { } smederij)
            return Failures.NotFound(http, "Deze Smederij bestaat niet. Kies een Smederij uit de lijst.");
        if (cookies.FindReceipt(http, smederij.Id) is not var (key, tracking) || await desk.Vote(smederij, key, http.RequestAborted) is not { } vote)
            return new SeeOther($"/smederijen/{smederij.Id}/stemmen");
        return new PageOf<ReceiptPage>(new ReceiptModel(vote, TrackingNumber.Shown(tracking)));
    }

    private BallotRefusal? Refusal(Round round, Manifest manifest, string manifestHash, CastBallot ballot) =>
        RoundArchive.HashOf(round.State) != manifestHash ? BallotRefusal.OtherVote
        : BallotCheck.Time(round, clock.GetUtcNow()) ?? BallotCheck.Limits(manifest, round, ballot.Marks);

    private async Task<IResult> Enter(HttpContext http, Func<CurrentVote, string, Task<IResult>> inside)
    {
        if (desk.Smederij(http) is not { } smederij)
            return Failures.NotFound(http, "Deze Smederij bestaat niet. Kies een Smederij uit de lijst.");
        if (cookies.Find(http, smederij.Id) is not { Checked: true } pass)
            return http.Request.Method == HttpMethods.Post ? Failures.Answer(http, 409, NoCode) : new SeeOther($"/smederijen/{smederij.Id}/stemmen");
        if (await desk.Vote(smederij, pass.Vote, http.RequestAborted) is not { } vote)
            return Failures.NotFound(http, "Deze stemming bestaat niet (meer).");
        return BallotCheck.Time(vote.Round, clock.GetUtcNow()) is { } refusal
            ? Failures.Answer(http, 409, VoteTexts.Refused(refusal, vote.Manifest))
            : await inside(vote, await box.HashOf(pass.Vote, pass.Code, http.RequestAborted));
    }

    /// <summary>Every voter sees the ideas in an order of their own, the same each time: by a hash of code and idea.</summary>
    private static PageOf<ChoosePage> Page(CurrentVote vote, string code, IReadOnlyCollection<string> chosen, FormErrors errors, int status)
    {
        var struck = vote.Round.State is RoundState.VoteOpen s ? s.Struck.Select(left => left.Idea).ToHashSet(StringComparer.Ordinal) : [];
        var ideas = vote.Manifest.Ideas.Where(idea => !struck.Contains(idea.Idea))
            .OrderBy(idea => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{code}\n{idea.Idea}"))), StringComparer.Ordinal);
        return new PageOf<ChoosePage>(new ChooseModel(vote, [.. ideas], chosen, errors), status);
    }
}

/// <param name="Ideas">In the order of this voter.</param>
public sealed record ChooseModel(CurrentVote Vote, IReadOnlyList<Candidate> Ideas, IReadOnlyCollection<string> Chosen, FormErrors Errors);

/// <param name="Ballot">The sealed ballot for the form.</param>
public sealed record ReviewBallotModel(CurrentVote Vote, Marks Marks, string Ballot);

public sealed record ReceiptModel(CurrentVote Vote, string Tracking);
