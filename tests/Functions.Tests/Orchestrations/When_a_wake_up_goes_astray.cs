using Smederijen.Domain.Ideas;
using Smederijen.Portal.Layout;
using static Smederijen.Domain.Ideas.IdeaEvent;

namespace Smederijen.Functions.Tests.Orchestrations;

public sealed class When_a_wake_up_goes_astray
{
    [Fact]
    public async Task A_lost_one_is_made_good_by_the_sweeper()
    {
        await using var world = await DurableWorld.Begin();
        await world.Submit();
        await world.Work();
        world.Client.EventsArrive = 0;
        await world.Happens(at => new SubmissionConfirmed(at));
        await world.Work();
        world.World.Mailbox.Mails.Count.ShouldBe(1);

        world.Client.EventsArrive = 1;
        await world.World.Until(world.World.Clock.GetUtcNow().AddMinutes(5));
        await world.Sweep();
        await world.Work();
        world.World.Mailbox.Mails.Count.ShouldBe(2);
        world.Status.ShouldNotBeNull().Phase.ShouldBe(nameof(IdeaPhase.GatheringSupport));
    }

    [Fact]
    public async Task A_doubled_one_mails_nobody_twice_and_costs_one_more_look_at_most()
    {
        await using var world = await DurableWorld.Begin();
        await world.Submit();
        await world.Work();
        var before = world.Durable.Performed;
        world.Client.EventsArrive = 3;
        await world.Happens(at => new SubmissionConfirmed(at));
        await world.Work();
        world.World.Mailbox.Mails.Count.ShouldBe(2);
        world.Durable.Performed.ShouldBeLessThanOrEqualTo(before + 2);
    }

    [Fact]
    public async Task One_that_comes_before_the_start_is_dropped_and_not_missed()
    {
        await using var world = await DurableWorld.Begin();
        world.Durable.Raise(DurableWorld.Instance, DurableWorld.Instance);
        await world.Submit();
        await world.Work();
        world.World.Mailbox.Mails.Count.ShouldBe(1);
    }

    [Fact]
    public async Task One_that_comes_while_the_work_is_done_leads_to_another_look()
    {
        await using var world = await DurableWorld.Begin();
        await world.Submit();
        var during = 0;
        world.World.Store.After = (_, writes) =>
        {
            if (during++ == 0)
                world.Durable.Raise(DurableWorld.Instance, DurableWorld.Instance);
        };
        var before = world.Durable.Performed;
        await world.Work();
        world.Durable.Performed.ShouldBe(before + 2);
    }

    [Fact]
    public async Task One_that_comes_while_the_last_work_is_done_keeps_it_from_ending()
    {
        await using var world = await DurableWorld.Begin();
        await world.Submit();
        await world.Work();
        await world.Happens(at => new Withdrawn(at));
        var before = world.Durable.Performed;
        var during = 0;
        world.World.Store.After = (_, writes) =>
        {
            if (during++ == 0)
                world.Durable.Raise(DurableWorld.Instance, DurableWorld.Instance);
        };
        await world.Work();
        world.Durable.Performed.ShouldBe(before + 2);
    }

    [Fact]
    public async Task Durable_out_of_reach_does_not_fail_who_handed_in_the_idea()
    {
        await using var world = await DurableWorld.Begin();
        world.Client.IsDown = true;
        await world.Submit();
        await world.Work();
        (await world.Phase()).ShouldBe(IdeaPhase.AwaitingConfirmation);
        world.World.Mailbox.Mails.ShouldBeEmpty();

        world.Client.IsDown = false;
        await world.World.Until(world.World.Clock.GetUtcNow().AddMinutes(5));
        await world.Sweep();
        await world.Work();
        world.World.Mailbox.Mails.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_deadline_whose_orchestration_is_gone_is_kept_by_the_sweeper()
    {
        await using var world = await DurableWorld.Begin();
        await world.Submit();
        world.World.OtherDriver = null;
        world.World.Clock.MoveTo(world.World.Clock.GetUtcNow().AddDays(8));
        await world.Sweep();
        await world.Durable.Run();
        (await world.Phase()).ShouldBe(IdeaPhase.Expired);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task One_at_the_instant_of_the_deadline_changes_nothing_whichever_comes_first(bool deadlineFirst)
    {
        await using var world = await DurableWorld.Begin();
        await world.Submit();
        await world.Work();
        while (await world.Phase() == IdeaPhase.AwaitingConfirmation)
        {
            world.World.Clock.MoveTo(new DateTimeOffset(world.Status!.Due!.Value, TimeSpan.Zero));
            if (deadlineFirst)
                world.Durable.FireTimers();
            world.Durable.Raise(DurableWorld.Instance, DurableWorld.Instance);
            if (!deadlineFirst)
                world.Durable.FireTimers();
            await world.Durable.Run();
        }
        (await world.Phase()).ShouldBe(IdeaPhase.Expired);
        world.World.Mailbox.Mails.Count.ShouldBe(3, "the request to confirm, a reminder, and the end");
        world.Durable.TimersLeftBehind.ShouldBe(0);
    }
}
