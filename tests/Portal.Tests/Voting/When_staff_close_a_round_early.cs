using Smederijen.Domain.Ideas;
using Smederijen.Domain.Rounds;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Rounds;

namespace Smederijen.Portal.Tests.Voting;

public sealed class When_staff_close_a_round_early
{
    private const string Desk = "/medewerkers/rondes/centrum/2027";

    private static async Task<(AVote Vote, IdeaKey Idea)> WithAnIdea(World world)
    {
        var vote = new AVote(world);
        return (vote, await SuitableIdeas.Add(world.Get<IdeaItems>(), world.Settings(AVote.Smederij), 4_000, world.Clock.GetUtcNow()));
    }

    private static async Task<Answer> Press(Browser staff, string action, object form)
    {
        var page = (await staff.Get(Desk)).ShouldHave(200);
        var fields = form.GetType().GetProperties().ToDictionary(field => field.Name, field => $"{field.GetValue(form)}");
        fields["opdracht"] = $"{page.Hidden("opdracht")}-{action}";
        return await staff.Post($"{Desk}/{action}", fields);
    }

    [Fact]
    public async Task A_second_one_agrees_and_the_ideas_that_are_suitable_get_their_money_at_once()
    {
        await using var world = await World.Begin();
        var (vote, idea) = await WithAnIdea(world);
        var (anna, bert) = (world.BrowserOf("anna", "medewerker"), world.BrowserOf("bert", "medewerker"));
        (await Press(anna, "voorstel", new { wat = "ronde-sluiten", reden = "Alle ideeën zijn beoordeeld." })).ShouldHave(303);
        (await Press(anna, "akkoord", new { })).ShouldHave(409).Words.ShouldContain("tweede");
        (await vote.Round()).State.ShouldBeOfType<RoundState.Open>();

        (await Press(bert, "akkoord", new { })).ShouldHave(303);
        await world.Work();
        (await vote.Round()).State.ShouldBeOfType<RoundState.Decided>().Outcome.ShouldBe(RoundOutcome.AllGranted);
        (await world.Idea(idea)).State.Phase.ShouldBe(IdeaPhase.Granted);
        var words = (await world.Browser.Get("/smederijen/centrum/rondes/2027/uitslag")).ShouldHave(200).Words;
        words.ShouldContain("Twee medewerkers sloten deze ronde eerder, op 2 maart 2026");
        words.ShouldContain("Alle ideeën zijn beoordeeld.");
    }

    [Fact]
    public async Task Nothing_is_left_of_the_last_day_that_was_announced()
    {
        await using var world = await World.Begin();
        var (vote, _) = await WithAnIdea(world);
        await Press(world.BrowserOf("anna", "medewerker"), "voorstel", new { wat = "ronde-sluiten", reden = "Klaar." });
        await Press(world.BrowserOf("bert", "medewerker"), "akkoord", new { });
        await world.Until(new DateTimeOffset(2027, 8, 1, 0, 0, 0, TimeSpan.Zero));
        (await world.Get<RoundArchive>().History(AVote.Key)).Select(line => line.Phase).Distinct()
            .ShouldBe([RoundPhase.Open, RoundPhase.Collecting, RoundPhase.Decided]);
    }

    [Fact]
    public async Task A_reason_is_asked_for() => await UsingAWorld(async world =>
        (await Press(world.BrowserOf("anna", "medewerker"), "voorstel", new { wat = "ronde-sluiten", reden = "" })).ShouldHave(400).Words.ShouldContain("Schrijf ook waarom"));

    [Fact]
    public async Task Only_this_can_be_done_to_a_round_that_is_open() => await UsingAWorld(async world =>
    {
        var page = (await world.BrowserOf("anna", "medewerker").Get(Desk)).ShouldHave(200);
        page.Words.ShouldContain("De ronde nu sluiten voor nieuwe ideeën");
        page.Words.ShouldNotContain("De stemming nu sluiten");
    });

    private static async Task UsingAWorld(Func<World, Task> test)
    {
        await using var world = await World.Begin();
        await test(world);
    }
}
