using Smederijen.Domain.Plans;
using Smederijen.Portal.Forms;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Plans;
using Smederijen.Portal.Plans.Steps;
using static Smederijen.Portal.Tests.Plans.Builders;

namespace Smederijen.Portal.Tests.Plans;

public sealed class When_staff_guide_a_plan
{
    [Fact]
    public async Task A_milestone_that_passed_stands_on_top_for_staff_and_the_regisseur_is_mailed_again()
    {
        await using var world = await World.Begin();
        var plan = await world.BeginPlan();
        (await world.Do("mijlpaal", new { wat = "De tekening is klaar", dag = "2026-03-10" })).ShouldHave(303);
        var staff = world.BrowserOf("anna", "medewerker");
        (await staff.Open(PlanDesk.Address)).ShouldHave(200).Words.ShouldContain("Er is niets te laat.");

        await world.After(20);

        (await staff.Open(PlanDesk.Address)).Words.ShouldContain("1 plan is te laat.");
        (await staff.Open("/medewerkers/regisseur?wie=" + world.Settings().Gebiedsregisseur)).Words.ShouldContain("Een groter dorpshuis");
        world.Mailbox.Mails.Count(mail => mail.Subject.StartsWith("Een mijlpaal is voorbij") && mail.ToAddress != Trekker).ShouldBe(2);
        (await world.Plan(plan)).WaitsFor.ShouldBe(Domain.Ideas.Party.Gebiedsregisseur);
    }

    [Fact]
    public async Task Every_step_shows_its_form_and_says_what_is_wrong_with_an_empty_one()
    {
        await using var world = await World.Begin();
        var plan = await world.BeginPlan();
        await world.Do("mijlpaal", new { wat = "De tekening is klaar", dag = "2026-04-10" });
        var staff = world.BrowserOf("anna", "medewerker");
        foreach (var step in PlanStep.All.Where(step => step.Who != PlanStep.For.Group))
        {
            (await staff.Open(step.AddressOn(plan.StaffPath))).ShouldHave(200);
            (await staff.Post(step.AddressOn(plan.StaffPath), new { opdracht = CommandId.NewToken() })).ShouldHave(400);
        }
    }

    [Fact]
    public async Task What_they_do_needs_a_reason_and_stands_in_the_history()
    {
        await using var world = await World.Begin();
        var plan = await world.BeginPlan();
        var staff = world.BrowserOf("anna", "medewerker");

        (await staff.Send(PlanStep.Stop.AddressOn(plan.StaffPath), new { reden = "Er is geen grond.", zeker = "ja", opdracht = "een" })).ShouldHave(200)
            .Words.ShouldContain("Er is geen grond.");
        (await staff.Send(PlanStep.Stop.AddressOn(plan.StaffPath), new { reden = "Er is geen grond.", zeker = "ja", opdracht = "een" })).ShouldHave(200);

        (await world.Plan(plan)).State.Phase.ShouldBe(PlanPhase.Stopped);
        (await world.NewBrowser().Open(plan.PublicPath)).Words.ShouldContain("Waarom dit plan is gestopt Er is geen grond.");
    }

    [Fact]
    public async Task Colleagues_read_who_did_it_by_name_and_the_plan_keeps_only_the_account()
    {
        await using var world = await World.Begin();
        var plan = await world.BeginPlan();
        var staff = world.BrowserOf("anna", "medewerker");
        staff.Staff = staff.Staff! with { Name = "Anna Postma" };

        (await staff.Send(PlanStep.Estimate.AddressOn(plan.StaffPath), new { kosten = "300.000", reden = "Er komt een lift.", opdracht = "een" })).ShouldHave(200)
            .Words.ShouldContain("Door: Anna Postma Er komt een lift.");
        (await staff.Send(PlanStep.Estimate.AddressOn(plan.StaffPath), new { kosten = "310.000", reden = "Met een bel.", opdracht = "twee" })).ShouldHave(200);

        (await world.NewBrowser().Open(plan.PublicPath)).Words.ShouldNotContain("Anna Postma");
        foreach (var row in (await world.Store.Query(World.Village, Portal.Storage.RowRange.Prefix("plan"))).Rows)
            row.Data.ShouldNotContain("Postma");
    }

    [Fact]
    public async Task A_plan_can_stand_still_and_go_on()
    {
        await using var world = await World.Begin();
        var plan = await world.BeginPlan();
        await world.Do("mijlpaal", new { wat = "De tekening is klaar", dag = "2026-03-10" });
        var staff = world.BrowserOf("anna", "medewerker");
        (await staff.Send(PlanStep.Pause.AddressOn(plan.StaffPath), new { reden = "De grond is nog niet vrij.", opdracht = "een" })).ShouldHave(200).Words.ShouldContain("Op pauze");
        (await world.NewBrowser().Open(plan.PublicPath)).Words.ShouldContain("Dit plan staat op pauze");

        await world.After(20);
        (await staff.Open(PlanDesk.Address)).Words.ShouldContain("Er is niets te laat.");

        (await staff.Send(PlanStep.Resume.AddressOn(plan.StaffPath), new { reden = "De grond is vrij.", opdracht = "twee" })).ShouldHave(200).Words.ShouldContain("30 maart 2026");
    }

    [Fact]
    public async Task A_note_is_for_colleagues_and_goes_with_the_people()
    {
        await using var world = await World.Begin();
        var plan = await world.BeginPlan();
        var staff = world.BrowserOf("anna", "medewerker");
        (await staff.Send(PlanStep.Note.AddressOn(plan.StaffPath), new { notitie = "Trijntje belt maandag terug.", opdracht = "een" })).ShouldHave(200)
            .Words.ShouldContain("Trijntje belt maandag terug.");
        var page = (await world.NewBrowser().Open(plan.PublicPath)).Words;
        page.ShouldContain("Een medewerker schreef een notitie voor collega's");
        page.ShouldNotContain("maandag terug");

        await world.Happens(plan, at => new PlanEvent.Stopped(at, "anna", "Er komt geen grond."));
        await world.After(400);
        (await world.Store.Query(World.Village, PlanKeys.Notes(plan.Id))).Rows.ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_only_looks_changes_nothing()
    {
        await using var world = await World.Begin();
        var plan = await world.BeginPlan();
        (await world.BrowserOf("bea", "beheerder").Post(PlanStep.Stop.AddressOn(plan.StaffPath), new { reden = "x", zeker = "ja" })).ShouldHave(403);
    }

    [Fact]
    public async Task Somebody_is_forgotten_on_request()
    {
        await using var world = await World.Begin();
        var plan = await world.BeginPlan();
        await world.AskPartner();
        var staff = world.BrowserOf("anna", "medewerker");
        foreach (var email in (string[])[Trekker, Fund])
            (await staff.Send(PlanStep.Erase.AddressOn(plan.StaffPath), new { email, zeker = "ja", reden = "Op verzoek" })).ShouldHave(200);

        (await world.Store.Query(World.Village, PlanKeys.People(plan.Id))).Rows.ShouldBeEmpty();
        (await world.Plan(plan)).Group.Size.ShouldBe(0);
        (await staff.Send(PlanStep.Erase.AddressOn(plan.StaffPath), new { email = Trekker, zeker = "ja", reden = "Op verzoek" })).ShouldHave(400);
    }
}
