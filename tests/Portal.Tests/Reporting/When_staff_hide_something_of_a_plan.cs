using Smederijen.Domain.Ideas;
using Smederijen.Portal.Plans;
using Smederijen.Portal.Tests.Plans;
using Smederijen.Portal.Tests.Staff;
using Smederijen.Portal.Work;

namespace Smederijen.Portal.Tests.Reporting;

/// <summary>What holds for ideas holds for plans: what staff hide is gone for everybody else, and comes back whole.</summary>
public sealed class When_staff_hide_something_of_a_plan
{
    private const string Title = "Een groter dorpshuis";

    [Theory]
    [InlineData("titel", Title)]
    [InlineData("omschrijving", "Wij willen het dorpshuis groter maken")]
    public async Task A_text_is_gone_from_page_lists_programs_and_forms(string part, string text)
    {
        await using var world = await World.Begin();
        var plan = await world.BeginPlan();
        await Step(world, plan, "verbergen", part, "Iets anders");
        foreach (var page in Everywhere(plan))
            (await world.Browser.Get(page)).ShouldHave(200).Text.ShouldNotContain(text, Case.Insensitive, page);
        (await world.Browser.Get(plan.PublicPath)).Words.ShouldContain("Iets anders");
        await Step(world, plan, "weer-tonen", part);
        (await world.Browser.Get(plan.PublicPath)).Words.ShouldContain(text);
        await ShouldBeWhole(world);
    }

    [Fact]
    public async Task News_and_its_photo_are_hidden_one_by_one()
    {
        await using var world = await World.Begin();
        var plan = await world.BeginPlan();
        (await world.Do("nieuws", new { verslag = "Jan Jansen doet niets." }, ("fotos", "bouw.png", Builders.Letter))).ShouldHave(303);
        var parts = await Parts(world, plan);
        var photo = parts.Single(part => part.File is not null);
        var address = $"{plan.PublicPath}/bijlagen/{photo.File!.Name}";
        (await world.Browser.Get(address)).ShouldHave(200);
        await Step(world, plan, "verbergen", parts.Single(part => part.Says == "Jan Jansen doet niets.").Name);
        await Step(world, plan, "verbergen", photo.Name);
        (await world.Browser.Get(plan.PublicPath)).ShouldHave(200).Text.ShouldNotContain("Jansen");
        (await world.Browser.Get(plan.PublicPath)).Text.ShouldNotContain(photo.File.Name);
        (await world.Browser.Get(address)).ShouldHave(404);
        (await world.Anna().Get($"{plan.StaffPath}/stukken/{photo.File.Name}")).ShouldHave(200);
        (await world.Browser.Get($"{plan.StaffPath}/stukken/{photo.File.Name}")).ShouldHave(401);
        await Step(world, plan, "weer-tonen", photo.Name);
        (await world.Browser.Get(address)).ShouldHave(200);
        await ShouldBeWhole(world);
    }

    [Fact]
    public async Task A_whole_plan_is_gone_its_page_says_why_and_its_working_group_hears_it()
    {
        await using var world = await World.Begin();
        var plan = await world.BeginPlan();
        await Step(world, plan, "verbergen", IdeaEvent.Whole);
        await world.Work();
        foreach (var address in (string[])[plan.PublicPath, $"{plan.PublicPath}/steun", $"{plan.PublicPath}/meedoen"])
            (await world.Browser.Get(address)).ShouldHave(404).Words.ShouldContain("Dit hoort hier niet", Case.Insensitive, address);
        (await world.Browser.Get($"/smederijen/{World.Village}/plannen")).ShouldHave(200).Text.ShouldNotContain(Title);
        (await world.Browser.Get($"/v1/smederijen/{World.Village}/plannen")).ShouldHave(200).Text.ShouldNotContain(Title);
        (await world.Browser.Get($"/v1/smederijen/{World.Village}/plannen/{plan.Id}")).ShouldHave(404).Json.GetProperty("detail").GetString()!
            .ShouldContain("De gemeente heeft dit plan verborgen.");
        world.Mailbox.LastTo(Builders.Trekker).Subject.ShouldBe("De gemeente heeft een plan verborgen");
        var page = (await world.Anna().Get(plan.StaffPath)).ShouldHave(200);
        page.Words.ShouldContain("Dit plan is verborgen");
        page.Text.ShouldContain($"href=\"{plan.StaffPath}?stap=weer-tonen\">Laat het weer zien</a>");
        await Step(world, plan, "weer-tonen", IdeaEvent.Whole);
        (await world.Browser.Get(plan.PublicPath)).ShouldHave(200).Words.ShouldContain(Title);
        await ShouldBeWhole(world);
    }

