using System.Text.Json.Serialization.Metadata;

namespace Smederijen.Portal.Governing;

/// <summary>Places, as the pipeline knows them.</summary>
public static class PlaceKind
{
    public static KindFacts Facts { get; } = new()
    {
        Prefix = "plek-",
        Name = "plek",
        Effects = new(PlaceJson.Default.PlaceEffect, Under: "plek"),
        Starts = ["plek|"],
        Holds = Holds,
    };

    public static IReadOnlyList<Deed> Deeds { get; } =
    [
        Deed.Of<PlaceSuccession, PlaceEffect.PassOn>((succession, key, pass, cancellation) =>
            succession.PassOn(PlaceKey.Of(key), pass.SomebodyElse, cancellation)),
        Deed.Of<PlaceSuccession, PlaceEffect.ForgetName>((succession, key, forget, cancellation) =>
            succession.ForgetName(PlaceKey.Of(key), forget.Until, cancellation)),
        Deed.Mail<DailyMails, PlaceEffect.SendWaiting>((mails, key, send, forPaper, cancellation) =>
            mails.Write(PlaceKey.Of(key), send, forPaper, cancellation)),
    ];

    public static Kind<Place, PlaceEvent, PlaceEffect, SettingsRefusal, Nothing> Kind { get; } = new()
    {
        Facts = Facts,
        Row = PlaceRows.Default.StoredPlace,
        Event = PlaceJson.Default.PlaceEvent,
        Phase = place => place.Phase,
        Revision = place => place.Revision,
        Due = place => place.Daily?.Next,
        At = e => e.At,
        TimePassed = at => new PlaceEvent.MomentCame(at),
        Know = (_, _, _, _) => default,
        Decide = (place, e, _) => PlaceDecider.Decide(place, e),
        Lists = (_, _, _) => new([]),
    };

    /// <summary>Who holds the place, as they were filled in last.</summary>
    public static string Card(PlaceKey place) => $"plek|{place.Id}|kaart";

    /// <summary>Who shall hold it, as long as that is not agreed on.</summary>
    public static string DraftCard(PlaceKey place) => $"plek|{place.Id}|concept";

    /// <summary>Who was proposed, by place; null where that cannot be read.</summary>
    public static async Task<IReadOnlyDictionary<PlaceKey, Contact?>> Drafts(IEntityStore store, CancellationToken cancellation)
    {
        Dictionary<PlaceKey, Contact?> drafts = [];
        await foreach (var row in store.All(Partitions.Settings, RowRange.Prefix("plek|"), cancellation))
            if (row.Row.Split('|') is ["plek", var id, "concept"] && PlaceKey.Parse(id) is { } place)
                drafts[place] = row.TryRead(SettingsJson.Default.Contact);
        return drafts;
    }

    /// <summary>Proposes somebody for a place, or another way to reach who holds it.</summary>
    public static Task<Outcome<SettingsRefusal>> Propose(
        this PlaceItems items, PlaceKey place, Contact card, CommandId command, string by, int seen, bool somebodyElse, bool needsTwo,
        CancellationToken cancellation) => items.HandleOrBegin(
            place, command, PlaceDecider.Empty(place.Id), at => new PlaceEvent.Proposed(at, by, seen, somebodyElse, needsTwo),
            [new Write.Put(DraftCard(place), Rows.Write(card, SettingsJson.Default.Contact))], cancellation);

    public static Task<Outcome<SettingsRefusal>> Drop(
        this PlaceItems items, PlaceKey place, CommandId command, string by, int seen, CancellationToken cancellation) => items.Handle(
            place, command, at => new PlaceEvent.Dropped(at, by, seen),
            _ => Task.FromResult<IReadOnlyList<Write>?>([new Write.Delete(DraftCard(place))]), cancellation);

    /// <summary>The card of the draft becomes that of the place, in the same commit.</summary>
    public static Task<Outcome<SettingsRefusal>> Agree(
        this PlaceItems items, IEntityStore store, PlaceKey place, CommandId command, string by, int seen, CancellationToken cancellation) =>
            items.Handle(
            place, command, at => new PlaceEvent.Agreed(at, by, seen), async token =>
                await store.Get(Partitions.Settings, DraftCard(place), token) is { } draft
                    ? [new Write.Put(Card(place), Rows.Write(draft.Read(SettingsJson.Default.Contact), SettingsJson.Default.Contact)),
                        new Write.Delete(draft.Row)]
                    : [],
            cancellation);

    /// <summary>Takes away how somebody was called who held the place until an instant.</summary>
    public static Task<Outcome<SettingsRefusal>> RemoveName(
        this PlaceItems items, PlaceKey place, CommandId command, string by, DateTimeOffset until, CancellationToken cancellation) => items.Handle(
            place, command, at => new PlaceEvent.NameRemoved(at, by, until), cancellation: cancellation);

    /// <param name="since">Since when the one who chooses holds the place.</param>
    /// <param name="daily">One mail a day; otherwise a mail about each idea.</param>
    public static Task<Outcome<SettingsRefusal>> ChooseMail(
        this PlaceItems items, PlaceKey place, CommandId command, DateTimeOffset? since, bool daily, CancellationToken cancellation) =>
        items.HandleOrBegin(
            place, command, PlaceDecider.Empty(place.Id), at => new PlaceEvent.MailChosen(at, since, daily), [], cancellation);

    private static JsonTypeInfo? Holds(string[] key) => key switch
    {
        ["plek", _] => PlaceRows.Default.StoredPlace,
        ["plek", _, "log", _] => PlaceRows.Default.PlaceLogLine,
        ["plek", _, "kaart" or "concept"] => SettingsJson.Default.Contact,
        _ => null,
    };
}

/// <summary>Points at a place: of one Smederij, of the stuurgroep, or the same one in all Smederijen.</summary>
/// <param name="Scope">The Smederij, <see cref="Partitions.Stuurgroep"/>, or <see cref="Everywhere"/>.</param>
/// <param name="Name">As the settings call it: <c>wijkagent</c>.</param>
public readonly record struct PlaceKey(string Scope, string Name)
{
    /// <summary>The scope of a gebiedsregisseur and of the team that releases money.</summary>
    public const string Everywhere = StaffGrant.All;

    private const char Between = '_';

    /// <summary>Null for a place of all Smederijen, or of the stuurgroep.</summary>
    public string? Smederij => Scope is Everywhere or Partitions.Stuurgroep ? null : Scope;

    public string Id => $"{Scope}{Between}{Name}";

    public static implicit operator WorkKey(PlaceKey key) => new(Partitions.Settings, PlaceKind.Facts.Prefix + key.Id);

    public static PlaceKey Of(WorkKey key) => Parse(PlaceKind.Facts.IdOf(key)) ?? throw new UnreadableRowException($"plek|{key.Item}");

    /// <summary>Null when it is no id of a place.</summary>
    public static PlaceKey? Parse(string id) => id.Split(Between) is [{ Length: > 0 } scope, { Length: > 0 } name] ? new(scope, name) : null;
}

/// <summary>One line of the history of a place, as <see cref="LogChain"/> chains them.</summary>
public sealed record PlaceLogLine(PlaceEvent Event, SettingsPhase Phase, string Hash);

/// <summary>How the rows beside the domain's own are written down. Storage contract.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(Stored<Place>))]
[JsonSerializable(typeof(PlaceLogLine))]
public sealed partial class PlaceRows : JsonSerializerContext;
