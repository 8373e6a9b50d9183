using Smederijen.Domain.Rounds;
using static Smederijen.Domain.Rounds.RoundEvent;
using static Smederijen.Domain.Tests.Rounds.ARound;

namespace Smederijen.Domain.Tests.Rounds;

public sealed class When_a_vote_is_prepared
{
    [Fact]
    public void Making_the_codes_seals_the_manifest_and_the_vote_opens_a_week_after_the_closing_for_two_weeks()
    {
        var story = ARound.Sealed();
        var state = story.Expect<RoundState.Sealed>();
        state.OpensAt.ShouldBe(new DateTimeOffset(2026, 12, 8, 23, 0, 0, TimeSpan.Zero));
        state.ClosesAt.ShouldBe(new DateTimeOffset(2026, 12, 22, 23, 0, 0, TimeSpan.Zero));
        story.Manifest.ShouldNotBeNull().Codes.ShouldBe(3000);
        state.Manifest.ShouldBe(story.Manifest.Hash);
    }

    [Fact]
    public void Without_codes_it_does_not_open_and_staff_hear_so_every_working_day()
    {
        var story = Preparing().After(30);
        story.Expect<RoundState.Preparing>();
        story.Effects.Count(effect => effect == new RoundEffect.AskForCodes(true)).ShouldBeGreaterThan(10);
    }

    [Fact]
    public void Late_codes_move_the_opening_to_after_the_day_of_publication()
    {
        var story = Preparing().After(20).When(at => new CodesMade(at, "anna", 3000));
        story.Expect<RoundState.Sealed>().OpensAt.ShouldBe(new DateTimeOffset(2026, 12, 21, 23, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public void It_cannot_open_without_any_code() => Preparing().When(at => new CodesMade(at, "anna", 0)).ExpectRefused(RoundRefusal.CodesMissing);

    [Fact]
    public void Lost_letters_can_be_made_again_with_a_reason_and_as_many_codes()
    {
        var story = ARound.Sealed();
        story.When(at => new CodesMade(at, "anna", 3000)).ExpectRefused(RoundRefusal.ReasonMissing);
        story.When(at => new CodesMade(at, "anna", 2999, "Kwijt")).ExpectRefused(RoundRefusal.CodesFixed);
        story.When(at => new CodesMade(at, "anna", 3000, "Kwijt")).Last.ShouldBeOfType<RoundDecision.Accepted>();
        Voting().When(at => new CodesMade(at, "anna", 3000, "Kwijt")).ExpectRefused(RoundRefusal.VoteHasOpened);
        var opens = Sealed().Expect<RoundState.Sealed>().OpensAt;
        Sealed().Until(opens.AddHours(-1)).When(at => new CodesMade(at, "anna", 3000, "Kwijt")).ExpectRefused(RoundRefusal.OpensTooSoon);
        Sealed().Until(opens.AddHours(-1).AddTicks(-1)).When(at => new CodesMade(at, "anna", 3000, "Kwijt")).Last.ShouldBeOfType<RoundDecision.Accepted>();
    }

    [Fact]
    public void When_an_idea_leaves_and_the_others_fit_nobody_has_to_vote() =>
        Preparing().When(at => new IdeaLeft(at, "b")).Expect<RoundState.Decided>().Outcome.ShouldBe(RoundOutcome.AllGranted);

    [Fact]
    public void The_manifest_is_the_same_text_and_hash_every_time()
    {
        Approved.Matches(ARound.Sealed().Manifest!.CanonicalText + "\nsha-256: " + ARound.Sealed().Manifest!.Hash, "manifest");
    }

    [Fact]
    public void Any_change_gives_another_hash()
    {
        var manifest = ARound.Sealed().Manifest!;
        Manifest[] others =
        [
            manifest with { Rule = Domain.Settings.CountRule.EqualShares },
            manifest with { MaxChoices = null },
            manifest with { Money = new(999_999) },
            manifest with { ClosesAt = manifest.ClosesAt.AddMilliseconds(1) },
            manifest with { Codes = 3001 },
            manifest with { Ideas = manifest.Ideas.RemoveAt(0) },
            manifest with { Draw = manifest.Draw! with { Source = "een dobbelsteen" } },
            manifest with { Draw = manifest.Draw! with { Days = 8 } },
        ];
        others.Select(other => other.Hash).Append(manifest.Hash).Distinct().Count().ShouldBe(others.Length + 1);
    }
}
