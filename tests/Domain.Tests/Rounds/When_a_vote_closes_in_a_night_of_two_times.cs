using Smederijen.Domain.Calendar;
using Smederijen.Domain.Rounds;
using static Smederijen.Domain.Rounds.BallotRefusal;

namespace Smederijen.Domain.Tests.Rounds;

/// <summary>In the night of 25 October 2026 the hour from 2 to 3 comes twice; in that of 28 March 2027 it is skipped.</summary>
public sealed class When_a_vote_closes_in_a_night_of_two_times
{
    /// <summary>With a week to prepare and two weeks to vote, the last day to vote is 22 days after the last day of the round.</summary>
    private const int UntilLastDay = 22;

    [Theory]
    [InlineData("2026-10-24", "2026-10-24T22:00:00Z", 0)]
    [InlineData("2026-10-25", "2026-10-25T23:00:00Z", 1)]
    [InlineData("2027-03-27", "2027-03-27T23:00:00Z", 0)]
    [InlineData("2027-03-28", "2027-03-28T22:00:00Z", -1)]
    public void The_last_day_ends_at_midnight_on_the_wall_and_fourteen_days_were_open(string lastDay, string closes, int hoursMore)
    {
        var story = VoteUntil(DateOnly.Parse(lastDay));
        var vote = story.Expect<RoundState.VoteOpen>();
        vote.ClosesAt.ShouldBe(DateTimeOffset.Parse(closes));
        (vote.ClosesAt - vote.OpensAt).ShouldBe(TimeSpan.FromDays(14) + TimeSpan.FromHours(hoursMore));
        TakesBallotsUntil(story, vote.ClosesAt);
    }

    [Theory]
    [InlineData("2026-10-25", "02:30", "2026-10-25T00:30:00Z")]
    [InlineData("2027-03-28", "02:30", "2027-03-28T01:30:00Z")]
    public void A_time_that_comes_twice_is_the_first_one_and_a_time_that_is_skipped_is_an_hour_later(string day, string time, string closes)
    {
        var date = DateOnly.Parse(day);
        var story = VoteUntil(date.AddDays(-3)).Proposed(new Intervention.Extend(Amsterdam.At(date, TimeOnly.Parse(time)))).Agreed();
        story.Expect<RoundState.VoteOpen>().ClosesAt.ShouldBe(DateTimeOffset.Parse(closes));
        TakesBallotsUntil(story, DateTimeOffset.Parse(closes));
    }

    private static RoundStory VoteUntil(DateOnly lastDay)
    {
        var story = RoundStory.Opened(closesOn: lastDay.AddDays(-UntilLastDay));
        story.Until(Amsterdam.EndOfDay(lastDay.AddDays(-UntilLastDay)));
        return ARound.Collected(story, ARound.TooMany).When(at => new RoundEvent.CodesMade(at, "anna", 3000)).After(8);
    }

    private static void TakesBallotsUntil(RoundStory story, DateTimeOffset closes)
    {
        BallotCheck.Time(story.Round, closes.AddMilliseconds(-1)).ShouldBeNull();
        BallotCheck.Time(story.Round, closes).ShouldBe(VoteIsClosed);
        BallotCheck.Time(story.Round, closes.AddHours(1).AddMilliseconds(-1)).ShouldBe(VoteIsClosed, "the hour that comes twice does not open it again");
        story.Until(closes).Expect<RoundState.Counting>().ClosedAt.ShouldBe(closes);
    }
}
