using System.Text.Json;
using Smederijen.Domain.Ideas;
using Smederijen.Domain.Money;
using Smederijen.Portal.Bookkeeping;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Payments;
using Smederijen.Portal.Settings;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Tests.Governing;
using Smederijen.Portal.Tests.Staff;
using Smederijen.Portal.Work;
using static Smederijen.Portal.Tests.Payments.Paymaster;

namespace Smederijen.Portal.Tests.Payments;

/// <summary>
/// The people of an idea are forgotten a year after its end; whom the municipality paid, seven years after the year that it paid in.
/// </summary>
public sealed class When_payees_are_kept_for_the_books
{
    private const string People = "/medewerkers/personen";

    [Fact]
    public async Task The_people_go_after_a_year_and_the_payees_after_their_own_term()
    {
        await using var world = await World.Begin();
        var (idea, batch) = await PaidAndDone(world);
        var file = (await Fien(world).Get($"{BatchDesk.AddressOf(batch)}/pain001.xml")).ShouldHave(200).Text;
        await world.Until(new DateTimeOffset(2027, 4, 1, 9, 0, 0, TimeSpan.Zero));
        (await world.Store.Rows(idea.Smederij, $"idee|{idea.Id}|persoon|")).ShouldBeEmpty();
        (await Payees(world, batch)).ShouldHaveSingleItem();
        (await Fien(world).Get($"{BatchDesk.AddressOf(batch)}/pain001.xml")).ShouldHave(200).Text.ShouldBe(file);

        await world.Until(new DateTimeOffset(2033, 12, 31, 22, 0, 0, TimeSpan.Zero));
        (await Payees(world, batch)).ShouldHaveSingleItem();
        await world.Until(new DateTimeOffset(2034, 1, 1, 1, 0, 0, TimeSpan.Zero));
        (await Payees(world, batch)).ShouldBeEmpty();
        foreach (var name in (string[])["pain001.xml", "betalingen.csv"])
            (await Fien(world).Get($"{BatchDesk.AddressOf(batch)}/{name}")).ShouldHave(410).Words.ShouldContain("zijn gewist op 1 januari 2034");
        var page = (await Fien(world).Get(BatchDesk.AddressOf(batch))).ShouldHave(200);
        page.Words.ShouldContain("Namen en rekeningen zijn gewist");
        page.Words.ShouldContain("€ 450,00");
        page.Text.ShouldNotContain(Account);
        var read = await world.Get<BookReader>().Read(default);
        read.Faults.ShouldBeEmpty();
        read.Rows.Single(row => (row.Smederij, row.Period) == (idea.Smederij, "2027")).Amounts.Paid.ShouldBe(45_000);
        (await world.Get<LogVerifier>().Verify()).Broken.ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_administrators_choose_a_longer_term_and_it_counts_for_what_is_kept()
    {
        await using var world = await World.Begin();
        var (_, batch) = await PaidAndDone(world);
        (await world.Fatima().Change("gemeente", "Korter", ("paymentsKept", "6"))).ShouldHave(400).Words.ShouldContain("vul een getal in van 7 tot en met 20");
        (await world.Fatima().Change("gemeente", "De accountant vraagt het", ("paymentsKept", "10"))).ShouldHave(200);
        (await world.Gijs().Agree("gemeente")).ShouldHave(200);
        world.Get<SettingsBook>().Municipality.PaymentYears.ShouldBe(10);
        (await world.Browser.Get("/privacy")).Words.ShouldContain("nog 10 jaar na het jaar van de betaling");
        await world.Until(new DateTimeOffset(2036, 12, 31, 22, 0, 0, TimeSpan.Zero));
        (await Payees(world, batch)).ShouldHaveSingleItem();
        await world.Until(new DateTimeOffset(2037, 1, 1, 1, 0, 0, TimeSpan.Zero));
        (await Payees(world, batch)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Whoever_asks_hears_what_is_kept_for_the_books_and_why_it_stays_when_all_else_is_erased()
    {
        await using var world = await World.Begin();
        var (idea, batch) = await PaidAndDone(world);
        (await world.Anna().Post(People, new Search(Residents.Submitter))).ShouldHave(200).Words.ShouldContain("Kreeg geld");
        var file = (await world.Anna().Post(People, new Search(Residents.Submitter, stap: "bestand"))).ShouldHave(200);
        var payment = JsonDocument.Parse(file.Body).RootElement.GetProperty("gevonden").EnumerateArray()
            .Single(place => place.GetProperty("als").GetString() == "Kreeg geld");
        payment.GetProperty("rekening").GetProperty("iban").GetString().ShouldBe(Account);
        payment.GetProperty("bewaardTot").GetString().ShouldBe("1 januari 2034");
        (await world.Anna().Post(People, new Search(Residents.Submitter, stap: "leesbaar"))).ShouldHave(200).Words.ShouldContain("Wij bewaren dit tot 1 januari 2034");

        var erased = (await world.Anna().Post(People, new Erasing(Residents.Submitter))).ShouldHave(409);
        erased.Words.ShouldContain("De wet vraagt dat wij betalingen bewaren. Wij doen dat 7 jaar. Op 1 januari 2034 wist het programma de naam en de rekening.");
        erased.Words.ShouldContain("Verder bewaren wij niets over deze persoon");
        await world.Work();
        (await world.Store.Rows(idea.Smederij, $"idee|{idea.Id}|persoon|")).ShouldBeEmpty();
        (await Payees(world, batch)).ShouldHaveSingleItem();
        (await world.Get<LogVerifier>().Verify()).Broken.ShouldBeEmpty();
    }

    [Fact]
    public async Task Long_after_the_end_a_payment_is_found_by_its_account()
    {
        await using var world = await World.Begin();
        await PaidAndDone(world);
        await world.Until(new DateTimeOffset(2027, 4, 1, 9, 0, 0, TimeSpan.Zero));
        (await world.Anna().Post(People, new Search(Residents.Submitter))).ShouldHave(200).Words.ShouldContain("Wij bewaren niets over deze persoon");
        var search = new Search("") { ["zoek-rekening"] = "nl02 abna 0123 4567 89" };
        (await world.Anna().Post(People, search)).ShouldHave(200).Words.ShouldContain("Betaling van € 450,00");
        search["stap"] = "bestand";
        (await world.Anna().Post(People, search)).ShouldHave(200).Text.ShouldContain("J. de Vries");
        (await world.Anna().Post(People, new Search("") { ["zoek-rekening"] = "NL00" })).ShouldHave(400).Words.ShouldContain("Dit is geen goed IBAN");
        (await world.Anna().Post(People, new Search("") { ["zoek-rekening"] = "NL91ABNA0417164300" })).ShouldHave(200).Words.ShouldContain("Wij bewaren niets");
    }

    [Fact]
    public async Task The_page_about_privacy_says_both_terms()
    {
        await using var world = await World.Begin();
        var page = (await world.Browser.Get("/privacy")).ShouldHave(200);
        page.Words.ShouldContain("Een jaar nadat het idee is afgesloten, wissen wij uw gegevens.");
        page.Words.ShouldContain("Daarom bewaren wij bij die betaling uw naam en rekeningnummer, nog 7 jaar na het jaar van de betaling.");
    }

    private static async Task<(IdeaKey Idea, string Batch)> PaidAndDone(World world)
    {
        var idea = await world.Granted();
        await world.ReleasedBy(idea);
        var batch = await world.PaidBy(idea);
        await world.Happens(idea, at => new IdeaEvent.PlanCompleted(at, new Euro(45_000)));
        await world.Work();
        return (idea, batch);
    }

    private static Browser Fien(World world) => world.BrowserOf("fien", "financien");

    private static Task<List<Entity>> Payees(World world, string batch) => world.Store.Rows(Partitions.Payments, $"betaalopdracht|{batch}|aan|");
}
