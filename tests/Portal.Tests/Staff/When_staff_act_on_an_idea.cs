using Smederijen.Domain.Ideas;
using Smederijen.Portal.Layout;

namespace Smederijen.Portal.Tests.Staff;

public sealed class When_staff_act_on_an_idea
{
    private static readonly string Samples = Path.Combine(AppContext.BaseDirectory, "Attachments", "samples");

    [Fact]
    public async Task The_reason_stands_in_the_history_with_who_it_was()
    {
        await using var world = await World.Begin();
        var idea = await world.InReview();
        var page = (await world.Anna().Press(idea.Case("herinneren"), new { reden = "Het duurt te lang" })).ShouldHave(200);
        page.Words.ShouldContain("De herinnering is onderweg.");
        page.Words.ShouldContain("Door: anna Reden: Het duurt te lang");
        page.Words.ShouldContain("regels kloppen");
    }

    [Theory]
    [InlineData("herinneren")]
    [InlineData("pauzeren")]
    [InlineData("beoordeling-opnieuw")]
    public async Task Without_a_reason_nothing_happens(string action)
    {
        await using var world = await World.Begin();
        var idea = await world.InReview();
        var before = await world.Idea(idea);
        (await world.Anna().Post(idea.Case(action), new { reden = "  " })).ShouldHave(400).Words.ShouldContain("Schrijf waarom.");
        (await world.Idea(idea)).ShouldBe(before);
    }

    [Fact]
    public async Task Who_may_only_look_is_refused()
    {
        await using var world = await World.Begin();
        var idea = await world.InReview();
        var cor = world.BrowserOf("cor", "beheerder");
        (await cor.Get(idea.Case())).ShouldHave(200);
        (await cor.Post(idea.Case("pauzeren"), new { reden = "Zomaar" })).ShouldHave(403);
    }

    [Fact]
    public async Task A_term_ends_at_the_end_of_the_chosen_day()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        (await world.Anna().Press(idea.Case("verlengen"), new { tot = "2026-04-30", reden = "Vakantie" })).ShouldHave(200);
        (await world.Idea(idea)).State.Deadline.ShouldBe(new DateTimeOffset(2026, 4, 30, 22, 0, 0, TimeSpan.Zero));
        (await world.Anna().Post(idea.Case("verlengen"), new { tot = "2026-05-30", reden = "Nog een keer" })).ShouldHave(409)
            .Words.ShouldContain("al een keer verlengd");
    }

    [Theory]
    [InlineData("")]
    [InlineData("gisteren")]
    [InlineData("9999-12-31")]
    [InlineData("2026-02-30")]
    public async Task A_day_that_cannot_be_is_told_so(string day)
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        (await world.Anna().Post(idea.Case("verlengen"), new { tot = day, reden = "Vakantie" })).ShouldHave(400).Words.ShouldContain("Vakantie");
    }

    [Fact]
    public async Task A_reviewer_from_outside_gets_a_seat_and_a_mail()
    {
        await using var world = await World.Begin();
        var idea = await world.InReview();
        var page = await world.Anna().Press(idea.Case("beoordelaar-vervangen"), new
        {
            beoordelaar = "wijkagent",
            vervanger = "",
            naam = "Ineke Invaller",
            email = "ineke@voorbeeld.example",
            functie = "wijkagent",
            reden = "Ziek",
        });
        page.ShouldHave(200).Words.ShouldContain("Ineke Invaller wijkagent Nog geen advies");
        await world.Work();
        world.Mailbox.To("ineke@voorbeeld.example").Count.ShouldBe(1);
    }

    [Fact]
    public async Task Signatures_on_paper_count_and_their_list_is_for_staff_only()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        var anna = world.Anna();
        var scan = await File.ReadAllBytesAsync(Path.Combine(Samples, "plain.jpg"));
        for (var twice = 0; twice < 2; twice++)
            (await anna.PostWithFiles(idea.Case("handtekeningen"), new { aantal = 2, reden = "Lijst uit het dorpshuis", opdracht = "een" }, "scan", ("lijst.jpg", scan))).ShouldHave(303);
        (await world.Bert().Post(idea.Case("handtekeningen-tellen"), new { lijst = world.Attachments.Names.Single(), aantal = 2 })).ShouldHave(303);
        (await world.Idea(idea)).State.ShouldBeOfType<IdeaState.GatheringSupport>().OnPaper.ShouldBe(2);
        var name = world.Attachments.Names.ShouldHaveSingleItem();
        (await anna.Get(idea.Case($"scans/{name}"))).ShouldHave(200).Headers.CacheControl.ToString().ShouldBe("no-store");
        (await world.Browser.Get(idea.Case($"scans/{name}"))).ShouldHave(401);
        (await world.Browser.Get($"{idea.Page()}/bijlagen/{name}")).ShouldHave(404);
    }

    [Fact]
    public async Task A_list_that_cannot_count_leaves_no_file_behind()
    {
        await using var world = await World.Begin();
        var idea = await world.InReview();
        var scan = await File.ReadAllBytesAsync(Path.Combine(Samples, "plain.jpg"));
        (await world.Anna().PostWithFiles(idea.Case("handtekeningen"), new { aantal = 2, reden = "Lijst" }, "scan", ("lijst.jpg", scan))).ShouldHave(409);
        world.Attachments.Names.ShouldAllBe(name => name.StartsWith("bewaard", StringComparison.Ordinal), "it waits for the form that came back");
        (await world.Anna().Post(idea.Case("handtekeningen"), new { aantal = "veel", reden = "Lijst" })).ShouldHave(400).Words.ShouldContain("foto of PDF");
    }

    [Fact]
    public async Task An_amount_beyond_all_bounds_is_told_so()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        (await world.Anna().Post(idea.Case("bedrag"), new { bedrag = "999999999999", reden = "Tikfout" })).ShouldHave(400);
        (await world.Anna().Press(idea.Case("bedrag"), new { bedrag = "300", reden = "Tikfout" })).ShouldHave(200);
        (await world.Idea(idea)).Amount.Cents.ShouldBe(30_000);
    }

    [Fact]
    public async Task An_idea_that_is_not_there_is_not_found()
    {
        await using var world = await World.Begin();
        (await world.Anna().Get("/medewerkers/ideeen/alteveer/bestaatniet")).ShouldHave(404);
        (await world.Anna().Post("/medewerkers/ideeen/nergens/x/pauzeren", new { reden = "x" })).ShouldHave(404);
    }
}
