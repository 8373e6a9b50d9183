using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Smederijen.Domain.Rounds;
using Smederijen.Portal.Settings;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Tests.Stuurgroep;
using Smederijen.Portal.Work;
using static Smederijen.Portal.Tests.Governing.Administrators;

namespace Smederijen.Portal.Tests.Governing;

/// <summary>A year is opened months before it begins, and until then life goes on.</summary>
public sealed class When_settings_change_before_what_waits
{
    private const string Threshold = "supportThreshold";

    private static readonly DateTimeOffset FirstOfApril = new(2026, 3, 31, 22, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset FirstOfJuly = new(2027, 6, 30, 22, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task While_2028_is_opened_a_new_seat_counts_at_once_and_2028_still_begins_with_it()
    {
        await using var world = await World.Begin();
        await OpenYear(world);
        var page = (await world.Fatima().Change(
            World.Village, "Erbij", (Threshold, "4"), ("wijkteam.members.4.function", "jongerenwerker"), ("wijkteam.members.4.kernteam", "nee")))
            .ShouldHave(200);
        page.Words.ShouldContain("Ook de wijziging die op 1 juli 2027 ingaat, krijgt dit.");
        page.Words.ShouldContain("Steun die een idee nodig heeft 5 4");
        page.Words.ShouldContain("Dit gaat over plekken van mensen.");
        page.Words.ShouldNotContain("Jaar 2027 2028");
        (await world.Gijs().Agree(World.Village)).ShouldHave(200).Words.ShouldContain("Vastgesteld Dit geldt vanaf nu.");
        await world.Work();

        world.Settings().ShouldSatisfyAllConditions(
            now => now.Version.ShouldBe(3), now => now.SupportThreshold.ShouldBe(4), now => now.Round.Period.ShouldBe("2027"),
            now => now.Wijkteam.Members.Select(member => member.Id).ShouldContain("jongerenwerker"));
        (await world.Fatima().Open("/beheer/mensen")).Words.ShouldContain("jongerenwerker");
        const string Place = $"/beheer/mensen/{World.Village}_jongerenwerker";
        var holder = (await world.Fatima().Open(Place)).Form();
        (holder["naam"], holder["email"]) = ("Sanne Bos", "sanne@voorbeeld.example");
        (await world.Fatima().Send(Place, holder)).ShouldHave(200);
        await world.Gijs().Send($"{Place}/vaststellen", (await world.Gijs().Open(Place)).Form());
        await world.Work();
        await world.InReview();
        world.Mailbox.To("sanne@voorbeeld.example").ShouldHaveSingleItem("the new seat is asked");

        var history = (await world.Gijs().Open(PageOf(World.Village))).ShouldHave(200).Words;
        history.ShouldContain("Geldt vanaf 1 juli 2027");
        history.ShouldContain("Nu geldt versie 3 .");
        history.ShouldContain("Versie 4 : voorgesteld door fatima, vastgesteld door gijs, geldt vanaf donderdag 1 juli 2027");
        history.ShouldContain("Versie 2 : voorgesteld door fatima, vastgesteld door gijs, opgegaan in versie 4");
        (await world.Gijs().Open($"{PageOf(World.Village)}/versies/2")).ShouldHave(200).Words.ShouldContain("Het nieuwe jaar");

        await world.Until(FirstOfJuly);
        await world.Work();
        world.Settings().ShouldSatisfyAllConditions(
            now => now.Version.ShouldBe(4), now => now.SupportThreshold.ShouldBe(4), now => now.Round.Period.ShouldBe("2028"),
            now => now.Wijkteam.Members.Select(member => member.Id).ShouldContain("jongerenwerker"));
        (await world.RoundOf("2028")).State.ShouldBeOfType<RoundState.Open>();
        (await world.Get<LogVerifier>().Verify()).Broken.ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_process_knows_it_within_seconds()
    {
        await using var world = await World.Begin();
        await using var other = await World.Begin(services => services.AddSingleton(new PlainStore(world.Store)));
        await OpenYear(world);
        await Changed(world, (Threshold, "4"));
        other.Clock.MoveTo(world.Clock.GetUtcNow().AddSeconds(10));
        (await other.Browser.Open($"/smederijen/{World.Village}")).ShouldHave(200);
        other.Settings().SupportThreshold.ShouldBe(4);
        other.Get<SettingsBook>().Coming(World.Village).ShouldNotBeNull().Round.Period.ShouldBe("2028");
        other.Clock.MoveTo(FirstOfJuly);
        (await other.Browser.Open($"/smederijen/{World.Village}")).ShouldHave(200);
        (other.Settings().SupportThreshold, other.Settings().Version).ShouldBe((4, 4));
    }

    [Fact]
    public async Task The_form_says_what_it_is_filled_with()
    {
        await using var world = await World.Begin();
        await OpenYear(world);
        var form = (await world.Fatima().Open($"{PageOf(World.Village)}/wijzigen")).ShouldHave(200);
        form.Words.ShouldContain("Op 1 juli 2027 gaat al een wijziging in Hieronder staat wat er vanaf die dag geldt.");
        form.Form()["round.period"].ShouldBe("2028");
        (await world.Fatima().Change(World.Village, "Niets")).ShouldHave(409).Words.ShouldContain("U hebt niets veranderd.");
        (await world.Fatima().Open($"{PageOf("elim")}/wijzigen")).Words.ShouldNotContain("gaat al een wijziging in");
    }

    [Theory]
    [InlineData("9")]
    [InlineData("5")]
    public async Task What_waits_for_a_later_day_is_not_overruled_unseen(string threshold)
    {
        await using var world = await World.Begin();
        await Changed(world, (Threshold, "8"), ("terms.supportDays", "40"), ("vanaf", "1-4-2026"));
        var refused = (await world.Fatima().Change(World.Village, "Anders", (Threshold, threshold), ("terms.answerDays", "20"))).ShouldHave(400);
        refused.Words.ShouldContain(
            "De wijziging die op 1 april 2026 ingaat, verandert ook: Steun die een idee nodig heeft. Laat deze wijziging op die dag ingaan. Of trek die andere eerst in, en alles wat nog later ingaat.");
        refused.Form()["terms.answerDays"].ShouldBe("20");
        await Changed(world, (Threshold, threshold), ("terms.answerDays", "20"), ("vanaf", "1-4-2026"));
        world.Settings().SupportThreshold.ShouldBe(5);
        await world.Until(FirstOfApril);
        world.Settings().ShouldSatisfyAllConditions(
            now => $"{now.SupportThreshold}".ShouldBe(threshold), now => now.Terms.SupportDays.ShouldBe(40), now => now.Terms.AnswerDays.ShouldBe(20));
    }

    [Fact]
    public async Task What_begins_between_the_draft_and_the_agreement_is_not_undone()
    {
        await using var world = await World.Begin();
        await Changed(world, (Threshold, "8"), ("vanaf", "1-4-2026"));
        await world.Fatima().Change(World.Village, "Meer tijd", ("terms.supportDays", "40"));
        var form = (await world.Gijs().Open(PageOf(World.Village))).Form();
        await world.Until(FirstOfApril);
        (await world.Gijs().Send($"{PageOf(World.Village)}/vaststellen", form)).ShouldHave(409).Words.ShouldContain(
            "Na dit voorstel is een andere wijziging ingegaan.");
        (await world.Gijs().Open("/beheer/voorstellen")).Words.ShouldContain("Dagen om steun te verzamelen.");
        var page = (await world.Gijs().Open(PageOf(World.Village))).ShouldHave(200);
        page.Words.ShouldContain("Dit voorstel kunt u nu niet vaststellen");
        page.Text.ShouldNotContain("/vaststellen\"");
        page.Words.ShouldContain("Dagen om steun te verzamelen 28 40");

        var again = (await world.Fatima().Open($"{PageOf(World.Village)}/wijzigen")).Form();
        (again[Threshold], again["terms.supportDays"]).ShouldBe(("8", "40"));
        (await world.Fatima().Send($"{PageOf(World.Village)}/wijzigen", again)).ShouldHave(200).Words.ShouldNotContain("kunt u nu niet vaststellen");
        (await world.Gijs().Agree(World.Village)).ShouldHave(200);
        (world.Settings().SupportThreshold, world.Settings().Terms.SupportDays).ShouldBe((8, 40));
        (await world.Get<LogVerifier>().Verify()).Broken.ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_two_that_wait_each_that_counts_later_gets_it()
    {
        await using var world = await World.Begin();
        await Changed(world, (Threshold, "8"), ("vanaf", "1-4-2026"));
        await OpenYear(world);
        (await world.Gijs().Open(PageOf(World.Village))).Words.ShouldContain("Nu geldt versie 1 . Vanaf 1 april 2026 geldt versie 2 .");
        (await world.Fatima().Change(World.Village, "Meer tijd", ("terms.supportDays", "40"))).Words.ShouldContain(
            "Ook de wijzigingen die op 1 april 2026 en 1 juli 2027 ingaan, krijgen dit.");
        await world.Gijs().Agree(World.Village);
        await Changed(world, ("terms.answerDays", "20"), ("vanaf", "1-5-2026"));
        (await world.History(World.Village)).Standing.Select(version => version.Number).ShouldBe([1, 4, 5, 7, 8]);
        (await Now()).ShouldBe((5, 40, 14, "2027"));
        await world.Until(FirstOfApril);
        (await Now()).ShouldBe((8, 40, 14, "2027"));
        await world.Until(FirstOfApril.AddDays(30));
        (await Now()).ShouldBe((8, 40, 20, "2027"));
        await world.Until(FirstOfJuly);
        (await Now()).ShouldBe((8, 40, 20, "2028"));
        (await world.Get<LogVerifier>().Verify()).Broken.ShouldBeEmpty();

        async Task<(int Threshold, int SupportDays, int AnswerDays, string Period)> Now()
        {
            await world.Work();
            var now = world.Settings();
            return (now.SupportThreshold, now.Terms.SupportDays, now.Terms.AnswerDays, now.Round.Period);
        }
    }

    [Fact]
    public async Task A_year_is_opened_before_another_change_that_waits()
    {
        await using var world = await World.Begin();
        await Changed(world, (Threshold, "8"), ("vanaf", "1-9-2027"));
        await world.Until(new DateTimeOffset(2027, 5, 10, 8, 0, 0, TimeSpan.Zero));
        var drafted = (await world.Fatima().DraftYear(("vanaf", "1-7-2027"))).ShouldHave(200);
        drafted.Words.ShouldContain("Alteveer van fatima Jaar: 2027, wordt 2028 Laatste dag van de ronde: 30 juni 2027, wordt 30 juni 2028 Vanaf 1 juli 2027");
        (await world.Gijs().AgreeOnYear()).ShouldHave(200).Words.ShouldContain("Dit jaar is voor alle Smederijen vastgesteld.");
        await world.Until(FirstOfJuly);
        (world.Settings().SupportThreshold, world.Settings().Round.Period).ShouldBe((5, "2028"));
        await world.Until(FirstOfJuly.AddDays(63));
        (world.Settings().SupportThreshold, world.Settings().Round.Period).ShouldBe((8, "2028"));
    }

    [Fact]
    public async Task A_draft_is_changed_and_moved_to_another_day_and_loses_nothing()
    {
        await using var world = await World.Begin();
        await OpenYear(world);
        await world.Fatima().Change(World.Village, "Minder", (Threshold, "4"));
        (await world.Fatima().Change(World.Village, "Minder", ("terms.supportDays", "40"))).ShouldHave(200).Words.ShouldContain(
            "Steun die een idee nodig heeft 5 4");
        (await world.Fatima().Change(World.Village, "Minder", ("vanaf", "1-8-2027"))).ShouldHave(200).Words.ShouldNotContain("krijgt dit");
        (await world.Fatima().Change(World.Village, "Minder", ("vanaf", ""))).ShouldHave(200).Words.ShouldContain("krijgt dit");
        await world.Fatima().Agree(World.Village);
        (world.Settings().SupportThreshold, world.Settings().Terms.SupportDays, world.Settings().Round.Period).ShouldBe((4, 40, "2027"));
        await world.Until(FirstOfJuly);
        (world.Settings().SupportThreshold, world.Settings().Terms.SupportDays, world.Settings().Round.Period).ShouldBe((4, 40, "2028"));
    }

    [Fact]
    public async Task Going_back_leaves_what_waits_and_what_counts_now_can_come_back_on_its_day()
    {
        await using var world = await World.Begin();
        await Changed(world, (Threshold, "4"));
        await OpenYear(world);
        await Back(world, 1, "");
        (world.Settings().SupportThreshold, world.Settings().Round.Period).ShouldBe((5, "2027"));
        await Back(world, 2, "");
        await Changed(world, ("terms.supportDays", "40"), ("vanaf", "1-7-2027"));
        await world.Until(FirstOfJuly);
        (world.Settings().SupportThreshold, world.Settings().Round.Period, world.Settings().Terms.SupportDays).ShouldBe((4, "2028", 40));
        await Changed(world, ("terms.supportDays", "50"), ("vanaf", "1-9-2027"));
        var form = (await world.Fatima().Open($"{PageOf(World.Village)}/wijzigen?versie={world.Settings().Version}")).Form();
        form["reden"] = "Toch niet";
        (await world.Fatima().Send($"{PageOf(World.Village)}/wijzigen", form)).ShouldHave(400).Words.ShouldContain(
            "De wijziging die op 1 september 2027 ingaat, verandert ook: Dagen om steun te verzamelen.");
        await Back(world, world.Settings().Version, "1-9-2027");
        await world.Until(FirstOfJuly.AddDays(63));
        world.Settings().Terms.SupportDays.ShouldBe(40);
    }

    [Fact]
    public async Task What_waits_is_taken_back_after_it_and_the_change_stays()
    {
        await using var world = await World.Begin();
        await OpenYear(world);
        await TakeBack(world.Gijs(), "De laatste dag klopt niet.");
        await Changed(world, (Threshold, "4"));
        (await world.Fatima().Open(PageOf(World.Village))).Words.ShouldContain("wil deze wijziging intrekken: De laatste dag klopt niet.");
        (await TakeBack(world.Fatima(), "")).ShouldHave(200).Words.ShouldContain("Versie 4 : voorgesteld door fatima, vastgesteld door gijs, ingetrokken door");
        (await world.Fatima().Open("/beheer")).Words.ShouldNotContain("Er liggen voorstellen");
        await world.Until(FirstOfJuly);
        await world.Work();
        (world.Settings().SupportThreshold, world.Settings().Round.Period, world.Settings().Version).ShouldBe((4, "2027", 3));
        (await world.Get<LogVerifier>().Verify()).Broken.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_is_a_change_of_the_last_version_and_one_of_before_is_refused()
    {
        await using var world = await World.Begin();
        var before = JsonNode.Parse((await world.Fatima().Get("/beheer/bestand.json")).Body)!;
        await OpenYear(world);
        var whole = (await world.Fatima().Get("/beheer/bestand.json")).Body;
        (await Import(world, JsonNode.Parse(whole)!)).ShouldHave(409).Words.ShouldContain("Alles in dit bestand is al zo.");
        (await Import(world, before)).ShouldHave(400).Words.ShouldContain("De wijziging die op 1 juli 2027 ingaat, verandert ook: Jaar, Laatste dag van de ronde.");

        var file = JsonNode.Parse(whole)!;
        Village(file)[Threshold] = 4;
        (await Import(world, file)).ShouldHave(303);
        (await Import(world, file)).ShouldHave(303);
        var drafts = await world.Gijs().Get("/beheer/voorstellen");
        drafts.Words.ShouldContain("Alteveer Steun die een idee nodig heeft.");
        Village(file)[Threshold] = 3;
        (await Import(world, file)).ShouldHave(409).Words.ShouldContain("Er ligt al een voorstel voor Alteveer.");
        (await world.Gijs().Post("/beheer/voorstellen", drafts.Form())).ShouldHave(303);
        (await world.Gijs().Post("/beheer/voorstellen", drafts.Form())).ShouldHave(303);
        (world.Settings().SupportThreshold, world.Settings().Round.Period).ShouldBe((4, "2027"));
        await world.Until(FirstOfJuly);
        (world.Settings().SupportThreshold, world.Settings().Round.Period).ShouldBe((4, "2028"));

        static JsonNode Village(JsonNode file) => file["smederijen"]!.AsArray().First(smederij => (string?)smederij!["id"] == World.Village)!;
    }

    [Fact]
    public async Task Areas_of_a_file_count_at_once_while_a_year_waits()
    {
        await using var world = await World.Begin();
        await OpenYear(world);
        (await world.Fatima().PostWithFiles(
            "/beheer/gebieden", new { reden = "Precies" }, "bestand",
            ("gebieden.csv", Encoding.UTF8.GetBytes("Smederij;postcode\nAlteveer;7927AA-7927BZ\n")))).ShouldHave(303);
        (await world.Fatima().Get("/beheer/gebieden")).Words.ShouldContain("Klopt het straks?");
        (await world.Gijs().Post("/beheer/voorstellen", (await world.Gijs().Get("/beheer/voorstellen")).Form())).ShouldHave(303);
        $"{world.Settings().Area.Single()}".ShouldBe("7927AA-7927BZ");
        await world.Until(FirstOfJuly);
        ($"{world.Settings().Area.Single()}", world.Settings().Round.Period).ShouldBe(("7927AA-7927BZ", "2028"));
    }

    [Fact]
    public async Task A_Smederij_does_not_close_under_a_year_that_was_opened_and_one_that_takes_its_place_may_have_one()
    {
        await using var world = await World.Begin();
        await OpenYear(world);
        await OpenYear(world, "elim");
        var form = new { smederij = World.Village, opvolger = "elim", reden = "Samen sterker" };
        (await world.Fatima().Send("/beheer/opheffen", form)).ShouldHave(400).Words.ShouldContain(
            "Alteveer. Op 1 juli 2027 begint hier de ronde van 2028. Trek die wijziging eerst in, of kies die dag, of een latere.");
        await TakeBack(world.Gijs(), "Alteveer gaat op in Elim.");
        await TakeBack(world.Fatima(), "");
        (await world.Fatima().Send("/beheer/opheffen", form)).ShouldHave(200);
        (await world.Gijs().Send("/beheer/voorstellen", (await world.Gijs().Open("/beheer/voorstellen")).Form())).ShouldHave(200);
        world.Settings().Closed.ShouldBeTrue();
        world.Settings("elim").Area.Select(part => $"{part}").ShouldBe(["7916", "7927"]);
        await world.Until(FirstOfJuly);
        world.Settings("elim").Area.Select(part => $"{part}").ShouldBe(["7916", "7927"]);
        world.Settings("elim").Round.Period.ShouldBe("2028");
    }

    [Fact]
    public async Task What_would_be_wrong_only_later_is_told_with_the_day()
    {
        await using var world = await World.Begin();
        await Changed(world, ("wijkteam.quorum", "3"), ("vanaf", "1-4-2026"));
        var form = (await world.Fatima().Open($"{PageOf(World.Village)}/wijzigen")).Form();
        form["reden"] = "De wijkagent gaat weg";
        form["wijkteam.members.3.function"] = "";
        (await world.Fatima().Send($"{PageOf(World.Village)}/wijzigen", form)).ShouldHave(400).Words.ShouldContain(
            "In de wijziging die op 1 april 2026 ingaat: Het wijkteam heeft 2 plekken. Vul hoogstens dat aantal in.");
    }

    [Fact]
    public async Task A_draft_whose_day_is_over_names_only_what_still_comes()
    {
        await using var world = await World.Begin();
        await OpenYear(world);
        await Changed(world, (Threshold, "4"), ("vanaf", "15-4-2026"));
        var page = await world.Fatima().Change(World.Village, "Geteld", ("inhabitants", "300"), ("vanaf", "1-4-2026"));
        page.ShouldHave(200).Words.ShouldContain("Ook de wijzigingen die op 15 april 2026 en 1 juli 2027 ingaan, krijgen dit.");
        await world.Until(FirstOfApril.AddDays(20));
        (await world.Fatima().Open(PageOf(World.Village))).Words.ShouldContain("Ook de wijziging die op 1 juli 2027 ingaat, krijgt dit.");
    }

    [Fact]
    public async Task A_Smederij_that_begins_later_is_changed_from_its_first_day_on()
    {
        await using var world = await World.Begin();
        var form = (await world.Fatima().Send("/beheer/nieuwe-smederij", new { naam = "De Akkers", zoals = World.Village })).Form();
        (form["area"], form["reden"], form["vanaf"]) = ("7935", "Een nieuwe wijk", "1-4-2026");
        await world.Fatima().Send($"{PageOf("de-akkers")}/wijzigen", form);
        await world.Gijs().Agree("de-akkers");
        (await world.Fatima().Change("de-akkers", "Minder", (Threshold, "4"))).ShouldHave(409).Words.ShouldContain("Voor die dag geldt hier nog niets.");
        (await world.Fatima().Change("de-akkers", "Minder", (Threshold, "4"), ("vanaf", "1-4-2026"))).ShouldHave(200);
        await world.Fatima().Agree("de-akkers");
        await world.Until(FirstOfApril);
        world.Settings("de-akkers").SupportThreshold.ShouldBe(4);
    }

    private static async Task OpenYear(World world, string smederij = World.Village)
    {
        await world.Fatima().Change(
            smederij, "Het nieuwe jaar", ("round.period", "2028"), ("round.closesOn", "30-6-2028"), ("vanaf", "1-7-2027"));
        (await world.Gijs().Agree(smederij)).ShouldHave(200).Words.ShouldContain("Vastgesteld Dit geldt vanaf donderdag 1 juli 2027.");
    }

    private static async Task Changed(World world, params (string, string)[] fields)
    {
        (await world.Fatima().Change(World.Village, "Omdat", fields)).ShouldHave(200);
        (await world.Gijs().Agree(World.Village)).ShouldHave(200);
    }

    private static async Task Back(World world, int version, string from)
    {
        var form = (await world.Fatima().Open($"{PageOf(World.Village)}/wijzigen?versie={version}")).Form();
        (form["reden"], form["vanaf"]) = ("Toch niet", from);
        (await world.Fatima().Send($"{PageOf(World.Village)}/wijzigen", form)).ShouldHave(200);
        (await world.Gijs().Agree(World.Village)).ShouldHave(200);
    }

    private static async Task<Answer> TakeBack(Browser browser, string reason)
    {
        var form = (await browser.Open(PageOf(World.Village))).Form();
        form["reden"] = reason;
        return await browser.Send($"{PageOf(World.Village)}/intrekken", form);
    }

    private static Task<Answer> Import(World world, JsonNode file) => world.Fatima().PostWithFiles(
        "/beheer/inlezen", new { reden = "Uit een bestand" }, "bestand", ("instellingen.json", Encoding.UTF8.GetBytes(file.ToJsonString())));
}
