using System.Text.RegularExpressions;
using Smederijen.Domain.Rounds;
using Smederijen.Domain.Tally.Pabulib;
using Smederijen.Portal.Http;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Ballots;
using Smederijen.Portal.Rounds;

namespace Smederijen.Portal.Tests.Voting;

/// <summary>Seven ideas, of which five may be chosen.</summary>
public sealed partial class When_paper_is_not_valid
{
    private const string Desk = $"/medewerkers/rondes/{AVote.Smederij}/2027";
    private const string Round = $"/smederijen/{AVote.Smederij}/rondes/2027";

    private static Task<AVote> Open(World world) => AVote.Open(world, 20, 9_000, 6_000, 4_000, 3_000, 2_500, 2_000, 1_500);

    [Fact]
    public async Task It_is_counted_apart_and_stands_in_the_log_the_result_the_export_and_the_file()
    {
        await using var world = await World.Begin();
        var vote = await Open(world);
        var stack = $"{vote.Codes[0]} 1 3\n{vote.Codes[1]} ongeldig: onleesbaar\nongeldig: geen code";
        (await Type(world, stack, 3, 2, 2)).ShouldHave(303);
        (await Check(world, 3, 2, 1)).ShouldHave(409).Words.ShouldContain("anders dan die van uw collega");
        (await Check(world, 3, 2, 2)).ShouldHave(303);
        await world.After(20);

        var log = (await world.Get<RoundArchive>().History(AVote.Key)).Select(line => line.Event).ToList();
        log.OfType<RoundEvent.PaperEntered>().Single().ShouldSatisfyAllConditions(
            entered => entered.Ballots.ShouldBe(1),
            entered => entered.Invalid.ShouldBe([new(PaperFault.Illegible, 1), new(PaperFault.NoCode, 1)]));
        log.OfType<RoundEvent.Counted>().Single().ShouldSatisfyAllConditions(
            counted => counted.Ballots.ShouldBe(1), counted => counted.Invalid.ShouldBe(2));
        (await world.Browser.Get($"{Round}/uitslag")).ShouldHave(200).Words.ShouldContain("Ongeldig: 2 papieren biljetten (onleesbaar: 1, geen code: 1)");
        (await world.Browser.Get($"/v1{Round}")).Json.GetProperty("stemming").GetProperty("ongeldig").GetInt32().ShouldBe(2);
        var file = (await world.Browser.Get($"{Round}/uitslag.pb")).Text;
        file.ShouldContain("comment;ongeldig op papier: 2");
        PabulibFile.Parse(file).Voters.ShouldBe(1);
    }

    [Fact]
    public async Task It_uses_up_its_code_so_that_nobody_who_read_it_can_vote_with_it()
    {
        await using var world = await World.Begin();
        var vote = await Open(world);
        (await Type(world, $"{vote.Codes[1]} ongeldig: te veel gekozen", 1, 0, 1)).ShouldHave(303);
        (await Check(world, 1, 0, 1)).ShouldHave(303);
        (await new Voter(vote, vote.Codes[1]).EnterCode()).ShouldHave(409).Words.ShouldContain("al gebruikt, op papier");
        (await AVote.InBox(world, BoxRow.Ballot)).ShouldBeEmpty();
        await world.After(20);
        (await vote.Round()).State.ShouldBeOfType<RoundState.Decided>();
    }

    [Theory]
    [InlineData("{0} 1 2 3 4 5 6", "Biljet 1: dit biljet heeft 6 keuzes, 5 mag. Tel als ongeldig?", PaperFault.TooManyChoices)]
    [InlineData("{0} 9", "Biljet 1: nummer 9 staat niet op het stembiljet. Tel als ongeldig?", PaperFault.NotOnTheBallot)]
    [InlineData("{1} 1", "Biljet 1: Deze code kennen wij niet.", PaperFault.UnknownCode)]
    [InlineData("{2} 1", "Biljet 1: Deze code is al gebruikt, via internet.", PaperFault.CodeUsed)]
    public async Task What_was_typed_like_any_other_counts_as_invalid_after_a_question(string line, string question, PaperFault fault)
    {
        await using var world = await World.Begin();
        var vote = await Open(world);
        await vote.Cast(vote.Codes[5], 1);
        var stack = string.Format(line, vote.Codes[0], VoteCode.Of("7K3M9QXT0AB1CDE"), vote.Codes[5]);
        var asked = (await Type(world, stack, 1, 0, 1)).ShouldHave(400);
        asked.Words.ShouldContain(question);
        (await Type(world, stack, 1, 0, 1, "ja")).ShouldHave(400);
        (await Type(world, $"{stack} 7", 1, 0, 1, Agreement(asked))).ShouldHave(400).Words.ShouldContain("Tel als ongeldig?", customMessage: "the answer is about another stack");

        (await Type(world, stack, 1, 0, 1, Agreement(asked))).ShouldHave(303);
        (await Check(world, 1, 0, 1)).ShouldHave(303);
        (await Entered(world)).Invalid.ShouldBe([new InvalidPaper(fault, 1)]);
    }

