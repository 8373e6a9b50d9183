using Smederijen.Domain.Ideas;
using Smederijen.Domain.Plans;
using Smederijen.Portal.Forms;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Plans;
using Smederijen.Portal.Security;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Tests.Plans;
using Smederijen.Portal.Work;

namespace Smederijen.Portal.Tests.Staff;

/// <summary>Name, address and postcode are put right everywhere at once; the log tells that, and no value.</summary>
public sealed class When_staff_put_somebody_right
{
    private const string Desk = "/medewerkers/personen";
    private const string Piet = "piet@voorbeeld.example";
    private const string Better = "p.buurman@voorbeeld.example";

    [Fact]
    public async Task A_mail_that_waits_goes_out_again_to_the_new_address_and_the_first_link_is_void()
    {
        await using var world = await World.Begin();
        var idea = await world.Submit();
        var first = world.Mailbox.LastTo(Residents.Submitter).Link();
        (await Correct(world, Residents.Submitter, email: Better)).ShouldHave(200).Words.ShouldContain("Verbeterd");
        await world.Work();
        (await world.NewBrowser().Open(first)).ShouldHave(410).Words.ShouldContain("een ander e-mailadres");
        (await world.Idea(idea)).State.ShouldBeOfType<IdeaState.AwaitingConfirmation>();
        (await world.NewBrowser().Press(world.Mailbox.LastTo(Better).Link())).ShouldHave(200);
        (await world.Idea(idea)).State.ShouldBeOfType<IdeaState.GatheringSupport>();
    }

    [Fact]
    public async Task Links_of_a_running_idea_that_went_to_the_first_address_are_void_and_new_ones_work()
    {
        await using var world = await World.Begin();
        var idea = await world.Granted();
        var first = world.Mailbox.LastTo(Residents.Submitter).Links();
        (await Correct(world, Residents.Submitter, email: Better)).ShouldHave(200);
        await world.Work();
        foreach (var link in first)
            (await world.NewBrowser().Open(link)).ShouldHave(410);
        var page = (await world.NewBrowser().Open(world.Mailbox.LastTo(Better).Link())).ShouldHave(200);
        page.Path.ShouldStartWith("/betaalgegevens/");
        (await world.Idea(idea)).State.ShouldBeOfType<IdeaState.Granted>();
    }

