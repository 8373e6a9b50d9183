using System.Text.Json;
using Smederijen.Domain.Ideas;

namespace Smederijen.Domain.Tests.Ideas;

public sealed class When_decisions_of_a_meeting_are_entered
{
    private static readonly DateTimeOffset s_at = new(2026, 12, 4, 9, 0, 0, TimeSpan.Zero);

    private static readonly MeetingEvent s_proposed = new MeetingEvent.Proposed(
        s_at, "anna", new DateOnly(2026, 12, 3), ["lid1", "lid2"],
        [
            new MeetingDecision("idee1", 1, Advice.Suitable),
            new MeetingDecision("idee2", 2, Advice.MunicipalMatter, "Een gevaarlijk kruispunt", "verkeer"),
            new MeetingDecision("idee3", 1, Advice.NotSuitable, "Te duur"),
        ]);

    private static readonly MeetingEvent s_agreed = new MeetingEvent.Agreed(s_at, "bert");

    private static Meeting After(params MeetingEvent[] events) => events.Aggregate(
        Meeting.Empty("overleg1"), (meeting, e) => MeetingDecider.Decide(meeting, e).ShouldBeOfType<MeetingAnswer.Accepted>().Item);

    private static MeetingRefusal Refused(Meeting meeting, MeetingEvent e) =>
        MeetingDecider.Decide(meeting, e).ShouldBeOfType<MeetingAnswer.Refused>().Reason;

    private static MeetingEvent Told(string idea, Refusal? why = null) => new MeetingEvent.IdeaTold(s_at, idea, why);

    [Fact]
    public void Nothing_follows_until_another_agrees_and_then_one_step_for_each_idea()
    {
        MeetingDecider.Decide(Meeting.Empty("overleg1"), s_proposed).ShouldBeOfType<MeetingAnswer.Accepted>().Effects.ShouldBeEmpty();
        MeetingDecider.Decide(After(s_proposed), s_agreed).ShouldBeOfType<MeetingAnswer.Accepted>().Effects.ShouldBe(
            [new MeetingEffect.TellIdea("idee1"), new MeetingEffect.TellIdea("idee2"), new MeetingEffect.TellIdea("idee3")]);
        MeetingDecider.Decide(After(s_proposed, s_agreed), s_agreed).ShouldBe(MeetingAnswer.AlreadySo.Instance);
    }

    [Theory]
    [InlineData("anna")]
    [InlineData("ANNA")]
    public void Who_entered_it_answers_nothing_however_the_account_is_spelled(string same)
    {
        var waits = After(s_proposed);
        Refused(waits, new MeetingEvent.Agreed(s_at, same)).ShouldBe(MeetingRefusal.NeedsAnother);
        Refused(waits, new MeetingEvent.TurnedDown(s_at, same, "Toch niet")).ShouldBe(MeetingRefusal.NeedsAnother);
        Refused(waits, new MeetingEvent.Dropped(s_at, "bert")).ShouldBe(MeetingRefusal.NotYours);
        After(s_proposed, new MeetingEvent.Dropped(s_at, same)).Phase.ShouldBe(MeetingPhase.Dropped);
    }

    [Fact]
    public void A_refusal_needs_a_reason_and_is_the_end()
    {
        Refused(After(s_proposed), new MeetingEvent.TurnedDown(s_at, "bert", " ")).ShouldBe(MeetingRefusal.ReasonMissing);
        var refused = After(s_proposed, new MeetingEvent.TurnedDown(s_at, "bert", "Idee 3 klopt niet"));
        (refused.Phase, refused.Other, refused.Reason).ShouldBe((MeetingPhase.TurnedDown, "bert", "Idee 3 klopt niet"));
        refused.Find("idee3")!.Reason.ShouldBe("Te duur", "so that it can be entered anew");
        Refused(refused, s_agreed).ShouldBe(MeetingRefusal.IsOver);
    }

