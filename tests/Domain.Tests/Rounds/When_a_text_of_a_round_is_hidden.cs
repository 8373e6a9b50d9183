using Smederijen.Domain.Rounds;
using static Smederijen.Domain.Rounds.Intervention;
using static Smederijen.Domain.Rounds.RoundEvent;
using static Smederijen.Domain.Tests.Rounds.ARound;

namespace Smederijen.Domain.Tests.Rounds;

public sealed class When_a_text_of_a_round_is_hidden
{
    private static readonly Func<RoundStory>[] Anywhere =
    [
        () => RoundStory.Announced(), () => RoundStory.Opened().Proposed(new CloseRound()), () => Closed(), () => Preparing(),
        () => ARound.Sealed().Proposed(new StrikeIdea("a")), () => Voting().Proposed(new CloseNow()), () => CheckingPaper(), () => Counting(),
        () => DrawDue().Typed("anna", "98743"), () => Decided(),
    ];

    [Fact]
    public void Its_history_is_longer_and_nothing_else_changes_in_whatever_state()
    {
        foreach (var begin in Anywhere)
        {
            var story = begin().ForgetEffects();
            var (before, money) = (story.Round, story.Ledger);
            story.When(at => new PartHidden(at, "anna", "tekst-a", "Er staat een naam in"));
            story.Round.ShouldBe(before with { Revision = before.Revision + 1 });
            story.When(at => new PartRestored(at, "bert", "tekst-a", "Het mag toch"));
            story.Round.ShouldBe(before with { Revision = before.Revision + 2 });
            (story.Effects.Count, story.Ledger).ShouldBe((0, money));
        }
    }

    [Fact]
    public void A_reason_is_needed_for_hiding_and_for_showing_again()
    {
        Decided().When(at => new PartHidden(at, "anna", "tekst-a", " ")).ExpectRefused(RoundRefusal.ReasonMissing);
        Voting().When(at => new PartRestored(at, "anna", "tekst-a", "")).ExpectRefused(RoundRefusal.ReasonMissing);
    }

    /// <summary>A copy of it in the count would stay when it is hidden.</summary>
    [Fact]
    public void Why_an_idea_left_the_ballot_is_told_by_the_round_and_not_by_the_count()
    {
        var story = Voting().Proposed(new StrikeIdea("a"), "De plek is verkocht.").Agreed().After(14);
        story.When(at => new Counted(at, [.. TooMany.Select(idea => idea.Idea switch
        {
            "a" => new Verdict("a", idea.Cost, Granted: false, Left: true),
            "b" => new Verdict("b", idea.Cost, Granted: true),
            _ => new Verdict(idea.Idea, idea.Cost, Granted: false, "Te duur."),
        })], 100, "kop"));
        story.Expect<RoundState.Decided>().Verdicts.Select(verdict => verdict.Reason).ShouldBe(["De plek is verkocht.", null, "Te duur."]);
    }
}
