using Smederijen.Domain.Stuurgroep;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Storage;

namespace Smederijen.Portal.Tests.Stuurgroep;

public sealed class When_a_seat_opens_its_link
{
    private const string Police = "politie@voorbeeld.example";
    private const string Deputy = "politie.plv@voorbeeld.example";

    [Fact]
    public async Task Looking_changes_nothing_and_nothing_is_chosen_beforehand()
    {
        await using var world = await World.Begin();
        await world.PutToSeats();
        var before = await Rows(world);
        foreach (var link in world.Mailbox.Mails.SelectMany(mail => mail.Links()))
        {
            var page = (await world.NewBrowser().Open(link)).ShouldHave(200);
            page.Text.ShouldNotContain("checked");
            (await world.NewBrowser().Press(link)).ShouldHave(400);
        }
        (await Rows(world)).ShouldBe(before);
    }

    [Fact]
    public async Task A_voice_stands_and_the_same_link_tells_it()
    {
        await using var world = await World.Begin();
        await world.PutToSeats();
        var link = world.Mailbox.LastTo(Police).Link();
        var otherTab = world.NewBrowser();
        var opened = await otherTab.Open(link);

        (await world.NewBrowser().Press(link, new { keuze = "For" })).ShouldHave(200).Words.ShouldContain("Uw zetel heeft gestemd: Voor");

        (await world.NewBrowser().Open(link)).Words.ShouldContain("Uw zetel heeft gestemd: Voor");
        (await otherTab.Post(opened.Path, new { keuze = "Against", reden = "Toch niet" })).ShouldHave(409).Words.ShouldContain("Voor deze zetel is al gestemd. Die stem geldt.");
        (await world.Resolution()).State.Heard!.Find("politie")!.Voice.ShouldBe(Voice.For);
    }

    [Fact]
    public async Task A_voice_against_says_why()
    {
        await using var world = await World.Begin();
        await world.PutToSeats();
        var link = world.Mailbox.LastTo(Police).Link();
        (await world.NewBrowser().Press(link, new { keuze = "Against" })).ShouldHave(400).Words.ShouldContain("Schrijf ook waarom");
        (await world.NewBrowser().Press(link, new { keuze = "Stop" })).ShouldHave(400).Words.ShouldContain("Kies een van de antwoorden");
        (await world.NewBrowser().Press(link, new { keuze = "Against", reden = "De dorpen krijgen te weinig." })).ShouldHave(200);
    }

    [Fact]
    public async Task An_interest_takes_the_seat_out_of_the_count()
    {
        await using var world = await World.Begin();
        await world.PutToSeats();
        (await world.NewBrowser().Press(world.Mailbox.LastTo(Police).Link(), new { keuze = "eigen-belang" })).ShouldHave(200).Words.ShouldContain("U stemt niet mee");
        (await world.Resolution()).State.Heard!.Find("politie")!.Left.ShouldBe(LeftBecause.ConflictOfInterest);
    }

    [Fact]
    public async Task The_deputy_speaks_for_the_seat_once_it_is_handed_over()
    {
        await using var world = await World.Begin();
        await world.PutToSeats();
        world.Mailbox.To(Deputy).ShouldBeEmpty();
        (await world.BrowserOf("anna", "medewerker").Post($"/medewerkers/stuurgroep/{ADivision.Id}/plaatsvervanger", new { zetel = "politie" })).ShouldHave(303);
        await world.Work();

        (await world.NewBrowser().Press(world.Mailbox.LastTo(Deputy).Link(), new { keuze = "Abstain" })).ShouldHave(200);

        (await world.NewBrowser().Open(world.Mailbox.LastTo(Police).Link())).Words.ShouldContain("De plaatsvervanger stemde voor deze zetel");
        (await world.Resolution()).State.Heard!.Find("politie")!.ByDeputy.ShouldBeTrue();
    }

    [Fact]
    public async Task Nobody_sees_what_was_said_before_there_is_a_decision()
    {
        await using var world = await World.Begin();
        await world.PutToSeats();
        await world.NewBrowser().Press(world.Mailbox.LastTo(Police).Link(), new { keuze = "Against", reden = "De dorpen krijgen te weinig." });
        var pages = new[]
        {
            await world.Browser.Open($"/stuurgroep/besluiten/{ADivision.Id}"), await world.BrowserOf("anna", "medewerker").Open($"/medewerkers/stuurgroep/{ADivision.Id}"),
        };
        foreach (var page in pages)
        {
            page.ShouldHave(200).Words.ShouldContain("1 lid heeft gestemd");
            page.Words.ShouldNotContain("De dorpen krijgen te weinig");
            page.Words.ShouldNotContain("Tegen");
        }
    }

    private static async Task<IReadOnlyList<string>> Rows(World world)
    {
        var rows = new List<string>();
        await foreach (var row in world.Store.All(Partitions.Stuurgroep, new RowRange("", "\uffff")))
            rows.Add($"{row.Row} {row.ETag}");
        return rows;
    }
}
