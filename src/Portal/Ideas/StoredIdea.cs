using System.Text.Json;
using System.Text.Json.Serialization;
using Smederijen.Domain;
using Smederijen.Domain.Ideas;
using Smederijen.Portal.Mail;
using Smederijen.Portal.Watching;
using Smederijen.Portal.Work;

namespace Smederijen.Portal.Ideas;

/// <summary>Points at one idea: the Smederij is the partition.</summary>
public readonly record struct IdeaKey(string Smederij, string Id)
{
    public override string ToString() => $"{Smederij}/{Id}";
}

/// <summary>The row of an idea: the domain's value, and what the shell adds for its lists and its log.</summary>
/// <param name="Effects">How many effects it has had; the following one gets this number plus one.</param>
/// <param name="LogHead">The hash of the last log entry.</param>
/// <param name="Published">
/// The submitter confirmed it, so everybody may read it. Who never confirmed may be somebody else with another's address:
/// such an idea stays unread, also after it has lapsed.
/// </param>
public sealed record StoredIdea(Idea Idea, string Title, int Effects, string LogHead, bool Published = false)
{
    [JsonIgnore]
    public LogEnd LogEnd => new(Idea.Revision, LogHead);
}

/// <summary>What residents read of an idea. Free text, so the form asks not to name people in it.</summary>
public sealed record IdeaContent(
    string Title,
    string Description,
    string Audience,
    string Contribution,
    IReadOnlyList<AttachmentInfo> Attachments);

/// <summary>A file beside an idea: its stored name, and the media type that its first bytes proved.</summary>
public sealed record AttachmentInfo(string Name, string MediaType, long Bytes);

/// <summary>The one who handed in an idea, or supports it.</summary>
public sealed record Person(string Name, string Email, string Postcode, bool Confirmed = false);

/// <summary>Where the money goes.</summary>
public sealed record PaymentAccount(string Iban, string Holder);

/// <summary>
/// One line of an idea's history. <paramref name="Hash"/> covers the event and the hash before it, so that a line cannot be
/// changed or left out unseen.
/// </summary>
public sealed record LogLine(IdeaEvent Event, IdeaPhase Phase, string Hash) : IChained
{
    public static LogLine After(string head, IdeaEvent e, IdeaPhase phase) => new(e, phase, Chain(head, e, phase));

    public bool Follows(string head) => Hash == Chain(head, Event, Phase);

    private static string Chain(string head, IdeaEvent e, IdeaPhase phase) =>
        CommitRows.Chain(head, phase.ToString(), JsonSerializer.Serialize(e, DomainJson.Default.IdeaEvent));
}

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
    public static IdeaSummary Of(Idea idea, string title, int supportNeeded, bool published) => new(
        idea.Id, title, idea.State.Phase, idea.Amount.Cents, idea.Since, idea.State.WaitsFor, idea.State.Deadline, idea.PausedAt is not null,
        idea.State is IdeaState.GatheringSupport s ? s.Supporters : 0, supportNeeded, published);
}

/// <summary>An effect that waits to be performed, with when it was decided.</summary>
/// <param name="Problem">What the last attempt failed on; no personal data.</param>
/// <param name="RetryAt">Not to be tried before; null for at once.</param>
/// <param name="Undelivered">The keys of those who still have to get a mail that others got; null when all have to.</param>
/// <param name="ClaimedUntil">Somebody is sending it, and has lost it when it is still here by then; only where processes share the store.</param>
public sealed record PendingEffect(
    [property: JsonConverter(typeof(EffectConverter))] Effect Effect, DateTimeOffset Since, int Attempts = 0, string? Problem = null, DateTimeOffset? RetryAt = null, IReadOnlyList<string>? Undelivered = null,
    DateTimeOffset? ClaimedUntil = null)
{
    /// <summary>When it may be tried; null for now.</summary>
    public DateTimeOffset? WaitsUntil(DateTimeOffset now) => RetryAt > now ? RetryAt : ClaimedUntil > now ? ClaimedUntil : null;

    /// <summary>Whether this reader still has to get the mail.</summary>
    public bool IsFor(AddressedLetter letter) => Undelivered is null || Undelivered.Contains(letter.Copy);
}
