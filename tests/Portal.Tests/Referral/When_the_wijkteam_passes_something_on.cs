using Smederijen.Domain.Ideas;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Layout;
using static Smederijen.Portal.Tests.Residents;
using static Smederijen.Portal.Tests.Wijkteam;

namespace Smederijen.Portal.Tests.Referral;

public sealed class When_the_wijkteam_passes_something_on
{
    private const string Traffic = "verkeer@voorbeeld.example";
    private const string Regisseur = "regisseur.zuid@voorbeeld.example";

    [Fact]
    public async Task The_answer_of_the_municipality_stands_on_the_page_and_closes_the_idea()
    {
        await using var world = await World.Begin();
        var idea = await PassedOn(world);
        world.Mailbox.LastTo(Traffic).Text.ShouldContain($"Kenmerk: {idea.Id}");

        (await world.NewBrowser().Press(world.Mailbox.LastTo(Traffic).Link(), new { antwoord = "In mei komt er een zebrapad." })).ShouldHave(200)
            .Words.ShouldContain("Het antwoord is verstuurd");
        await world.Work();

        (await world.Idea(idea)).State.Phase.ShouldBe(IdeaPhase.Referred);
        (await world.Browser.Open(idea.Page())).Words.ShouldContain("Het antwoord van de gemeente In mei komt er een zebrapad.");
        world.Mailbox.LastTo(Submitter).Text.ShouldContain("In mei komt er een zebrapad.");
    }

    [Fact]
    public async Task Looking_at_the_link_answers_nothing_and_an_empty_answer_is_none()
    {
        await using var world = await World.Begin();
        var idea = await PassedOn(world);
        var page = (await world.Browser.Open(world.Mailbox.LastTo(Traffic).Link())).ShouldHave(200);

        (await world.Browser.Post(page.Path, new { antwoord = " " })).ShouldHave(400).Words.ShouldContain("Schrijf uw antwoord op.");

        (await world.Idea(idea)).State.Phase.ShouldBe(IdeaPhase.WithMunicipality);
    }

    [Fact]
    public async Task Silence_goes_to_the_gebiedsregisseur()
    {
        await using var world = await World.Begin();
        var idea = await PassedOn(world);

        await world.After(15);

        world.Mailbox.LastTo(Regisseur).Subject.ShouldStartWith("De gemeente antwoordt niet");
        world.Mailbox.To(Traffic).Count.ShouldBe(2);
        (await world.Idea(idea)).State.WaitsFor.ShouldBe(Party.Gebiedsregisseur);
    }

    [Fact]
    public async Task Staff_send_it_to_another_department_and_the_old_link_no_longer_answers()
    {
        await using var world = await World.Begin();
        var idea = await PassedOn(world);
        var old = world.Mailbox.LastTo(Traffic).Link();
        var staff = world.BrowserOf("anna", "medewerker");
        var form = (await staff.Open($"/medewerkers/ideeen/{idea.Smederij}/{idea.Id}/andere-afdeling")).ShouldHave(200);

        (await staff.Post(form.Path, new { opdracht = form.Hidden("opdracht"), thema = "groen", reden = "Het gaat om een boom." })).ShouldHave(303);
        await world.Work();

        world.Mailbox.LastTo("groen@voorbeeld.example").Text.ShouldContain(idea.Id);
        var page = (await world.Browser.Open(old)).ShouldHave(200);
        page.Text.ShouldNotContain("<form");
        (await world.Browser.Post(page.Path, new { antwoord = "Niet van ons." })).ShouldHave(409);
    }

    private static async Task<IdeaKey> PassedOn(World world)
    {
        var idea = await world.InReview();
        foreach (var seat in (string[])[Opbouwwerker, Wijkagent])
            (await world.NewBrowser().Press(world.ReviewLink(seat), new { keuze = "gemeentekwestie", toelichting = "Een gevaarlijke oversteek.", thema = "verkeer" })).ShouldHave(200);
        await world.Work();
        return idea;
    }
}
