using static Smederijen.Domain.Decision<
    Smederijen.Domain.Settings.Past, Smederijen.Domain.Settings.PastEffect, Smederijen.Domain.Settings.SettingsRefusal>;
using static Smederijen.Domain.Settings.PastEvent;
using static Smederijen.Domain.Settings.SettingsRefusal;

namespace Smederijen.Domain.Settings;

/// <summary>
/// The ideas and projects of before this website, as far as they came in: a file at a time. Its lines lie beside it in batches, each of which
/// goes away once it is in, for lines can name people.
/// </summary>
/// <param name="File">The file that waits or is being taken in; null when there is none.</param>
/// <param name="Lines">How many lines of earlier files are in.</param>
/// <param name="Changes">How often the file changed: who acts says which of these they saw.</param>
public sealed record Past(PastFile? File, int Lines, int Changes, int Revision)
{
    /// <summary>How long a file waits for a second person.</summary>
    public const int DaysToAgree = 14;

    public static Past Empty { get; } = new(null, Lines: 0, Changes: 0, Revision: 0);

    [JsonIgnore]
    public PastPhase Phase => File is null ? PastPhase.Nothing : File.AgreedBy is null ? PastPhase.Proposed : PastPhase.TakenIn;

    /// <summary>When a file that nobody agreed on goes away.</summary>
    [JsonIgnore]
    public DateTimeOffset? NextDue => File is { AgreedBy: null } file ? Terms.DaysAfter(file.At, DaysToAgree) : null;
}

/// <param name="Id">Made by the host, new for every file.</param>
/// <param name="Batches">How many batches its lines lie in.</param>
/// <param name="AgreedBy">The second person; null as long as none agreed.</param>
/// <param name="Taken">How many batches are in.</param>
public sealed record PastFile(string Id, DateTimeOffset At, string By, int Lines, int Batches, string? AgreedBy = null, int Taken = 0);

/// <summary>How far a file with the past is.</summary>
public enum PastPhase
{
    Nothing,
    Proposed,
    TakenIn,
}

/// <summary>Something that happened to a file with the past. Storage contract: approved by a test.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "wat")]
[JsonDerivedType(typeof(Proposed), "voorgesteld")]
[JsonDerivedType(typeof(Dropped), "weggedaan")]
[JsonDerivedType(typeof(Agreed), "vastgesteld")]
[JsonDerivedType(typeof(BatchTaken), "deel-overgenomen")]
[JsonDerivedType(typeof(MomentCame), "moment-gekomen")]
public abstract record PastEvent
{
    private PastEvent(DateTimeOffset at) => At = at;

    public DateTimeOffset At { get; }

    /// <param name="Seen">The <see cref="Past.Changes"/> that the one who proposes looked at.</param>
    public sealed record Proposed(DateTimeOffset At, string By, int Seen, string File, int Lines, int Batches) : PastEvent(At);
    public sealed record Dropped(DateTimeOffset At, string By, int Seen) : PastEvent(At);

    /// <summary>It is about money: always a second person.</summary>
    public sealed record Agreed(DateTimeOffset At, string By, int Seen) : PastEvent(At);

    /// <summary>Every line of a batch is in.</summary>
    public sealed record BatchTaken(DateTimeOffset At, string File, int Batch) : PastEvent(At);
    public sealed record MomentCame(DateTimeOffset At) : PastEvent(At);
}

/// <summary>What follows from a decision over a file with the past. Storage contract: approved by a test.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "doe")]
[JsonDerivedType(typeof(TakeIn), "neem-over")]
public abstract record PastEffect : Effect
{
    private PastEffect() { }

    /// <summary>Let every line of a batch come in, once.</summary>
    public sealed record TakeIn(string File, int Batch) : PastEffect;
}

/// <summary>The whole judgement over a file with the past.</summary>
public static class PastDecider
{
    public static PastDecision Decide(Past past, PastEvent e) => e switch
    {
        Proposed p when p.Seen != past.Changes => new Refused(ChangedMeanwhile),
        Proposed when past.File is not null => new Refused(FileInTheWay),
        Proposed p => new Accepted(Changed(past) with { File = new PastFile(p.File, p.At, p.By, p.Lines, p.Batches) }, []),
        Dropped when past.File is null => AlreadySo.Instance,
        Dropped when past.File.AgreedBy is not null => new Refused(IsTakenIn),
        Dropped d when d.Seen != past.Changes => new Refused(ChangedMeanwhile),
        Dropped => new Accepted(Changed(past) with { File = null }, []),
        Agreed when past.File is null => new Refused(NoDraft),
        Agreed when past.File.AgreedBy is not null => AlreadySo.Instance,
        Agreed a when a.Seen != past.Changes => new Refused(ChangedMeanwhile),
        Agreed a when past.File.By == a.By => new Refused(NeedsAnother),
        Agreed a => new Accepted(Changed(past) with { File = past.File with { AgreedBy = a.By } }, [new PastEffect.TakeIn(past.File.Id, 1)]),
        BatchTaken b when past.File is not { AgreedBy: not null } file || file.Id != b.File || file.Taken + 1 != b.Batch => AlreadySo.Instance,
        BatchTaken b when b.Batch == past.File!.Batches =>
            new Accepted(Changed(past) with { File = null, Lines = past.Lines + past.File.Lines }, []),
        BatchTaken b => new Accepted(
            past with { File = past.File! with { Taken = b.Batch }, Revision = past.Revision + 1 }, [new PastEffect.TakeIn(b.File, b.Batch + 1)]),
        MomentCame when past.NextDue is not { } due || e.At < due => AlreadySo.Instance,
        MomentCame => new Accepted(Changed(past) with { File = null }, []),
        _ => throw new ArgumentOutOfRangeException(nameof(e), e.GetType().Name, "The decider does not know this event."),
    };

    private static Past Changed(Past past) => past with { Changes = past.Changes + 1, Revision = past.Revision + 1 };
}

/// <summary>How it is written down.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = false)]
[JsonSerializable(typeof(Past))]
[JsonSerializable(typeof(PastEvent))]
[JsonSerializable(typeof(PastEffect))]
public sealed partial class PastJson : JsonSerializerContext;
