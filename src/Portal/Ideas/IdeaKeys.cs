namespace Smederijen.Portal.Ideas;

/// <summary>Where an idea lies in the partition of its Smederij.</summary>
public static class IdeaKeys
{
    public static string Idea(string id) => $"idee|{id}";

    /// <summary>What residents read: title, description, attachments.</summary>
    public static string Content(string id) => $"idee|{id}|inhoud";

    public static string Log(string id, int number) => $"idee|{id}|log|{number:D6}";

    public static RowRange LogOf(string id) => RowRange.Prefix($"idee|{id}|log|");

    /// <summary>The idea, its pictures, the texts about it, its content and its log, in one ordered read; the people sort after it and stay
    /// out.</summary>
    public static RowRange Story(string id) => new(Idea(id), $"idee|{id}|persoon");

    /// <summary>Personal data of one role: erasing the person is deleting this row.</summary>
    public static string Person(string id, string role) => $"idee|{id}|persoon|{role}";

    public static string Submitter(string id) => Person(id, "indiener");

    /// <summary>Where the money of a granted idea goes.</summary>
    public static string Account(string id) => Person(id, "rekening");

    /// <summary>The rows, in the partition of payments, that lead from an account to the ideas it was given for.</summary>
    public static RowRange SameAccounts { get; } = RowRange.Prefix("zelfde-rekening|");

    /// <param name="account">The keyed hash of its number.</param>
    public static RowRange SameAccount(string account) => RowRange.Prefix($"zelfde-rekening|{account}|");

    public static string SameAccount(string account, IdeaKey idea) => $"zelfde-rekening|{account}|{idea.Smederij}|{idea.Id}";

    public static IdeaKey? OfSameAccount(string row) => row.Split('|') is [_, _, var smederij, var id] ? new IdeaKey(smederij, id) : null;

    /// <summary>A picture of how the plan goes, or of its result. It sorts into <see cref="Story"/>.</summary>
    public static string Picture(string id, string name) => $"idee|{id}|foto|{name}";

    public static bool IsPicture(string row) => row.Split('|') is ["idee", _, "foto", _];

    /// <summary>The plan that counts on the money which this idea asks of a round: one plan at most.</summary>
    public static string PlanOfIdea(string id) => $"idee|{id}|plan";

    /// <summary>A receipt: staff only, so it sorts outside <see cref="Story"/>.</summary>
    public static string Receipt(string id, string name) => $"idee|{id}|uitgave|{name}";

    public static RowRange Receipts(string id) => RowRange.Prefix($"idee|{id}|uitgave|");

    /// <summary>A note of staff, in order of time.</summary>
    public static string Note(string id, DateTimeOffset at, string command) => $"idee|{id}|werk|{Keys.Instant(at)}-{command}";

    public static RowRange Notes(string id) => RowRange.Prefix($"idee|{id}|werk|");

    public static RowRange People(string id) => RowRange.Prefix($"idee|{id}|persoon|");

    /// <summary>Personal data of one supporter, under a keyed hash of the mail address.</summary>
    public static string Supporter(string id, string key) => $"idee|{id}|steun|{key}";

    public static string SupporterOf(string row) => row[(row.LastIndexOf('|') + 1)..];

    public static RowRange Supporters(string id) => RowRange.Prefix($"idee|{id}|steun|");

    /// <summary>
    /// A scanned list of signatures that was entered with some idea of this Smederij, by what its file holds (<see cref="KnownScans"/> looks in
    /// all of them). It is no list of ideas, so nothing expects it.
    /// </summary>
    public static string KnownScan(string hash) => $"handtekeningen|{hash}";

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
    public static string Running(DateTimeOffset? deadline, string id) => $"loopt|{(deadline is { } end ? Keys.Instant(end) : Never)}|{id}";

    /// <param name="place">The rest of a key of this index, to begin there; empty for the start.</param>
    public static RowRange RunningFrom(string place) => RowRange.Prefix("loopt|") with { From = $"loopt|{place}" };

    public static RowRange OverdueFrom(string place, DateTimeOffset now) => new($"loopt|{place}", $"loopt|{Keys.Instant(now)}~");

    public static string PlaceOf(string runningRow) => runningRow["loopt|".Length..];

    private const string Never = "99999999999999999";

    /// <summary>The name of a phase in keys, addresses and the API.</summary>
    public static string NameOf(IdeaPhase phase) => phase switch
    {
        IdeaPhase.AwaitingConfirmation => "wacht-op-bevestiging",
        IdeaPhase.AwaitingLook => "wacht-op-controle",
        IdeaPhase.GatheringSupport => "draagvlak",
        IdeaPhase.InReview => "beoordeling",
        IdeaPhase.AwaitingAnswer => "vraag",
        IdeaPhase.Suitable => "geschikt",
        IdeaPhase.OfferedPart => "deel-aangeboden",
        IdeaPhase.Granted => "toegekend",
        IdeaPhase.Released => "vrijgegeven",
        IdeaPhase.AwaitingRest => "wacht-op-rest",
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
        IdeaPhase.Stopped => "stopgezet",
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
}
