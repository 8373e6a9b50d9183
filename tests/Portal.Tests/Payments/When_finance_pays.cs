using Smederijen.Domain.Ideas;
using Smederijen.Domain.Money;
using Smederijen.Domain.Payments;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Ideas.Release;
using Smederijen.Portal.Payments;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Tests.Governing;
using Smederijen.Portal.Tests.Stuurgroep;
using Smederijen.Portal.Work;
using static Smederijen.Portal.Tests.Payments.Finance;
using static Smederijen.Portal.Tests.Residents;

namespace Smederijen.Portal.Tests.Payments;

public sealed class When_finance_pays
{
    [Fact]
    public async Task One_makes_a_batch_another_signs_it_and_both_files_hold_the_same_payment()
    {
        await using var world = await World.Begin();
        var idea = await ReleasedTo(world);
        (await world.Browser.Open(idea.Page())).Words.ShouldContain("Het geld wordt betaald");
        world.Mailbox.LastTo(Submitter).Text.ShouldContain("U krijgt een mail als er betaald is.");

        var batch = await Begin(world);
        var page = (await Fien(world).Open(batch)).ShouldHave(200);
        page.Words.ShouldContain("NL91ABNA0417164300");
        page.Words.ShouldContain($"De Smederijen {world.Settings().Name} idee {idea.Id}");
        (await Sign(Fien(world), batch)).ShouldHave(409).Words.ShouldContain("Een andere medewerker moet tekenen.");
        (await Gus(world).Get($"{batch}/pain001.xml")).ShouldHave(409);
        (await Sign(Gus(world), batch)).ShouldHave(303);
        await world.Work();

        var bank = (await Gus(world).Get($"{batch}/pain001.xml")).ShouldHave(200).Text;
        bank.ShouldContain("urn:iso:std:iso:20022:tech:xsd:pain.001.001.09");
        bank.ShouldContain("<IBAN>NL91ABNA0417164300</IBAN>");
        bank.ShouldContain("<InstdAmt Ccy=\"EUR\">450.00</InstdAmt>");
        bank.ShouldContain($"<EndToEndId>{idea.Id}-1</EndToEndId>");
        await world.After(days: 3);
        (await Fien(world).Get($"{batch}/pain001.xml")).Text.ShouldBe(bank, "it downloads again unchanged");
        (await Fien(world).Get($"{batch}/betalingen.csv")).ShouldHave(200).Text.ShouldContain(
            $"{idea.Id}-1;");
        (await Fien(world).Open(Desk)).Words.ShouldContain("Er is niets te betalen.");
    }

