using Smederijen.Domain.Tally.Pabulib;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Ledgers;
using Smederijen.Portal.Rounds;

namespace Smederijen.Portal.Voting;

/// <summary>A vote whose ballots are counted and published, with or without a decision.</summary>
public record CountedVote(CurrentVote Vote, RoundEvent.Counted Counted, Election Election, IReadOnlyList<RoundLogLine> History)
{
    public string FileName => $"smederij-{Vote.Key.Smederij}-{Vote.Key.Period}.pb";

    /// <summary>The ballots on paper that are not valid.</summary>
    public IReadOnlyCollection<InvalidPaper> Invalid => InvalidPaper.In(History.Select(line => line.Event));
}

/// <summary>A decided vote, counted again from what is published.</summary>
/// <param name="Drawn">Null when no draw could change who wins, and in a vote whose manifest names no source for one.</param>
public sealed record VoteResult(
    CountedVote Published, RoundState.Decided Decided, RoundEvent.Drawn? Drawn, Count Count) : CountedVote(Published)
{
    /// <summary>What of its money came from other years, or went there or back.</summary>
    public IReadOnlyList<MoneyMove> Moves { get; init; } = [];

    /// <summary>To whom what was left was offered, in order.</summary>
    public IReadOnlyList<OfferedPart> Offers { get; init; } = [];

    /// <summary>With which equals were put in their order; null when that could change nothing.</summary>
    public string? Seed => VoteCount.SeedOf(Vote.Manifest, Counted, Drawn?.Value);

    /// <summary>The ideas that left the ballot before it was counted.</summary>
    public IReadOnlyList<Struck> Left => Decided.Left;

    /// <summary>The line with which anyone repeats the count.</summary>
    public string Command => $"./tally {FileName} --rule {Manifest.NameOf(Vote.Manifest.Rule)}{(Seed is { } seed ? $" --ties {seed}" : "")}";
}

