using Smederijen.Domain.Stuurgroep;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Stuurgroep;
using Smederijen.Portal.Work;

namespace Smederijen.Portal.Tests.Stuurgroep;

public sealed class When_the_machine_stops_while_money_is_allotted
{
    /// <summary>The adoption, and then two commits per effect: what it does, and the mark that it was done.</summary>
    [Fact]
    public async Task All_of_it_arrives_once_after_whichever_commit_it_stops()
    {
        for (var commits = 1; ; commits++)
        {
            await using var world = await World.Begin();
            await world.PutToSeats();
            await world.Say(Voice.For, 5);
            var stopped = await StopAfter(world, commits);
            var allotted = (await world.Rounds("2028")).Sum(round => round.Ledger.Available.Cents);
            allotted.ShouldBeLessThanOrEqualTo(30_000_001);
            if ((await world.Resolution()).State is not ResolutionState.Decided)
                allotted.ShouldBe(0);

            await world.Say(Voice.For, 6);
            await world.Get<WorkList>().PerformDue((WorkKey)new ResolutionKey(ADivision.Id));

            (await world.Rounds("2028")).Sum(round => round.Ledger.Available.Cents).ShouldBe(30_000_001, $"stopped after commit {commits}");
            if (!stopped)
                return;
        }
    }

    /// <summary>False when everything was done before so many commits.</summary>
    private static async Task<bool> StopAfter(World world, int commits)
    {
        var left = commits;
        world.Store.After = (_, _) =>
        {
            if (--left <= 0)
                throw new StoreUnavailableException("The machine stops.", new IOException());
        };
        try
        {
            await world.Say(Voice.For, 6);
            await world.Get<WorkList>().PerformDue((WorkKey)new ResolutionKey(ADivision.Id));
            return false;
        }
        catch (StoreUnavailableException)
        {
            return true;
        }
        finally
        {
            world.Store.After = null;
        }
    }
}
