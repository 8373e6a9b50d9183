namespace Smederijen.Domain.Settings;

/// <summary>
/// The settings of one Smederij, of the stuurgroep or of the municipality, as they were, are and will be: every version with the instant from
/// which it counts, and at most one draft. The documents themselves lie beside it: this knows their numbers and hashes.
/// </summary>
/// <param name="Id">Of the Smederij, or the name of the document of all.</param>
/// <param name="Versions">In order of number; those that stand also in order of the instant from which each counts.</param>
/// <param name="Draft">What somebody wants to change; null when nobody does.</param>
/// <param name="Changes">How often versions or the draft changed: who acts says which of these they saw.</param>
/// <param name="Revision">How many events it has had.</param>
public sealed record SettingsHistory(string Id, ImmutableArray<SettingsVersion> Versions, SettingsDraft? Draft, int Changes, int Revision)
{
    /// <summary>The last year for which somebody said that there will be no round; null when nobody did.</summary>
    public YearLeftOut? LeftOut { get; init; }

    /// <summary>Who wants to take back the version that waits, where a second person has to agree; null when nobody does.</summary>
    public AskedBack? AskedBack { get; init; }

    /// <summary>The versions that count, counted or will count.</summary>
    [JsonIgnore]
    public IEnumerable<SettingsVersion> Standing => Versions.Where(version => version is { TakenBack: null, TakenUpBy: null });

    /// <summary>The last version that stands; null before the first.</summary>
    [JsonIgnore]
    public SettingsVersion? Last => Standing.LastOrDefault();

    /// <summary>The version that somebody agreed on last, and not those of a later day that it was put into.</summary>
    [JsonIgnore]
    public SettingsVersion? LastAgreed => Standing.LastOrDefault(version => Versions.All(other => other.TakenUpBy != version.Number));

    /// <summary>What counted on the day of the draft when it was made: what it says is a change of that.</summary>
    [JsonIgnore]
    public SettingsVersion? UnderDraft => Draft is { } draft ? At(InstantOf(draft.From, draft.At)) : null;

    [JsonIgnore]
    public SettingsPhase Phase => Draft is null ? SettingsPhase.Settled : SettingsPhase.Drafted;

    [JsonIgnore]
    public int NextNumber => Versions is [.., var last] ? last.Number + 1 : 1;

    /// <summary>When a version begins that did not yet.</summary>
    [JsonIgnore]
    public DateTimeOffset? NextDue => Standing.FirstOrDefault(version => !version.HasBegun)?.CountsFrom;

    /// <summary>The version that counts at an instant; null before the first.</summary>
    public SettingsVersion? At(DateTimeOffset instant) => Standing.LastOrDefault(version => version.CountsFrom <= instant);

    /// <summary>The versions that count from a later instant, in order.</summary>
    public IEnumerable<SettingsVersion> After(DateTimeOffset instant) => Standing.Where(version => version.CountsFrom > instant);

    /// <summary>Whether another version counts on the day of the draft than when it was made: it would undo that one.</summary>
    public bool IsOvertakenAt(DateTimeOffset now) => Draft is { } draft && At(InstantOf(draft.From, now)) != UnderDraft;

    /// <summary>From when a change counts.</summary>
    /// <param name="from">Its first day; null for at once.</param>
    public static DateTimeOffset InstantOf(DateOnly? from, DateTimeOffset now) => from is { } day ? Amsterdam.StartOfDay(day) : now;

    /// <summary>The last version, when it counts from an instant that is still to come: it can be taken back.</summary>
    public SettingsVersion? WaitingAt(DateTimeOffset instant) => Last is { HasBegun: false } last && last.CountsFrom > instant ? last : null;
}

/// <summary>Whether somebody wants to change something.</summary>
public enum SettingsPhase
{
    Settled,
    Drafted,
}

/// <summary>A version that was agreed on. What it says never changes.</summary>
/// <param name="CountsFrom">Ideas that are handed in from this instant on keep to it.</param>
/// <param name="Hash">Of the document.</param>
/// <param name="By">The staff account of who drafted it; empty for what came with the program.</param>
/// <param name="AgreedBy">The second person; null where none was needed.</param>
/// <param name="HasBegun">What follows from its beginning was asked for.</param>
public sealed record SettingsVersion(
    int Number, DateTimeOffset CountsFrom, string Hash, DateTimeOffset AgreedAt, string By, string? AgreedBy, string Reason, bool HasBegun)
{
    /// <summary>It was taken back before it counted; null when it was not.</summary>
    public Retraction? TakenBack { get; init; }

    /// <summary>The version in its place, from the same instant, with a change in it that counts before; null when there is none.</summary>
    public int? TakenUpBy { get; init; }
}

/// <summary>Somebody took a version back before it counted.</summary>
/// <param name="AgreedBy">The second person, where two had agreed on the version.</param>
public sealed record Retraction(DateTimeOffset At, string By, string? AgreedBy, string Reason);

/// <summary>Somebody wants to take a version back that two people agreed on.</summary>
public sealed record AskedBack(int Version, DateTimeOffset At, string By, string Reason);

/// <summary>What somebody wants to change.</summary>
/// <param name="From">The first day on which it counts (Europe/Amsterdam); null for as soon as it is agreed on.</param>
/// <param name="Touches">What it is about, as far as a second person has to agree.</param>
/// <param name="Hash">Of the document.</param>
public sealed record SettingsDraft(DateTimeOffset At, string By, DateOnly? From, string Reason, Touches Touches, string Hash);

/// <summary>A year without a round, because somebody said so.</summary>
/// <param name="Period">The budget period: <c>2028</c>.</param>
public sealed record YearLeftOut(string Period, string Reason, string By, DateTimeOffset At);

/// <summary>What a change is about that nobody decides alone.</summary>
[Flags]
public enum Touches
{
    None = 0,
    Money = 1,
    Votes = 2,
    Roles = 4,
}
