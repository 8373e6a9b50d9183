
using Smederijen.Portal.Uploading;

namespace Smederijen.Portal.Ideas;

/// <summary>Points at one idea: the Smederij is the partition.</summary>
public readonly record struct IdeaKey(string Smederij, string Id)
{
    public static implicit operator WorkKey(IdeaKey key) => new(key.Smederij, key.Id);

    /// <summary>Its files belong to it.</summary>
    public static implicit operator FileOwner(IdeaKey key) => new(key.Smederij, key.Id);

    public static IdeaKey Of(WorkKey key) => new(key.Smederij, key.Item);

    public override string ToString() => $"{Smederij}/{Id}";
}

/// <summary>What residents read of an idea. Free text, so the form asks not to name people in it.</summary>
public sealed record IdeaContent(
    string Title,
    string Description,
    string Audience,
    string Contribution,
    IReadOnlyList<AttachmentInfo> Attachments)
{
    /// <summary>Without the files that staff took off the page.</summary>
    public IdeaContent Shown() =>
        Attachments.Any(file => file.Hidden) ? this with { Attachments = [.. Attachments.Where(file => !file.Hidden)] } : this;
}

/// <summary>With which idea a scanned list of signatures was entered: the same file is not taken twice. Says nothing about people.</summary>
public sealed record KnownScan(string Idea, DateTimeOffset At);

/// <summary>One line of an idea's history, as <see cref="LogChain"/> chains them.</summary>
public sealed record LogLine(IdeaEvent Event, IdeaPhase Phase, string Hash);

/// <summary>An index row: what a list shows of an idea, so that no list reads the ideas themselves.</summary>
public sealed record IdeaSummary(
    string Id,
    string Title,
    IdeaPhase Phase,
    long AmountInCents,
    DateTimeOffset Since,
    Party WaitsFor,
    DateTimeOffset? Deadline,
    bool Paused,
    int Supporters,
    int SupportNeeded,
    bool Published = false)
{
    public static IdeaSummary Of(Stored<Idea> stored, int supportNeeded) => Of(stored.Item, stored.Title, supportNeeded, stored.Published);

    private static IdeaSummary Of(Idea idea, string title, int supportNeeded, bool published) => new(
        idea.Id, title, idea.State.Phase, idea.Amount.Cents, idea.Since, idea.State.WaitsFor, idea.State.Deadline, idea.PausedAt is not null,
        idea.State is IdeaState.GatheringSupport s ? s.Supporters : 0, supportNeeded, published);
}

/// <summary>How the rows of ideas are written down. Storage contract, approved by a test.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(Stored<Idea>))]
[JsonSerializable(typeof(IdeaContent))]
[JsonSerializable(typeof(LogLine))]
[JsonSerializable(typeof(IdeaSummary))]
[JsonSerializable(typeof(RunningIdea))]
[JsonSerializable(typeof(KnownScan))]
[JsonSerializable(typeof(PaymentAccount))]
[JsonSerializable(typeof(SealedAccount))]
[JsonSerializable(typeof(AccountInside))]
public sealed partial class IdeaJson : JsonSerializerContext;
