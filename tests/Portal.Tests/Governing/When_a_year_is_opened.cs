using Smederijen.Domain.Rounds;
using Smederijen.Domain.Stuurgroep;
using Smederijen.Portal.Settings;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Tests.Staff;
using Smederijen.Portal.Tests.Stuurgroep;
using Smederijen.Portal.Work;

namespace Smederijen.Portal.Tests.Governing;

public sealed class When_a_year_is_opened
{
    private const string Year = "/beheer/jaar";

    private static readonly DateTimeOffset May = new(2027, 5, 10, 8, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset FirstOfJuly = new(2027, 6, 30, 22, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task All_of_them_go_on_with_last_years_round_once_a_second_person_agreed()
    {
        await using var world = await InMay();
        var page = (await world.Fatima().Open(Year)).ShouldHave(200);
        page.Words.ShouldContain("Het jaar 2028 openen");
        page.Words.ShouldContain("Alteveer Nu 2027: tot en met 30 juni 2027, een goed idee krijgt meteen geld.");
        page.Form()["vanaf"].ShouldBe("1-7-2027");
        page.Form()["dag-alteveer"].ShouldBe("30-6-2028");
        var drafted = (await world.Fatima().DraftYear(("dag-krakeel", "31-8-2028"), ("meteen-krakeel", "nee"))).ShouldHave(200);
        drafted.Words.ShouldContain("Alteveer van fatima Jaar: 2027, wordt 2028 Laatste dag van de ronde: 30 juni 2027, wordt 30 juni 2028 Vanaf 1 juli 2027 Geld nog niet verdeeld");
        drafted.Words.ShouldContain("Laatste dag van de ronde: 30 juni 2027, wordt 31 augustus 2028");
        drafted.Words.ShouldContain("Een andere beheerder stelt dit vast");
        drafted.Text.ShouldNotContain("Alle vaststellen");
        world.Settings().Version.ShouldBe(1);

        var agreed = (await world.Gijs().AgreeOnYear()).ShouldHave(200);
        agreed.Words.ShouldContain("Dit jaar is voor alle Smederijen vastgesteld.");
        agreed.Words.ShouldContain("Alteveer 1 juli 2027 30 juni 2028 Ja");
        world.Settings().Round.Period.ShouldBe("2027");
        await world.Until(FirstOfJuly);
        await world.Work();
        foreach (var smederij in world.Get<SettingsBook>().All)
        {
            smederij.Round.Period.ShouldBe("2028");
            (await world.RoundOf("2028", smederij.Id)).State.ShouldBeOfType<RoundState.Open>();
        }
        (await world.RoundOf("2028", "krakeel")).State.ShouldBe(new RoundState.Open(new DateTimeOffset(2028, 8, 31, 22, 0, 0, TimeSpan.Zero)));
        world.Settings("krakeel").Round.Rolling.ShouldBeFalse();
        world.Settings("krakeel").Round.Vote.ShouldBe((await world.Get<SettingsBook>().Version("krakeel", 1)).Round.Vote);
        (await world.Get<LogVerifier>().Verify()).Broken.ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_drafted_it_does_not_agree_on_it_and_who_is_no_administrator_only_looks()
    {
        await using var world = await InMay();
        (await world.BrowserOf("anna", "medewerker").Open(Year)).ShouldHave(200).Text.ShouldNotContain("<form action=\"/beheer/jaar\"");
        (await world.BrowserOf("anna", "medewerker").Post(Year, new { jaar = "2028" })).ShouldHave(403);
        var form = (await world.Fatima().DraftYear()).Form();
        (await world.Fatima().Post($"{Year}/vaststellen", form)).ShouldHave(409).Words.ShouldContain(
            "Alteveer: Dit gaat over geld, stemmen of plekken. Vraag een andere beheerder");
        (await world.BrowserOf("anna", "medewerker").Post($"{Year}/vaststellen", form)).ShouldHave(403);
        (await Agreed(world)).ShouldBe(0);
    }

    [Theory]
    [InlineData("vanaf", "1-6-2027", "loopt tot en met 30 juni 2027. Laat de nieuwe ronde daarna ingaan.")]
    [InlineData("vanaf", "10-5-2027", "Kies een dag vanaf morgen.")]
    [InlineData("vanaf", "", "Vul in op welke dag de rondes beginnen.")]
    [InlineData("reden", "", "Schrijf waarom u dit doet")]
    [InlineData("dag-alteveer", "1-6-2027", "Alteveer: De laatste dag van de ronde ligt voor de dag waarop dit ingaat.")]
    [InlineData("dag-alteveer", "", "Alteveer: vul de laatste dag in.")]
    [InlineData("dag-alteveer", "morgen", "Deze datum kunnen wij niet lezen.")]
    public async Task What_cannot_be_is_told_and_nothing_is_drafted(string field, string value, string sentence)
    {
        await using var world = await InMay();
        var answer = (await world.Fatima().DraftYear((field, value))).ShouldHave(400);
        answer.Words.ShouldContain(sentence);
        answer.Form()[field].ShouldBe(value);
        answer.Form()["dag-krakeel"].ShouldBe("30-6-2028");
        (await Drafted(world)).ShouldBe(0);
    }

    [Fact]
    public async Task A_Smederij_can_be_left_out_and_the_reason_stays()
    {
        await using var world = await InMay();
        var drafted = (await world.Fatima().DraftYear(("geen-alteveer", "Het dorp spaart een jaar"))).ShouldHave(200);
        (await Drafted(world)).ShouldBe(23);
        drafted.Words.ShouldContain("Geen ronde in 2028");
        drafted.Form()["geen-alteveer"].ShouldBe("Het dorp spaart een jaar");
        await world.Gijs().AgreeOnYear();
        await world.Until(FirstOfJuly);
        await world.Work();
        world.Settings().Round.Period.ShouldBe("2027");
        world.Settings("krakeel").Round.Period.ShouldBe("2028");
        (await world.Fatima().Open("/beheer")).Words.ShouldNotContain("Alteveer. Er is geen ronde open.");
        // It was meant, so nobody is warned; the following year is there for all again.
        (await world.BrowserOf("anna", "medewerker").Open("/medewerkers")).Words.ShouldNotContain("Alteveer loopt geen ronde");
        var next = (await world.Fatima().Open(Year)).ShouldHave(200);
        next.Words.ShouldContain("Het jaar 2029 openen");
        next.Form()["dag-alteveer"].ShouldBe("30-6-2029");
        (await world.Get<LogVerifier>().Verify()).Broken.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_draft_of_something_else_stays_and_is_told_and_the_others_go_on()
    {
        await using var world = await InMay();
        await world.Fatima().Change(World.Village, "Meer steun", ("supportThreshold", "9"));
        (await world.Fatima().Open(Year)).Words.ShouldContain("Deze kunnen nu niet mee Alteveer : er ligt een voorstel van fatima voor iets anders.");
        (await world.Fatima().DraftYear()).ShouldHave(200);
        (await world.History(World.Village)).Draft.ShouldNotBeNull().Reason.ShouldBe("Meer steun");
        (await world.Gijs().AgreeOnYear()).ShouldHave(200);
        (await Agreed(world)).ShouldBe(23);
        (await world.Fatima().Agree(World.Village)).ShouldHave(200);
        world.Settings().SupportThreshold.ShouldBe(9);
        (await world.Fatima().DraftYear()).ShouldHave(200);
        (await world.Gijs().AgreeOnYear()).ShouldHave(200).Words.ShouldContain("Dit jaar is voor alle Smederijen vastgesteld.");
        await world.Until(FirstOfJuly);
        (world.Settings().SupportThreshold, world.Settings().Round.Period).ShouldBe((9, "2028"));
    }

    [Fact]
    public async Task A_draft_that_somebody_changed_after_the_page_was_opened_is_not_agreed_on_unseen()
    {
        await using var world = await InMay();
        var form = (await world.Fatima().DraftYear()).ShouldHave(200).Form();
        await world.Fatima().Change(World.Village, "Toch langer", ("round.closesOn", "31-12-2028"), ("vanaf", "1-7-2027"));
        var told = (await world.Gijs().Post($"{Year}/vaststellen", form)).ShouldHave(409);
        told.Words.ShouldContain("Alteveer: Iemand anders heeft intussen iets veranderd.");
        (await Agreed(world)).ShouldBe(23);
        (await world.Gijs().AgreeOnYear()).ShouldHave(200);
        (await Agreed(world)).ShouldBe(24);
    }

    [Fact]
    public async Task Pressed_twice_each_button_does_it_once()
    {
        await using var world = await InMay();
        var (fatima, gijs) = (world.Fatima(), world.Gijs());
        var form = (await fatima.Open(Year)).Form();
        (await fatima.Send(Year, form)).ShouldHave(200);
        var rows = await Count(world);
        (await fatima.Send(Year, form)).ShouldHave(200);
        (await Count(world)).ShouldBe(rows);
        form["dag-alteveer"] = "31-12-2028";
        (await fatima.Send(Year, form)).ShouldHave(409).Words.ShouldContain("Alteveer: Er ligt al een voorstel voor 2028. Gooi dat eerst weg.");
        var page = (await gijs.Open(Year)).Form();
        (await gijs.Send($"{Year}/vaststellen", page)).ShouldHave(200);
        rows = await Count(world);
        (await gijs.Send($"{Year}/vaststellen", page)).ShouldHave(200);
        page["opdracht"] = "";
        (await gijs.Send($"{Year}/vaststellen", page)).ShouldHave(200);
        (await Count(world)).ShouldBe(rows);
    }

    [Fact]
    public async Task All_drafts_are_thrown_away_in_one_press()
    {
        await using var world = await InMay();
        var form = (await world.Fatima().DraftYear()).ShouldHave(200).Form();
        (await world.Gijs().Send($"{Year}/weggooien", form)).ShouldHave(409).Words.ShouldContain("Zet een vinkje als u het zeker weet.");
        (await Drafted(world)).ShouldBe(24);
        form["zeker"] = "ja";
        (await world.Gijs().Send($"{Year}/weggooien", form)).ShouldHave(200).Words.ShouldContain("Nog geen ronde in 2028");
        (await Drafted(world)).ShouldBe(0);
        (await world.Gijs().Send($"{Year}/weggooien", form)).ShouldHave(200);
        (await world.Gijs().DraftYear()).ShouldHave(200);
        (await Drafted(world)).ShouldBe(24);
    }

    [Fact]
    public async Task After_a_stop_at_any_commit_the_same_press_finishes()
    {
        await using var world = await InMay();
        var (fatima, gijs) = (world.Fatima(), world.Gijs());
        await PressUntilDone(world, fatima, Year, (await fatima.Open(Year)).Form());
        (await Drafted(world)).ShouldBe(24);
        await PressUntilDone(world, gijs, $"{Year}/vaststellen", (await gijs.Open(Year)).Form());
        (await Agreed(world)).ShouldBe(24);
        foreach (var smederij in world.Get<SettingsBook>().All)
            (await world.History(smederij.Id)).Versions.Length.ShouldBe(2);
        await world.Until(FirstOfJuly);
        await world.Work();
        (await world.Rounds("2028")).Count.ShouldBe(24);
        (await world.Get<LogVerifier>().Verify()).Broken.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_page_says_whether_the_stuurgroep_divided_the_money()
    {
        await using var world = await InMay();
        var before = (await world.Fatima().Open(Year)).Words;
        before.ShouldContain("De stuurgroep heeft het geld van 2028 nog niet verdeeld De ronde gaat wel open, maar deelt nog niets uit.");
        await world.PutToSeats();
        await world.Say(Voice.For, 6);
        await world.Work();
        var after = (await world.Fatima().Open(Year)).Words;
        after.ShouldNotContain("nog niet verdeeld");
        after.ShouldContain("een goed idee krijgt meteen geld. € 4.841,58 Laatste dag");
    }

    [Fact]
    public async Task Opened_before_the_money_is_divided_a_round_hands_out_nothing_until_it_is()
    {
        await using var world = await InMay();
        await world.Fatima().DraftYear();
        await world.Gijs().AgreeOnYear();
        await world.Until(FirstOfJuly);
        await world.Work();
        (await world.RoundOf("2028")).Ledger.Total.ShouldBe(Domain.Money.Euro.Zero);
        await world.PutToSeats();
        await world.Say(Voice.For, 6);
        await world.Work();
        (await world.RoundOf("2028")).Ledger.Available.Cents.ShouldBe(484_158);
        (await world.RoundOf("2028")).State.ShouldBeOfType<RoundState.Open>();
    }

    private static async Task<World> InMay()
    {
        var world = await World.Begin();
        await world.Until(May);
        return world;
    }

    private static async Task PressUntilDone(World world, Browser browser, string path, Dictionary<string, string> form)
    {
        for (var stopped = true; stopped;)
        {
            stopped = false;
            world.Store.After = (partition, writes) =>
            {
                if (partition != Partitions.Settings || !writes.Any(write => write is Write.Insert { Row: var row } && row.Contains("|log|",
                    StringComparison.Ordinal)))
                    return;
                stopped = true;
                throw new StoreUnavailableException("The machine stops.", new IOException());
            };
            var answer = await browser.Post(path, form);
            world.Store.After = null;
            answer.Status.ShouldBe(stopped ? 503 : 303);
        }
    }

    private static async Task<int> Count(World world) => (await world.Store.Rows(Partitions.Settings, "instelling")).Count;

    private static async Task<int> Drafted(World world) => await Count(world, settings => settings.Draft is not null);

    private static async Task<int> Agreed(World world) => await Count(world, settings => settings.Versions.Length > 1);

    private static async Task<int> Count(World world, Func<Domain.Settings.SettingsHistory, bool> which)
    {
        var count = 0;
        foreach (var smederij in world.Get<SettingsBook>().All)
            count += which(await world.History(smederij.Id)) ? 1 : 0;
        return count;
    }
}
