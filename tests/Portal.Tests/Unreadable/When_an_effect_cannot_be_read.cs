using System.Diagnostics.Metrics;
using Smederijen.Domain.Ideas;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Tests.Staff;
using Smederijen.Portal.Work;

namespace Smederijen.Portal.Tests.Unreadable;

public sealed class When_an_effect_cannot_be_read
{
    private static readonly string[] BadKeys = ["effect|0abc", "effect|0abc|een", "effect||000001", "effect|a:b|000001", "effect|0abc|000001|x", "effect|later-1|000001"];

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task It_stays_where_it_is_and_the_others_are_performed(string text)
    {
        await using var world = await World.Begin();
        var idea = await world.Submit();
        var bad = Keys.Effect(idea.Id, 1);
        await world.Store.Commit(idea.Smederij, [new Write.Put(bad, text)]);
        await world.Lay(idea.Smederij, [new Write.Put(Keys.Effect(idea.Id, 2), Rows.Write(AMail(world), House.Effects.Pending))]);
        var before = world.Mailbox.To(Residents.Submitter).Count;

        var next = await world.Get<WorkList>().PerformDue(new WorkKey(idea.Smederij, idea.Id));

        next.ShouldBe((await world.Idea(idea)).NextDue(), "the driver must not spin around it");
        world.Mailbox.To(Residents.Submitter).Count.ShouldBe(before + 1);
        (await world.Store.RowsFrom(idea.Smederij, "effect|")).ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(row => row.Row.ShouldBe(bad), row => row.Data.ShouldBe(text));
        var list = (await world.Anna().Get(Damage.List)).ShouldHave(200).Words;
        list.ShouldContain("Alteveer (alteveer)");
        list.ShouldContain(bad);
    }

    [Fact]
    public async Task Once_it_is_mended_it_is_performed_and_off_the_list()
    {
        await using var world = await World.Begin();
        var idea = await world.Submit();
        var row = Keys.Effect(idea.Id, 5);
        await world.Lay(idea.Smederij, [new Write.Put(row, "{ kapot")]);
        await world.Get<WorkList>().PerformDue(new WorkKey(idea.Smederij, idea.Id));
        (await world.Anna().Get("/medewerkers")).ShouldHave(200).Words.ShouldContain("1 regel in de opslag is niet te lezen");
        var before = world.Mailbox.To(Residents.Submitter).Count;

        await world.Lay(idea.Smederij, [new Write.Put(row, Rows.Write(AMail(world), House.Effects.Pending))]);
        await world.Get<WorkList>().PerformDue(new WorkKey(idea.Smederij, idea.Id));

        world.Mailbox.To(Residents.Submitter).Count.ShouldBe(before + 1);
        (await world.Anna().Get("/medewerkers")).Words.ShouldNotContain("niet te lezen");
        (await world.Anna().Get(Damage.List)).Words.ShouldContain("kan alles lezen");
        await world.Get<UnreadableList>().Tidy(CancellationToken.None);
        (await world.Store.RowsFrom(Partitions.Installation, "onleesbaar|")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_key_that_says_no_item_or_one_of_a_newer_release_wakes_nobody()
    {
        await using var world = await World.Begin();
        foreach (var key in BadKeys)
        {
            await world.Lay(World.Village, [new Write.Put(key, Rows.Write(AMail(world), House.Effects.Pending))]);
            (await world.Get<WorkList>().OwnerOf(World.Village, key)).ShouldBeNull(key);
        }
        (await world.Get<WorkList>().PerformDue(new WorkKey(World.Village, "later-1"))).ShouldBeNull();
        (await world.Store.RowsFrom(World.Village, "effect|")).Select(row => row.Row).ShouldBe(BadKeys, ignoreOrder: true);
        (await world.Anna().Get("/medewerkers")).ShouldHave(200).Words.ShouldContain($"{BadKeys.Length} regels in de opslag zijn niet te lezen");
    }

    [Fact]
    public async Task An_effect_that_needs_such_a_row_waits_for_it_and_is_never_given_up()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        var sound = await world.Store.Break(idea.Smederij, IdeaKeys.Idea(idea.Id));
        var work = new WorkKey(idea.Smederij, idea.Id);
        await world.Lay(idea.Smederij, [new Write.Put(Keys.Effect(idea.Id, 90), Rows.Write(AMail(world), House.Effects.Pending))]);
        for (var tries = 0; tries < 2 * Tries.Most; tries++)
        {
            var next = (await world.Get<WorkList>().PerformDue(work)).ShouldNotBeNull();
            (next - world.Clock.GetUtcNow()).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromMinutes(1));
            world.Clock.MoveTo(next);
        }
        (await world.Store.RowsFrom(idea.Smederij, "mislukt|")).ShouldBeEmpty();
        var before = world.Mailbox.To(Residents.Submitter).Count;

        await world.Store.Mend(idea.Smederij, sound);
        await world.Get<WorkList>().PerformDue(work);
        (await world.Store.RowsFrom(idea.Smederij, $"effect|{idea.Id}|")).ShouldBeEmpty();
        world.Mailbox.To(Residents.Submitter).Count.ShouldBeGreaterThan(before);
    }

    [Fact]
    public async Task It_is_counted_every_time_and_noted_once_without_what_is_in_it()
    {
        var counted = 0L;
        using var listener =
            new MeterListener { InstrumentPublished = (instrument, hearing) =>
            { if (instrument.Name == "smederijen.rows.unreadable") hearing.EnableMeasurementEvents(instrument); } };
        listener.SetMeasurementEventCallback<long>((_, value, _, _) => Interlocked.Add(ref counted, value));
        listener.Start();
        await using var world = await World.Begin();
        await world.Lay(World.Village, [new Write.Put(Keys.Effect("0abc", 1), "{\"naam\":\"Jannie\"}")]);
        for (var i = 0; i < 3; i++)
            await world.Get<WorkList>().PerformDue(new WorkKey(World.Village, "0abc"));
        counted.ShouldBeGreaterThanOrEqualTo(3);
        (await world.Store.RowsFrom(Partitions.Installation, "onleesbaar|")).ShouldHaveSingleItem().Data.ShouldNotContain("Jannie");
    }

    [Fact]
    public async Task The_list_of_what_was_given_up_shows_the_others()
    {
        await using var world = await World.Begin();
        var idea = await world.Submit();
        await world.Lay(idea.Smederij,
            [
                new Write.Put(Keys.Failed(idea.Id, 1), "{ kapot"), new Write.Put("mislukt|x", "{}"),
                new Write.Put(Keys.Failed(idea.Id, 2), Rows.Write(AMail(world), House.Effects.Pending)),
            ]);
        (await world.Anna().Get("/medewerkers/berichten")).ShouldHave(200).Words.ShouldContain("Mail aan de indiener");
        (await world.Anna().Get(idea.Case())).ShouldHave(200);
        await world.Store.Break(idea.Smederij, IdeaKeys.Idea(idea.Id));
        (await world.Anna().Get("/medewerkers/berichten")).ShouldHave(200).Words.ShouldContain("Mail aan de indiener");
    }

    [Fact]
    public async Task The_kinds_that_the_list_knows_are_those_that_are_wired()
    {
        await using var world = await World.Begin();
        world.Get<IEnumerable<IWorkKind>>().Select(kind => kind.Facts).ShouldBe(House.Kinds, ignoreOrder: true);
    }

    public static TheoryData<string> Texts() => [.. Damage.Texts];

    private static PendingEffect AMail(World world) =>
        new(new IdeaEffect.SendMail(MailKind.ConfirmSubmission, Addressee.Submitter), world.Clock.GetUtcNow());
}
