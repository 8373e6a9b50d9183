using Smederijen.Domain.Ideas;
using Smederijen.Domain.Rounds;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Tests;
using Smederijen.Portal.Tests.Voting;
using Smederijen.Portal.Work;

namespace Smederijen.Functions.Tests.Orchestrations;

/// <summary>What the virtual engine shows for years of time and every accident, the real one shows here once.</summary>
public sealed class The_real_engine
{
    [Fact]
    public async Task Drives_an_idea_from_the_form_to_money_released()
    {
        await using var durable = await RealDurable.Begin();
        var idea = await durable.World.Released();
        (await durable.World.Idea(idea)).State.Phase.ShouldBe(IdeaPhase.Released);
        durable.World.Mailbox.Mails.GroupBy(mail => mail.Id).ShouldAllBe(mails => mails.Count() == 1);
    }

    [Fact]
    public async Task Drives_a_round_from_its_close_over_the_vote_to_the_grants()
    {
        await using var durable = await RealDurable.Begin();
        var vote = await AVote.Open(durable.World);
        foreach (var code in vote.Codes.Take(3))
            await new Voter(vote, code).Vote(0);
        await durable.World.After(days: 40);
        var decided = (await vote.Round()).State.ShouldBeOfType<RoundState.Decided>();
        decided.Verdicts.Count(verdict => verdict.Granted).ShouldBe(1);
    }

    [Fact]
    public async Task Lets_the_sweep_start_what_was_terminated_again()
    {
        await using var durable = await RealDurable.Begin();
        var idea = await durable.World.Submit();
        var key = new WorkKey(idea.Smederij, idea.Id);
        await durable.Terminate(key);
        while (await durable.StatusOf(key) != "Terminated")
            await Task.Delay(TimeSpan.FromMilliseconds(10));
        await durable.Sweep();
        (await durable.StatusOf(key)).ShouldBeOneOf("Pending", "Running");
        await durable.World.After(days: 8);
        (await durable.World.Idea(idea)).State.Phase.ShouldBe(IdeaPhase.Expired);
    }
}
