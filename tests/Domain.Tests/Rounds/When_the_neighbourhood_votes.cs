using Smederijen.Domain.Rounds;
using Smederijen.Domain.Settings;
using static Smederijen.Domain.Rounds.BallotRefusal;
using static Smederijen.Domain.Rounds.RoundEvent;
using static Smederijen.Domain.Tests.Rounds.ARound;

namespace Smederijen.Domain.Tests.Rounds;

public sealed class When_the_neighbourhood_votes
{
    [Fact]
    public void Ballots_count_from_the_opening_up_to_the_closing_to_the_millisecond()
    {
        var story = ARound.Sealed();
        var state = story.Expect<RoundState.Sealed>();
        BallotCheck.Time(story.Until(state.OpensAt.AddMilliseconds(-1)).Round, story.Now).ShouldBe(VoteNotOpen);
        BallotCheck.Time(story.Until(state.OpensAt).Round, story.Now).ShouldBeNull();
        BallotCheck.Time(story.Round, state.ClosesAt.AddMilliseconds(-1)).ShouldBeNull();
        BallotCheck.Time(story.Round, state.ClosesAt).ShouldBe(VoteIsClosed);
        BallotCheck.Time(story.Until(state.ClosesAt).Round, story.Now).ShouldBe(VoteIsClosed);
    }

    [Fact]
    public void A_ballot_marks_ideas_of_the_manifest_in_its_order() => Choose(Voting(), "c", "a").ShouldBe((new Marks("101"), null));

    [Fact]
    public void An_empty_ballot_is_a_ballot() => Choose(Voting()).ShouldBe((new Marks("000"), null));

    [Fact]
    public void An_idea_of_elsewhere_is_refused() => Choose(Voting(), "a", "z").Refusal.ShouldBe(NotOnTheBallot);

    [Fact]
    public void The_same_idea_twice_is_refused() => Choose(Voting(), "a", "a").Refusal.ShouldBe(IdeaTwice);

    [Fact]
    public void More_than_the_most_choices_is_refused() => Choose(Voting(), "a", "b", "c").Refusal.ShouldBe(TooManyChoices);

    [Fact]
    public void Without_a_most_everything_may_be_chosen() => Choose(Voting(RoundStory.Opened(maxChoices: null)), "a", "b", "c").Refusal.ShouldBeNull();

    [Fact]
    public void A_basket_holds_what_the_money_allows()
    {
        var story = Voting(RoundStory.Opened(ballot: BallotKind.Knapsack, maxChoices: null));
        Choose(story, "a", "c").Refusal.ShouldBeNull();
        Choose(story, "a", "b").Refusal.ShouldBe(AboveTheMoney);
    }

    [Fact]
    public void An_idea_that_left_the_ballot_is_refused_also_when_it_was_chosen_before()
    {
        var story = Voting();
        var (marks, _) = Choose(story, "a");
        story.When(at => new IdeaLeft(at, "a"));
        Choose(story, "a").Refusal.ShouldBe(IdeaHasLeft);
        BallotCheck.Limits(story.Manifest!, story.Round, marks).ShouldBe(IdeaHasLeft);
    }

    [Theory]
    [InlineData(true, "De gemeente stopte het idee.")]
    [InlineData(false, "De indiener trok het idee in.")]
    public void Everybody_reads_who_took_an_idea_off_the_ballot(bool byMunicipality, string reason) =>
        Voting().When(at => new IdeaLeft(at, "a", byMunicipality)).Round.State.Left.ShouldBe([new Struck("a", reason)]);

    [Fact]
    public void On_paper_a_mark_for_an_idea_that_left_makes_a_ballot_no_less_valid()
    {
        var story = Voting().When(at => new IdeaLeft(at, "a"));
        BallotCheck.OnPaper(story.Manifest!, ["a", "c"]).ShouldBe((new Marks("101"), null));
        BallotCheck.OnPaper(story.Manifest!, ["a", "b", "c"]).Refusal.ShouldBe(TooManyChoices);
    }

    [Fact]
    public void A_ballot_of_another_vote_is_refused() => BallotCheck.Limits(Voting().Manifest!, Voting().Round, new Marks("1010")).ShouldBe(OtherVote);

    [Fact]
    public void Paper_is_entered_by_one_and_checked_by_another()
    {
        Voting().When(at => new PaperEntered(at, "anna", "anna", 10)).ExpectRefused(RoundRefusal.SamePersonTwice);
        Voting().When(at => new PaperEntered(at, "anna", "bert", 10)).Expect<RoundState.VoteOpen>();
        Counting().When(at => new PaperEntered(at, "anna", "bert", 10)).ExpectRefused(RoundRefusal.VoteIsClosed);
    }

    /// <summary>The clock strikes a moment after the closing; what arrives in between changes nothing.</summary>
    [Fact]
    public void Nothing_of_people_changes_the_vote_from_its_closing_on_even_before_the_clock_strikes()
    {
        var story = Voting();
        var closes = story.Expect<RoundState.VoteOpen>().ClosesAt;
        story.When(_ => new PaperEntered(closes, "anna", "bert", 10)).ExpectRefused(RoundRefusal.VoteIsClosed);
        story.When(_ => new Proposed(closes, "anna", new Intervention.Extend(closes.AddDays(7)), "Meer tijd")).ExpectRefused(RoundRefusal.VoteIsClosed);
        story.When(_ => new IdeaLeft(closes, "a")).ExpectAlreadySo();
        story.Proposed(new Intervention.Extend(closes.AddDays(7)));
        story.When(_ => new Agreed(closes, "bert")).ExpectRefused(RoundRefusal.VoteIsClosed);
        story.When(_ => new PaperEntered(closes.AddMilliseconds(-1), "anna", "bert", 10)).Expect<RoundState.VoteOpen>();
    }

    private static (Marks Marks, BallotRefusal? Refusal) Choose(RoundStory story, params string[] ideas) =>
        BallotCheck.Choices(story.Manifest!, story.Round, ideas);
}
