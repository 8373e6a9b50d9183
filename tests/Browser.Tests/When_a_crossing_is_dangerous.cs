using Microsoft.Playwright;

namespace Smederijen.Browser.Tests;

/// <summary>The wijkteam passes a dangerous crossing on to the municipality, which answers from a link; where it stays silent, the gebiedsregisseur
/// sees that.</summary>
[Collection(Demo.Name)]
public sealed class When_a_crossing_is_dangerous(Demo.Program demo, Chromium chromium)
{
    private const string Idea = "Veilige oversteek bij de school";
    private const string Reply = "In mei komt er een zebrapad met verlichting.";

    [Fact]
    public async Task The_whole_journey()
    {
        await PassOn();
        await AnswerIt();
        await ReadTheAnswer();
        await SeeSilence();
    }

    private async Task PassOn()
    {
        await using var reviewer = await chromium.NewVisitor(demo.Edition);
        await reviewer.Open((await demo.Edition.MailTo("wijkbeheerder.erflanden@voorbeeld.example", Idea)).Link);
        await reviewer.Choose("keuze", "gemeentekwestie");
        await reviewer.Press("Advies versturen");
        await reviewer.Sees("Schrijf");
        await reviewer.Choose("keuze", "gemeentekwestie");
        await reviewer.Fill("toelichting", "Hier reden twee kinderen bijna onder een auto.");
        await reviewer.Page.Locator("[name='thema']").SelectOptionAsync("verkeer");
        await reviewer.Press("Advies versturen");
        await reviewer.Sees("Uw advies is opgeslagen");
    }

    private async Task AnswerIt()
    {
        var asked = await demo.Edition.MailTo("verkeer@voorbeeld.example", Idea);
        asked.Tekst.ShouldContain("Kenmerk: ");
        asked.Tekst.ShouldContain("Hier reden twee kinderen bijna onder een auto.");
        await using var official = await chromium.NewVisitor(demo.Edition);
        await official.Open(asked.Link);
        await official.Press("Antwoord versturen");
        await official.Sees("Schrijf uw antwoord op");
        await official.Fill("antwoord", Reply);
        await official.Press("Antwoord versturen");
        await official.Sees("Het antwoord is verstuurd");
    }

    private async Task ReadTheAnswer()
    {
        (await demo.Edition.MailTo("loes.withaar@voorbeeld.example", "Antwoord van de gemeente")).Tekst.ShouldContain(Reply);
        await using var anyone = await chromium.NewVisitor(demo.Edition);
        await anyone.Open("/");
        await anyone.Follow("Erflanden");
        await anyone.Follow("Beantwoord door de gemeente");
        await anyone.Follow(Idea);
        await anyone.Sees("Het antwoord van de gemeente");
        await anyone.Sees(Reply);
        (await anyone.Page.GetByRole(AriaRole.Link, new() { Name = "Ik steun dit idee" }).CountAsync()).ShouldBe(0, "it is closed");
    }

    private async Task SeeSilence()
    {
        await demo.Edition.MailTo("regisseur.noord@voorbeeld.example", "De gemeente antwoordt niet: Losse tegels");
        await using var regisseur = await chromium.NewVisitor(demo.Edition);
        await regisseur.Open("/aanmelden");
        await regisseur.Press("Ga verder als Rianne Noord");
        await regisseur.Follow("Voor de gebiedsregisseur");
        var line = await regisseur.Page.GetByRole(AriaRole.Row, new() { Name = "Losse tegels" }).InnerTextAsync();
        line.ShouldContain("Te laat");
        await regisseur.Follow("Losse tegels");
        await regisseur.Follow("andere afdeling");
        await regisseur.Choose("thema", "groen");
        await regisseur.Fill("reden", "De wortels van de bomen duwen de tegels omhoog.");
        await regisseur.Leave(() => regisseur.Page.Locator("main button[type=submit]").ClickAsync());
        await demo.Edition.MailTo("groen@voorbeeld.example", "Losse tegels");
    }
}
