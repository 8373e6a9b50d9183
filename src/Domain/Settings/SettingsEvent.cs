namespace Smederijen.Domain.Settings;

/// <summary>
/// Something that happened to settings, at an instant (UTC) that the host gives. Storage contract: approved by a test.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "wat")]
[JsonDerivedType(typeof(Filled), "gevuld")]
[JsonDerivedType(typeof(Drafted), "voorgesteld")]
[JsonDerivedType(typeof(Dropped), "weggedaan")]
[JsonDerivedType(typeof(Agreed), "vastgesteld")]
[JsonDerivedType(typeof(TakenBack), "ingetrokken")]
[JsonDerivedType(typeof(LeftOut), "jaar-overgeslagen")]
[JsonDerivedType(typeof(MomentCame), "moment-gekomen")]
public abstract record SettingsEvent
{
    private SettingsEvent(DateTimeOffset at) => At = at;

    public DateTimeOffset At { get; }

    /// <summary>Versions that came with the program, or from a store of before. What is there already is left out.</summary>
    public sealed record Filled(DateTimeOffset At, ImmutableArray<NumberedHash> Documents) : SettingsEvent(At);

    /// <summary>Takes the place of the draft that there was.</summary>
    /// <param name="Seen">The <see cref="SettingsHistory.Changes"/> that the one who drafts looked at.</param>
    public sealed record Drafted(DateTimeOffset At, string By, int Seen, DateOnly? From, string Reason, Touches Touches, string Hash)
        : SettingsEvent(At);

    public sealed record Dropped(DateTimeOffset At, string By, int Seen) : SettingsEvent(At);

    /// <summary>The draft becomes a version: by a second person where it touches money, votes or roles.</summary>
    public sealed record Agreed(DateTimeOffset At, string By, int Seen) : SettingsEvent(At)
    {
        /// <summary>The versions that count later, by number, each with the hash of what it says with the change in it; null for none.</summary>
        public ImmutableArray<NumberedHash>? Later { get; init; }
    }

    /// <summary>The version that waits will not count: by a second person where two had agreed on it.</summary>
    /// <param name="Reason">Why; who agrees to what another asked may leave it out.</param>
    public sealed record TakenBack(DateTimeOffset At, string By, int Seen, string Reason) : SettingsEvent(At);

    /// <summary>There will be no round in a year, and that is meant: nobody is warned about it.</summary>
    public sealed record LeftOut(DateTimeOffset At, string By, string Period, string Reason) : SettingsEvent(At);

    public sealed record MomentCame(DateTimeOffset At) : SettingsEvent(At);
}

/// <summary>A document by its number, and the hash of what it says.</summary>
public sealed record NumberedHash(int Number, string Hash);

/// <summary>What follows from a decision over settings. Storage contract: approved by a test.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "doe")]
[JsonDerivedType(typeof(Begin), "begin")]
public abstract record SettingsEffect : Effect
{
    private SettingsEffect() { }

    /// <summary>Do what belongs to a version that counts from now on, such as opening its round.</summary>
    public sealed record Begin(int Version) : SettingsEffect;
}

/// <summary>Why a change of settings is refused. The portal has one sentence for each that says what to do.</summary>
public enum SettingsRefusal
{
    /// <summary>Somebody else changed something since the page was opened.</summary>
    ChangedMeanwhile,
    NothingChanges,
    NoDraft,
    ReasonMissing,

    /// <summary>The first day is today or before: from today on is as soon as it is agreed on.</summary>
    DayIsOver,

    /// <summary>The first version waits for a later day: before that there is nothing to change.</summary>
    BeforeTheFirst,

    /// <summary>Another version counts on its day than when it was drafted: agreeing would undo that one.</summary>
    Overtaken,

    /// <summary>The versions that count later are others than those that the change was put into.</summary>
    LaterOnesDiffer,

    /// <summary>There is no version that counts later, or it counts by now.</summary>
    NothingWaits,

    /// <summary>A draft lies on top of the version that would be taken back.</summary>
    DraftInTheWay,

    /// <summary>A file with the past is there already: it waits for somebody to agree, or is being taken in.</summary>
    FileInTheWay,

    /// <summary>Taking the file in has begun.</summary>
    IsTakenIn,

    /// <summary>The name of who holds a place now is needed: residents and colleagues have to reach them.</summary>
    StillHeld,

    /// <summary>Somebody else holds the place by now, and chooses for it.</summary>
    PassedOn,

    /// <summary>It touches money, votes or roles, and the one who agrees drafted it.</summary>
    NeedsAnother,
}

/// <summary>How settings are written down.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = false)]
[JsonSerializable(typeof(SettingsHistory))]
[JsonSerializable(typeof(SettingsEvent))]
[JsonSerializable(typeof(SettingsEffect))]
public sealed partial class SettingsHistoryJson : JsonSerializerContext;

/// <summary>The same for places. A context of its own, because generated names leave out what a type is nested in.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = false)]
[JsonSerializable(typeof(Place))]
[JsonSerializable(typeof(PlaceEvent))]
[JsonSerializable(typeof(PlaceEffect))]
public sealed partial class PlaceJson : JsonSerializerContext;
