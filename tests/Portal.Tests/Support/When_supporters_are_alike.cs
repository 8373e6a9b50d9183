using Smederijen.Domain.Ideas;
using Smederijen.Portal.Ideas.Support;
using Smederijen.Portal.Plans;
using Smederijen.Portal.Tests.Plans;
using Smederijen.Portal.Tests.Staff;
using Smederijen.Portal.Work;

namespace Smederijen.Portal.Tests.Support;

/// <summary>Staff are told where to look; nobody is refused for it.</summary>
public sealed class When_supporters_are_alike
{
    [Theory]
    [InlineData(LookalikeKind.Domain, "a@club.example,b@club.example,c@club.example")]
    [InlineData(LookalikeKind.Numbered, "janna1@gmail.com,janna2@gmail.com")]
    [InlineData(LookalikeKind.Numbered, "janna@gmail.com,j.a.n.n.a.7@gmail.com")]
    [InlineData(LookalikeKind.Mailbox, "piet@gmail.com,piet@gmail.com,kees@gmail.com,k.ees@gmail.com")]
    public void They_are_found(LookalikeKind kind, string addresses) =>
        Among(addresses).Single(group => group.Kind == kind).People.Count.ShouldBeGreaterThan(1);

    [Theory]
    [InlineData("a@club.example,b@club.example,klaas@gmail.com")]
    [InlineData("klaas@gmail.com,petra@gmail.com,truus@gmail.com,dirk@gmail.com,esra@ziggo.nl")]
    [InlineData("piet@gmail.com,piet@gmail.com")]
    [InlineData("a1@gmail.com,a2@gmail.com")]
    [InlineData("")]
    public void Neighbours_like_any_others_are_not(string addresses) => Among(addresses).ShouldBeEmpty();

    [Fact]
    public void A_few_of_one_domain_are_nothing_among_many_and_five_are_something()
    {
        var many = Enumerable.Range(0, 40).Select(i => $"{new string((char)('a' + i % 26), 4 + i / 26)}@gmail.com").ToList();
        Among(string.Join(',', many.Concat(["a@club.example", "b@club.example", "c@club.example", "d@club.example"]))).ShouldBeEmpty();
        Among(string.Join(',', many.Concat(["a@club.example", "b@club.example", "c@club.example", "d@club.example", "e@club.example"])))
            .ShouldHaveSingleItem().People.Count.ShouldBe(5);
    }

    [Fact]
    public void Four_of_one_surname_and_postcode_are_found_and_a_family_of_three_is_not()
    {
        List<Person> family =
            [Neighbour("Piet de Boer", "piet@gmail.com"), Neighbour("Petra de Boer", "petra@ziggo.nl"), Neighbour("Kim Boer", "kim@live.nl")];
        Lookalikes.Among(family).ShouldBeEmpty();
        Lookalikes.Among([.. family, Neighbour("Sam de Boer", "sam@gmail.com")]).ShouldHaveSingleItem().Kind.ShouldBe(LookalikeKind.Household);
    }

    [Fact]
    public async Task The_page_of_the_idea_says_what_to_look_at_and_all_of_it_counts()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        await world.Support(idea, "klaas@gmail.com", "Klaas Kuipers");
        foreach (var i in (int[])[1, 2, 3])
            await world.Support(idea, $"bewoner{i}@nepdomein.example", $"Bewoner Nummer{i}");

