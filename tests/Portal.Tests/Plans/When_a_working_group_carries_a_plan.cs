using Smederijen.Domain.Plans;
using Smederijen.Domain.Stuurgroep;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Plans;
using Smederijen.Portal.Storage;
using static Smederijen.Portal.Tests.Plans.Builders;

namespace Smederijen.Portal.Tests.Plans;

public sealed class When_a_working_group_carries_a_plan
{
    [Fact]
    public async Task It_goes_from_form_through_promises_and_two_decisions_to_its_end()
    {
        await using var world = await World.Begin();
        var plan = await world.BeginPlan();

        (await world.AskPartner()).ShouldHave(303);
        (await world.Answers(new { vraag = "steun", steunt = "ja", reden = "Goed voor ouderen." })).ShouldHave(303);
        (await world.Answers(new { vraag = "geld", bijdrage = "ja", bedrag = "40.000" })).ShouldHave(303);
        (await world.Do("ontvangen", new { partner = (await world.Plan(plan)).Partners[0].Id, bedrag = "10.000" }, ("bewijs", "brief.png", Letter))).ShouldHave(303);
        (await world.Do("besluit", new { moment = "start" })).ShouldHave(303);
        await world.StuurgroepSays(Voice.Change, "Met een lift erbij.");
        (await world.Plan(plan)).State.ShouldBe(new PlanState.BackAtGroup("start"));
        world.Mailbox.LastTo(Trekker).Text.ShouldContain("“Met een lift erbij.”");
        (await world.Do("besluit", new { moment = "start", toelichting = "De lift staat op de tekening." })).ShouldHave(303);
        await world.StuurgroepSays(Voice.GoOn);
        (await world.Plan(plan)).State.ShouldBe(new PlanState.Underway());

        var page = (await world.NewBrowser().Open(plan.PublicPath)).ShouldHave(200).Words;
        page.ShouldContain("Het Fonds");
        page.ShouldContain("Met een lift erbij.");
        page.ShouldContain("Ontvangen");
        page.ShouldNotContain("Femke");
        page.ShouldNotContain("Trijntje");
        (await world.Do("klaar", new { verslag = "Het huis staat er." })).ShouldHave(303);
        (await world.Plan(plan)).State.Phase.ShouldBe(PlanPhase.Completed);
    }

    [Fact]
    public async Task Looking_at_a_link_changes_nothing_and_an_unconfirmed_plan_is_nobodys_to_read()
    {
        await using var world = await World.Begin();
        (await world.Browser.Post($"/smederijen/{World.Village}/plannen/nieuw", APlan)).ShouldHave(303);
        await world.Work();
        var plan = await world.LastPlan();
        (await world.Browser.Open(world.Mailbox.LastTo(Trekker).Link())).ShouldHave(200).Words.ShouldContain("U hebt dit plan ingediend. Klopt dat?");

        (await world.Plan(plan)).State.Phase.ShouldBe(PlanPhase.AwaitingConfirmation);
        (await world.NewBrowser().Get(plan.PublicPath)).ShouldHave(404);
        (await world.NewBrowser().Open($"/smederijen/{World.Village}/plannen")).Words.ShouldNotContain("dorpshuis");
    }

