using Microsoft.Extensions.DependencyInjection;
using Smederijen.Portal.Ledgers;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Work;
using static Smederijen.Portal.Tests.Governing.Administrators;

namespace Smederijen.Portal.Tests.Governing;

public sealed class When_settings_are_changed
{
    [Fact]
    public async Task A_change_counts_once_it_is_agreed_on_and_running_ideas_keep_the_rules_they_came_in_under()
    {
        await using var world = await World.Begin();
        var running = await world.SubmitAndConfirm();

        var draft = (await world.Fatima().Change(World.Village, "Er wonen meer mensen", ("supportThreshold", "9"))).ShouldHave(200);
        draft.Words.ShouldContain("Steun die een idee nodig heeft 5 9");
        draft.Words.ShouldContain("Ideeën die daarna binnenkomen. 1 lopend idee houdt de regels van nu.");
        draft.Words.ShouldNotContain("Postcodes 7927 7927");
        world.Settings().SupportThreshold.ShouldBe(5);

        (await world.Fatima().Agree(World.Village)).ShouldHave(200).Words.ShouldContain("Versie 2 : voorgesteld door fatima, geldt vanaf");
        world.Settings().SupportThreshold.ShouldBe(9);
        var later = await world.SubmitAndConfirm();
        (await world.Idea(running)).SettingsVersion.ShouldBe(1);
        (await world.Idea(later)).SettingsVersion.ShouldBe(2);
        (await world.Browser.Open(later.Page())).Words.ShouldContain("9");
        (await world.Get<LogVerifier>().Verify()).Broken.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_about_money_votes_or_seats_needs_a_second_administrator()
    {
        await using var world = await World.Begin();
        var draft = await world.Fatima().Change(World.Village, "Ruimer", ("amountLimit", "12.500"));
        draft.Words.ShouldContain("Dit gaat over geld. Daarom kijkt iemand anders er ook naar.");
        (await world.Fatima().Post($"{PageOf(World.Village)}/vaststellen", draft.Form())).ShouldHave(409).Words.ShouldContain(
            "Vraag een andere beheerder");
        world.Settings().AmountLimit.Cents.ShouldBe(500_000);
        (await world.BrowserOf("anna", "medewerker").Post($"{PageOf(World.Village)}/vaststellen", draft.Form())).ShouldHave(403);

        (await world.Gijs().Agree(World.Village)).ShouldHave(200).Words.ShouldContain("voorgesteld door fatima, vastgesteld door gijs");
        world.Settings().AmountLimit.Cents.ShouldBe(1_250_000);
    }

    [Fact]
    public async Task A_later_day_is_kept_by_the_clock_in_every_process()
    {
        await using var world = await World.Begin();
        await using var other = await World.Begin(services => services.AddSingleton(new PlainStore(world.Store)));
        await world.Fatima().Change(World.Village, "Vanaf april", ("supportThreshold", "8"), ("vanaf", "1-4-2026"));
        (await world.Fatima().Agree(World.Village)).ShouldHave(200).Words.ShouldContain("Geldt vanaf");
        await world.Until(new DateTimeOffset(2026, 3, 31, 21, 59, 0, TimeSpan.Zero));
        world.Settings().SupportThreshold.ShouldBe(5);
        await world.Until(new DateTimeOffset(2026, 3, 31, 22, 0, 0, TimeSpan.Zero));
        world.Settings().SupportThreshold.ShouldBe(8);
        other.Clock.MoveTo(world.Clock.GetUtcNow());
        (await other.Browser.Open($"/smederijen/{World.Village}")).ShouldHave(200);
        other.Settings().SupportThreshold.ShouldBe(8);
    }

    [Fact]
    public async Task What_waits_for_a_later_day_is_taken_back_by_two()
    {
        await using var world = await World.Begin();
        await world.Fatima().Change(World.Village, "Het nieuwe jaar", ("amountLimit", "600"), ("vanaf", "1-4-2026"));
        await world.Gijs().Agree(World.Village);
        var page = (await world.Fatima().Open(PageOf(World.Village))).ShouldHave(200);
        (await world.Fatima().Send($"{PageOf(World.Village)}/intrekken", page.Form())).ShouldHave(409).Words.ShouldContain("Schrijf waarom");
        var form = page.Form();
        form["reden"] = "De laatste dag klopt niet.";
        (await world.Fatima().Send($"{PageOf(World.Village)}/intrekken", form)).ShouldHave(200).Words.ShouldContain(
            "Twee mensen hebben die vastgesteld.");
        var asked = (await world.Gijs().Open(PageOf(World.Village))).ShouldHave(200);
        asked.Words.ShouldContain("wil deze wijziging intrekken: De laatste dag klopt niet.");
        var gone = (await world.Gijs().Send($"{PageOf(World.Village)}/intrekken", asked.Form())).ShouldHave(200).Words;
        gone.ShouldContain("ingetrokken door");
        gone.ShouldContain("De wijziging is ingetrokken");
        await world.Fatima().Change(World.Village, "Sneller", ("supportThreshold", "8"));
        (await world.Fatima().Agree(World.Village)).ShouldHave(200);
        world.Settings().SupportThreshold.ShouldBe(8);
        await world.Until(new DateTimeOffset(2026, 4, 2, 0, 0, 0, TimeSpan.Zero));
        world.Settings().ShouldSatisfyAllConditions(
            now => now.SupportThreshold.ShouldBe(8), now => now.AmountLimit.ShouldNotBe(new Domain.Money.Euro(60_000)));
        (await world.Fatima().Get($"{PageOf(World.Village)}/versies/2")).ShouldHave(200);
    }

    [Fact]
    public async Task A_Smederij_that_is_begun_twice_is_one_and_another_of_its_name_is_refused()
    {
        await using var world = await World.Begin();
        var form = (await world.Fatima().Open("/beheer/nieuwe-smederij")).Form();
        form["naam"] = "De Nieuwe Buurt";
        foreach (var _ in (int[])[1, 2])
            (await world.Fatima().Send("/beheer/nieuwe-smederij", form)).ShouldHave(200).Path.ShouldBe($"{PageOf("de-nieuwe-buurt")}/wijzigen");
        (await world.Gijs().Send("/beheer/nieuwe-smederij", new { naam = "de nieuwe buurt", zoals = "" })).ShouldHave(400).Words.ShouldContain(
            "Er ligt al een voorstel voor een Smederij de nieuwe buurt.");
    }

    [Fact]
    public async Task Of_a_first_draft_that_was_thrown_away_nothing_is_left()
    {
        await using var world = await World.Begin();
        await world.Fatima().Send("/beheer/nieuwe-smederij", new { naam = "De Nieuwe Buurt", zoals = World.Village });
        (await world.Fatima().Get("/beheer")).Words.ShouldContain("De Nieuwe Buurt");
        var page = (await world.Fatima().Open(PageOf("de-nieuwe-buurt"))).ShouldHave(200);
        await world.Fatima().Send($"{PageOf("de-nieuwe-buurt")}/weggooien", page.Form());
        (await world.Fatima().Get("/beheer")).Text.ShouldNotContain("de-nieuwe-buurt");
        (await world.Fatima().Get($"{PageOf("de-nieuwe-buurt")}/wijzigen")).ShouldHave(404);
    }

    [Fact]
    public async Task Two_administrators_at_once_do_not_undo_each_other()
    {
        await using var world = await World.Begin();
        var (one, two) = (world.Fatima(), world.Gijs());
        var form = (await two.Open($"{PageOf(World.Village)}/wijzigen")).Form();
        await one.Change(World.Village, "Eerst", ("supportThreshold", "7"));
        form["reden"] = "Ook iets";
        form["terms.supportDays"] = "40";
        var refused = (await two.Post($"{PageOf(World.Village)}/wijzigen", form)).ShouldHave(409);
        refused.Words.ShouldContain("Iemand anders heeft intussen iets veranderd.");
        refused.Form()["terms.supportDays"].ShouldBe("40");
        await one.Agree(World.Village);
        world.Settings().SupportThreshold.ShouldBe(7);
        world.Settings().Terms.SupportDays.ShouldBe(28);
    }

    [Theory]
    [InlineData("supportThreshold", "0", "vul een getal in van 1 tot en met 10000")]
    [InlineData("vanaf", "1-3-2026", "Kies een dag vanaf morgen")]
    [InlineData("area", "79", "is geen postcode. Schrijf het zo: 7901")]
    [InlineData("wijkteam.quorum", "9", "Vul hoogstens dat aantal in.")]
    [InlineData("round.closesOn", "1-8-2027", "staan vast, voor wie nu meedoet")]
    [InlineData("round.period", "2026", "Vul 2027 in, of een later jaar")]
    [InlineData("name", "Centrum", "Er is al een Smederij Centrum")]
    [InlineData("conditions", "", "Schrijf minstens één voorwaarde.")]
    public async Task What_cannot_be_is_told_at_its_field_and_nothing_is_kept(string field, string value, string sentence)
    {
        await using var world = await World.Begin();
        var answer = (await world.Fatima().Change(World.Village, "Proef", (field, value))).ShouldHave(400);
        answer.Words.ShouldContain(sentence);
        answer.Form()[field].ShouldBe(value);
        (await world.Fatima().Open(PageOf(World.Village))).Words.ShouldNotContain("Voorstel van");
    }

    [Fact]
    public async Task A_new_Smederij_is_there_once_two_people_agreed()
    {
        await using var world = await World.Begin();
        var form = (await world.Fatima().Send("/beheer/nieuwe-smederij", new { naam = "De Nieuwe Akkers", zoals = World.Village })).ShouldHave(200);
        form.Path.ShouldBe($"{PageOf("de-nieuwe-akkers")}/wijzigen");
        var filled = form.Form();
        filled["area"] = "7935";
        filled["reden"] = "Een nieuwe wijk";
        (await world.Fatima().Send(form.Path, filled)).ShouldHave(200);
        (await world.Browser.Open("/")).Words.ShouldNotContain("De Nieuwe Akkers");
        (await world.Gijs().Agree("de-nieuwe-akkers")).ShouldHave(200);
        await world.Work();
        (await world.Browser.Open("/")).Words.ShouldContain("De Nieuwe Akkers");
        (await world.Browser.Open("/smederijen/de-nieuwe-akkers")).ShouldHave(200);
        (await world.Get<LogVerifier>().Verify()).Broken.ShouldBeEmpty();
    }

    [Fact]
    public async Task Going_back_is_a_new_version()
    {
        await using var world = await World.Begin();
        await world.Fatima().Change(World.Village, "Meer", ("supportThreshold", "9"));
        await world.Fatima().Agree(World.Village);
        (await world.Fatima().Open($"{PageOf(World.Village)}/versies/1")).ShouldHave(200).Words.ShouldContain("Steun die een idee nodig heeft 5");
        var form = (await world.Fatima().Open($"{PageOf(World.Village)}/wijzigen?versie=1")).Form();
        form["reden"] = "Toch niet";
        await world.Fatima().Send($"{PageOf(World.Village)}/wijzigen", form);
        await world.Fatima().Agree(World.Village);
        (world.Settings().SupportThreshold, world.Settings().Version).ShouldBe((5, 3));
    }

    [Fact]
    public async Task The_following_year_opens_a_round_on_its_day()
    {
        await using var world = await World.Begin();
        (await world.Fatima().Change(World.Village, "Nieuw jaar", ("round.period", "2028"), ("round.closesOn", "30-6-2028"), ("vanaf", "1-3-2027")))
            .ShouldHave(400).Words.ShouldContain("loopt tot en met 30 juni 2027. Laat de nieuwe ronde daarna ingaan.");
        await world.Fatima().Change(World.Village, "Nieuw jaar", ("round.period", "2028"), ("round.closesOn", "30-6-2028"), ("vanaf", "1-7-2027"));
        (await world.Gijs().Agree(World.Village)).ShouldHave(200);
        await world.Until(new DateTimeOffset(2027, 7, 2, 8, 0, 0, TimeSpan.Zero));
        world.Settings().Round.Period.ShouldBe("2028");
        (await world.Get<RoundItems>().Load(new RoundKey(World.Village, "2028"))).ShouldNotBeNull();
    }
}
