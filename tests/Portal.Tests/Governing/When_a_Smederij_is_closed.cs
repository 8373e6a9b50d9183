using Smederijen.Domain.Ideas;
using Smederijen.Domain.Money;
using Smederijen.Domain.Rounds;
using Smederijen.Portal.Settings;
using Smederijen.Portal.Tests.Plans;
using Smederijen.Portal.Tests.Stuurgroep;
using Smederijen.Portal.Tests.Voting;
using Smederijen.Portal.Work;

namespace Smederijen.Portal.Tests.Governing;

public sealed class When_a_Smederij_is_closed
{
    private const string Page = "/beheer/opheffen";

    /// <summary>The neighbour that the village goes into.</summary>
    private const string Heir = "elim";

    [Fact]
    public async Task It_merges_into_another_and_what_runs_finishes_by_its_own_rules()
    {
        await using var world = await World.Begin();
        var idea = await world.InReview();
        var inhabitants = world.Settings(Heir).Inhabitants + world.Settings().Inhabitants;
        await Merge(world);

        world.Settings().Closed.ShouldBeTrue();
        world.Settings(Heir).Inhabitants.ShouldBe(inhabitants);
        (await world.Browser.Open("/")).Words.ShouldContain("Opgeheven Smederijen Alteveer");
        var page = (await world.Browser.Open($"/smederijen/{World.Village}")).ShouldHave(200);
        page.Words.ShouldContain($"hoort nu bij {world.Settings(Heir).Name}");
        page.Words.ShouldNotContain("Dien een idee in");
        page.Words.ShouldNotContain("nodig uit", customMessage: "nobody is asked for support here any more");
        page.Words.ShouldNotContain("uw idee?");
        page.Words.ShouldContain("Dit geld is voor ideeën die hier al lopen.");
        (await world.Browser.Open($"/smederijen/{World.Village}/ideeen/nieuw")).Path.ShouldBe($"/smederijen/{World.Village}");
        (await world.Browser.Send("/mijn-smederij", new { postcode = "7927 AB" })).Path.ShouldBe($"/smederijen/{Heir}");

        (await world.Browser.Get(idea.Page())).ShouldHave(200);
        await world.Advise(Wijkteam.Opbouwwerker, "geschikt");
        await world.Advise(Wijkteam.Wijkagent, "geschikt");
        await world.Work();
        (await world.Idea(idea)).State.ShouldBeOfType<IdeaState.Granted>("the money of its own round is there for it");
        (await world.Get<LogVerifier>().Verify()).Broken.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_idea_that_comes_too_late_is_refused_with_where_it_is_welcome_and_what_was_typed()
    {
        await using var world = await World.Begin();
        await Merge(world);
        var answer = await world.Browser.Post($"/smederijen/{World.Village}/ideeen/nieuw", Residents.AnIdea);
        answer.ShouldHave(400).Words.ShouldContain($"Dien uw idee in bij {world.Settings(Heir).Name}.");
        answer.Text.ShouldContain(Residents.AnIdea.titel);
        answer.Text.ShouldContain($"href=\"/smederijen/{Heir}/ideeen/nieuw\"");
    }

    [Theory]
    [InlineData("ideeen")]
    [InlineData("plannen")]
    public async Task Nobody_first_mends_a_form_that_is_not_taken(string what)
    {
        await using var world = await World.Begin();
        await Merge(world);
        var answer = await world.Browser.Post($"/smederijen/{World.Village}/{what}/nieuw", new { titel = "Een groter dorpshuis" });
        answer.ShouldHave(400).Words.ShouldContain("Beschrijf uw ");
        answer.Words.ShouldContain($"neemt geen {(what == "ideeen" ? "ideeën" : "grote plannen")} meer aan.");
    }

    [Fact]
    public async Task Plans_and_new_members_of_the_group_are_led_to_where_they_are_welcome()
    {
        await using var world = await World.Begin();
        await Merge(world);
        var (smederij, heir) = ($"/smederijen/{World.Village}", world.Settings(Heir).Name);
        (await world.Browser.Open($"{smederij}/plannen/nieuw")).Path.ShouldBe(smederij);
        (await world.Browser.Open($"{smederij}/initiatiefgroep")).Path.ShouldBe(smederij);
        (await world.Browser.Open($"{smederij}/plannen")).ShouldHave(200).Words.ShouldNotContain("Een groot plan indienen");
        (await world.Browser.Open($"{smederij}/plannen")).Text.ShouldContain($"href=\"/smederijen/{Heir}/plannen\"");
        (await world.Browser.Open(smederij)).Words.ShouldNotContain("Dit geld is voor", customMessage: "no idea runs");

        var plan = (await world.Browser.Post($"{smederij}/plannen/nieuw", Builders.APlan)).ShouldHave(400);
        plan.Words.ShouldContain($"Dien uw plan in bij {heir}.");
        plan.Text.ShouldContain("Een groter dorpshuis");
        plan.Text.ShouldContain($"href=\"/smederijen/{Heir}/plannen\"");
        plan.Text.ShouldNotContain($"{smederij}/ideeen/nieuw", customMessage: "it takes no ideas either");
        var member = await world.Browser.Post($"{smederij}/initiatiefgroep", new { naam = "Trijntje Kok", email = "trijntje@voorbeeld.nl" });
        member.ShouldHave(400).Words.ShouldContain($"Doe mee bij {heir}.");
        member.Text.ShouldContain($"href=\"/smederijen/{Heir}/initiatiefgroep\"");
        await world.Work();
        world.Mailbox.To("trijntje@voorbeeld.nl").ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_left_of_every_year_goes_to_the_one_that_follows_to_the_cent()
    {
        await using var world = await AYearThatIsOver.Begin();
        await Merge(world);
        var (own, other) = ((await world.RoundOf("2027")).Ledger.Available, (await world.RoundOf("2027", Heir)).Ledger.Available);
        own.ShouldBeGreaterThan(Euro.Zero);

        var id = await world.AdoptLeft();
        (await world.Remainder(id)).Lines.Single(line => line.Smederij == World.Village).Into.ShouldBe(Heir);
        await world.Work();

        (await world.RoundOf("2027")).Ledger.Available.ShouldBe(Euro.Zero);
        (await world.RoundOf("2028", Heir)).Ledger.CarriedIn.ShouldBe(own + other, "one decision brings the money of both");
        (await world.Get<LogVerifier>().Verify()).Broken.ShouldBeEmpty();
        (await world.Browser.Open($"/smederijen/{World.Village}")).Words.ShouldContain("Meegegeven aan de Smederij die hierna komt, voor 2028");
        (await world.BrowserOf("anna", "medewerker").Open($"/medewerkers/geld/{Heir}?ronde=2028")).Words.ShouldContain(
            "Overgenomen van een opgeheven Smederij, uit 2027");
        (await world.Browser.Open($"/stuurgroep/besluiten/{id}")).Words.ShouldContain($"Alteveer Naar {world.Settings(Heir).Name}, mee naar 2028");
    }

    [Fact]
    public async Task While_an_idea_may_still_ask_for_it_the_money_stays_for_a_last_round()
    {
        await using var world = await World.Begin();
        var idea = await world.InReview();
        await world.Happens(idea, at => new IdeaEvent.Paused(at, "anna", "Wacht op de vergunning"));
        await Merge(world);
        await world.Until(new DateTimeOffset(2027, 6, 30, 22, 0, 0, TimeSpan.Zero));
        await world.Work();
        var id = await world.AdoptLeft();
        (await world.Remainder(id)).Lines.Single(line => line.Smederij == World.Village).Into.ShouldBeNull();
        await world.Work();
        (await world.RoundOf("2028")).Ledger.Available.ShouldBeGreaterThan(Euro.Zero);
    }

    [Fact]
    public async Task The_end_is_not_agreed_on_before_somebody_else_has_its_postcodes()
    {
        await using var world = await World.Begin();
        (await world.Fatima().Send(Page, new { smederij = World.Village, opvolger = Heir, reden = "Samen sterker" })).ShouldHave(200);
        (await world.Gijs().Agree(World.Village)).ShouldHave(409).Words.ShouldContain("Postcode 7927 hoort straks nergens meer bij.");
        await world.Gijs().Agree(Heir);
        (await world.Gijs().Agree(World.Village)).ShouldHave(200).Words.ShouldContain("Vastgesteld");
        world.Settings().Closed.ShouldBeTrue();
    }

    [Fact]
    public async Task Money_of_a_year_that_never_opens_leaves_too()
    {
        await using var world = await AYearThatIsOver.Begin();
        await world.AdoptLeft();
        await world.Work();
        var announced = (await world.RoundOf("2028")).Ledger.Available;
        announced.ShouldBeGreaterThan(Euro.Zero);
        await Merge(world);
        var desk = world.BrowserOf("anna", "medewerker");
        var draft = (await desk.Send(AYearThatIsOver.NewForm, new Dictionary<string, string> { ["jaar"] = "2028", ["naar-jaar"] = "2029" })).ShouldHave(200).Path;
        (await desk.Send($"{draft}/voorleggen")).ShouldHave(200);
        await world.Work();
        await world.Say(Domain.Stuurgroep.Voice.For, 6, AYearThatIsOver.IdOf(draft));
        await world.Work();
        (await world.RoundOf("2028")).ShouldSatisfyAllConditions(
            round => round.State.ShouldBeOfType<RoundState.Announced>(), round => round.Ledger.Available.ShouldBe(Euro.Zero));
        (await world.RoundOf("2029", Heir)).Ledger.CarriedIn.ShouldBe(announced);
        (await world.Get<LogVerifier>().Verify()).Broken.ShouldBeEmpty();
    }

    [Fact]
    public async Task During_a_vote_it_is_refused_with_the_day_on_which_that_is_over()
    {
        await using var world = await World.Begin();
        var vote = await AVote.Open(world);
        var form = new { smederij = AVote.Smederij, opvolger = Heir, reden = "Samen sterker" };
        (await world.Fatima().Send(Page, form)).ShouldHave(400).Words.ShouldContain("er is een stemming tot en met");
        (await world.Fatima().Get("/beheer/voorstellen")).Words.ShouldContain("Er ligt niets.");
        _ = vote;
    }

    [Fact]
    public async Task A_day_in_the_middle_of_a_vote_to_come_is_refused_and_what_was_drafted_before_a_vote_is_not_agreed_on_in_it()
    {
        await using var world = await World.Begin();
        (await world.Fatima().Send(Page, new { smederij = AVote.Smederij, opvolger = Heir, reden = "Samen sterker", vanaf = "2-7-2027" }))
            .ShouldHave(400).Words.ShouldContain("stemt Centrum misschien. Kies een dag daarna.");
        (await world.Fatima().Send(Page, new { smederij = AVote.Smederij, opvolger = Heir, reden = "Samen sterker" })).ShouldHave(200);
        await AVote.Sealed(world);
        var drafts = await world.Gijs().Open("/beheer/voorstellen");
        (await world.Gijs().Send("/beheer/voorstellen", drafts.Form())).ShouldHave(409).Words.ShouldContain("Hef de Smederij op na de uitslag.");
        world.Settings(AVote.Smederij).Closed.ShouldBeFalse();
    }

    [Fact]
    public async Task It_splits_into_two_and_nobody_gets_its_area_unasked()
    {
        await using var world = await World.Begin();
        await world.Fatima().Change(Heir, "Krijgt er een stuk bij", ("area", "7916\n7927"));
        await world.Gijs().Agree(Heir);
        var area = world.Settings(Heir).Area;
        await Agree(world, new { smederij = World.Village, opvolger = Heir, opvolger_2 = "centrum", reden = "Te groot" });
        world.Settings().Successors.ShouldBe([Heir, "centrum"]);
        world.Settings(Heir).Area.ShouldBe(area);
        (await world.Browser.Open($"/smederijen/{World.Village}")).Words.ShouldContain(
            $"Dien uw idee in bij {world.Settings(Heir).Name} of Centrum.");
    }

    [Theory]
    [InlineData("", Heir, "Kies welke Smederij u opheft.")]
    [InlineData(World.Village, World.Village, "Een Smederij kan zichzelf niet opvolgen.")]
    public async Task What_cannot_be_is_told_and_nothing_is_drafted(string closes, string heir, string sentence)
    {
        await using var world = await World.Begin();
        (await world.Fatima().Send(Page, new { smederij = closes, opvolger = heir, reden = "Omdat" })).ShouldHave(400).Words.ShouldContain(sentence);
        (await world.Fatima().Get("/beheer/voorstellen")).Words.ShouldContain("Er ligt niets.");
    }

    [Fact]
    public async Task Going_back_opens_it_again_and_the_year_page_is_about_the_open_ones_alone()
    {
        await using var world = await World.Begin();
        await Merge(world);
        (await world.Fatima().Open("/beheer/jaar")).Words.ShouldNotContain("Alteveer");
        var page = (await world.Fatima().Open($"{Administrators.PageOf(World.Village)}/wijzigen?versie=1")).ShouldHave(200).Form();
        page["reden"] = "Toch niet";
        await world.Fatima().Send($"{Administrators.PageOf(World.Village)}/wijzigen", page);
        (await world.Gijs().Agree(World.Village)).ShouldHave(200);
        world.Get<SettingsBook>().Open.ShouldContain(smederij => smederij.Id == World.Village);
        (await world.Browser.Open("/")).Words.ShouldNotContain("Opgeheven");
    }

    [Fact]
    public async Task Once_the_day_is_agreed_on_no_round_of_a_following_year_is_opened_or_asked_for()
    {
        await using var world = await World.Begin();
        await world.Until(new DateTimeOffset(2027, 5, 10, 8, 0, 0, TimeSpan.Zero));
        var before = (await world.Fatima().Open("/beheer/jaar")).ShouldHave(200).Form();
        await Agree(world, new { smederij = World.Village, opvolger = Heir, reden = "Samen sterker", vanaf = "1-8-2027" });
        var page = (await world.Fatima().Open("/beheer/jaar")).ShouldHave(200);
        page.Words.ShouldContain("Deze Smederijen worden opgeheven Zij krijgen geen ronde in 2028. Alteveer , vanaf zondag 1 augustus 2027");
        page.Form().ShouldNotContainKey("dag-alteveer");
        page.Form().ShouldContainKey("dag-krakeel");
        before["reden"] = "Het nieuwe jaar";
        (await world.Fatima().Send("/beheer/jaar", before)).Words.ShouldContain("Alteveer: Deze Smederij wordt opgeheven.");
        (await world.Gijs().AgreeOnYear()).ShouldHave(200);
        await world.Until(new DateTimeOffset(2027, 8, 2, 8, 0, 0, TimeSpan.Zero));
        await world.Work();
        world.Settings().ShouldSatisfyAllConditions(s => s.Closed.ShouldBeTrue(), s => s.Round.Period.ShouldBe("2027"));
        world.Settings("krakeel").Round.Period.ShouldBe("2028");
        (await world.BrowserOf("anna", "medewerker").Open("/medewerkers")).Words.ShouldNotContain("In Alteveer");
        (await world.Fatima().Open("/beheer")).Words.ShouldNotContain("Alteveer. Er is geen ronde open.");
    }

    private static Task Merge(World world) => Agree(world, new { smederij = World.Village, opvolger = Heir, reden = "Samen sterker" });

    private static async Task Agree(World world, object form)
    {
        var fields = form.GetType().GetProperties().ToDictionary(field => field.Name.Replace('_', '-'), field => $"{field.GetValue(form)}");
        (await world.Fatima().Send(Page, fields)).ShouldHave(200).Path.ShouldBe("/beheer/voorstellen");
        var drafts = await world.Gijs().Open("/beheer/voorstellen");
        (await world.Gijs().Send("/beheer/voorstellen", drafts.Form())).ShouldHave(200);
        await world.Work();
    }
}
