using System.IO.Compression;
using System.Text.RegularExpressions;
using Smederijen.Domain.Ideas;
using Smederijen.Domain.Money;
using Smederijen.Domain.Payments;
using Smederijen.Domain.Stuurgroep;
using Smederijen.Portal.Bookkeeping;
using Smederijen.Portal.Forms;
using Smederijen.Portal.Payments;
using Smederijen.Portal.Rounds;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Tests.Payments;
using Smederijen.Portal.Tests.Staff;

namespace Smederijen.Portal.Tests.Bookkeeping;

public sealed class When_finance_looks_at_the_books
{
    private const string Desk = "/medewerkers/boeken";
    private const string Year = "2027";

    [Fact]
    public async Task A_payment_goes_through_the_columns_and_the_books_agree_all_the_way()
    {
        await using var world = await World.Begin();
        var idea = await world.Granted();
        (await Row(world)).ShouldSatisfyAllConditions(row => row.Reserved.ShouldBe(45_000), row => row.Ordered.ShouldBe(0));
        await world.ReleasedBy(idea);
        (await Row(world)).ShouldSatisfyAllConditions(row => row.Reserved.ShouldBe(0), row => row.Ordered.ShouldBe(45_000));
        await world.PaidBy(idea);
        var row = await Row(world);
        (row.Ordered, row.Paid, row.Left).ShouldBe((0, 45_000, row.Divided - 45_000));
        await world.Happens(idea, at => new IdeaEvent.PlanCompleted(at, new Euro(40_000)));
        (await Row(world)).ToReceive.ShouldBe(5_000);
        await world.Happens(idea, at => new IdeaEvent.MoneyReceived(at, "anna", new Euro(2_000), Domain.Calendar.Amsterdam.DateOf(at), new Euro(5_000)));
        await world.Happens(idea, at => new IdeaEvent.WriteOffApproved(at, "anna", new Euro(3_000), "Verhuisd"));
        await world.Happens(idea, at => new IdeaEvent.WriteOffApproved(at, "bert", new Euro(3_000), "Verhuisd"));
        row = await Row(world);
        (row.Paid, row.ToReceive, row.Received, row.WrittenOff, row.Left).ShouldBe((45_000, 0, 2_000, 3_000, row.Divided - 43_000));

        async Task<BookAmounts> Row(World world)
        {
            await world.Work();
            var page = (await Fien(world).Get($"{Desk}?jaar={Year}")).ShouldHave(200);
            page.Words.ShouldContain("De boeken kloppen met de betaalopdrachten, de bestanden voor de bank en de afschriften van de bank");
            return (await world.Get<BookReader>().Read(default)).Rows.Single(one => (one.Smederij, one.Period) == (World.Village, Year)).Amounts;
        }
    }

    [Fact]
    public async Task Every_number_opens_lines_that_add_up_to_it_with_the_day_and_who_did_it()
    {
        await using var world = await World.Begin();
        var paid = await world.Granted();
        await world.ReleasedBy(paid);
        await world.PaidBy(paid);
        await world.Happens(paid, at => new IdeaEvent.PlanCompleted(at, new Euro(40_000)));
        await world.Happens(paid, at => new IdeaEvent.MoneyReceived(at, "anna", new Euro(2_000), Domain.Calendar.Amsterdam.DateOf(at), new Euro(5_000)));
        await world.Granted(Residents.AnIdea with { titel = "Een pleintje", email = "piet@voorbeeld.example" });
        await world.Work();
        var numbers = Regex.Matches((await Fien(world).Get($"{Desk}?jaar={Year}")).Text, "href=\"([^\"]*/regels[^\"]*)\">([^<]+)</a>");
        numbers.Count.ShouldBeGreaterThan(50);
        foreach (var (address, number) in numbers.Select(link => (Plain(link.Groups[1].Value), Plain(link.Groups[2].Value))).Distinct())
        {
            var page = (await Fien(world).Get(address)).ShouldHave(200);
            var cells = Regex.Matches(page.Text, "<td class=\"smederij-number\"[^>]*>([^<]+)</td>").Select(cell => Cents(Plain(cell.Groups[1].Value)));
            Plain(page.Text).ShouldContain(number);
            if (!page.Text.Contains("rel=\"next\"", StringComparison.Ordinal))
                cells.Sum().ShouldBe(Cents(number), address);
        }
        var lines = (await Fien(world).Get($"{Desk}/regels?kolom=terug-ontvangen&smederij={World.Village}&jaar={Year}")).ShouldHave(200);
        foreach (var words in (string[])["2 maart 2026", "Terug ontvangen", Residents.AnIdea.titel, "anna"])
            lines.Words.ShouldContain(words);
        (await Fien(world).Get($"{Desk}/regels?kolom=betaald&smederij={World.Village}&jaar={Year}")).Words.ShouldContain("anna en bert");
        (await Fien(world).Get($"{Desk}/regels?kolom=verdeeld&smederij={World.Village}&jaar={Year}")).Words.ShouldContain("vast budget");
    }

