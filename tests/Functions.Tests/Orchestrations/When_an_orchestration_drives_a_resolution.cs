using Smederijen.Domain.Money;
using Smederijen.Domain.Rounds;
using Smederijen.Domain.Stuurgroep;
using Smederijen.Functions.Orchestrations;
using Smederijen.Portal.Forms;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Ledgers;
using Smederijen.Portal.Settings;
using Smederijen.Portal.Stuurgroep;
using Smederijen.Portal.Work;

namespace Smederijen.Functions.Tests.Orchestrations;

public sealed class When_an_orchestration_drives_a_resolution
{
    private const string Id = "0000000verdee1";
    private static readonly string Instance = Functions.Orchestrations.Instance.IdOf((WorkKey)new ResolutionKey(Id));

    [Fact]
    public async Task It_mails_reminds_and_brings_the_money_to_every_round_and_ends()
    {
        await using var world = await DurableWorld.Begin();
        var seats = world.World.Get<SettingsBook>().Stuurgroep.Seats;
        await PutToSeats(world);
        await world.Work();
        world.World.Mailbox.Mails.Count.ShouldBe(seats.Length);
        await world.After(days: 12);
        world.World.Mailbox.Mails.Count.ShouldBe(3 * seats.Length);

        foreach (var seat in seats.Take(6))
            await Happens(world, at => new ResolutionEvent.VoiceGiven(at, seat.Id, false, Voice.For));
        await world.Sweep();
        await world.After(days: 1);

        world.Durable[Instance].ShouldNotBeNull().HasEnded.ShouldBeTrue();
        foreach (var smederij in world.World.Get<SettingsBook>().All)
        {
            var round = (await world.World.Get<RoundItems>().Load(new RoundKey(smederij.Id, "2028"))).ShouldNotBeNull().Item;
            (round.State, round.Ledger.Available).ShouldBe((new RoundState.Announced(), new Euro(100_000)));
        }
    }

    private static async Task PutToSeats(DurableWorld world)
    {
        var lines = world.World.Get<SettingsBook>().All.Select(smederij => new Line(smederij.Id, new Euro(100_000))).ToArray();
        await world.World.Get<ResolutionItems>().Draft(
            world.World.Get<SettingsBook>().Stuurgroep, Id, CommandId.Fresh(), "anna",
            new Subject.Allotment("2028", [new Source("Gemeente", new Euro(100_000 * lines.Length))], [.. lines]));
        await Happens(world, at => new ResolutionEvent.PutToSeats(at, "anna"));
        await world.Sweep();
    }

    private static Task Happens(DurableWorld world, Func<DateTimeOffset, ResolutionEvent> happening)
    {
        world.World.Get<DurableDriver>().Borrow(world.Client);
        return world.World.Get<ResolutionItems>().Handle(new ResolutionKey(Id), CommandId.Fresh(), happening);
    }
}
