using Smederijen.Domain.Ideas;
using Smederijen.Domain.Money;
using Smederijen.Portal.Settings;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Reading;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Tests.Attachments;
using static Smederijen.Portal.Tests.Residents;

namespace Smederijen.Portal.Tests.Progress;

public sealed class When_a_plan_is_finished
{
    private static readonly byte[] Photo = Sample.Read("plain.jpg");

    [Fact]
    public async Task What_is_left_has_to_come_back_and_everyone_sees_the_result()
    {
        await using var world = await World.Begin();
        var idea = await world.Released();
        var before = await Available(world);

        (await Finish(world, "400,00")).ShouldHave(303);
        await world.Work();

        (await world.Idea(idea)).State.Phase.ShouldBe(IdeaPhase.Completed);
        (await Available(world)).ShouldBe(before);
        var page = (await world.Browser.Open(idea.Page())).ShouldHave(200);
        page.Words.ShouldContain("Zo is het geworden");
        page.Words.ShouldContain("Dit kostte € 400. Er gaat € 50 terug naar de Smederij. Dat geld moet nog komen.");
        var picture = (await Rows(world, idea, "foto")).ShouldHaveSingleItem();
        page.Text.ShouldContain(picture);
        (await world.Browser.Open($"{idea.Page()}/bijlagen/{picture}")).ShouldHave(200);
        world.Mailbox.Mails.ShouldContain(mail => mail.ToAddress == Submitter && mail.Text.Contains("U hebt €\u00A050 over."));
        var back = world.Mailbox.LastTo(Submitter);
        back.Subject.ShouldStartWith("Betaal dit geld terug");
        back.Text.ShouldContain("Daarvan moet nog €\u00A050 terug.");
        var payer = world.Get<SettingsBook>().Municipality.Payer.ShouldNotBeNull();
        back.Text.Replace(" ", "").ShouldContain(payer.Iban);
        back.Text.ShouldContain($"op naam van {payer.Name}, uiterlijk ");
        back.Text.ShouldContain($"Zet bij de omschrijving: terug De Smederijen idee {idea.Id}.");
        world.Mailbox.Mails.ShouldContain(mail => mail.Subject.StartsWith("Er komt geld terug"));
    }

    [Fact]
    public async Task Receipts_are_for_staff_alone_and_go_with_the_people()
    {
        await using var world = await World.Begin();
        var idea = await world.Released();
        (await Finish(world, "450")).ShouldHave(303);
        var receipt = (await Rows(world, idea, "uitgave")).ShouldHaveSingleItem();

        (await world.Browser.Get($"{idea.Page()}/bijlagen/{receipt}")).ShouldHave(404);
        (await world.Browser.Get($"/medewerkers/ideeen/{idea.Smederij}/{idea.Id}/bonnen/{receipt}")).ShouldHave(401);
        (await world.BrowserOf("anna", "medewerker").Get($"/medewerkers/ideeen/{idea.Smederij}/{idea.Id}/bonnen/{receipt}")).ShouldHave(200);

        await world.After(400);

        (await Rows(world, idea, "uitgave")).ShouldBeEmpty();
        (await world.Attachments.Open(receipt)).ShouldBeNull();
    }

    [Fact]
    public async Task Pressing_twice_finishes_once_and_loses_no_file()
    {
        await using var world = await World.Begin();
        var idea = await world.Released();
        var (path, command) = await OpenForm(world);
        (await Post(world, path, command, "400")).ShouldHave(303);
        var left = await Available(world);

        (await Post(world, path, command, "400")).ShouldHave(303);

        (await Available(world)).ShouldBe(left);
        foreach (var picture in await Rows(world, idea, "foto"))
            (await world.Attachments.Open(picture)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Costs_above_the_grant_are_refused_and_leave_no_file_behind()
    {
        await using var world = await World.Begin();
        var idea = await world.Released();

        (await Finish(world, "450,01")).ShouldHave(409).Words.ShouldContain("De kosten zijn hoger dan het bedrag dat u kreeg.");

        (await world.Idea(idea)).State.Phase.ShouldBe(IdeaPhase.Released);
        (await Rows(world, idea, "foto")).ShouldBeEmpty();
        world.Attachments.Names.ShouldAllBe(name => name.StartsWith("bewaard", StringComparison.Ordinal), "they wait for the form that came back");
    }

    [Fact]
    public async Task It_asks_for_a_picture_the_costs_and_the_receipts()
    {
        await using var world = await World.Begin();
        await world.Released();
        var (path, command) = await OpenForm(world);

        var page = (await world.Browser.Post(path, new { opdracht = command, verslag = "Klaar!", kosten = "" })).ShouldHave(400);

        page.Words.ShouldContain("Stuur een foto mee");
        page.Words.ShouldContain("Vul in hoeveel het plan kost.");
    }

    private static async Task<Answer> Finish(World world, string costs)
    {
        var (path, command) = await OpenForm(world);
        return await Post(world, path, command, costs);
    }

    private static async Task<(string Path, string Command)> OpenForm(World world)
    {
        var page = (await world.Browser.Open(world.Mailbox.LastTo(Submitter).Link())).ShouldHave(200);
        var form = (await world.Browser.Open($"{page.Path}?stap=klaar")).ShouldHave(200);
        return ($"{page.Path}?stap=klaar", form.Hidden("opdracht"));
    }

    private static Task<Answer> Post(World world, string path, string command, string costs) => world.Browser.PostWithFiles(
        path, new { opdracht = command, verslag = "Het bankje staat er!", kosten = costs }, ("fotos", "bankje.jpg", Photo), ("bonnen", "bon.jpg", Photo));

    private static async Task<Euro> Available(World world) =>
        (await world.Get<Treasury>().LedgerOf(world.Settings())).Available;

    private static async Task<IReadOnlyList<string>> Rows(World world, IdeaKey idea, string kind) =>
        [.. (await world.Store.Query(idea.Smederij, RowRange.Prefix($"idee|{idea.Id}|{kind}|"))).Rows.Select(row => row.Row.Split('|')[^1])];
}
