using static Smederijen.Domain.Decision<
    Smederijen.Domain.Settings.Place, Smederijen.Domain.Settings.PlaceEffect, Smederijen.Domain.Settings.SettingsRefusal>;
using static Smederijen.Domain.Settings.PlaceEvent;
using static Smederijen.Domain.Settings.SettingsRefusal;

namespace Smederijen.Domain.Settings;

/// <summary>
/// A place in a wijkteam, a seat of the stuurgroep or a task of the staff, and since when somebody holds it. Who that is lies beside it, so that a
/// name can be taken away; logs keep the place and the moment, and these tell who it was.
/// </summary>
/// <param name="Holders">In order; only the last can be without an end.</param>
/// <param name="Draft">Who shall hold it, or how they shall be reached; null when nobody wants to change that.</param>
/// <param name="Changes">How often holders or the draft changed: who acts says which of these they saw.</param>
public sealed record Place(string Id, ImmutableArray<Holding> Holders, PlaceDraft? Draft, int Changes, int Revision)
{
    [JsonIgnore]
    public SettingsPhase Phase => Draft is null ? SettingsPhase.Settled : SettingsPhase.Drafted;

    /// <summary>Who holds the place gets one mail a day about all that waits; null for a mail about each. The next holder chooses anew.</summary>
    public DailyMail? Daily { get; init; }

    /// <summary>Since when the present holder holds it; null for who was there from the beginning, and while nobody was ever noted.</summary>
    [JsonIgnore]
    public DateTimeOffset? HeldSince =>
        Holders is [.., { Until: null, Since: var since }] && since != DateTimeOffset.MinValue ? since : null;
}

/// <summary>That somebody chose one mail a day.</summary>
/// <param name="Next">When the following one goes out.</param>
/// <param name="Latest">The moment of the one before; null before the first.</param>
public sealed record DailyMail(DateTimeOffset Next, DateTimeOffset? Latest = null);

/// <summary>Somebody held a place from an instant until another.</summary>
public sealed record Holding(DateTimeOffset Since, DateTimeOffset? Until);

/// <param name="SomebodyElse">Another person takes the place; otherwise the same one is reached in another way.</param>
/// <param name="NeedsTwo">A second person has to agree.</param>
public sealed record PlaceDraft(DateTimeOffset At, string By, bool SomebodyElse, bool NeedsTwo);

/// <summary>Something that happened to a place. Storage contract: approved by a test.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "wat")]
[JsonDerivedType(typeof(Proposed), "voorgesteld")]
[JsonDerivedType(typeof(Dropped), "weggedaan")]
[JsonDerivedType(typeof(Agreed), "vastgesteld")]
[JsonDerivedType(typeof(NameRemoved), "naam-weggehaald")]
[JsonDerivedType(typeof(MailChosen), "mail-gekozen")]
[JsonDerivedType(typeof(MomentCame), "moment-gekomen")]
public abstract record PlaceEvent
{
    private PlaceEvent(DateTimeOffset at) => At = at;

    public DateTimeOffset At { get; }

    /// <param name="Seen">The <see cref="Place.Changes"/> that the one who proposes looked at.</param>
    public sealed record Proposed(DateTimeOffset At, string By, int Seen, bool SomebodyElse, bool NeedsTwo) : PlaceEvent(At);
    public sealed record Dropped(DateTimeOffset At, string By, int Seen) : PlaceEvent(At);
    public sealed record Agreed(DateTimeOffset At, string By, int Seen) : PlaceEvent(At);

    /// <param name="Until">When the one whose name is taken away was followed up.</param>
    public sealed record NameRemoved(DateTimeOffset At, string By, DateTimeOffset Until) : PlaceEvent(At);

    /// <param name="Since">Since when the one who chooses holds the place: nobody chooses for a successor.</param>
    /// <param name="Daily">One mail a day; otherwise a mail about each.</param>
    public sealed record MailChosen(DateTimeOffset At, DateTimeOffset? Since, bool Daily) : PlaceEvent(At);
    public sealed record MomentCame(DateTimeOffset At) : PlaceEvent(At);
}

/// <summary>What follows from a decision over a place. Storage contract: approved by a test.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "doe")]
[JsonDerivedType(typeof(PassOn), "draag-over")]
[JsonDerivedType(typeof(ForgetName), "vergeet-naam")]
[JsonDerivedType(typeof(SendWaiting), "stuur-wat-wacht")]
public abstract record PlaceEffect : Effect
{
    private PlaceEffect() { }

