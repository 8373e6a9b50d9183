using System.Text.Json;
using Smederijen.Domain.Calendar;
using Smederijen.Domain.Settings;

namespace Smederijen.Domain.Tests.Settings;

public sealed class When_no_round_follows_a_last_day
{
    private static readonly DateOnly LastDay = new(2026, 12, 31);
    private static readonly DateTimeOffset Spring = Morning(2026, 3, 2);

    /// <summary>08:00 on the wall.</summary>
    private static DateTimeOffset Morning(int year, int month, int day) => Amsterdam.At(new DateOnly(year, month, day), new TimeOnly(8, 0));

    private static RunningRounds Rounds(params (DateOnly LastDay, bool IsFollowed)[] rounds) =>
        new([.. rounds.Select(round => new RunningRound(round.LastDay, round.IsFollowed))]);

    private static YearReminders After(YearReminders before, YearEvent e, RunningRounds rounds) =>
        YearRemindersDecider.Decide(before, e, rounds) is YearDecision.Accepted accepted ? accepted.Item : before;

    private static YearReminders Waiting(DateTimeOffset since, RunningRounds rounds) =>
        After(YearReminders.None, new YearEvent.RoundsChanged(since), rounds);

    /// <summary>Lets every moment come in its turn, and tells which mails went out when.</summary>
    private static List<(DateTimeOffset At, YearEffect Mail)> Live(YearReminders reminders, RunningRounds rounds)
    {
        List<(DateTimeOffset, YearEffect)> mails = [];
        while (reminders.Next is { } next)
        {
            var decision = YearRemindersDecider.Decide(reminders, new YearEvent.MomentCame(next), rounds).ShouldBeOfType<YearDecision.Accepted>();
            mails.AddRange(decision.Effects.Select(effect => (next, effect)));
            reminders = decision.Item;
        }
        return mails;
    }

    [Fact]
    public void Who_can_open_a_year_is_mailed_eight_four_and_one_week_before_for_all_Smederijen_at_once()
    {
        var rounds = Rounds((LastDay, false), (LastDay, true), (LastDay, false));
        Live(Waiting(Spring, rounds), rounds).ShouldBe(
        [
            (Morning(2026, 11, 5), new YearEffect.Remind(LastDay, 8)),
            (Morning(2026, 12, 3), new YearEffect.Remind(LastDay, 4)),
            (Morning(2026, 12, 24), new YearEffect.Remind(LastDay, 1)),
        ]);
    }

    [Fact]
    public void Every_last_day_has_its_own()
    {
        var rounds = Rounds((LastDay, false), (new(2026, 6, 30), false));
        Live(Waiting(Spring, rounds), rounds).Select(mail => ((YearEffect.Remind)mail.Mail).LastDay.Month).ShouldBe([6, 6, 6, 12, 12, 12]);
    }

    [Fact]
    public void A_moment_in_a_weekend_is_that_of_the_working_day_after_it()
    {
        var sunday = new DateOnly(2026, 11, 29);
        Waiting(Spring, Rounds((sunday, false))).Next.ShouldBe(Morning(2026, 10, 5));
    }

    [Fact]
    public void Nobody_is_mailed_where_a_round_follows()
    {
        var rounds = Rounds((LastDay, true));
        Live(Waiting(Spring, rounds), rounds).ShouldBeEmpty();
    }

    [Fact]
    public void What_was_agreed_on_and_taken_back_is_told_at_the_following_moment()
    {
        var followed = Waiting(Spring, Rounds((LastDay, true)));
        followed = After(followed, new YearEvent.MomentCame(Morning(2026, 11, 5)), Rounds((LastDay, true)));
        followed.Next.ShouldBe(Morning(2026, 12, 3));
        Live(followed, Rounds((LastDay, false))).Select(mail => ((YearEffect.Remind)mail.Mail).Weeks).ShouldBe([4, 1]);
    }

