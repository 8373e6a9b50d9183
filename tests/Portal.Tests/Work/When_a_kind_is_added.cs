using Smederijen.Portal.Forms;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Tests.Staff;
using Smederijen.Portal.Tests.Unreadable;
using Smederijen.Portal.Work;

using CoffeeItems = Smederijen.Portal.Work.Items<
    Smederijen.Portal.Tests.Work.Coffee, Smederijen.Portal.Tests.Work.CoffeeEvent, Smederijen.Portal.Tests.Work.CoffeeEffect,
    Smederijen.Portal.Tests.Work.CoffeeRefusal, int>;

namespace Smederijen.Portal.Tests.Work;

/// <summary>All of <see cref="Coffee"/> is one file, and nothing else of the portal knows it.</summary>
public sealed class When_a_kind_is_added
{
    private static readonly WorkKey Cup = new(World.Village, "koffie-kop1");

    private static Task<World> Begin() => World.Begin(CoffeeKind.AddTo);

    private static Task<Outcome<CoffeeRefusal>> Offer(World world)
    {
        var at = world.Clock.GetUtcNow();
        var coffee = new Coffee("kop1", 0, at.AddHours(1));
        return world.Get<CoffeeItems>().Begin(
            Cup, CommandId.From("koffie"), "Koffie", new(new CoffeeEvent.Offered(at), 3, CoffeeKind.Became(coffee, new CoffeeEffect.Invite())), []);
    }

    private static Task<Outcome<CoffeeRefusal>> Come(World world, string why = "Ik had \"dorst\".") =>
        world.Get<CoffeeItems>().Handle(Cup, CommandId.Fresh(), at => new CoffeeEvent.GuestCame(at, why));

    [Fact]
    public async Task Its_mail_goes_out_its_guests_are_counted_and_its_effect_is_performed_when_time_has_passed()
    {
        await using var world = await Begin();
        (await Offer(world)).ShouldBe(new Outcome<CoffeeRefusal>.Done("kop1"));
        await world.Work();
        world.Mailbox.LastTo("piet@voorbeeld.example").Subject.ShouldBe("Koffie?");
        for (var i = 0; i < 3; i++)
            (await Come(world)).ShouldBeOfType<Outcome<CoffeeRefusal>.Done>();
        (await Come(world)).ShouldBe(new Outcome<CoffeeRefusal>.Refused(CoffeeRefusal.NoneLeft));
        await world.After(1);
        var coffee = (await world.Get<CoffeeItems>().Load(Cup)).ShouldNotBeNull();
        (coffee.Item.IsOver, coffee.Item.Why, coffee.Effects).ShouldBe((true, "Ik had \"dorst\".", 2));
        (await world.Store.Get(World.Village, "afwas|koffie-kop1")).ShouldNotBeNull().Data.ShouldBe("3");
    }

    /// <summary>Whoever pressed the button presses it again; whatever else was left is found by looking for what waits.</summary>
    [Fact]
    public async Task A_machine_that_stops_after_whichever_commit_changes_nothing_in_the_end()
    {
        for (var commits = 1; ; commits++)
        {
            await using var world = await Begin();
            var left = commits;
            world.Store.After = (_, _) => { if (--left == 0) throw new StoreUnavailableException("The machine stops.", new IOException()); };
            var stopped = await Stops(async () =>
            {
                await Offer(world);
                await world.Work();
                await world.After(1);
            });
            world.Store.After = null;
            await Offer(world);
            await Sweep(world);
            await world.After(2);
            await Sweep(world);
            world.Mailbox.To("piet@voorbeeld.example").Count.ShouldBe(1, $"stopped after commit {commits}");
            (await world.Store.Get(World.Village, "afwas|koffie-kop1")).ShouldNotBeNull().Data.ShouldBe("0");
            (await world.Get<LogVerifier>().Verify()).Broken.ShouldBeEmpty();
            (await world.Store.RowsFrom(World.Village, "effect|koffie-")).ShouldBeEmpty();
            if (!stopped)
                return;
        }
    }

    [Fact]
    public async Task What_cannot_be_mailed_is_listed_for_staff_and_goes_out_on_paper()
    {
        await using var world = await Begin();
        world.Mailbox.Refused.Add("piet@voorbeeld.example");
        await Offer(world);
        await world.Work();
        (await world.Anna().Get("/medewerkers/berichten")).ShouldHave(200).Words.ShouldContain("Een stap die de computer moest zetten");
        var letter = $"/medewerkers/berichten/{World.Village}/koffie-kop1/1/brief";
        (await world.Anna().Get(letter)).ShouldHave(200).Words.ShouldContain("De koffie is klaar.");
        (await world.Anna().Press(letter, new { reden = "Piet heeft geen mail." })).ShouldHave(200);
        (await world.Store.RowsFrom(World.Village, "koffie|kop1|log|")).Count.ShouldBe(2);
        (await world.Store.RowsFrom(World.Village, "mislukt|koffie-")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Its_history_and_its_rows_are_checked()
    {
        await using var world = await Begin();
        await Offer(world);
        (await world.Get<LogVerifier>().Verify()).Logs["koffie"].ShouldBe(1);
        world.Get<StoredRows>().CanRead(World.Village, new Entity("koffie|kop1", "{}", "")).ShouldBeFalse();
        (await world.Get<WorkList>().OwnerOf(World.Village, Keys.Effect(Cup.Item, 1))).ShouldBe(Cup);
    }

    private static async Task<bool> Stops(Func<Task> act)
    {
        try
        {
            await act();
            return false;
        }
        catch (StoreUnavailableException)
        {
            return true;
        }
    }

    /// <summary>Finds what waits in the store alone, as the sweeps of both hosts do.</summary>
    private static async Task Sweep(World world)
    {
        List<Entity> waiting = [.. await world.Store.RowsFrom(World.Village, "effect|"), .. await world.Store.RowsFrom(World.Village, "wacht|")];
        foreach (var row in waiting)
        {
            if (await world.Get<WorkList>().OwnerOf(World.Village, row.Row) is { } item)
                await world.Get<WorkList>().PerformDue(item);
        }
    }
}
