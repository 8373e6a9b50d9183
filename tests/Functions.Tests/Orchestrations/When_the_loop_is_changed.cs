using System.Text.Json;
using Smederijen.Domain.Ideas;
using Smederijen.Functions.Orchestrations;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Tests;

namespace Smederijen.Functions.Tests.Orchestrations;

/// <summary>
/// Orchestrations run for years, over many releases. The histories here were made by an earlier release and never change; a
/// new version of the loop adds its own beside them (docs/decisions/0008-orchestrations.md).
/// </summary>
public sealed class When_the_loop_is_changed
{
    private static readonly DateTime Begin = World.Monday.UtcDateTime;
    private static readonly DateTime Due = Begin.AddDays(7);

    private static VirtualInstance Version2(params Happened[] history)
    {
        var instance = new VirtualInstance("IdeaOrchestration", DurableWorld.Instance, DurableWorld.Instance, "2", Begin)
        {
            Calls = [new ActivityCall("PerformDue", DurableWorld.Instance)],
        };
        if (history.Length > 0)
            instance.Calls.Add(new TimerCall(Due));
        instance.History.AddRange(history);
        return instance;
    }

    private static readonly Answered Performed =
        new(Begin, 0, $$"""{"Due":{{JsonSerializer.Serialize(Due)}},"Phase":"AwaitingConfirmation","WaitsFor":"Submitter"}""");

    [Fact]
    public async Task An_instance_that_works_goes_on() => await Continues(Version2(), Performed);

    [Fact]
    public async Task An_instance_that_waits_goes_on_at_its_deadline() => await Continues(Version2(Performed), new Answered(Due, 1));

    [Fact]
    public async Task An_instance_that_waits_goes_on_when_it_is_woken() =>
        await Continues(Version2(Performed), new Raised(Due.AddDays(-3), DurableWorld.Instance));

    [Fact]
    public async Task An_instance_whose_work_failed_goes_on() =>
        await Continues(Version2(), new Failed(Begin, 0, "The table is out of reach."));

    [Fact]
    public async Task A_turn_under_an_older_version_is_followed_by_one_under_this_version()
    {
        var context = new VirtualContext(Version2(Performed, new Answered(Due, 1)));
        (await context.Run(ItemOrchestrations.RunIdea)).Ended.ShouldBeTrue();
        context.Anew.ShouldNotBeNull().NewVersion.ShouldBe(WorkLoop.Version);
    }

    [Fact]
    public async Task A_change_of_order_would_be_noticed_here()
    {
        var other = Version2(Performed);
        other.Calls.Reverse();
        (await Should.ThrowAsync<InvalidOperationException>(() =>
            new VirtualContext(other).Run(ItemOrchestrations.RunIdea))).Message.ShouldContain("Not deterministic");
    }

    /// <summary>Replays, takes the next thing that happens, and drives the idea to its end after that.</summary>
    private static async Task Continues(VirtualInstance instance, Happened next)
    {
        await using var world = await DurableWorld.Begin();
        world.Client.IsDown = true;
        await world.Submit();
        world.Client.IsDown = false;
        if (next.At > Begin)
            world.World.Clock.MoveTo(new DateTimeOffset(next.At, TimeSpan.Zero));
        world.Durable.Restore(instance);
        instance.Inbox.Enqueue(next);
        await world.After(days: 30);
        (await world.Phase()).ShouldBe(IdeaPhase.Expired);
    }
}
