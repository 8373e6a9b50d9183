using Smederijen.Domain.Ideas;
using Smederijen.Portal.Bookkeeping;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Tests.Payments;
using Smederijen.Portal.Tests.Staff;
using static Smederijen.Portal.Tests.Payments.FilesOfTheBank;
using static Smederijen.Portal.Tests.Payments.Finance;

namespace Smederijen.Portal.Tests.Bookkeeping;

/// <summary>Every kind of difference between the statements and the books stands on the page, with its amount and where to look.</summary>
public sealed class When_the_books_are_compared_with_the_bank
{
    [Fact]
    public async Task They_agree_while_payments_are_paid_come_back_and_are_paid_back()
    {
        await using var world = await World.Begin();
        var (paid, order) = await Sent(world);
        await Agree(world);
        await Read(world, Statement(Paid(order)));
        await Agree(world);
        var (_, other) = await Sent(world);
        await Read(world, Statement(Paid(other, reference: "R11") + Returned(other), id: "2026-42"));
        await Agree(world);
        await world.Happens(paid, at => new IdeaEvent.MoneyGivenBack(at, "Het ging niet door"));
        world.Clock.MoveTo(world.Clock.GetUtcNow().AddDays(7));
        await Read(world, Statement(In($"idee {paid.Id}", "200.00"), id: "2026-43"));
        await Agree(world);
        (await world.Idea(paid)).State.ShouldBeOfType<IdeaState.Ended>().Refund!.Open.Cents.ShouldBe(25_000);
        var (byHand, _) = await Sent(world);
        await Say(
            Fien(world), $"{byHand.Id}-1", Domain.Payments.PaymentOutcome.Paid,
            $"{Domain.Calendar.Amsterdam.DateOf(world.Clock.GetUtcNow()):d-M-yyyy}");
        (await Finance.Agree(Gus(world), $"{byHand.Id}-1")).ShouldHave(303);
        await world.Work();
        await Agree(world);
    }

    [Fact]
    public async Task A_line_that_nobody_settled_stands_there_until_two_people_did()
    {
        await using var world = await World.Begin();
        var (_, order) = await Sent(world);
        var line = (await Read(world, Statement(Paid(order, "449.00")))).Lines().ShouldHaveSingleItem();
        var page = await Differs(world, $"Regel van de bank over betaling {order}: de bank zegt € 449,00, de boeken zeggen € 0,00, verschil € 449,00. "
            + "Twee medewerkers moeten nog vaststellen waar deze regel over gaat.");
        page.Text.ShouldContain($"href=\"{line}\"");
        await SettledByTwo(world, line, new { betekenis = "anders", reden = "De bank stort het terug." });
        await Agree(world);
        await Read(world, Statement(In("Smederijen, iets", "12.50"), id: "2026-42"));
        await Differs(world, "Onbekende regel van de bank: de bank zegt € 12,50, de boeken zeggen € 0,00, verschil € 12,50.");
    }

    [Fact]
    public async Task A_line_or_an_order_that_somebody_changed_is_told_with_both_amounts()
    {
        await using var world = await World.Begin();
        var (_, order) = await Sent(world);
        await Read(world, Statement(Paid(order)));
        await Change(world, Partitions.Payments, "bankregels|van|", "\"amount\":45000", "\"amount\":45001");
        await Differs(world, $"over betaling {order}: de bank zegt € 450,01, de boeken zeggen € 450,00, verschil € 0,01. De betaling zegt iets anders");
        await Change(world, Partitions.Payments, "bankregels|van|", "\"amount\":45001", "\"amount\":45000");
        await Agree(world);
        await Change(world, Partitions.Payments, "betalingen|Paid|", "\"paidLine\":\"", "\"paidLine\":\"een andere ");
        var page = await Differs(world, $"over betaling {order}: de bank zegt € 450,00, de boeken zeggen € 0,00, verschil € 450,00.");
        page.Words.ShouldContain("de betaling zegt € 450,00, de bank zegt € 0,00, verschil € 450,00. Er is geen regel van de bank die dat zegt.");
    }

    [Fact]
    public async Task A_line_that_is_gone_is_missed_by_order_and_ledger()
    {
        await using var world = await World.Begin();
        var (idea, order) = await PaidBackInPart(world);
        await Agree(world);
        foreach (var row in await world.Store.Rows(Partitions.Payments, "bankregels|van|"))
            await world.Store.Commit(Partitions.Payments, [new Write.Delete(row.Row)]);
        var page = await Differs(world, $"over betaling {order}: de betaling zegt € 450,00, de bank zegt € 0,00, verschil € 450,00. Er is geen regel");
        page.Words.ShouldContain(
            $"over idee {idea.Id} van {world.Settings().Name}: het kasboek zegt € 200,00, de bank zegt € 0,00, verschil € 200,00. Er is geen regel");
        page.Text.ShouldContain($"href=\"/medewerkers/ideeen/{idea.Smederij}/{idea.Id}\"");
    }

