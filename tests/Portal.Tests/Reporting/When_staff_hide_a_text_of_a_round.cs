using Smederijen.Domain.Ideas;
using Smederijen.Domain.Rounds;
using Smederijen.Domain.Stuurgroep;
using Smederijen.Portal.Forms;
using Smederijen.Portal.Ledgers;
using Smederijen.Portal.Rounds;
using Smederijen.Portal.Tests.Staff;
using Smederijen.Portal.Tests.Voting;
using Smederijen.Portal.Work;

namespace Smederijen.Portal.Tests.Reporting;

/// <summary>Why staff stepped into a round stands in its history, on the ballot and with the result: hidden it stands nowhere.</summary>
public sealed class When_staff_hide_a_text_of_a_round
{
    private const string Why = "Mevrouw De Boer verkocht de plek.";
    private const string Desk = $"/medewerkers/rondes/{AVote.Smederij}/2027";
    private const string Round = $"/smederijen/{AVote.Smederij}/rondes/2027";

    [Fact]
    public async Task It_is_gone_during_the_vote_and_from_the_result_and_comes_back_as_it_was()
    {
        await using var world = await World.Begin();
        var vote = await Struck(world);
        var manifest = await Manifest(world);
        var part = await PartOf(world, Why);
        (await world.Browser.Get(AVote.Page)).ShouldHave(200).Words.ShouldContain(Why);
        await Veil(world, part);
        await ShouldBeNowhere(world, vote);
        (await world.Browser.Get(AVote.Page)).Words.ShouldContain($"Dit idee doet niet meer mee. {Words.Gone}");
        (await world.Anna().Get(Desk)).ShouldHave(200).Words.ShouldContain("Een medewerker verborg een tekst in de geschiedenis Reden: Er staat een naam in");
        await vote.Cast(vote.Codes[0], 1);
        await vote.Cast(vote.Codes[1], 1, 2);
        await world.After(20);
        (await vote.Round()).State.ShouldBeOfType<RoundState.Decided>();
        await ShouldBeNowhere(world, vote);
        (await world.Browser.Get($"{Round}/uitslag")).Words.ShouldContain("Een medewerker verborg een tekst in de geschiedenis Reden: Er staat een naam in");
        await Unveil(world, part);
        var result = (await world.Browser.Get($"{Round}/uitslag")).ShouldHave(200).Words;
        result.ShouldContain($"deed niet meer mee. {Why}");
        result.ShouldContain($"Reden: {Why}");
        (await Manifest(world)).ShouldBe(manifest);
        await ShouldBeWhole(world);
    }

    [Fact]
    public async Task It_is_gone_from_a_result_that_stands_already()
    {
        await using var world = await World.Begin();
        var vote = await Struck(world);
        await vote.Cast(vote.Codes[0], 1);
        await world.After(20);
        await Veil(world, await PartOf(world, Why));
        foreach (var page in OfTheRound)
            (await Asked(world, page)).ShouldHave(200).Text.ShouldNotContain("De Boer", Case.Insensitive, page);
        (await world.Browser.Get($"/v1{Round}")).Json.GetProperty("besluiten").EnumerateArray()
            .Single(verdict => verdict.GetProperty("id").GetString() == vote.Ideas[0].Id).GetProperty("reden").GetString().ShouldBe(Words.Gone);
        await ShouldBeWhole(world);
    }

    [Fact]
    public async Task Another_text_stands_in_its_place_and_its_rows_come_back_letter_for_letter()
    {
        await using var world = await World.Begin();
        await Struck(world);
        var before = await Texts(world);
        var part = await PartOf(world, Why);
        await Veil(world, part, "De plek is verkocht.");
        (await world.Browser.Get(AVote.Page)).Words.ShouldContain("Dit idee doet niet meer mee. De plek is verkocht.");
        await Veil(world, part, "De plek is weg.");
        (await world.Browser.Get(AVote.Page)).Words.ShouldContain("Dit idee doet niet meer mee. De plek is weg.");
        await Unveil(world, part);
        before.ShouldBeSubsetOf(await Texts(world));
        await ShouldBeWhole(world);
    }

    [Fact]
    public async Task A_round_that_staff_closed_early_says_no_longer_why()
    {
        await using var world = await World.Begin();
        await SuitableIdeas.Add(world.Get<IdeaItems>(), world.Settings(AVote.Smederij), 4_000, world.Clock.GetUtcNow());
        await Happens(world, at => new RoundEvent.Proposed(at, "anna", new Intervention.CloseRound(), Why));
        await Happens(world, at => new RoundEvent.Agreed(at, "bert"));
        await world.Work();
        (await world.Browser.Get($"{Round}/uitslag")).ShouldHave(200).Words.ShouldContain(Why);
        await Veil(world, await PartOf(world, Why));
        var words = (await world.Browser.Get($"{Round}/uitslag")).ShouldHave(200).Words;
        words.ShouldNotContain("De Boer");
        words.ShouldContain("Een medewerker verborg een tekst in de geschiedenis Reden: Er staat een naam in");
        await ShouldBeWhole(world);
    }

