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

    /// <summary>Ideas of other people with the account that waits for approval, by title.</summary>
    public IReadOnlyList<(IdeaKey Key, string Title)> SameAccount { get; init; } = [];

    /// <summary>What the municipality can be asked about.</summary>
    public IReadOnlyList<MunicipalTheme> Themes { get; init; } = [];

    /// <summary>What staff wrote for each other, the newest first.</summary>
    public IReadOnlyList<StaffNote> Notes { get; init; } = [];

    /// <summary>Whose support online counts, by name: who is among them does not count on paper.</summary>
    public IReadOnlyList<Person> Supporters { get; init; } = [];

    /// <summary>What visitors reported about it, the oldest first.</summary>
    public IReadOnlyList<Report> Reports { get; init; } = [];

    /// <summary>
    /// Whether something of it may be hidden that can be shown again. Of an idea whose submitter was erased the state does not know any more
    /// what staff wrote.
    /// </summary>
    /// <summary>Who reads this does not work on this idea: who its people are is left out.</summary>
    public bool HidesPeople { get; init; }

    public bool HidesSomething => Idea.Hidden is not null || Idea.PartsHidden is not null || Submitter is null;

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

    /// <summary>Who of the staff wants the wijkteam to review again what it found not suitable; null while nobody does, and once it does.</summary>
    public IdeaEvent.ReopenApproved? ReopenedFirst => Idea.State is IdeaState.Ended { ReopenedFirstBy: not null }
        ? Story.Log.Select(line => line.Event).OfType<IdeaEvent.ReopenApproved>().Last() : null;

    public WriteOffs WriteOffs => WriteOffs.In(Story.Log);

    /// <summary>The stored names of the scanned lists of signatures that were not erased.</summary>
    public IReadOnlyList<string> Scans => Idea.State is IdeaState.Ended { EraseAt: null } ? [] :
    [
        .. Story.Log.Reverse().TakeWhile(line => !ErasesScans(line)).Select(line => IdeaFiles.ScanOf(line.Event)).OfType<string>().Reverse(),
    ];

    /// <summary>The lists that wait for a second count.</summary>
    public IReadOnlyList<WaitingList> ToCount => Idea.State is IdeaState.GatheringSupport { Lists: { } lists }
        ?
        [
            .. lists.All.Select(list => new WaitingList(
                Scans.TakeWhile(scan => scan != list.Scan).Count() + 1, list,
                Story.Log.Select(line => line.Event).OfType<IdeaEvent.SignatureListEntered>().First(entered => entered.Scan == list.Scan))),
        ]
        : [];

    /// <summary>A correction of the signatures on paper left too few supporters for the review that began.</summary>
    public bool HasTooLittleSupport =>
        Idea.State is not (IdeaState.AwaitingConfirmation or IdeaState.AwaitingLook or IdeaState.GatheringSupport or IdeaState.Ended)
        && Story.Supporters < Story.Smederij.SupportThreshold && Story.Log.Any(line => line.Event is IdeaEvent.SignaturesCorrected);

    /// <summary>Who can take over a seat: known with an address, and not on the panel yet.</summary>
    public IReadOnlyList<Contact> Replacements =>
        [.. Contacts.Where(contact => contact.Email.Length > 0 && contact.Id != Contact.ReleaseMailbox && Panel?.Find(contact.Id) is null)];

    /// <summary>Where staff see a file of the page, also while it is hidden.</summary>
    public string PathOf(AttachmentInfo file) => $"{Address}/bestanden/{file.Name}";

    /// <summary>Where staff see a scanned list of signatures.</summary>
    public string PathOfScan(string scan) => $"{Address}/scans/{scan}";

    public static string AddressOf(IdeaKey key) => $"/medewerkers/ideeen/{key.Smederij}/{key.Id}";

    /// <summary>The name behind the id of a seat or staff account; the id itself when nobody is known.</summary>
    public string NameOf(string id) => StaffNames.Find(Contacts, id);

    /// <summary>The name of who held the seat or the account at that instant.</summary>
    public string NameOf(string id, DateTimeOffset at) => StaffNames.Find(Contacts, id, at);

    /// <summary>When a member gave the advice of the present version; null when there is none.</summary>
    public DateTimeOffset? AdvisedAt(Seat seat) => seat.IsOpen ? null : Story.Log.LastOrDefault(line => line.Event switch
    {
        IdeaEvent.Advised a => a.Reviewer == seat.Reviewer && a.Version == Panel?.Version,
        IdeaEvent.ConflictDeclared d => d.Reviewer == seat.Reviewer,
        IdeaEvent.DecidedInMeeting d => seat.Together && d.Version == Panel?.Version && d.Present.Contains(seat.Reviewer),
        _ => false,
    })?.Event.At;

    private static bool ErasesScans(LogLine line) =>
        line.Event is IdeaEvent.PersonErased { Who: ErasedPerson.PaperSupporters };

    public string? FunctionOf(string id) =>
        Story.Smederij.Wijkteam.FunctionOf(id)
        ?? Contacts.FirstOrDefault(contact => contact.Id == id)?.Function;
}

