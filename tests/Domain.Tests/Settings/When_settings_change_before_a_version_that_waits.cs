using System.Collections.Immutable;
using Smederijen.Domain.Calendar;
using Smederijen.Domain.Settings;

namespace Smederijen.Domain.Tests.Settings;

public sealed class When_settings_change_before_a_version_that_waits
{
    private static readonly DateTimeOffset Now = new(2027, 1, 11, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly March = new(2027, 3, 1);
    private static readonly DateOnly May = new(2027, 5, 1);
    private static readonly DateTimeOffset FirstOfMarch = Amsterdam.StartOfDay(March);
    private static readonly DateTimeOffset FirstOfMay = Amsterdam.StartOfDay(May);

    [Fact]
    public void It_counts_at_once_and_what_waits_gets_it_too()
    {
        var waiting = Agreed(Filled(), "b", March);
        var after = Agreed(waiting, "c", null, (2, "b+c"));
        after.Standing.Select(version => (version.Number, version.Hash, version.CountsFrom)).ShouldBe(
            [(1, "a", DateTimeOffset.MinValue), (3, "c", Now), (4, "b+c", FirstOfMarch)]);
        after.At(Now).ShouldNotBeNull().Number.ShouldBe(3);
        after.At(FirstOfMarch).ShouldNotBeNull().Number.ShouldBe(4);
        after.Versions[1].ShouldBe(waiting.Versions[1] with { TakenUpBy = 4 });
        after.Versions[3].ShouldBe(waiting.Versions[1] with { Number = 4, Hash = "b+c" }, "who agreed on it, and why, stays");
        after.LastAgreed.ShouldNotBeNull().Number.ShouldBe(3);
    }

    [Fact]
    public void What_was_taken_up_never_begins_and_what_took_its_place_begins_once()
    {
        var drafted = Drafted(Agreed(Filled(), "b", March), "c", null);
        var agreed = Agreeing(drafted, (2, "b+c"));
        Effects(drafted, agreed).ShouldBe([new SettingsEffect.Begin(3)]);
        var after = After(drafted, agreed);
        after.NextDue.ShouldBe(FirstOfMarch);
        Effects(after, new SettingsEvent.MomentCame(FirstOfMarch)).ShouldBe([new SettingsEffect.Begin(4)]);
        After(after, new SettingsEvent.MomentCame(FirstOfMarch)).NextDue.ShouldBeNull();
    }

    [Fact]
    public void Of_two_that_wait_only_those_that_count_later_get_it()
    {
        var two = Agreed(Agreed(Filled(), "b", March), "c", May);
        Agreed(two, "d", null, (2, "b+d"), (3, "c+d")).Standing.Select(version => (version.Number, version.Hash)).ShouldBe(
            [(1, "a"), (4, "d"), (5, "b+d"), (6, "c+d")]);
        var between = Agreed(two, "d", new DateOnly(2027, 4, 1), (3, "c+d"));
        between.Standing.Select(version => (version.Number, version.Hash)).ShouldBe([(1, "a"), (2, "b"), (4, "d"), (5, "c+d")]);
        Agreed(between, "e", null, (2, "b+e"), (4, "d+e"), (5, "c+e")).Versions.Select(version => version.TakenUpBy).ShouldBe(
            [null, 7, 5, 8, 9, null, null, null, null]);
        Agreed(two, "d", March, (3, "c+d")).At(FirstOfMarch).ShouldNotBeNull().Hash.ShouldBe("d", "it comes after what begins on that day");
    }

    [Fact]
    public void It_is_refused_when_the_change_was_put_into_other_versions_than_those_that_wait()
    {
        var two = Agreed(Agreed(Filled(), "b", March), "c", May);
        var drafted = Drafted(two, "d", null);
        (int, string)[][] wrong =
        [
            [], [(2, "b+d")], [(3, "c+d")], [(3, "c+d"), (2, "b+d")], [(1, "a+d"), (2, "b+d"), (3, "c+d")], [(2, "b+d"), (3, "c+d"), (4, "x")],
            [(2, "b+d"), (2, "b+d")],
        ];
        foreach (var later in wrong)
            Refusal(drafted, Agreeing(drafted, later)).ShouldBe(SettingsRefusal.LaterOnesDiffer);
        var last = Drafted(two, "d", May);
        Refusal(last, Agreeing(last, (3, "c+d"))).ShouldBe(SettingsRefusal.LaterOnesDiffer);
        After(last, Agreeing(last)).Versions[^1].Number.ShouldBe(4);
    }

    [Fact]
    public void What_began_since_it_was_drafted_is_not_undone()
    {
        var drafted = Drafted(Agreed(Filled(), "b", March), "c", null);
        var begun = After(drafted, new SettingsEvent.MomentCame(FirstOfMarch));
        begun.IsOvertakenAt(FirstOfMarch).ShouldBeTrue();
        begun.UnderDraft.ShouldNotBeNull().Number.ShouldBe(1);
        Refusal(begun, AgreeingAt(FirstOfMarch, begun)).ShouldBe(SettingsRefusal.Overtaken);
        // Also in the moment in which nobody has yet seen that it begins.
        Refusal(drafted, AgreeingAt(FirstOfMarch, drafted)).ShouldBe(SettingsRefusal.Overtaken);
        var again = After(begun, new SettingsEvent.Drafted(FirstOfMarch, "fatima", begun.Changes, null, "Omdat", Touches.None, "c"));
        After(again, AgreeingAt(FirstOfMarch, again)).Last.ShouldNotBeNull().Hash.ShouldBe("c");
        var later = Drafted(Agreed(Filled(), "b", March), "c", May);
        After(later, AgreeingAt(FirstOfMarch, later)).Last.ShouldNotBeNull().CountsFrom.ShouldBe(FirstOfMay, "on its day nothing else counts");
    }

    [Fact]
    public void What_counts_on_its_day_already_changes_nothing()
    {
        var waiting = Agreed(Filled(), "b", March);
        Refusal(waiting, Draft("a", null) with { Seen = waiting.Changes }).ShouldBe(SettingsRefusal.NothingChanges);
        Refusal(waiting, Draft("b", March) with { Seen = waiting.Changes }).ShouldBe(SettingsRefusal.NothingChanges);
        Drafted(waiting, "a", March).Draft.ShouldNotBeNull("that is a way back");
    }

    [Fact]
    public void Before_the_first_version_there_is_nothing_to_change()
    {
        var begins = Agreed(SettingsDecider.Empty("alteveer"), "a", March);
        Refusal(begins, Draft("b", null) with { Seen = begins.Changes }).ShouldBe(SettingsRefusal.BeforeTheFirst);
        Drafted(begins, "b", March).Draft.ShouldNotBeNull();
    }

    [Fact]
    public void What_took_the_place_of_another_is_taken_back_as_that_was_and_the_change_stays()
    {
        var after = Agreed(Agreed(Filled(), "b", March), "c", null, (2, "b+c"));
        var asked = After(after, new SettingsEvent.TakenBack(Now, "fatima", after.Changes, "Toch niet"));
        asked.AskedBack.ShouldNotBeNull("two had agreed on it").Version.ShouldBe(4);
        var back = After(asked, new SettingsEvent.TakenBack(Now, "gijs", asked.Changes, ""));
        back.Standing.Select(version => version.Hash).ShouldBe(["a", "c"]);
        back.At(FirstOfMay).ShouldNotBeNull().Hash.ShouldBe("c");
    }

    [Fact]
    public void Who_wants_back_what_waits_still_wants_it_after_a_change_before_it()
    {
        var waiting = Agreed(Filled(), "b", March);
        var asked = After(waiting, new SettingsEvent.TakenBack(Now, "gijs", waiting.Changes, "Toch niet"));
        var after = Agreed(asked, "c", null, (2, "b+c"));
        after.AskedBack.ShouldBe(new AskedBack(4, Now, "gijs", "Toch niet"));
        After(after, new SettingsEvent.TakenBack(Now, "fatima", after.Changes, "")).Last.ShouldNotBeNull().Number.ShouldBe(3);
    }

    private static SettingsHistory Filled() =>
        After(SettingsDecider.Empty("alteveer"), new SettingsEvent.Filled(Now.AddDays(-1), [new NumberedHash(1, "a")]));

    private static SettingsHistory Agreed(SettingsHistory settings, string hash, DateOnly? from, params (int, string)[] later)
    {
        var drafted = Drafted(settings, hash, from);
        return After(drafted, Agreeing(drafted, later));
    }

    private static SettingsHistory Drafted(SettingsHistory settings, string hash, DateOnly? from) =>
        After(settings, Draft(hash, from) with { Seen = settings.Changes });

    private static SettingsEvent.Drafted Draft(string hash, DateOnly? from) => new(Now, "fatima", 1, from, "Omdat", Touches.Money, hash);

    private static SettingsEvent.Agreed Agreeing(SettingsHistory settings, params (int, string)[] later) => AgreeingAt(Now, settings, later);

    private static SettingsEvent.Agreed AgreeingAt(DateTimeOffset at, SettingsHistory settings, params (int Number, string Hash)[] later) =>
        new(at, "gijs", settings.Changes)
        {
            Later = later.Length == 0 ? null : [.. later.Select(one => new NumberedHash(one.Number, one.Hash))],
        };

    private static SettingsHistory After(SettingsHistory settings, SettingsEvent e) =>
        SettingsDecider.Decide(settings, e).ShouldBeOfType<SettingsDecision.Accepted>().Item;

    private static ImmutableArray<SettingsEffect> Effects(SettingsHistory settings, SettingsEvent e) =>
        SettingsDecider.Decide(settings, e).ShouldBeOfType<SettingsDecision.Accepted>().Effects;

    private static SettingsRefusal Refusal(SettingsHistory settings, SettingsEvent e) =>
        SettingsDecider.Decide(settings, e).ShouldBeOfType<SettingsDecision.Refused>().Reason;
}
