using Smederijen.Domain.Ideas;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Plans;
using Smederijen.Portal.Security;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Tests.Plans;
using Smederijen.Portal.Tests.Staff;
using Smederijen.Portal.Work;

namespace Smederijen.Portal.Tests.Support;

/// <summary>Two people of one mailbox support at most; each counts once, and nobody learns who supports already.</summary>
public sealed class When_two_people_share_a_mailbox
{
    private const string Mailbox = "familie@voorbeeld.example";

    [Fact]
    public async Task The_second_one_counts_by_name_and_initials()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        await Supports(world, idea, "Piet Buurman");
        await Supports(world, idea, "Petra Buurman", "P.");
        (await Confirmed(world, idea)).ShouldBe(2);
        (await world.Anna().Get(idea.Case("handtekeningen"))).Words.ShouldContain("Petra Buurman (P) Deelt een e-mailadres");
    }

    [Theory]
    [InlineData("Piet Buurman", "P.")]
    [InlineData("P. Buurman", "P.")]
    [InlineData("PIÉT  BUURMAN", "P.A.")]
    public async Task One_person_counts_once_however_the_form_is_filled_in(string name, string initials)
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        await Supports(world, idea, "Piet Buurman");
        await Offer(world, idea, name, initials);
        world.Mailbox.To(Mailbox).Count.ShouldBe(1, "who confirmed gets no second mail");
        (await world.Store.Query(idea.Smederij, IdeaKeys.Supporters(idea.Id))).Rows.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_page_of_a_person_gives_out_corrects_and_erases_one_of_them_and_never_both()
    {
        const string desk = "/medewerkers/personen";
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        await Supports(world, idea, "Piet Buurman");
        await Supports(world, idea, "Petra Buurman", "P.");
        foreach (var form in (Dictionary<string, string>[])[new Search(Mailbox, stap: "bestand"), new Search(Mailbox, stap: "verbeter"), new Erasing(Mailbox)])
            (await world.Anna().Post(desk, form)).ShouldHave(400).Words.ShouldContain("verschillende namen");
        (await Confirmed(world, idea)).ShouldBe(2);
        var page = (await world.Anna().Post(desk, new Search(Mailbox, naam: "Petra Buurman"))).ShouldHave(200);
        page.Words.ShouldContain("Op 1 plek");
        var better = new Search(Mailbox, naam: "Petra Buurman", stap: "verbeter") { ["naam"] = "Petra Bakker", ["reden"] = "Tikfout" };
        var corrected = (await world.Anna().Post(desk, better)).ShouldHave(200);
        corrected.Words.ShouldContain("Petra Bakker");
        corrected.Words.ShouldContain("Op 1 plek");
        (await world.Anna().Post(desk, new Erasing(Mailbox) { ["zoek-naam"] = "Petra Bakker" })).ShouldHave(200);
        (await Confirmed(world, idea)).ShouldBe(1);
        (await world.Anna().Post(desk, new Search(Mailbox))).ShouldHave(200).Words.ShouldContain("Piet Buurman");
    }

    [Fact]
    public async Task A_third_one_does_not_count()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        await Supports(world, idea, "Piet Buurman");
        await Supports(world, idea, "Petra Buurman", "P.");
        await Offer(world, idea, "Kees Ander", "K.");
        (await world.Store.Query(idea.Smederij, IdeaKeys.Supporters(idea.Id))).Rows.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("")]
    [InlineData("K.")]
    public async Task A_third_one_is_told_so_in_that_mailbox(string initials)
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        await Supports(world, idea, "Piet Buurman");
        await Supports(world, idea, "Petra Buurman", "P.");
        await Offer(world, idea, "Kees Ander", initials);
        world.Mailbox.To(Mailbox).Count.ShouldBe(3);
        var mail = world.Mailbox.LastTo(Mailbox);
        mail.Subject.ShouldBe("Met dit e-mailadres kunnen niet meer mensen steunen");
        mail.Text.ShouldContain("Dan hebt u een eigen e-mailadres nodig.");
        mail.Text.ShouldNotContain("/link/");
        $"{mail.Subject} {mail.Text} {mail.Html} {mail.ToName}".ShouldNotContain("Kees");
        $"{mail.Subject} {mail.Text} {mail.Html}".ShouldNotContain("Buurman");
    }

    [Fact]
    public async Task Of_a_plan_a_third_one_is_told_so_as_well()
    {
        await using var world = await World.Begin();
        var plan = await world.BeginPlan();
        foreach (var (name, initials) in (IEnumerable<(string, string)>)[("Piet Buurman", ""), ("Petra Buurman", "P."), ("Kees Ander", "K.")])
        {
            await world.Browser.Send($"{plan.PublicPath}/steun", Form(name, initials));
            await world.Work();
            if (name != "Kees Ander")
                await world.Browser.Press(world.Mailbox.LastTo(Mailbox).Link());
        }
        world.Mailbox.LastTo(Mailbox).Subject.ShouldBe("Met dit e-mailadres kunnen niet meer mensen steunen");
        (await world.Plan(plan)).Supporters.ShouldBe(2);
    }

    [Theory]
    [InlineData("duin@voorbeeld.example", "duin@voorbeeld.example")]
    [InlineData("gezin@voorbeeld.example", "Gezin+2@voorbeeld.example")]
    public async Task Who_did_not_confirm_yet_is_not_overwritten_by_another(string first, string second)
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        var page = await Offer(world, idea, "Kees Duin", "", first);
        var link = world.Mailbox.LastTo(first).Link();
        var other = await Offer(world, idea, "Truus Duin", "", second);
        other.Words.Replace(second, first, StringComparison.Ordinal).ShouldBe(page.Words);
        (await world.NewBrowser().Open(link)).ShouldHave(200).Words.ShouldContain("Deze pagina is voor Kees Duin.");
        var mail = world.Mailbox.Mails[^1];
        mail.Text.ShouldContain("Staat uw naam daar niet? Vul het formulier dan opnieuw in, met uw eigen naam en voorletters.");
        mail.Text.ShouldNotContain("Duin");

        await Offer(world, idea, "Truus Duin", "T.", second);
        var hers = world.Mailbox.LastTo(second).Link();
        (await world.NewBrowser().Open(hers)).ShouldHave(200).Words.ShouldContain("Deze pagina is voor Truus Duin.");
        (await world.Browser.Press(link)).ShouldHave(200);
        (await world.Browser.Press(hers)).ShouldHave(200);
        (await Confirmed(world, idea)).ShouldBe(2);
    }

    [Fact]
    public async Task Two_names_that_a_stranger_typed_keep_nobody_out_and_a_name_put_right_still_replaces()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        await Offer(world, idea, "kees duin", "");
        await Offer(world, idea, "Truus Duin", "T.");
        await Offer(world, idea, "Jan Ander", "J.");
        await Offer(world, idea, "Kees Duin", "");
        var names = (await world.Store.Query(idea.Smederij, IdeaKeys.Supporters(idea.Id))).Rows.Select(row => row.Read(WorkJson.Default.Person).Name);
        names.ShouldBe(["Kees Duin", "Jan Ander"], ignoreOrder: true);
        var last = world.Mailbox.To(Mailbox).Last(mail => mail.Text.Contains("/link/", StringComparison.Ordinal)).Link();
        (await world.NewBrowser().Press(last)).ShouldHave(200);
    }

    [Fact]
    public async Task Of_a_plan_who_did_not_confirm_yet_is_not_overwritten_either()
    {
        await using var world = await World.Begin();
        var plan = await world.BeginPlan();
        foreach (var name in (string[])["Kees Duin", "Truus Duin"])
        {
            await world.Browser.Send($"{plan.PublicPath}/steun", Form(name, ""));
            await world.Work();
        }
        var row = (await world.Store.Query(plan.Smederij, PlanKeys.Supporters(plan.Id))).Rows.ShouldHaveSingleItem();
        row.Read(WorkJson.Default.Person).Name.ShouldBe("Kees Duin");
        world.Mailbox.LastTo(Mailbox).Text.ShouldContain("Staat uw naam daar niet?");
    }

    [Fact]
    public async Task The_answer_is_the_same_whether_or_not_somebody_supports_already()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        var first = await Offer(world, idea, "Petra Buurman", "P.");
        await world.Browser.Press(world.Mailbox.LastTo(Mailbox).Link());
        var after = await Offer(world, idea, "Petra Buurman", "P.");
        var beside = await Offer(world, idea, "Kees Ander", "K.");
        after.Words.ShouldBe(first.Words);
        beside.Words.ShouldBe(first.Words);
    }

    [Fact]
    public async Task The_second_one_without_initials_is_told_what_lacks_in_that_mailbox_and_nowhere_else()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        var first = await Offer(world, idea, "Piet Buurman", "");
        await world.Browser.Press(world.Mailbox.LastTo(Mailbox).Link());
        var page = await Offer(world, idea, "Petra Buurman", "");
        page.Words.ShouldBe(first.Words, "the page tells nobody who supports already");
        var mail = world.Mailbox.LastTo(Mailbox);
        mail.Subject.ShouldBe("Met dit e-mailadres steunt al iemand");
        mail.Text.ShouldContain("Dan ontbreken uw voorletters.");
        mail.Text.ShouldNotContain("/link/");
        $"{mail.Subject} {mail.Text} {mail.Html} {mail.ToName}".ShouldNotContain("Petra");
        (await Confirmed(world, idea)).ShouldBe(1);
        (await world.Store.Query(idea.Smederij, IdeaKeys.Supporters(idea.Id))).Rows.Count.ShouldBe(1);

        var filled = await world.Browser.Send(page.Path, new { wat = "voorletters", voorletters = "P.", opdracht = page.Hidden("opdracht") });
        filled.ShouldHave(200);
        await world.Work();
        (await world.Browser.Press(world.Mailbox.LastTo(Mailbox).Link())).Words.ShouldContain("uw steun telt mee");
        (await Confirmed(world, idea)).ShouldBe(2);
    }

    [Fact]
    public async Task Initials_that_are_none_are_told_on_the_page_after_the_form_too()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        var page = await Offer(world, idea, "Piet Buurman", "");
        foreach (var typed in (string[])["", "12"])
        {
            var refused = (await world.Browser.Post(page.Path, new { wat = "voorletters", voorletters = typed, opdracht = page.Hidden("opdracht") }))
                .ShouldHave(400);
            refused.Words.ShouldContain("Vul alleen uw voorletters in");
            refused.Words.ShouldContain(Mailbox);
        }
    }

    [Fact]
    public async Task Of_a_plan_the_second_one_without_initials_is_told_what_lacks_as_well()
    {
        await using var world = await World.Begin();
        var plan = await world.BeginPlan();
        foreach (var name in (string[])["Piet Buurman", "Petra Buurman"])
        {
            await world.Browser.Send($"{plan.PublicPath}/steun", Form(name, ""));
            await world.Work();
            if (name == "Piet Buurman")
                await world.Browser.Press(world.Mailbox.LastTo(Mailbox).Link());
        }
        world.Mailbox.LastTo(Mailbox).Subject.ShouldBe("Met dit e-mailadres steunt al iemand");
        (await world.Plan(plan)).Supporters.ShouldBe(1);
    }

    [Fact]
    public async Task No_mail_to_the_mailbox_holds_a_name_or_initials_that_somebody_typed()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        await Supports(world, idea, "Piet Buurman");
        await Offer(world, idea, "Gratis Prijs", "XQZW");
        var mail = world.Mailbox.LastTo(Mailbox);
        $"{mail.Subject} {mail.Text} {mail.Html} {mail.ToName}".ShouldNotContain("XQZW");
        $"{mail.Subject} {mail.Text} {mail.Html} {mail.ToName}".ShouldNotContain("Gratis");
        (await world.Browser.Open(mail.Link())).Words.ShouldContain("Deze pagina is voor Gratis Prijs.");
    }

    [Fact]
    public async Task Two_who_come_at_the_same_moment_both_get_a_place()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        var first = IdeaKeys.Supporter(idea.Id, await world.Get<Pseudonyms>().OfSupporter(idea.Id, Mailbox));
        world.Store.Before = (_, writes) =>
        {
            if (writes.All(write => write.Row != first))
                return null;
            // Just before this form is committed, another instance commits the form of the other one.
            world.Store.Before = null;
            world.Lay(idea.Smederij, [new Write.Insert(first, Rows.Write(new Person("Piet Buurman", Mailbox, "7927AB"), WorkJson.Default.Person))])
                .GetAwaiter().GetResult();
            return null;
        };
        await Offer(world, idea, "Petra Buurman", "P.");
        (await world.Store.Query(idea.Smederij, IdeaKeys.Supporters(idea.Id))).Rows.Count.ShouldBe(2);
    }

    [Fact]
    public async Task One_other_may_share_the_mailbox_of_the_submitter()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        foreach (var (name, initials) in (IEnumerable<(string, string)>)[("Jannie de Vries", "J."), ("Piet de Vries", "P."), ("Kees Ander", "K.")])
        {
            await Offer(world, idea, name, initials, Residents.Submitter);
            if (world.Mailbox.LastTo(Residents.Submitter).Links() is [var link, ..])
                await world.Browser.Post((await world.Browser.Open(link)).Path);
        }
        (await Confirmed(world, idea)).ShouldBe(1);
    }

    [Fact]
    public async Task Initials_without_letters_are_told_so()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        (await world.Browser.Post($"{idea.Page()}/steun", Form("Piet Buurman", "12"))).ShouldHave(400).Words.ShouldContain("Vul alleen uw voorletters in");
    }

    [Fact]
    public async Task Staff_say_which_of_the_two_they_erase()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        await Supports(world, idea, "Piet Buurman");
        await Supports(world, idea, "Petra Buurman", "P.");
        (await world.Anna().Post(idea.Case("wissen"), new { wie = "supporter", zeker = "ja", email = Mailbox, reden = "Op verzoek" })).ShouldHave(400)
            .Words.ShouldContain("Twee mensen steunen met dit e-mailadres.");
        (await world.Anna().Press(idea.Case("wissen"), new { wie = "supporter", zeker = "ja", email = Mailbox, naam = "p", reden = "Op verzoek" })).ShouldHave(200);
        var left = (await world.Store.Query(idea.Smederij, IdeaKeys.Supporters(idea.Id))).Rows.ShouldHaveSingleItem();
        left.Read(WorkJson.Default.Person).Name.ShouldBe("Piet Buurman");
        (await Confirmed(world, idea)).ShouldBe(1);
    }

    [Fact]
    public async Task A_plan_has_two_places_as_well_and_the_working_group_has_one_of_them()
    {
        await using var world = await World.Begin();
        var plan = await world.BeginPlan();
        foreach (var (name, initials) in (IEnumerable<(string, string)>)[("Piet Buurman", "P."), ("Kees Ander", "K.")])
        {
            (await world.Browser.Post($"{plan.PublicPath}/steun", Form(name, initials, "trijntje@voorbeeld.example"))).ShouldHave(303);
            await world.Work();
            await world.Browser.Post((await world.Browser.Open(world.Mailbox.LastTo("trijntje@voorbeeld.example").Link())).Path);
        }
        var supporters = (await world.Store.Query(plan.Smederij, PlanKeys.Supporters(plan.Id))).Rows;
        supporters.Count(row => row.Read(WorkJson.Default.Person).Confirmed).ShouldBe(1);
    }

    private static async Task Supports(World world, IdeaKey idea, string name, string initials = "")
    {
        await Offer(world, idea, name, initials);
        (await world.Browser.Press(world.Mailbox.LastTo(Mailbox).Link())).Words.ShouldContain("uw steun telt mee");
    }

    private static async Task<Answer> Offer(World world, IdeaKey idea, string name, string initials, string email = Mailbox)
    {
        var answer = await world.Browser.Send($"{idea.Page()}/steun", Form(name, initials, email));
        await world.Work();
        return answer;
    }

    private static object Form(string name, string initials, string email = Mailbox) =>
        new { naam = name, voorletters = initials, email, postcode = "7927 AB" };

    private static async Task<int> Confirmed(World world, IdeaKey idea) =>
        (await world.Idea(idea)).State.ShouldBeOfType<IdeaState.GatheringSupport>().Confirmed;
}
