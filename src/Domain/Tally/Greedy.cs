namespace Smederijen.Domain.Tally;

/// <summary>What the greedy rule does at a project that costs more than what is left.</summary>
public enum NoRoom
{
    /// <summary>Go on with the next project; Pabulib's rules "greedy" and "greedy-threshold".</summary>
    Skip,

    /// <summary>Stop counting; Pabulib's rule "greedy-no-skip".</summary>
    Stop,
}

/// <summary>
/// Most approvals first (most points, where voters gave points), then the lower cost, then the tie order, as long as the money
/// lasts. A project without a vote or a point, or below the election's minimum, is out.
/// </summary>
public static class Greedy
{
    public static Count Count(Election election, TieOrder ties, NoRoom noRoom = NoRoom.Skip)
    {
        var fates = new Fate[election.Projects.Count];
        var line = new Queue(election, ties.Ranks(election.Projects));
        var left = election.Budget;
        var place = 0;
        string? stoppedAt = null;
        foreach (var p in line.Order)
        {
            var (project, votes, score) = (election.Projects[p], election.Votes[p], election.Scores[p]);
            fates[p] = score == 0 ? new Fate.WithoutVotes(project)
                : score < election.MinimumVotes ? new Fate.BelowMinimum(project, votes, election.MinimumVotes)
                : stoppedAt is not null ? new Fate.AfterTheStop(project, votes, stoppedAt, left)
                : project.Cost > left ? new Fate.DidNotFit(project, votes, left)
                : new Fate.ChosenByVotes(project, votes, ++place, left -= project.Cost);
            if (noRoom == NoRoom.Stop && fates[p] is Fate.DidNotFit)
                stoppedAt = project.Id;
        }
        return new Count(election.Budget, fates, line.Draws(fates), null);
    }

    /// <summary>The projects in the order of the greedy rule.</summary>
    internal sealed class Queue
    {
        private readonly Election _election;

        public Queue(Election election, int[] ranks)
        {
            _election = election;
            Order = [.. Enumerable.Range(0, ranks.Length)
                .OrderByDescending(p => election.Scores[p]).ThenBy(p => election.Projects[p].Cost).ThenBy(p => ranks[p])];
        }

        public IReadOnlyList<int> Order { get; }

        /// <summary>
        /// Where the tie order decided: a chosen project stood before others with the same score and cost, and not
        /// all of those were chosen too.
        /// </summary>
        public IReadOnlyList<Draw> Draws(IReadOnlyList<Fate> fates) =>
        [
            .. Order.GroupBy(p => (Score: _election.Scores[p], _election.Projects[p].Cost))
                .Where(g => g.Key.Score > 0 && g.Any(p => fates[p] is Fate.ChosenByVotes) && g.Any(p => fates[p] is not Fate.Winner))
                .Select(g => new Draw(_election.Projects[g.First(p => fates[p] is Fate.ChosenByVotes)].Id,
                    [.. g.Select(p => _election.Projects[p].Id)])),
        ];
    }
}
