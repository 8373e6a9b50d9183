using System.Diagnostics.Metrics;
using Smederijen.Domain.Ideas;
using Smederijen.Portal.Layout;

namespace Smederijen.Functions.Tests.Orchestrations;

public sealed class When_an_orchestration_has_failed
{
    [Fact]
    public async Task The_next_sweep_starts_it_again_long_before_its_deadline()
    {
        await using var world = await DurableWorld.Begin();
        await world.Submit();
        await world.Work();
        world.Durable.Break(DurableWorld.Instance);

        await world.Sweep();
        await world.Work();
        world.Durable.Broken.ShouldBeEmpty();
        world.Durable[DurableWorld.Instance].ShouldNotBeNull().HasEnded.ShouldBeFalse();
        world.World.Mailbox.Mails.Count.ShouldBe(1, "what was done is not done again");

        await world.After(days: 8);
        (await world.Phase()).ShouldBe(IdeaPhase.Expired);
    }

    [Fact]
    public async Task Every_sweep_reports_how_many_there_were_also_none()
    {
        var reported = new List<long>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, hearing) =>
            {
                if (instrument.Name == "smederijen.orchestrations.failed")
                    hearing.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((_, value, _, _) => reported.Add(value));
        listener.Start();
        await using var world = await DurableWorld.Begin();
        await world.Submit();
        await world.Work();
        world.Durable.Break(DurableWorld.Instance);
        await world.Sweep();
        await world.Sweep();
        reported.ShouldBe([1, 0]);
    }

    [Fact]
    public async Task One_that_is_not_ours_is_thrown_away_and_holds_up_nothing()
    {
        await using var world = await DurableWorld.Begin();
        world.Durable.Broken.Add("iets-anders");
        await world.Sweep();
        world.Durable.Broken.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_sweep_goes_on_when_Durable_does_not_answer()
    {
        await using var world = await DurableWorld.Begin();
        world.Client.IsDown = true;
        await world.Sweep();
        await world.Submit();
        world.World.Clock.MoveTo(world.World.Clock.GetUtcNow().AddMinutes(5));
        world.Client.IsDown = false;
        await world.Sweep();
        await world.Work();
        world.World.Mailbox.Mails.Count.ShouldBe(1);
    }
}
