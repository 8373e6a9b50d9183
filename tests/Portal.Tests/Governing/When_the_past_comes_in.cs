using System.Text;
using System.Text.RegularExpressions;
using Smederijen.Domain.Ideas;
using Smederijen.Domain.Money;
using Smederijen.Domain.Rounds;
using Smederijen.Domain.Stuurgroep;
using Smederijen.Portal.Governing;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Ledgers;
using Smederijen.Portal.Staff;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Tests.Staff;
using Smederijen.Portal.Tests.Stuurgroep;
using Smederijen.Portal.Work;

namespace Smederijen.Portal.Tests.Governing;

public sealed class When_the_past_comes_in
{
    private const string Page = "/beheer/verleden";

    private const string Header =
        "Smederij;Jaar;Titel;Omschrijving;Bedrag gevraagd;Bedrag toegekend;Bedrag uitbetaald;Stand;Datum;Werkelijke kosten;Naam;E-mail;Postcode;Supporters";

    /// <summary>As Excel writes it: a mark, quotes around what needs them, and lines that end as in Windows.</summary>
    private static readonly string[] s_lines =
    [
        "Alteveer;2019;\"Bankje; bij de \"\"brink\"\"\";\"Een bankje\r\nvoor iedereen\";;€ 500,00;450,00;afgerond;3-5-2019;430,50;;;;12",
        "alteveer;2019;Straatfeest;;;250;;Afgerond;1-7-2019;;;;;",
        "Alteveer;2020;Vlaggenmast;;300;;;niet doorgegaan;1-2-2020;;;;;4",
        "Alteveer;2018;Hertenkamp;Herten;;1.000;1.000;uitbetaald;1-9-2025;;Bea Blauw;bea@voorbeeld.nl;7927 AB;8",
        "Alteveer;2026;Schommel;;;200;;toegekend;1-2-2026;;Cas Citroen;cas@voorbeeld.nl;7927 AB;6",
        "Alteveer;2027;Boomhut;;400;;;steun verzamelen;1-3-2026;;Dirk Dekker;dirk@voorbeeld.nl;7927 AB;2",
        "Elim;2026;Pluktuin;;350;;;bij het wijkteam;20-2-2026;;Eva Eik;eva@voorbeeld.nl;7916 AB;40",
    ];

    private static byte[] Csv(params IEnumerable<string> lines) =>
        [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(string.Join("\r\n", [Header, .. lines, ""]))];

    private static async Task<Answer> Send(Browser browser, byte[] file)
    {
        var page = (await browser.Get(Page)).ShouldHave(200);
        return await browser.PostWithFiles(Page, new { gezien = page.Hidden("gezien"), opdracht = page.Hidden("opdracht") }, "bestand", (
            "verleden.csv", file));
    }

    private static async Task<Answer> Agree(Browser browser) =>
        await browser.Post(Page + "/vaststellen", (await browser.Get(Page)).ShouldHave(200).Form());

    [Fact]
    public async Task The_page_about_everything_says_that_a_file_waits_until_somebody_agreed()
    {
        const string Waits = "Er ligt een bestand met eerdere jaren";
        await using var world = await World.Begin();
        (await world.Gijs().Open("/beheer")).Words.ShouldNotContain(Waits);
        await Send(world.Fatima(), Csv(s_lines));
        (await world.Gijs().Open("/beheer")).Words.ShouldContain(Waits);
        (await Agree(world.Gijs())).ShouldHave(303);
        (await world.Gijs().Open("/beheer")).Words.ShouldNotContain(Waits);
    }

    private static async Task TakeIn(World world, params IEnumerable<string> lines)
    {
        (await Send(world.Fatima(), Csv(lines))).ShouldHave(303);
        (await Agree(world.Gijs())).ShouldHave(303);
        await world.Work();
    }

    private static async Task<Dictionary<string, IdeaSummary>> Ideas(World world, string smederij = World.Village)
    {
        Dictionary<string, IdeaSummary> found = [];
        await foreach (var row in world.Get<IEntityStore>().All(smederij, IdeaKeys.AllPhases))
            if (row.Read(IdeaJson.Default.IdeaSummary) is var summary)
                found.Add(summary.Title, summary);
        return found;
    }

