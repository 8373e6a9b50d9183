using Smederijen.Domain.Calendar;
using Smederijen.Domain.Rounds;
using static Smederijen.Domain.Rounds.RoundEvent;
using static Smederijen.Domain.Tests.Rounds.ARound;

namespace Smederijen.Domain.Tests.Rounds;

public sealed class When_equal_ideas_are_drawn
{
    private static readonly Manifest Sealed = ARound.Sealed().Manifest!;

    /// <summary>a alone; b and c with as many votes for the same money, which is enough for one of them.</summary>
    private static readonly Manifest Twins = Sealed with { Money = new(1_000_000), Ideas = [Idea("a", 4_000), Idea("b", 6_000), Idea("c", 6_000)] };

    private static readonly SameMarks[] Equal = [new("110", 3), new("001", 3), new("100", 1)];

    /// <summary>What the operator of a vote has in hand: whether one more ballot, without any choice, is counted.</summary>
    [Fact]
    public void One_ballot_more_cannot_change_the_order()
    {
        var (one, more) = (VoteCount.Election(Twins, [], Equal), VoteCount.Election(Twins, [], [.. Equal, new("000", 1)]));
        var (head, heads) = (VoteCount.Head(Twins.Hash, ["A"]), Enumerable.Range(0, 20).Select(i => VoteCount.Head(Twins.Hash, ["A", $"B{i}"])));
        Winners(one, DrawValue.Seed(Twins.Hash, "98743")).ShouldBe(Winners(more, DrawValue.Seed(Twins.Hash, "98743")));

        heads.Select(other => Winners(more, other)).ShouldContain(winners => winners != Winners(one, head), "before, whoever added a ballot could choose");
        VoteCount.SeedOf(Twins, CountedWith(head), "98743").ShouldBe(VoteCount.SeedOf(Twins, CountedWith(heads.First()), "98743"));
    }