    [Fact]
    public async Task A_plan_that_has_ended_can_be_hidden_too_and_a_reason_is_asked()
    {
        await using var world = await World.Begin();
        var plan = await world.BeginPlan();
        await world.Happens(plan, at => new Domain.Plans.PlanEvent.Stopped(at, "anna", "Het lukt niet."));
        (await world.Anna().Get(plan.StaffPath)).ShouldHave(200).Words.ShouldContain("Verberg een tekst of foto");
        (await world.Anna().Send($"{plan.StaffPath}?stap=verbergen", new { onderdeel = "titel", reden = "" })).ShouldHave(400);
        await Step(world, plan, "verbergen", "titel");
        (await world.Browser.Get(plan.PublicPath)).ShouldHave(200).Words.ShouldContain(Veil.NoTitle);
        (await world.Anna().Get($"{plan.StaffPath}?stap=weer-tonen")).ShouldHave(200).Words.ShouldContain(Title);
        await ShouldBeWhole(world);
    }

    [Theory]
    [InlineData("steun")]
    [InlineData("meedoen")]
    public async Task A_link_that_was_mailed_before_neither_shows_a_hidden_plan_nor_lets_anybody_join_it(string form)
    {
        await using var world = await World.Begin();
        var plan = await world.BeginPlan();
        (await world.Browser.Post($"{plan.PublicPath}/{form}", new Dictionary<string, string>
        {
            ["naam"] = "Piet Buurman", ["email"] = "piet@voorbeeld.example", ["postcode"] = "7927 AB", ["rol"] = "Resident",
        })).ShouldHave(303);
        await world.Work();
        var (neighbour, link) = (world.NewBrowser(), world.Mailbox.LastTo("piet@voorbeeld.example").Link());
        var page = (await neighbour.Open(link)).ShouldHave(200);
        var before = await world.Plan(plan);
        await Step(world, plan, "verbergen", IdeaEvent.Whole);
        var hidden = (await neighbour.Open(link)).ShouldHave(404);
        hidden.Words.ShouldContain("Dit plan is verborgen");
        hidden.Text.ShouldNotContain(Title);
        await neighbour.Post(page.Path, new { opdracht = page.Hidden("opdracht") });
        (await world.Plan(plan)).ShouldSatisfyAllConditions(
            now => now.Supporters.ShouldBe(before.Supporters), now => now.Group.ShouldBe(before.Group));
        await Step(world, plan, "weer-tonen", IdeaEvent.Whole);
        (await neighbour.Press(link)).ShouldHave(200);
        ((await world.Plan(plan)) is var after && (after.Supporters > before.Supporters || after.Group.Size > before.Group.Size)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_partner_reads_nothing_of_a_hidden_plan()
    {
        await using var world = await World.Begin();
        var plan = await world.BeginPlan();
        (await world.AskPartner()).ShouldHave(303);
        var link = world.Mailbox.LastTo(Builders.Fund).Link();
        (await world.NewBrowser().Open(link)).ShouldHave(200).Text.ShouldContain(Title);
        await Step(world, plan, "verbergen", IdeaEvent.Whole);
        (await world.NewBrowser().Open(link)).ShouldHave(404).Text.ShouldNotContain(Title);
    }

    [Theory]
    [InlineData(IdeaEvent.Whole)]
    [InlineData("titel")]
    [InlineData("omschrijving")]
    public async Task What_is_hidden_of_a_plan_is_hidden_of_the_idea_that_it_grew_from_and_comes_back_in_both(string part)
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        for (var i = 0; i < world.Settings().SupportThreshold; i++)
            await world.Happens(idea, at => new IdeaEvent.SupportConfirmed(at));
        await world.Work();
        var plan = await world.BecomesPlan(idea);
        string[] pages = [idea.Page(), plan.PublicPath];
        var text = part == "omschrijving" ? $">{Residents.AnIdea.beschrijving}" : $"<title>{Residents.AnIdea.titel}";
        await Step(world, plan, "verbergen", part);
        foreach (var page in pages)
            (await world.Browser.Get(page)).Text.ShouldNotContain(text, Case.Insensitive, page);
        await Step(world, plan, "weer-tonen", part);
        foreach (var page in pages)
            (await world.Browser.Get(page)).ShouldHave(200).Text.ShouldContain(text, Case.Insensitive, page);
        (await world.Anna().Send(idea.Case("verbergen"), new { onderdeel = part, reden = "Dit hoort hier niet" })).ShouldHave(200);
        foreach (var page in pages)
            (await world.Browser.Get(page)).Text.ShouldNotContain(text, Case.Insensitive, page);
        (await world.Anna().Send(idea.Case("weer-tonen"), new { onderdeel = part, reden = "Toch wel" })).ShouldHave(200);
        foreach (var page in pages)
            (await world.Browser.Get(page)).ShouldHave(200).Text.ShouldContain(text, Case.Insensitive, page);
        await ShouldBeWhole(world);
    }

    [Fact]
    public async Task The_list_for_staff_says_in_words_what_is_hidden_and_showing_again_is_offered_only_then()
    {
        await using var world = await World.Begin();
        var plan = await world.BeginPlan();
        (await world.Anna().Get(plan.StaffPath)).ShouldHave(200).Words.ShouldNotContain("Laat iets weer zien");
        await Step(world, plan, "verbergen", "titel");
        (await world.Anna().Get("/medewerkers/plannen")).ShouldHave(200).Words.ShouldContain("Een deel is verborgen");
        (await world.Anna().Get(plan.StaffPath)).Words.ShouldContain("Laat iets weer zien");
        await Step(world, plan, "verbergen", IdeaEvent.Whole);
        (await world.Anna().Get("/medewerkers/plannen")).Words.ShouldContain(" Verborgen ");
        await Step(world, plan, "weer-tonen", IdeaEvent.Whole);
        await Step(world, plan, "weer-tonen", "titel");
        (await world.Anna().Get("/medewerkers/plannen")).Words.ShouldNotContain("verborgen", Case.Insensitive);
        await ShouldBeWhole(world);
    }

    [Fact]
    public async Task What_was_done_is_told_in_a_sentence()
    {
        await using var world = await World.Begin();
        var plan = await world.BeginPlan();
        (await world.Anna().Send($"{plan.StaffPath}?stap=notitie", new { notitie = "Belt morgen" })).ShouldHave(200).Words
            .ShouldContain("De notitie is bewaard.");
    }

    [Fact]
    public async Task The_group_cannot_hide_anything()
    {
        await using var world = await World.Begin();
        var plan = await world.BeginPlan();
        var page = (await world.Browser.Open(world.GroupLink())).ShouldHave(200);
        await world.Browser.Post($"{page.Path}?stap=verbergen", new { onderdeel = "titel", reden = "Zomaar", opdracht = "x" });
        (await world.Browser.Get(plan.PublicPath)).ShouldHave(200).Words.ShouldContain(Title);
    }

    private static IEnumerable<string> Everywhere(PlanKey plan) =>
    [
        plan.PublicPath, $"{plan.PublicPath}/melden", $"{plan.PublicPath}/steun", $"/smederijen/{World.Village}/plannen",
        $"/v1/smederijen/{World.Village}/plannen",
    ];

    private static Task<IReadOnlyList<ShownPart>> Parts(World world, PlanKey plan) => world.Get<Veil>().PartsOf(PlanKind.Facts, plan.Work, true);

    private static async Task Step(World world, PlanKey plan, string step, string part, string instead = "") =>
        (await world.Anna().Send($"{plan.StaffPath}?stap={step}", new { onderdeel = part, vervangend = instead, reden = "Dit hoort hier niet" })).ShouldHave(200);

    private static async Task ShouldBeWhole(World world) => (await world.Get<LogVerifier>().Verify()).Broken.ShouldBeEmpty();
}