    [Fact]
    public async Task The_log_says_that_it_happened_and_why_and_holds_no_value()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        await world.Work();
        var mails = world.Mailbox.Mails.Count;
        (await Correct(world, Residents.Submitter, naam: "Jannie Zonneveld", postcode: "7927 BB")).ShouldHave(200);
        await world.Work();
        world.Mailbox.Mails.Count.ShouldBe(mails, "the address is the same, so nobody is mailed again");
        var person = (await world.Store.Get(idea.Smederij, IdeaKeys.Submitter(idea.Id)))!.Read(WorkJson.Default.Person);
        (person.Name, person.Postcode, person.Email).ShouldBe(("Jannie Zonneveld", "7927BB", Residents.Submitter));
        (await world.Browser.Get(idea.Page())).Words.ShouldContain("Een medewerker verbeterde de gegevens van de indiener Reden: Tikfout");
        var log = string.Concat((await world.Store.Rows(idea.Smederij, $"idee|{idea.Id}|log|")).Select(row => row.Data));
        foreach (var value in (string[])["Zonneveld", "7927BB", "voorbeeld.example"])
            log.ShouldNotContain(value);
        (await world.Get<LogVerifier>().Verify()).Broken.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_supporter_moves_with_the_support_and_counts_once()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        await world.Support(idea, Piet);
        var old = await world.Get<Pseudonyms>().OfSupporter(idea.Id, Piet);
        (await Correct(world, Piet, email: Better)).ShouldHave(200);
        (await world.Store.Get(idea.Smederij, IdeaKeys.Supporter(idea.Id, old))).ShouldBeNull();
        (await Supporters(world, idea)).ShouldBe(1);
        await world.Browser.Press($"{idea.Page()}/steun", new { naam = "Piet Buurman", email = Better, postcode = "7927 AA" });
        await world.Work();
        world.Mailbox.To(Better).ShouldHaveSingleItem("who supports already has nothing to confirm").Subject.ShouldBe(Corrected);
        (await Supporters(world, idea)).ShouldBe(1);
    }

    [Fact]
    public async Task Support_that_waits_for_confirmation_is_confirmed_at_the_new_address()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        await world.Browser.Press($"{idea.Page()}/steun", new { naam = "Piet Buurman", email = Piet, postcode = "7927 AA" });
        await world.Work();
        var first = world.Mailbox.LastTo(Piet).Link();
        (await Correct(world, Piet, email: Better)).ShouldHave(200);
        await world.Work();
        (await world.NewBrowser().Open(first)).ShouldHave(404);
        (await world.NewBrowser().Press(world.Mailbox.LastTo(Better).Link())).ShouldHave(200);
        (await Supporters(world, idea)).ShouldBe(1);
    }

    [Fact]
    public async Task An_address_that_supports_already_is_refused_with_an_explanation_and_so_is_that_of_the_submitter()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        await world.Support(idea, Piet);
        await world.Support(idea, Better, "Pietje Buurman");
        (await Correct(world, Piet, email: Better)).ShouldHave(409).Words.ShouldContain("Eén adres telt één keer.");
        (await Correct(world, Piet, email: Residents.Submitter)).ShouldHave(409).Words.ShouldContain("Die telt niet als supporter.");
        (await Correct(world, Residents.Submitter, email: Piet)).ShouldHave(409).Words.ShouldContain("Eén adres telt één keer.");
        (await Supporters(world, idea)).ShouldBe(2);
    }

    [Fact]
    public async Task Who_supports_from_that_mailbox_already_does_not_count_twice_by_a_correction()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        await Supports(world, idea, "Aal Man", "A.", Better);
        await Supports(world, idea, "Kees Man", "K.", Better);
        await Supports(world, idea, "Kees Man", "K.", Piet);
        (await world.Anna().Post(Desk, new Erasing(Better) { ["zoek-naam"] = "Aal Man" })).ShouldHave(200);
        (await Correct(world, Piet, email: Better)).ShouldHave(409).Words.ShouldContain("Met dit adres steunt deze persoon dit idee al.");
        (await Supporters(world, idea)).ShouldBe(2);
    }

    [Fact]
    public async Task A_second_person_comes_to_a_mailbox_by_a_correction_and_a_third_does_not()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        await Supports(world, idea, "Kees Man", "K.", Better);
        await Supports(world, idea, "Mies Vrouw", "M.", Piet);
        (await Correct(world, Piet, email: Better)).ShouldHave(200).Words.ShouldContain("Verbeterd");
        var rows = (await world.Store.Query(idea.Smederij, IdeaKeys.Supporters(idea.Id))).Rows;
        rows.Select(row => row.Read(WorkJson.Default.Person)).Select(person => (person.Name, person.Email))
            .ShouldBe([("Kees Man", Better), ("Mies Vrouw", Better)], ignoreOrder: true);
        (await Supporters(world, idea)).ShouldBe(2);
        await Supports(world, idea, "Jan Ander", "J.", "jan@voorbeeld.example");
        (await Correct(world, "jan@voorbeeld.example", email: Better)).ShouldHave(409).Words.ShouldContain("steunen al twee mensen");
    }

    [Fact]
    public async Task Of_a_plan_a_second_person_comes_to_a_mailbox_and_the_same_one_does_not_count_twice()
    {
        await using var world = await World.Begin();
        var plan = await world.BeginPlan();
        await Supports(world, plan.PublicPath, "Kees Man", "K.", Better);
        await Supports(world, plan.PublicPath, "Kees Man", "K.", Piet);
        (await Correct(world, Piet, email: Better)).ShouldHave(409).Words.ShouldContain("Met dit adres steunt deze persoon dit plan al.");
        (await world.Anna().Post(Desk, new Erasing(Piet))).ShouldHave(200);
        await Supports(world, plan.PublicPath, "Mies Vrouw", "M.", Piet);
        (await Correct(world, Piet, email: Better)).ShouldHave(200).Words.ShouldContain("Verbeterd");
        (await world.Store.Query(plan.Smederij, PlanKeys.Supporters(plan.Id))).Rows.Count.ShouldBe(2);
    }

    private static Task Supports(World world, IdeaKey idea, string name, string initials, string email) =>
        Supports(world, idea.Page(), name, initials, email);

    private static async Task Supports(World world, string page, string name, string initials, string email)
    {
        (await world.Browser.Send($"{page}/steun", new { naam = name, voorletters = initials, email, postcode = "7927 AA" })).ShouldHave(200);
        await world.Work();
        (await world.Browser.Press(world.Mailbox.LastTo(email).Link())).ShouldHave(200);
    }

    [Fact]
    public async Task What_cannot_be_an_address_is_asked_again_with_the_text_in_its_place()
    {
        await using var world = await World.Begin();
        await world.SubmitAndConfirm();
        var page = (await Correct(world, Residents.Submitter, email: "jan@")).ShouldHave(400);
        page.Words.ShouldContain("Dit is geen goed e-mailadres.");
        page.Text.ShouldContain("value=\"jan@\"");
        (await Correct(world, Residents.Submitter, postcode: "12")).ShouldHave(400).Words.ShouldContain("Dit is geen goede postcode.");
        (await Correct(world, Residents.Submitter)).ShouldHave(400).Words.ShouldContain("Vul in wat er anders moet.");
    }

    [Fact]
    public async Task A_supporter_cannot_be_put_outside_the_area()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        await world.Support(idea, Piet);
        (await Correct(world, Piet, postcode: "9999 ZZ")).ShouldHave(409).Words.ShouldContain("hoort niet bij");
    }

    [Fact]
    public async Task A_member_of_a_working_group_gets_the_link_at_the_new_address_and_the_first_one_is_void()
    {
        await using var world = await World.Begin();
        var plan = await world.BeginPlan();
        var first = world.GroupLink();
        (await Correct(world, Builders.Trekker, email: Better)).ShouldHave(200);
        await world.Work();
        (await world.NewBrowser().Open(first)).ShouldHave(404);
        (await world.NewBrowser().Open(world.Mailbox.LastTo(Better).Link())).ShouldHave(200).Words.ShouldContain("Wat en wanneer");
        (await world.Plan(plan)).Group.ShouldBe(new Group(Residents: 1));
    }

    [Fact]
    public async Task A_member_of_the_initiatiefgroep_gets_the_link_at_the_new_address_and_the_first_one_is_void()
    {
        await using var world = await World.Begin();
        await world.Browser.Send($"/smederijen/{World.Village}/initiatiefgroep", new { naam = "Piet Buurman", email = Piet });
        await world.Work();
        var first = world.Mailbox.LastTo(Piet).Link();
        (await world.NewBrowser().Press(first, new { stap = "meedoen" })).ShouldHave(200);
        (await Correct(world, Piet, email: Better)).ShouldHave(200);
        await world.Work();
        (await world.NewBrowser().Open(first)).ShouldHave(404);
        (await world.NewBrowser().Open(world.Mailbox.LastTo(Better).Link())).ShouldHave(200).Words.ShouldContain("Piet Buurman");
    }

    [Fact]
    public async Task The_new_address_hears_in_every_phase_what_it_is_about_and_how_that_stands()
    {
        foreach (var (arrange, phase) in Phases)
        {
            await using var world = await World.Begin();
            await arrange(world);
            await world.Work();
            (await Correct(world, Residents.Submitter, email: Better)).ShouldHave(200);
            await world.Work();
            var mail = world.Mailbox.To(Better).Where(mail => mail.Subject == Corrected).ShouldHaveSingleItem(phase);
            mail.Text.ShouldContain(Residents.AnIdea.titel, Case.Sensitive, phase);
            mail.Text.ShouldContain($"Zo staat uw idee ervoor: {phase}.");
            world.Mailbox.To(Better).ShouldAllBe(other => !other.Subject.StartsWith("Vraag uw buren om steun", StringComparison.Ordinal));
            if (mail.Links() is [var link, ..])
                (await world.NewBrowser().Open(link)).ShouldHave(200).Words.ShouldContain(Residents.AnIdea.titel);
        }
    }

    [Fact]
    public async Task Before_anybody_confirmed_the_mail_holds_nothing_that_was_typed()
    {
        await using var world = await World.Begin();
        await world.Submit();
        (await Correct(world, Residents.Submitter, email: Better)).ShouldHave(200);
        await world.Work();
        foreach (var mail in world.Mailbox.To(Better))
        {
            foreach (var typed in (string[])[Residents.AnIdea.titel, Residents.AnIdea.naam])
                $"{mail.Subject} {mail.Text} {mail.Html} {mail.ToName}".ShouldNotContain(typed);
        }
        world.Mailbox.To(Better).Select(mail => mail.Subject).ShouldBe([Corrected, "Bevestig uw idee"]);
    }

    [Fact]
    public async Task The_address_from_before_hears_once_that_it_is_used_no_longer_and_nothing_else()
    {
        await using var world = await World.Begin();
        await world.SubmitAndConfirm();
        await world.SubmitAndConfirm(Residents.AnIdea with { titel = "Een pleintje" });
        await world.Work();
        var before = world.Mailbox.To(Residents.Submitter).Count;
        (await Correct(world, Residents.Submitter, email: Better)).ShouldHave(200).Words.ShouldContain("Op 2 plekken");
        await world.Work();
        var mail = world.Mailbox.To(Residents.Submitter).Skip(before).ShouldHaveSingleItem("once, in however many places it stood");
        mail.Subject.ShouldBe("Wij gebruiken dit e-mailadres niet meer");
        mail.Text.ShouldContain("Bel of mail dan de gemeente.");
        foreach (var secret in (string[])[Residents.AnIdea.titel, "Een pleintje", Residents.AnIdea.naam, Better, "/link/", "/ideeen/"])
            $"{mail.Subject} {mail.Text} {mail.Html} {mail.ToName}".ShouldNotContain(secret);
    }

    [Fact]
    public async Task The_address_from_before_is_gone_a_day_later_and_one_that_bounces_is_nobodys_concern()
    {
        await using var world = await World.Begin();
        await world.SubmitAndConfirm();
        await world.Work();
        world.Mailbox.Refused.Add(Residents.Submitter);
        (await Correct(world, Residents.Submitter, email: Better)).ShouldHave(200);
        await world.Work();
        (await world.Anna().Get("/medewerkers/berichten")).Words.ShouldContain("Er is niets blijven liggen.");
        (await Everything(world)).ShouldContain(Residents.Submitter);
        world.Clock.MoveTo(world.Clock.GetUtcNow().AddMinutes(6));
        (await world.Anna().Get("/medewerkers")).Words.ShouldNotContain("langer dan 5 minuten", customMessage: "it was meant to wait");
        await Later(world, TimeSpan.FromHours(25));
        (await Everything(world)).ShouldNotContain(Residents.Submitter);
    }

    [Fact]
    public async Task Who_is_erased_on_the_same_day_leaves_no_address_from_before()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        (await Correct(world, Residents.Submitter, email: Better)).ShouldHave(200);
        await world.Happens(idea, at => new IdeaEvent.Stopped(at, "anna", "Op verzoek"));
        await world.Work();
        (await world.Anna().Post(Desk, new Erasing(Better))).ShouldHave(200);
        (await world.Anna().Post(Desk, new Search(Residents.Submitter))).Words.ShouldContain("Oud adres, verdwijnt binnen een dag");
        (await world.Anna().Post(Desk, new Erasing(Residents.Submitter))).ShouldHave(200);
        (await Everything(world)).ShouldNotContain(Residents.Submitter);
    }

    [Fact]
    public async Task Who_supports_or_takes_part_hears_of_it_as_well()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        await world.Support(idea, Piet);
        await world.BeginPlan();
        await world.Browser.Send($"/smederijen/{World.Village}/initiatiefgroep", new { naam = "Piet Buurman", email = Piet });
        await world.Work();
        (await world.NewBrowser().Press(world.Mailbox.LastTo(Piet).Link(), new { stap = "meedoen" })).ShouldHave(200);
        (await Correct(world, Piet, email: Better)).ShouldHave(200);
        await world.Work();
        world.Mailbox.To(Better).Select(mail => mail.Subject).ShouldBe([Corrected, Corrected]);
        world.Mailbox.To(Better)[0].Text.ShouldContain("Uw steun blijft meetellen.");
        world.Mailbox.To(Better)[1].Text.ShouldContain("U doet nog steeds mee.");
        (await Correct(world, Builders.Trekker, email: "kok@voorbeeld.example")).ShouldHave(200);
        await world.Work();
        world.Mailbox.To("kok@voorbeeld.example").ShouldHaveSingleItem().Text.ShouldContain("U blijft lid van de werkgroep.");
    }

    [Fact]
    public async Task The_contact_of_a_partner_is_put_right_and_answers_from_the_new_address_alone()
    {
        await using var world = await World.Begin();
        var plan = await world.BeginPlan();
        await world.AskPartner();
        var first = world.Mailbox.LastTo(Builders.Fund).Link();
        var page = (await Correct(world, Builders.Fund, naam: "Fenna Fonds", email: Better)).ShouldHave(200);
        page.Words.ShouldContain("Verbeterd");
        page.Words.ShouldContain("Contact van een partner");
        await world.Work();
        world.Mailbox.To(Better).Select(mail => mail.Subject)
            .ShouldBe([Corrected, "Doet u mee? Een werkgroep vraagt uw organisatie om steun"]);
        (await world.NewBrowser().Open(first)).ShouldHave(410).Words.ShouldContain("een ander e-mailadres");
        var stranger = world.NewBrowser();
        await stranger.Post((await stranger.Get(first)).Location, new { vraag = "steun", steunt = "ja", reden = "Goed plan.", opdracht = "x" });
        (await world.Plan(plan)).Partners.ShouldHaveSingleItem().Voice.ShouldBeNull();

        var contact = world.NewBrowser();
        var answer = (await contact.Open(world.Mailbox.LastTo(Better).Link())).ShouldHave(200);
        answer.Words.ShouldContain("Fenna Fonds");
        await contact.PostWithFiles(answer.Path, new { vraag = "steun", steunt = "ja", reden = "Goed plan." }.With("opdracht", CommandId.NewToken()));
        (await world.Plan(plan)).Partners.ShouldHaveSingleItem().Voice.ShouldNotBeNull().Supports.ShouldBeTrue();
    }

    [Fact]
    public async Task The_contact_of_a_partner_is_found_given_out_and_erased()
    {
        await using var world = await World.Begin();
        await world.BeginPlan();
        await world.AskPartner();
        (await world.Anna().Post(Desk, new Search(Builders.Fund))).ShouldHave(200).Words.ShouldContain("Contact van een partner");
        (await world.Anna().Post(Desk, new Search(Builders.Fund, stap: "bestand"))).ShouldHave(200).Text.ShouldContain("Het Fonds");
        (await world.Anna().Post(Desk, new Erasing(Builders.Fund))).ShouldHave(200).Words.ShouldContain("Wij bewaren niets over deze persoon");
        (await Everything(world)).ShouldNotContain("Femke");
    }

    private const string Corrected = "De gemeente heeft uw e-mailadres verbeterd";

    private static readonly (Func<World, Task<IdeaKey>> Arrange, string Phase)[] Phases =
    [
        (world => world.SubmitAndConfirm(), "Zoekt steun"),
        (world => world.InReview(), "Bij het wijkteam"),
        (world => world.Granted(), "Geld toegekend"),
        (world => world.Released(), "In uitvoering"),
        (async world =>
        {
            var idea = await world.SubmitAndConfirm();
            await world.Happens(idea, at => new IdeaEvent.Stopped(at, "anna", "Op verzoek"));
            return idea;
        }, "Gestopt door de gemeente"),
    ];

    private static async Task Later(World world, TimeSpan time)
    {
        world.Clock.MoveTo(world.Clock.GetUtcNow() + time);
        foreach (var row in await world.Store.Rows(World.Village, "effect|"))
            await world.Get<WorkList>().PerformDue(new WorkKey(World.Village, row.Row.Split('|')[1]));
    }

    private static async Task<string> Everything(World world) => string.Concat(
        (await world.Store.Rows(World.Village, "")).Select(row => $"{row.Row} {row.Data}\n"));

    private static async Task<int> Supporters(World world, IdeaKey idea) =>
        (await world.Idea(idea)).State.ShouldBeOfType<IdeaState.GatheringSupport>().Supporters;

    private static Task<Answer> Correct(World world, string who, string naam = "", string email = "", string postcode = "") =>
        world.Anna().Post(Desk, new Dictionary<string, string>
        {
            ["zoek-email"] = who, ["stap"] = "verbeter", ["naam"] = naam, ["email"] = email, ["postcode"] = postcode, ["reden"] = "Tikfout",
        });
}
