using System.Text.RegularExpressions;
using Smederijen.Domain.Rounds;
using Smederijen.Domain.Tally;
using Smederijen.Domain.Tally.Pabulib;
using Smederijen.Portal.Ledgers;

namespace Smederijen.Simulation.Tests.Invariants;

/// <summary>Every vote that was decided, counted again by anyone from what is published, whatever crashed on the way.</summary>
internal sealed partial class CountedVotes(Simulation simulation)
{
    public async Task Check()
    {
        foreach (var ((smederij, period), round) in simulation.Watch.Rounds)
        {
            if (round.State is RoundState.Decided { Outcome: RoundOutcome.Voted } decided)
                await Check(new RoundKey(smederij, period), decided);
            else if (round.State is not (RoundState.Decided or RoundState.Open or RoundState.Announced))
                throw new Violation($"{smederij}/{period} is still {round.State?.Phase}.");
        }
    }

    private async Task Check(RoundKey key, RoundState.Decided decided)
    {
        var ballots = simulation.Watch.Votes[(key.Smederij, key.Period)].Ballots;
        var published = (await Read(key, "volgnummers.txt")).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(number => number.Replace("-", "", StringComparison.Ordinal)).ToList();
        if (published.Count != ballots.Count || !published.SequenceEqual(published.Distinct().Order(StringComparer.Ordinal)))
            throw new Violation($"{key} publishes {published.Count} tracking numbers for {ballots.Count} ballots.");
        if (simulation.Promises.ReceiptsOf(key).FirstOrDefault(number => !published.Contains(number)) is { } lost)
            throw new Violation($"A voter of {key} holds number {lost}, which is not in the count.");
        var election = PabulibFile.Parse(await Read(key, "uitslag.pb"));
        var command = Command().Match(await Read(key, "uitslag"));
        var ties = command.Groups[2].Success ? TieOrder.PublicDraw(command.Groups[2].Value) : TieOrder.ById;
        var count = command.Groups[1].Value == "greedy" ? Greedy.Count(election, ties) : EqualShares.Count(election, ties);
        var granted = decided.Verdicts.Where(verdict => verdict.Granted).Select(verdict => verdict.Idea);
        if (!count.Winners.Select(winner => winner.Project.Id).Order().SequenceEqual(granted.Order()) || count.Spent > count.Budget)
            throw new Violation($"Who counts {key} again finds other winners.");
        if (simulation.Machine.Votes.Has(key))
            throw new Violation($"The ballot box of {key} is still there.");
        simulation.Tally.Votes++;
    }

    private async Task<string> Read(RoundKey key, string file) =>
        (await simulation.Site.Visit(process => process.NewBrowser().Get($"/smederijen/{key.Smederij}/rondes/{key.Period}/{file}")))!.ShouldHave(200).Text;

    [GeneratedRegex("--rule ([a-z-]+)(?: --ties ([0-9a-f]+))?")]
    private static partial Regex Command();
}
