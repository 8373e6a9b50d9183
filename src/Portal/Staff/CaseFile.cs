using Smederijen.Portal.Ideas;
using Smederijen.Portal.Ideas.Release;
using Smederijen.Portal.Ledgers;

namespace Smederijen.Portal.Staff;

/// <summary>Everything about one idea that staff may see, people included.</summary>
/// <param name="Submitter">Null once the submitter is forgotten.</param>
/// <param name="Contacts">Everybody with a seat or a task in this Smederij.</param>
/// <param name="Round">The round that the money comes from, when one is known.</param>
/// <param name="Pending">How many effects still have to be performed.</param>
/// <param name="Receipts">What the submitter sent as proof of the costs.</param>
public sealed record CaseFile(
    IdeaStory Story,
    Person? Submitter,
    PaymentAccount? Account,
    IReadOnlyList<Contact> Contacts,
    Round? Round,
    IReadOnlyList<FailedEffect> Failed,
    int Pending,
    IReadOnlyList<AttachmentInfo> Receipts,
    DateTimeOffset Now)
{
    /// <summary>The keyed hash of the account as it lies in the store; null when there is none.</summary>
    public string? AccountSeal { get; init; }

    /// <summary>What the municipality can be asked about.</summary>
    public IReadOnlyList<MunicipalTheme> Themes { get; init; } = [];

    /// <summary>What staff wrote for each other, the newest first.</summary>
    public IReadOnlyList<StaffNote> Notes { get; init; } = [];

    public IdeaKey Key => Story.Key;

    public Idea Idea => Story.Idea;

    public string Address => AddressOf(Key);

    /// <summary>The first line of the log that does not follow from the one before; null when the log is whole.</summary>
    public int? BrokenLogLine => Story.FirstBrokenLine;

    public Panel? Panel => Idea.State switch
    {
        IdeaState.InReview s => s.Panel,
        IdeaState.AwaitingAnswer s => s.Panel,
        IdeaState.WithMunicipality s => s.Panel,
        _ => null,
    };

    public WriteOffs WriteOffs => WriteOffs.In(Story.Log);

    /// <summary>The stored names of the scanned lists of signatures that were not erased.</summary>
    public IReadOnlyList<string> Scans => Idea.State is IdeaState.Ended { EraseAt: null } ? [] :
    [
        .. Story.Log.Reverse().TakeWhile(line => !ErasesScans(line)).Select(line => line.Event)
            .OfType<IdeaEvent.PaperSignaturesEntered>().Select(e => e.Scan).Reverse(),
    ];

    /// <summary>Who can take over a seat: known with an address, and not on the panel yet.</summary>
    public IReadOnlyList<Contact> Replacements =>
        [.. Contacts.Where(contact => contact.Email.Length > 0 && contact.Id != Contact.ReleaseMailbox && Panel?.Find(contact.Id) is null)];

    public static string AddressOf(IdeaKey key) => $"/medewerkers/ideeen/{key.Smederij}/{key.Id}";

    /// <summary>The name behind the id of a seat or staff account; the id itself when nobody is known.</summary>
    public string NameOf(string id) => StaffNames.Find(Contacts, id);

    /// <summary>When a member gave the advice of the present version; null when there is none.</summary>
    public DateTimeOffset? AdvisedAt(Seat seat) => Story.Log.LastOrDefault(line => line.Event switch
    {
        IdeaEvent.Advised a => a.Reviewer == seat.Reviewer && a.Version == Panel?.Version,
        IdeaEvent.ConflictDeclared d => d.Reviewer == seat.Reviewer,
        _ => false,
    })?.Event.At;

    private static bool ErasesScans(LogLine line) =>
        line.Event is IdeaEvent.PersonErased { Who: ErasedPerson.PaperSupporters };

    public string? FunctionOf(string id) =>
        Story.Smederij.Wijkteam.Members.FirstOrDefault(member => member.Id == id)?.Function
        ?? Contacts.FirstOrDefault(contact => contact.Id == id)?.Function;
}

