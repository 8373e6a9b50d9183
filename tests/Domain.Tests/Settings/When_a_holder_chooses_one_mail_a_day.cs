using System.Text.Json;
using Smederijen.Domain.Settings;

namespace Smederijen.Domain.Tests.Settings;

public sealed class When_a_holder_chooses_one_mail_a_day
{
    /// <summary>A Monday, 10:00 on the wall.</summary>
    private static readonly DateTimeOffset At = new(2027, 1, 11, 9, 0, 0, TimeSpan.Zero);

    private static readonly DateTimeOffset Tuesday = new(2027, 1, 12, 7, 0, 0, TimeSpan.Zero);

    private static Place Nobody => PlaceDecider.Empty("alteveer_wijkagent");

    private static Place After(Place place, params PlaceEvent[] events) => events.Aggregate(
        place, (before, e) => PlaceDecider.Decide(before, e) is PlaceDecision.Accepted accepted ? accepted.Item : before);

    private static PlaceEvent Daily(DateTimeOffset? since = null) => new PlaceEvent.MailChosen(At, since, Daily: true);

    private static PlaceDecision.Accepted Accepted(Place place, PlaceEvent e) =>
        PlaceDecider.Decide(place, e).ShouldBeOfType<PlaceDecision.Accepted>();

    [Fact]
    public void The_first_goes_out_on_the_coming_working_morning_and_each_once()
    {
        var chosen = After(Nobody, Daily());
        chosen.Daily.ShouldBe(new DailyMail(Tuesday));
        PlaceDecider.Decide(chosen, new PlaceEvent.MomentCame(Tuesday.AddTicks(-1))).ShouldBeOfType<PlaceDecision.AlreadySo>();
        var sent = Accepted(chosen, new PlaceEvent.MomentCame(Tuesday));
        sent.Effects.ShouldBe([new PlaceEffect.SendWaiting(Tuesday, null)]);
        sent.Logged.ShouldBeFalse();
        sent.Item.Revision.ShouldBe(chosen.Revision, "what is not logged counts as no line");
        sent.Item.Daily.ShouldBe(new DailyMail(Tuesday.AddDays(1), Tuesday));
        PlaceDecider.Decide(sent.Item, new PlaceEvent.MomentCame(Tuesday)).ShouldBeOfType<PlaceDecision.AlreadySo>();
    }

    [Fact]
    public void A_clock_that_slept_for_a_week_sends_one()
    {
        var woken = Accepted(After(Nobody, Daily()), new PlaceEvent.MomentCame(Tuesday.AddDays(7).AddHours(3)));
        woken.Effects.ShouldHaveSingleItem();
        woken.Item.Daily.ShouldBe(new DailyMail(Tuesday.AddDays(8), Tuesday));
    }

    [Fact]
    public void Who_leaves_it_hears_at_once_what_gathered()
    {
        var left = Accepted(After(Nobody, Daily()), new PlaceEvent.MailChosen(At.AddHours(1), null, Daily: false));
        left.Item.Daily.ShouldBeNull();
        left.Effects.ShouldBe([new PlaceEffect.SendWaiting(At.AddHours(1), null, IsLast: true)]);
    }

    [Fact]
    public void The_same_choice_twice_changes_nothing()
    {
        PlaceDecider.Decide(After(Nobody, Daily()), Daily()).ShouldBeOfType<PlaceDecision.AlreadySo>();
        PlaceDecider.Decide(Nobody, new PlaceEvent.MailChosen(At, null, Daily: false)).ShouldBeOfType<PlaceDecision.AlreadySo>();
        PlaceDecider.Decide(Nobody, new PlaceEvent.MomentCame(At)).ShouldBeOfType<PlaceDecision.AlreadySo>();
    }

    [Fact]
    public void A_successor_does_not_inherit_it_and_nobody_chooses_for_them()
    {
        var chosen = After(Nobody, Daily());
        PlaceEvent[] passedOn = [new PlaceEvent.Proposed(At, "fatima", 0, SomebodyElse: true, NeedsTwo: false), new PlaceEvent.Agreed(At, "gijs", 1)];
        var taken = After(chosen, passedOn);
        taken.Daily.ShouldBeNull();
        taken.HeldSince.ShouldBe(At);
        PlaceDecider.Decide(taken, Daily()).ShouldBe(new PlaceDecision.Refused(SettingsRefusal.PassedOn));
        After(taken, Daily(At)).Daily.ShouldNotBeNull();
    }

    [Fact]
    public void It_stays_when_the_same_person_is_reached_in_another_way_and_it_is_in_nobodys_way()
    {
        var draft = new PlaceEvent.Proposed(At, "fatima", 0, SomebodyElse: false, NeedsTwo: false);
        After(Nobody, draft, Daily(), new PlaceEvent.Agreed(At, "fatima", 1)).ShouldSatisfyAllConditions(
            place => place.Daily.ShouldNotBeNull(), place => place.Draft.ShouldBeNull("whoever agrees saw all that changed of the place"));
    }

    /// <summary>The storage contract: a change here needs an upgrade of what is stored.</summary>
    [Fact]
    public void It_is_stored_as_it_was_approved()
    {
        var place = new Place("alteveer_wijkagent", [new Holding(At, null)], new PlaceDraft(At, "fatima", true, true), 3, 4);
        PlaceEvent[] events =
        [
            new PlaceEvent.Proposed(At, "fatima", 1, SomebodyElse: true, NeedsTwo: true), new PlaceEvent.Dropped(At, "gijs", 2),
            new PlaceEvent.Agreed(At, "gijs", 2), new PlaceEvent.NameRemoved(At, "fatima", At), new PlaceEvent.MailChosen(At, At, Daily: true),
            new PlaceEvent.MomentCame(At),
        ];
        PlaceEffect[] effects =
            [new PlaceEffect.PassOn(true), new PlaceEffect.ForgetName(At), new PlaceEffect.SendWaiting(Tuesday, At, IsLast: true)];
        string[] lines =
        [
            .. events.Select(e => JsonSerializer.Serialize(e, PlaceJson.Default.PlaceEvent)),
            .. effects.Select(e => JsonSerializer.Serialize(e, PlaceJson.Default.PlaceEffect)),
            JsonSerializer.Serialize(place, PlaceJson.Default.Place),
            JsonSerializer.Serialize(place with { Daily = new DailyMail(Tuesday.AddDays(1), Tuesday) }, PlaceJson.Default.Place),
        ];
        Approved.MatchesFile(string.Join('\n', lines), "place-storage-contract.approved.txt");
        foreach (var e in events)
            JsonSerializer.Deserialize(JsonSerializer.Serialize(e, PlaceJson.Default.PlaceEvent), PlaceJson.Default.PlaceEvent).ShouldBe(e);
    }

    [Fact]
    public void A_place_that_was_stored_before_there_was_a_choice_reads()
    {
        const string Stored = """{"id":"alteveer_wijkagent","holders":[{"since":"2027-01-11T09:00:00+00:00"}],"changes":2,"revision":2}""";
        var place = JsonSerializer.Deserialize(Stored, PlaceJson.Default.Place).ShouldNotBeNull();
        (place.Daily, place.HeldSince).ShouldBe((null, At));
        After(place, Daily(At)).Daily.ShouldNotBeNull();
    }
}
