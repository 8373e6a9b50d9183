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
        return new PageOf<VotePage>(Entrance(smederij, await desk.Current(smederij, http.RequestAborted)));
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
            return Again(
                http, smederij, await desk.Current(smederij, http.RequestAborted),
                isOver ? new StartOver(410, VoteTexts.TooLate) : new StartOver(404, VoteTexts.NothingReady));
        }
        var step = found is VoterStep.Ballot ballot && page == VoterPage.Choose ? ballot.Reconsidered() : found;
        return step is VoterStep.Receipt || step.Page == page ? await Page(http, smederij, step) : new SeeOther(step.Address);
    }

    /// <summary>
    /// After every form that led on: the page of the step that it led to. Here, and nowhere else, it is decided whether the browser goes there,
    /// so that it can go back and reload, or gets the page as the answer, because it keeps no cookies.
    /// </summary>
    public async Task<IResult> GoOn(HttpContext http, SmederijSettings smederij, VoterStep step) =>
        cookies.Carry(http, step) ? new SeeOther(step.Address) : await Page(http, smederij, step);

    /// <summary>
    /// A code has to be typed (again), and the page says why. It is the answer itself, whether or not the browser keeps cookies: sending it
    /// again tries the same once more, and nothing of it is left in the browser. A vote that takes no ballots now says only that, whatever
    /// else was wrong.
    /// </summary>
    /// <param name="why">Null when nothing else was wrong.</param>
    public IResult Again(HttpContext http, SmederijSettings smederij, CurrentVote? vote, StartOver? why)
    {
        var entrance = Entrance(smederij, vote);
        if (vote is not null && entrance.Shut is { } shut)
            why = new StartOver(409, VoteTexts.Refused(shut, vote));
        if (why?.Wait is { } wait)
            http.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return new PageOf<VotePage>(entrance with { Why = why }, vote is null ? 409 : why?.Status ?? 200);
    }

    public static IResult NoSmederij(HttpContext http) => Failures.NotFound(http, "Deze Smederij bestaat niet. Kies een Smederij uit de lijst.");

    private async Task<IResult> Page(HttpContext http, SmederijSettings smederij, VoterStep step) => step switch
    {
        VoterStep.Letter letter => await Ready(http, smederij, letter),
        VoterStep.Receipt receipt => await In(smederij, receipt.Vote, http, vote =>
            Task.FromResult<IResult>(new PageOf<ReceiptPage>(new ReceiptModel(vote, TrackingNumber.Shown(receipt.Tracking))))),
        VoterStep.Ballot ballot => await In(smederij, ballot.Vote, http, async vote =>
            await Hindrance(http, vote, ballot.Code, ballot) ?? Look(http, vote, ballot)),
        VoterStep.Pass pass => await In(smederij, pass.Vote, http, async vote =>
            await Hindrance(http, vote, pass.Code, pass) ?? Choice(vote, pass)),
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, "Every step needs a page."),
    };

    private VotePageModel Entrance(SmederijSettings smederij, CurrentVote? vote) =>
        new(smederij, vote, vote is null ? null : BallotCheck.Time(vote.Round, clock.GetUtcNow()));

    /// <summary>Nobody begins with a code that gets no further. Looking is not slowed down: <see cref="CodeGuard"/> says why it need not be.</summary>
    private async Task<IResult> Ready(HttpContext http, SmederijSettings smederij, VoterStep.Letter letter)
    {
        var vote = await desk.Current(smederij, http.RequestAborted);
        var entrance = Entrance(smederij, vote);
        if (vote is null || entrance.Shut is not null)
            return new PageOf<VotePage>(entrance);
        if (!VoteCode.TryParse(letter.Characters, out var code))
            return Again(http, smederij, vote, new StartOver(400, VoteTexts.CutOff));
        var standing = await box.Standing(vote.Key, await box.HashOf(vote.Key, code, http.RequestAborted), http.RequestAborted);
        return standing is CodeStanding.Free
            ? new PageOf<VotePage>(entrance with { Ready = new ReadyCode(code.FirstGroup, seals.Seal(letter)) })
            : Again(http, smederij, vote, StartOver.Because(standing));
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
        return standing is CodeStanding.Free && BallotCheck.Time(vote.Round, clock.GetUtcNow()) is null ? null
            : Again(http, vote.Smederij, vote, new StartOver(409, VoteTexts.Standing(standing)));
    }

    /// <summary>The ballot once more, or the choice again when an idea has left since.</summary>
    private IResult Look(HttpContext http, CurrentVote vote, VoterStep.Ballot ballot) =>
        BallotCheck.Limits(vote.Manifest, vote.Round, new Marks(ballot.Marks)) switch
        {
            null => new PageOf<ReviewBallotPage>(new ReviewBallotModel(vote, ballot, seals.Seal(ballot))),
            BallotRefusal.OtherVote => Again(http, vote.Smederij, vote, new StartOver(409, VoteTexts.Refused(BallotRefusal.OtherVote, vote))),
            { } refused => Choice(vote, ballot.Reconsidered(refused)),
        };

    /// <summary>Every voter sees the ideas in an order of their own, the same each time: by a hash of code and idea.</summary>
    private PageOf<ChoosePage> Choice(CurrentVote vote, VoterStep.Pass pass)
    {
        var struck = vote.Round.State.Left.Select(left => left.Idea).ToHashSet(StringComparer.Ordinal);
        var ideas = vote.Manifest.Ideas.Where(idea => !struck.Contains(idea.Idea))
            .OrderBy(idea => Digest.Hex($"{pass.Code}\n{idea.Idea}"), StringComparer.Ordinal);
        var chosen = new Marks(pass.Marks).Chosen.Where(i => i < vote.Manifest.Ideas.Length).Select(i => vote.Manifest.Ideas[i].Idea);
        // That an idea has left is nobody's fault.
        var (news, errors) = ((string?)null, new FormErrors());
        if (pass.Refused is BallotRefusal.IdeaHasLeft)
            news = VoteTexts.Refused(BallotRefusal.IdeaHasLeft, vote);
        else if (pass.Refused is { } refused)
            errors.Add("idee", VoteTexts.Refused(refused, vote, new Marks(pass.Marks)));
        return new PageOf<ChoosePage>(
            new ChooseModel(vote, pass, seals.Seal(pass with { Marks = "", Refused = null }), [.. ideas], [.. chosen], news, errors),
            pass.Refused switch { null => 200, BallotRefusal.IdeaHasLeft => 409, _ => 400 });
    }
}

