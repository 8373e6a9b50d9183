namespace Smederijen.Portal.Settings;

/// <summary>Where settings lie in their partition.</summary>
public static class SettingsKeys
{
    /// <summary>The document of the stuurgroep.</summary>
    public const string Stuurgroep = "stuurgroep";

    /// <summary>The document of the municipality.</summary>
    public const string Municipality = "gemeente";

    /// <summary>The document that says who of the staff does what.</summary>
    public const string Staff = "medewerkers";

    /// <summary>The documents that are there once for all Smederijen, in the order in which they begin.</summary>
    public static IReadOnlyList<string> OfAll { get; } = [Municipality, Staff, Stuurgroep];

    /// <summary>Whether a document is of one Smederij.</summary>
    public static bool IsOfSmederij(string id) => !OfAll.Contains(id);

    /// <summary>The Smederij that a document is of; null for one that is there once for all.</summary>
    public static string? SmederijOf(string id) => IsOfSmederij(id) ? id : null;

    /// <summary>The first part of the keys of the kind.</summary>
    public const string Name = "instellingen";

    /// <summary>How its items begin on the work list.</summary>
    public const string Prefix = "instellingen-";

    public static string Document(string id, int version) => $"{Name}|{id}|{DocumentPart(version)}";

    public static string DocumentPart(int version) => $"versie|{version:D6}";

    /// <summary>Where documents lie, among the other rows of settings.</summary>
    public static RowRange OfDocuments { get; } = RowRange.Prefix($"{Name}|");

    /// <summary>Which version of which document a row holds; null for any other row.</summary>
    public static (string Id, int Version)? ReadDocument(string row) =>
        row.Split('|') is [Name, var id, "versie", var digits] && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture,
            out var version)
            ? (id, version) : null;

    /// <summary>The document of the draft, as long as there is one.</summary>
    public static string Draft(string id) => $"{Name}|{id}|concept";

    /// <summary>What the whole house reads of a document: the numbers of its versions, and from when each counts.</summary>
    public static string Listed(string id) => $"instellingenlijst|{id}";

    public static RowRange AllListed { get; } = RowRange.Prefix("instellingenlijst|");

    /// <summary>Changes whenever somebody takes a place, so that every process reads the names anew.</summary>
    public const string People = "instellingenstand";

    /// <summary>All that tells whether something changed.</summary>
    public static RowRange Standing { get; } = new("instellingenlijst|", $"{People}~");

    public static string IdOf(string listed) => listed[(listed.IndexOf('|', StringComparison.Ordinal) + 1)..];
}

/// <summary>The versions of one document.</summary>
/// <param name="Versions">In order.</param>
/// <param name="AsksBack">Somebody wants to take back what waits, and a second person has to agree.</param>
/// <param name="LeftOut">The last year without a round because somebody said so.</param>
public sealed record SettingsSummary(ImmutableArray<VersionSummary> Versions, bool HasDraft = false, string? LeftOut = null, bool AsksBack = false)
{
    public static SettingsSummary Of(SettingsHistory settings) =>
        new(
            [.. settings.Standing.Select(version => new VersionSummary(version.Number, version.CountsFrom))], settings.Draft is not null,
            settings.LeftOut?.Period, settings.AskedBack is not null);
}

/// <param name="From">The instant from which it counts.</param>
public sealed record VersionSummary(int Number, DateTimeOffset From);

/// <summary>How settings and people of the settings are written down. Storage contract.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(Contact))]
[JsonSerializable(typeof(MunicipalitySettings))]
[JsonSerializable(typeof(SettingsSummary))]
[JsonSerializable(typeof(StaffRegister))]
public sealed partial class SettingsJson : JsonSerializerContext;
