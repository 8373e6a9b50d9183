using Smederijen.Domain.Plans;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Plans;
using Smederijen.Portal.Plans.Steps;
using Smederijen.Portal.Settings;
using Smederijen.Portal.Forms;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Work;
using Smederijen.Portal.Tests.Governing;
using static Smederijen.Portal.Tests.Plans.Builders;

namespace Smederijen.Portal.Tests.Plans;

public sealed class When_a_plan_is_of_several_Smederijen
{
    private const string Other = "elim";

    [Fact]
    public async Task Each_lists_it_and_its_gebiedsregisseur_hears_once_it_is_confirmed()
    {
        await using var world = await World.Begin();
        var plan = await Begin(world, Other);

        var page = (await world.Browser.Open(plan.PublicPath)).ShouldHave(200);
        page.Words.ShouldContain($"Plan (lange klap) in {world.Settings().Name} en {world.Settings(Other).Name}");
        (await world.Browser.Open($"/smederijen/{Other}/plannen")).Words.ShouldContain($"Een groter dorpshuis , samen met {world.Settings().Name}");

        await world.Happens(plan, at => new PlanEvent.PartHidden(at, "anna", Domain.Ideas.IdeaEvent.Whole, "Dit beledigt iemand."));
        (await world.Browser.Open($"/smederijen/{Other}/plannen")).Words.ShouldNotContain("Een groter dorpshuis");
        (await world.Get<LogVerifier>().Verify()).Broken.ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_guides_the_other_hears_it_by_its_name_and_who_guides_both_does_not()
    {
        await using var world = await World.Begin();
        var book = world.Get<SettingsBook>();
        var elsewhere = book.Open.First(smederij => smederij.Gebiedsregisseur != world.Settings().Gebiedsregisseur);
        world.Settings(Other).Gebiedsregisseur.ShouldBe(world.Settings().Gebiedsregisseur);
        await Begin(world, $"{Other},{elsewhere.Id}");
        var mail = world.Mailbox.Mails.Single(one => one.Subject == "Een plan dat ook over uw gebied gaat: Een groter dorpshuis");
        mail.ToAddress.ShouldBe((await book.Contact(elsewhere.Id, elsewhere.Gebiedsregisseur))!.Email);
        mail.Text.ShouldContain($"van {world.Settings().Name} hoort nu ook bij {elsewhere.Name}.");
    }

    [Fact]
    public async Task Nobody_but_its_submitter_sees_it_before_that()
    {
        await using var world = await World.Begin();
        (await Submit(world, Other)).ShouldHave(303);
        await world.Work();
        (await world.Browser.Open($"/smederijen/{Other}/plannen")).Words.ShouldNotContain("Een groter dorpshuis");
        (await world.Store.Query(Other, PlanKeys.AllShared)).Rows.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_whole_municipality_is_all_of_its_Smederijen()
    {
        await using var world = await World.Begin();
        var plan = await Begin(world, "gemeente");
        (await world.Plan(plan)).Shares.Select(share => share.Smederij).ShouldBe(
            world.Get<SettingsBook>().Open.Select(smederij => smederij.Id).Where(id => id != World.Village), ignoreOrder: true);
        (await world.Browser.Open(plan.PublicPath)).Words.ShouldContain("Plan (lange klap) in alle Smederijen");
        world.Mailbox.Mails.Where(mail => mail.Subject.StartsWith("Een plan dat ook over uw gebied gaat", StringComparison.Ordinal))
            .Select(mail => mail.ToAddress).ShouldBeUnique("who guides several Smederijen hears it once");
        (await world.Browser.Open(world.GroupLink())).ShouldHave(200).Text.ShouldNotContain(PlanStep.AddSmederij.Words, customMessage: "none is left");
        (await world.Browser.Open($"{plan.PublicPath}/steun")).Words.ShouldContain("Iedereen uit een van de Smederijen kan één keer steunen.");
    }

    [Fact]
    public async Task Who_asks_for_money_is_shown_where_to_hand_in_the_idea_for_it()
    {
        await using var world = await World.Begin();
        await Begin(world, Other);
        var group = (await world.Browser.Open(world.GroupLink())).ShouldHave(200);
        group.Words.ShouldContain(PlanStep.AddSmederij.Words);
        var form = (await world.Browser.Open(PlanStep.LinkRound.AddressOn(group.Path))).ShouldHave(200).Text;
        foreach (var smederij in (string[])[World.Village, Other])
            form.ShouldContain($"href=\"/smederijen/{smederij}/ideeen/nieuw\"");
    }

    [Fact]
    public async Task What_was_ticked_stands_there_again_when_the_form_comes_back()
    {
        await using var world = await World.Begin();
        var plan = APlan.With("ook-voor", Other);
        plan["titel"] = "";
        var again = (await world.Browser.Post(Form, plan)).ShouldHave(400);
        again.Form()["ook-voor"].ShouldBe(Other);
    }

    [Fact]
    public async Task Residents_of_each_support_it_and_are_counted_where_they_live()
    {
        await using var world = await World.Begin();
        var plan = await Begin(world, Other);
        await Support(world, plan, "buur@voorbeeld.example", "7916 AB");
        await Support(world, plan, "dorp@voorbeeld.example", "7927 AB");
        (await world.Plan(plan)).ShouldSatisfyAllConditions(
            now => now.Supporters.ShouldBe(2), now => now.ShareOf(Other)!.Supporters.ShouldBe(1));
        (await world.Browser.Open(plan.PublicPath)).Words.ShouldContain($"{world.Settings().Name} 1, {world.Settings(Other).Name} 1");

        var refused = await world.NewBrowser().Post($"{plan.PublicPath}/steun", new { naam = "Ver Weg", email = "ver@voorbeeld.example", postcode = "1011 AB" });
        refused.ShouldHave(400).Words.ShouldContain("Alleen mensen uit de Smederijen van dit plan kunnen dit plan steunen.");

        var desk = world.BrowserOf("anna", "medewerker");
        var step = $"{plan.StaffPath}?stap=wissen";
        var form = (await desk.Get(step)).ShouldHave(200).Form();
        (form["email"], form["zeker"], form["reden"]) = ("buur@voorbeeld.example", "ja", "Op verzoek");
        (await desk.Post(step, form)).ShouldHave(303);
        (await world.Plan(plan)).ShouldSatisfyAllConditions(
            now => now.Supporters.ShouldBe(1), now => now.ShareOf(Other)!.Supporters.ShouldBe(0));
    }

    [Fact]
    public async Task An_idea_of_another_of_them_asks_its_own_round_and_belongs_to_one_plan()
    {
        await using var world = await World.Begin();
        var plan = await Begin(world, Other);
        var idea = await IdeaThere(world);
        (await world.Do("ronde", new { idee = $"https://smederijen.example{idea.Page()}" })).ShouldHave(303);
        (await world.Plan(plan)).Partners.ShouldHaveSingleItem().Smederij.ShouldBe(Other);
        var page = (await world.Browser.Open(plan.PublicPath)).ShouldHave(200);
        page.Text.ShouldContain($"href=\"{idea.Page()}\"");
        page.Words.ShouldContain($"{world.Settings(Other).Name} € 450");

        await Begin(world, Other);
        (await world.Do("ronde", new { idee = idea.Page() })).ShouldHave(400).Words.ShouldContain("Dit idee hoort al bij een plan.");
    }

    [Fact]
    public async Task Two_plans_that_ask_with_one_idea_at_the_same_moment_do_not_both_get_it()
    {
        await using var world = await World.Begin();
        await Begin(world, Other);
        var idea = await IdeaThere(world);
        var first = await Form(world, idea);
        await Begin(world, Other);
        var second = await Form(world, idea);
        var answers = await Task.WhenAll(new[] { first, second, first, second }.Select(press => press()));
        answers.Count(answer => answer.Status == 500).ShouldBe(0);
        var partners = 0;
        foreach (var row in (await world.Store.Query(World.Village, PlanKeys.AllSummaries)).Rows)
            partners += (await world.Plan(new PlanKey(World.Village, row.Row.Split('|')[1]))).Partners.Length;
        partners.ShouldBe(1);

        static async Task<Func<Task<Answer>>> Form(World world, IdeaKey idea)
        {
            var browser = world.NewBrowser();
            var page = (await browser.Open(world.GroupLink())).ShouldHave(200);
            var path = $"{page.Path.Split('?')[0]}?stap=ronde";
            return () => browser.PostWithFiles(path, new { idee = idea.Page() }.With("opdracht", CommandId.NewToken()));
        }
    }

    [Fact]
    public async Task Support_that_was_offered_before_the_Smederij_went_away_is_refused_with_why()
    {
        await using var world = await World.Begin();
        var plan = await Begin(world, Other);
        (await world.NewBrowser().Post($"{plan.PublicPath}/steun", new { naam = "Bert Buur", email = "buur@voorbeeld.example", postcode = "7916 AB" }))
            .ShouldHave(303);
        await world.Work();
        await world.Happens(plan, at => new PlanEvent.SmederijDropped(at, "anna", Other, "Een vergissing"));
        (await world.NewBrowser().Press(world.Mailbox.LastTo("buur@voorbeeld.example").Link())).ShouldHave(409).Words.ShouldContain(
            "Dit plan hoort niet bij uw Smederij.");
    }

    [Fact]
    public async Task A_claim_that_a_plan_never_made_good_holds_nobody_up()
    {
        await using var world = await World.Begin();
        var plan = await Begin(world, Other);
        var idea = await IdeaThere(world);
        await world.Store.Commit(Other, [new Write.Insert(IdeaKeys.PlanOfIdea(idea.Id), $"{World.Village}/plan-dat-stopte")]);
        (await world.Do("ronde", new { idee = idea.Page() })).ShouldHave(303);
        (await world.Plan(plan)).Partners.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task An_idea_of_a_Smederij_that_it_does_not_belong_to_is_refused()
    {
        await using var world = await World.Begin();
        await world.BeginPlan();
        var idea = await IdeaThere(world);
        (await world.Do("ronde", new { idee = idea.Page() })).ShouldHave(400).Words.ShouldContain(
            $"Dit is geen idee dat nu loopt in {world.Settings().Name}.");
    }

    [Fact]
    public async Task One_comes_later_and_goes_again_while_nobody_of_it_takes_part()
    {
        await using var world = await World.Begin();
        var plan = await world.BeginPlan();
        (await world.Do("smederij-erbij", new { smederij = "nergens" })).ShouldHave(400).Words.ShouldContain("Kies een Smederij.");
        (await world.Do("smederij-erbij", new { smederij = Other })).ShouldHave(303);
        (await world.Browser.Open($"/smederijen/{Other}/plannen")).Words.ShouldContain("Een groter dorpshuis");
        (await world.Browser.Open(plan.PublicPath)).Words.ShouldContain($"Dit plan hoort nu ook bij {world.Settings(Other).Name}");
        (await world.Do("smederij-weg", new { smederij = Other, reden = "Een vergissing" })).ShouldHave(303);
        (await world.Browser.Open($"/smederijen/{Other}/plannen")).Words.ShouldNotContain("Een groter dorpshuis");

        (await world.Do("smederij-erbij", new { smederij = Other })).ShouldHave(303);
        await Support(world, plan, "buur@voorbeeld.example", "7916 AB");
        (await world.Do("smederij-weg", new { smederij = Other, reden = "Toch niet" })).ShouldHave(409).Words.ShouldContain("Zij blijft bij dit plan.");
    }

    private static string Form => $"/smederijen/{World.Village}/plannen/nieuw";

    private static Task<Answer> Submit(World world, string others) => world.Browser.Post(Form, APlan.With("ook-voor", others));

    private static async Task<PlanKey> Begin(World world, string others)
    {
        (await Submit(world, others)).ShouldHave(303);
        await world.Work();
        (await world.Browser.Press(world.Mailbox.LastTo(Trekker).Link())).ShouldHave(200);
        await world.Work();
        return await world.LastPlan();
    }

    /// <summary>Somebody of the working group hands an idea in at the other Smederij.</summary>
    private static async Task<IdeaKey> IdeaThere(World world)
    {
        (await world.Browser.Post($"/smederijen/{Other}/ideeen/nieuw", Residents.AnIdea with { titel = "Een keuken", email = Trekker, postcode = "7916 AB" }))
            .ShouldHave(303);
        await world.Work();
        (await world.NewBrowser().Press(world.Mailbox.LastTo(Trekker).Link())).ShouldHave(200);
        await world.Work();
        await foreach (var row in world.Store.All(Other, IdeaKeys.AllPhases))
            return new IdeaKey(Other, row.Read(IdeaJson.Default.IdeaSummary).Id);
        throw new ShouldAssertException("No idea came in.");
    }

    private static async Task Support(World world, PlanKey plan, string email, string postcode)
    {
        (await world.NewBrowser().Post($"{plan.PublicPath}/steun", new { naam = "Bert Buur", email, postcode })).ShouldHave(303);
        await world.Work();
        (await world.NewBrowser().Press(world.Mailbox.LastTo(email).Link())).ShouldHave(200);
        await world.Work();
    }
}
