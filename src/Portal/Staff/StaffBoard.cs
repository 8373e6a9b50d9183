using Smederijen.Portal.Board;
using Smederijen.Portal.Governing;
using Smederijen.Portal.Ledgers;
using Smederijen.Portal.Meetings;
using Smederijen.Portal.Plans.Steps;
using Smederijen.Portal.Rounds;
using Smederijen.Portal.Stuurgroep.Dividing;

namespace Smederijen.Portal.Staff;

/// <summary><c>GET /medewerkers</c>: every running idea, what it waits for and until when.</summary>
public sealed class StaffBoard(
    BoardReader reader, RoundLists rounds, SettingsBook settings, IStaffAccess access, UnreadableList unreadable, Reports reports,
    MailHold mail, MeetingReader meetings, TimeProvider clock, IOptions<PortalOptions> options)
{
    public async Task<IResult> Show(HttpContext http)
    {
        var filter = BoardFilter.Read(http.Request.Query);
        if (filter.Smederij is { } smederij && settings.Current(smederij) is null)
            return Failures.NotFound(http, "Deze Smederij bestaat niet. Kies een Smederij uit de lijst.");
        if (await reader.Shared(filter, http.RequestAborted) is { } shared)
            return await Page(http, filter, reader.Read(filter, shared), reader.Count(shared), shared.Rounds, shared.Paper, shared.Meetings,
                lags: true);
        var (part, counts, shown) =
            (reader.Read(filter, http.RequestAborted), reader.Count(filter.Smederij, http.RequestAborted),
            await Rounds(filter.Smederij, http.RequestAborted));
        return await Page(
            http, filter, await part, await counts, shown, await Paper(shown, http.RequestAborted),
            await Meetings(filter.Smederij, http.RequestAborted));
    }

    private async Task<IResult> Page(
        HttpContext http, BoardFilter filter, BoardPart part, BoardCounts counts, ILookup<string, RoundSummary> shown,
        IReadOnlyDictionary<(string, string), int> paper, IReadOnlyList<(MeetingKey, MeetingSummary)> waiting, bool lags = false) =>
        new PageOf<StaffBoardPage>(new StaffBoardModel(filter, part, counts, settings.All, shown, paper, http.Staff().Name,
            [.. Elsewhere(http.Staff())])
        {
            Lags = lags,
            Meetings = waiting,
            Years = YearWatch.At(clock.GetUtcNow(), settings),
            MailIsHeld = mail.IsOn(),
            Reports = (await reports.Waiting(http.RequestAborted)).Count,
            // After the lists, so that what they came upon just now is among it.
            Unreadable = (await unreadable.Current(http.RequestAborted)).Count,
        });

    private IEnumerable<PageLink> Elsewhere(StaffMember reader)
    {
        yield return new("Berichten die niet aankwamen", FailedEffects.Address);
        yield return new("Komt onze mail aan?", Delivery.DomainDesk.Address);
        yield return new("Meldingen van bezoekers", ReportDesk.Address);
        if (reader.May(StaffWork.Ideas, null))
            yield return new("Alles over één persoon", PersonDesk.Address);
        yield return new("Voor de gebiedsregisseur", RegisseurDesk.Address);
        yield return new("Stuurgroep: geld verdelen", StuurgroepDesk.Address);
        yield return new("Grote plannen (lange klap)", PlanDesk.Address);
        if (reader.May(StaffWork.Paying, null))
            yield return new("Betalingen", Payments.PaymentDesk.Address);
        if (reader.MaySomewhere(StaffWork.Money))
            yield return new("Boeken", Bookkeeping.BooksDesk.Address);
        yield return new("De geschiedenis narekenen", LogCheck.Address);
        yield return new("Wat de computer niet kan lezen", UnreadableDesk.Address);
        yield return new("Beheer: instellingen, mensen en een jaar openen", SettingsDesk.Address);
        if (reader.May(StaffWork.Governing, null))
            yield return new("Wie wat heeft bekeken", LookDesk.Address);
        if (options.Value.ShowsDemoTools)
        {
            yield return new("De klok vooruit zetten", "/medewerkers/klok");
            yield return new("Het postvak met alle mails", "/postvak");
        }
        yield return new("Afmelden", access.SignOutAddress);
    }

    /// <summary>How much paper waits for a second person, in the votes that are open or not counted yet.</summary>
    private async Task<IReadOnlyDictionary<(string, string), int>> Paper(ILookup<string, RoundSummary> shown, CancellationToken cancellation)
    {
        var votes =
            shown.SelectMany(list =>
            list.Where(round => round.Phase is RoundPhase.VoteOpen or RoundPhase.Counting).Select(round => new RoundKey(list.Key, round.Period)));
        var counts = await Task.WhenAll(votes.Select(async vote => (Vote: vote, Batches: await rounds.PaperWaiting(vote, cancellation))));
        return counts.ToDictionary(one => (one.Vote.Smederij, one.Vote.Period), one => one.Batches);
    }

    /// <summary>Decisions of meetings that wait for a second person, those that wait longest first.</summary>
    private async Task<IReadOnlyList<(MeetingKey, MeetingSummary)>> Meetings(string? smederij, CancellationToken cancellation)
    {
        var shown = smederij is null ? settings.All.Select(one => one.Id) : [smederij];
        var lists = await Task.WhenAll(shown.Select(async id => (Smederij: id, Waiting: await meetings.Waiting(id, cancellation))));
        return
        [
            .. lists.SelectMany(list => list.Waiting.Select(one => (new MeetingKey(list.Smederij, one.Id), one))).OrderBy(one => one.one.At),
        ];
    }

    private async Task<ILookup<string, RoundSummary>> Rounds(string? smederij, CancellationToken cancellation)
    {
        var shown = smederij is null ? settings.All.Select(one => one.Id) : [smederij];
        var lists = await Task.WhenAll(shown.Select(async id => (Smederij: id, Rounds: await rounds.Of(id, cancellation))));
        return lists.SelectMany(list => list.Rounds.Select(round => (list.Smederij, Round: round))).ToLookup(one => one.Smederij, one => one.Round);
    }
}

