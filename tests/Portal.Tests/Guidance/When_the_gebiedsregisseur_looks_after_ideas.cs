using Smederijen.Domain.Ideas;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Storage;
using static Smederijen.Portal.Tests.Residents;

namespace Smederijen.Portal.Tests.Guidance;

public sealed class When_the_gebiedsregisseur_looks_after_ideas
{
    [Fact]
    public async Task What_is_overdue_stands_first()
    {
        await using var world = await World.Begin();
        await world.InReview();
        await world.After(30);
        await world.SubmitAndConfirm(AnIdea with { titel = "Een nieuw bordje" });

        var words = (await world.BrowserOf("regisseur-zuid", "regisseur").Open("/medewerkers/regisseur")).ShouldHave(200).Words;

        words.ShouldContain("Te laat");
        words.IndexOf(AnIdea.titel, StringComparison.Ordinal).ShouldBeLessThan(words.IndexOf("Een nieuw bordje", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_does_not_fit_on_the_page_is_not_left_out_in_silence()
    {
        await using var world = await World.Begin();
        var ideas = Enumerable.Range(0, 201)
            .Select(i => new RunningIdea($"{i}", "Een bankje", IdeaPhase.Suitable, Party.Money, world.Clock.GetUtcNow(), null, false)).ToList();
        foreach (var idea in ideas[1..])
            await world.Store.Commit(World.Village, [new Write.Insert(idea.Row, Rows.Write(idea, IdeaJson.Default.RunningIdea))]);
        var regisseur = world.BrowserOf("regisseur-zuid", "regisseur");
        (await regisseur.Open("/medewerkers/regisseur")).Words.ShouldNotContain("meer ideeën dan hier passen");

        await world.Store.Commit(World.Village, [new Write.Insert(ideas[0].Row, Rows.Write(ideas[0], IdeaJson.Default.RunningIdea))]);

        (await regisseur.Open("/medewerkers/regisseur")).Words.ShouldContain("Er lopen meer ideeën dan hier passen. Kies de Smederij bij alle lopende ideeën");
    }

    [Fact]
    public async Task Only_the_gebiedsregisseur_of_the_page_is_called_you()
    {
        await using var world = await World.Begin();
        await world.InReview();
        await world.After(30);

        (await world.BrowserOf("regisseur-zuid", "regisseur").Open("/medewerkers/regisseur")).Words.ShouldContain("Alteveer u ");
        var page = await world.BrowserOf("anna", "medewerker").Open("/medewerkers/regisseur?wie=regisseur-zuid");
        page.Words.ShouldContain("Alteveer de gebiedsregisseur ");
        page.Words.ShouldContain("Naar de pagina van Rianne Noord");
    }

    [Fact]
    public async Task A_note_is_for_colleagues_alone_and_the_log_says_only_that_there_is_one()
    {
        await using var world = await World.Begin();
        var idea = await world.InReview();
        var staff = world.BrowserOf("anna", "medewerker");
        var address = $"/medewerkers/ideeen/{idea.Smederij}/{idea.Id}";

        (await staff.Post($"{address}/notitie", new { opdracht = "n1", notitie = "Jannie is een week met vakantie." })).ShouldHave(303);

        (await staff.Open(address)).Words.ShouldContain("Jannie is een week met vakantie.");
        var page = await world.Browser.Open(idea.Page());
        page.Words.ShouldContain("schreef een notitie");
        page.Words.ShouldNotContain("vakantie");
    }

    [Fact]
    public async Task The_page_of_the_Smederij_says_how_to_reach_the_kernteam()
    {
        await using var world = await World.Begin();

        var words = (await world.Browser.Open($"/smederijen/{World.Village}")).ShouldHave(200).Words;

        words.ShouldContain("Olga Bouwman, opbouwwerker");
        words.ShouldContain("opbouwwerker.alteveer@voorbeeld.example");
        words.ShouldNotContain("Team De Smederijen");
    }
}
