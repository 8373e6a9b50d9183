using Smederijen.Domain.Ideas;
using Smederijen.Domain.Money;
using Smederijen.Domain.Payments;
using Smederijen.Portal.Bookkeeping;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Ledgers;
using Smederijen.Portal.Payments;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Tests.Attachments;
using Smederijen.Portal.Tests.Governing;
using Smederijen.Portal.Tests.Staff;
using Smederijen.Portal.Tests.Unreadable;
using Smederijen.Portal.Work;
using static Smederijen.Portal.Tests.Payments.Finance;
using static Smederijen.Portal.Tests.Residents;

namespace Smederijen.Portal.Tests.Payments;

/// <summary>Where ideas of € 400 and more get a third in advance: of € 450 that is € 148,50, and € 301,50 stays.</summary>
public sealed class When_money_is_paid_in_two
{
    private const string Approval = "vrijgeven";
    private static readonly byte[] s_photo = Sample.Read("plain.jpg");

    [Fact]
    public async Task Two_of_the_administrators_set_it_and_residents_read_it_among_the_conditions()
    {
        await using var world = await World.Begin();
        var before = await world.SubmitAndConfirm();
        (await world.Browser.Open($"/smederijen/{World.Village}")).Words.ShouldNotContain("procent");
        var draft = await world.Fatima().Change(
            World.Village, "Zekerheid", ("instalments", "ja"), ("instalments.from", "400"), ("instalments.advancePercent", "33"));
        draft.ShouldHave(200).Words.ShouldContain("Betalen wij grote bedragen in twee keer? Nee Ja");
        draft.Words.ShouldContain("Vanaf welk bedrag betalen wij in twee keer? € 2.500 € 400");
        draft.Words.ShouldContain("Dit gaat over geld. Daarom kijkt iemand anders er ook naar.");
        (await world.Gijs().Agree(World.Village)).ShouldHave(200);

        world.Settings().Instalments.ShouldBe(new(new Euro(40_000), 33));
        const string Rule = "Krijgt een idee € 400 of meer? Dan betalen wij eerst 33 procent. De rest betalen wij als het plan klaar is en wij de kosten en de bonnen hebben.";
        (await world.Browser.Open($"/smederijen/{World.Village}")).Words.ShouldContain(Rule);
        (await world.Browser.Open($"/smederijen/{World.Village}/ideeen/nieuw")).Words.ShouldContain(Rule);
        (await world.Idea(before)).SettingsVersion.ShouldBe(1, "it keeps the rules it came in under");

        (await world.Fatima().Change(World.Village, "Te veel", ("instalments.advancePercent", "100"))).ShouldHave(400)
            .Words.ShouldContain("vul een getal in van 1 tot en met 99");
        await world.Fatima().Change(World.Village, "Toch niet", ("instalments", "nee"));
        (await world.Gijs().Agree(World.Village)).ShouldHave(200);
        world.Settings().Instalments.ShouldBeNull();
    }

