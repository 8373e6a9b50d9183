using Microsoft.Playwright;

namespace Smederijen.Browser.Tests;

/// <summary>
/// A plan for a larger community centre, as a working group would carry it: three partners promise money from their own mail, and
/// the stuurgroep decides twice.
/// </summary>
public sealed class From_a_plan_to_its_second_decision(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Smederij = "/smederijen/krakeel";
    private const string Trekker = "trijntje@voorbeeld.example";
    private static readonly string[] Partners = ["Municipality", "Corporation", "Fund"];
    private static readonly string[] Seats = ["gemeente-bestuur", "gemeente-beleid", "woonconcept", "domesta", "welzijnswerk", "politie"];

    [Fact]
    public async Task The_whole_journey()
    {
        await using var edition = await LocalEdition.Start();
        await HandIn(edition);
        await using var group = await chromium.NewVisitor(edition);
        var plan = await Confirm(edition, group);
        await PlanAhead(group);
        foreach (var partner in Partners)
            await AskPartner(group, partner);
        foreach (var partner in Partners)
            await Promise(edition, partner);
        await ReceiveMoney(group);
        await Support(edition, plan);
        await AskDecision(group, "De drie partners doen mee.");
        await Decide(edition, "Change", "Er moet een lift in.", 1);
        await edition.MailTo(Trekker, "De stuurgroep heeft besloten");
        await group.Until("Er moet een lift in.");
        await AskDecision(group, "De lift staat op de tekening.");
        await Decide(edition, "GoOn", "", 2);
        await edition.MailTo(Trekker, "De stuurgroep heeft besloten", 2);
        await ReadTheStory(edition, plan);
    }

    private async Task HandIn(LocalEdition edition)
    {
        await using var resident = await chromium.NewVisitor(edition);
        await resident.Open(Smederij);
        await resident.Follow("Bekijk de grote plannen");
        await resident.Follow("Een groot plan indienen");
        await resident.Press("Plan versturen");
        await resident.Sees("Geef uw plan een titel");
        await resident.Fill("titel", "Een groter buurthuis");
        await resident.Fill("beschrijving", "Het buurthuis is te klein. Wij willen een keuken en een grote zaal.");
        await resident.Fill("bijdrage", "Wij slopen en schilderen zelf, en wij beheren het huis.");
        await resident.Fill("kosten", "250.000");
        await resident.Fill("naam", "Trijntje Proef");
        await resident.Fill("email", Trekker);
        await resident.Choose("rol", "Resident");
        await resident.Press("Plan versturen");
        await resident.Sees("kijk in uw mail");
    }

    /// <returns>The path of the page of the plan.</returns>
    private static async Task<string> Confirm(LocalEdition edition, Visitor group)
    {
        await group.Open((await edition.MailTo(Trekker, "Bevestig uw plan")).Link);
        await group.Sees("Trijntje Proef");
        await group.Press("Ja, dit is mijn plan");
        await group.Sees("De werkgroep is bezig");
        return new Uri(new Uri(group.Page.Url),
            await group.Page.GetByRole(AriaRole.Link, new() { Name = "Naar de pagina die iedereen ziet" }).GetAttributeAsync("href") ?? "").AbsolutePath;
    }

    private static async Task PlanAhead(Visitor group)
    {
        await group.Follow("Voeg een mijlpaal toe");
        await group.Press("Voeg toe");
        await group.Sees("Kies een dag");
        await group.Fill("wat", "De tekening is klaar");
        await group.Fill("dag", $"{DateTime.UtcNow.AddDays(60):yyyy-MM-dd}");
        await group.Press("Voeg toe");
        await group.Sees("De tekening is klaar");
        await group.Follow("Vertel hoe het gaat");
        await group.Fill("verslag", "De architect is begonnen.");
        await group.Attach("fotos", Photo.Png());
        await group.Press("Plaats het nieuws");
        await group.Sees("Het nieuws staat op de pagina van het plan.");
    }

    private static async Task AskPartner(Visitor group, string partner)
    {
        await group.Follow("Vraag een partner om steun of geld");
        await group.Choose("soort", partner);
        await group.Fill("organisatie", $"Partner {partner}");
        await group.Fill("bedrag", "50.000");
        await group.Fill("naam", "Piet Partner");
        await group.Fill("email", $"{partner.ToLowerInvariant()}@partner.example");
        await group.Press("Vraag de partner");
        await group.Sees($"Partner {partner}");
    }

    private async Task Promise(LocalEdition edition, string partner)
    {
        await using var visitor = await chromium.NewVisitor(edition);
        await visitor.Open((await edition.MailTo($"{partner.ToLowerInvariant()}@partner.example", "Doet u mee?")).Link);
        await visitor.Sees("Piet Partner");
        (await visitor.Page.Locator("input:checked").CountAsync()).ShouldBe(0);
        await visitor.Choose("steunt", "ja");
        await visitor.Fill("reden", "Dit is goed voor de buurt.");
        await visitor.Press("Verstuur uw antwoord");
        await visitor.Sees("U steunt het plan");
        await visitor.Choose("bijdrage", "ja");
        await visitor.Fill("bedrag", "50.000");
        await visitor.Leave(() => visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Verstuur", Exact = true }).ClickAsync());
        await visitor.Sees("U zegde toe");
    }

    private static async Task ReceiveMoney(Visitor group)
    {
        await group.Follow("Er is geld binnen");
        await group.Page.Locator("[name='partner']").First.CheckAsync();
        await group.Fill("bedrag", "20.000");
        await group.Press("Bewaar");
        await group.Sees("Stuur een bewijs mee");
        await group.Page.Locator("[name='partner']").First.CheckAsync();
        await group.Attach("bewijs", Photo.Png());
        await group.Press("Bewaar");
        await group.Sees("Ontvangen");
    }

    private async Task Support(LocalEdition edition, string plan)
    {
        await using var neighbour = await chromium.NewVisitor(edition);
        await neighbour.Open(plan);
        await neighbour.Follow("Ik steun dit plan");
        await neighbour.Fill("naam", "Buur Een");
        await neighbour.Fill("email", "buur1@voorbeeld.example");
        await neighbour.Fill("postcode", "7907 XY");
        await neighbour.Press("Ik steun dit plan");
        await neighbour.Open((await edition.MailTo("buur1@voorbeeld.example", "Bevestig uw steun")).Link);
        await neighbour.Press("Ja, ik steun dit plan");
        await neighbour.Sees("uw steun telt mee");
    }

    private static async Task AskDecision(Visitor group, string text)
    {
        await group.Follow("Vraag de stuurgroep om een besluit");
        await group.Choose("moment", "start");
        await group.Fill("toelichting", text);
        await group.Press("Vraag het besluit");
        await group.Sees("Bij de stuurgroep");
    }

    private async Task Decide(LocalEdition edition, string choice, string reason, int time)
    {
        foreach (var seat in Seats)
        {
            await using var member = await chromium.NewVisitor(edition);
            await member.Open((await edition.MailTo($"{seat}@voorbeeld.example", "Stem over: Een plan", time)).Link);
            if (await member.Page.Locator("[name='keuze']").CountAsync() == 0)
                return;
            await member.Choose("keuze", choice);
            await member.Fill("reden", reason);
            await member.Press("Stem versturen");
            await member.Sees("Uw zetel heeft gestemd");
        }
    }

    private async Task ReadTheStory(LocalEdition edition, string plan)
    {
        await using var anyone = await chromium.NewVisitor(edition);
        await anyone.Open(plan);
        await anyone.Sees("Ga door");
        await anyone.Sees("150.000");
        await anyone.Sees("20.000");
        await anyone.Sees("De lift staat op de tekening.");
        await anyone.Sees("De architect is begonnen.");
        var words = await anyone.Page.Locator("body").InnerTextAsync();
        words.ShouldNotContain("Trijntje");
        words.ShouldNotContain("Piet");
        await using var staff = await chromium.NewVisitor(edition);
        await staff.Open("/aanmelden");
        await staff.Press("Ga verder als Anna de Vries");
        await staff.Open("/medewerkers/plannen");
        await staff.Follow("Een groter buurthuis");
        await staff.Sees("Trijntje Proef");
    }
}
