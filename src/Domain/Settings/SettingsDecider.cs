using static Smederijen.Domain.Decision<
    Smederijen.Domain.Settings.SettingsHistory, Smederijen.Domain.Settings.SettingsEffect, Smederijen.Domain.Settings.SettingsRefusal>;
using static Smederijen.Domain.Settings.SettingsEvent;
using static Smederijen.Domain.Settings.SettingsHistory;
using static Smederijen.Domain.Settings.SettingsRefusal;

namespace Smederijen.Domain.Settings;

/// <summary>
/// The whole judgement over a change of settings. A change is drafted, agreed on and counts from an instant on; what a version says stays, so
/// going back is a new version too. A change that counts before versions that wait is put into them: each gets one in its place.
/// </summary>
public static class SettingsDecider
{
    /// <summary>Settings that nobody filled in yet.</summary>
    public static SettingsHistory Empty(string id) => new(id, [], null, Changes: 0, Revision: 0);

    public static SettingsDecision Decide(SettingsHistory settings, SettingsEvent e) => e switch
    {
        Filled filled => Fill(settings, filled),
        Drafted drafted => Draft(settings, drafted),
        Dropped { Seen: var seen } => settings.Draft is null ? AlreadySo.Instance
            : seen != settings.Changes ? new Refused(ChangedMeanwhile)
            : new Accepted(Changed(settings) with { Draft = null }, []),
        Agreed agreed => Agree(settings, agreed),
        TakenBack back => TakeBack(settings, back),
        LeftOut left when string.IsNullOrWhiteSpace(left.Reason) => new Refused(ReasonMissing),
        LeftOut left when settings.LeftOut is { } before && before.Period == left.Period && before.Reason == left.Reason => AlreadySo.Instance,
        LeftOut left => new Accepted(
            settings with { LeftOut = new YearLeftOut(left.Period, left.Reason, left.By, left.At), Revision = settings.Revision + 1 }, []),
        MomentCame when settings.NextDue is not { } due || e.At < due => AlreadySo.Instance,
        MomentCame => Begin(settings with { Revision = settings.Revision + 1 }, e.At),
        _ => throw new ArgumentOutOfRangeException(nameof(e), e.GetType().Name, "The decider does not know this event."),
    };

    private static SettingsDecision Fill(SettingsHistory settings, Filled e)
    {
        var last = settings.Versions is [.., var latest] ? latest.Number : int.MinValue;
        ImmutableArray<SettingsVersion> added =
        [
            // What came first counts for everything before it too: nobody was there to say from when.
            .. e.Documents.Where(document => document.Number > last).OrderBy(document => document.Number).Select(document => new SettingsVersion(
                document.Number, settings.Versions.IsEmpty ? DateTimeOffset.MinValue : e.At, document.Hash, e.At, "", null, "", HasBegun: false)),
        ];
        return added.IsEmpty ? AlreadySo.Instance : Begin(Changed(settings) with { Versions = settings.Versions.AddRange(added) }, e.At);
    }

    private static SettingsDecision Draft(SettingsHistory settings, Drafted e) => true switch
    {
        _ when e.Seen != settings.Changes => new Refused(ChangedMeanwhile),
        _ when string.IsNullOrWhiteSpace(e.Reason) => new Refused(ReasonMissing),
        _ when settings.At(InstantOf(e.From, e.At))?.Hash == e.Hash => new Refused(NothingChanges),
        _ when WhatIsWrongWith(settings, e.From, e.At) is { } wrong => new Refused(wrong),
        _ => new Accepted(
            Changed(settings) with { Draft = new SettingsDraft(e.At, e.By, e.From, e.Reason, e.Touches, e.Hash) }, []),
    };

