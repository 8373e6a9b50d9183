namespace Smederijen.Domain.Tally;

/// <summary>
/// The outcome of a count, with for every project why it won or lost. Amounts are in the election's smallest unit.
/// <paramref name="Fates"/> has one per project, in the order of the election; <paramref name="Draws"/> tells where votes and
/// costs were equal, so that the tie order decided; <paramref name="Shares"/> is absent under the greedy rule.
/// </summary>
public sealed record Count(long Budget, IReadOnlyList<Fate> Fates, IReadOnlyList<Draw> Draws, VoterShare? Shares)
{
    /// <summary>In the order in which they were chosen.</summary>
    public IReadOnlyList<Fate.Winner> Winners { get; } = [.. Fates.OfType<Fate.Winner>().OrderBy(w => w.Place)];

    public long Spent => Winners.Sum(w => w.Project.Cost);

    public long Left => Budget - Spent;
}

/// <summary>
/// Every voter's share: (<paramref name="Total"/> ÷ <paramref name="Voters"/>) + <paramref name="Raised"/>, which Add1 added.
/// What was added is notional money, which never makes the winners cost more than the budget.
/// </summary>
public sealed record VoterShare(long Total, int Voters, long Raised)
{
    /// <summary>Rounded down to the smallest unit, for display.</summary>
    public long Rounded => Voters == 0 ? 0 : Total / Voters + Raised;
}

/// <summary>Projects that were equal in everything but the tie order when <paramref name="Winner"/> was taken first.</summary>
public sealed record Draw(string Winner, IReadOnlyList<string> Among);

/// <summary>How a project fared.</summary>
public abstract record Fate(Project Project, int Votes)
{
    /// <summary>
    /// <paramref name="Place"/> is 1 for the project that was chosen first; <paramref name="LeftAfter"/> is the money of the
    /// budget that was left once it was chosen.
    /// </summary>
    public abstract record Winner(Project Project, int Votes, int Place, long LeftAfter) : Fate(Project, Votes);

    /// <summary>
    /// Its supporters paid for it together from their shares: <paramref name="PaidFullPrice"/> of them the
    /// <paramref name="Price"/> (in millionths of the smallest unit, rounded down), <paramref name="PaidTheirLast"/> of them
    /// all they had left, which was no more than that. Supporters without money left are in neither number.
    /// </summary>
    public sealed record BoughtByShares(
        Project Project, int Votes, int Place, long LeftAfter, int PaidFullPrice, int PaidTheirLast, Int128 Price)
        : Winner(Project, Votes, Place, LeftAfter);

    /// <summary>It was next by number of votes, and the money that was left was enough.</summary>
    public sealed record ChosenByVotes(Project Project, int Votes, int Place, long LeftAfter) : Winner(Project, Votes, Place, LeftAfter);

    public sealed record WithoutVotes(Project Project) : Fate(Project, 0);

    public sealed record BelowMinimum(Project Project, int Votes, int Minimum) : Fate(Project, Votes);

    /// <summary>At its turn by number of votes it cost more than was left.</summary>
    public sealed record DidNotFit(Project Project, int Votes, long LeftAtItsTurn) : Fate(Project, Votes)
    {
        public long Lacks => Project.Cost - LeftAtItsTurn;
    }

    /// <summary>The count had stopped at <paramref name="StoppedAt"/>, the first project that did not fit.</summary>
    public sealed record AfterTheStop(Project Project, int Votes, string StoppedAt, long Left) : Fate(Project, Votes);

    /// <summary>
    /// Its supporters had too little left of their shares (<paramref name="SupportersHad"/>, rounded down, with what Add1
    /// added), and the greedy completion had no room for it (<paramref name="LeftAtItsTurn"/>; absent without completion).
    /// </summary>
    public sealed record SupportersShort(Project Project, int Votes, long SupportersHad, long? LeftAtItsTurn) : Fate(Project, Votes)
    {
        public long Lacks => Project.Cost - SupportersHad;
    }
}