    [Fact]
    public async Task The_advance_is_paid_then_the_receipts_come_and_two_people_release_the_rest()
    {
        await using var world = await Begin();
        var idea = await world.Granted();
        world.Mailbox.LastTo(Submitter).Text.ShouldContain("Wij betalen in twee keer: eerst €\u00A0148,50, en hoogstens €\u00A0301,50 als uw idee klaar is.");
        var form = (await world.Browser.Open(world.Mailbox.LastTo(Submitter).Link())).ShouldHave(200);
        form.Words.ShouldContain("Wij betalen in twee keer. Eerst € 148,50. Hoogstens € 301,50 als het plan klaar is");
        await Give(world, "NL91ABNA0417164300");
        (await world.BrowserOf("anna", "medewerker").Open(idea.Case(Approval))).Words.ShouldContain("Bedrag € 148,50 Rest na de bonnen hoogstens € 301,50");
        await Approve(world, idea, corrections: 0);

        world.Mailbox.LastTo(Submitter).Text.ShouldContain("U krijgt nu €\u00A0148,50.");
        world.Mailbox.LastTo(Submitter).Text.ShouldContain("U kunt nog hoogstens €\u00A0301,50 krijgen. Meld daarvoor dat uw idee klaar is, met de kosten en de bonnen.");
        var begun = (await world.Browser.Open(idea.Page())).ShouldHave(200).Words;
        begun.ShouldContain("Betaling Eerst € 148,50. Hoogstens € 301,50 als het plan klaar is");
        begun.ShouldContain("Een voorschot van € 148,50 gaat naar de bewoners. Zij kunnen beginnen.");
        var advance = await SignedXml(world);
        advance.ShouldContain("<InstdAmt Ccy=\"EUR\">148.50</InstdAmt>");
        await BankPays(world, idea, 1);
        world.Mailbox.LastTo(Submitter).Text.ShouldContain("is €\u00A0148,50 overgemaakt op uw rekening.");
        (await Books(world)).ShouldSatisfyAllConditions(row => row.Reserved.ShouldBe(30_150), row => row.Paid.ShouldBe(14_850));

        (await Finish(world, "400,00")).ShouldHave(303);
        await world.Work();
        (await world.Idea(idea)).State.Phase.ShouldBe(IdeaPhase.AwaitingRest);
        world.Mailbox.LastTo(Submitter).Text.ShouldContain("U krijgt nog €\u00A0251,50. Twee medewerkers kijken eerst naar de kosten en de bonnen.");
        var page = (await world.Browser.Open(idea.Page())).ShouldHave(200).Words;
        page.ShouldContain("Klaar, wacht op de rest");
        page.ShouldContain("Betaling Eerst € 148,50. Nog te betalen: € 251,50");
        page.ShouldContain("Dit kostte € 400.");
        page.ShouldContain("Twee medewerkers kijken naar de kosten en de bonnen");
        (await world.Browser.Open($"/smederijen/{World.Village}?fase=wacht-op-rest")).ShouldHave(200).Words.ShouldContain("Klaar, wacht op de rest");
        (await world.BrowserOf("anna", "medewerker").Open("/medewerkers")).Words.ShouldContain("Klaar, wacht op de rest");
        (await Books(world)).ShouldSatisfyAllConditions(row => row.Reserved.ShouldBe(25_150), row => row.Left.ShouldBe(row.Divided - 40_000));

        var anna = (await world.BrowserOf("anna", "medewerker").Open(idea.Case(Approval))).ShouldHave(200);
        anna.Words.ShouldContain("Kosten van het plan € 400,00 Al betaald € 148,50 Bedrag € 251,50");
        anna.Words.ShouldContain("Bon 1");
        (await world.BrowserOf("anna", "medewerker").Post(idea.Case(Approval), new { gecontroleerd = "ja", rekening = "1" })).ShouldHave(303);
        (await world.BrowserOf("anna", "medewerker").Post(idea.Case(Approval), new { gecontroleerd = "ja", rekening = "1" })).ShouldHave(409);
        (await world.BrowserOf("bert", "medewerker").Post(idea.Case(Approval), new { gecontroleerd = "ja", rekening = "1" })).ShouldHave(303);
        await world.Work();
        world.Mailbox.LastTo(Submitter).Text.ShouldContain("U krijgt nog €\u00A0251,50. Wij geven dat nu door aan de bank.");
        (await world.Idea(idea)).State.Phase.ShouldBe(IdeaPhase.Completed);
        (await world.Browser.Open(idea.Page())).Words.ShouldContain("Het geld wordt betaald");

        var rest = await SignedXml(world);
        rest.ShouldContain("<InstdAmt Ccy=\"EUR\">251.50</InstdAmt>");
        rest.ShouldContain($"<EndToEndId>{idea.Id}-2</EndToEndId>");
        await BankPays(world, idea, 2);
        world.Mailbox.LastTo(Submitter).Text.ShouldContain("is €\u00A0251,50 overgemaakt op uw rekening.");
        page = (await world.Browser.Open(idea.Page())).ShouldHave(200).Words;
        page.ShouldContain("Betaling € 148,50 en € 251,50");
        page.ShouldNotContain("Het geld wordt betaald");
        (await Books(world)).ShouldSatisfyAllConditions(
            row => row.Paid.ShouldBe(40_000), row => row.Reserved.ShouldBe(0), row => row.Left.ShouldBe(row.Divided - 40_000));
        (await world.Get<LogVerifier>().Verify()).Broken.ShouldBeEmpty();
    }