    [Fact]
    public void After_it_is_agreed_on_nobody_stops_it_halfway()
    {
        var agreed = After(s_proposed, s_agreed, Told("idee1"));
        Refused(agreed, new MeetingEvent.Dropped(s_at, "anna")).ShouldBe(MeetingRefusal.IsOver);
        Refused(agreed, new MeetingEvent.TurnedDown(s_at, "cor", "Wacht")).ShouldBe(MeetingRefusal.IsOver);
        (agreed.Until, agreed.Phase).ShouldBe((null, MeetingPhase.Agreed));
        MeetingDecider.Decide(agreed, Told("idee1", Refusal.StepIsOver)).ShouldBe(MeetingAnswer.AlreadySo.Instance, "the first answer counts");
        MeetingDecider.Decide(agreed, Told("idee9")).ShouldBe(MeetingAnswer.AlreadySo.Instance);
    }

    [Fact]
    public void What_was_taken_over_goes_away_here_and_the_rest_stays_for_a_month()
    {
        var done = After(s_proposed, s_agreed, Told("idee1"), Told("idee2"), Told("idee3", Refusal.IdeaHasEnded));
        done.Phase.ShouldBe(MeetingPhase.Done);
        done.Decisions.Select(decision => (decision.Reason, decision.Why)).ShouldBe([(null, null), (null, null), ("Te duur", Refusal.IdeaHasEnded)]);
        var later = MeetingDecider.Decide(done, new MeetingEvent.MomentCame(done.Until!.Value)).ShouldBeOfType<MeetingAnswer.Accepted>().Item;
        (later.Phase, later.Find("idee3")!.Reason, later.Until).ShouldBe((MeetingPhase.Done, null, null));
        After(s_proposed, s_agreed, Told("idee1"), Told("idee2"), Told("idee3")).Until.ShouldBeNull();
    }

    [Fact]
    public void What_nobody_answers_lapses_after_thirty_days_without_its_texts()
    {
        var waits = After(s_proposed);
        waits.Until.ShouldBe(Calendar(31));
        MeetingDecider.Decide(waits, new MeetingEvent.MomentCame(Calendar(31).AddSeconds(-1))).ShouldBe(MeetingAnswer.AlreadySo.Instance);
        var lapsed = After(s_proposed, new MeetingEvent.MomentCame(Calendar(31)));
        (lapsed.Phase, lapsed.Until).ShouldBe((MeetingPhase.Lapsed, null));
        lapsed.Decisions.ShouldAllBe(decision => decision.Reason == null);
        Refused(lapsed, s_agreed).ShouldBe(MeetingRefusal.IsOver);
    }

    /// <summary>Midnight in Amsterdam so many days later, in winter.</summary>
    private static DateTimeOffset Calendar(int days) => new DateTimeOffset(2026, 12, 4, 0, 0, 0, TimeSpan.Zero).AddDays(days).AddHours(-1);

    /// <summary>The storage contract: a change here needs an upgrade of what is stored.</summary>
    [Fact]
    public void It_is_stored_as_it_was_approved()
    {
        MeetingEvent[] events =
        [
            s_proposed, s_agreed, new MeetingEvent.Dropped(s_at, "anna"), new MeetingEvent.TurnedDown(s_at, "bert", "Idee 3 klopt niet"), Told("idee1"),
            Told("idee3", Refusal.IdeaHasEnded), new MeetingEvent.MomentCame(s_at),
        ];
        Meeting[] items =
        [
            After(s_proposed), After(s_proposed, events[3]), After(s_proposed, s_agreed, Told("idee1"), Told("idee2"), Told("idee3", Refusal.IdeaHasEnded)),
        ];
        string[] lines =
        [
            .. events.Select(e => JsonSerializer.Serialize(e, MeetingJson.Default.MeetingEvent)),
            JsonSerializer.Serialize(new MeetingEffect.TellIdea("idee1"), MeetingJson.Default.MeetingEffect),
            .. items.Select(item => JsonSerializer.Serialize(item, MeetingJson.Default.Meeting)),
        ];
        Approved.MatchesFile(string.Join('\n', lines), "meeting-storage-contract.approved.txt");
        foreach (var line in items.Select(item => JsonSerializer.Serialize(item, MeetingJson.Default.Meeting)))
            JsonSerializer.Serialize(JsonSerializer.Deserialize(line, MeetingJson.Default.Meeting)!, MeetingJson.Default.Meeting).ShouldBe(line);
    }
}