        var page = (await world.Anna().Get(idea.Case())).Words;
        page.ShouldContain("3 van de 4 mensen hebben een e-mailadres bij nepdomein.example");
        page.ShouldContain("bewoner1@nepdomein.example, bewoner2@nepdomein.example, bewoner3@nepdomein.example");
        (await world.Idea(idea)).State.ShouldBeOfType<IdeaState.GatheringSupport>().Confirmed.ShouldBe(4);
        var shown = await world.Browser.Get(idea.Page());
        shown.Words.ShouldNotContain("lijken op elkaar");
        shown.Words.ShouldNotContain("vergeleken");
    }

    [Fact]
    public async Task The_board_says_so_once_they_brought_the_idea_to_the_wijkteam()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        for (var i = 1; i <= world.Settings().SupportThreshold; i++)
            await world.Support(idea, $"bewoner{i}@nepdomein.example", $"Bewoner Nummer{i}");
        await world.Work();
        (await world.Idea(idea)).State.ShouldBeOfType<IdeaState.InReview>();
        (await world.Anna().Get("/medewerkers")).Words.ShouldContain("5 mensen lijken op elkaar");
        (await world.Get<LogVerifier>().Verify()).Broken.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_board_and_the_page_say_it_no_longer_once_enough_of_them_are_erased_or_put_right()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        for (var i = 1; i <= world.Settings().SupportThreshold; i++)
            await world.Support(idea, $"bewoner{i}@nepdomein.example", $"Bewoner Nummer{i}");
        await world.Work();
        await Erase(world, idea, "bewoner1@nepdomein.example");
        (await world.Anna().Get("/medewerkers")).Words.ShouldContain("4 mensen lijken op elkaar");
        for (var i = 2; i <= 4; i++)
            await Erase(world, idea, $"bewoner{i}@nepdomein.example");
        (await world.Anna().Get("/medewerkers")).Words.ShouldNotContain("lijken op elkaar");
        (await world.Anna().Get(idea.Case())).Words.ShouldNotContain("lijken op elkaar");
        (await world.Get<LogVerifier>().Verify()).Broken.ShouldBeEmpty();
    }

    [Fact]
    public async Task Those_of_a_plan_are_compared_as_they_come_and_again_when_one_is_erased()
    {
        await using var world = await World.Begin();
        var plan = await world.BeginPlan();
        foreach (var i in (int[])[1, 2, 3])
            await Support(world, plan, $"bewoner{i}@nepdomein.example", $"Bewoner Nummer{i}");
        foreach (var address in (string[])[plan.StaffPath, "/medewerkers/plannen"])
            (await world.Anna().Get(address)).ShouldHave(200).Words.ShouldContain("lijken op elkaar", Case.Insensitive, address);
        (await world.Anna().Get(plan.StaffPath)).Words.ShouldContain("3 van de 3 mensen hebben een e-mailadres bij nepdomein.example");
        (await world.Browser.Get(plan.PublicPath)).ShouldHave(200).Words.ShouldNotContain("lijken op elkaar");
        (await world.Plan(plan)).Supporters.ShouldBe(3);

        foreach (var i in (int[])[1, 2])
        {
            (await world.Anna().Send(
                $"{plan.StaffPath}?stap=wissen",
                new { wie = "supporter", email = $"bewoner{i}@nepdomein.example", naam = "", reden = "Op verzoek", zeker = "ja" })).ShouldHave(200);
            await world.Work();
        }
        (await world.Plan(plan)).Supporters.ShouldBe(1);
        foreach (var address in (string[])[plan.StaffPath, "/medewerkers/plannen"])
            (await world.Anna().Get(address)).ShouldHave(200).Words.ShouldNotContain("lijken op elkaar", Case.Insensitive, address);
        (await world.Get<LogVerifier>().Verify()).Broken.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_plan_compares_those_of_the_idea_that_it_was_too()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        for (var i = 1; i <= world.Settings().SupportThreshold; i++)
            await world.Support(idea, $"bewoner{i}@nepdomein.example", $"Bewoner Nummer{i}");
        foreach (var reviewer in (string[])["opbouwwerker", "wijkagent"])
            await world.Happens(idea, at => new IdeaEvent.Advised(at, 1, reviewer, Advice.LongTrack, "Te groot"));
        await world.Work();
        (await world.Anna().Get("/medewerkers/plannen")).Words.ShouldContain("5 mensen lijken op elkaar");
        for (var i = 1; i <= 4; i++)
            await Erase(world, idea, $"bewoner{i}@nepdomein.example");
        (await world.Anna().Get("/medewerkers/plannen")).Words.ShouldNotContain("lijken op elkaar");
        (await world.Get<LogVerifier>().Verify()).Broken.ShouldBeEmpty();
    }

    private static async Task Support(World world, PlanKey plan, string email, string name)
    {
        (await world.Browser.Post($"{plan.PublicPath}/steun", new { naam = name, email, postcode = "7927 AA" })).ShouldHave(303);
        await world.Work();
        (await world.Browser.Press(world.Mailbox.LastTo(email).Link())).ShouldHave(200);
        await world.Work();
    }

    private static async Task Erase(World world, Portal.Ideas.IdeaKey idea, string email)
    {
        (await world.Anna().Send(idea.Case("wissen"), new { wie = "supporter", email, naam = "", reden = "Op verzoek", zeker = "ja" })).ShouldHave(200);
        await world.Work();
    }

    private static IReadOnlyList<Lookalikes> Among(string addresses) => Lookalikes.Among(
    [
        .. addresses.Split(',', StringSplitOptions.RemoveEmptyEntries).Index().Select(one => Neighbour($"Naam Van{one.Index}", one.Item)),
    ]);

    private static Person Neighbour(string name, string email) => new(name, email, "7927AA", Confirmed: true);
}