    [Fact]
    public async Task The_parts_of_several_sources_stand_below_their_Smederij_and_add_up()
    {
        await using var world = await World.Begin();
        await world.Get<RoundItems>().Allot(world.Settings(), Year, "besluit1", [new Source("Woonconcept", new Euro(33_333)), new Source("Domesta", new Euro(10_001))]);
        var idea = await world.Granted();
        await world.ReleasedBy(idea);
        var row = (await world.Get<BookReader>().Read(default)).Rows.Single(one => (one.Smederij, one.Period) == (World.Village, Year));
        row.Sources.Length.ShouldBe(3);
        foreach (var column in Books.Columns)
            row.Sources.Sum(source => source.Amounts[column]).ShouldBe(row.Amounts[column], $"{column}");
        var page = (await Fien(world).Get($"{Desk}?jaar={Year}")).ShouldHave(200);
        page.Words.ShouldContain("Alle Smederijen, Woonconcept");
        page.Words.ShouldContain("Alle geldgevers betalen naar verhouding mee aan ieder idee.");
        var part = row.Sources.Single(source => source.Name == "Woonconcept").Amounts.Ordered;
        (await Fien(world).Get($"{Desk}/regels?kolom=te-betalen&smederij={World.Village}&jaar={Year}&bron=Woonconcept")).Words
            .ShouldContain($"Deel van Woonconcept {Plain(Portal.Text.Dutch.Euro(part))}");
    }

    [Fact]
    public async Task A_ledger_line_that_somebody_changed_is_told_with_the_place_to_look()
    {
        await using var world = await World.Begin();
        var idea = await world.Granted();
        await world.ReleasedBy(idea);
        var line = (await world.Store.Rows(World.Village, $"ronde|{Year}|kas|")).Last();
        await world.Store.Commit(World.Village, [new Write.Replace(line.Row, line.Data.Replace("45000", "44999", StringComparison.Ordinal), line.ETag)]);
        var page = (await Fien(world).Get(Desk)).ShouldHave(200);
        page.Words.ShouldContain("De boeken kloppen niet");
        page.Words.ShouldContain($"Kasboek {Year} van {world.Settings().Name}: de regels tellen niet op tot de totalen");
        page.Text.ShouldContain($"/medewerkers/geld/{World.Village}?ronde={Year}");
        page.Words.ShouldContain("In het kasboek staat geen akkoord voor deze betaling");
    }

    [Fact]
    public async Task An_order_that_says_another_amount_is_told_to_the_cent()
    {
        await using var world = await World.Begin();
        var idea = await world.Granted();
        await world.ReleasedBy(idea);
        await world.PaidBy(idea);
        var row = PaymentKeys.Listed(PaymentPhase.Paid, $"{idea.Id}-1");
        var order = (await world.Store.Get(Partitions.Payments, row))!.Read(PaymentRowsJson.Default.PaymentSummary);
        var another = Rows.Write(order with { Amount = 45_001 }, PaymentRowsJson.Default.PaymentSummary);
        await world.Lay(Partitions.Payments, [new Write.Put(row, another)]);
        var page = (await Fien(world).Get(Desk)).ShouldHave(200);
        page.Words.ShouldContain($"betaling {idea.Id}-1: vrijgegeven € 450,00, betaalopdracht € 450,01, verschil € 0,01. Een van de twee is veranderd.");
        page.Words.ShouldContain("het bestand voor de bank zegt € 450,00, de betaling zegt € 450,01, verschil € 0,01.");
        await world.Store.Commit(Partitions.Payments, [new Write.Delete(row)]);
        (await Fien(world).Get(Desk)).Words.ShouldContain("betaalopdracht € 0,00, verschil € 450,00. Er is geen betaalopdracht.");
    }

    [Fact]
    public async Task What_somebody_paid_back_of_a_payment_that_came_back_by_itself_is_told()
    {
        await using var world = await World.Begin();
        var idea = await world.Granted();
        await world.ReleasedBy(idea);
        await world.PaidBy(idea);
        await world.Happens(idea, at => new IdeaEvent.PlanCompleted(at, new Euro(40_000)));
        await world.Happens(idea, at => new IdeaEvent.MoneyReceived(at, "anna", new Euro(2_000), Domain.Calendar.Amsterdam.DateOf(at), new Euro(5_000)));
        await world.Get<PaymentItems>().Handle(
            PaymentKey.Of(idea.Id, 1), CommandId.Fresh(), at => new PaymentEvent.BankReturned(at, Domain.Calendar.Amsterdam.DateOf(at), "AC04", "regel9"));
        await world.Work();
        (await Fien(world).Get(Desk)).Words.ShouldContain(
            "vrijgegeven € 20,00, betaalopdracht € 0,00, verschil € 20,00. De betaling kwam terug, en daarvoor was al iets terugbetaald of afgeschreven.");
    }