/// <summary>What the board shows.</summary>
/// <param name="Rounds">By Smederij, the latest period first.</param>
/// <param name="Paper">How many batches of ballots on paper wait for a second person, by vote.</param>
public sealed record StaffBoardModel(
    BoardFilter Filter, BoardPart Part, BoardCounts Counts, IReadOnlyList<SmederijSettings> Smederijen, ILookup<string, RoundSummary> Rounds,
    IReadOnlyDictionary<(string Smederij, string Period), int> Paper, string Reader, IReadOnlyList<PageLink> Elsewhere)
{
    /// <summary>How many rows in the store cannot be read.</summary>
    public int Unreadable { get; init; }

    /// <summary>What visitors reported and nobody dealt with yet.</summary>
    public int Reports { get; init; }

    /// <summary>Decisions of meetings that wait for a second person, those that wait longest first.</summary>
    public IReadOnlyList<(MeetingKey Key, MeetingSummary Meeting)> Meetings { get; init; } = [];

    /// <summary>Which years are to be opened.</summary>
    public IReadOnlyList<YearWarning> Years { get; init; } = [];

    /// <summary>No mail goes out until the operator says so.</summary>
    public bool MailIsHeld { get; init; }

    /// <summary>It may be some seconds behind.</summary>
    public bool Lags { get; init; }

    /// <summary>What staff have to do something for, or follow: those that move on first come first.</summary>
    public IReadOnlyList<(string Smederij, RoundSummary Round)> Votes =>
    [
        .. Rounds.SelectMany(list => list.Where(round => round.IsBeingDecided).Select(round => (list.Key, round)))
            .OrderBy(vote => vote.round.Due ?? DateTimeOffset.MinValue),
    ];

    public string NameOf(string smederij) => Smederijen.FirstOrDefault(one => one.Id == smederij)?.Name ?? smederij;
}
