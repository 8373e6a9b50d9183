using Smederijen.Domain.Ideas;
using Smederijen.Portal.Layout;
using static Smederijen.Portal.Tests.Wijkteam;

namespace Smederijen.Portal.Tests.Review;

public sealed class When_the_wijkteam_opens_its_links
{
    [Fact]
    public async Task The_page_tells_the_whole_case_and_whom_it_is_for()
    {
        await using var world = await World.Begin();
        await world.InReview();

        var page = (await world.NewBrowser().Open(world.ReviewLink(Wijkagent))).ShouldHave(200);

        page.Words.ShouldContain("Deze pagina is voor Ahmed Kaya, wijkagent .");
        page.Words.ShouldContain("Een bankje bij de vijver");
        page.Words.ShouldContain("Wij maken samen een bankje");
        page.Words.ShouldContain("Iedereen in het dorp");
        page.Words.ShouldContain("Wij timmeren het bankje zelf.");
        page.Words.ShouldContain("Bedrag € 450");
        page.Words.ShouldContain("Nog te besteden € 4.991");
        page.Words.ShouldContain("5 supporters");
        page.Words.ShouldContain("Wat blijft staan, onderhoudt het dorp zelf.");
        page.Words.ShouldContain("0 van de 3 leden van het wijkteam hebben geadviseerd. Na 2 gelijke adviezen is er een besluit.");
        page.Text.ShouldNotContain("checked");
        page.Text.ShouldNotContain("Jannie");
    }

    [Fact]
    public async Task Others_count_but_do_not_show_what_they_advised()
    {
        await using var world = await World.Begin();
        await world.InReview();
        await world.Advise(Opbouwwerker, "niet-geschikt", "Er staan al genoeg bankjes.");

        var page = (await world.NewBrowser().Open(world.ReviewLink(Wijkagent))).ShouldHave(200);

        page.Words.ShouldContain("1 van de 3 leden van het wijkteam heeft geadviseerd.");
        page.Words.ShouldNotContain("Er staan al genoeg bankjes.");
    }

    [Fact]
    public async Task Two_equal_advices_decide()
    {
        await using var world = await World.Begin();
        var idea = await world.InReview();

        (await world.Advise(Opbouwwerker, "niet-geschikt", "Er staan al genoeg bankjes.")).ShouldHave(200);
        (await world.Advise(Wijkagent, "niet-geschikt", "De vijver gaat weg.")).ShouldHave(200);

        await world.AfterMinutes(10);
        var ended = (await world.Idea(idea)).State.ShouldBeOfType<IdeaState.Ended>();
        ended.Outcome.ShouldBe(IdeaPhase.Declined);
        ended.Reasons.ShouldBe(["Er staan al genoeg bankjes.", "De vijver gaat weg."]);
        world.Mailbox.LastTo(Residents.Submitter).Text.ShouldContain("“De vijver gaat weg.”");
    }

    [Theory]
    [InlineData("", "", "Kies wat u adviseert.")]
    [InlineData("misschien", "Tja.", "Kies wat u adviseert.")]
    [InlineData("niet-geschikt", " ", "Leg uit waarom. De indiener leest dit.")]
    [InlineData("gemeentekwestie", "", "Leg uit waarom. De indiener leest dit.")]
    [InlineData("lange-klap", "", "Leg uit waarom. De indiener leest dit.")]
    [InlineData("vraag", "", "Schrijf uw vraag op.")]
    public async Task Nothing_chosen_or_no_reason_decides_nothing(string keuze, string toelichting, string says)
    {
        await using var world = await World.Begin();
        var idea = await world.InReview();
        var before = await world.Idea(idea);
        var browser = world.NewBrowser();
        var page = await browser.Open(world.ReviewLink(Wijkagent));

        var answer = (await browser.Post(page.Path, new { keuze, toelichting, opdracht = page.Hidden("opdracht") })).ShouldHave(400);

        answer.Words.ShouldContain(says);
        answer.Hidden("opdracht").ShouldBe(page.Hidden("opdracht"));
        (await world.Idea(idea)).ShouldBe(before);
    }

    [Fact]
    public async Task What_was_typed_stays_after_an_error()
    {
        await using var world = await World.Begin();
        await world.InReview();
        var browser = world.NewBrowser();
        var page = await browser.Open(world.ReviewLink(Wijkagent));

        var answer = (await browser.Post(page.Path, new { toelichting = "Een lang verhaal" })).ShouldHave(400);

        answer.Text.ShouldContain("Een lang verhaal</textarea>");
        (await browser.Post(page.Path, new { keuze = "niet-geschikt" })).Text.ShouldContain("""value="niet-geschikt" checked""");
        (await browser.Post(page.Path, new { keuze = "niet-geschikt", toelichting = new string('a', 2001) })).ShouldHave(400).Words.ShouldContain("hoogstens 2000 tekens");
    }

    [Fact]
    public async Task Who_has_an_interest_steps_aside()
    {
        await using var world = await World.Begin();
        var idea = await world.InReview();

        (await world.Advise(Wijkagent, "belang")).ShouldHave(200).Words.ShouldContain("U adviseert niet mee");

        (await world.Idea(idea)).State.ShouldBeOfType<IdeaState.InReview>().Panel.Find(Wijkagent)!.Conflicted.ShouldBeTrue();
        (await world.NewBrowser().Open(world.ReviewLink(Wijkagent))).Text.ShouldNotContain("name=\"keuze\"");
    }
}