    [Fact]
    public async Task Between_the_release_and_its_order_nothing_is_wrong()
    {
        await using var world = await World.Begin();
        var idea = await world.Granted();
        await world.Happens(idea, at => new IdeaEvent.AccountGiven(at));
        await world.Happens(idea, at => new IdeaEvent.ReleaseApproved(at, "anna", 0));
        await world.Happens(idea, at => new IdeaEvent.ReleaseApproved(at, "bert", 0));
        var page = (await Fien(world).Get(Desk)).ShouldHave(200);
        page.Words.ShouldContain("De boeken kloppen");
        page.Words.ShouldContain("Nu wordt nog 1 betaling of regel van de bank verwerkt.");
        await world.Work();
        (await Fien(world).Get(Desk)).Words.ShouldNotContain("verwerkt");
    }

    [Fact]
    public async Task Who_works_with_money_reads_them_and_nobody_else()
    {
        await using var world = await World.Begin();
        foreach (var address in (string[])[Desk, $"{Desk}/regels?kolom=verdeeld", $"{Desk}/boeken.csv", $"{Desk}/boeken.xlsx"])
        {
            foreach (var role in (string[])["financien", "medewerker", "regisseur"])
                (await world.BrowserOf("anna", role).Get(address)).ShouldHave(200);
            foreach (var role in (string[])["beheerder", "secretaris"])
                (await world.BrowserOf("zij", role).Get(address)).ShouldHave(403).Text.ShouldNotContain("vast budget");
            (await world.Browser.Get(address)).Status.ShouldBeOneOf(302, 303, 401);
        }
        (await Fien(world).Get("/medewerkers")).Text.ShouldContain(Desk);
        (await world.BrowserOf("zij", "beheerder").Get("/medewerkers")).Text.ShouldNotContain(Desk);
    }

    [Fact]
    public async Task A_year_or_a_column_that_is_not_there_is_not_found()
    {
        await using var world = await World.Begin();
        (await Fien(world).Get($"{Desk}?jaar=1999")).ShouldHave(404);
        foreach (var wrong in (string[])["", "?kolom=geld", "?kolom=betaald&smederij=nergens"])
            (await Fien(world).Get($"{Desk}/regels{wrong}")).ShouldHave(404);
        (await Fien(world).Get($"{Desk}/regels?kolom=betaald&jaar=1999&vanaf=-3")).ShouldHave(200).Words.ShouldContain("Er zijn geen regels");
    }

    [Fact]
    public async Task Both_files_hold_the_same_numbers_and_no_formula_of_anybody()
    {
        await using var world = await World.Begin();
        await world.Get<RoundItems>().Allot(world.Settings(), Year, "besluit1", [new Source("=HYPERLINK(\"kwaad\")", new Euro(12_345))]);
        var idea = await world.Granted();
        await world.ReleasedBy(idea);
        var csv = (await Fien(world).Get($"{Desk}/boeken.csv")).ShouldHave(200);
        csv.Headers.ContentDisposition.ToString().ShouldBe("attachment; filename=boeken.csv");
        csv.Text.ShouldContain("Jaar;Smederij;Geldgever;Verdeeld;Gereserveerd;Te betalen;Betaald;Terug te ontvangen;Terug ontvangen;Afgeschreven;Over");
        csv.Text.ShouldContain($"{Year};{world.Settings().Name};\"'=HYPERLINK(\"\"kwaad\"\")\";123,45;");

        var excel = (await Fien(world).Get($"{Desk}/boeken.xlsx")).ShouldHave(200);
        excel.Headers.ContentType.ToString().ShouldBe("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        using var zip = new ZipArchive(new MemoryStream(excel.Body));
        var sheets = zip.Entries.Where(entry => entry.FullName.Contains("worksheets/sheet", StringComparison.Ordinal)).ToDictionary(entry => entry.Name, Read);
        sheets.Count.ShouldBe(5);
        sheets["sheet1.xml"].ShouldContain("<v>123.45</v>");
        foreach (var sheet in sheets.Values)
            sheet.ShouldNotContain("<f>");
        (sheets["sheet1.xml"] + Strings(zip)).ShouldContain("=HYPERLINK(");
        (sheets["sheet4.xml"] + Strings(zip)).ShouldContain($"{idea.Id}-1");
        foreach (var person in (string[])[Residents.Submitter, "Jannie", Paymaster.Account])
            (string.Concat(sheets.Values) + Strings(zip) + csv.Text).ShouldNotContain(person);
    }

    private static string Strings(ZipArchive zip) => zip.GetEntry("xl/sharedStrings.xml") is { } entry ? Read(entry) : "";

    private static string Read(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open());
        return reader.ReadToEnd();
    }

    private static Browser Fien(World world) => world.BrowserOf("fien", "financien");

    private static string Plain(string html) => System.Net.WebUtility.HtmlDecode(html).Replace('\u00A0', ' ');

    private static long Cents(string euro) => long.Parse(euro.Replace("€ ", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal)
        .Replace(",", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture);
}
