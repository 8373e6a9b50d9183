using Smederijen.Domain.Ideas;
using Smederijen.Domain.Plans;
using Smederijen.Domain.Stuurgroep;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Plans;
using Smederijen.Portal.Plans.Submitting;
using static Smederijen.Portal.Tests.Plans.Builders;
using static Smederijen.Portal.Tests.Wijkteam;

namespace Smederijen.Portal.Tests.Plans;

public sealed class When_an_idea_becomes_a_plan
{
    [Fact]
    public async Task The_plan_has_its_id_its_supporters_and_its_submitter_and_ends_with_it()
    {
        await using var world = await World.Begin();
        var (idea, plan) = await FromIdea(world);

        var (supporters, group) = ((await world.Plan(plan)).Supporters, (await world.Plan(plan)).Group);
        (supporters, group.Size).ShouldBe((world.Settings().SupportThreshold, 1));
        (await world.NewBrowser().Open(idea.Page())).Text.ShouldContain(plan.PublicPath);
        world.Mailbox.LastTo(Residents.Submitter).Text.ShouldContain("U zit in de werkgroep");

        await world.Happens(plan, at => new PlanEvent.DecisionAsked(at, PlanEvent.WorkingGroup, "start"));
        await world.Work();
        await world.StuurgroepSays(Voice.Stop, "Er is geen grond.");
        (await world.Plan(plan)).State.Phase.ShouldBe(PlanPhase.Stopped);
        (await world.Idea(idea)).State.ShouldBeOfType<IdeaState.Ended>().Reasons.ShouldContain("Er is geen grond.");
    }

    [Fact]
    public async Task Opening_it_twice_makes_one()
    {
        await using var world = await World.Begin();
        var (idea, plan) = await FromIdea(world);
        var before = await world.Plan(plan);

        await world.Get<OpenPlans>().Open(idea);

        (await world.Plan(plan)).Revision.ShouldBe(before.Revision);
        (await world.Store.Query(World.Village, PlanKeys.AllSummaries)).Rows.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Who_supported_the_idea_is_not_counted_again()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        await Support(world, idea.Page(), "buur@voorbeeld.example");
        for (var i = 1; i < world.Settings().SupportThreshold; i++)
            await world.Happens(idea, at => new IdeaEvent.SupportConfirmed(at));
        await world.Work();
        var plan = await world.BecomesPlan(idea);
        var before = (await world.Plan(plan)).Supporters;

        await Support(world, plan.PublicPath, "buur@voorbeeld.example");
        (await world.Plan(plan)).Supporters.ShouldBe(before);
        await Support(world, plan.PublicPath, "nieuw@voorbeeld.example");
        (await world.Plan(plan)).Supporters.ShouldBe(before + 1);
    }

    [Fact]
    public async Task Money_of_the_smederij_follows_the_idea_that_asks_for_it_and_nothing_else()
    {
        await using var world = await World.Begin();
        var plan = await world.BeginPlan();
        var kitchen = await world.InReview(Residents.AnIdea with { titel = "Een keuken", email = Trekker });
        (await world.Do("partner", new { soort = "Round", organisatie = "Smederij", bedrag = "5.000" })).ShouldHave(400);
        (await world.Do("ronde", new { idee = $"https://smederijen.example{kitchen.Page()}" })).ShouldHave(303);

        (await Money(world, plan)).ShouldBe((45_000, 0, 0));
        await world.Advise(Opbouwwerker, "geschikt");
        await world.Advise(Wijkagent, "geschikt");
        (await Money(world, plan)).ShouldBe((45_000, 45_000, 0));
        await world.Happens(kitchen, at => new IdeaEvent.AccountGiven(at));
        await world.Happens(kitchen, at => new IdeaEvent.ReleaseApproved(at, "anna", 0));
        await world.Happens(kitchen, at => new IdeaEvent.ReleaseApproved(at, "bert", 0));
        (await Money(world, plan)).ShouldBe((45_000, 45_000, 45_000));
    }

    [Fact]
    public async Task Nobody_lends_the_idea_of_another_to_a_plan()
    {
        await using var world = await World.Begin();
        await world.BeginPlan();
        var other = await world.InReview();
        (await world.Do("ronde", new { idee = other.Page() })).ShouldHave(400).Words.ShouldContain("niet ingediend door iemand van de werkgroep");
    }

    private static async Task<(IdeaKey, PlanKey)> FromIdea(World world)
    {
        var idea = await world.InReview();
        return (idea, await world.BecomesPlan(idea));
    }

    private static async Task Support(World world, string page, string email)
    {
        var browser = world.NewBrowser();
        (await browser.Post($"{page}/steun", new { naam = "Bert Buur", email, postcode = "7927 AB" })).ShouldHave(303);
        await world.Work();
        var link = (await browser.Open(world.Mailbox.LastTo(email).Link())).ShouldHave(200);
        if (link.Words.Contains("druk", StringComparison.OrdinalIgnoreCase))
            (await browser.Press(link.Path)).ShouldHave(200);
        await world.Work();
    }

    private static async Task<(long, long, long)> Money(World world, PlanKey plan)
    {
        var money = (await world.Get<PlanDossiers>().Read(plan)).ShouldNotBeNull().Money;
        return (money.Asked.Cents, money.Promised.Cents, money.Received.Cents);
    }
}
