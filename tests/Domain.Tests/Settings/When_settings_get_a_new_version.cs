using System.Collections.Immutable;
using Smederijen.Domain.Calendar;
using Smederijen.Domain.Settings;

namespace Smederijen.Domain.Tests.Settings;

public sealed class When_settings_get_a_new_version
{
    private static readonly DateTimeOffset Now = new(2027, 1, 11, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly March = new(2027, 3, 1);

    [Fact]
    public void What_comes_with_the_program_counts_for_everything_before_it_too()
    {
        var filled = Filled();
        filled.At(DateTimeOffset.MinValue).ShouldNotBeNull().Number.ShouldBe(1);
        Effects(SettingsDecider.Empty("alteveer"), Fill(1, "a")).ShouldBe([new SettingsEffect.Begin(1)]);
        Decide(filled, Fill(1, "a")).ShouldBeOfType<SettingsDecision.AlreadySo>();
        After(filled, Fill(2, "b")).At(Now.AddTicks(-1)).ShouldNotBeNull().Number.ShouldBe(1);
        After(filled, Fill(2, "b")).At(Now).ShouldNotBeNull().Number.ShouldBe(2);
    }

    [Fact]
    public void A_draft_counts_from_the_instant_that_it_is_agreed_on()
    {
        var drafted = After(Filled(), Draft(Touches.None));
        drafted.At(Now.AddYears(1)).ShouldNotBeNull().Number.ShouldBe(1);
        var agreed = After(drafted, new SettingsEvent.Agreed(Now.AddHours(1), "fatima", drafted.Changes));
        agreed.At(Now.AddHours(1)).ShouldNotBeNull().ShouldSatisfyAllConditions(
            version => version.Number.ShouldBe(2), version => version.AgreedBy.ShouldBeNull(), version => version.HasBegun.ShouldBeTrue());
        agreed.Draft.ShouldBeNull();
    }

    [Fact]
    public void A_later_day_begins_at_midnight_and_asks_for_what_follows_from_it_once()
    {
        var drafted = After(Filled(), Draft(Touches.None, March));
        var agreed = new SettingsEvent.Agreed(Now, "fatima", drafted.Changes);
        Effects(drafted, agreed).ShouldBeEmpty();
        var waiting = After(drafted, agreed);
        var midnight = Amsterdam.StartOfDay(March);
        waiting.NextDue.ShouldBe(midnight);
        Decide(waiting, new SettingsEvent.MomentCame(midnight.AddTicks(-1))).ShouldBeOfType<SettingsDecision.AlreadySo>();
        Effects(waiting, new SettingsEvent.MomentCame(midnight)).ShouldBe([new SettingsEffect.Begin(2)]);
        After(waiting, new SettingsEvent.MomentCame(midnight)).NextDue.ShouldBeNull();
    }

    [Theory]
    [InlineData(Touches.Money)]
    [InlineData(Touches.Votes)]
    [InlineData(Touches.Roles | Touches.Votes)]
    public void Money_votes_and_roles_take_two_people(Touches touches)
    {
        var drafted = After(Filled(), Draft(touches));
        Refusal(drafted, new SettingsEvent.Agreed(Now, "fatima", drafted.Changes)).ShouldBe(SettingsRefusal.NeedsAnother);
        After(drafted, new SettingsEvent.Agreed(Now, "gijs", drafted.Changes)).Versions[^1].AgreedBy.ShouldBe("gijs");
    }

    [Fact]
    public void Who_changes_what_they_did_not_see_is_refused()
    {
        var drafted = After(Filled(), Draft(Touches.None));
        Refusal(drafted, Draft(Touches.None) with { Hash = "c" }).ShouldBe(SettingsRefusal.ChangedMeanwhile);
        Refusal(drafted, new SettingsEvent.Agreed(Now, "gijs", 1)).ShouldBe(SettingsRefusal.ChangedMeanwhile);
        Refusal(drafted, new SettingsEvent.Dropped(Now, "gijs", 1)).ShouldBe(SettingsRefusal.ChangedMeanwhile);
        After(drafted, new SettingsEvent.Dropped(Now, "gijs", drafted.Changes)).Draft.ShouldBeNull();
        Refusal(Filled(), new SettingsEvent.Agreed(Now, "gijs", 1)).ShouldBe(SettingsRefusal.NoDraft);
    }

    [Fact]
    public void Days_that_are_over_are_refused_also_when_they_passed_before_anybody_agreed()
    {
        Refusal(Filled(), Draft(Touches.None, new DateOnly(2027, 1, 11))).ShouldBe(SettingsRefusal.DayIsOver);
        var drafted = After(Filled(), Draft(Touches.None, March));
        Refusal(drafted, new SettingsEvent.Agreed(Amsterdam.StartOfDay(March), "gijs", drafted.Changes)).ShouldBe(SettingsRefusal.DayIsOver);
        Refusal(Filled(), Draft(Touches.None) with { Hash = "a" }).ShouldBe(SettingsRefusal.NothingChanges);
        Refusal(Filled(), Draft(Touches.None) with { Reason = " " }).ShouldBe(SettingsRefusal.ReasonMissing);
    }

    [Fact]
    public void What_waits_is_taken_back_by_two_people_where_two_had_agreed_and_another_change_can_come_then()
    {
        var waiting = Waiting(Touches.Money);
        Refusal(waiting, Back("gijs", waiting) with { Reason = " " }).ShouldBe(SettingsRefusal.ReasonMissing);
        var asked = After(waiting, Back("gijs", waiting));
        asked.NextDue.ShouldNotBeNull();
        Decide(asked, Back("gijs", asked)).ShouldBeOfType<SettingsDecision.AlreadySo>();
        Refusal(asked, Back("fatima", waiting)).ShouldBe(SettingsRefusal.ChangedMeanwhile);
        var back = After(asked, Back("fatima", asked) with { Reason = "" });
        back.Versions[^1].TakenBack.ShouldBe(new Retraction(Now, "gijs", "fatima", "Toch niet"));
        back.ShouldSatisfyAllConditions(
            settings => settings.NextDue.ShouldBeNull(), settings => settings.At(Amsterdam.StartOfDay(March)).ShouldNotBeNull().Number.ShouldBe(1),
            settings => settings.AskedBack.ShouldBeNull());
        var drafted = After(back, Draft(Touches.None) with { Seen = back.Changes, Hash = "c" });
        After(drafted, new SettingsEvent.Agreed(Now, "gijs", drafted.Changes)).Versions[^1].Number.ShouldBe(3);
        Refusal(back, Back("gijs", back)).ShouldBe(SettingsRefusal.NothingWaits);
    }

    [Fact]
    public void What_one_person_agreed_on_one_person_takes_back_but_not_once_it_counts_or_under_a_draft()
    {
        var waiting = Waiting(Touches.None, "fatima");
        After(waiting, Back("gijs", waiting)).NextDue.ShouldBeNull();
        Refusal(waiting, new SettingsEvent.TakenBack(Amsterdam.StartOfDay(March), "gijs", waiting.Changes, "Toch niet"))
            .ShouldBe(SettingsRefusal.NothingWaits);
        var drafted = After(waiting, Draft(Touches.None, March) with { Hash = "c", Seen = waiting.Changes });
        Refusal(drafted, Back("gijs", drafted)).ShouldBe(SettingsRefusal.DraftInTheWay);
    }

    [Fact]
    public void Who_wants_something_back_that_begins_meanwhile_wants_nothing_back_any_more()
    {
        var waiting = Waiting(Touches.Money);
        var asked = After(waiting, Back("gijs", waiting));
        After(asked, new SettingsEvent.MomentCame(Amsterdam.StartOfDay(March))).AskedBack.ShouldBeNull();
    }

    /// <summary>
    /// Whatever is drafted, dropped, agreed on or awaited: numbers and instants of what stands only rise, what a version says stays, and every
    /// instant for which something was agreed on keeps a version of its own, unless that was taken back.
    /// </summary>
    [Fact]
    public void What_stands_is_in_order_and_nothing_that_waits_is_lost()
    {
        var takenUp = 0;
        for (var seed = 0; seed < 300; seed++)
        {
            var (chance, settings, at) = (new Random(seed), Filled(), Now);
            for (var step = 0; step < 40; step++)
            {
                at = at.AddHours(chance.Next(1, 40));
                var (before, stood) = (settings.Versions, settings.Standing.ToList());
                SettingsEvent e = chance.Next(8) switch
                {
                    4 => new SettingsEvent.TakenBack(at, chance.Next(2) == 0 ? "gijs" : "fatima", settings.Changes, "Toch niet"),
                    0 => new SettingsEvent.MomentCame(at),
                    1 => new SettingsEvent.Dropped(at, "gijs", settings.Changes),
                    2 or 3 => Agreeing(settings, chance.Next(2) == 0 ? "gijs" : "fatima", at),
                    _ => new SettingsEvent.Drafted(
                        at, "fatima", settings.Changes, chance.Next(2) == 0 ? null : Amsterdam.DateOf(at).AddDays(chance.Next(-1, 60)), "Omdat",
                        (Touches)chance.Next(8), $"{chance.Next()}"),
                };
                settings = Decide(settings, e) is SettingsDecision.Accepted accepted ? accepted.Item : settings;
                settings.Versions.Select(version => version.Number).ShouldBe(Enumerable.Range(1, settings.Versions.Length));
                settings.Standing.Select(version => version.CountsFrom).ShouldBeInOrder();
                settings.Versions.Take(before.Length).Select(version => version with { HasBegun = true, TakenBack = null, TakenUpBy = null })
                    .ShouldBe(before.Select(version => version with { HasBegun = true, TakenBack = null, TakenUpBy = null }));
                settings.Versions.ShouldNotContain(version => (version.TakenBack != null || version.TakenUpBy != null) && version.HasBegun);
                if (e is not SettingsEvent.TakenBack)
                    stood.Select(version => version.CountsFrom).Except(settings.Standing.Select(version => version.CountsFrom)).Any().ShouldBeFalse();
            }
            settings.Versions.Where(version => version.TakenUpBy is not null).ShouldAllBe(gone => settings.Versions.Any(next =>
                next.Number == gone.TakenUpBy && next.Number > gone.Number && next.CountsFrom == gone.CountsFrom && next.Reason == gone.Reason));
            takenUp += settings.Versions.Count(version => version.TakenUpBy is not null);
        }
        takenUp.ShouldBeGreaterThan(100, "it is about them");
    }

    [Theory]
    [InlineData("2028", "2028", true)]
    [InlineData("2028", "2027", false)]
    [InlineData("", "2028", false)]
    public void A_stuurgroep_divides_from_its_first_year_on_and_never_without_one(string from, string period, bool divides) =>
        new Domain.Stuurgroep.StuurgroepSettings(1, [], 1, 50, 21, 7, from, Domain.Money.Euro.Zero).Divides(period).ShouldBe(divides);

    private static SettingsHistory Waiting(Touches touches, string by = "gijs")
    {
        var drafted = After(Filled(), Draft(touches, March));
        return After(drafted, new SettingsEvent.Agreed(Now, by, drafted.Changes));
    }

    /// <summary>Agrees on the draft, with the change put into all that counts later.</summary>
    private static SettingsEvent.Agreed Agreeing(SettingsHistory settings, string by, DateTimeOffset at) => new(at, by, settings.Changes)
    {
        Later =
        [
            .. settings.After(SettingsHistory.InstantOf(settings.Draft?.From, at))
                .Select(version => new NumberedHash(version.Number, $"{version.Hash}+{settings.Draft?.Hash}")),
        ],
    };

    private static SettingsEvent.TakenBack Back(string by, SettingsHistory settings) => new(Now, by, settings.Changes, "Toch niet");

    private static SettingsHistory Filled() => After(SettingsDecider.Empty("alteveer"), Fill(1, "a"));

    private static SettingsEvent.Filled Fill(int number, string hash) => new(Now, [new NumberedHash(number, hash)]);

    private static SettingsEvent.Drafted Draft(Touches touches, DateOnly? from = null) => new(Now, "fatima", 1, from, "Omdat", touches, "b");

    private static SettingsDecision Decide(SettingsHistory settings, SettingsEvent e) => SettingsDecider.Decide(settings, e);

    private static SettingsHistory After(SettingsHistory settings, SettingsEvent e) => Decide(settings,
        e).ShouldBeOfType<SettingsDecision.Accepted>().Item;

    private static ImmutableArray<SettingsEffect> Effects(SettingsHistory settings, SettingsEvent e) =>
        Decide(settings, e).ShouldBeOfType<SettingsDecision.Accepted>().Effects;

    private static SettingsRefusal Refusal(SettingsHistory settings, SettingsEvent e) =>
        Decide(settings, e).ShouldBeOfType<SettingsDecision.Refused>().Reason;
}
