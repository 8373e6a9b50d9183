using Smederijen.Domain.Ideas;
using Smederijen.Domain.Money;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Reading;
using Smederijen.Portal.Work;

namespace Smederijen.Portal.Tests.Staff;

public sealed class When_money_has_to_come_back
{
    private static async Task<IdeaKey> Owed(World world)
    {
        var idea = await world.Released();
        await world.Happens(idea, at => new IdeaEvent.MoneyGivenBack(at, "De grond mocht niet."));
        await world.Work();
        return idea;
    }

    [Fact]
    public async Task Nobody_can_spend_it_before_staff_recorded_that_it_is_here()
    {
        await using var world = await World.Begin();
        var before = (await Ledger(world)).Available;
        var idea = await Owed(world);
        (await Ledger(world)).Available.ShouldBe(before - new Euro(45_000));
        (await world.Browser.Get($"/smederijen/{World.Village}")).Words.ShouldContain("Terug te ontvangen € 450,00");
        (await world.Browser.Get($"/v1/smederijen/{World.Village}")).Text.ShouldContain("\"terugTeOntvangen\":45000");

        (await Receive(world.Anna(), idea, "200", "2026-03-02")).ShouldHave(200).Words.ShouldContain("Nog te ontvangen € 250,00");
        (await Ledger(world)).Available.ShouldBe(before - new Euro(25_000));
        (await Receive(world.Bert(), idea, "250", "2026-03-02")).ShouldHave(200);
        (await Ledger(world)).ShouldSatisfyAllConditions(
            ledger => ledger.Available.ShouldBe(before), ledger => ledger.ToReceive.ShouldBe(Euro.Zero));
        (await world.Browser.Open(idea.Page())).Words.ShouldContain("Er is € 250 terug, ontvangen op 2 maart 2026");
        (await world.Anna().Get($"/medewerkers/geld/{World.Village}")).Words.ShouldContain("Terug ontvangen");
        (await world.Get<LogVerifier>().Verify()).Broken.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("450,01", "2026-03-02", "niet hoger dan wat er nog moet komen")]
    [InlineData("0", "2026-03-02", "niet hoger dan wat er nog moet komen")]
    [InlineData("450", "2026-03-03", "Kies een dag die al geweest is.")]
    [InlineData("450", "2026-03-01", "Op die dag was het geld nog niet uitbetaald.", 409)]
    [InlineData("450", "", "Kies op welke dag het geld binnenkwam.")]
    public async Task What_cannot_be_is_said_and_nothing_is_booked(string amount, string day, string says, int status = 400)
    {
        await using var world = await World.Begin();
        var idea = await Owed(world);
        (await Receive(world.Anna(), idea, amount, day)).ShouldHave(status).Words.ShouldContain(says);
        (await Ledger(world)).ToReceive.ShouldBe(new Euro(45_000));
    }

    [Fact]
    public async Task The_same_money_that_two_people_record_is_booked_once()
    {
        await using var world = await World.Begin();
        var idea = await Owed(world);
        (await Receive(world.Anna(), idea, "200", "2026-03-02")).ShouldHave(200);
        (await Receive(world.Bert(), idea, "200", "2026-03-02", open: "45000")).ShouldHave(409).Words.ShouldContain("Kijk eerst wat er nog moet komen.");
        (await Ledger(world)).ToReceive.ShouldBe(new Euro(25_000));
    }

