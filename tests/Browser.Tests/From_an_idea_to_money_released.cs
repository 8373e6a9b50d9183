namespace Smederijen.Browser.Tests;

/// <summary>The main job as a new user would do it, in a real browser, with everyone's own link and own browser.</summary>
public sealed class From_an_idea_to_money_released(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Smederij = "/smederijen/krakeel";
    private const string Submitter = "jannie@voorbeeld.example";
    private static readonly string[] Reviewers = ["opbouwwerker", "wijkbeheerder", "wijkagent"];

    [Fact]
    public async Task The_whole_journey()
    {
        await using var edition = await LocalEdition.Start();
        await HandIn(edition);
        var idea = await Confirm(edition);
        await GatherSupport(edition, idea);
        await Review(edition);
        await GiveAccount(edition);
        await Release(edition);
        await ReadTheStory(edition, idea);
    }

    private async Task HandIn(LocalEdition edition)
    {
        await using var resident = await chromium.NewVisitor(edition);
        await resident.Open("/");
        await resident.Follow("Krakeel");
        await resident.Follow("Dien een idee in");
        await resident.Press("Idee versturen");
        await resident.Sees("Geef uw idee een titel");
        await resident.Fill("titel", "Een bankje bij de vijver");
        await resident.Fill("beschrijving", "Bij de vijver kun je nergens zitten. Wij willen er een bankje neerzetten.");
        await resident.Fill("doelgroep", "Iedereen die een rondje loopt");
        await resident.Fill("bijdrage", "Wij zetten het bankje zelf neer en houden het schoon.");
        await resident.Fill("bedrag", "1.250,50");
        await resident.Fill("naam", "Jannie Proef");
        await resident.Fill("email", "geen adres");
        await resident.Fill("postcode", "7907 AB");
        await resident.Press("Idee versturen");
        (await resident.Page.Locator("[name='titel']").InputValueAsync()).ShouldBe("Een bankje bij de vijver");
        await resident.Fill("email", Submitter);
        await resident.Attach("bijlagen", Photo.Png());
        await resident.Press("Idee versturen");
        await resident.Sees("kijk in uw mail");
        await resident.Open("/postvak");
        await resident.Sees("Bevestig uw idee");
    }

    /// <returns>The path of the idea's page.</returns>
    private async Task<string> Confirm(LocalEdition edition)
    {
        await using var resident = await chromium.NewVisitor(edition);
        await resident.Open((await edition.MailTo(Submitter, "Bevestig uw idee")).Link);
        resident.Page.Url.ShouldNotContain("/link/");
        await resident.Sees("Jannie Proef");
        await resident.Press("Ja, dit is mijn idee");
        await resident.Follow("Naar de pagina van uw idee");
        await resident.Sees("Een bankje bij de vijver");
        return new Uri(resident.Page.Url).AbsolutePath;
    }

    /// <summary>A few neighbours in a browser, and the many others by the same forms without one.</summary>
    private async Task GatherSupport(LocalEdition edition, string idea)
    {
        for (var n = 1; n <= 2; n++)
        {
            await using var neighbour = await chromium.NewVisitor(edition);
            await neighbour.Open(idea);
            await neighbour.Follow("Ik steun dit idee");
            await neighbour.Fill("naam", $"Buur {n}");
            await neighbour.Fill("email", $"buur{n}@voorbeeld.example");
            await neighbour.Fill("postcode", "7907 XY");
            await neighbour.Press("Ik steun dit idee");
            await neighbour.Open((await edition.MailTo($"buur{n}@voorbeeld.example", "steun")).Link);
            await neighbour.Press("Ja, ik steun dit idee");
        }
        for (var n = 3; n <= 25; n++)
            await edition.NeighbourSupports(idea, $"buur{n}@voorbeeld.example", "7907 XY");
    }

    private async Task Review(LocalEdition edition)
    {
        foreach (var reviewer in Reviewers)
        {
            await using var member = await chromium.NewVisitor(edition);
            await member.Open((await edition.MailTo($"{reviewer}.krakeel@voorbeeld.example", "bankje")).Link);
            (await member.Page.Locator("[name='keuze']:checked").CountAsync()).ShouldBe(0);
            await member.Press("Advies versturen");
            await member.Sees("kies");
            await member.Choose("keuze", "geschikt");
            await member.Fill("toelichting", "Een goed plan.");
            await member.Press("Advies versturen");
            await member.Sees("geschikt");
        }
    }

    private async Task GiveAccount(LocalEdition edition)
    {
        await using var resident = await chromium.NewVisitor(edition);
        var granted = await edition.MailTo(Submitter, "U krijgt geld");
        await resident.Open(granted.Link);
        await resident.Fill("iban", "NL00 BANK 0123 4567 89");
        await resident.Fill("tenaamstelling", "J. Proef");
        await resident.Leave(() => resident.Page.Locator("button[type=submit]").First.ClickAsync());
        await resident.Sees("IBAN");
        await resident.Fill("iban", "NL91 ABNA 0417 1643 00");
        await resident.Leave(() => resident.Page.Locator("button[type=submit]").First.ClickAsync());
        await resident.Sees("4300");
    }

    private async Task Release(LocalEdition edition)
    {
        foreach (var link in edition.SignInLinks.Take(2))
        {
            await using var staff = await chromium.NewVisitor(edition);
            await staff.Open(link.PathAndQuery);
            await staff.Press("Aanmelden");
            await staff.Open("/medewerkers");
            await staff.Follow("Een bankje bij de vijver");
            await staff.Follow("Geef het geld vrij");
            await staff.Choose("gecontroleerd", "ja");
            await staff.Press("Geef akkoord");
        }
    }

    private async Task ReadTheStory(LocalEdition edition, string idea)
    {
        await edition.MailTo(Submitter, "Wij betalen");
        await using var anyone = await chromium.NewVisitor(edition);
        await anyone.Open(idea);
        await anyone.Sees("Uitbetaald");
        await anyone.Sees("opbouwwerker");
        (await anyone.Page.Locator("body").InnerTextAsync()).ShouldNotContain("Proef");
        var photo = await anyone.Page.Context.APIRequest.GetAsync(
            new Uri(edition.Address, await anyone.Page.Locator("main img").First.GetAttributeAsync("src")).ToString());
        System.Text.Encoding.Latin1.GetString(await photo.BodyAsync()).ShouldNotContain(Photo.Comment);
    }
}
