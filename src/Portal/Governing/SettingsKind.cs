using System.Text.Json.Serialization.Metadata;

namespace Smederijen.Portal.Governing;

/// <summary>Settings, as the pipeline knows them: a document each for every Smederij, the stuurgroep, the municipality and the staff.</summary>
public static class SettingsKind
{
    public static KindFacts Facts { get; } = new()
    {
        Prefix = SettingsKeys.Prefix,
        Name = SettingsKeys.Name,
        Effects = new(SettingsHistoryJson.Default.SettingsEffect, Under: SettingsKeys.Name),
        Starts = [$"{SettingsKeys.Name}|", "instellingenlijst|"],
        Typed = ["reason"],
        Keeps = part => part.StartsWith("versie|", StringComparison.Ordinal),
        Holds = Holds,
    };

    public static Kind<SettingsHistory, SettingsEvent, SettingsEffect, SettingsRefusal, Nothing> Kind { get; } = new()
    {
        Facts = Facts,
        Row = GoverningJson.Default.StoredSettingsHistory,
        Event = SettingsHistoryJson.Default.SettingsEvent,
        Phase = settings => settings.Phase,
        Revision = settings => settings.Revision,
        Due = settings => settings.NextDue,
        At = e => e.At,
        TimePassed = at => new SettingsEvent.MomentCame(at),
        Know = (_, _, _, _) => default,
        Decide = (settings, e, _) => SettingsDecider.Decide(settings, e),
        Lists = (_, stored, _) => new([
            new Listed(
                SettingsKeys.Listed(stored.Item.Id), Rows.Write(SettingsSummary.Of(stored.Item), SettingsJson.Default.SettingsSummary))]),
    };

    public static IReadOnlyList<Deed> Deeds { get; } =
    [
        Deed.Of<SettingsBeginning, SettingsEffect.Begin>((beginning, key, begin, cancellation) =>
            beginning.Begin(Facts.IdOf(key), begin.Version, cancellation)),
    ];

    public static WorkKey KeyOf(string id) => new(Partitions.Settings, SettingsKeys.Prefix + id);

    /// <summary>Lays a version in the store that nobody has to agree on: the example, or one of a former layout.</summary>
    public static Task<Outcome<SettingsRefusal>> Fill(
        this SettingsItems items, SettingsDocument document, CancellationToken cancellation = default) =>
        items.HandleOrBegin(
            KeyOf(document.Id), CommandId.Fresh(), SettingsDecider.Empty(document.Id),
            at => new SettingsEvent.Filled(at, [new NumberedHash(document.Version, document.Hash)]),
            [new Write.Put(SettingsKeys.Document(document.Id, document.Version), document.Json)], cancellation);

    /// <summary>Lays the draft of a document, also of one that is not there yet.</summary>
    /// <param name="seen">How many changes the one who drafts has seen.</param>
    public static Task<Outcome<SettingsRefusal>> Draft(
        this SettingsItems items, SettingsDocument document, CommandId command, string by, int seen, DateOnly? from, string reason, Touches touches,
        CancellationToken cancellation = default) => items.HandleOrBegin(
            KeyOf(document.Id), command, SettingsDecider.Empty(document.Id),
            at => new SettingsEvent.Drafted(at, by, seen, from, reason, touches, document.Hash),
            [new Write.Put(SettingsKeys.Draft(document.Id), document.Json)], cancellation);

    public static Task<Outcome<SettingsRefusal>> Drop(
        this SettingsItems items, string id, CommandId command, string by, int seen, CancellationToken cancellation = default) => items.Handle(
            KeyOf(id), command, at => new SettingsEvent.Dropped(at, by, seen),
            _ => Task.FromResult<IReadOnlyList<Write>?>([new Write.Delete(SettingsKeys.Draft(id))]), cancellation);

    /// <summary>The version that waits will not count. Its document stays, to be read.</summary>
    public static Task<Outcome<SettingsRefusal>> TakeBack(
        this SettingsItems items, string id, CommandId command, string by, int seen, string reason, CancellationToken cancellation = default) =>
        items.Handle(KeyOf(id), command, at => new SettingsEvent.TakenBack(at, by, seen, reason), cancellation: cancellation);

    /// <summary>Notes that there will be no round in a year, and why.</summary>
    public static Task<Outcome<SettingsRefusal>> LeaveOut(
        this SettingsItems items, string id, CommandId command, string by, string period, string reason, CancellationToken cancellation = default) =>
        items.Handle(KeyOf(id), command, at => new SettingsEvent.LeftOut(at, by, period, reason), cancellation: cancellation);

    /// <summary>The documents of the draft, and of the versions that it is put into, get their numbers in the commit that makes them so.</summary>
    internal static Task<Outcome<SettingsRefusal>> Agree(
        this SettingsItems items, IEntityStore store, string id, CommandId command, string by, int seen, IReadOnlyList<LaterVersion> later,
        CancellationToken cancellation) => items.Handle(
            KeyOf(id), command, at => new SettingsEvent.Agreed(at, by, seen)
            {
                Later = later.Count == 0 ? null : [.. later.Select(one => new NumberedHash(one.Was.Version.Number, one.Document.Hash))],
            }, async token =>
            {
                if (await items.Load(KeyOf(id), token) is not { Item: { Draft: not null } item }
                    || await store.Get(Partitions.Settings, SettingsKeys.Draft(id), token) is not { } row)
                    return [];
                var documents = later.Select(one => one.Document).Prepend(SettingsDocument.Of(SettingsDocument.Read(id, row)))
                    .Select((document, i) => document.Numbered(item.NextNumber + i));
                return
                [
                    .. documents.Select(document => new Write.Insert(SettingsKeys.Document(id, document.Version), document.Json)),
                    new Write.Delete(SettingsKeys.Draft(id)),
                ];
            }, cancellation);

    private static JsonTypeInfo? Holds(string[] key) => key switch
    {
        [SettingsKeys.Name, _] => GoverningJson.Default.StoredSettingsHistory,
        [SettingsKeys.Name, _, "log", _] => GoverningJson.Default.SettingsLogLine,
        [SettingsKeys.Name, SettingsKeys.Stuurgroep, "versie", _] or [SettingsKeys.Name, SettingsKeys.Stuurgroep, "concept"] =>
            StuurgroepJson.Default.StuurgroepSettings,
        [SettingsKeys.Name, SettingsKeys.Municipality, "versie", _] or [SettingsKeys.Name, SettingsKeys.Municipality, "concept"] =>
            SettingsJson.Default.MunicipalitySettings,
        [SettingsKeys.Name, SettingsKeys.Staff, "versie", _] or [SettingsKeys.Name, SettingsKeys.Staff, "concept"] =>
            SettingsJson.Default.StaffRegister,
        [SettingsKeys.Name, _, "versie", _] or [SettingsKeys.Name, _, "concept"] => DomainJson.Default.SmederijSettings,
        ["instellingenlijst", _] => SettingsJson.Default.SettingsSummary,
        _ => null,
    };
}

/// <summary>One line of the history of settings, as <see cref="LogChain"/> chains them.</summary>
public sealed record SettingsLogLine(SettingsEvent Event, SettingsPhase Phase, string Hash);

/// <summary>How the rows beside the domain's own are written down. Storage contract.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(Stored<SettingsHistory>))]
[JsonSerializable(typeof(SettingsLogLine))]
public sealed partial class GoverningJson : JsonSerializerContext;
