using Smederijen.Domain.Ideas;
using Smederijen.Domain.Rounds;
using Smederijen.Domain.Settings;
using Smederijen.Portal.Forms;
using Smederijen.Portal.Governing;
using Smederijen.Portal.Ledgers;
using Smederijen.Portal.Tests.Staff;

namespace Smederijen.Portal.Tests.Governing;

/// <summary>Staff are warned in time, and residents are promised only what there is.</summary>
public sealed class When_a_year_comes_near
{
    private const string Home = $"/smederijen/{World.Village}";

    [Theory]
    [InlineData("2027-05-04", null, null)]
    [InlineData("2027-05-05", "De ronde van 2027 sluit over 8 weken in Alteveer", "De laatste dag is woensdag 30 juni 2027. Open het jaar 2028.")]
    [InlineData("2027-06-16", "De ronde van 2027 sluit over 2 weken in Alteveer", "De laatste dag is woensdag 30 juni 2027. Open het jaar 2028.")]
    [InlineData("2027-06-17", "De ronde van 2027 sluit over 13 dagen in Alteveer", "De laatste dag is woensdag 30 juni 2027. Open het jaar 2028.")]
    [InlineData("2027-06-30", "De ronde van 2027 sluit na vandaag in Alteveer", "De laatste dag is woensdag 30 juni 2027. Open het jaar 2028.")]
    [InlineData("2027-07-01", "In Alteveer loopt geen ronde, en er is er ook geen afgesproken",
        "Ideeën krijgen daar geen geld, en bewoners lezen dat de ronde voorbij is. Open het jaar 2028.")]
    public void The_words_go_by_the_clock(string day, string? title, string? detail)
    {
        var warnings = YearWatch.At(Noon(day), [new WatchedRound("Alteveer", Round("2027", 2027))]);
        warnings.Select(warning => warning.Title).SingleOrDefault().ShouldBe(title);
        warnings.Select(warning => warning.Detail).SingleOrDefault().ShouldBe(detail);
    }

    [Fact]
    public void What_is_too_late_comes_first_and_many_are_counted()
    {
        var many = Enumerable.Range(1, 4).Select(number => new WatchedRound($"Dorp {number}", Round("2027", 2027)));
        YearWatch.At(Noon("2027-06-01"), [.. many, new WatchedRound("Alteveer", Round("2026", 2026)), new WatchedRound("Pesse", Round("2026", 2026))])
            .Select(warning => (warning.Title, warning.Year, warning.IsLate)).ShouldBe(
            [
                ("In Alteveer en in Pesse loopt geen ronde, en er is er ook geen afgesproken", 2027, true),
                ("De ronde van 2027 sluit over 4 weken in 4 Smederijen", 2028, false),
            ]);
    }

    [Fact]
    public void A_year_that_somebody_left_out_is_nobodys_fault_and_the_one_after_it_is()
    {
        WatchedRound[] rounds = [new("Alteveer", Round("2027", 2027), LeftOut: "2028"), new("Pesse", Round("eenmalig", 2027))];
        YearWatch.At(Noon("2027-06-30"), rounds).ShouldBeEmpty();
        YearWatch.At(Noon("2028-06-30"), rounds).ShouldBeEmpty();
        YearWatch.At(Noon("2028-07-01"), rounds).Single().Year.ShouldBe(2029);
    }

    [Fact]
    public async Task The_board_warns_until_every_Smederij_has_its_year()
    {
        await using var world = await World.Begin();
        await world.Until(Noon("2027-05-04"));
        (await Board(world)).ShouldNotContain("Open het jaar");
        await world.Until(Noon("2027-05-05"));
        (await Board(world)).ShouldContain(
            "De ronde van 2027 sluit over 8 weken in 24 Smederijen De laatste dag is woensdag 30 juni 2027. Open het jaar 2028.");
        await world.Fatima().DraftYear(("geen-krakeel", "Krakeel doet een jaar niet mee"));
        (await Board(world)).ShouldContain("in 23 Smederijen");
        await world.Gijs().AgreeOnYear();
        (await Board(world)).ShouldNotContain("Open het jaar");
        await world.Until(Noon("2027-07-02"));
        (await Board(world)).ShouldNotContain("Open het jaar");
        (await world.Browser.Open("/smederijen/krakeel")).Words.ShouldContain(
            "Deze ronde is voorbij. U kunt wel een idee indienen. Geschikte ideeën doen mee zodra er een nieuwe ronde is.");
    }