    [Fact]
    public async Task Money_that_came_back_and_is_not_in_the_ledger_is_told()
    {
        await using var world = await World.Begin();
        var (idea, _) = await PaidBackInPart(world);
        await Change(world, World.Village, "ronde|2027|kas|", "\"line\":\"", "\"line\":\"een andere ");
        await Differs(world, $"over idee {idea.Id} van {world.Settings().Name}: de bank zegt € 200,00, de boeken zeggen € 0,00, verschil € 200,00. Het kasboek");
    }

    [Fact]
    public async Task A_statement_that_lacks_and_two_that_disagree_are_told_where_the_account_is_for_us_alone()
    {
        await using var world = await World.Begin();
        await Read(world, Statement(Balances("2026-02-02", "10.00", "2026-02-08", "20.00"), id: "2026-6"));
        await Read(world, Statement(Balances("2026-02-16", "70.00", "2026-02-22", "60.00"), id: "2026-8"));
        await Agree(world);
        await ForUsAlone(world);
        await Read(world, Statement(Balances("2026-03-02", "10.00", "2026-03-08", "20.00"), id: "2026-9"));
        await Read(world, Statement(Balances("2026-03-16", "-70.00", "2026-03-22", "60.00"), id: "2026-11"));
        var page = await Differs(world, "Afschrift 2026-11 van de rekening die eindigt op 4300 begint op 16 maart 2026 met € -70,00. Afschrift 2026-9 ervoor "
            + "eindigde op 8 maart 2026 met € 20,00, verschil € 90,00. Lees het afschrift in dat ertussen hoort. Is dat er niet? Vraag het uw bank.");
        page.Text.ShouldNotContain(Municipality);
        await Read(world, Statement(Balances("2026-03-09", "20.00", "2026-03-15", "-70.00"), id: "2026-10"));
        await Agree(world);
        world.Clock.MoveTo(world.Clock.GetUtcNow().AddHours(1));
        await Read(world, Statement(Balances("2026-03-09", "20.00", "2026-03-15", "-69.00"), id: "2026-10"));
        await Differs(world, "Afschrift 2026-10 van de rekening die eindigt op 4300 is twee keer ingelezen, tot en met 15 maart 2026, met andere saldo's: "
            + "€ -69,00 en € -70,00, verschil € 1,00. Vraag uw bank welk afschrift klopt.");
    }

    [Fact]
    public async Task What_a_file_still_has_to_do_is_no_fault_and_what_it_never_did_is()
    {
        await using var world = await World.Begin();
        var (_, order) = await Sent(world);
        var file = (await Fien(world).Send(Statement(Paid(order)))).ShouldHave(303).Location!;
        var page = await Agree(world);
        page.Words.ShouldContain("Nu wordt nog 1 betaling of regel van de bank verwerkt.");
        var part = (await world.Store.Rows(Partitions.Payments, "effect|bankbestand-")).ShouldHaveSingleItem();
        await world.Store.Commit(Partitions.Payments, [new Write.Delete(part.Row)]);
        (await Differs(world, "Een bestand van de bank is niet helemaal verwerkt.")).Text.ShouldContain($"href=\"{file}\"");
        await world.Store.Commit(Partitions.Payments, [new Write.Insert(part.Row, part.Data)]);
        await world.Work();
        await Agree(world);
        await Change(world, Partitions.Payments, "bankregels|van|", "\"phase\":\"Settled\"", "\"phase\":\"Handed\"");
        await Differs(world, "De regel is niet verwerkt. Kijk bij Berichten die niet aankwamen of het verwerken mislukte.");
    }

    /// <summary>An idea that was paid, fell through, and whose submitter paid a part back: all by lines of the bank.</summary>
    private static async Task<(IdeaKey Idea, string Order)> PaidBackInPart(World world)
    {
        var (idea, order) = await Sent(world);
        await Read(world, Statement(Paid(order)));
        await world.Happens(idea, at => new IdeaEvent.MoneyGivenBack(at, "Het ging niet door"));
        world.Clock.MoveTo(world.Clock.GetUtcNow().AddDays(7));
        await Read(world, Statement(In($"idee {idea.Id}", "200.00"), id: "2026-42"));
        return (idea, order);
    }

    private static async Task<Answer> Agree(World world)
    {
        var page = (await Fien(world).Get(BooksDesk.Address)).ShouldHave(200);
        page.Words.ShouldContain("De boeken kloppen met de betaalopdrachten, de bestanden voor de bank en de afschriften van de bank");
        return page;
    }

    private static async Task<Answer> Differs(World world, string words)
    {
        var page = (await Fien(world).Get(BooksDesk.Address)).ShouldHave(200);
        page.Words.ShouldContain("De boeken kloppen niet");
        page.Words.ShouldContain(words);
        return page;
    }

    /// <summary>Somebody changes the last row that has it, outside the program.</summary>
    private static async Task Change(World world, string partition, string under, string from, string to)
    {
        var row = (await world.Store.Rows(partition, under)).Last(row => row.Data.Contains(from, StringComparison.Ordinal));
        await world.Store.Commit(partition, [new Write.Replace(row.Row, row.Data.Replace(from, to, StringComparison.Ordinal), row.ETag)]);
    }
}
