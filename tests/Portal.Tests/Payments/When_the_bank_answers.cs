using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Smederijen.Domain.Ideas;
using Smederijen.Domain.Money;
using Smederijen.Domain.Payments;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Payments;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Tests.Stuurgroep;
using Smederijen.Portal.Work;
using static Smederijen.Portal.Tests.Payments.FilesOfTheBank;
using static Smederijen.Portal.Tests.Payments.Finance;
using static Smederijen.Portal.Tests.Residents;

namespace Smederijen.Portal.Tests.Payments;

public sealed class When_the_bank_answers
{
    [Fact]
    public async Task One_was_paid_and_one_came_back_and_the_corrected_account_is_paid_by_another_order()
    {
        await using var world = await World.Begin();
        var (first, second, _) = await SentTwo(world);
        var statement = Statement(Paid($"{first.Id}-1") + Paid($"{second.Id}-1", reference: "R8") + Returned($"{second.Id}-1"));
        var page = await Read(world, statement);
        page.Words.ShouldContain("Over De Smederijen 3 regels");
        page.Words.ShouldContain("Teruggekomen. De rekening is opgeheven.");
        page.Text.ShouldContain($"{Desk}/{first.Id}-1");
        page.Words.ShouldNotContain("Onbekende regels");

        (await world.Idea(first)).State.ShouldBeOfType<IdeaState.Released>().PaidOn.ShouldBe(new DateOnly(2026, 3, 2));
        (await world.Browser.Open(first.Page())).Words.ShouldContain("Het geld is betaald op 2 maart 2026");
        world.Mailbox.To(Submitter).ShouldContain(mail => mail.Subject.StartsWith("Het geld voor uw idee is betaald", StringComparison.Ordinal));
        (await world.Idea(second)).State.ShouldBeOfType<IdeaState.Granted>();
        (await Fien(world).Open(Desk)).Words.ShouldContain("Teruggekomen op 3 maart 2026: De rekening is opgeheven.");

        await GiveAnother(world, "NL02ABNA0123456789");
        await Approve(world, second, corrections: 1);
        await Sign(Gus(world), await BeginAll(world, $"{second.Id}-2"));
        await world.Work();
        await Read(world, Statement(Paid($"{second.Id}-2", day: "2026-03-06", reference: "R9"), id: "2026-42"));
        (await world.Idea(second)).State.ShouldBeOfType<IdeaState.Released>().PaidOn.ShouldBe(new DateOnly(2026, 3, 6));

        var rows = await Rows(world);
        var mails = world.Mailbox.Mails.Count;
        (await Read(world, statement)).Path.ShouldBe(page.Path, "the same file leads to where it was read");
        (await Rows(world)).ShouldBe(rows);
        world.Mailbox.Mails.Count.ShouldBe(mails);
        (await world.Get<LogVerifier>().Verify()).Broken.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_same_lines_in_another_file_change_nothing_and_are_told()
    {
        await using var world = await World.Begin();
        var (idea, order) = await Sent(world);
        await Read(world, Statement(Paid(order)));
        var mails = world.Mailbox.Mails.Count;
        var page = await Read(world, Statement(Paid(order), id: "2026-41", version: "08"));
        page.Words.ShouldContain("Al eerder gelezen 1 regel. Die veranderen niets.");
        page.Lines().ShouldBeEmpty();
        world.Mailbox.Mails.Count.ShouldBe(mails);
        (await OrderOf(world, idea)).ShouldBeOfType<PaymentState.Paid>();
    }

    [Fact]
    public async Task Two_statements_that_disagree_are_on_the_list_until_two_people_settled_it()
    {
        await using var world = await World.Begin();
        var (idea, order) = await Sent(world);
        await Read(world, Statement(Paid(order)));
        var page = await Read(world, Statement(Paid(order, day: "2026-03-04", reference: "R77"), id: "2026-43"));
        page.Words.ShouldContain("De bank zei eerder iets anders over deze betaling.");
        (await Fien(world).Open(Desk)).Lines().ShouldBe(page.Lines());
        (await world.Idea(idea)).State.ShouldBeOfType<IdeaState.Released>().PaidOn.ShouldBe(new DateOnly(2026, 3, 2));

        var line = page.Lines().ShouldHaveSingleItem();
        await SettledByTwo(world, line, new { betekenis = "anders", reden = "Twee keer betaald. De bank stort het terug." });
        (await Fien(world).Open(Desk)).Words.ShouldContain("Er zijn geen regels van de bank die iemand moet bekijken.");
        (await Fien(world).Open(line)).Words.ShouldContain("Niet verwerkt: Twee keer betaald. De bank stort het terug.");
    }

    [Fact]
    public async Task A_booking_in_one_amount_pays_every_order_of_its_batch_if_it_is_their_sum()
    {
        await using var world = await World.Begin();
        var (first, second, batch) = await SentTwo(world);
        (await Read(world, Statement(Batch(MessageOf(batch), "899.99")))).Words
            .ShouldContain("De regel noemt een betaalopdracht, maar het bedrag is anders dan van die opdracht.");
        await Read(world, Statement(Batch(MessageOf(batch), "900.00"), id: "2026-42"));
        (await OrderOf(world, first)).ShouldBeOfType<PaymentState.Paid>();
        (await OrderOf(world, second)).ShouldBeOfType<PaymentState.Paid>();
    }

    [Fact]
    public async Task An_answer_of_the_bank_refuses_one_and_takes_the_other()
    {
        await using var world = await World.Begin();
        var (first, second, batch) = await SentTwo(world);
        var page = await Read(world, Answer(MessageOf(batch), "PART", Status($"{first.Id}-1", "ACCP") + Status($"{second.Id}-1", "RJCT", "AC01")));
        page.Words.ShouldContain("De bank neemt het aan.");
        page.Words.ShouldContain("Geweigerd door de bank. Dit rekeningnummer bestaat niet.");
        (await OrderOf(world, first)).ShouldBeOfType<PaymentState.InBatch>();
        (await OrderOf(world, second)).ShouldBeOfType<PaymentState.Returned>().NeverLeft.ShouldBeTrue();
        (await world.Idea(second)).State.ShouldBeOfType<IdeaState.Granted>();

        (await Read(world, Answer(MessageOf(batch), "", Status($"{first.Id}-1", "ACSC")))).Words
            .ShouldContain("De bank zegt dat het is betaald. Het afschrift moet dat nog laten zien.");
        (await OrderOf(world, first)).ShouldBeOfType<PaymentState.InBatch>();
        // The bank booked what it did not refuse.
        await Read(world, Statement(Batch(MessageOf(batch), "450.00")));
        (await OrderOf(world, first)).ShouldBeOfType<PaymentState.Paid>();
        (await Read(world, Statement(Paid($"{second.Id}-1", reference: "R66"), id: "2026-42"))).Words
            .ShouldContain("betaald na een weigering", customMessage: "what was refused and is taken all the same shows");
    }

    [Fact]
    public async Task A_whole_batch_is_refused_and_one_that_somebody_called_off_at_the_bank_waits_for_people()
    {
        await using var world = await World.Begin();
        var (first, second, batch) = await SentTwo(world);
        await Read(world, Answer(MessageOf(batch), "", Status($"{first.Id}-1", "CANC")));
        (await OrderOf(world, first)).ShouldBeOfType<PaymentState.InBatch>();
        var line = (await Fien(world).Open(Desk)).Lines().ShouldHaveSingleItem();
        await SettledByTwo(world, line, new { betekenis = "terug", kenmerk = $"{first.Id}-1" });
        (await OrderOf(world, first)).ShouldBeOfType<PaymentState.Returned>();

        await Read(world, Answer(MessageOf(batch), "RJCT"));
        (await OrderOf(world, second)).ShouldBeOfType<PaymentState.Returned>();
        (await Gus(world).Send(Answer("EEN-ANDER", "RJCT"))).ShouldHave(400).Words
            .ShouldContain("In dit antwoord van de bank staat niets over betalingen van De Smederijen.");
    }

    [Fact]
    public async Task An_idea_that_fell_through_between_batch_and_statement_still_owes_what_was_paid()
    {
        await using var world = await World.Begin();
        var (idea, order) = await Sent(world);
        await world.Happens(idea, at => new IdeaEvent.MoneyGivenBack(at, "Het ging niet door"));
        await world.Work();
        await Read(world, Statement(Paid(order)));
        (await OrderOf(world, idea)).ShouldBeOfType<PaymentState.Paid>();
        (await world.Idea(idea)).State.ShouldBeOfType<IdeaState.Ended>().Refund!.Open.ShouldBe(new Euro(45_000));
    }

    [Fact]
    public async Task The_night_that_the_clock_goes_forward_is_a_day_like_any_other()
    {
        await using var world = await World.Begin();
        world.Clock.MoveTo(new DateTimeOffset(2026, 3, 28, 21, 0, 0, TimeSpan.Zero));
        var (idea, order) = await Sent(world);
        world.Clock.MoveTo(new DateTimeOffset(2026, 3, 29, 23, 0, 0, TimeSpan.Zero));
        var booked = Paid(order, day: "X").Replace("<Dt>X</Dt>", "<DtTm>2026-03-28T23:30:00Z</DtTm>", StringComparison.Ordinal);
        await Read(world, Statement(booked));
        (await world.Idea(idea)).State.ShouldBeOfType<IdeaState.Released>().PaidOn.ShouldBe(new DateOnly(2026, 3, 29));
    }

    [Fact]
    public async Task What_a_resident_pays_back_is_in_the_ledger_once_a_statement_has_it()
    {
        await using var world = await World.Begin();
        var idea = await Owing(world);
        var before = (await world.RoundOf("2027")).Ledger.Available;
        await Read(world, Statement(In($"Terug van {idea.Id.ToUpperInvariant()}, dank!", "200.00")));
        (await world.Idea(idea)).State.ShouldBeOfType<IdeaState.Ended>().Refund!.Open.ShouldBe(new Euro(25_000));
        (await world.RoundOf("2027")).Ledger.Available.ShouldBe(before + new Euro(20_000));
        (await world.Browser.Open(idea.Page())).Words.ShouldContain("ontvangen op 5 maart 2026");

        await Read(world, Statement(In($"terug De Smederijen idee {idea.Id}", "250.00", "2026-03-06", "R4"), id: "2026-42"));
        (await world.Idea(idea)).State.ShouldBeOfType<IdeaState.Ended>().Refund.ShouldBeNull();
        (await world.RoundOf("2027")).Ledger.Available.ShouldBe((await world.RoundOf("2027")).Ledger.Total);
        (await world.BrowserOf("anna", "medewerker").Open($"/medewerkers/ideeen/{idea.Smederij}/{idea.Id}")).Words.ShouldContain("Door: fien");
        (await world.Get<LogVerifier>().Verify()).Broken.ShouldBeEmpty();
    }

    [Fact]
    public async Task More_than_is_owed_waits_for_two_people_who_say_how_much_is_for_the_idea()
    {
        await using var world = await World.Begin();
        var idea = await Owing(world);
        var page = await Read(world, Statement(In($"idee {idea.Id}", "500.00")));
        page.Words.ShouldContain("Dit is meer dan dit idee nog moet terugbetalen.");
        var line = page.Lines().ShouldHaveSingleItem();
        var shown = (await Fien(world).Open(line)).ShouldHave(200);
        shown.Words.ShouldContain("Klaas Geheim");
        shown.Words.ShouldContain("NL02RABO0123456789");

        (await Fien(world).Post($"{line}/voorstel", new { betekenis = "terugbetaald", idee = idea.Id, bedrag = "600" })).ShouldHave(409).Words
            .ShouldContain("niet hoger dan het bedrag van deze regel");
        (await Fien(world).Post($"{line}/voorstel", new { betekenis = "terugbetaald", idee = "een ander", bedrag = "450" })).ShouldHave(400).Words
            .ShouldContain("Dit idee kennen wij niet");
        await SettledByTwo(world, line, new { betekenis = "terugbetaald", idee = $"http://127.0.0.1{idea.Page()}", bedrag = "450,00" });
        (await world.Idea(idea)).State.ShouldBeOfType<IdeaState.Ended>().Refund.ShouldBeNull();
        (await Fien(world).Open(line)).Words.ShouldNotContain("Klaas Geheim", customMessage: "nobody needs to know any more who it was");
    }

    [Fact]
    public async Task What_somebody_recorded_by_hand_is_not_counted_once_more()
    {
        await using var world = await World.Begin();
        var idea = await Owing(world);
        await world.Happens(idea, at => new IdeaEvent.MoneyReceived(at, "anna", new Euro(20_000), new DateOnly(2026, 3, 5), new Euro(45_000)));
        var line = (await Read(world, Statement(In($"idee {idea.Id}", "200.00")))).Lines().ShouldHaveSingleItem();
        (await Fien(world).Open(line)).Words.ShouldContain("Een medewerker legde dit bedrag al vast op de pagina van het idee.");
        (await world.Idea(idea)).State.ShouldBeOfType<IdeaState.Ended>().Refund!.Open.ShouldBe(new Euro(25_000));
        // It was other money after all.
        await SettledByTwo(world, line, new { betekenis = "terugbetaald", idee = idea.Id, bedrag = "200" });
        (await world.Idea(idea)).State.ShouldBeOfType<IdeaState.Ended>().Refund!.Open.ShouldBe(new Euro(5_000));
    }

    [Theory]
    [InlineData(false, "De regel noemt een idee dat geen geld hoeft terug te betalen.")]
    [InlineData(true, "Dit geld kwam binnen voordat het idee betaald was.")]
    public async Task Money_that_nobody_owes_is_told_why(bool owed, string why)
    {
        await using var world = await World.Begin();
        var idea = owed ? await Owing(world) : (await Sent(world)).Idea;
        (await Read(world, Statement(In($"idee {idea.Id}", day: owed ? "2026-02-01" : "2026-03-05")))).Words.ShouldContain(why);
    }

    [Fact]
    public async Task By_hand_it_takes_two_and_the_first_one_can_be_thrown_away()
    {
        await using var world = await World.Begin();
        var (idea, order) = await Sent(world);
        var line = (await Read(world, Statement(Entry(
            "DBIT", "450.00", "2026-03-02", "R5", $"<RmtInf><Ustrd>De Smederijen idee {idea.Id}</Ustrd></RmtInf>")))).Lines().ShouldHaveSingleItem();
        (await Fien(world).Post($"{line}/voorstel", new { betekenis = "" })).ShouldHave(400).Words.ShouldContain("Kies waar deze regel over gaat.");
        (await Fien(world).Post($"{line}/voorstel", new { betekenis = "anders" })).ShouldHave(400).Words.ShouldContain("Schrijf waarom");
        (await Fien(world).Post($"{line}/voorstel", new { betekenis = "betaald", kenmerk = $"{idea.Id}-9" })).ShouldHave(400).Words.ShouldContain(
            "Deze betaling kennen wij niet.");
        (await Fien(world).Post($"{line}/voorstel", new { betekenis = "betaald", kenmerk = order })).ShouldHave(303);
        (await Settle(Fien(world), line)).ShouldHave(409).Words.ShouldContain("U stelde dit zelf voor.");
        (await Gus(world).Open(Desk)).Words.ShouldContain("Wacht op een tweede medewerker");
        (await Gus(world).Post($"{line}/voorstel-weg", new { gezien = (await Gus(world).Open(line)).Hidden("gezien") })).ShouldHave(303);
        (await Gus(world).Post($"{line}/voorstel", new { betekenis = "betaald", kenmerk = order })).ShouldHave(303);
        (await Settle(Fien(world), line)).ShouldHave(303);
        await world.Work();
        (await OrderOf(world, idea)).ShouldBeOfType<PaymentState.Paid>();
        (await Fien(world).Open(line)).Words.ShouldContain("fien stelde dat vast");
    }

    [Fact]
    public async Task Of_what_is_not_about_us_only_the_number_and_the_sums_are_kept()
    {
        await using var world = await World.Begin();
        var (_, order) = await Sent(world);
        var before = await Rows(world);
        var page = await Read(world, Statement(Paid(order) + In("Hondenbelasting", "12.50") + In("Leges", "7.50", reference: "R6")
            + Entry("DBIT", "1000000000.00", "2026-03-05", "R7", "<RmtInf><Ustrd>Salaris</Ustrd></RmtInf>")));
        page.Words.ShouldContain("3 regels gaan niet over De Smederijen: € 20,00 erbij en € 1.000.000.000,00 eraf. Daarvan bewaren wij niets.");
        page.Lines().Count.ShouldBe(1);
        (await Fien(world).Open(Desk)).Lines().ShouldBeEmpty();
        before.Count.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task On_an_account_for_us_alone_every_line_is_kept()
    {
        await using var world = await World.Begin();
        await ForUsAlone(world);
        var page = await Read(world, Statement(In("Hondenbelasting", "12.50")));
        page.Words.ShouldContain("Wij weten niet waar deze regel over gaat.");
        page.Lines().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_statement_of_another_account_is_refused_and_one_beside_ours_is_left_out()
    {
        await using var world = await World.Begin();
        var (_, order) = await Sent(world);
        var answer = (await Fien(world).Send(Statement(Paid(order), account: "NL20INGB0001234567"))).ShouldHave(400);
        answer.Words.ShouldContain("Dit afschrift is van een rekening die eindigt op 4567. Daarvan betalen De Smederijen niet.");
        answer.Text.ShouldNotContain("NL20INGB0001234567");
        var both = Encoding.UTF8.GetString(Statement(Paid(order))).Replace(
            "</Stmt>", $"</Stmt>{Part(In($"Smederijen {order}"), "9", "NL20INGB0001234567")}", StringComparison.Ordinal);
        var page = await Read(world, Encoding.UTF8.GetBytes(both));
        page.Words.ShouldContain("In dit bestand staan ook afschriften van andere rekeningen. Die zijn niet gelezen.");
        page.Lines().Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_account_of_before_still_counts_for_what_was_paid_from_it()
    {
        await using var world = await World.Begin();
        var (idea, order) = await Sent(world);
        await ChangePayer(world, "payer.iban", "NL20INGB0001234567");
        await Read(world, Statement(Paid(order)));
        (await OrderOf(world, idea)).ShouldBeOfType<PaymentState.Paid>();
    }

    public static TheoryData<string, byte[]> Hostile { get; } = new()
    {
        { "Kies een bestand.", [] },
        { "Dit bestand is niet compleet: het einde ontbreekt.", Statement(Paid("01hzy8k3m2abcd-1"))[..^40] },
        { "In dit bestand staan opdrachten die een bankbestand nooit heeft.", Encoding.UTF8.GetBytes(
            """<?xml version="1.0"?><!DOCTYPE Document [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><Document>&b;</Document>""") },
        { "opgeslagen als UTF-16", Encoding.Unicode.GetBytes("<Document/>") },
        { "De letters in dit bestand zijn anders opgeslagen dan het bestand zelf zegt.", [.. Statement("")[..^20], 0xFF, 0xFE, .. "</Document>"u8] },
        { "Dit is een MT940-bestand.", Encoding.UTF8.GetBytes(":20:REF\n:25:NL91ABNA0417164300\n:28C:1\n") },
        { "Dit is een camt.053-bestand van versie 06.", Statement("", version: "06") },
        { "camt.052", Encoding.UTF8.GetBytes("""<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.052.001.02"><BkToCstmrAcctRpt/></Document>""") },
        { "Dit is een PDF.", Encoding.UTF8.GetBytes("%PDF-1.7") },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task A_file_that_is_not_as_it_should_be_is_told_in_a_sentence_and_nothing_is_kept(string sentence, byte[] file)
    {
        await using var world = await World.Begin();
        await Sent(world);
        var rows = await Rows(world);
        (await Fien(world).Send(file)).ShouldHave(400).Words.ShouldContain(sentence);
        (await Rows(world)).ShouldBe(rows);
    }

    /// <summary>
    /// A machine stopped between the idea and the answer of the line, and somebody recorded money of the same amount before it went on.
    /// </summary>
    [Fact]
    public async Task What_staff_record_after_a_line_was_told_is_other_money()
    {
        await using var world = await World.Begin();
        var idea = await Owing(world);
        world.Store.After = (_, writes) =>
        {
            if (writes.Any(write => write.Row.StartsWith("ronde|", StringComparison.Ordinal)))
                throw new StoreUnavailableException("The machine stops.", new IOException());
        };
        await Fien(world).Send(Statement(In($"idee {idea.Id}", "200.00"), id: "2026-50"));
        try
        {
            await world.Work();
        }
        catch (StoreUnavailableException)
        {
            // It stopped after the idea had the money.
        }
        world.Store.After = null;
        (await world.Idea(idea)).State.ShouldBeOfType<IdeaState.Ended>().Refund!.Open.Cents.ShouldBe(25_000);
        await world.Happens(idea, at => new IdeaEvent.MoneyReceived(
            at, "anna", new Euro(20_000), Domain.Calendar.Amsterdam.DateOf(at), new Euro(25_000)));
        await PerformAll(world);
        (await Fien(world).Open(Desk)).Lines().ShouldBeEmpty();
        (await world.Idea(idea)).State.ShouldBeOfType<IdeaState.Ended>().Refund!.Open.Cents.ShouldBe(5_000);
    }

    [Fact]
    public async Task Pressed_twice_it_is_read_once()
    {
        await using var world = await World.Begin();
        var (_, order) = await Sent(world);
        var file = Statement(Paid(order));
        var both = await Task.WhenAll(Fien(world).Send(file), Gus(world).Send(file));
        both[0].ShouldHave(303).Location.ShouldBe(both[1].ShouldHave(303).Location);
        await world.Work();
        (await Fien(world).Open(both[0].Location)).Lines().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Who_is_met_at_another_machine_at_the_same_moment_reads_a_file_in_all_the_same()
    {
        await using var world = await World.Begin();
        var (_, order) = await Sent(world);
        (await world.BrowserOf("hanna", "financien").Open(Desk)).ShouldHave(200);
        var races = 0;
        world.Store.Before = (partition, writes) =>
        {
            if (races == 0 && writes.FirstOrDefault(write => write.Row == Keys.Contact("hanna")) is Write.Insert name)
            {
                races++;
                world.Store.Commit(partition, [name]).IsCompletedSuccessfully.ShouldBeTrue();
            }
            return null;
        };
        var file = (await world.BrowserOf("hanna", "financien").Send(Statement(Paid(order)))).ShouldHave(303).Location;
        races.ShouldBe(1);
        await world.Work();
        (await Fien(world).Open(file)).Words.ShouldContain("hanna");
    }

    [Fact]
    public async Task Who_does_not_pay_reads_nothing_in_and_an_old_sign_in_does_not_do()
    {
        await using var world = await World.Begin();
        (await world.BrowserOf("anna", "medewerker").Send(Statement(""))).ShouldHave(403);
        var old = world.BrowserOf("fien", "financien");
        old.Staff = old.Staff! with { SignedInAt = world.Clock.GetUtcNow().AddHours(-1) };
        (await old.Send(Statement(""))).ShouldHave(401);
        (await old.Post($"{Desk}/regels/{new string('a', 64)}/voorstel")).ShouldHave(404);
    }

    /// <summary>On an account for us alone, so that all of it is kept. docs/performance.md has the figure.</summary>
    [Fact]
    public async Task Ten_thousand_lines_are_read_in_two_seconds()
    {
        await using var world = await World.Begin();
        var (_, order) = await Sent(world);
        await ForUsAlone(world);
        var random = new Random(5);
        string Words() => string.Concat(Enumerable.Range(0, 40).Select(_ => (char)random.Next('a', 'z' + 1)));
        var lines = Paid(order) + string.Concat(Enumerable.Range(0, 9_999).Select(n =>
            In($"{Words()} {20261130000000 + n}", $"{random.Next(1, 90_000)}.{random.Next(10, 99)}", reference: $"Q{n:D12}")));
        var (fastest, page) = (TimeSpan.MaxValue, "");
        // What else the machine does is not measured.
        var limit = TimeSpan.FromSeconds(2);
        for (var times = 1; times <= 10 && fastest >= limit; times++)
        {
            var file = Statement(lines, id: $"keer {times}");
            var watch = System.Diagnostics.Stopwatch.StartNew();
            page = (await Fien(world).Send(file)).ShouldHave(303).Location;
            fastest = watch.Elapsed < fastest ? watch.Elapsed : fastest;
        }
        fastest.ShouldBeLessThan(limit);
        (await Fien(world).Open(page)).Words.ShouldContain("Over De Smederijen 10.000 regels");
    }

    [Fact]
    public async Task Nothing_of_who_paid_stands_in_the_store_the_log_or_on_a_public_page()
    {
        var log = new LogLines();
        await using var world = await World.Begin(services => services.AddSingleton<Microsoft.Extensions.Logging.ILoggerProvider>(log));
        var idea = await Owing(world);
        await Read(world, Statement(In($"idee {idea.Id}", "500.00") + In("Smederijen, iets anders", reference: "R8")));
        await Fien(world).Send(Statement("", account: "NL20INGB0001234567"));
        var rows = (await world.Store.Query(Partitions.Payments, new RowRange(" ", "~"))).Rows;
        rows.ShouldContain(row => row.Row.EndsWith("|tekst", StringComparison.Ordinal));
        foreach (var told in (string[])["Klaas", "NL02RABO0123456789", "NL20INGB0001234567", "iets anders"])
        {
            rows.ShouldAllBe(row => !row.Data.Contains(told, StringComparison.Ordinal), told);
            log.Lines.ShouldAllBe(line => !line.Contains(told, StringComparison.Ordinal), told);
            (await world.Browser.Open(idea.Page())).Text.ShouldNotContain(told);
        }
    }

    [Fact]
    public async Task Stopped_after_any_commit_every_line_ends_once_and_it_goes_on()
    {
        for (var commits = 1; ; commits++)
        {
            await using var world = await World.Begin();
            var (idea, order) = await OwingUntold(world);
            var before = (await world.RoundOf("2027")).Ledger.Available;
            var file = Statement(Paid(order) + In($"idee {idea.Id}", "200.00") + In($"idee {idea.Id}", "300.00", reference: "R4"), id: "2026-50");
            var left = commits;
            world.Store.After = (_, _) =>
            {
                if (--left <= 0)
                    throw new StoreUnavailableException("The machine stops.", new IOException());
            };
            try
            {
                await Fien(world).Send(file);
                await world.Work();
            }
            catch (StoreUnavailableException)
            {
                // It stopped while it worked.
            }
            world.Store.After = null;

            await Fien(world).Send(file);
            await PerformAll(world);
            var page = (await Fien(world).Send(file)).ShouldHave(303).Location;
            var lines = (await world.Store.Query(Partitions.Payments, BankKeys.LinesOf(page.Split('/')[^1]))).Rows;
            lines.Count.ShouldBe(3, $"after commit {commits}");
            (await OrderOf(world, idea)).ShouldBeOfType<PaymentState.Paid>($"after commit {commits}");
            (await world.Idea(idea)).State.ShouldBeOfType<IdeaState.Ended>().Refund!.Open.Cents.ShouldBeOneOf(25_000, 15_000);
            var back = 45_000 - (await world.Idea(idea)).State.ShouldBeOfType<IdeaState.Ended>().Refund!.Open.Cents;
            (await world.RoundOf("2027")).Ledger.Available.ShouldBe(before + new Euro(back), $"after commit {commits}");
            (await world.Store.Query(Partitions.Payments, BankKeys.AllWaiting)).Rows.ShouldHaveSingleItem($"after commit {commits}");
            (await world.Store.Query(Partitions.Payments, RowRange.Prefix("bankbestand|"))).Rows.ShouldAllBe(row => !row.Row.Contains("|deel|"));
            (await world.Get<LogVerifier>().Verify()).Broken.ShouldBeEmpty();
            if (left > 0)
                return;
        }
    }

    private static async Task PerformAll(World world)
    {
        // What waits lies in the store: a machine that starts again finds it there.
        for (var turns = 0; turns < 5; turns++)
        {
            foreach (var partition in new[] { Partitions.Payments, World.Village })
            {
                foreach (var row in (await world.Store.Query(partition, Keys.AllEffects)).Rows)
                {
                    if (await world.Get<WorkList>().OwnerOf(partition, row.Row) is { } key)
                        await world.Get<WorkList>().PerformDue(key);
                }
            }
            await world.AfterMinutes(30);
        }
    }

    /// <summary>Two ideas of € 450 in one batch that went to the bank.</summary>
    private static async Task<(IdeaKey First, IdeaKey Second, string Batch)> SentTwo(World world)
    {
        var (first, second) = (await ReleasedTo(world), await ReleasedTo(world));
        var batch = await BeginAll(world, $"{first.Id}-1", $"{second.Id}-1");
        (await Sign(Gus(world), batch)).ShouldHave(303);
        await world.Work();
        return (first, second, batch);
    }

    /// <summary>An idea that was paid € 450 and has to pay all of it back.</summary>
    private static async Task<IdeaKey> Owing(World world)
    {
        var (idea, order) = await Sent(world);
        await Read(world, Statement(Paid(order), id: "2026-40"));
        await world.Happens(idea, at => new IdeaEvent.MoneyGivenBack(at, "Het ging niet door"));
        await world.Work();
        world.Clock.MoveTo(world.Clock.GetUtcNow().AddDays(7));
        return idea;
    }

    /// <summary>The same, and the bank did not tell yet that it was paid.</summary>
    private static async Task<(IdeaKey Idea, string Order)> OwingUntold(World world)
    {
        var (idea, order) = await Sent(world);
        await world.Happens(idea, at => new IdeaEvent.MoneyGivenBack(at, "Het ging niet door"));
        await world.Work();
        world.Clock.MoveTo(world.Clock.GetUtcNow().AddDays(7));
        return (idea, order);
    }

    private static async Task GiveAnother(World world, string iban) => (await world.NewBrowser().Press(
        world.Mailbox.To(Submitter).Last(mail => mail.Subject.StartsWith("Het geld kwam niet aan", StringComparison.Ordinal)).Link(),
        new { iban, tenaamstelling = "J. de Vries" })).ShouldHave(200);

    private static async Task<PaymentState> OrderOf(World world, IdeaKey idea) =>
        (await world.Get<PaymentItems>().Load(PaymentKey.Of(idea.Id, 1)))!.Item.State;

    /// <summary>All that lies in the partition of the payments and of the village, but for what was looked at.</summary>
    private static async Task<IReadOnlyList<string>> Rows(World world) =>
    [
        .. (await world.Store.Query(Partitions.Payments, new RowRange(" ", "~"))).Rows.Select(row => $"{row.Row} {row.ETag}"),
        .. (await world.Store.Query(World.Village, new RowRange(" ", "~"))).Rows.Select(row => $"{row.Row} {row.ETag}"),
    ];
}
