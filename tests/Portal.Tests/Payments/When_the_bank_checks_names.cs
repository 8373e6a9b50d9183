using Smederijen.Domain.Payments;
using Smederijen.Portal.Payments;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Work;
using static Smederijen.Portal.Tests.Payments.FilesOfTheBank;
using static Smederijen.Portal.Tests.Payments.Finance;

namespace Smederijen.Portal.Tests.Payments;

public sealed class When_the_bank_checks_names
{
    [Fact]
    public async Task Who_signs_says_that_they_looked_at_names_that_the_bank_doubts()
    {
        await using var world = await World.Begin();
        var idea = await ReleasedTo(world);
        var batch = await Begin(world);
        var list = (await Fien(world).Get($"{batch}/namen.csv")).ShouldHave(200).Text;
        list.ShouldContain($"{idea.Id}-1;NL91ABNA0417164300;J. de Vries");
        list.ShouldNotContain("450", customMessage: "nothing can be paid with it");
        (await Fien(world).Get($"{batch}/pain001.xml")).ShouldHave(409);

        (await Check(Fien(world), batch, Names(batch, $"{idea.Id}-1", "RVMC", "J.P. de Vries-Smit"))).ShouldHave(303);
        var page = (await Gus(world).Open(batch)).ShouldHave(200);
        page.Words.ShouldContain("Naam lijkt erop");
        page.Words.ShouldContain("Volgens de bank: J.P. de Vries-Smit");
        page.Words.ShouldContain("De bank twijfelt aan een naam");
        (await Gus(world).Post($"{batch}/tekenen", new { gezien = page.Hidden("gezien") })).ShouldHave(409).Words
            .ShouldContain("De bank twijfelt aan een naam. Kijk die na, en zet er een vinkje bij.");
        (await Gus(world).Post($"{batch}/tekenen", new { gezien = page.Hidden("gezien"), namen = "ja" })).ShouldHave(303);
        await world.Work();
        var rows = (await world.Store.Query(Partitions.Payments, new RowRange(" ", "~"))).Rows;
        rows.ShouldAllBe(row => !row.Data.Contains("Smit", StringComparison.Ordinal));
        (await world.Get<LogVerifier>().Verify()).Broken.ShouldBeEmpty();
    }

    [Fact]
    public async Task Names_that_match_ask_nothing_and_who_saw_it_before_looks_again()
    {
        await using var world = await World.Begin();
        var idea = await ReleasedTo(world);
        var batch = await Begin(world);
        var seen = (await Gus(world).Open(batch)).Hidden("gezien");
        (await Check(Fien(world), batch, Names(batch, $"{idea.Id}-1", "RCVC"))).ShouldHave(303);
        (await Gus(world).Post($"{batch}/tekenen", new { gezien = seen })).ShouldHave(409).Words.ShouldContain("De opdracht is net veranderd.");
        (await Gus(world).Open(batch)).Words.ShouldContain("Naam klopt");
        (await Sign(Gus(world), batch)).ShouldHave(303);
    }

    [Fact]
    public async Task After_the_signature_the_answer_is_a_warning_and_the_file_stays_as_it_was()
    {
        await using var world = await World.Begin();
        var idea = await ReleasedTo(world);
        var batch = await Begin(world);
        await Sign(Gus(world), batch);
        await world.Work();
        var file = (await Fien(world).Get($"{batch}/pain001.xml")).Text;
        (await Check(Fien(world), batch, Names(batch, $"{idea.Id}-1", "RVNM"))).ShouldHave(303);
        (await Fien(world).Open(batch)).Words.ShouldContain("Keur de betaling bij de bank dan niet goed");
        (await Fien(world).Get($"{batch}/pain001.xml")).Text.ShouldBe(file);
        (await world.Get<BatchItems>().Load(new BatchKey(batch.Split('/')[^1])))!.Item.State.ShouldBeOfType<BatchState.Signed>();
    }

    [Fact]
    public async Task An_answer_on_other_payments_or_on_none_is_refused_in_a_sentence()
    {
        await using var world = await World.Begin();
        var idea = await ReleasedTo(world);
        var batch = await Begin(world);
        (await Check(Fien(world), batch, Names("x/anders", $"{idea.Id}-1", "RVNM"))).ShouldHave(400).Words.ShouldContain(
            "Dit antwoord gaat over andere betalingen.");
        (await Check(Fien(world), batch, Statement(""))).ShouldHave(400).Words.ShouldContain("Dit is een bankafschrift (camt.053).");
        (await Check(Fien(world), batch, [])).ShouldHave(400).Words.ShouldContain("Kies een bestand.");
        (await Fien(world).Send(Names(batch, $"{idea.Id}-1", "RVNM"))).ShouldHave(400).Words.ShouldContain(
            "In dit bestand staat alleen of namen en rekeningen bij elkaar horen.");
        (await Check(world.BrowserOf("anna", "medewerker"), batch, Names(batch, $"{idea.Id}-1", "RVNM"))).ShouldHave(403);
        await Gus(world).Post($"{batch}/weggooien", new { reden = "Verkeerde naam" });
        (await Check(Fien(world), batch, Names(batch, $"{idea.Id}-1", "RVNM"))).ShouldHave(400).Words.ShouldContain("Deze opdracht is weggegooid.");
    }

    private static Task<Answer> Check(Browser browser, string batch, byte[] file) =>
        browser.PostWithFiles($"{batch}/namen", new { }, "antwoord", ("namen.xml", file));

    private static byte[] Names(string batch, string order, string status, string name = "") => Answer(
        MessageOf(batch), "", $"<TxInfAndSts><OrgnlEndToEndId>{order}</OrgnlEndToEndId><TxSts>{status}</TxSts>"
            + $"{(name.Length == 0 ? "" : $"<StsRsnInf><AddtlInf>{name}</AddtlInf></StsRsnInf>")}</TxInfAndSts>");
}