/// <summary>Reads case files: a bounded number of rows, whatever else is stored.</summary>
public sealed class CaseFiles(IEntityStore store, EffectContracts effects, IdeaStories stories, PaymentAccounts accounts,
    SettingsBook settings, StaffNames names,
    Pseudonyms pseudonyms, UnreadableRows unreadable, TimeProvider clock)
{
    private const int CountUpTo = 100;

    /// <summary>All that the page of the idea shows. Null when there is no such idea.</summary>
    public async Task<CaseFile?> ReadWhole(IdeaKey key, CancellationToken cancellation = default)
    {
        if (await Read(key, cancellation) is not { } file)
            return null;
        var failed = store.Query(key.Smederij, Keys.FailedOf(key.Id), CountUpTo, cancellation).AsTask();
        var pending = store.Query(key.Smederij, Keys.Effects(key.Id), CountUpTo, cancellation).AsTask();
        var round = await unreadable.Find(key.Smederij, RoundKeys.Round(PeriodOf(file.Story)), LedgerJson.Default.StoredRound, cancellation);
        return file with
        {
            Round = round?.Item,
            Failed = await unreadable.Read(key.Smederij, (await failed).Rows, row => FailedEffect.Of(key.Smederij, row, effects)),
            Pending = (await pending).Rows.Count,
        };
    }

    /// <summary>What the forms need: the idea with all that belongs to it, and names. Null when there is no such idea.</summary>
    public async Task<CaseFile?> Read(IdeaKey key, CancellationToken cancellation = default)
    {
        if (await stories.Read(key, cancellation) is not { } story)
            return null;
        var submitter = await store.Get(key.Smederij, IdeaKeys.Submitter(key.Id), cancellation);
        var account = await accounts.Find(key, cancellation);
        var receipts = await store.Query(key.Smederij, IdeaKeys.Receipts(key.Id), CountUpTo, cancellation);
        var notes = await store.Query(key.Smederij, IdeaKeys.Notes(key.Id), CountUpTo, cancellation);
        var file = new CaseFile(
            story, submitter?.Read(WorkJson.Default.Person), account?.Account,
            [], null, [], 0, await unreadable.Read(key.Smederij, receipts.Rows, WorkJson.Default.AttachmentInfo), clock.GetUtcNow())
        {
            AccountSeal = account?.Seal,
            Themes = settings.Themes,
            Notes = [.. (await unreadable.Read(key.Smederij, notes.Rows, WorkJson.Default.StaffNote)).AsEnumerable().Reverse()],
        };
        return file with { Contacts = await names.Known(key.Smederij, NamesIn(file), cancellation) };
    }

    private static IEnumerable<string> NamesIn(CaseFile file) =>
        file.Story.Log.Select(line => StaffTexts.By(line.Event)).OfType<string>()
            .Concat(file.Notes.Select(note => note.By)).Concat(file.Panel?.Seats.Select(seat => seat.Reviewer) ?? []);

    /// <summary>The row of whoever supports this idea under this mail address; null when nobody does.</summary>
    public async Task<(string Key, Entity Row)?> FindSupporter(IdeaKey idea, string email, CancellationToken cancellation = default)
    {
        var key = await pseudonyms.OfSupporter(idea.Id, email, cancellation);
        return await store.Get(idea.Smederij, IdeaKeys.Supporter(idea.Id, key), cancellation) is { } row ? (key, row) : null;
    }

    private static string PeriodOf(IdeaStory story) => story.Idea.State switch
    {
        IdeaState.Granted s => s.Period,
        IdeaState.Released s => s.Period,
        _ => story.Log.Select(line => line.Event).OfType<IdeaEvent.MoneyOffered>().LastOrDefault()?.Period ?? story.Smederij.Round.Period,
    };
}