/// <summary>A scanned list of signatures that two of the staff did not count alike yet.</summary>
/// <param name="Number">Its place among all lists of the idea, from 1.</param>
public sealed record WaitingList(int Number, SignatureList List, IdeaEvent.SignatureListEntered Entered);

/// <summary>Reads case files: a bounded number of rows, whatever else is stored.</summary>
public sealed class CaseFiles(IEntityStore store, EffectContracts effects, IdeaStories stories, PaymentAccounts accounts, SameAccounts same,
    SettingsBook settings, StaffNames names,
    SharedMailboxes mailboxes, Reports reports, UnreadableRows unreadable, TimeProvider clock)
{
    private const int CountUpTo = 100;

    /// <summary>All that the page of the idea shows. Null when there is no such idea.</summary>
    public async Task<CaseFile?> ReadWhole(IdeaKey key, CancellationToken cancellation = default)
    {
        if (await Read(key, cancellation) is not { } file)
            return null;
        var reported = await reports.About(key, cancellation);
        var failed = store.Query(key.Smederij, Keys.FailedOf(key.Id), CountUpTo, cancellation).AsTask();
        var pending = store.Query(key.Smederij, Keys.Effects(key.Id), CountUpTo, cancellation).AsTask();
        var round = await unreadable.Find(key.Smederij, RoundKeys.Round(PeriodOf(file.Story)), LedgerJson.Default.StoredRound, cancellation);
        return file with
        {
            Round = round?.Item,
            Failed = await unreadable.Read(key.Smederij, (await failed).Rows, row => FailedEffect.Of(key.Smederij, row, effects)),
            Pending = (await pending).Rows.Count,
            Supporters = await Supporters(key, cancellation),
            Reports = reported,
            Contacts = await names.Known(key.Smederij, [.. NamesIn(file), .. reported.Select(report => report.By).OfType<string>()], cancellation),
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
            SameAccount = story.Idea.State is IdeaState.Granted { AccountKnown: true } ? await SharedWith(key, cancellation) : [],
            Themes = settings.Themes,
            Notes = [.. (await unreadable.Read(key.Smederij, notes.Rows, WorkJson.Default.StaffNote)).AsEnumerable().Reverse()],
        };
        return file with { Contacts = await names.Known(key.Smederij, NamesIn(file), cancellation) };
    }

    private async Task<IReadOnlyList<(IdeaKey, string)>> SharedWith(IdeaKey key, CancellationToken cancellation)
    {
        List<(IdeaKey, string)> shared = [];
        foreach (var of in (await same.OfOthers(key, cancellation)).GroupBy(other => other.Smederij))
        {
            var titles = await unreadable.TitlesOf(of.Key, [.. of.Select(other => other.Id)], cancellation);
            shared.AddRange(of.Select(other => (other, titles.GetValueOrDefault(other.Id, other.Id))));
        }
        return shared;
    }

    private static IEnumerable<string> NamesIn(CaseFile file) =>
        file.Story.Log.SelectMany(line => new[] { StaffTexts.By(line.Event), StaffTexts.AgreedBy(line.Event) }).OfType<string>()
            .Concat(file.Notes.Select(note => note.By)).Concat(file.Panel?.Seats.Select(seat => seat.Reviewer) ?? []);

    /// <summary>Whose support online counts, by name: who is among them does not count on paper.</summary>
    public async Task<IReadOnlyList<Person>> Supporters(IdeaKey idea, CancellationToken cancellation = default) =>
    [
        .. (await unreadable.All(idea.Smederij, IdeaKeys.Supporters(idea.Id), WorkJson.Default.Person, cancellation))
            .Where(person => person.Confirmed).OrderBy(person => person.Name, StringComparer.OrdinalIgnoreCase),
    ];

    /// <summary>Who supports this idea under this mail address.</summary>
    public Task<MailboxPlaces> FindSupporters(IdeaKey idea, string email, CancellationToken cancellation = default) =>
        mailboxes.Of(idea.Smederij, known => IdeaKeys.Supporter(idea.Id, known), idea.Id, email, cancellation);

    private static string PeriodOf(IdeaStory story) => story.Idea.State switch
    {
        IdeaState.OfferedPart s => s.Period,
        IdeaState.Granted s => s.Period,
        IdeaState.Released s => s.Period,
        _ => story.Log.Select(line => line.Event).OfType<IdeaEvent.MoneyOffered>().LastOrDefault()?.Period ?? story.Smederij.Round.Period,
    };
}
