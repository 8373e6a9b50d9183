using Microsoft.Playwright;

namespace Smederijen.Browser.Tests;

/// <summary>Somebody joins an initiatiefgroep, prints the agenda, and gives advice that the wijkteam reads beside the idea.</summary>
[Collection(Demo.Name)]
public sealed class When_residents_advise_before_the_review(Demo.Program demo, Chromium chromium)
{
    private const string Idea = "Repaircafé in de bibliotheek";
    private const string Advice = "Vraag de fietsenmaker erbij.";
    private const string Question = "Mag ik ook met een kapotte radio komen?";
    private const string Member = "geesje@voorbeeld.example";

    [Fact]
    public async Task The_whole_journey()
    {
        await using var member = await chromium.NewVisitor(demo.Edition);
        await Join(member);
        await PrintTheAgenda(member);
        await Advise(member, Advice);
        await Advise(member, Question);
        await ReadBesideTheIdea();
    }

    private async Task Join(Visitor member)
    {
        await member.Open("/");
        await member.Follow("Krakeel");
        await member.Follow("Doe mee met de initiatiefgroep");
        await member.Press("Ik wil meedoen");
        await member.Sees("Vul uw naam in");
        await member.Fill("naam", "Geesje Proef");
        await member.Fill("email", Member);
        await member.Press("Ik wil meedoen");
        await member.Sees("kijk in uw mail");
        await member.Open((await demo.Edition.MailTo(Member, "initiatiefgroep in Krakeel")).Link);
        await member.Sees("Geesje Proef");
        await member.TabTo("Ja, ik doe mee");
        await member.Enter();
    }

    private static async Task PrintTheAgenda(Visitor member)
    {
        await member.Follow("Agenda om te printen");
        await member.Sees(Idea);
        await member.Page.EmulateMediaAsync(new() { Media = Media.Print });
        (await member.Page.Locator("nav").First.IsVisibleAsync()).ShouldBeFalse("paper has no navigation");
        (await member.Page.GetByText(Idea).First.IsVisibleAsync()).ShouldBeTrue();
        await member.Page.EmulateMediaAsync(new() { Media = Media.Screen });
        await member.Page.GoBackAsync();
    }

    private async Task Advise(Visitor member, string text)
    {
        await member.Open((await demo.Edition.MailTo(Member, "initiatiefgroep in Krakeel")).Link);
        await member.Press("Versturen");
        await member.Sees("Kies een idee");
        await member.Page.GetByLabel(Idea).CheckAsync();
        await member.Fill("advies", text);
        await member.Press("Versturen");
        await member.Sees("Het wijkteam leest het bij het idee");
        await member.Follow("Naar de pagina van het idee");
        await member.Sees(text);
        (await member.Page.Locator("body").InnerTextAsync()).ShouldNotContain("Geesje");
    }

    private async Task ReadBesideTheIdea()
    {
        await using var reviewer = await chromium.NewVisitor(demo.Edition);
        await reviewer.Open((await demo.Edition.MailTo("wijkagent.krakeel@voorbeeld.example", Idea)).Link);
        await reviewer.Sees("Van de initiatiefgroep");
        await reviewer.Sees(Advice);
        await reviewer.Sees(Question);
    }
}
