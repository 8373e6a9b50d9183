using Microsoft.Playwright;

namespace Smederijen.Browser.Tests;

/// <summary>Somebody asks to be called instead of filling in the form; the gebiedsregisseur sees it, leaves a note, and calls.</summary>
[Collection(Demo.Name)]
public sealed class When_writing_it_down_is_hard(Demo.Program demo, Chromium chromium)
{
    private const string Name = "Berend Proef";

    [Fact]
    public async Task The_whole_journey()
    {
        await AskToBeCalled();
        await using var regisseur = await chromium.NewVisitor(demo.Edition);
        await regisseur.Open("/aanmelden");
        await regisseur.Press("Ga verder als Rianne Noord");
        await regisseur.Follow("Voor de gebiedsregisseur");
        await SeeWhoWaits(regisseur);
        await LeaveANote(regisseur);
        await Call(regisseur);
    }

    private async Task AskToBeCalled()
    {
        await using var resident = await chromium.NewVisitor(demo.Edition);
        await resident.Open("/");
        await resident.Follow("Krakeel");
        await resident.Follow("Dien een idee in");
        await resident.Follow("Vraag of wij u bellen en helpen");
        await resident.Press("Bel mij");
        await resident.Sees("Vul uw telefoonnummer in");
        await resident.Fill("naam", Name);
        await resident.Fill("telefoon", "0528 - 65 43 21");
        await resident.Fill("onderwerp", "Een pannakooi");
        await resident.Choose("dagdeel", "avond");
        // Whatever day it is today, one of these is a day on which people work.
        for (var day = 14; resident.Page.Url.EndsWith("/hulp", StringComparison.Ordinal); day++)
        {
            day.ShouldBeLessThan(24);
            await resident.Fill("dag", $"{DateTime.UtcNow.AddDays(day):yyyy-MM-dd}");
            await resident.Press("Bel mij");
        }
        await resident.Sees("Wij hebben uw vraag ontvangen");
        var mail = await demo.Edition.MailTo("regisseur.noord@voorbeeld.example", "Iemand uit Krakeel wil hulp", 2);
        mail.Tekst.ShouldNotContain("Berend");
        mail.Tekst.ShouldContain("in de avond");
    }

    private static async Task SeeWhoWaits(Visitor regisseur)
    {
        var words = await regisseur.Page.Locator("main").InnerTextAsync();
        words.ShouldContain("Een pannakooi");
        words.IndexOf("Te laat", StringComparison.Ordinal).ShouldBeLessThan(words.IndexOf(Name, StringComparison.Ordinal), "what is overdue stands first");
        words.IndexOf("Bets Oldenbeuving", StringComparison.Ordinal).ShouldBeLessThan(words.IndexOf(Name, StringComparison.Ordinal));
    }

    private static async Task LeaveANote(Visitor regisseur)
    {
        await regisseur.Leave(() => Section(regisseur).GetByRole(AriaRole.Link, new() { Name = "Schrijf een notitie" }).ClickAsync());
        await regisseur.Press("Bewaar");
        await regisseur.Sees("Schrijf uw notitie op");
        await regisseur.TabTo("Notitie");
        await regisseur.Page.Keyboard.TypeAsync("Geen gehoor. Ik bel na zes uur nog een keer.");
        await regisseur.TabTo("Bewaar");
        await regisseur.Enter();
        (await Section(regisseur).InnerTextAsync()).ShouldContain("Ik bel na zes uur nog een keer.");
    }

    private static async Task Call(Visitor regisseur)
    {
        await AskAndCall(regisseur);
        await regisseur.Press("Toch niet: zet terug in de lijst");
        await regisseur.Sees(Name);
        await AskAndCall(regisseur);
        await regisseur.Follow("Terug naar wat er wacht");
        var words = await regisseur.Page.Locator("main").InnerTextAsync();
        words.ShouldNotContain(Name);
        words.ShouldContain("Bets Oldenbeuving");
        await regisseur.Page.ReloadAsync();
        await regisseur.Sees("Bets Oldenbeuving");
    }

    private static async Task AskAndCall(Visitor regisseur)
    {
        await regisseur.Leave(() => Section(regisseur).GetByRole(AriaRole.Link, new() { Name = "Ik heb gebeld" }).ClickAsync());
        await regisseur.Press("Ja, verwijder deze gegevens");
        await regisseur.Sees("Dit staat niet meer in de lijst");
    }

    private static ILocator Section(Visitor regisseur) => regisseur.Page.Locator("section").Filter(new() { HasText = Name });
}