    [Fact]
    public async Task Two_people_say_that_it_was_paid_and_page_and_mail_tell_the_day()
    {
        await using var world = await World.Begin();
        var (idea, order) = await Sent(world);
        (await Say(Fien(world), order, PaymentOutcome.Paid, "2-3-2026")).ShouldHave(303);
        (await Agree(Fien(world), order)).ShouldHave(409).Words.ShouldContain("U stelde dit zelf voor.");
        (await Agree(Gus(world), order)).ShouldHave(303);
        await world.Work();
        (await world.Idea(idea)).State.ShouldBeOfType<IdeaState.Released>().PaidOn.ShouldBe(new DateOnly(2026, 3, 2));
        world.Mailbox.LastTo(Submitter).Subject.ShouldStartWith("Het geld voor uw idee is betaald");
        (await world.Browser.Open(idea.Page())).Words.ShouldContain("Het geld is betaald op 2 maart 2026");
        (await world.Get<LogVerifier>().Verify()).Broken.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_came_back_asks_for_another_account_and_a_new_order_pays_that()
    {
        await using var world = await World.Begin();
        var (idea, order) = await Sent(world);
        var before = (await world.RoundOf("2027")).Ledger;
        (await Say(Fien(world), order, PaymentOutcome.Returned, "2-3-2026", "De rekening is opgeheven")).ShouldHave(303);
        (await Agree(Gus(world), order)).ShouldHave(303);
        await world.Work();
        var after = (await world.RoundOf("2027")).Ledger;
        (after.Released, after.Reserved, after.Available).ShouldBe((Euro.Zero, before.Released, before.Available));
        world.Mailbox.LastTo(Submitter).Subject.ShouldStartWith("Het geld kwam niet aan");

        await Give(world, "NL02ABNA0123456789");
        await Approve(world, idea, corrections: 1);
        var batch = await Begin(world);
        await Sign(Gus(world), batch);
        await world.Work();
        var bank = (await Gus(world).Get($"{batch}/pain001.xml")).ShouldHave(200).Text;
        bank.ShouldContain("NL02ABNA0123456789");
        bank.ShouldContain($"<EndToEndId>{idea.Id}-2</EndToEndId>");
        bank.ShouldNotContain("NL91ABNA0417164300</IBAN></Id></CdtrAcct>");
        (await world.Get<LogVerifier>().Verify()).Broken.ShouldBeEmpty();
    }

    [Fact]
    public async Task Another_account_than_was_approved_stops_the_payment()
    {
        await using var world = await World.Begin();
        var idea = await ReleasedTo(world);
        var forged = await world.Get<PaymentAccounts>().Seal(idea, new PaymentAccount("NL02ABNA0123456789", "Iemand anders"));
        await world.Store.Commit(idea.Smederij, [PaymentAccounts.Write(idea, forged)]);
        var batch = await Begin(world);
        (await Gus(world).Open(batch)).Words.ShouldContain("Gaat niet mee");
        (await Sign(Gus(world), batch)).ShouldHave(409).Words.ShouldContain("Er zit geen betaling in deze opdracht.");
        (await Fien(world).Open(Desk)).Words.ShouldContain("Tegengehouden");
    }

    [Fact]
    public async Task An_idea_that_falls_through_in_time_is_not_paid_and_owes_nothing()
    {
        await using var world = await World.Begin();
        var idea = await ReleasedTo(world);
        await world.Happens(idea, at => new IdeaEvent.MoneyGivenBack(at, "Het ging niet door"));
        await world.Work();
        (await world.Idea(idea)).State.ShouldBeOfType<IdeaState.Ended>().Refund.ShouldBeNull();
        (await world.RoundOf("2027")).Ledger.Available.ShouldBe((await world.RoundOf("2027")).Ledger.Total);
        (await Fien(world).Open(Desk)).Words.ShouldContain("Er is niets te betalen.");
    }

    [Fact]
    public async Task In_a_batch_that_is_not_signed_it_is_told_and_lapses_with_the_batch()
    {
        await using var world = await World.Begin();
        var idea = await ReleasedTo(world);
        var batch = await Begin(world);
        await world.Happens(idea, at => new IdeaEvent.MoneyGivenBack(at, "Het ging niet door"));
        await world.Work();
        (await Gus(world).Open(batch)).Words.ShouldContain("Gooi deze opdracht weg en maak een nieuwe.");
        var form = (await Gus(world).Open(batch)).ShouldHave(200);
        (await Gus(world).Post($"{batch}/weggooien", new { opdracht = CommandToken(form), reden = "Het idee gaat niet door" })).ShouldHave(303);
        await world.Work();
        (await world.Get<PaymentItems>().Load(PaymentKey.Of(idea.Id, 1)))!.Item.State.ShouldBeOfType<PaymentState.Cancelled>();
        (await world.Idea(idea)).State.ShouldBeOfType<IdeaState.Ended>().Refund.ShouldBeNull();
    }

    [Fact]
    public async Task Nothing_chosen_and_a_day_that_is_over_are_told_with_what_was_ticked()
    {
        await using var world = await World.Begin();
        var idea = await ReleasedTo(world);
        (await Fien(world).Post(Desk, new { dag = "2-3-2027", betaling = "" })).ShouldHave(400).Words.ShouldContain("Kies minstens één betaling.");
        (await Fien(world).Post(Desk, new { dag = "1-3-2020", betaling = $"{idea.Id}-1" })).ShouldHave(400).Words.ShouldContain("De betaaldag is voorbij.");
    }

    [Fact]
    public async Task Who_does_not_pay_reads_who_does()
    {
        await using var world = await World.Begin();
        (await world.BrowserOf("anna", "medewerker").Get(Desk)).ShouldHave(403).Words.ShouldContain("iemand met de rol financiën");
    }

    [Fact]
    public async Task Stopped_after_any_commit_the_batch_has_its_order_once_and_goes_on()
    {
        for (var commits = 1; ; commits++)
        {
            await using var world = await World.Begin();
            var idea = await ReleasedTo(world);
            var page = (await Fien(world).Open(Desk)).ShouldHave(200).Form();
            var left = commits;
            world.Store.After = (_, _) =>
            {
                if (--left <= 0)
                    throw new StoreUnavailableException("The machine stops.", new IOException());
            };
            try
            {
                await Fien(world).Post(Desk, page);
                await world.Work();
            }
            catch (StoreUnavailableException)
            {
                // It stopped while it worked.
            }
            world.Store.After = null;

            await Fien(world).Post(Desk, page);
            foreach (var row in (await world.Store.Query(Partitions.Payments, PaymentKeys.Batches)).Rows)
                await world.Get<WorkList>().PerformDue((WorkKey)new BatchKey(row.Row.Split('|')[1]));
            var made = (await world.Store.Query(Partitions.Payments, PaymentKeys.Batches)).Rows.ShouldHaveSingleItem($"after commit {commits}");
            var batch = (await world.Get<BatchItems>().Load(new BatchKey(made.Row.Split('|')[1])))!.Item;
            batch.State.ShouldBeOfType<BatchState.Ready>($"after commit {commits}");
            batch.Claimed.ShouldHaveSingleItem().Order.ShouldBe($"{idea.Id}-1");
            (await world.Get<PaymentItems>().Load(PaymentKey.Of(idea.Id, 1)))!.Item.State.ShouldBe(new PaymentState.InBatch(batch.Id));
            if (left > 0)
                return;
        }
    }
}