/// <summary>Why a code has to be typed (again).</summary>
/// <param name="Status">In HTTP, of the page that tells.</param>
/// <param name="Words">What is the matter and what to do.</param>
/// <param name="Typed">What stood in the field.</param>
/// <param name="IsWronglyTyped">Whether that is what is wrong.</param>
/// <param name="Wait">How long wrong codes are not looked at; null when nobody is slowed down.</param>
public sealed record StartOver(int Status, string Words, string Typed = "", bool IsWronglyTyped = false, TimeSpan? Wait = null)
{
    /// <param name="typed">Empty when a letter brought the code.</param>
    public static StartOver Because(CodeStanding standing, string typed = "") => standing is CodeStanding.Unknown
        ? new(400, VoteTexts.Standing(standing), typed, IsWronglyTyped: typed.Length > 0)
        : new(409, VoteTexts.Standing(standing), typed);
}

/// <param name="Vote">Null when there is no vote.</param>
/// <param name="Shut">Why it takes no ballots now; null when it does.</param>
public sealed record VotePageModel(SmederijSettings Smederij, CurrentVote? Vote, BallotRefusal? Shut)
{
    /// <summary>The code that a QR code brought; null when one has to be typed.</summary>
    public ReadyCode? Ready { get; init; }

    /// <summary>Null on the page where everybody begins.</summary>
    public StartOver? Why { get; init; }
}

/// <param name="Group">Its first four characters.</param>
/// <param name="Letter">The sealed code for the form.</param>
public sealed record ReadyCode(string Group, string Letter);

/// <param name="Sealed">The pass for the form.</param>
/// <param name="Ideas">In the order of this voter.</param>
/// <param name="News">What happened since they chose; null when nothing did.</param>
public sealed record ChooseModel(
    CurrentVote Vote, VoterStep.Pass Pass, string Sealed, IReadOnlyList<Candidate> Ideas, IReadOnlyCollection<string> Chosen, string? News,
    FormErrors Errors);

/// <param name="Sealed">The ballot for the form.</param>
public sealed record ReviewBallotModel(CurrentVote Vote, VoterStep.Ballot Ballot, string Sealed);

public sealed record ReceiptModel(CurrentVote Vote, string Tracking);

/// <param name="Tracking">Of the ballot that counts, where this browser has its receipt.</param>
/// <param name="Ballot">
/// The sealed ballot of whoever pressed the button and got no answer: sending it again shows its receipt. Null when there is none.
/// </param>
public sealed record CodeUsedModel(CurrentVote Vote, VoterPlace At, CodeStanding Standing, string? Tracking, string? Ballot);