    /// <summary>Lay the address where mail and history look for it and, when it is somebody else's, pass on what waits for the place.</summary>
    public sealed record PassOn(bool SomebodyElse) : PlaceEffect;

    /// <summary>Take away how the one was called who held the place until an instant.</summary>
    public sealed record ForgetName(DateTimeOffset Until) : PlaceEffect;

    /// <summary>Mail who holds the place all that waits.</summary>
    /// <param name="Moment">The moment that it belongs to: a mail that is late falls away when the following one is there.</param>
    /// <param name="Since">Since when the one whom it is for holds the place.</param>
    /// <param name="IsLast">From now on each gets a mail of its own; this one tells what gathered until then.</param>
    public sealed record SendWaiting(DateTimeOffset Moment, DateTimeOffset? Since, bool IsLast = false) : PlaceEffect;
}

/// <summary>The whole judgement over a place.</summary>
public static class PlaceDecider
{
    /// <summary>A place that nobody filled in here yet.</summary>
    public static Place Empty(string id) => new(id, [], null, Changes: 0, Revision: 0);

    public static PlaceDecision Decide(Place place, PlaceEvent e) => e switch
    {
        Proposed p when p.Seen != place.Changes => new Refused(ChangedMeanwhile),
        Proposed p => new Accepted(Changed(place) with { Draft = new PlaceDraft(p.At, p.By, p.SomebodyElse, p.NeedsTwo) }, []),
        Dropped when place.Draft is null => AlreadySo.Instance,
        Dropped d when d.Seen != place.Changes => new Refused(ChangedMeanwhile),
        Dropped => new Accepted(Changed(place) with { Draft = null }, []),
        Agreed when place.Draft is null => new Refused(NoDraft),
        Agreed a when a.Seen != place.Changes => new Refused(ChangedMeanwhile),
        Agreed a when place.Draft.NeedsTwo && a.By == place.Draft.By => new Refused(NeedsAnother),
        Agreed a => new Accepted(
            Changed(place) with
            {
                Draft = null,
                Daily = place.Draft.SomebodyElse ? null : place.Daily,
                Holders = place.Draft.SomebodyElse ? After(place.Holders, a.At)
                    // Who was there before places were kept here, and is reached in another way now.
                    : place.Holders.IsEmpty ? [new Holding(DateTimeOffset.MinValue, null)] : place.Holders,
            },
            [new PlaceEffect.PassOn(place.Draft.SomebodyElse)]),
        // Where nobody followed, somebody still holds the place.
        NameRemoved n when place.Holders.All(holding => holding.Since != n.Until) => new Refused(StillHeld),
        NameRemoved n => new Accepted(place with { Revision = place.Revision + 1 }, [new PlaceEffect.ForgetName(n.Until)]),
        MailChosen m when m.Since != place.HeldSince => new Refused(PassedOn),
        MailChosen m when m.Daily == place.Daily is not null => AlreadySo.Instance,
        MailChosen m => ChooseMail(place, m),
        MomentCame m when place.Daily is not { } daily || m.At < daily.Next => AlreadySo.Instance,
        // Every working day one, however long nobody looked; not worth a line of history.
        MomentCame m => new Accepted(
            place with { Daily = new(Mornings.After(m.At), place.Daily.Next) },
            [new PlaceEffect.SendWaiting(place.Daily.Next, place.HeldSince)], [], Logged: false),
        _ => throw new ArgumentOutOfRangeException(nameof(e), e.GetType().Name, "The decider does not know this event."),
    };

    /// <summary>Whoever leaves the daily mail hears at once what gathered since the last one.</summary>
    private static Accepted ChooseMail(Place place, MailChosen m) => m.Daily
        ? new(place with { Daily = new(Mornings.After(m.At)), Revision = place.Revision + 1 }, [])
        : new(
            place with { Daily = null, Revision = place.Revision + 1 },
            [new PlaceEffect.SendWaiting(m.At, place.HeldSince, IsLast: true)]);

    private static ImmutableArray<Holding> After(ImmutableArray<Holding> holders, DateTimeOffset at) =>
        [.. holders.Select(holding => holding.Until is null ? holding with { Until = at } : holding), new Holding(at, null)];

    private static Place Changed(Place place) => place with { Changes = place.Changes + 1, Revision = place.Revision + 1 };
}
