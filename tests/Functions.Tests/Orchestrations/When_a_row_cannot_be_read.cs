using Smederijen.Domain.Ideas;
using Smederijen.Portal;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Settings;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Tests;
using Smederijen.Portal.Work;

namespace Smederijen.Functions.Tests.Orchestrations;

public sealed class When_a_row_cannot_be_read
{
    [Fact]
    public async Task The_sweep_wakes_all_others_in_every_partition_and_the_one_once_it_is_mended()
    {
        await using var world = await DurableWorld.Begin();
        var store = world.World.Store;
        var first = world.World.Get<SettingsBook>().WorkPartitions.First();
        foreach (var partition in (string[])[first, World.Village])
        {
            foreach (var bad in (string[])["effect|0bad", "effect|0bad|een", "effect|0bad|000001", "effect|later-1|000001", "wacht|gisteren|0bad", "wacht|20260101000000000|later-1"])
                await store.Commit(partition, [new Write.Put(bad, "{ kapot")]);
        }
        world.Client.IsDown = true;
        await world.Submit();
        world.Client.IsDown = false;
        world.World.Clock.MoveTo(world.World.Clock.GetUtcNow().AddMinutes(5));
        await world.Sweep();
        await world.Work();
        world.World.Mailbox.To("jannie@voorbeeld.example").Count.ShouldBe(1);
        world.Durable[$"{World.Village}:0bad"].ShouldBeNull("nobody is woken for what cannot be read");

        var again = new PendingEffect(new IdeaEffect.SendMail(MailKind.ConfirmSubmission, Addressee.Submitter), world.World.Clock.GetUtcNow());
        await store.Commit(World.Village, [new Write.Put(Keys.Effect(DurableWorld.Id, 9), "{ kapot")]);
        world.World.Clock.MoveTo(world.World.Clock.GetUtcNow().AddMinutes(5));
        await world.Sweep();
        await world.Work();
        await world.World.Lay(World.Village, [new Write.Put(Keys.Effect(DurableWorld.Id, 9), Rows.Write(again, House.Effects.Pending))]);
        await world.Sweep();
        await world.Work();
        world.World.Mailbox.To("jannie@voorbeeld.example").Count.ShouldBe(2);
    }

    [Fact]
    public async Task An_idea_that_cannot_be_read_does_not_fail_its_orchestration_and_goes_on_once_it_is_mended()
    {
        await using var world = await DurableWorld.Begin();
        await world.Submit();
        await world.Work();
        var store = world.World.Store;
        var sound = (await store.Get(World.Village, IdeaKeys.Idea(DurableWorld.Id))).ShouldNotBeNull();
        await store.Commit(World.Village, [new Write.Put(sound.Row, "{ kapot")]);
        await world.Durable.Until(world.World.Clock.GetUtcNow().AddDays(8));
        world.Status.ShouldNotBeNull().Phase.ShouldBe("Onleesbaar");

        await store.Commit(World.Village, [new Write.Put(sound.Row, sound.Data)]);
        await world.Sweep();
        await world.Work();
        (await world.Phase()).ShouldBe(IdeaPhase.Expired);
    }
}
