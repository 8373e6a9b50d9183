using Microsoft.Playwright;

namespace Smederijen.Browser.Tests;

/// <summary>Residents who got money tell how it goes, finish with receipts and a picture, and give back what is left.</summary>
[Collection(Demo.Name)]
public sealed class From_money_to_the_picture_of_the_result(Demo.Program demo, Chromium chromium)
{
    private const string Idea = "AED aan de kantine";
    private const string Submitter = "lianne.prins@voorbeeld.example";

    private static readonly FilePayload Rubbish = new() { Name = "vakantie.jpg", MimeType = "image/jpeg", Buffer = "Dit is geen foto."u8.ToArray() };

    [Fact]
    public async Task The_whole_journey()
    {
        await using (var resident = await chromium.NewVisitor(demo.Edition))
        {
            await resident.Open((await demo.Edition.MailTo(Submitter, "Wij betalen")).Link);
            await TellHowItGoes(resident);
            await Finish(resident);
        }
        await ReadTheStory();
        await FollowTheMoney();
    }

    private static async Task TellHowItGoes(Visitor resident)
    {
        await resident.Fill("verslag", "Het kastje hangt. Acht buren volgden de cursus.");
        await resident.Attach("fotos", Rubbish);
        await resident.Fill("uren", "een halve dag");
        await resident.Press("Versturen");
        await resident.Sees("Dit bestand is geen foto");
        await resident.Sees("Vul een heel getal in");
        await resident.Attach("fotos", Photo.Png("cursus.png"));
        await resident.Fill("helpers", "8");
        await resident.Fill("uren", "24");
        await resident.Press("Versturen");
        await resident.Sees("Dit vertelde u al");
        await resident.Sees("8 bewoners hielpen mee, samen 24 uur");
    }

    private static async Task Finish(Visitor resident)
    {
        await resident.Follow("Het plan is klaar");
        await resident.Press("Het plan is klaar");
        await resident.Sees("Stuur een foto mee");
        foreach (var cost in (string[])["-5", "1.700", "1.601,50"])
        {
            await resident.Fill("verslag", "De AED hangt dag en nacht klaar.");
            await resident.Fill("kosten", cost);
            await resident.Attach("fotos", Photo.Png("kastje.png"));
            await resident.Attach("bonnen", Photo.Png("bon.png"));
            await resident.Press("Het plan is klaar");
        }
        await resident.Sees("Er gaat nog € 48,50 terug naar de Smederij");
        await resident.Page.ReloadAsync();
        (await resident.Page.Locator("main form").CountAsync()).ShouldBe(0, "it is finished once");
    }

    private async Task ReadTheStory()
    {
        (await demo.Edition.MailTo(Submitter, "Uw idee is klaar")).Tekst.ShouldContain("48,50");
        await using var anyone = await chromium.NewVisitor(demo.Edition);
        await anyone.Open("/");
        await anyone.Follow("Noordscheschut");
        await anyone.Follow(Idea);
        await anyone.Sees("Zo is het geworden");
        await anyone.Sees("Dit kostte € 1.601,50. Er gaat € 48,50 terug naar de Smederij. Dat geld moet nog komen. 8 bewoners hielpen mee, samen 24 uur.");
        (await anyone.Page.Locator("main img").CountAsync()).ShouldBe(3, "the picture of the report, and that of the result above and in its place");
        (await anyone.Page.ContentAsync()).ShouldNotContain("bonnen");
    }

    private async Task FollowTheMoney()
    {
        await using var staff = await chromium.NewVisitor(demo.Edition);
        await staff.Open("/aanmelden");
        await staff.Press("Ga verder als Anna de Vries");
        await staff.Follow("Noordscheschut");
        await staff.Sees("Teruggevraagd");
        await staff.Sees("48,50");
        await staff.Sees("kloppen met de totalen");
        await staff.Follow(Idea);
        var receipt = await staff.Page.GetByRole(AriaRole.Link, new() { Name = "Bekijk de bon" }).GetAttributeAsync("href");
        (await Answer(staff, receipt!)).ShouldBe(200);
        await using var anyone = await chromium.NewVisitor(demo.Edition);
        (await Answer(anyone, receipt!)).ShouldBe(401);
    }

    private async Task<int> Answer(Visitor visitor, string path) =>
        (await visitor.Page.Context.APIRequest.GetAsync(new Uri(demo.Edition.Address, path).ToString())).Status;
}