    [Fact]
    public async Task It_waits_on_the_board_and_in_the_mail_of_staff_until_it_is_settled()
    {
        await using var world = await World.Begin();
        var idea = await Owed(world);
        (await world.Anna().Get("/medewerkers")).Text.ShouldContain(idea.Case());
        await world.After(15);
        world.Mailbox.Mails.ShouldContain(mail => mail.Subject.StartsWith("Dit geld is nog niet terug", StringComparison.Ordinal));
        foreach (var staff in (Browser[])[world.Anna(), world.Bert()])
        {
            var page = (await staff.Get(idea.Case("afschrijven"))).ShouldHave(200);
            (await staff.Send(idea.Case("afschrijven"), new { open = page.Hidden("open"), reden = "Failliet.", opdracht = page.Hidden("opdracht") })).ShouldHave(200);
        }
        (await Ledger(world)).ShouldSatisfyAllConditions(
            ledger => ledger.ToReceive.ShouldBe(Euro.Zero), ledger => ledger.Released.ShouldBe(new Euro(45_000)));
        (await world.Anna().Get("/medewerkers")).Text.ShouldNotContain(idea.Case());
        (await world.Get<LogVerifier>().Verify()).Broken.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_second_who_writes_off_reads_the_reason_of_the_first_and_everybody_reads_what_was_written_off()
    {
        await using var world = await World.Begin();
        var idea = await Owed(world);
        (await WriteOff(world.Anna(), idea, "")).ShouldHave(400);
        (await WriteOff(world.Anna(), idea, "De stichting is failliet.")).ShouldHave(200);
        var second = (await world.Bert().Get(idea.Case("afschrijven"))).ShouldHave(200).Words;
        second.ShouldContain("Eerste akkoord anna");
        second.ShouldContain("Reden van het eerste akkoord De stichting is failliet.");
        second.ShouldContain("Wilt u iets toevoegen?");
        (await WriteOff(world.Bert(), idea, "")).ShouldHave(200);
        var page = (await world.Browser.Open(idea.Page())).Words;
        page.ShouldContain("Een medewerker gaf akkoord om € 450 af te schrijven");
        page.ShouldContain("€ 450 is afgeschreven: De stichting is failliet");
        page.ShouldContain("Afgeschreven € 450, dat komt niet terug");
        page.Split("gaf akkoord om").Length.ShouldBe(2);
        (await world.Anna().Get(idea.Case())).Words.ShouldContain("Afgeschreven € 450,00");
        (await world.Get<LogVerifier>().Verify()).Broken.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_approval_to_write_off_that_lapsed_because_money_came_in_says_so()
    {
        await using var world = await World.Begin();
        var idea = await Owed(world);
        (await WriteOff(world.Anna(), idea, "De stichting is failliet.")).ShouldHave(200);
        (await Receive(world.Bert(), idea, "200", "2026-03-02")).ShouldHave(200).Words.ShouldContain("Het eerste akkoord is vervallen");
        (await world.Anna().Get(idea.Case("afschrijven"))).Words.ShouldContain("Na dat akkoord kwam er geld binnen.");
        (await WriteOff(world.Anna(), idea, "")).ShouldHave(400);
        (await WriteOff(world.Anna(), idea, "De rest komt niet.")).ShouldHave(200).Words.ShouldNotContain("vervallen");
        (await WriteOff(world.Bert(), idea, "")).ShouldHave(200);
        (await world.Browser.Open(idea.Page())).Words.ShouldContain("€ 250 is afgeschreven: De rest komt niet");
    }

    private static async Task<Answer> WriteOff(Browser staff, IdeaKey idea, string reason)
    {
        var page = (await staff.Get(idea.Case("afschrijven"))).ShouldHave(200);
        return await staff.Send(idea.Case("afschrijven"), new { open = page.Hidden("open"), reden = reason, opdracht = page.Hidden("opdracht") });
    }

    private static Task<Ledger> Ledger(World world) => world.Get<Treasury>().LedgerOf(world.Settings());

    private static async Task<Answer> Receive(Browser staff, IdeaKey idea, string amount, string day, string? open = null)
    {
        var page = (await staff.Get(idea.Case("ontvangen"))).ShouldHave(200);
        return await staff.Send(
            idea.Case("ontvangen"), new { open = open ?? page.Hidden("open"), bedrag = amount, ontvangen = day, opdracht = page.Hidden("opdracht") });
    }
}
