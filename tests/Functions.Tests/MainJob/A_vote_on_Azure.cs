using Smederijen.Domain.Ideas;
using Smederijen.Domain.Rounds;
using Smederijen.Functions.Tests.Storage;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Tests.Voting;
using Xunit.Abstractions;

namespace Smederijen.Functions.Tests.MainJob;

/// <summary>From suitable ideas over ballots to money granted, on Azure's storage.</summary>
[Collection(nameof(Azurite))]
public sealed class A_vote_on_Azure(Azurite azurite, ITestOutputHelper output)
{
    [Fact]
    public async Task Closes_opens_counts_and_grants_and_a_ballot_costs_three_operations_at_most()
    {
        var (world, requests) = await AzureWorld.Begin(azurite);
        await using var ended = world;
        await world.StartRound(AVote.Smederij);
        var vote = await AVote.Open(world.World);
        foreach (var code in vote.Codes.Take(5))
        {
            var voter = new Voter(vote, code);
            await voter.EnterCode();
            var review = await voter.Choose(0);
            var before = requests.Count;
            (await voter.Cast(review)).ShouldHave(303);
            var operations = requests.Count - before;
            output.WriteLine($"{operations} operations for a ballot");
            operations.ShouldBeLessThanOrEqualTo(3);
        }

        await world.After(days: 40);
        var decided = (await vote.Round()).State.ShouldBeOfType<RoundState.Decided>();
        decided.Verdicts.Count(verdict => verdict.Granted).ShouldBe(1);
        foreach (var verdict in decided.Verdicts)
            (await world.World.Idea(new IdeaKey(AVote.Smederij, verdict.Idea))).State.Phase.ShouldBe(verdict.Granted ? IdeaPhase.Granted
                : IdeaPhase.Suitable);
    }
}
