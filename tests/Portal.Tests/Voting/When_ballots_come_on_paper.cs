using Smederijen.Domain.Rounds;
using Smederijen.Portal.Http;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Ballots;
using Smederijen.Portal.Rounds;

namespace Smederijen.Portal.Tests.Voting;

public sealed class When_ballots_come_on_paper
{
    private const string Desk = $"/medewerkers/rondes/{AVote.Smederij}/2027";

    [Fact]
    public async Task They_count_when_a_second_person_finds_the_same_totals()
    {
        await using var world = await World.Begin();
        var vote = await AVote.Open(world);
        var batch = await Typed(world, vote);
        (await Check(world, "anna", batch, 2, 3)).ShouldHave(409).Words.ShouldContain("een andere medewerker");
        (await Check(world, "bert", batch, 2, 4)).ShouldHave(409).Words.ShouldContain("anders dan die van uw collega");
        (await Ballots(world)).ShouldBe(0);
        (await Check(world, "bert", batch, 2, 3)).ShouldHave(303);
        (await world.Get<RoundArchive>().History(AVote.Key)).Select(line => line.Event).OfType<RoundEvent.PaperEntered>()
            .Single().Ballots.ShouldBe(2);
        (await Ballots(world)).ShouldBe(2);
        (await Check(world, "bert", batch, 2, 3)).ShouldHave(303);
        (await Ballots(world)).ShouldBe(2);
        (await AVote.InBox(world, BoxRow.Paper)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_code_used_on_paper_is_refused_online_with_the_side_and_the_other_way_round()
    {
        await using var world = await World.Begin();
        var vote = await AVote.Open(world);
        (await Check(world, "bert", await Typed(world, vote), 2, 3)).ShouldHave(303);
        (await new Voter(vote, vote.Codes[0]).EnterCode()).ShouldHave(409).Words.ShouldContain("al gebruikt, op papier");
        await new Voter(vote, vote.Codes[5]).Vote(0);
        var anna = world.BrowserOf("anna", StaffRoles.Medewerker);
        (await anna.Post($"{Desk}/papier", new { stapel = $"{vote.Codes[5]} 1", biljetten = 1, kruisjes = 1 })).ShouldHave(400).Words.ShouldContain("al gebruikt, via internet");
    }

    [Fact]
    public async Task A_code_used_online_while_its_paper_waits_is_left_out_and_named()
    {
        await using var world = await World.Begin();
        var vote = await AVote.Open(world);
        var batch = await Typed(world, vote);
        await new Voter(vote, vote.Codes[0]).Vote(2);
        var answer = (await Check(world, "bert", batch, 2, 3)).ShouldHave(200);
        answer.Words.ShouldContain(vote.Codes[0].Characters[^4..]);
        (await Ballots(world)).ShouldBe(2);
    }

    [Fact]
    public async Task Totals_that_do_not_match_what_was_typed_or_unreadable_lines_are_refused()
    {
        await using var world = await World.Begin();
        var vote = await AVote.Open(world);
        var anna = world.BrowserOf("anna", StaffRoles.Medewerker);
        (await anna.Post($"{Desk}/papier", new { stapel = $"{vote.Codes[0]} 1", biljetten = 2, kruisjes = 1 })).ShouldHave(400);
        (await anna.Post($"{Desk}/papier", new { stapel = $"{vote.Codes[0]} 99", biljetten = 1, kruisjes = 1 })).ShouldHave(400).Words.ShouldContain("Biljet 1: nummer 99");
        (await anna.Post($"{Desk}/papier", new { stapel = $"{vote.Codes[0]} 1 1", biljetten = 1, kruisjes = 2 })).ShouldHave(400).Words.ShouldContain("twee keer");
        (await anna.Post($"{Desk}/papier", new { stapel = "", biljetten = 0, kruisjes = 0 })).ShouldHave(400);
    }

    [Fact]
    public async Task Stacks_that_wait_stand_in_the_order_in_which_they_were_typed()
    {
        await using var world = await World.Begin();
        var vote = await AVote.Open(world);
        var anna = world.BrowserOf("anna", StaffRoles.Medewerker);
        foreach (var code in vote.Codes.Take(6))
        {
            (await anna.Post($"{Desk}/papier", new { stapel = $"{code} 1", biljetten = 1, kruisjes = 1, opdracht = $"stapel-{code}" })).ShouldHave(303);
            world.Clock.MoveTo(world.Clock.GetUtcNow().AddMinutes(1));
        }
        var page = (await anna.Get(Desk)).ShouldHave(200).Words;
        var places = vote.Codes.Take(6).Select(code => page.IndexOf($"De laatste tekens van de codes: {code.Characters[^4..]}", StringComparison.Ordinal)).ToList();
        places.ShouldNotContain(-1);
        places.ShouldBeInOrder();
    }

    [Theory]
    [InlineData("{0} {1} {2} {3} 1 3")]
    [InlineData("{0}-{1} {2}-{3}, 1, 3")]
    [InlineData("{0}\u2011{1}\u2013{2}\u2212{3}\u00A01\u20093")]
    [InlineData("\uFEFF{0} - {1} - {2} - {3}\t1;3")]
    [InlineData("{0}\u00AD{1}\u200B{2}\u202F{3} 1 3")]
    public async Task A_code_is_read_with_whatever_stands_between_its_groups(string line)
    {
        await using var world = await World.Begin();
        var vote = await AVote.Open(world);
        var stack = string.Format(System.Globalization.CultureInfo.InvariantCulture, line, vote.Codes[0].ToString().Split('-'));
        var form = new { stapel = stack, biljetten = 1, kruisjes = 2, opdracht = "stapel-1" };
        (await world.BrowserOf("anna", StaffRoles.Medewerker).Post($"{Desk}/papier", form)).ShouldHave(303);
        (await Check(world, "bert", (await AVote.InBox(world, BoxRow.Paper)).Single().Name, 1, 2)).ShouldHave(303);
        (await AVote.InBox(world, BoxRow.Ballot)).Single().Data.ShouldBe("1010");
    }

    /// <summary>Its check character may happen to be the number of the first choice.</summary>
    [Fact]
    public async Task A_code_that_misses_its_last_character_never_takes_it_from_the_choices()
    {
        await using var world = await World.Begin();
        var vote = await AVote.Open(world);
        var code = VoteCode.Of("7K3M9QXT0AB1CDE").ToString();
        foreach (var typed in (string[])[$"{code[..^1]} {code[^1]} 2", $"{code[..^1].Replace('-', ' ')} {code[^1]} 2", $"{code[..^4]} 1 2 3 4"])
        {
            var form = new { stapel = typed, biljetten = 1, kruisjes = 1 };
            (await world.BrowserOf("anna", StaffRoles.Medewerker).Post($"{Desk}/papier", form)).ShouldHave(400).Words.ShouldContain("Regel 1 kunnen wij niet lezen");
        }
        vote.Ideas.ShouldNotBeEmpty();
    }

    /// <summary>Two ballots with three crosses, typed by anna.</summary>
    private static async Task<string> Typed(World world, AVote vote)
    {
        var anna = world.BrowserOf("anna", StaffRoles.Medewerker);
        (await anna.Post($"{Desk}/papier", new { stapel = $"{vote.Codes[0]} 1 3\n{vote.Codes[1]} 2", biljetten = 2, kruisjes = 3, opdracht = "stapel-1" })).ShouldHave(303);
        return (await AVote.InBox(world, BoxRow.Paper)).Single().Name;
    }

    private static Task<Answer> Check(World world, string by, string batch, int ballots, int crosses) =>
        world.BrowserOf(by, StaffRoles.Medewerker).Post($"{Desk}/papier/{batch}", new { biljetten = ballots, kruisjes = crosses });

    private static async Task<int> Ballots(World world) => (await AVote.InBox(world, BoxRow.Ballot)).Count;
}