    [Fact]
    public async Task Texts_of_a_round_whose_name_only_begins_so_are_not_among_them()
    {
        await using var world = await World.Begin();
        var other = new RoundKey(AVote.Smederij, "2027-b");
        await world.Get<RoundItems>().Allot(world.Settings(AVote.Smederij), other.Period, "0000000verdee1", [new Source("Gemeente", new Domain.Money.Euro(100))]);
        await world.Get<RoundItems>().Handle(other, CommandId.Fresh(), at => new RoundEvent.PartHidden(at, "anna", "tekst-x", "Een andere ronde"));
        await Happens(world, at => new RoundEvent.Proposed(at, "anna", new Intervention.CloseRound(), Why));
        (await Parts(world)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(part => part.Says.ShouldBe(Why), part => part.Line.ShouldBe(2));
    }

    [Fact]
    public async Task What_is_no_text_of_the_history_and_a_form_without_a_reason_are_refused()
    {
        await using var world = await World.Begin();
        await Struck(world);
        var part = await PartOf(world, Why);
        foreach (var (onderdeel, reden) in (IEnumerable<(string, string)>)
            [(IdeaEvent.Whole, "Zomaar"), ("titel", "Zomaar"), ("bestand-x", "Zomaar"), ("tekst-bestaat-niet", "Zomaar"), (part, " ")])
            (await world.Anna().Post($"{Desk}/teksten/verbergen", new { onderdeel, reden })).ShouldHave(400);
        (await world.Anna().Post($"{Desk}/teksten/weer-tonen", new { onderdeel = part, reden = "Zomaar" })).ShouldHave(400);
        (await world.Anna().Get($"{Desk}/teksten/anders")).ShouldHave(404);
        (await world.Browser.Get(AVote.Page)).Words.ShouldContain(Why);
    }

    [Fact]
    public async Task A_form_that_is_refused_comes_back_with_its_text_and_one_that_is_pressed_twice_counts_once()
    {
        await using var world = await World.Begin();
        await Struck(world);
        var part = await PartOf(world, Why);
        (await world.Anna().Post($"{Desk}/teksten/verbergen", new { onderdeel = part, vervangend = "De plek is weg.", reden = "" })).ShouldHave(400)
            .Text.ShouldContain("De plek is weg.");
        var form = new { onderdeel = part, vervangend = "", reden = "Er staat een naam in", opdracht = CommandId.NewToken() };
        (await world.Anna().Post($"{Desk}/teksten/verbergen", form)).ShouldHave(303);
        (await world.Anna().Post($"{Desk}/teksten/verbergen", form)).ShouldHave(303);
        (await world.Get<RoundArchive>().History(AVote.Key)).Count(line => line.Event is RoundEvent.PartHidden).ShouldBe(1);
    }

    [Fact]
    public async Task Who_may_only_look_hides_nothing()
    {
        await using var world = await World.Begin();
        await Struck(world);
        var form = new { onderdeel = await PartOf(world, Why), reden = "Zomaar" };
        (await world.BrowserOf("carla", "beheerder").Post($"{Desk}/teksten/verbergen", form)).ShouldHave(403);
        (await world.Browser.Post($"{Desk}/teksten/verbergen", form)).ShouldHave(401);
        (await world.Browser.Get($"{Desk}/teksten/weer-tonen")).ShouldHave(401);
        (await world.Browser.Get(AVote.Page)).Words.ShouldContain(Why);
    }

    private static IEnumerable<string> OfTheRound => [AVote.Page, $"{Round}/uitslag", $"{Round}/manifest.txt", $"{Round}/uitslag.pb", $"/v1{Round}", Desk];

    /// <summary>A vote whose first idea was taken off the ballot by two of the staff.</summary>
    private static async Task<AVote> Struck(World world)
    {
        var vote = await AVote.Open(world);
        await Happens(world, at => new RoundEvent.Proposed(at, "anna", new Intervention.StrikeIdea(vote.Ideas[0].Id), Why));
        await Happens(world, at => new RoundEvent.Agreed(at, "bert"));
        return vote;
    }

    private static async Task ShouldBeNowhere(World world, AVote vote)
    {
        foreach (var page in (IEnumerable<string>)
            [
                .. OfTheRound, $"/smederijen/{AVote.Smederij}", $"/smederijen/{AVote.Smederij}/initiatiefgroep/agenda",
                $"/v1/smederijen/{AVote.Smederij}", $"/v1/smederijen/{AVote.Smederij}/ideeen", $"/v1{vote.Ideas[0].Page()}",
            ])
            (await Asked(world, page)).Text.ShouldNotContain("De Boer", Case.Insensitive, page);
        await ShouldBeWhole(world);
    }

    private static Task<Answer> Asked(World world, string page) => page == Desk ? world.Anna().Get(page) : world.Browser.Get(page);

    private static async Task<Outcome<RoundRefusal>> Happens(World world, Func<DateTimeOffset, RoundEvent> happening) =>
        (await world.Get<RoundItems>().Handle(AVote.Key, CommandId.Fresh(), happening)).ShouldBeOfType<Outcome<RoundRefusal>.Done>();

    private static Task<IReadOnlyList<ShownPart>> Parts(World world) => world.Get<Veil>().PartsOf(RoundKind.Facts, AVote.Key, isPublic: false);

    private static async Task<string> PartOf(World world, string text) => (await Parts(world)).Single(part => part.Says == text).Name;

    private static async Task<string> Manifest(World world) => (await world.Browser.Get($"{Round}/manifest.txt")).ShouldHave(200).Text;

    private static async Task<List<string>> Texts(World world) =>
        [.. (await world.Store.Rows(AVote.Smederij, "ronde|2027|gezegd|")).Select(row => $"{row.Row} {row.Data}")];

    private static async Task Veil(World world, string part, string instead = "") => (await world.Anna().Send(
        $"{Desk}/teksten/verbergen", new { onderdeel = part, vervangend = instead, reden = "Er staat een naam in" })).ShouldHave(200);

    private static async Task Unveil(World world, string part) =>
        (await world.Anna().Send($"{Desk}/teksten/weer-tonen", new { onderdeel = part, reden = "Het mag toch" })).ShouldHave(200);

    private static async Task ShouldBeWhole(World world) => (await world.Get<LogVerifier>().Verify()).Broken.ShouldBeEmpty();
}
