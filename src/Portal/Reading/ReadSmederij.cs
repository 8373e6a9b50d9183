using Smederijen.Portal.Ideas;
using Smederijen.Portal.Rounds;

namespace Smederijen.Portal.Reading;

/// <summary>The page of a Smederij: its money, its conditions, its people by function, and its ideas by phase.</summary>
public sealed class ReadSmederij(SettingsBook settings, Treasury treasury, IdeaLists lists, RoundLists rounds, TimeProvider clock)
{
    public Task<IResult> Show(HttpContext http)
    {
        if (settings.Current(http.Request.RouteValues["smederij"] as string ?? "") is not { } smederij)
            return Task.FromResult(Failures.NotFound(http, "Deze Smederij bestaat niet. Kies een Smederij uit de lijst."));
        return http.Request.Query.ContainsKey("fase") ? ShowPhase(http, smederij) : ShowAll(smederij, http.RequestAborted);
    }

    private async Task<IResult> ShowAll(SmederijSettings smederij, CancellationToken cancellation)
    {
        var reading =
            (Ideas: lists.ReadAll(smederij.Id, cancellation), Money: treasury.KnownLedgerOf(smederij, cancellation),
            Rounds: rounds.Of(smederij.Id, cancellation));
        var contacts = settings.PublicContacts(smederij, cancellation);
        var (shown, ofRounds, money) = (await reading.Ideas, await reading.Rounds, await reading.Money);
        var earlier = treasury.EarlierYears(smederij, ofRounds, cancellation);
        return new PageOf<SmederijPage>(new SmederijPageModel(
            smederij,
            money,
            [.. shown.Where(list => !list.IsEmpty && IdeaLists.Shown.Contains(list.Phase))],
            [.. shown.Where(list => !list.IsEmpty && IdeaLists.Apart.Contains(list.Phase))])
        {
            Rounds = ofRounds,
            IsOver = smederij.Round.IsOverAt(clock.GetUtcNow()),
            Coming = settings.Coming(smederij.Id),
            Moves = money is null ? [] : await treasury.MovesOf(smederij, money, cancellation),
            Earlier = await earlier,
            Contacts = await contacts,
            After = settings.After(smederij),
        });
    }

    private async Task<IResult> ShowPhase(HttpContext http, SmederijSettings smederij)
    {
        var from = http.Request.Query["vanaf"].ToString();
        if (IdeaLists.PhaseOf(http.Request.Query["fase"].ToString()) is not { } phase || (from.Length > 0 && !ItemId.IsValid(from)))
            return Failures.NotFound(http, $"Deze lijst bestaat niet. Ga naar de pagina van {smederij.Name}.");
        var list = await lists.Read(smederij.Id, phase, from.Length > 0 ? from : null, http.RequestAborted);
        return new PageOf<PhasePage>(new PhasePageModel(smederij, list, from.Length > 0));
    }
}

/// <summary>What the page of a Smederij shows; <paramref name="Apart"/> are the phases that get only a link.</summary>
/// <param name="Money">Null when it cannot be read now.</param>
public sealed record SmederijPageModel(SmederijSettings Smederij, Ledger? Money, IReadOnlyList<IdeaList> Shown, IReadOnlyList<IdeaList> Apart)
{
    /// <summary>The latest period first.</summary>
    public IReadOnlyList<RoundSummary> Rounds { get; init; } = [];

    /// <summary>What of <see cref="Money"/> came from other years, or went there or back.</summary>
    public IReadOnlyList<MoneyMove> Moves { get; init; } = [];

    /// <summary>The money of other years, the latest first.</summary>
    public IReadOnlyList<YearOfMoney> Earlier { get; init; } = [];

    /// <summary>What took its place, when it is closed.</summary>
    public IReadOnlyList<SmederijSettings> After { get; init; } = [];

    /// <summary>The last day of the round is over by the clock.</summary>
    public bool IsOver { get; init; }

    /// <summary>The round that was agreed on and begins later.</summary>
    public ComingRound? Coming { get; init; }

    /// <summary>
    /// Whether the round that the settings name has closed, on its last day or earlier: until there is a following one nothing can be granted.
    /// </summary>
    public bool IsBetweenRounds => IsOver || Present is { HasBegun: true, Phase: not RoundPhase.Open };

    /// <summary>What the money that nobody got is: something to spend only as long as somebody can ask for it.</summary>
    public string NameOfRest => !IsBetweenRounds && !Smederij.Closed ? "Nog te besteden" : Present is { Phase: not RoundPhase.Decided } ? "Nog te verdelen" : "Over";

    /// <summary>Some round had a vote, or is on its way to one.</summary>
    public bool HasVotes => Rounds.Any(round => round.Outcome is RoundOutcome.Voted || (round.IsBeingDecided
        && round.Phase is not RoundPhase.Collecting));

    private RoundSummary? Present => Rounds.FirstOrDefault(round => round.Period == Smederij.Round.Period);

    /// <summary>Whom residents may reach directly.</summary>
    public IReadOnlyList<Contact> Contacts { get; init; } = [];
}

/// <summary>All ideas of one phase, a page of them at a time.</summary>
public sealed record PhasePageModel(SmederijSettings Smederij, IdeaList List, bool Further);
