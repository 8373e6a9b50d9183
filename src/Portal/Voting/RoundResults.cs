using Smederijen.Domain.Tally.Pabulib;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Ledgers;
using Smederijen.Portal.Rounds;

namespace Smederijen.Portal.Voting;

/// <summary>A decided vote, counted again from what is published.</summary>
public sealed record VoteResult(CurrentVote Vote, RoundState.Decided Decided, RoundEvent.Counted Counted, Election Election, Count Count,
    IReadOnlyList<RoundLogLine> History)
{
    public IReadOnlyList<Struck> Left =>
        [.. Decided.Verdicts.Where(verdict => verdict.Left).Select(verdict => new Struck(verdict.Idea, verdict.Reason ?? ""))];

    public string FileName => $"smederij-{Vote.Key.Smederij}-{Vote.Key.Period}.pb";

    /// <summary>The line with which anyone repeats the count.</summary>
    public string Command => $"./tally {FileName} --rule {Manifest.NameOf(Vote.Manifest.Rule)} --ties {Counted.Seed}";
}

/// <summary>
/// The result of a round and what anyone needs to check it: the ballots as a Pabulib file, the tracking numbers, and the
/// manifest. While a vote is open only the manifest is there.
/// </summary>
public sealed class RoundResults(SettingsBook settings, RoundItems rounds, RoundArchive archive, VoteDesk desk, IEntityStore store,
    UnreadableRows unreadable)
{
    private const string NoResult = "Er is nog geen uitslag. Die komt nadat de stemming is gesloten en geteld.";

    public async Task<IResult> Show(HttpContext http)
    {
        if (await Find(http) is not { } found)
            return Failures.NotFound(http, "Deze ronde bestaat niet. Kijk op de pagina van de Smederij.");
        return await Result(found.Key, http.RequestAborted) is { } result
            ? new PageOf<ResultPage>(result)
            : new PageOf<RoundPage>(await Standing(found, http.RequestAborted));
    }

    /// <summary>The ballots and winners in the exchange format of the field.</summary>
    public Task<IResult> Ballots(HttpContext http) => File(http, result => PabulibFile.Write(
        result.Election, [.. result.Count.Winners.Select(winner => winner.Project.Id)]));

    public async Task<IResult> TrackingNumbers(HttpContext http)
    {
        if (await Find(http) is not { } found || await Result(found.Key, http.RequestAborted) is not { } result)
            return Failures.NotFound(http, NoResult);
        var text = new StringBuilder();
        await foreach (var row in store.All(result.Vote.Key.Smederij, VoteKeys.AllTracking(result.Vote.Key.Period), http.RequestAborted))
        {
            foreach (var number in row.Read(VoteJson.Default.StringArray))
                text.Append(TrackingNumber.Shown(number)).Append('\n');
        }
        return new TextAnswer(text.ToString());
    }

    public async Task<IResult> ShowManifest(HttpContext http) =>
        await Find(http) is { } found && await archive.ManifestOf(found.Key, found.Round, http.RequestAborted) is { } manifest
            ? new TextAnswer($"{manifest.CanonicalText}")
            : Failures.NotFound(http, "Er is nog geen manifest. Dat komt er als de stemming is voorbereid.");

    /// <summary>Null as long as the vote is not decided, and for rounds without a vote.</summary>
    public async Task<VoteResult?> Result(RoundKey key, CancellationToken cancellation)
    {
        if (settings.Current(key.Smederij) is not { } smederij
            || await desk.Vote(smederij, key, cancellation) is not { Round.State: RoundState.Decided decided } vote)
            return null;
        var history = await archive.History(key, cancellation);
        var counted = history.Select(line => line.Event).OfType<RoundEvent.Counted>().Single();
        var groups = await store.All(key.Smederij, VoteKeys.AllCounted(key.Period), cancellation)
            .SelectMany(row => row.Read(VoteJson.Default.SameMarksArray).ToAsyncEnumerable()).ToListAsync(cancellation);
        var struck = decided.Verdicts.Where(verdict => verdict.Left).Select(verdict => new Struck(verdict.Idea, verdict.Reason ?? ""));
        var election = VoteCount.Election(vote.Manifest, [.. struck], groups);
        return new VoteResult(vote, decided, counted, election, VoteCount.Count(vote.Manifest, election, counted.Seed), history);
    }

    public async Task<RoundHere?> Find(HttpContext http)
    {
        var period = http.Request.RouteValues["periode"] as string ?? "";
        if (settings.Current(http.Request.RouteValues["smederij"] as string ?? "") is not { } smederij || !RoundKeys.IsPeriod(period))
            return null;
        var key = new RoundKey(smederij.Id, period);
        return await rounds.Load(key, http.RequestAborted) is { Item: var round }
            ? new RoundHere(key, smederij, round, await archive.ManifestOf(key, round, http.RequestAborted))
            : null;
    }

    private async Task<RoundPageModel> Standing(RoundHere found, CancellationToken cancellation)
    {
        var titles = new Dictionary<string, string>(StringComparer.Ordinal);
        if (found.Round.State is RoundState.Decided decided)
        {
            foreach (var verdict in decided.Verdicts)
            {
                if (await unreadable.Find(found.Key.Smederij, IdeaKeys.Idea(verdict.Idea), IdeaJson.Default.StoredIdea, cancellation) is { } idea)
                    titles[verdict.Idea] = idea.Title;
            }
        }
        return new RoundPageModel(found, titles, RoundTexts.ClosedEarly(await archive.History(found.Key, cancellation)));
    }

    private async Task<IResult> File(HttpContext http, Func<VoteResult, string> write) =>
        await Find(http) is { } found && await Result(found.Key, http.RequestAborted) is { } result
            ? new TextAnswer(write(result), result.FileName)
            : Failures.NotFound(http, NoResult);
}

/// <summary>A round without the result of a vote. <paramref name="Titles"/> are those of the ideas that it decided about.</summary>
/// <param name="ClosedEarly">When and why two people closed it before its last day; null when the clock did, or nobody yet.</param>
public sealed record RoundPageModel(RoundHere Here, IReadOnlyDictionary<string, string> Titles, string? ClosedEarly);
