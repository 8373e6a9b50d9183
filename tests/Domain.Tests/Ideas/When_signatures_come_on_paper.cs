using Smederijen.Domain.Ideas;
using static Smederijen.Domain.Ideas.IdeaEvent;

namespace Smederijen.Domain.Tests.Ideas;

/// <summary>What neighbours sign on paper counts when two of the staff counted the same. The threshold is three here.</summary>
public sealed class When_signatures_come_on_paper
{
    [Fact]
    public void They_do_not_count_as_long_as_one_person_counted_them()
    {
        var story = Entered("anna", 200);
        story.Expect<IdeaState.GatheringSupport>().Supporters.ShouldBe(0);
        story.When(at => new SignatureListCounted(at, "anna", 200, "scan")).ExpectRefused(Refusal.CountedByYou);
        story.Expect<IdeaState.GatheringSupport>().Supporters.ShouldBe(0);
    }

    [Fact]
    public void They_count_when_a_second_one_comes_to_the_same_number()
    {
        Entered("anna", 2).Counted("bert", 2).Expect<IdeaState.GatheringSupport>().ShouldSatisfyAllConditions(
            s => s.Supporters.ShouldBe(2), s => s.Lists.ShouldBeNull());
        Entered("anna", 3).Counted("bert", 3).Expect<IdeaState.InReview>();
    }

    [Fact]
    public void Two_numbers_that_differ_count_for_nothing()
    {
        var waits = Entered("anna", 20).Counted("bert", 2).Expect<IdeaState.GatheringSupport>();
        waits.Supporters.ShouldBe(0);
        (waits.Lists!.Find("scan")! with { Since = null }).ShouldBe(new SignatureList("scan", new("bert", 2), new("anna", 20)));
    }

    [Fact]
    public void The_last_number_has_to_be_confirmed_by_another_than_the_one_who_gave_it()
    {
        Entered("anna", 20).Counted("bert", 2).When(at => new SignatureListCounted(at, "bert", 2, "scan")).ExpectRefused(Refusal.CountedByYou);
        Entered("anna", 20).Counted("bert", 2).Counted("anna", 2).Expect<IdeaState.GatheringSupport>().OnPaper.ShouldBe(2);
        Entered("anna", 20).Counted("bert", 2).Counted("cor", 2).Expect<IdeaState.GatheringSupport>().OnPaper.ShouldBe(2);
        Entered("anna", 20).Counted("bert", 2).Counted("cor", 20).Expect<IdeaState.GatheringSupport>().OnPaper.ShouldBe(0);
    }

    [Fact]
    public void Who_counts_again_takes_the_own_number_back()
    {
        var waits = Entered("anna", 20).Counted("bert", 3).Counted("bert", 2).Expect<IdeaState.GatheringSupport>();
        (waits.Lists!.Find("scan")! with { Since = null }).ShouldBe(new SignatureList("scan", new("bert", 2), new("anna", 20)));
    }

    [Fact]
    public void Each_list_waits_for_itself()
    {
        var story = Entered("anna", 1).When(at => new SignatureListEntered(at, "anna", 1, "scan2", "Nog een lijst"));
        story.Counted("bert", 1).Expect<IdeaState.GatheringSupport>().ShouldSatisfyAllConditions(
            s => s.OnPaper.ShouldBe(1), s => s.Lists!.All.Single().Scan.ShouldBe("scan2"));
        story.When(at => new SignatureListCounted(at, "bert", 1, "scan")).ExpectAlreadySo();
    }

    [Fact]
    public void Nobody_has_to_say_why_there_is_a_list_and_it_is_known_since_when_it_waits()
    {
        var story = Story.Submitted().Confirmed();
        var entered = default(DateTimeOffset);
        story = story.When(at => new SignatureListEntered(entered = at, "anna", 2, "scan"));
        story.Expect<IdeaState.GatheringSupport>().Lists!.Find("scan")!.Since.ShouldBe(entered);
        story.After(3).Counted("bert", 1).Expect<IdeaState.GatheringSupport>().Lists!.Find("scan")!.Since.ShouldBe(entered);
    }

    [Fact]
    public void An_idea_does_not_end_over_a_list_that_came_in_time_and_staff_did_not_count()
    {
        var story = Entered("anna", 3).After(30);
        story.Expect<IdeaState.GatheringSupport>();
        story.After(10).Expect<IdeaState.GatheringSupport>();
        story.Counted("bert", 3).Expect<IdeaState.InReview>();
        Entered("anna", 2).After(30).Counted("bert", 2).After(10).Expect<IdeaState.Ended>().Outcome.ShouldBe(IdeaPhase.NotSupported);
    }

    [Fact]
    public void Fewer_count_at_once_with_a_reason()
    {
        var story = Story.Submitted().Confirmed().OnPaper(2);
        story.When(at => new SignaturesCorrected(at, "anna", 2, 1, " ")).ExpectRefused(Refusal.ReasonMissing);
        story.When(at => new SignaturesCorrected(at, "anna", 2, 1, "Dubbel")).Expect<IdeaState.GatheringSupport>().OnPaper.ShouldBe(1);
        story.When(at => new SignaturesCorrected(at, "bert", 2, 0, "Dubbel")).ExpectRefused(Refusal.CountedSinceAgain);
        story.When(at => new SignaturesCorrected(at, "bert", 1, 9, "Meer")).ExpectRefused(Refusal.NotFewer);
        story.When(at => new SignaturesCorrected(at, "bert", 1, 1, "Hetzelfde")).ExpectAlreadySo();
    }

    [Fact]
    public void A_review_that_began_goes_on_and_knows_of_the_correction()
    {
        var story = Story.Submitted().Confirmed().OnPaper(3);
        story.Expect<IdeaState.InReview>();
        story.When(at => new SignaturesCorrected(at, "anna", 3, 1, "Twee mensen wonen elders")).Expect<IdeaState.InReview>();
        story.Idea.OnPaper.ShouldBe(1);
        story.When(at => new SignaturesCorrected(at, "bert", 3, 2, "Dubbel")).ExpectRefused(Refusal.CountedSinceAgain);
    }

    [Fact]
    public void A_list_that_was_erased_is_not_counted_any_more() =>
        Entered("anna", 2).When(at => new PersonErased(at, "anna", ErasedPerson.PaperSupporters, "Op verzoek"))
            .When(at => new SignatureListCounted(at, "bert", 2, "scan")).ExpectAlreadySo();

    [Fact]
    public void What_the_release_before_entered_does_not_count_once_more() =>
        Story.Submitted().Confirmed().When(at => new PaperSignaturesEntered(at, "anna", 3, "scan", "Lijst")).ExpectRefused(Refusal.StepIsOver);

    private static Story Entered(string by, int count) =>
        Story.Submitted().Confirmed().When(at => new SignatureListEntered(at, by, count, "scan", "Lijst uit het buurthuis"));
}
