namespace Smederijen.Browser.Tests;

/// <summary>The stuurgroep divides next year's money: staff propose, ten seats each open their own mail, everyone reads what was decided.</summary>
public sealed class When_ten_seats_divide_next_years_money(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Subject = "Stem over: Verdeling van het geld voor 2028";
    private static readonly string[] Partners = ["gemeente-bestuur", "gemeente-beleid", "woonconcept", "domesta", "welzijnswerk", "politie"];

    [Fact]
    public async Task The_whole_journey()
    {
        await using var edition = await LocalEdition.Start();
        await Propose(edition);
        await DeclareAnInterest(edition, "domesta");
        await Vote(edition, "bewoner-noord", "Against", "De dorpen krijgen te veel.");
        foreach (var seat in Partners.Except(["domesta"]))
            await Vote(edition, seat, "For");
        await Vote(edition, "bewoner-zuid", "Abstain");
        await ReadTheDecision(edition);
    }

    private async Task Propose(LocalEdition edition)
    {
        await using var staff = await chromium.NewVisitor(edition);
        await staff.Open("/aanmelden");
        await staff.Press("Ga verder als Anna de Vries");
        await staff.Open("/medewerkers");
        await staff.Follow("Stuurgroep: geld verdelen");
        await staff.Follow("Nieuw voorstel om geld te verdelen");
        await staff.Press("Bedragen uitrekenen");
        await staff.Sees("Vul een bedrag in");
        await staff.Fill("geldgever-1", "Gemeente");
        await staff.Fill("geld-1", "210.000");
        await staff.Fill("geldgever-2", "Woonconcept");
        await staff.Fill("geld-2", "90.000");
        await staff.Press("Bedragen uitrekenen");
        await staff.Sees("Samen moeten ze precies");
        await staff.Fill("bedrag-alteveer", "1");
        await staff.Press("Bedragen bewaren");
        await staff.Sees("niet gelijk aan het geld dat er is");
        await staff.Press("Alle bedragen opnieuw uitrekenen");
        await staff.Press("Voorleggen aan de stuurgroep");
        await staff.Sees("0 leden hebben gestemd");
    }

    private async Task DeclareAnInterest(LocalEdition edition, string seat)
    {
        await using var member = await chromium.NewVisitor(edition);
        await member.Open((await edition.MailTo($"{seat}@voorbeeld.example", Subject)).Link);
        await member.Choose("keuze", "eigen-belang");
        await member.Press("Stem versturen");
        await member.Sees("U stemt niet mee");
    }

    private async Task Vote(LocalEdition edition, string seat, string choice, string reason = "")
    {
        await using var member = await chromium.NewVisitor(edition);
        await member.Open((await edition.MailTo($"{seat}@voorbeeld.example", Subject)).Link);
        (await member.Page.Locator("[name='keuze']:checked").CountAsync()).ShouldBe(0);
        if (await member.Page.Locator("[name='keuze']").CountAsync() == 0)
        {
            await member.Sees("Het stemmen is voorbij");
            return;
        }
        await member.Choose("keuze", choice);
        if (reason.Length > 0)
        {
            await member.Press("Stem versturen");
            await member.Sees("Schrijf ook waarom");
            await member.Fill("reden", reason);
        }
        await member.Press("Stem versturen");
        await member.Sees("Uw zetel heeft gestemd");
    }

    private async Task ReadTheDecision(LocalEdition edition)
    {
        await edition.MailTo("stuurgroep@voorbeeld.example", "Aangenomen");
        await using var anyone = await chromium.NewVisitor(edition);
        await anyone.Open("/");
        await anyone.Follow("Stuurgroep");
        await anyone.Follow("Verdeling van het geld voor 2028");
        await anyone.Sees("Aangenomen");
        await anyone.Sees("300.000,00");
        await anyone.Sees("De dorpen krijgen te veel.");
        (await anyone.Page.Locator("body").InnerTextAsync()).ShouldNotContain("Annet Mulder");
    }
}
