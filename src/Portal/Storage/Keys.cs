using System.Globalization;
using Smederijen.Domain.Ideas;

namespace Smederijen.Portal.Storage;

/// <summary>
/// Where everything lies inside the partition of a Smederij. One partition holds settings, ideas, logs, pending effects,
/// rounds and ledgers, so that one commit takes a decision whole. Every list reads an index row range, never a partition.
/// </summary>
public static class Keys
{
    public static string Idea(string id) => $"idee|{id}";

    /// <summary>What residents read: title, description, attachments. Written once.</summary>
    public static string Content(string id) => $"idee|{id}|inhoud";

    public static string Log(string id, int number) => $"idee|{id}|log|{number:D6}";

    public static RowRange LogOf(string id) => RowRange.Prefix($"idee|{id}|log|");

    /// <summary>The idea, its pictures, its content and its log, in one ordered read; the people sort after it and stay out.</summary>
    public static RowRange Story(string id) => new(Idea(id), $"idee|{id}|persoon");

    /// <summary>Personal data of one role: erasing the person is deleting this row.</summary>
    public static string Person(string id, string role) => $"idee|{id}|persoon|{role}";

    public static string Submitter(string id) => Person(id, "indiener");

    /// <summary>Where the money of a granted idea goes.</summary>
    public static string Account(string id) => Person(id, "rekening");

    /// <summary>A picture of how the plan goes, or of its result. It sorts into <see cref="Story"/>.</summary>
    public static string Picture(string id, string name) => $"idee|{id}|foto|{name}";

    public static bool IsPicture(string row) => row.Split('|') is ["idee", _, "foto", _];

    /// <summary>The plan that counts on the money which this idea asks of a round: one plan at most.</summary>
    public static string PlanOfIdea(string id) => $"idee|{id}|plan";

    /// <summary>A receipt: staff only, so it sorts outside <see cref="Story"/>.</summary>
    public static string Receipt(string id, string name) => $"idee|{id}|uitgave|{name}";

    public static RowRange Receipts(string id) => RowRange.Prefix($"idee|{id}|uitgave|");

    /// <summary>The stored name of the file that a key of a picture, receipt or proof ends with.</summary>
    public static string NameOfFile(string row) => row[(row.LastIndexOf('|') + 1)..];

    /// <summary>A note of staff, in order of time.</summary>
    public static string Note(string id, DateTimeOffset at, string command) => $"idee|{id}|werk|{Instant(at)}-{command}";

    public static RowRange Notes(string id) => RowRange.Prefix($"idee|{id}|werk|");

    /// <summary>Somebody who wants help with writing an idea down; personal data, deleted once they were called.</summary>
    public static string HelpRequest(string id) => $"hulp|{id}";

    public static RowRange AllHelpRequests { get; } = RowRange.Prefix("hulp|");

    /// <summary>Personal data of a member of the initiatiefgroep, under a keyed hash of the mail address.</summary>
    public static string GroupMember(string member) => $"groep|{member}";

    public static RowRange People(string id) => RowRange.Prefix($"idee|{id}|persoon|");

    /// <summary>Personal data of one supporter, under a keyed hash of the mail address.</summary>
    public static string Supporter(string id, string key) => $"idee|{id}|steun|{key}";

    public static RowRange Supporters(string id) => RowRange.Prefix($"idee|{id}|steun|");

    /// <summary>Effects that still have to be performed; performing one deletes its row.</summary>
    public static string Effect(string item, int number) => $"effect|{item}|{number:D6}";

    public static RowRange Effects(string item) => RowRange.Prefix($"effect|{item}|");

    public static RowRange AllEffects { get; } = RowRange.Prefix("effect|");

    /// <summary>An effect that failed for good and waits for staff.</summary>
    public static string Failed(string item, int number) => $"mislukt|{item}|{number:D6}";

    public static RowRange FailedOf(string item) => RowRange.Prefix($"mislukt|{item}|");

    public static RowRange AllFailed { get; } = RowRange.Prefix("mislukt|");

    /// <summary>Index of ideas by phase.</summary>
    public static string Phase(IdeaPhase phase, string id) => $"fase|{NameOf(phase)}|{id}";

    /// <summary>The id in a key of that index, which says it also when the row cannot be read.</summary>
    public static string IdeaOfPhase(string row) => row[(row.LastIndexOf('|') + 1)..];

    /// <summary>The whole index, a phase after the other.</summary>
    public static RowRange AllPhases { get; } = RowRange.Prefix("fase|");

    public static RowRange InPhase(IdeaPhase phase) => RowRange.Prefix($"fase|{NameOf(phase)}|");

    /// <summary>
    /// Index of running ideas by the end of their term, so that what is overdue comes first. What has no end, or stands
    /// still, comes last.
    /// </summary>
    public static string Running(DateTimeOffset? deadline, string id) => $"loopt|{(deadline is { } end ? Instant(end) : Never)}|{id}";

