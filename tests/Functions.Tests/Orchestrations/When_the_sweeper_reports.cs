using System.Diagnostics.Metrics;
using Smederijen.Portal.Layout;

namespace Smederijen.Functions.Tests.Orchestrations;

public sealed class When_the_sweeper_reports
{
    private readonly Dictionary<string, long> _figures = [];

    [Fact]
    public async Task Every_sweep_counts_what_is_stuck_also_when_nothing_is()
    {
        using var listener = Listen();
        await using var world = await DurableWorld.Begin();
        await world.Sweep();
        _figures.ShouldBe(new Dictionary<string, long> { ["smederijen.ideas.stuck"] = 0, ["smederijen.effects.late"] = 0 }, ignoreOrder: true);

        world.Client.IsDown = true;
        await world.Submit();
        await world.Sweep();
        _figures["smederijen.ideas.stuck"].ShouldBe(0, "it has only just been decided");
        world.World.Clock.MoveTo(world.World.Clock.GetUtcNow().AddMinutes(5));
        await world.Sweep();
        _figures["smederijen.ideas.stuck"].ShouldBe(1);
        _figures["smederijen.effects.late"].ShouldBe(2, "the mail, and showing the idea on the board");
    }

    private MeterListener Listen()
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, hearing) =>
            {
                if (instrument.Name is "smederijen.ideas.stuck" or "smederijen.effects.late")
                    hearing.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => _figures[instrument.Name] = value);
        listener.Start();
        return listener;
    }
}