    private static async Task<int> KeptRows(World world) =>
        await world.Get<IEntityStore>().All(Partitions.Settings, RowRange.Prefix("verleden|alles|regels|")).CountAsync();

    [Fact]
    public async Task Everything_is_where_it_was_with_its_money_and_only_who_has_to_do_something_hears_it()
    {
        await using var world = await World.Begin();
        await TakeIn(world, s_lines);

        (await Ideas(world)).ToDictionary(idea => idea.Key, idea => (idea.Value.Phase, idea.Value.Published)).ShouldBe(
            new Dictionary<string, (IdeaPhase, bool)>
            {
                ["Bankje; bij de \"brink\""] = (IdeaPhase.Completed, true),
                ["Straatfeest"] = (IdeaPhase.Completed, true),
                ["Vlaggenmast"] = (IdeaPhase.Declined, true),
                ["Hertenkamp"] = (IdeaPhase.Released, true),
                ["Schommel"] = (IdeaPhase.Granted, true),
                ["Boomhut"] = (IdeaPhase.GatheringSupport, true),
            }, ignoreOrder: true);
        (await Ideas(world, "elim"))["Pluktuin"].Phase.ShouldBe(IdeaPhase.InReview);
        (await world.RoundOf("2019")).Ledger.ShouldBe(new Ledger(new Euro(68_050), Euro.Zero, new Euro(68_050)));
        (await world.RoundOf("2018")).Ledger.ShouldBe(new Ledger(new Euro(100_000), Euro.Zero, new Euro(100_000)));
        (await world.RoundOf("2026")).Ledger.ShouldBe(new Ledger(new Euro(20_000), new Euro(20_000), Euro.Zero));
        (await world.RoundOf("2019")).State.ShouldBeOfType<RoundState.Decided>().Outcome.ShouldBe(RoundOutcome.TakenOver);
        (await world.Get<IEntityStore>().Get(World.Village, RoundKeys.Round("2020"))).ShouldBeNull("nothing was spent");

        world.Mailbox.To("bea@voorbeeld.nl").ShouldBeEmpty();
        world.Mailbox.LastTo("cas@voorbeeld.nl").Subject.ShouldContain("U krijgt geld voor uw idee");
        (await world.Browser.Open(world.Mailbox.LastTo("cas@voorbeeld.nl").Link())).ShouldHave(200).Text.ShouldContain("rekening");
        world.Mailbox.LastTo("dirk@voorbeeld.nl").Text.ShouldContain("Vraag nu steun aan uw buren.");
        world.Mailbox.LastTo("dirk@voorbeeld.nl").Text.ShouldNotContain("Uw idee is bevestigd");
        foreach (var address in (string[])["cas@voorbeeld.nl", "dirk@voorbeeld.nl", "eva@voorbeeld.nl"])
            world.Mailbox.LastTo(address).Text.ShouldContain("Uw idee was er al voordat deze website er was.");
        world.Mailbox.LastTo("eva@voorbeeld.nl").Subject.ShouldContain("Genoeg steun");
        world.Mailbox.Mails.Count.ShouldBe(3 + world.Settings("elim").Wijkteam.Members.Length);
        (await KeptRows(world)).ShouldBe(0);
        (await world.Get<LogVerifier>().Verify()).Broken.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_finished_project_has_a_page_and_its_year_stands_among_the_others()
    {
        await using var world = await World.Begin();
        await TakeIn(world, s_lines);
        var village = (await world.Browser.Open($"/smederijen/{World.Village}")).ShouldHave(200);
        village.Words.ShouldContain("2019 € 680,50 € 680,50 € 0 € 0");
        var idea = (await Ideas(world))["Bankje; bij de \"brink\""];
        var page = (await world.Browser.Get($"/smederijen/{World.Village}/ideeen/{idea.Id}")).ShouldHave(200);
        page.Words.ShouldContain("Overgenomen uit de tijd voor deze website");
        page.Words.ShouldContain("Stand op 3 mei 2019: afgerond. Er was € 500 toegekend en € 450 uitbetaald. Het kostte € 430,50.");
        page.Words.ShouldContain("sinds 3 mei 2019");
        page.Words.ShouldContain("12 supporters");
        page.Words.ShouldNotContain("Ingediend");
        page.Words.ShouldNotContain("Wat doen de bewoners zelf?");
        idea = (await Ideas(world))["Vlaggenmast"];
        page = (await world.Browser.Get($"/smederijen/{World.Village}/ideeen/{idea.Id}")).ShouldHave(200);
        page.Words.ShouldContain("Waarom, is hier niet bekend.");
        page.Words.ShouldContain("Stand op 1 februari 2020: niet doorgegaan.");
        (await world.Browser.Get($"/smederijen/{World.Village}/rondes/2019/uitslag")).ShouldHave(200).Words.ShouldContain(
            "voorbij voordat deze website er was");
        var book = (await world.BrowserOf("anna", "medewerker").Get($"/medewerkers/geld/{World.Village}?ronde=2019")).ShouldHave(200);
        book.Words.ShouldContain(Source.BeforeThis);
    }

    [Fact]
    public async Task The_template_holds_every_column_and_comes_back_as_it_went()
    {
        await using var world = await World.Begin();
        var template = (await world.Fatima().Get(Page + "/sjabloon.csv")).ShouldHave(200).Text.TrimStart('\uFEFF').TrimEnd();
        template.ShouldBe(Header);
        (await Send(world.Fatima(), Encoding.UTF8.GetBytes($"{template}\r\n{s_lines[1]}"))).ShouldHave(303);
        (await world.Fatima().Get(Page)).Words.ShouldContain("Alteveer 2019 1 0 € 250");
    }

    [Fact]
    public async Task A_file_of_Excel_in_Windows_is_read_as_it_was_typed()
    {
        await using var world = await World.Begin();
        var file = CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(
            $"{Header}\r\nAlteveer;2019;Café bij de brink;;;€ 250;;afgerond;1-7-2019;;;;;");
        (await Send(world.Fatima(), file)).ShouldHave(303);
        (await Agree(world.Gijs())).ShouldHave(303);
        await world.Work();
        (await Ideas(world)).ShouldContainKey("Café bij de brink");
    }

    [Fact]
    public async Task Twenty_seven_faults_are_told_at_once_and_nothing_comes_in()
    {
        await using var world = await World.Begin();
        var page = (await Send(world.Fatima(), Csv(
            "Nergens;2019;Een;;;250;;afgerond;1-7-2019;;;;;",
            ";2019;Twee;;;250;;afgerond;1-7-2019;;;;;",
            "Alteveer;19;Drie;;;250;;afgerond;1-7-2019;;;;;",
            "Alteveer;2028;Vier;;;250;;afgerond;1-7-2019;;;;;",
            "Alteveer;2019;;;;250;;afgerond;1-7-2019;;;;;",
            "Alteveer;2019;Zes;;;veel;;afgerond;1-7-2019;;;;;",
            "Alteveer;2019;Zeven;;;250;300;afgerond;1-7-2019;;;;;",
            "Alteveer;2019;Acht;;;250;200;afgerond;1-7-2019;250;;;;",
            "Alteveer;2019;Negen;;;250;;klaar;1-7-2019;;;;;",
            "Alteveer;2019;Tien;;;250;;afgerond;gisteren;;;;;",
            "Alteveer;2019;Elf;;;250;;afgerond;1-7-2030;;;;;",
            "Alteveer;2019;Twaalf;;;250;;afgerond;1-7-2009;;;;;",
            "Alteveer;2019;Dertien;;;250;;afgerond;1-7-2019;;Bea;bea@voorbeeld.nl;7927 AB;",
            "Alteveer;2019;Veertien;;;0;;toegekend;1-7-2019;;Bea;bea@voorbeeld.nl;7927 AB;",
            "Alteveer;2019;Vijftien;;;250;;uitbetaald;1-7-2019;;;bea@;;",
            "Alteveer;2019;Zestien;;;250;;steun verzamelen;1-7-2019;;Bea;bea@voorbeeld.nl;7927 AB;2",
            "Alteveer;2019;Zeventien;;100;;;steun verzamelen;1-7-2019;;Bea;bea@voorbeeld.nl;7927 AB;99",
            "Alteveer;2019;Achttien;;;250;;afgerond;1-7-2019;;;;;een paar",
            "Alteveer;2019;Negentien;;;250;;afgerond;1-7-2019;;;;;",
            "Alteveer;2019;negentien;;;100;;afgerond;1-7-2019;;;;;",
            "Alteveer;2019;Twintig;;;250"))).ShouldHave(400);
        Regex.Matches(page.Text, "<strong>([^<]*)</strong>").Select(place => place.Groups[1].Value).Order(StringComparer.Ordinal).ShouldBe(
        [
            "Regel 10, Stand", "Regel 11, Datum", "Regel 12, Datum", "Regel 13, Datum", "Regel 14, E-mail", "Regel 14, Naam", "Regel 14, Postcode",
            "Regel 15, Bedrag toegekend", "Regel 16, E-mail", "Regel 16, Naam", "Regel 16, Postcode", "Regel 17, Bedrag gevraagd",
            "Regel 17, Bedrag toegekend", "Regel 18, Supporters", "Regel 19, Supporters", "Regel 2, Smederij", "Regel 21, Titel", "Regel 22",
            "Regel 22, Datum", "Regel 22, Stand", "Regel 3, Smederij", "Regel 4, Jaar", "Regel 5, Jaar", "Regel 6, Titel",
                "Regel 7, Bedrag toegekend",
            "Regel 8, Bedrag uitbetaald", "Regel 9, Werkelijke kosten",
        ]);
        page.Words.ShouldContain("27 dingen moeten anders. Er is niets overgenomen.");
        page.Words.ShouldContain("Dan bewaren wij niet wie het was.");
        (await KeptRows(world)).ShouldBe(0);
        (await Ideas(world)).ShouldBeEmpty();
        (await world.Gijs().Get(Page)).Words.ShouldNotContain("wacht op een tweede beheerder");
    }

    [Fact]
    public async Task More_than_a_hundred_faults_are_counted()
    {
        await using var world = await World.Begin();
        var page = (await Send(world.Fatima(), Csv(Enumerable.Range(1, 150).Select(n =>
            $"Nergens;2019;Titel {n};;;250;;afgerond;1-7-2019;;;;;")))).ShouldHave(400);
        page.Words.ShouldContain("150 dingen moeten anders.");
        page.Words.ShouldContain("En nog 50 fouten.");
    }

    [Fact]
    public async Task What_is_no_such_file_is_refused_with_what_to_do()
    {
        await using var world = await World.Begin();
        (await Send(world.Fatima(), [.. "PK\x03\x04"u8, 0, 0])).ShouldHave(400).Words.ShouldContain("Dit is een Excel-bestand.");
        (await Send(world.Fatima(), "Smederij;Jaar;Project\r\nAlteveer;2019;Bankje"u8.ToArray())).ShouldHave(400).Words.ShouldContain(
            "Deze kolom kennen wij niet.");
        (await Send(world.Fatima(), Csv())).ShouldHave(400).Words.ShouldContain("In dit bestand staan geen projecten.");
        (await Send(world.Fatima(), Csv($"Alteveer;2019;\"Bankje;;;250;;afgerond;1-7-2019;;;;;"))).ShouldHave(400).Words.ShouldContain("De aanhalingstekens kloppen hier niet.");
        (await Send(world.Fatima(), Csv(Enumerable.Range(1, 2001).Select(n =>
            $"Alteveer;2019;Titel {n};;;250;;afgerond;1-7-2019;;;;;")))).ShouldHave(400)
            .Words.ShouldContain("hoogstens 2.000 regels");
        (await world.Fatima().PostWithFiles(Page, new { gezien = "0" }, [])).ShouldHave(400).Words.ShouldContain("Kies een bestand.");
    }

    [Fact]
    public async Task Two_people_are_needed_and_both_look_after_everything()
    {
        await using var world = await World.Begin();
        var fatima = world.Fatima();
        (await world.BrowserOf("anna", "medewerker").PostWithFiles(Page, new { gezien = "0" }, "bestand", ("verleden.csv", Csv(
            s_lines)))).ShouldHave(403);
        (await Send(fatima, Csv(s_lines))).ShouldHave(303);
        (await fatima.Get(Page)).Words.ShouldContain("een andere beheerder stelt dit vast");
        var form = (await world.Gijs().Get(Page)).Form();
        (await fatima.Post(Page + "/vaststellen", form)).ShouldHave(409).Words.ShouldContain("Vraag een andere beheerder");
        (await Ideas(world)).ShouldBeEmpty();
        (await world.BrowserOf("anna", "medewerker").Post(Page + "/vaststellen", form)).ShouldHave(403);
        (await world.Gijs().Post(Page + "/vaststellen", form)).ShouldHave(303);
        (await world.Gijs().Post(Page + "/vaststellen", form)).ShouldHave(303);
        await world.Work();
        (await Ideas(world)).Count.ShouldBe(6);
        (await fatima.Get(Page)).Words.ShouldContain("Er zijn al 7 regels overgenomen.");
    }

    [Fact]
    public async Task What_is_dropped_or_waits_too_long_is_gone_with_the_names_in_it()
    {
        await using var world = await World.Begin();
        (await Send(world.Fatima(), Csv(s_lines))).ShouldHave(303);
        (await KeptRows(world)).ShouldBe(1);
        (await world.Gijs().Post(Page + "/weggooien", (await world.Gijs().Get(Page)).Form())).ShouldHave(303);
        (await KeptRows(world)).ShouldBe(0);
        (await Send(world.Fatima(), Csv(s_lines))).ShouldHave(303);
        await world.After(15);
        (await KeptRows(world)).ShouldBe(0);
        (await Agree(world.Gijs())).ShouldHave(409);
        (await world.Get<LogVerifier>().Verify()).Broken.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_same_project_comes_in_once_whatever_file_it_stands_in()
    {
        await using var world = await World.Begin();
        await TakeIn(world, s_lines);
        (await Send(world.Fatima(), Csv(s_lines[1].Replace(";250;", ";300;", StringComparison.Ordinal), s_lines[0]))).ShouldHave(400)
            .Words.ShouldContain("Dit project staat al op de website");
        await TakeIn(world, "Alteveer;2019;Kerstboom;;;100;;afgerond;24-12-2019;;;;;");
        (await world.RoundOf("2019")).Ledger.ShouldBe(new Ledger(new Euro(78_050), Euro.Zero, new Euro(78_050)));
        (await world.Get<LogVerifier>().Verify()).Broken.ShouldBeEmpty();
    }

    [Fact]
    public async Task Money_of_this_year_comes_out_of_its_round_and_is_refused_when_it_is_not_there()
    {
        await using var world = await World.Begin();
        var present = world.Settings().Round.Period;
        var available = (await world.RoundOf(present)).Ledger.Available;
        var all = available.Cents / 100;
        string Line(string title, long euros) => $"Alteveer;{present};{title};;;{euros};;toegekend;1-2-2026;;Cas;cas@voorbeeld.nl;7927 AB;6";
        (await Send(world.Fatima(), Csv(Line("Een", all), Line("Twee", 1)))).ShouldHave(400).Words.ShouldContain(
            "Geef de ronde eerst meer geld, of haal regels weg.");
        (await Send(world.Fatima(), Csv(Line("Een", all)))).ShouldHave(303);
        await world.Granted();
        (await Agree(world.Gijs())).ShouldHave(409).Words.ShouldContain("Er is niets overgenomen.");
        await world.Gijs().Post(Page + "/weggooien", (await world.Gijs().Get(Page)).Form());
        await TakeIn(world, Line("Drie", (await world.RoundOf(present)).Ledger.Available.Cents / 100));
        (await world.RoundOf(present)).Ledger.Available.ShouldBe(Euro.Zero);
        (await world.Get<LogVerifier>().Verify()).Broken.ShouldBeEmpty();
    }

    [Fact]
    public async Task Money_that_goes_at_the_last_moment_lets_it_wait_for_staff_who_let_it_go_on()
    {
        await using var world = await World.Begin();
        var (present, idea) = (world.Settings().Round.Period, await world.InReview());
        var all = (await world.RoundOf(present)).Ledger.Available.Cents / 100;
        string[] lines = [s_lines[0], $"Alteveer;{present};Alles;;;{all};;toegekend;1-2-2026;;Cas;cas@voorbeeld.nl;7927 AB;6", s_lines[1]];
        (await Send(world.Fatima(), Csv(lines))).ShouldHave(303);
        foreach (var reviewer in (string[])["opbouwwerker", "wijkagent"])
            await world.Happens(idea, at => new IdeaEvent.Advised(at, 1, reviewer, Advice.Suitable, null));
        (await Agree(world.Gijs())).ShouldHave(303);
        await world.Work();

        (await world.Idea(idea)).State.ShouldBeOfType<IdeaState.Granted>("its turn came first");
        var failed = (await world.Anna().Get("/medewerkers/berichten")).ShouldHave(200);
        failed.Words.ShouldContain("Projecten van voor deze website overnemen");
        failed.Words.ShouldContain($"te weinig geld in de ronde van {present} van alteveer voor regel 4");
        failed.Text.ShouldContain(Page);
        (await Ideas(world)).ShouldNotContainKey("Straatfeest");
        (await KeptRows(world)).ShouldBe(1);

        await world.Happens(idea, at => new IdeaEvent.Withdrawn(at));
        await world.Work();
        var row = await world.Get<IEntityStore>().All(Partitions.Settings, RowRange.Prefix("mislukt|")).SingleAsync();
        await world.Anna().Post($"{FailedEffect.Of(Partitions.Settings, row, House.Effects).Address}/opnieuw");
        await world.Work();
        (await Ideas(world)).Keys.ShouldBe(["Alles", "Bankje; bij de \"brink\"", "Straatfeest", Residents.AnIdea.titel], ignoreOrder: true);
        (await world.RoundOf("2019")).Ledger.Available.ShouldBe(Euro.Zero);
        (await KeptRows(world)).ShouldBe(0);
        (await world.Get<LogVerifier>().Verify()).Broken.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_process_that_stops_at_every_third_commit_still_ends_with_every_line_once(bool afterwards)
    {
        await using var world = await World.Begin();
        var lines = Enumerable.Range(1, 60).Select(n => $"Alteveer;{2015 + n % 3};Project {n};;;{n};;afgerond;1-7-2019;;;;;").Concat(
            s_lines).ToList();
        (await Send(world.Fatima(), Csv(lines))).ShouldHave(303);
        (await Agree(world.Gijs())).ShouldHave(303);
        var (commits, stops) = (0, 0);
        void Stop()
        {
            if (++commits % 3 != 0)
                return;
            stops++;
            throw new StoreUnavailableException("De stroom viel uit.", new IOException());
        }
        if (afterwards)
            world.Store.After = (_, _) => Stop();
        else
            world.Store.Before = (_, _) => { Stop(); return null; };
        for (var tries = 0; await KeptRows(world) > 0; tries++)
        {
            tries.ShouldBeLessThan(200);
            try
            {
                await world.Get<WorkList>().PerformDue(PastKind.Key);
            }
            catch (StoreUnavailableException)
            {
                // It goes on at the following try.
            }
        }
        stops.ShouldBeGreaterThan(20);
        (world.Store.Before, world.Store.After) = (null, null);
        await world.Get<WorkList>().PerformDue(PastKind.Key);
        await world.Work();
        (await Ideas(world)).Count.ShouldBe(66);
        foreach (var year in new[] { "2015", "2016", "2017" })
        {
            var ledger = (await world.RoundOf(year)).Ledger;
            (ledger.Available, ledger.Released).ShouldBe((Euro.Zero, ledger.Allotted));
        }
        (await world.Get<LogVerifier>().Verify()).Broken.ShouldBeEmpty();
        (await world.Get<IEntityStore>().All(Partitions.Settings, RowRange.Prefix("effect|")).CountAsync()).ShouldBe(0);
    }
}
