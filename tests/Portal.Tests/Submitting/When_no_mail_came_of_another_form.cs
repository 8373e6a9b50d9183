using Smederijen.Domain.Plans;
using Smederijen.Portal.Plans;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Tests.Plans;
using Smederijen.Portal.Tests.Staff;
using Smederijen.Portal.Work;

namespace Smederijen.Portal.Tests.Submitting;

/// <summary>Every form that ends in "kijk in uw mail" has the page that shows the address, sends the mail again, and takes a better address.</summary>
public sealed class When_no_mail_came_of_another_form
{
    private const string Wrong = "pit@voorbeeld.example";
    private const string Right = "piet@voorbeeld.example";
    private const string Group = $"/smederijen/{World.Village}/initiatiefgroep";
    private const string NewPlan = $"/smederijen/{World.Village}/plannen/nieuw";

    public static TheoryData<string> Forms => ["plan", "meedoen", "steun", "initiatiefgroep"];

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task The_page_shows_the_address_and_its_own_address_does_not(string form)
    {
        await using var world = await World.Begin();
        var page = await Sent(world, form);
        page.Words.ShouldContain(Wrong);
        page.Path.ShouldStartWith("/verstuurd/");
        page.Path.ShouldNotContain("@");
        (await world.NewBrowser().Get(page.Path)).ShouldHave(200).Words.ShouldContain("Geen mail gekregen?");
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task The_mail_goes_out_again_however_often_the_button_is_pressed(string form)
    {
        await using var world = await World.Begin();
        var page = await Sent(world, form);
        var again = new { wat = "opnieuw", opdracht = page.Hidden("opdracht") };
        for (var twice = 0; twice < 2; twice++)
            (await world.Browser.Send(page.Path, again)).ShouldHave(200).Words.ShouldContain("Wij sturen de mail nog een keer");
        await world.Work();
        world.Mailbox.To(Wrong).Count.ShouldBe(2);
        world.Mailbox.To(Wrong)[0].Subject.ShouldBe(world.Mailbox.To(Wrong)[1].Subject);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_better_address_gets_the_mail_and_the_link_of_the_first_is_void(string form)
    {
        await using var world = await World.Begin();
        var page = await Sent(world, form);
        var first = world.Mailbox.LastTo(Wrong).Link();
        (await world.Browser.Send(page.Path, new { wat = "adres", email = "pit@", opdracht = page.Hidden("opdracht") })).ShouldHave(400)
            .Words.ShouldContain("Dit is geen goed e-mailadres.");
        var better = (await world.Browser.Send(page.Path, new { wat = "adres", email = Right, opdracht = page.Hidden("opdracht") })).ShouldHave(200);
        better.Words.ShouldContain(Right);
        await world.Work();
        (await world.NewBrowser().Open(first)).ShouldHave(404);
        var link = (await world.NewBrowser().Open(world.Mailbox.LastTo(Right).Link())).ShouldHave(200);
        (await world.NewBrowser().Press(world.Mailbox.LastTo(Right).Link(), new { stap = "meedoen" })).ShouldHave(200);
        link.Words.ShouldContain(form is "initiatiefgroep" or "steun" ? "Piet Buurman" : "Een groter dorpshuis");
        (await Everything(world)).ShouldNotContain(Wrong);
        (await Taken(world, form)).ShouldBeTrue();
    }

    [Theory]
    [InlineData("meedoen")]
    [InlineData("steun")]
    [InlineData("initiatiefgroep")]
    public async Task Who_confirmed_already_does_not_come_in_twice_by_another_address(string form)
    {
        await using var world = await World.Begin();
        var page = await Sent(world, form);
        (await world.NewBrowser().Press(world.Mailbox.LastTo(Wrong).Link(), new { stap = "meedoen" })).ShouldHave(200);
        var after = (await world.Browser.Send(page.Path, new { wat = "adres", email = Right, opdracht = page.Hidden("opdracht") })).ShouldHave(200);
        after.Words.ShouldContain(Right);
        await world.Work();
        world.Mailbox.To(Right).ShouldBeEmpty();
        (await Everything(world)).ShouldNotContain(Right);
    }

    [Fact]
    public async Task A_plan_that_was_confirmed_meanwhile_is_told_so()
    {
        await using var world = await World.Begin();
        var page = await Sent(world, "plan");
        (await world.NewBrowser().Press(world.Mailbox.LastTo(Wrong).Link())).ShouldHave(200);
        var after = (await world.Browser.Get(page.Path)).ShouldHave(200);
        after.Words.ShouldContain("Uw plan is bevestigd");
        after.Text.ShouldContain((await world.LastPlan()).PublicPath);
        (await world.Browser.Post(page.Path, new { wat = "opnieuw", opdracht = page.Hidden("opdracht") })).ShouldHave(409);
    }

    [Fact]
    public async Task The_same_press_of_the_button_hands_in_one_plan_and_finds_its_page_again()
    {
        await using var world = await World.Begin();
        var form = Builders.APlan.With("opdracht", Smederijen.Portal.Forms.CommandId.NewToken());
        var first = (await world.Browser.Post(NewPlan, form)).ShouldHave(303).Location;
        (await world.Browser.Post(NewPlan, form)).ShouldHave(303).Location.ShouldBe(first);
        (await world.Store.Query(World.Village, PlanKeys.AllSummaries)).Rows.Count.ShouldBeLessThanOrEqualTo(1);
        await world.Work();
        world.Mailbox.To(Builders.Trekker).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("meedoen")]
    [InlineData("steun")]
    [InlineData("initiatiefgroep")]
    [InlineData("ideesteun")]
    public async Task Who_is_erased_is_gone_from_the_page_and_does_not_come_back(string form)
    {
        await using var world = await World.Begin();
        var page = await Sent(world, form);
        (await world.NewBrowser().Press(world.Mailbox.LastTo(Wrong).Link(), new { stap = "meedoen" })).ShouldHave(200);
        (await world.Anna().Post("/medewerkers/personen", new Erasing(Wrong))).ShouldHave(200).Words.ShouldContain("Wij bewaren niets over deze persoon");
        (await world.Browser.Get(page.Path)).ShouldHave(410).Words.ShouldNotContain(Wrong);
        (await world.Browser.Post(page.Path, new { wat = "opnieuw", opdracht = page.Hidden("opdracht") })).ShouldHave(410);
        (await Everything(world)).ShouldNotContain(Wrong);
        (await world.Store.All(Partitions.Access, RowRange.Prefix("verstuurd|")).ToListAsync())
            .Count.ShouldBe(form == "initiatiefgroep" ? 0 : 1, "the page of the one who handed in stays");
    }

    [Theory]
    [InlineData("idee")]
    [InlineData("ideesteun")]
    [InlineData("plan")]
    public async Task Erased_from_the_page_of_the_idea_or_plan_is_gone_from_this_one_too(string form)
    {
        await using var world = await World.Begin();
        var page = await Sent(world, form);
        var idea = new Portal.Ideas.IdeaKey(World.Village, form == "plan" ? "" : await Item(world));
        if (form == "plan")
            (await world.Anna().Post("/medewerkers/personen", new Erasing(Wrong))).ShouldHave(200);
        else
            (await world.Anna().Press(idea.Case("wissen"), new
            {
                wie = form == "idee" ? "indiener" : "supporter", zeker = "ja", email = Wrong, reden = "Op verzoek",
            })).ShouldHave(200);
        (await world.Browser.Get(page.Path)).ShouldHave(410);
    }

    [Theory]
    [InlineData("idee")]
    [InlineData("ideesteun")]
    [InlineData("steun")]
    [InlineData("initiatiefgroep")]
    public async Task An_address_that_staff_put_right_does_not_come_back_by_the_page(string form)
    {
        await using var world = await World.Begin();
        var page = await Sent(world, form);
        var better = new Search(Wrong, stap: "verbeter") { ["email"] = Right, ["reden"] = "Tikfout" };
        (await world.Anna().Post("/medewerkers/personen", better)).ShouldHave(200);
        (await world.Browser.Post(page.Path, new { wat = "opnieuw", opdracht = page.Hidden("opdracht") })).ShouldHave(410);
    }

    [Fact]
    public async Task A_title_that_staff_hid_is_not_shown_and_one_that_changed_is_shown_as_it_is()
    {
        await using var world = await World.Begin();
        var page = await Sent(world, "ideesteun");
        var idea = new Portal.Ideas.IdeaKey(World.Village, await Item(world));
        page.Words.ShouldContain(Residents.AnIdea.titel);
        await Hides(world, idea.Case("verbergen"), "titel", "Een zitplek");
        var after = (await world.Browser.Get(page.Path)).ShouldHave(200);
        after.Words.ShouldContain("Een zitplek");
        after.Words.ShouldNotContain(Residents.AnIdea.titel);
    }

    [Theory]
    [InlineData("ideesteun")]
    [InlineData("steun")]
    [InlineData("meedoen")]
    public async Task Of_what_is_hidden_the_page_shows_no_title_and_sends_no_mail(string form)
    {
        await using var world = await World.Begin();
        var page = await Sent(world, form);
        var title = form == "ideesteun" ? Residents.AnIdea.titel : "Een groter dorpshuis";
        page.Words.ShouldContain(title);
        await Hides(world, form == "ideesteun"
            ? new Portal.Ideas.IdeaKey(World.Village, await Item(world)).Case("verbergen")
            : $"{(await world.LastPlan()).StaffPath}?stap=verbergen", "alles");
        await world.Work();
        var mails = world.Mailbox.To(Wrong).Count;
        (await world.Browser.Get(page.Path)).ShouldHave(200).Text.ShouldNotContain(title);
        (await world.Browser.Post(page.Path, new { wat = "opnieuw", opdracht = page.Hidden("opdracht") })).ShouldHave(409).Text.ShouldNotContain(title);
        await world.Work();
        world.Mailbox.To(Wrong).Count.ShouldBe(mails);
    }

    private static async Task Hides(World world, string path, string part, string instead = "") =>
        (await world.Anna().Send(path, new { onderdeel = part, vervangend = instead, reden = "Dit hoort hier niet" })).ShouldHave(200);

    private static async Task<string> Item(World world) =>
        (await world.Store.Query(World.Village, Portal.Ideas.IdeaKeys.AllPhases)).Rows[^1].Row.Split('|')[^1];

    private static async Task<Answer> Sent(World world, string form)
    {
        var plan = form is "meedoen" or "steun" ? await world.BeginPlan() : default;
        var idea = form is "ideesteun" ? await world.SubmitAndConfirm() : default;
        var page = form switch
        {
            "idee" => await world.Browser.Send($"/smederijen/{World.Village}/ideeen/nieuw", Residents.AnIdea with { email = Wrong }),
            "ideesteun" => await world.Browser.Send($"{idea.Page()}/steun", new { naam = "Piet Buurman", email = Wrong, postcode = "7927 AB" }),
            "plan" => await world.Browser.Send(NewPlan, Builders.APlan.With("email", Wrong)),
            "meedoen" => await world.Browser.Send($"{plan.PublicPath}/meedoen", new { naam = "Piet Buurman", email = Wrong, rol = "Resident" }),
            "steun" => await world.Browser.Send($"{plan.PublicPath}/steun", new { naam = "Piet Buurman", email = Wrong, postcode = "7927 AB" }),
            _ => await world.Browser.Send(Group, new { naam = "Piet Buurman", email = Wrong }),
        };
        page.ShouldHave(200);
        await world.Work();
        return page;
    }

    private static async Task<bool> Taken(World world, string form)
    {
        if (form == "initiatiefgroep")
            return (await world.Store.Query(World.Village, RowRange.Prefix("groep|"))).Rows.ShouldHaveSingleItem().Read(WorkJson.Default.Person).Confirmed;
        var plan = await world.Plan(await world.LastPlan());
        return form switch
        {
            "plan" => plan.State is PlanState.Underway,
            "meedoen" => plan.Group.Size == 2,
            _ => plan.Supporters == 1,
        };
    }

    private static async Task<string> Everything(World world) => string.Concat(
        (await world.Store.Rows(World.Village, "")).Select(row => $"{row.Row} {row.Data}\n"));
}