    [Fact]
    public async Task Costs_below_the_advance_let_the_difference_come_back()
    {
        await using var world = await Begin();
        var idea = await Advanced(world);
        (await Finish(world, "100")).ShouldHave(303);
        await world.Work();
        var ended = (await world.Idea(idea)).State.ShouldBeOfType<IdeaState.Ended>();
        (ended.Outcome, ended.Refund!.Open).ShouldBe((IdeaPhase.Completed, new Euro(4_850)));
        world.Mailbox.LastTo(Submitter).Text.ShouldContain("Daarvan moet nog €\u00A048,50 terug.");
        (await Books(world)).ShouldSatisfyAllConditions(row => row.ToReceive.ShouldBe(4_850), row => row.Left.ShouldBe(row.Divided - 14_850));
        (await world.Get<LogVerifier>().Verify()).Broken.ShouldBeEmpty();
    }

    [Fact]
    public async Task Costs_of_the_advance_alone_end_it_without_another_payment()
    {
        await using var world = await Begin();
        var idea = await Advanced(world);
        (await Finish(world, "148,50")).ShouldHave(303);
        await world.Work();
        (await world.Idea(idea)).State.ShouldBeOfType<IdeaState.Ended>().Refund.ShouldBeNull();
        (await Books(world)).ShouldSatisfyAllConditions(row => row.Reserved.ShouldBe(0), row => row.Paid.ShouldBe(14_850));
    }