    [Fact]
    public async Task Somebody_joins_by_mail_is_named_only_when_they_want_and_can_leave()
    {
        await using var world = await World.Begin();
        var plan = await world.BeginPlan();
        var els = world.NewBrowser();
        (await els.Post($"{plan.PublicPath}/meedoen", new Dictionary<string, string>
        {
            ["naam"] = "Els Bakker",
            ["email"] = "els@voorbeeld.example",
            ["rol"] = "Professional",
            ["naam-tonen"] = "ja",
        })).ShouldHave(303);
        await world.Work();
        (await world.Plan(plan)).Group.ShouldBe(new Group(Residents: 1));
        (await els.Press(world.Mailbox.LastTo("els@voorbeeld.example").Link())).ShouldHave(200);

        (await world.Plan(plan)).Group.ShouldBe(new Group(Residents: 1, Professionals: 1));
        (await world.NewBrowser().Open(plan.PublicPath)).Words.ShouldContain("1 bewoner, 1 beroepskracht: Els Bakker");

        var page = await els.Open(world.Mailbox.LastTo("els@voorbeeld.example").Link());
        (await els.Send(page.Path, new { lid = "weg" })).ShouldHave(200).Words.ShouldContain("Wilt u stoppen?");
        (await world.Plan(plan)).Group.Size.ShouldBe(2, "a press that answers no question changes nothing");
        (await els.Send(page.Path, new { lid = "weg", zeker = "ja" })).ShouldHave(200).Words.ShouldContain("U doet niet meer mee");
        (await world.Plan(plan)).Group.ShouldBe(new Group(Residents: 1));
        (await world.NewBrowser().Open(plan.PublicPath)).Words.ShouldNotContain("Els");
        await Later(world, plan, TimeSpan.FromHours(25));
        (await world.Store.Query(World.Village, PlanKeys.Members(plan.Id))).Rows.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Who_left_and_is_asked_in_again_within_the_day_has_the_whole_term_to_confirm()
    {
        await using var world = await World.Begin();
        var plan = await world.BeginPlan();
        (await world.Do("uitnodigen", new { naam = "Els Bakker", email = "els@voorbeeld.example", rol = "Resident" })).ShouldHave(303);
        var els = (await world.NewBrowser().Press(world.Mailbox.LastTo("els@voorbeeld.example").Link())).ShouldHave(200);
        var browser = world.NewBrowser();
        await browser.Open(world.Mailbox.LastTo("els@voorbeeld.example").Link());
        (await browser.Send(els.Path, new { lid = "weg", zeker = "ja" })).ShouldHave(200);
        (await world.Do("uitnodigen", new { naam = "Els Bakker", email = "els@voorbeeld.example", rol = "Resident" })).ShouldHave(303);
        await Later(world, plan, TimeSpan.FromDays(3));
        (await world.NewBrowser().Press(world.Mailbox.LastTo("els@voorbeeld.example").Link())).ShouldHave(200).Words.ShouldContain("Wat en wanneer");
        (await world.Plan(plan)).Group.Size.ShouldBe(2);
    }

    [Fact]
    public async Task For_a_day_a_member_who_left_can_take_it_back_with_the_same_link()
    {
        await using var world = await World.Begin();
        var plan = await world.BeginPlan();
        var page = await world.Browser.Open(world.GroupLink());
        (await world.Browser.Send(page.Path, new { lid = "weg", zeker = "ja" })).ShouldHave(200);
        (await world.Plan(plan)).Group.Size.ShouldBe(0);
        await Later(world, plan, TimeSpan.FromHours(23));
        (await world.NewBrowser().Press(world.GroupLink())).ShouldHave(200).Words.ShouldContain("Wat en wanneer");
        await Later(world, plan, TimeSpan.FromDays(9));
        (await world.Plan(plan)).Group.Size.ShouldBe(1);
        (await world.Store.Query(World.Village, PlanKeys.Members(plan.Id))).Rows.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Who_does_not_confirm_is_forgotten_after_the_term()
    {
        await using var world = await World.Begin();
        var plan = await world.BeginPlan();
        (await world.Do("uitnodigen", new { naam = "Els Bakker", email = "els@voorbeeld.example", rol = "Resident" })).ShouldHave(303);
        (await world.Store.Query(World.Village, PlanKeys.Members(plan.Id))).Rows.Count.ShouldBe(2);

        world.Clock.MoveTo(World.Monday.AddDays(9));
        await world.Get<Portal.Work.WorkList>().PerformDue(plan.Work);

        (await world.Store.Query(World.Village, PlanKeys.Members(plan.Id))).Rows.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Proof_of_money_is_for_the_group_and_staff_and_goes_with_its_people()
    {
        await using var world = await World.Begin();
        var plan = await world.BeginPlan();
        await world.Do("partner", new { soort = "OwnActions", organisatie = "Rommelmarkt", bedrag = "500" });
        var partner = (await world.Plan(plan)).Partners[0].Id;
        (await world.Do("ontvangen", new { partner, bedrag = "620" })).ShouldHave(400).Words.ShouldContain("Stuur een bewijs mee");
        (await world.Do("ontvangen", new { partner, bedrag = "620" }, ("bewijs", "bon.png", Letter))).ShouldHave(303);
        var proof = (await world.Plan(plan)).Partners[0].Money!.Received!.Proof!;

        var group = (await world.Browser.Open(world.Mailbox.LastTo(Trekker).Link())).Path;
        (await world.Browser.Get($"{group}/stukken/{proof}")).ShouldHave(200);
        (await world.NewBrowser().Get($"{group}/stukken/{proof}")).ShouldHave(404);
        (await world.NewBrowser().Get($"{plan.PublicPath}/bijlagen/{proof}")).ShouldHave(404);
        (await world.NewBrowser().Get($"{plan.StaffPath}/stukken/{proof}")).ShouldHave(401);
        (await world.BrowserOf("anna", "medewerker").Get($"{plan.StaffPath}/stukken/{proof}")).ShouldHave(200);

        await world.Happens(plan, at => new PlanEvent.Stopped(at, "anna", "Geen grond"));
        await world.After(400);
        (await world.Attachments.Open(proof)).ShouldBeNull();
        (await world.Store.Query(World.Village, PlanKeys.People(plan.Id))).Rows.ShouldBeEmpty();
    }

    [Fact]
    public async Task News_with_a_picture_stands_on_the_page()
    {
        await using var world = await World.Begin();
        var plan = await world.BeginPlan();
        (await world.Do("nieuws", new { verslag = "De architect tekent." }, ("fotos", "bouw.png", Letter))).ShouldHave(303);

        var page = (await world.NewBrowser().Open(plan.PublicPath)).ShouldHave(200);
        page.Words.ShouldContain("De architect tekent.");
        var picture = (await world.Store.Query(World.Village, RowRange.Prefix($"plan|{plan.Id}|foto|"))).Rows.ShouldHaveSingleItem().Row.Split('|')[^1];
        (await world.NewBrowser().Get($"{plan.PublicPath}/bijlagen/{picture}")).ShouldHave(200);
        await world.After(3);
        (await world.Attachments.Open(picture)).ShouldNotBeNull("a file that a plan lists is no stray");
    }

    /// <summary>What waits for that moment is done then.</summary>
    private static Task Later(World world, PlanKey plan, TimeSpan after)
    {
        world.Clock.MoveTo(world.Clock.GetUtcNow() + after);
        return world.Get<Portal.Work.WorkList>().PerformDue(plan.Work);
    }
}
