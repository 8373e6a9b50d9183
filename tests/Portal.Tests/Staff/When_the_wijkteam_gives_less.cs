using Smederijen.Domain.Ideas;
using Smederijen.Domain.Money;
using Smederijen.Portal.Work;

namespace Smederijen.Portal.Tests.Staff;

public sealed class When_the_wijkteam_gives_less
{
    private const string Why = "Het tweede bankje kan later.";

    [Fact]
    public async Task The_submitter_hears_both_amounts_and_why_and_can_withdraw()
    {
        await using var world = await World.Begin();
        var idea = await world.InReview();

        (await world.Anna().Press(idea.Case("minder-geld"), new { bedrag = "300", reden = Why })).ShouldHave(200)
            .Words.ShouldContain("Het lagere bedrag is vastgelegd. De indiener krijgt een mail.");
        await world.Work();

        var mail = world.Mailbox.LastTo(Residents.Submitter);
        mail.Text.ShouldContain("U vroeg €\u00A0450. Het wijkteam geeft hoogstens €\u00A0300.");
        mail.Text.ShouldContain(Why);
        (await world.Browser.Open(mail.Link())).ShouldHave(200).Words.ShouldContain("Gevraagd € 450, het wijkteam geeft hoogstens € 300");
        (await world.Browser.Press(mail.Link(), new { zeker = "ja" })).ShouldHave(200);
        (await world.Idea(idea)).State.Phase.ShouldBe(IdeaPhase.Withdrawn);
    }

    [Fact]
    public async Task Everybody_reads_what_was_asked_and_what_the_wijkteam_gives()
    {
        await using var world = await World.Begin();
        var idea = await world.InReview();
        await world.Anna().Press(idea.Case("minder-geld"), new { bedrag = "300", reden = Why });
        await world.Work();

        var page = (await world.Browser.Get(idea.Page())).ShouldHave(200).Words;
        page.ShouldContain("Gevraagd € 450, het wijkteam geeft hoogstens € 300");
        page.ShouldContain($"Het wijkteam geeft hoogstens € 300 Reden: {Why}");
        var json = (await world.Browser.Get($"/v1/smederijen/{idea.Smederij}/ideeen/{idea.Id}")).ShouldHave(200).Json;
        (json.GetProperty("bedrag").GetInt64(), json.GetProperty("gevraagd").GetInt64()).ShouldBe((30_000, 45_000));
        (await world.Browser.Open(world.ReviewLink(Wijkteam.Opbouwwerker))).Words.ShouldContain("het wijkteam geeft hoogstens € 300");
    }

    [Fact]
    public async Task The_lower_amount_is_what_is_granted()
    {
        await using var world = await World.Begin();
        var idea = await world.InReview();
        await world.Anna().Press(idea.Case("minder-geld"), new { bedrag = "300", reden = Why });
        await world.Advise(Wijkteam.Opbouwwerker, "geschikt");
        await world.Advise(Wijkteam.Wijkagent, "geschikt");

        (await world.Idea(idea)).State.ShouldBeOfType<IdeaState.Granted>().Amount.Cents.ShouldBe(30_000);
        (await world.Browser.Get(idea.Page())).Words.ShouldContain("Gevraagd € 450, toegekend € 300");
        world.Mailbox.LastTo(Residents.Submitter).Text.ShouldContain("Voor uw idee is €\u00A0300 beschikbaar.");
        (await world.Anna().Get(idea.Case())).ShouldHave(200).Words.ShouldContain("Gevraagd € 450,00 Het wijkteam geeft hoogstens € 300,00");
    }

    [Theory]
    [InlineData("450")]
    [InlineData("500")]
    [InlineData("0")]
    public async Task An_amount_that_is_not_lower_is_told_so(string bedrag)
    {
        await using var world = await World.Begin();
        var idea = await world.InReview();
        (await world.Anna().Post(idea.Case("minder-geld"), new { bedrag, reden = Why })).ShouldHave(400)
            .Words.ShouldContain("Vul een bedrag in boven € 0 en lager dan € 450.");
        (await world.Idea(idea)).Amount.Cents.ShouldBe(45_000);
    }

    [Fact]
    public async Task Once_a_round_decides_about_it_it_stays_as_it_is()
    {
        await using var world = await World.Begin();
        var vote = await Voting.AVote.Closed(world, 9_000, 6_000);
        (await world.Happens(vote.Ideas[0], at => new IdeaEvent.AmountLowered(at, "anna", new Euro(100), Why)))
            .ShouldBe(new Outcome<Refusal>.Refused(Refusal.StepIsOver));
    }
}