    private static SettingsDecision Agree(SettingsHistory settings, Agreed e)
    {
        if (settings.Draft is not { } draft)
            return new Refused(NoDraft);
        if (e.Seen != settings.Changes)
            return new Refused(ChangedMeanwhile);
        if (draft.Touches != Touches.None && e.By == draft.By)
            return new Refused(NeedsAnother);
        if (WhatIsWrongWith(settings, draft.From, e.At) is { } wrong)
            return new Refused(wrong);
        if (settings.IsOvertakenAt(e.At))
            return new Refused(Overtaken);
        var (instant, changed) = (InstantOf(draft.From, e.At), e.Later ?? []);
        if (!settings.After(instant).Select(version => version.Number).SequenceEqual(changed.Select(version => version.Number)))
            return new Refused(LaterOnesDiffer);
        var version = new SettingsVersion(
            settings.NextNumber, instant, draft.Hash, e.At, draft.By, e.By == draft.By ? null : e.By, draft.Reason, HasBegun: false);
        return Begin(TakeUp(Changed(settings) with { Draft = null, Versions = settings.Versions.Add(version) }, changed), e.At);
    }

    /// <summary>Puts a change into versions that count after it: each gets one in its place, with the same instant and the same people.</summary>
    private static SettingsHistory TakeUp(SettingsHistory settings, ImmutableArray<NumberedHash> changed)
    {
        foreach (var (number, hash) in changed)
        {
            var (was, next) = (settings.Versions.Single(version => version.Number == number), settings.NextNumber);
            settings = settings with
            {
                AskedBack = settings.AskedBack?.Version == number ? settings.AskedBack with { Version = next } : settings.AskedBack,
                Versions = settings.Versions.Replace(was, was with { TakenUpBy = next }).Add(was with { Number = next, Hash = hash }),
            };
        }
        return settings;
    }

    private static SettingsDecision TakeBack(SettingsHistory settings, TakenBack e)
    {
        if (settings.WaitingAt(e.At) is not { } waiting)
            return new Refused(NothingWaits);
        var asked = settings.AskedBack is { } before && before.Version == waiting.Number ? before : null;
        if (asked?.By == e.By)
            return AlreadySo.Instance;
        if (e.Seen != settings.Changes)
            return new Refused(ChangedMeanwhile);
        if (settings.Draft is not null)
            return new Refused(DraftInTheWay);
        if (asked is null && string.IsNullOrWhiteSpace(e.Reason))
            return new Refused(ReasonMissing);
        if (asked is null && waiting.AgreedBy is not null)
            return new Accepted(Changed(settings) with { AskedBack = new AskedBack(waiting.Number, e.At, e.By, e.Reason) }, []);
        var back = new Retraction(e.At, asked?.By ?? e.By, asked is null ? null : e.By, asked?.Reason ?? e.Reason);
        return new Accepted(
            Changed(settings) with
            {
                AskedBack = null,
                Versions = [.. settings.Versions.Select(version => version == waiting ? version with { TakenBack = back } : version)],
            },
            []);
    }

    private static SettingsRefusal? WhatIsWrongWith(SettingsHistory settings, DateOnly? from, DateTimeOffset now) =>
        from is { } day && Amsterdam.StartOfDay(day) <= now ? DayIsOver
        : settings.Last is not null && settings.At(InstantOf(from, now)) is null ? BeforeTheFirst
        : null;

    /// <summary>Asks for what follows from the versions that count by now.</summary>
    private static SettingsDecision Begin(SettingsHistory settings, DateTimeOffset now)
    {
        var begun = settings.Standing.Where(version => !version.HasBegun && version.CountsFrom <= now).ToList();
        return new Accepted(
            settings with
            {
                AskedBack = begun.Exists(version => version.Number == settings.AskedBack?.Version) ? null : settings.AskedBack,
                Versions = [.. settings.Versions.Select(version => begun.Contains(version) ? version with { HasBegun = true } : version)],
            },
            [.. begun.Select(version => (SettingsEffect)new SettingsEffect.Begin(version.Number))]);
    }

    private static SettingsHistory Changed(SettingsHistory settings) =>
        settings with { Changes = settings.Changes + 1, Revision = settings.Revision + 1 };
}
