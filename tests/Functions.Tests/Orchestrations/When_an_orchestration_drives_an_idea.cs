using System.Diagnostics;
using Smederijen.Domain.Ideas;
using Smederijen.Domain.Money;
using Smederijen.Functions.Orchestrations;
using Smederijen.Portal.Layout;
using static Smederijen.Domain.Ideas.IdeaEvent;

namespace Smederijen.Functions.Tests.Orchestrations;

public sealed class When_an_orchestration_drives_an_idea
{
    [Fact]
    public async Task It_mails_waits_and_lets_the_idea_lapse_when_nobody_confirms()
    {
        await using var world = await DurableWorld.Begin();
        await world.Submit();
        await world.Work();
        world.World.Mailbox.Mails.Count.ShouldBe(1);
        world.Status.ShouldNotBeNull().ShouldSatisfyAllConditions(
            status => status.Phase.ShouldBe(nameof(IdeaPhase.AwaitingConfirmation)),
            status => status.WaitsFor.ShouldBe(nameof(Party.Submitter)),
            status => status.Due.ShouldNotBeNull());

        await world.After(days: 8);
        (await world.Phase()).ShouldBe(IdeaPhase.Expired);
    }

    [Fact]
    public async Task A_year_passes_in_no_time_and_leaves_no_timer_behind()
    {
        await using var world = await DurableWorld.Begin();
        var clock = Stopwatch.StartNew();
        await world.Submit();
        await world.Travel(to: IdeaPhase.Released);
        await world.After(days: 366);
        await world.Happens(at => new PlanCompleted(at, new Euro(45_000)));
        await world.After(days: 400);
        (await world.Phase()).ShouldBe(IdeaPhase.Completed);
        world.Durable.TimersLeftBehind.ShouldBe(0);
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task It_ends_when_only_people_can_move_the_idea_on_and_begins_again_when_they_do()
    {
        await using var world = await DurableWorld.Begin();
        await world.Submit();
        await world.Happens(at => new Withdrawn(at));
        await world.After(days: 500);
        world.Durable[DurableWorld.Instance].ShouldNotBeNull().HasEnded.ShouldBeTrue();
        world.Status.ShouldNotBeNull().Phase.ShouldBe(nameof(IdeaPhase.Withdrawn));

        world.Durable.Start(ItemOrchestrations.Idea, DurableWorld.Instance, DurableWorld.Instance, WorkLoop.Version);
        var before = world.Durable.Performed;
        await world.Work();
        world.Durable.Performed.ShouldBe(before + 1);
    }

    [Fact]
    public async Task Nothing_but_its_key_travels_to_it()
    {
        await using var world = await DurableWorld.Begin();
        await world.Submit();
        await world.Happens(at => new SubmissionConfirmed(at));
        await world.Work();
        var instance = world.Durable[DurableWorld.Instance].ShouldNotBeNull();
        instance.Input.ShouldBe(DurableWorld.Instance);
        instance.Calls.OfType<ActivityCall>().ShouldAllBe(call => call == new ActivityCall(nameof(PerformDue), DurableWorld.Instance));
        instance.History.OfType<Raised>().ShouldAllBe(raised => raised.Payload == DurableWorld.Instance);
    }

    [Fact]
    public async Task A_store_that_fails_for_long_holds_it_up_and_does_not_end_it()
    {
        await using var world = await DurableWorld.Begin();
        await world.Submit();
        world.World.Store.Before = (_, _) => throw new Portal.Storage.StoreUnavailableException("The table is out of reach.", new IOException());
        await world.World.Until(world.World.Clock.GetUtcNow().AddMinutes(50));
        world.Status.ShouldNotBeNull().Phase.ShouldBe("Hapert");
        world.World.Store.Before = null;
        await world.After(days: 1);
        world.Status.ShouldNotBeNull().Phase.ShouldBe(nameof(IdeaPhase.AwaitingConfirmation));
        world.World.Mailbox.Mails.Count.ShouldBe(1);
    }
}