/// <summary>
/// The result of a round and what anyone needs to check it: the ballots as a Pabulib file, the tracking numbers, and the
/// manifest. While a vote is open only the manifest is there.
/// </summary>
public sealed class RoundResults(SettingsBook settings, RoundItems rounds, RoundArchive archive, VoteDesk desk, OfferedParts offers,
    IEntityStore store, UnreadableRows unreadable)
{
    /// <summary>Closes the manifest where it is not as it was sealed.</summary>
    private const string TitlesHidden =
        "let op: van een of meer ideeen is de titel later weggehaald; daarom past de sha-256 niet bij deze tekst, wel bij de tekst die de gemeente bewaart\n";

    private const string NoResult = "Er is nog geen uitslag. Die komt nadat de stemming is gesloten en geteld.";

    public async Task<IResult> Show(HttpContext http)
    {
        if (await Find(http) is not { } found)
            return Failures.NotFound(http, "Deze ronde bestaat niet. Kijk op de pagina van de Smederij.");
        if (found.Round.State is RoundState.Announced)
            return Failures.NotFound(http, $"De ronde van {found.Key.Period} is nog niet begonnen. Kijk op de pagina van de Smederij.");
        return await Counted(found.Key, http.RequestAborted) switch
        {
            VoteResult result => new PageOf<ResultPage>(result with
            {
                Moves = await Moves(found, http.RequestAborted),
                Offers = await offers.In(found.Key, http.RequestAborted),
            }),
            { } equal => new PageOf<DrawingPage>(equal),
            null => new PageOf<RoundPage>(await Standing(found, http.RequestAborted)),
        };
    }

    /// <summary>The ballots in the exchange format of the field, and the winners once they are known.</summary>
    public async Task<IResult> Ballots(HttpContext http) =>
        await Find(http) is { } found && await Counted(found.Key, http.RequestAborted) is { } counted
            ? new TextAnswer(
                PabulibFile.Write(counted.Election, (counted as VoteResult)?.Count.Winners.Select(winner => winner.Project.Id).ToList()),
                counted.FileName)
            : Failures.NotFound(http, NoResult);

    public async Task<IResult> TrackingNumbers(HttpContext http)
    {
        if (await Find(http) is not { } found || await Counted(found.Key, http.RequestAborted) is not { } result)
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
        await Find(http) is { } found && await archive.ShownManifestOf(found.Key, found.Round, http.RequestAborted) is { } manifest
            ? new TextAnswer(manifest.HidesTitles ? $"{manifest.CanonicalText}{TitlesHidden}" : manifest.CanonicalText)
            : Failures.NotFound(http, "De regels van deze stemming zijn er nog niet. U vindt ze hier als de stemming is voorbereid.");

    /// <summary>
    /// Null as long as the ballots are not counted, and for rounds without a vote. A <see cref="VoteResult"/> once it is decided; before that
    /// it waits for a draw.
    /// </summary>
    public async Task<CountedVote?> Counted(RoundKey key, CancellationToken cancellation)
    {
        if (settings.Current(key.Smederij) is not { } smederij
            || await desk.Vote(smederij, key, cancellation) is not { Round.State: RoundState.Drawing or RoundState.Decided } vote)
            return null;
        var history = await archive.History(key, cancellation);
        var counted = history.Select(line => line.Event).OfType<RoundEvent.Counted>().Single();
        var drawn = history.Select(line => line.Event).OfType<RoundEvent.Drawn>().SingleOrDefault();
        var election = VoteCount.Election(
            vote.Manifest, vote.Round.State.Left, await VoteCounting.WrittenDown(store, key, cancellation), Comment(vote.Manifest, counted, drawn));
        var published = new CountedVote(vote, counted, election, history);
        var seed = VoteCount.SeedOf(vote.Manifest, counted, drawn?.Value);
        return vote.Round.State is RoundState.Decided decided
            ? new VoteResult(published, decided, drawn, VoteCount.Count(vote.Manifest, election, seed))
            : published;
    }

    /// <summary>What the file with the ballots says of them besides: what is not in it, and what a recount needs.</summary>
    private static string Comment(Manifest manifest, RoundEvent.Counted counted, RoundEvent.Drawn? drawn) => string.Join(", ",
    [
        .. counted.Invalid > 0 ? [$"ongeldig op papier: {counted.Invalid}"] : (string[])[],
        .. counted.Unchecked > 0 ? [$"op papier niet meegeteld: {counted.Unchecked}"] : (string[])[],
        .. manifest.Draw is not null && !counted.Equal.IsEmpty
            ? [$"sha-256 van het manifest: {manifest.Hash}", $"waarde van de loting: {drawn?.Value ?? "nog niet bekend"}"] : (string[])[],
    ]);

    public async Task<RoundHere?> Find(HttpContext http)
    {
        var period = http.Request.RouteValues["periode"] as string ?? "";
        if (settings.Current(http.Request.RouteValues["smederij"] as string ?? "") is not { } smederij || !RoundKeys.IsPeriod(period))
            return null;
        var key = new RoundKey(smederij.Id, period);
        return await rounds.Load(key, http.RequestAborted) is { Item: var round }
            ? new RoundHere(key, smederij, round, await archive.ShownManifestOf(key, round, http.RequestAborted))
            : null;
    }

    private async Task<RoundPageModel> Standing(RoundHere found, CancellationToken cancellation)
    {
        var isRolling = (await settings.Version(found.Key.Smederij, found.Round.SettingsVersion, cancellation)).Round.Rolling;
        var parts = await offers.In(found.Key, cancellation);
        var open = parts.Where(offer => offer.Answer == PartAnswer.Open).Select(offer => offer.Idea).ToHashSet(StringComparer.Ordinal);
        var granted = isRolling ? (await GrantedIn(found.Key, cancellation)).Where(one => !open.Contains(one.Idea)).ToList() : [];
        var decided = found.Round.State is RoundState.Decided { Verdicts: var verdicts } ? verdicts : [];
        var titles = await unreadable.TitlesOf(
            found.Key.Smederij, [.. decided.Select(verdict => verdict.Idea), .. granted.Select(one => one.Idea)], cancellation);
        var history = await archive.History(found.Key, cancellation);
        return new RoundPageModel(found, titles, RoundTexts.ClosedEarly(history), RoundTexts.Veilings(history))
        {
            IsRolling = isRolling,
            Moves = await Moves(found, cancellation),
            Granted = granted,
            Offers = parts,
        };
    }

    private Task<IReadOnlyList<MoneyMove>> Moves(RoundHere found, CancellationToken cancellation) =>
        MoneyMoves.Read(unreadable, found.Key, found.Round.Ledger, cancellation);

    /// <summary>The ideas that have money of a round, and how much, in the order in which they got it.</summary>
    private async Task<IReadOnlyList<GrantedIdea>> GrantedIn(RoundKey key, CancellationToken cancellation) =>
        GrantedIdea.In(await unreadable.All(key.Smederij, RoundKeys.LedgerLines(key.Period), DomainJson.Default.LedgerEntry, cancellation));
}

/// <summary>A round without the result of a vote. <paramref name="Titles"/> are those of the ideas that it decided about.</summary>
/// <param name="ClosedEarly">When and why two people closed it before its last day; null when the clock did, or nobody yet.</param>
/// <param name="Veilings">Which texts of it staff hid and showed again.</param>
public sealed record RoundPageModel(
    RoundHere Here, IReadOnlyDictionary<string, string> Titles, string? ClosedEarly, IReadOnlyList<TimelineEntry> Veilings)
{
    /// <summary>Whether money was given as long as it lasted, not at the close alone.</summary>
    public bool IsRolling { get; init; }

    /// <summary>What of its money came from other years, or went there or back.</summary>
    public IReadOnlyList<MoneyMove> Moves { get; init; } = [];

    /// <inheritdoc cref="VoteResult.Offers"/>
    public IReadOnlyList<OfferedPart> Offers { get; init; } = [];

    /// <summary>Of such a round: who has some of its money.</summary>
    public IReadOnlyList<GrantedIdea> Granted { get; init; } = [];

    /// <summary>The decisions that <see cref="Granted"/> does not tell.</summary>
    public IReadOnlyList<Verdict> Verdicts => Here.Round.State is RoundState.Decided decided
        ? [.. decided.Verdicts.Where(verdict => !verdict.Granted || !IsRolling)] : [];
}

/// <summary>An idea, and the money that a round has set apart for it or paid to it.</summary>
public sealed record GrantedIdea(string Idea, Euro Amount)
{
    /// <summary>What the lines of a ledger come to. Whose money all fell back is not there.</summary>
    public static IReadOnlyList<GrantedIdea> In(IEnumerable<LedgerEntry> lines)
    {
        var cents = new OrderedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            var (idea, change) = line switch
            {
                LedgerEntry.Reserve e => (e.Idea, e.Amount.Cents),
                LedgerEntry.Free e => (e.Idea, -e.Amount.Cents),
                LedgerEntry.Receive e => (e.Idea, -e.Amount.Cents),
                LedgerEntry.GiveBack e => (e.Idea, -e.Amount.Cents),
                _ => ("", 0),
            };
            if (idea.Length > 0)
                cents[idea] = cents.GetValueOrDefault(idea) + change;
        }
        return [.. cents.Where(one => one.Value > 0).Select(one => new GrantedIdea(one.Key, new Euro(one.Value)))];
    }
}
