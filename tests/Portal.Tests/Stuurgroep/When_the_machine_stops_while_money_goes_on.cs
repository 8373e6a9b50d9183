using Smederijen.Domain.Stuurgroep;
using Smederijen.Portal.Ledgers;
using Smederijen.Portal.Settings;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Stuurgroep;
using Smederijen.Portal.Work;

namespace Smederijen.Portal.Tests.Stuurgroep;

public sealed class When_the_machine_stops_while_money_goes_on
{
    /// <summary>Three commits per Smederij and their marks: it leaves, and it comes in. Of 24 the first and the last tell as much as all.</summary>
    [Theory]
    [InlineData(1, 12)]
    [InlineData(90, 12)]
    public async Task All_of_it_arrives_once_after_whichever_commit_it_stops(int first, int many)
    {
        for (var commits = first; commits < first + many; commits++)
        {
            await using var world = await AYearThatIsOver.Begin();
            var (allotted, left) = (await world.Sum("2027", ledger => ledger.Allotted), await world.Sum("2027", ledger => ledger.Available));
            var id = await Asked(world);
            await StopAfter(world, id, commits);
            (await world.Get<LogVerifier>().Verify()).Broken.ShouldBeEmpty($"stopped after commit {commits}: what is on its way is not lost");

            await world.Say(Voice.For, 6, id);
            await world.Get<WorkList>().PerformDue((WorkKey)new ResolutionKey(id));
            foreach (var smederij in world.Get<SettingsBook>().All)
                await world.Get<WorkList>().PerformDue(new RoundKey(smederij.Id, "2027").Work);
            await world.Work();

            var returned = await world.Sum("2027", ledger => ledger.Returned);
            (await world.Sum("2028", ledger => ledger.CarriedIn) + returned).ShouldBe(left, $"stopped after commit {commits}");
            (await world.Sum("2027", ledger => ledger.Allotted)).ShouldBe(allotted);
            (await world.Get<LogVerifier>().Verify()).Broken.ShouldBeEmpty();
        }
    }

    private static async Task<string> Asked(World world)
    {
        var draft = await world.DraftLeft();
        await world.BrowserOf("anna", "medewerker").Send($"{draft}/voorleggen");
        await world.Work();
        await world.Say(Voice.For, 5, AYearThatIsOver.IdOf(draft));
        return AYearThatIsOver.IdOf(draft);
    }

    private static async Task StopAfter(World world, string id, int commits)
    {
        var left = commits;
        world.Store.After = (_, _) =>
        {
            if (--left <= 0)
                throw new StoreUnavailableException("The machine stops.", new IOException());
        };
        try
        {
            await world.Say(Voice.For, 6, id);
            await world.Work();
        }
        catch (StoreUnavailableException)
        {
            // As it was left.
        }
        finally
        {
            world.Store.After = null;
        }
    }
}