    /// <param name="place">The rest of a key of this index, to begin there; empty for the start.</param>
    public static RowRange RunningFrom(string place) => RowRange.Prefix("loopt|") with { From = $"loopt|{place}" };

    public static RowRange OverdueFrom(string place, DateTimeOffset now) => new($"loopt|{place}", $"loopt|{Instant(now)}~");

    public static string PlaceOf(string runningRow) => runningRow["loopt|".Length..];

    /// <summary>Index of what the clock has to look at, in order of time.</summary>
    public static string Due(DateTimeOffset due, string item) => $"wacht|{Instant(due)}|{item}";

    public static RowRange DueUntil(DateTimeOffset instant) => new("wacht|", $"wacht|{Instant(instant)}~");

    public static RowRange AllDue { get; } = RowRange.Prefix("wacht|");

    /// <exception cref="UnreadableRowException">The key says no moment or no item.</exception>
    public static (DateTimeOffset Due, string Item) ReadDue(string row) => TryReadDue(row) ?? throw new UnreadableRowException(row);

    /// <summary>Null when the key says no moment or no item.</summary>
    public static (DateTimeOffset Due, string Item)? TryReadDue(string row) =>
        row.Split('|') is ["wacht", var moment, var item] && IsItem(item)
        && DateTimeOffset.TryParseExact(moment, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var due) ? (due, item) : null;

    /// <summary>What an effect belongs to and its number, of one that waits or was given up; null when the key does not say so.</summary>
    public static (string Item, int Number)? TryReadEffect(string row) =>
        row.Split('|') is ["effect" or "mislukt", var item, var digits] && IsItem(item)
        && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? (item, number) : null;

    /// <summary>Whether a text can be an item of the work list: it becomes part of addresses and of the ids of orchestrations.</summary>
    private static bool IsItem(string text) => text.Length > 0 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    public static string Round(string period) => $"ronde|{period}";

    public static string LedgerLine(string period, int number) => $"ronde|{period}|kas|{number:D6}";

    public static RowRange LedgerLines(string period) => RowRange.Prefix($"ronde|{period}|kas|");

    public static string Settings(int version) => $"instelling|{version:D6}";

    /// <summary>Name and address of somebody with a seat or a staff task in this Smederij.</summary>
    public static string Contact(string id) => $"team|{id}";

    public static RowRange Contacts { get; } = RowRange.Prefix("team|");

    /// <summary>A note, in the partition of the installation, about a row that could not be read; under a hash of where it lies.</summary>
    public static string Unreadable(string hash) => $"onleesbaar|{hash}";

    public static RowRange AllUnreadable { get; } = RowRange.Prefix("onleesbaar|");

    /// <summary>A command that was carried out, with its outcome: the same one again changes nothing.</summary>
    public static string Command(string id) => $"opdracht|{id}";

    /// <summary>The name of a phase in keys, addresses and the API.</summary>
    public static string NameOf(IdeaPhase phase) => phase switch
    {
        IdeaPhase.AwaitingConfirmation => "wacht-op-bevestiging",
        IdeaPhase.GatheringSupport => "draagvlak",
        IdeaPhase.InReview => "beoordeling",
        IdeaPhase.AwaitingAnswer => "vraag",
        IdeaPhase.Suitable => "geschikt",
        IdeaPhase.Granted => "toegekend",
        IdeaPhase.Released => "vrijgegeven",
        IdeaPhase.OnLongTrack => "lange-klap",
        IdeaPhase.WithMunicipality => "bij-gemeente",
        IdeaPhase.Completed => "afgerond",
        IdeaPhase.NotSupported => "te-weinig-steun",
        IdeaPhase.Declined => "afgewezen",
        IdeaPhase.Referred => "doorverwezen",
        IdeaPhase.NotGranted => "niet-toegekend",
        IdeaPhase.Withdrawn => "ingetrokken",
        IdeaPhase.GivenBack => "teruggegeven",
        IdeaPhase.Expired => "verlopen",
        _ => throw new ArgumentOutOfRangeException(nameof(phase), phase, "A phase needs a name in the store."),
    };

    /// <summary>The name of whoever something waits for, in addresses and the API.</summary>
    public static string NameOf(Party party) => party switch
    {
        Party.Nobody => "niemand",
        Party.Submitter => "indiener",
        Party.Neighbourhood => "buurt",
        Party.Wijkteam => "wijkteam",
        Party.Gebiedsregisseur => "gebiedsregisseur",
        Party.Money => "geld",
        Party.Staff => "medewerkers",
        Party.Municipality => "gemeente",
        Party.Stuurgroep => "stuurgroep",
        Party.WorkingGroup => "werkgroep",
        _ => throw new ArgumentOutOfRangeException(nameof(party), party, "Whoever something waits for needs a name."),
    };

    private const string Format = "yyyyMMddHHmmssfff";
    private const string Never = "99999999999999999";

    /// <summary>How many digits an instant has in a key.</summary>
    public const int InstantLength = 17;

    internal static string Instant(DateTimeOffset instant) => instant.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);
}