    [Fact]
    public async Task A_code_that_was_used_since_leaves_the_same_trace()
    {
        await using var world = await World.Begin();
        var vote = await Open(world);
        (await Type(world, $"{vote.Codes[0]} 1\n{vote.Codes[1]} 2", 2, 2, 0)).ShouldHave(303);
        await new Voter(vote, vote.Codes[0]).Vote(2);
        var done = (await Check(world, 2, 2, 0)).ShouldHave(200).Words;
        done.ShouldContain("Gelukt De stapel is nageteld: 1 biljet telt mee. Deze tellen als ongeldig");
        done.ShouldNotContain("Er is iets niet goed ingevuld");
        done.ShouldNotContain("wacht op controle");
        (await Entered(world)).ShouldSatisfyAllConditions(
            entered => entered.Ballots.ShouldBe(1), entered => entered.Invalid.ShouldBe([new InvalidPaper(PaperFault.CodeUsed, 1)]));
    }

    [Fact]
    public async Task A_code_on_two_papers_of_a_stack_counts_once()
    {
        await using var world = await World.Begin();
        var vote = await Open(world);
        var stack = $"{vote.Codes[0]} 1\n{vote.Codes[0]} 2";
        var asked = (await Type(world, stack, 2, 1, 1)).ShouldHave(400);
        asked.Words.ShouldContain("Biljet 2: deze code staat er twee keer.");
        (await Type(world, stack, 2, 1, 1, Agreement(asked))).ShouldHave(303);
        (await Check(world, 2, 1, 1)).ShouldHave(303);
        (await AVote.InBox(world, BoxRow.Ballot)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_mark_for_an_idea_that_left_since_the_paper_was_printed_makes_it_no_less_valid()
    {
        await using var world = await World.Begin();
        var vote = await Open(world);
        await world.Happens(vote.Ideas[0], at => new Domain.Ideas.IdeaEvent.Withdrawn(at));
        await world.Work();
        (await Type(world, $"{vote.Codes[0]} 1 2", 1, 2, 0)).ShouldHave(303);
        (await Check(world, 1, 2, 0)).ShouldHave(303);
        (await Entered(world)).Invalid.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_line_without_a_reason_that_we_know_is_asked_again()
    {
        await using var world = await World.Begin();
        var vote = await Open(world);
        (await Type(world, $"{vote.Codes[0]} ongeldig", 1, 0, 1)).ShouldHave(400).Words.ShouldContain("Regel 1 kunnen wij niet lezen");
        (await Type(world, "ongeldig: geen zin", 1, 0, 1)).ShouldHave(400).Words.ShouldContain("Regel 1 kunnen wij niet lezen");
        (await Type(world, $"{vote.Codes[0]} ongeldig: onleesbaar", 1, 0, 0)).ShouldHave(400).Words.ShouldContain("U typte 1 biljet als ongeldig");
    }

    private static string Agreement(Answer asked) => AgreeField().Match(asked.Text).Groups[1].Value;

    private static Task<Answer> Type(World world, string stack, int ballots, int crosses, int invalid, string agree = "") =>
        world.BrowserOf("anna", StaffRoles.Medewerker).Post($"{Desk}/papier", new Dictionary<string, string>
        {
            ["stapel"] = stack, ["biljetten"] = $"{ballots}", ["kruisjes"] = $"{crosses}", ["ongeldig"] = $"{invalid}", ["tel-ongeldig"] = agree,
            ["opdracht"] = $"stapel-{Guid.NewGuid():N}",
        });

    private static async Task<Answer> Check(World world, int ballots, int crosses, int invalid)
    {
        var batch = (await AVote.InBox(world, BoxRow.Paper)).Single().Name;
        var form = new { biljetten = ballots, kruisjes = crosses, ongeldig = invalid };
        return await world.BrowserOf("bert", StaffRoles.Medewerker).Post($"{Desk}/papier/{batch}", form);
    }

    private static async Task<RoundEvent.PaperEntered> Entered(World world) =>
        (await world.Get<RoundArchive>().History(AVote.Key)).Select(line => line.Event).OfType<RoundEvent.PaperEntered>().Single();

    [GeneratedRegex("name=\"tel-ongeldig\" value=\"([0-9a-f]+)\"")]
    private static partial Regex AgreeField();
}