    [Fact]
    public void Who_comes_late_is_mailed_on_the_next_working_morning_and_once()
    {
        var rounds = Rounds((LastDay, false));
        var friday = Morning(2026, 11, 20).AddHours(5);
        Live(Waiting(friday, rounds), rounds).ShouldBe(
        [
            (Morning(2026, 11, 23), new YearEffect.Remind(LastDay, 8)),
            (Morning(2026, 12, 3), new YearEffect.Remind(LastDay, 4)),
            (Morning(2026, 12, 24), new YearEffect.Remind(LastDay, 1)),
        ]);
    }

    [Fact]
    public void A_clock_that_slept_sends_the_latest_one_only()
    {
        var rounds = Rounds((LastDay, false));
        var slept = YearRemindersDecider.Decide(Waiting(Spring, rounds), new YearEvent.MomentCame(Morning(2026, 12, 10)), rounds)
            .ShouldBeOfType<YearDecision.Accepted>();
        slept.Effects.ShouldBe([new YearEffect.Remind(LastDay, 4)]);
        slept.Item.Next.ShouldBe(Morning(2026, 12, 24));
        var after = YearRemindersDecider.Decide(Waiting(Spring, rounds), new YearEvent.MomentCame(Morning(2027, 1, 4)), rounds)
            .ShouldBeOfType<YearDecision.Accepted>();
        after.Effects.ShouldBeEmpty("after the last day the board tells");
        after.Item.Next.ShouldBeNull();
    }

    [Fact]
    public void The_moment_follows_the_rounds_and_what_is_due_is_not_put_off()
    {
        var waiting = Waiting(Spring, Rounds((LastDay, false)));
        YearRemindersDecider.Decide(waiting, new YearEvent.RoundsChanged(Spring.AddDays(1)), Rounds((LastDay, false)))
            .ShouldBeOfType<YearDecision.AlreadySo>();
        After(waiting, new YearEvent.RoundsChanged(Spring.AddDays(1)), Rounds((new(2026, 6, 30), false))).Next.ShouldBe(Morning(2026, 5, 6));
        YearRemindersDecider.Decide(waiting, new YearEvent.RoundsChanged(Morning(2026, 11, 5).AddHours(1)), Rounds((LastDay, false)))
            .ShouldBeOfType<YearDecision.AlreadySo>();
        After(waiting, new YearEvent.RoundsChanged(Spring.AddDays(1)), Rounds()).Next.ShouldBeNull();
        YearRemindersDecider.Decide(YearReminders.None, new YearEvent.RoundsChanged(Spring), Rounds()).ShouldBeOfType<YearDecision.AlreadySo>();
    }

    [Fact]
    public void The_same_moment_twice_mails_once()
    {
        var rounds = Rounds((LastDay, false));
        var moment = new YearEvent.MomentCame(Morning(2026, 11, 5));
        var told = After(Waiting(Spring, rounds), moment, rounds);
        YearRemindersDecider.Decide(told, moment, rounds).ShouldBeOfType<YearDecision.AlreadySo>();
    }

    /// <summary>The storage contract: a change here needs an upgrade of what is stored.</summary>
    [Fact]
    public void It_is_stored_as_it_was_approved()
    {
        YearEvent[] events = [new YearEvent.RoundsChanged(Spring), new YearEvent.MomentCame(Spring)];
        var reminders = new YearReminders(Spring, [new YearReminder(LastDay, 8)], 2);
        string[] lines =
        [
            .. events.Select(e => JsonSerializer.Serialize(e, YearRemindersJson.Default.YearEvent)),
            JsonSerializer.Serialize(new YearEffect.Remind(LastDay, 8), YearRemindersJson.Default.YearEffect),
            JsonSerializer.Serialize(reminders, YearRemindersJson.Default.YearReminders),
        ];
        Approved.MatchesFile(string.Join('\n', lines), "year-storage-contract.approved.txt");
        JsonSerializer.Deserialize(lines[^1], YearRemindersJson.Default.YearReminders).ShouldBe(reminders);
        foreach (var e in events)
            JsonSerializer.Deserialize(JsonSerializer.Serialize(e, YearRemindersJson.Default.YearEvent), YearRemindersJson.Default.YearEvent)
                .ShouldBe(e);
    }
}
