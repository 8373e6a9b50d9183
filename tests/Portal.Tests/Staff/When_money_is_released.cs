using Smederijen.Domain.Ideas;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Ledgers;
using Smederijen.Portal.Storage;

namespace Smederijen.Portal.Tests.Staff;

public sealed class When_money_is_released
{
    private const string Iban = "NL91ABNA0417164300";

    [Fact]
    public async Task Two_different_people_look_at_the_account_and_agree()
    {
        await using var world = await World.Begin();
        var idea = await WithAccount(world);
        var form = (await world.Anna().Get(idea.Case("vrijgeven"))).ShouldHave(200);
        form.Words.ShouldContain(Iban);
        form.Words.ShouldContain("J. de Vries");
        var first = await Approve(world.Anna(), idea);
        first.ShouldHave(200).Words.ShouldContain("Nu moet een andere medewerker akkoord geven.");
        (await world.Bert().Get(idea.Case("vrijgeven"))).Words.ShouldContain("Eerste akkoord anna");
        (await Approve(world.Bert(), idea)).ShouldHave(200).Words.ShouldContain("Het geld is vrijgegeven.");
        (await world.Idea(idea)).State.ShouldBeOfType<IdeaState.Released>();
    }

    [Fact]
    public async Task The_same_person_twice_is_refused()
    {
        await using var world = await World.Begin();
        var idea = await WithAccount(world);
        await Approve(world.Anna(), idea);
        (await world.Anna().Post(idea.Case("vrijgeven"), new { gecontroleerd = "ja", rekening = "0" })).ShouldHave(409)
            .Words.ShouldContain("Een andere medewerker moet het tweede akkoord geven.");
        (await world.Idea(idea)).State.ShouldBeOfType<IdeaState.Granted>();
    }

    [Fact]
    public async Task Pressing_twice_is_one_approval()
    {
        await using var world = await World.Begin();
        var idea = await WithAccount(world);
        for (var twice = 0; twice < 2; twice++)
            (await world.Anna().Post(idea.Case("vrijgeven"), new { gecontroleerd = "ja", rekening = "0", opdracht = "een" })).ShouldHave(303);
        (await world.Idea(idea)).State.ShouldBeOfType<IdeaState.Granted>().ReleasedFirstBy.ShouldBe("anna");
    }

    [Fact]
    public async Task Who_did_not_check_cannot_agree()
    {
        await using var world = await World.Begin();
        var idea = await WithAccount(world);
        (await world.Anna().Post(idea.Case("vrijgeven"), new { rekening = "0" })).ShouldHave(400).Words.ShouldContain("zet daarna een vinkje");
    }

    [Fact]
    public async Task An_account_that_was_changed_behind_the_page_is_not_approved()
    {
        await using var world = await World.Begin();
        var idea = await WithAccount(world);
        await world.Happens(idea, at => new IdeaEvent.AccountCorrected(at));
        (await world.Anna().Post(idea.Case("vrijgeven"), new { gecontroleerd = "ja", rekening = "0" })).ShouldHave(409);
    }

    [Fact]
    public async Task The_page_of_the_idea_shows_only_the_ends_of_the_account()
    {
        await using var world = await World.Begin();
        var idea = await WithAccount(world);
        var words = (await world.Anna().Get(idea.Case())).Words;
        words.ShouldContain("NL91 •••• 4300");
        words.ShouldNotContain(Iban);
    }

    [Fact]
    public async Task Every_cent_stands_in_the_ledger_book()
    {
        await using var world = await World.Begin();
        var idea = await WithAccount(world);
        await Approve(world.Anna(), idea);
        await Approve(world.Bert(), idea);
        var words = (await world.Anna().Get($"/medewerkers/geld/{idea.Smederij}")).ShouldHave(200).Words;
        words.ShouldContain("de 3 regels kloppen met de totalen");
        words.ShouldContain("2 Gereserveerd Een bankje bij de vijver € 450,00 3 Vrijgegeven om te betalen Een bankje bij de vijver € 450,00");
    }

    [Fact]
    public async Task A_ledger_that_was_tampered_with_is_seen()
    {
        await using var world = await World.Begin();
        var period = world.Settings().Round.Period;
        var line = (await world.Store.Get(World.Village, RoundKeys.LedgerLine(period, 1))).ShouldNotBeNull();
        await world.Store.Commit(World.Village, [new Write.Delete(line.Row)]);
        (await world.Anna().Get($"/medewerkers/geld/{World.Village}")).ShouldHave(200).Words.ShouldContain("Het kasboek klopt niet");
    }

    [Fact]
    public async Task An_account_that_is_given_for_somebody_elses_idea_too_is_shown_to_who_approves()
    {
        await using var world = await World.Begin();
        const string Warning = "Dit rekeningnummer hoort ook bij een idee van iemand anders";
        var first = await WithAccount(world);
        var again = await world.Granted(Residents.AnIdea with { titel = "Een tweede bankje", email = "Jannie@Voorbeeld.Example" });
        await world.GivesAccount(again, Iban);
        (await world.Anna().Get(again.Case("vrijgeven"))).Words.ShouldNotContain(Warning, customMessage: "both are of one person");
        var apart = await world.Granted(Residents.AnIdea with { titel = "Een tuin", email = "piet@voorbeeld.example", naam = "Piet" });
        await world.GivesAccount(apart, "NL20INGB0001234567");
        (await world.Anna().Get(apart.Case("vrijgeven"))).Words.ShouldNotContain(Warning);

        var other = await world.Granted(Residents.AnIdea with { titel = "Een boom op het plein", email = "klaas@voorbeeld.example", naam = "Klaas" });
        await world.GivesAccount(other, Iban);
        var page = (await world.Anna().Get(other.Case("vrijgeven"))).ShouldHave(200);
        page.Words.ShouldContain(Warning);
        page.Words.ShouldContain("Een tweede bankje");
        page.Text.ShouldContain($"href=\"/medewerkers/ideeen/{first.Smederij}/{first.Id}\"");
        (await world.Anna().Get(first.Case("vrijgeven"))).Words.ShouldContain("Een boom op het plein");

        await world.Get<IdeaErasure>().ErasePeople(other);
        (await world.Anna().Get(first.Case("vrijgeven"))).Words.ShouldNotContain(Warning);
        (await world.Store.All(Partitions.Payments, RowRange.Prefix("zelfde-rekening|")).CountAsync(row => row.Row.EndsWith(other.Id, StringComparison.Ordinal)))
            .ShouldBe(0);
    }

    private static async Task<IdeaKey> WithAccount(World world)
    {
        var idea = await world.Granted();
        await world.GivesAccount(idea, Iban);
        await world.Work();
        return idea;
    }

    private static async Task<Answer> Approve(Browser staff, IdeaKey idea)
    {
        var page = (await staff.Get(idea.Case("vrijgeven"))).ShouldHave(200);
        return await staff.Send(idea.Case("vrijgeven"), new { gecontroleerd = "ja", rekening = page.Hidden("rekening"), opdracht = page.Hidden("opdracht") });
    }
}
