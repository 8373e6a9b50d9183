using Smederijen.Domain.Ideas;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Ideas.Release;
using Smederijen.Portal.Layout;
using static Smederijen.Portal.Tests.Residents;

namespace Smederijen.Portal.Tests.Release;

public sealed class When_the_account_is_given
{
    private static readonly object Account = new { iban = "nl91 abna 0417 1643 00", tenaamstelling = "J. de Vries" };
    private static readonly object Another = new { iban = "NL02ABNA0123456789", tenaamstelling = "Vereniging De Vijver" };

    [Fact]
    public async Task It_is_kept_apart_and_shown_by_its_end_only()
    {
        await using var world = await World.Begin();
        var idea = await world.Granted();
        var link = world.Mailbox.LastTo(Submitter).Link();

        var page = (await world.Browser.Press(link, Account)).ShouldHave(200);

        page.Words.ShouldContain("Rekeningnummer eindigt op 4300");
        page.Text.ShouldNotContain("ABNA 0417 1643 00\"");
        page.Text.ShouldNotContain("NL91ABNA0417164300");
        page.Text.ShouldNotContain("J. de Vries");
        (await Stored(world, idea)).ShouldBe(new PaymentAccount("NL91ABNA0417164300", "J. de Vries"));
        (await world.Idea(idea)).State.ShouldBeOfType<IdeaState.Granted>().AccountKnown.ShouldBeTrue();
        await world.Work();
        world.Mailbox.LastTo("vrijgave@voorbeeld.example").Text.ShouldNotContain("4300");
    }

    [Theory]
    [InlineData("", "J. de Vries", "Vul uw rekeningnummer in.")]
    [InlineData("NL91ABNA0417164301", "J. de Vries", "Dit rekeningnummer klopt niet.")]
    [InlineData("1234567", "J. de Vries", "Dit rekeningnummer klopt niet.")]
    [InlineData("NL91ABNA0417164300", "", "Vul in op welke naam de rekening staat.")]
    public async Task What_is_wrong_is_said_and_nothing_is_kept(string iban, string tenaamstelling, string says)
    {
        await using var world = await World.Begin();
        var idea = await world.Granted();
        var page = await world.Browser.Open(world.Mailbox.LastTo(Submitter).Link());

        (await world.Browser.Post(page.Path, new { iban, tenaamstelling })).ShouldHave(400).Words.ShouldContain(says);

        (await Stored(world, idea)).ShouldBeNull();
    }

    [Fact]
    public async Task Another_number_replaces_it_and_takes_an_approval_back()
    {
        await using var world = await World.Begin();
        var idea = await world.Granted();
        var link = world.Mailbox.LastTo(Submitter).Link();
        await world.Browser.Press(link, Account);
        await Approve(world, idea, "anna", 0);

        (await world.Browser.Open(link)).Words.ShouldContain("Eén medewerker gaf al akkoord.");
        (await world.Browser.Press(link, Another)).ShouldHave(200).Words.ShouldContain("eindigt op 6789");

        (await Stored(world, idea)).ShouldBe(new PaymentAccount("NL02ABNA0123456789", "Vereniging De Vijver"));
        var granted = (await world.Idea(idea)).State.ShouldBeOfType<IdeaState.Granted>();
        granted.ReleasedFirstBy.ShouldBeNull();
        granted.AccountCorrections.ShouldBe(1);
    }

    [Fact]
    public async Task The_same_number_again_or_an_old_press_of_the_button_changes_nothing()
    {
        await using var world = await World.Begin();
        var idea = await world.Granted();
        var page = await world.Browser.Open(world.Mailbox.LastTo(Submitter).Link());
        await world.Browser.Post(page.Path, new { iban = "NL91ABNA0417164300", tenaamstelling = "J. de Vries", opdracht = "eerste" });
        await world.Browser.Post(page.Path, Account);
        (await world.Idea(idea)).State.ShouldBeOfType<IdeaState.Granted>().AccountCorrections.ShouldBe(0);

        await world.Browser.Post(page.Path, Another);
        await world.Browser.Post(page.Path, new { iban = "NL91ABNA0417164300", tenaamstelling = "J. de Vries", opdracht = "eerste" });

        (await Stored(world, idea))!.Holder.ShouldBe("Vereniging De Vijver");
    }

    [Fact]
    public async Task Once_it_is_paid_the_number_stays()
    {
        await using var world = await World.Begin();
        var idea = await world.Granted();
        var link = world.Mailbox.LastTo(Submitter).Link();
        await world.Browser.Press(link, Account);
        await Approve(world, idea, "anna", 0);
        await Approve(world, idea, "bert", 0);

        var page = (await world.Browser.Open(link)).ShouldHave(200);

        page.Words.ShouldContain("Wij maken € 450 over naar de rekening die eindigt op 4300.");
        (await world.Browser.Post(page.Path, Another)).ShouldHave(409);
        (await Stored(world, idea))!.Holder.ShouldBe("J. de Vries");
    }

    [Fact]
    public async Task Who_waits_sixty_days_finds_the_money_gone()
    {
        await using var world = await World.Begin();
        await world.Granted();
        var link = world.Mailbox.LastTo(Submitter).Link();
        await world.After(days: 61);

        var page = (await world.Browser.Open(link)).ShouldHave(200);

        page.Words.ShouldContain("Wij hebben nu geen rekeningnummer nodig");
        (await world.Browser.Post(page.Path, Account)).ShouldHave(409);
    }

    private static async Task Approve(World world, IdeaKey idea, string by, int corrections)
    {
        var seal = (await world.Get<PaymentAccounts>().Find(idea))?.Seal;
        await world.Happens(idea, at => new IdeaEvent.ReleaseApproved(at, by, corrections, seal));
    }

    private static async Task<PaymentAccount?> Stored(World world, IdeaKey idea) =>
        (await world.Get<PaymentAccounts>().Find(idea))?.Account;
}
