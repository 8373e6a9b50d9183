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
}

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
}

/// <summary>What follows from a decision over a place. Storage contract: approved by a test.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "doe")]
[JsonDerivedType(typeof(PassOn), "draag-over")]
[JsonDerivedType(typeof(ForgetName), "vergeet-naam")]
public abstract record PlaceEffect : Effect
{
    private PlaceEffect() { }

    /// <summary>Lay the address where mail and history look for it and, when it is somebody else's, pass on what waits for the place.</summary>
    public sealed record PassOn(bool SomebodyElse) : PlaceEffect;

    /// <summary>Take away how the one was called who held the place until an instant.</summary>
    public sealed record ForgetName(DateTimeOffset Until) : PlaceEffect;
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
                Holders = place.Draft.SomebodyElse ? After(place.Holders, a.At)
                    // Who was there before places were kept here, and is reached in another way now.
                    : place.Holders.IsEmpty ? [new Holding(DateTimeOffset.MinValue, null)] : place.Holders,
            },
            [new PlaceEffect.PassOn(place.Draft.SomebodyElse)]),
        // Where nobody followed, somebody still holds the place.
        NameRemoved n when place.Holders.All(holding => holding.Since != n.Until) => new Refused(StillHeld),
        NameRemoved n => new Accepted(place with { Revision = place.Revision + 1 }, [new PlaceEffect.ForgetName(n.Until)]),
        _ => throw new ArgumentOutOfRangeException(nameof(e), e.GetType().Name, "The decider does not know this event."),
    };

    private static ImmutableArray<Holding> After(ImmutableArray<Holding> holders, DateTimeOffset at) =>
        [.. holders.Select(holding => holding.Until is null ? holding with { Until = at } : holding), new Holding(at, null)];

    private static Place Changed(Place place) => place with { Changes = place.Changes + 1, Revision = place.Revision + 1 };
}