    [Fact]
    public async Task An_advance_that_comes_back_after_the_plan_was_done_goes_to_another_account_with_the_rest()
    {
        await using var world = await Begin();
        var idea = await Advanced(world, paid: false);
        (await Finish(world, "400")).ShouldHave(303);
        await BankReturns(world, idea, 1);
        world.Mailbox.LastTo(Submitter).Text.ShouldContain("Wij wilden €\u00A0400 aan u betalen.");
        var state = (await world.Idea(idea)).State.ShouldBeOfType<IdeaState.Granted>();
        (state.Phase, state.Amount, state.AccountKnown).ShouldBe((IdeaPhase.AwaitingRest, new Euro(40_000), false));
        await Give(world, "NL02ABNA0123456789");
        await Approve(world, idea, state.AccountCorrections);
        (await SignedXml(world)).ShouldContain("<InstdAmt Ccy=\"EUR\">400.00</InstdAmt>");
        await BankPays(world, idea, state.NextPayment);
        (await Books(world)).ShouldSatisfyAllConditions(row => row.Paid.ShouldBe(40_000), row => row.Left.ShouldBe(row.Divided - 40_000));
        (await world.Get<LogVerifier>().Verify()).Broken.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_rest_that_comes_back_goes_to_another_account()
    {
        await using var world = await Begin();
        var idea = await Advanced(world);
        (await Finish(world, "400")).ShouldHave(303);
        await world.Work();
        await Approve(world, idea, corrections: 1);
        await SignedXml(world);
        await BankReturns(world, idea, 2);
        world.Mailbox.LastTo(Submitter).Text.ShouldContain("Wij wilden €\u00A0251,50 aan u betalen.");
        (await Books(world)).ShouldSatisfyAllConditions(row => row.Reserved.ShouldBe(25_150), row => row.Paid.ShouldBe(14_850));
        await Give(world, "NL02ABNA0123456789");
        await Approve(world, idea, corrections: 2);
        (await SignedXml(world)).ShouldContain($"<EndToEndId>{idea.Id}-3</EndToEndId>");
        await BankPays(world, idea, 3);
        (await Books(world)).Paid.ShouldBe(40_000);
        (await world.Get<LogVerifier>().Verify()).Broken.ShouldBeEmpty();
    }

    [Fact]
    public async Task Fallen_through_the_advance_comes_back_and_the_rest_is_for_others()
    {
        await using var world = await Begin();
        var idea = await Advanced(world);
        var link = (await world.Browser.Open(world.Mailbox.LastTo(Submitter).Link())).ShouldHave(200).Path;
        var form = (await world.Browser.Open($"{link}?stap=stopt")).ShouldHave(200);
        form.Words.ShouldContain("Dan geeft u al het geld terug: € 148,50.");
        (await world.Browser.Post($"{link}?stap=stopt", new { opdracht = form.Hidden("opdracht"), reden = "Het lukt niet", zeker = "ja" })).ShouldHave(303);
        await world.Work();
        (await world.Idea(idea)).State.ShouldBeOfType<IdeaState.Ended>().Refund!.Open.ShouldBe(new Euro(14_850));
        (await Books(world)).ShouldSatisfyAllConditions(row => row.ToReceive.ShouldBe(14_850), row => row.Left.ShouldBe(row.Divided - 14_850));
        (await world.Get<LogVerifier>().Verify()).Broken.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_payment_that_nobody_set_money_apart_for_is_named()
    {
        await using var world = await Begin();
        var idea = await Advanced(world);
        (await world.Get<LogVerifier>().Verify()).Broken.ShouldBeEmpty();
        var period = world.Settings().Round.Period;
        var kas = await world.Store.RowsFrom(World.Village, $"{RoundKeys.Round(period)}|kas|");
        var again = kas[^1].Data.Replace("\"amount\":14850", "\"amount\":30151", StringComparison.Ordinal)
            .Replace("\"payment\":1", "\"payment\":2", StringComparison.Ordinal);
        await world.Store.Commit(World.Village, [new Write.Insert(RoundKeys.LedgerLine(period, kas.Count + 1), again)]);
        (await world.Get<LogVerifier>().Verify()).Broken.ShouldContain(new Finding(new WorkKey(idea.Smederij, idea.Id), Trouble.PaidTwice));
    }

    private static async Task<World> Begin()
    {
        var world = await World.Begin();
        await world.Fatima().Change(
            World.Village, "Zekerheid", ("instalments", "ja"), ("instalments.from", "400"), ("instalments.advancePercent", "33"));
        (await world.Gijs().Agree(World.Village)).ShouldHave(200);
        return world;
    }

    private static async Task<IdeaKey> Advanced(World world, bool paid = true)
    {
        var idea = await ReleasedTo(world);
        await SignedXml(world);
        if (paid)
            await BankPays(world, idea, 1);
        return idea;
    }

    private static async Task<string> SignedXml(World world) =>
        (await Gus(world).Get($"{Desk}/opdrachten/{await world.SignedBatch()}/pain001.xml")).ShouldHave(200).Text;

    private static Task BankPays(World world, IdeaKey idea, int payment) => Bank(
        world, idea, payment, (order, amount) => FilesOfTheBank.Paid(order, amount, reference: $"P{payment}"));

    private static Task BankReturns(World world, IdeaKey idea, int payment) => Bank(
        world, idea, payment, (order, amount) => FilesOfTheBank.Returned(order, amount: amount, day: "2026-03-02", reference: $"T{payment}"));

    private static async Task Bank(World world, IdeaKey idea, int payment, Func<string, string, string> entry)
    {
        var order = (await world.Get<PaymentItems>().Load(PaymentKey.Of(idea.Id, payment))).ShouldNotBeNull().Item;
        var line = entry(order.Id, $"{order.Amount.Cents / 100}.{order.Amount.Cents % 100:00}");
        await FilesOfTheBank.Read(world, FilesOfTheBank.Statement(line, id: $"{Math.Abs(line.GetHashCode(StringComparison.Ordinal))}"));
    }

    private static async Task<Answer> Finish(World world, string costs)
    {
        var path = (await world.Browser.Open(world.Mailbox.LastTo(Submitter).Link())).ShouldHave(200).Path;
        var command = (await world.Browser.Open($"{path}?stap=klaar")).ShouldHave(200).Hidden("opdracht");
        return await world.Browser.PostWithFiles(
            $"{path}?stap=klaar", new { opdracht = command, verslag = "Het bankje staat er!", kosten = costs },
            ("fotos", "bankje.jpg", s_photo), ("bonnen", "bon.jpg", s_photo));
    }

    /// <summary>The books of the village, which agree with the orders and the files for the bank.</summary>
    private static async Task<BookAmounts> Books(World world)
    {
        (await Fien(world).Get("/medewerkers/boeken?jaar=2027")).ShouldHave(200)
            .Words.ShouldContain("De boeken kloppen met de betaalopdrachten, de bestanden voor de bank en de afschriften van de bank");
        return (await world.Get<BookReader>().Read(default)).Rows.Single(row => (row.Smederij, row.Period) == (World.Village, "2027")).Amounts;
    }
}