    [Fact]
    public async Task A_year_that_was_forgotten_is_told_to_staff_and_promised_to_nobody()
    {
        await using var world = await World.Begin();
        await world.Until(Noon("2027-07-01"));
        (await Board(world)).ShouldContain("In 24 Smederijen loopt geen ronde, en er is er ook geen afgesproken");
        var page = (await world.Browser.Open(Home)).ShouldHave(200).Words;
        page.ShouldNotContain("Nog te besteden");
        page.ShouldNotContain("volgende ronde");
        page.ShouldNotContain("Stemmen over het geld");
        page.ShouldContain("Over € 4.991,00");
        (await world.Browser.Open($"{Home}/ideeen/nieuw")).Words.ShouldContain("De laatste ronde is voorbij U kunt wel een idee indienen.");
        // It can still be opened, from tomorrow on.
        var form = (await world.Fatima().Open("/beheer/jaar")).Form();
        form["vanaf"].ShouldBe("2-7-2027");
        (await world.Fatima().DraftYear()).ShouldHave(200);
        (await world.Gijs().AgreeOnYear()).ShouldHave(200);
        (await world.Browser.Open(Home)).Words.ShouldContain("De volgende ronde begint op 2 juli 2027. Geschikte ideeën doen dan mee.");
        (await world.Browser.Open($"{Home}/ideeen/nieuw")).Words.ShouldContain(
            "De volgende ronde begint op 2 juli 2027. U kunt nu al een idee indienen.");
        await world.Until(Noon("2027-07-02"));
        await world.Work();
        (await world.Browser.Open(Home)).Words.ShouldContain("Er is nog geen geld voor deze ronde. Geschikte ideeën wachten tot het er is.");
    }

    [Fact]
    public async Task While_a_round_runs_people_read_when_the_next_one_begins()
    {
        await using var world = await World.Begin();
        await world.Until(Noon("2027-05-10"));
        (await world.Browser.Open($"{Home}/ideeen/nieuw")).Words.ShouldNotContain("ronde");
        await world.Fatima().DraftYear();
        (await world.Browser.Open(Home)).Words.ShouldNotContain("volgende ronde");
        await world.Gijs().AgreeOnYear();
        (await world.Browser.Open(Home)).Words.ShouldContain("zolang er genoeg is. De volgende ronde begint op 1 juli 2027. Voor één idee");
        (await world.Browser.Open($"{Home}/ideeen/nieuw")).Words.ShouldContain(
            "Deze ronde loopt tot en met 30 juni 2027. De volgende ronde begint op 1 juli 2027.");
    }

    [Fact]
    public async Task A_round_that_two_of_the_staff_closed_early_promises_nothing_either()
    {
        await using var world = await World.Begin();
        var idea = await world.InReview();
        var round = new RoundKey(World.Village, "2027");
        await world.Get<RoundItems>().Handle(round, CommandId.Fresh(), at => new RoundEvent.Proposed(at, "anna", new Intervention.CloseRound(),
            "Het geld is op"));
        await world.Get<RoundItems>().Handle(round, CommandId.Fresh(), at => new RoundEvent.Agreed(at, "bert"));
        await world.Work();
        foreach (var seat in (string[])[Wijkteam.Opbouwwerker, Wijkteam.Wijkagent])
            (await world.Advise(seat, "geschikt")).ShouldHave(200);
        (await world.Idea(idea)).State.ShouldBeOfType<IdeaState.Suitable>();
        (await world.Browser.Open(idea.Page())).Words.ShouldContain("Het idee wacht op een nieuwe ronde");
        world.Mailbox.LastTo(Residents.Submitter).Text.ShouldContain("De laatste ronde is voorbij.");
        (await world.Browser.Open($"{Home}/ideeen/nieuw")).Words.ShouldContain("De laatste ronde is voorbij");
        (await world.Browser.Open(Home)).Words.ShouldNotContain("Nog te besteden");
    }

    [Fact]
    public async Task Where_every_idea_ended_nobody_is_asked_for_the_first()
    {
        await using var world = await World.Begin();
        (await world.Browser.Open(Home)).Words.ShouldContain("Er zijn hier nu geen ideeën. Dien het eerste in.");
        var idea = await world.SubmitAndConfirm();
        await world.Happens(idea, at => new IdeaEvent.Withdrawn(at));
        await world.Work();
        (await world.Browser.Open(Home)).Words.ShouldContain("Er loopt hier nu geen idee. U kunt er een indienen.");
    }

    private static async Task<string> Board(World world) => (await world.Anna().Open("/medewerkers")).ShouldHave(200).Words;

    private static DateTimeOffset Noon(string day) => new(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), new TimeOnly(
        10, 0), TimeSpan.Zero);

    private static RoundSettings Round(string period, int year) => new(
        period, Domain.Money.Euro.Zero, true, new DateOnly(year, 6, 30), true, new VoteSettings(BallotKind.Approval, null,
            CountRule.EqualShares, 14));
}