    [Fact]
    public void Every_idea_can_win_it_and_anyone_can_compute_which_does()
    {
        var election = VoteCount.Election(Twins, [], Equal);
        Enumerable.Range(100, 20).Select(value => Winners(election, DrawValue.Seed(Twins.Hash, $"{value}"))).Distinct().Count().ShouldBe(2);
        DrawValue.Seed("abc", "98743").ShouldBe(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("abc\n98743"u8)));
    }

    [Fact]
    public void It_is_asked_for_only_where_another_order_gives_other_winners()
    {
        VoteCount.ToDraw(Twins, VoteCount.Election(Twins, [], Equal)).ShouldHaveSingleItem().Ideas.ShouldBe(["b", "c"]);
        VoteCount.ToDraw(Twins, VoteCount.Election(Twins, [], [.. Equal, new("001", 1)])).ShouldBeEmpty();
        var enough = Twins with { Money = new(1_600_000) };
        VoteCount.ToDraw(enough, VoteCount.Election(enough, [], Equal)).ShouldBeEmpty();
    }

    [Fact]
    public void What_was_sealed_before_a_manifest_named_a_source_keeps_its_hash_and_its_seed()
    {
        var before = Sealed with { Draw = null, Rest = null };
        before.Hash.ShouldBe("de2a622310e0b7450cc9f33e496b279f4fdaf6d346809d4ec16799df00bda5bc");
        VoteCount.ToDraw(Twins with { Draw = null }, VoteCount.Election(Twins, [], Equal)).ShouldBeEmpty();
        VoteCount.SeedOf(before, CountedWith("kop"), null).ShouldBe("kop");
        VoteCount.SeedOf(Sealed, CountedWith("kop"), null).ShouldBeNull();
    }

    [Fact]
    public void Nothing_is_decided_before_two_people_typed_the_same_value()
    {
        var story = DrawDue().Typed("anna", "98743");
        story.Drawn("98743", "b").ExpectAlreadySo();
        story.Typed("anna", "98743").ExpectAlreadySo();
        story.Typed("bert", "98743").Expect<RoundState.Drawing>().Value.ShouldBe("98743");
        story.Effects[^1].ShouldBeOfType<RoundEffect.DecideByDraw>();
        story.Drawn("11111", "b").ExpectAlreadySo();
        story.Drawn("98743", "b").Expect<RoundState.Decided>().Verdicts.Single(verdict => verdict.Granted).Idea.ShouldBe("b");
    }

    [Fact]
    public void Who_typed_it_wrong_types_again_before_the_other_does()
    {
        var story = DrawDue().Typed("anna", "98734").Typed("anna", "98743");
        story.Expect<RoundState.Drawing>().First.ShouldBe(new TypedValue("98743", "anna"));
        story.Expect<RoundState.Drawing>().Differed.ShouldBeFalse();
        story.Typed("bert", "98743").Expect<RoundState.Drawing>().Value.ShouldBe("98743");
        story.Typed("anna", "11111").ExpectAlreadySo();
    }

    [Fact]
    public void Nobody_types_it_before_it_can_be_known()
    {
        var story = Drawing();
        var from = story.Expect<RoundState.Drawing>().From;
        from.ShouldBe(Terms.DaysAfter(story.Now, 6));
        from.ShouldBeGreaterThan(story.Now.AddDays(6));
        story.When(_ => new DrawTyped(from.AddTicks(-1), "anna", "98743")).ExpectRefused(RoundRefusal.DrawNotYet);
        story.When(_ => new DrawTyped(from, "anna", "98743")).Expect<RoundState.Drawing>().First.ShouldBe(new TypedValue("98743", "anna"));
    }

    /// <summary>A count that came late moves the moment along: nobody knows the value while ballots can still come in.</summary>
    [Fact]
    public void The_value_never_becomes_known_before_the_ballots_are_written_down()
    {
        var story = Counting().After(30).CountedEqual();
        story.Expect<RoundState.Drawing>().From.ShouldBeGreaterThan(story.Now);
    }

    [Fact]
    public void Where_two_values_differ_both_type_again_and_hear_so()
    {
        var story = DrawDue().Typed("anna", "98743").Typed("bert", "98734");
        var state = story.Expect<RoundState.Drawing>();
        state.Differed.ShouldBeTrue();
        (state.First, state.Value).ShouldBe((null, null));
        story.Effects[^1].ShouldBeOfType<RoundEffect.AskForDraw>();
        story.Typed("bert", "98743").Typed("anna", "98743").Expect<RoundState.Drawing>().Value.ShouldBe("98743");
    }

    [Fact]
    public void Staff_are_asked_again_every_working_day_until_it_is_there()
    {
        var story = Drawing();
        story.Effects.TakeLast(2).ShouldBe([new RoundEffect.AskForDraw(false), new RoundEffect.ShredBallots()]);
        story.After(40).Effects.Count(effect => effect == new RoundEffect.AskForDraw(true)).ShouldBeGreaterThan(15);
        story.Typed("anna", "98743").Typed("bert", "98743").Round.NextDue.ShouldBeNull();
    }

    [Fact]
    public void An_idea_that_leaves_meanwhile_is_not_counted_and_the_draw_goes_on()
    {
        var story = DrawDue().When(at => new IdeaLeft(at, "b"));
        var state = story.Expect<RoundState.Drawing>();
        state.Struck.ShouldHaveSingleItem().Idea.ShouldBe("b");
        state.Equal.ShouldBeEmpty();
        story.Typed("anna", "98743").Typed("bert", "98743");
        Should.Throw<InvalidOperationException>(() => story.Drawn("98743", "b"));
        story.Drawn("98743", "c").Expect<RoundState.Decided>();
    }

    [Theory]
    [InlineData("987,43", "98743")]
    [InlineData("987.43", "98743")]
    [InlineData(" € 1.020,90 ", "102090")]
    [InlineData("912,40", "91240")]
    [InlineData("912,4", null)]
    [InlineData("912.4 ", null)]
    [InlineData("912,", null)]
    [InlineData("12", null)]
    [InlineData("", null)]
    [InlineData("negen", null)]
    [InlineData("٣٤٥", null)]
    public void Only_the_digits_count(string typed, string? digits) => DrawValue.DigitsOf(typed).ShouldBe(digits);

    [Theory]
    [InlineData("", 7)]
    [InlineData("een\nregel meer", 7)]
    [InlineData("de AEX", 0)]
    public void Settings_without_a_source_or_with_a_value_from_before_the_count_are_refused(string source, int days) =>
        Should.Throw<ArgumentException>(() => new Domain.Settings.DrawSettings(source, days));

    private static Counted CountedWith(string head) => new(default, [], 7, head);

    private static string Winners(Domain.Tally.Election election, string seed) =>
        string.Join(' ', VoteCount.Count(Twins, election, seed).Winners.Select(winner => winner.Project.Id).Order());
}
