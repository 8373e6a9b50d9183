using Smederijen.Portal.Ideas;

namespace Smederijen.Portal.Payments;

/// <summary>
/// <c>GET /medewerkers/betalingen</c>: what is to be paid, what is on its way, and what came back; here a batch begins. And the page of one order,
/// where two people say what became of it when the bank does not.
/// </summary>
public sealed class PaymentDesk(
    PaymentItems orders, BatchItems batches, UnreadableRows unreadable, SettingsBook settings, StaffNames names, IEntityStore store, Looks looks,
    FreshSignIn fresh, TimeProvider clock)
{
    public const string Address = "/medewerkers/betalingen";
    public const string Day = "dag";
    public const string Chosen = "betaling";
    public const string Seen = "gezien";
    public const string Outcome = "uitkomst";
    public const string Reason = "reden";

    /// <summary>So many of what is over stand on the page.</summary>
    private const int MostOver = 50;

    /// <summary>So many of the files of the bank.</summary>
    private const int MostFiles = 20;

    private const string NoSuchOrder = "Deze betaling bestaat niet. Zoek haar op in het overzicht van de betalingen.";

    public static string AddressOf(string order) => $"{Address}/{order}";

    public async Task<IResult> Show(HttpContext http) => await Page(http, Typed.For(http), 200);

    /// <summary>Begins a batch of what was ticked.</summary>
    public async Task<IResult> Begin(HttpContext http)
    {
        if (await fresh.Refuse(http, Weighty.Payment, Address) is { } refusal)
            return refusal;
        var typed = await Typed.Read(http);
        var day = typed.Day(Day, "Kies op welke dag de bank betaalt.");
        var ticked = typed.Raw(Chosen).Split(',', StringSplitOptions.RemoveEmptyEntries);
        var waiting = await In(PaymentPhase.Ordered, http.RequestAborted);
        var chosen = waiting.Where(order => ticked.Contains(order.Id) && order is { Stopped: null, Says: null }).ToList();
        if (settings.Municipality.Payer is not { } payer)
            typed.Errors.Add("", NoPayer);
        else if (!typed.Errors.Any)
        {
            var id = ItemId.New(clock.GetUtcNow());
            var outcome = await batches.Begin(
                id, typed.Pressed, http.Staff().Id, day!.Value, [.. chosen.Select(order => new BatchLine(order.Id, new Euro(order.Amount)))], payer,
                clock.GetUtcNow());
            await names.Meet(Partitions.Payments, http.Staff());
            if (outcome is Outcome<BatchRefusal>.Done { Result: var begun })
                return new SeeOther(BatchDesk.AddressOf(begun));
            if (outcome is Outcome<BatchRefusal>.Refused refused)
                typed.Errors.Add(refused.Reason == BatchRefusal.DayHasPassed ? Day : Chosen, PaymentTexts.Text(refused.Reason));
        }
        return await Page(http, typed, 400);
    }

    public async Task<IResult> ShowOrder(HttpContext http) => await Find(http) is { } order
        ? await OrderPage(http, order, Typed.For(http), 200) : Failures.NotFound(http, NoSuchOrder);

    /// <summary>Somebody says what became of an order.</summary>
    public Task<IResult> Propose(HttpContext http) => Act(http, (typed, by) =>
    {
        if (!Enum.TryParse<PaymentOutcome>(typed.Raw(Outcome), out var outcome) || !Enum.IsDefined(outcome))
            typed.Errors.Add(Outcome, "Kies wat er met de betaling is gebeurd.");
        var day = typed.Day(Day, "Vul in op welke dag.");
        var reason = typed.Text(Reason, 500, outcome == PaymentOutcome.Paid ? null : "Schrijf waarom. Noem geen mensen bij naam.");
        return at => new PaymentEvent.Proposed(at, by, outcome, day ?? default, reason);
    });

    public Task<IResult> Agree(HttpContext http) => Act(http, (typed, by) => at => new PaymentEvent.Agreed(at, by, typed.Count(Seen) ?? -1));

    public Task<IResult> Drop(HttpContext http) => Act(http, (typed, by) => at => new PaymentEvent.Dropped(at, by, typed.Count(Seen) ?? -1));

    internal const string NoPayer = "De rekening van de gemeente is nog niet ingevuld. Vraag een beheerder om dat te doen, bij De gemeente.";

    private async Task<IResult> Act(HttpContext http, Func<Typed, string, Func<DateTimeOffset, PaymentEvent>> read)
    {
        if (await Find(http) is not { } order)
            return Failures.NotFound(http, NoSuchOrder);
        if (await fresh.Refuse(http, Weighty.Payment, AddressOf(order.Id)) is { } old)
            return old;
        var typed = await Typed.Read(http);
        var happening = read(typed, http.Staff().Id);
        if (typed.Errors.Any)
            return await OrderPage(http, order, typed, 400);
        var outcome = await orders.Handle(
            new PaymentKey(order.Id), typed.Pressed, happening,
            async token => await names.Introduce(Partitions.Payments, http.Staff(), token), CancellationToken.None);
        if (outcome is not Outcome<PaymentRefusal>.Refused refused)
            return new SeeOther(AddressOf(order.Id));
        typed.Errors.Add("", PaymentTexts.Text(refused.Reason));
        return await OrderPage(http, await Find(http) ?? order, typed, 409);
    }

    private async Task<PaymentOrder?> Find(HttpContext http) =>
        http.Request.RouteValues["id"] as string is var id && PaymentKey.IsValid(id)
            ? (await orders.Load(new PaymentKey(id!), http.RequestAborted))?.Item : null;

    private async Task<List<PaymentSummary>> In(PaymentPhase phase, CancellationToken cancellation) =>
        await unreadable.All(Partitions.Payments, PaymentKeys.In(phase), PaymentRowsJson.Default.PaymentSummary, cancellation);

    /// <summary>The page with all payments.</summary>
    internal async Task<IResult> Page(HttpContext http, Typed typed, int status)
    {
        var (waiting, under) = (await In(PaymentPhase.Ordered, http.RequestAborted), await In(PaymentPhase.InBatch, http.RequestAborted));
        var (paid, back) = (await In(PaymentPhase.Paid, http.RequestAborted), await In(PaymentPhase.Returned, http.RequestAborted));
        var made = await unreadable.All(
            Partitions.Payments, PaymentKeys.Batches, PaymentRowsJson.Default.BatchSummary, http.RequestAborted);
        var files = await unreadable.All(
            Partitions.Payments, BankKeys.Files, BankFileRowsJson.Default.BankFileSummary, http.RequestAborted);
        var unknown = await unreadable.All(
            Partitions.Payments, BankKeys.AllWaiting, BankLineRowsJson.Default.BankLineSummary, http.RequestAborted);
        List<PaymentSummary> shown =
        [
            .. waiting, .. under, .. back.OrderByDescending(order => order.Since).Take(MostOver),
            .. paid.OrderByDescending(order => order.Since).Take(MostOver),
        ];
        var people = await names.Known(Partitions.Payments, http.RequestAborted);
        return new PageOf<PaymentsPage>(
            new PaymentsModel(await Lines(shown, http.RequestAborted), [.. made.OrderByDescending(batch => batch.Id, StringComparer.Ordinal)], typed,
                Amsterdam.DateOf(clock.GetUtcNow()))
            {
                LacksPayer = settings.Municipality.Payer is null,
                SignInFirst = await fresh.Before(http, Address, StaffWork.Paying),
                Names = people.DistinctBy(one => one.Id).ToDictionary(one => one.Id, one => one.Name),
                Files = [.. files.OrderByDescending(file => file.Since).Take(MostFiles)],
                Unknown = [.. unknown.OrderBy(line => line.On).ThenBy(line => line.Id, StringComparer.Ordinal)],
            },
            status);
    }

    private async Task<IReadOnlyList<PaymentLine>> Lines(IReadOnlyList<PaymentSummary> shown, CancellationToken cancellation)
    {
        var titles = new Dictionary<(string Smederij, string Idea), string>();
        foreach (var of in shown.GroupBy(order => order.Smederij))
            foreach (var (idea, title) in await unreadable.TitlesOf(of.Key, [.. of.Select(order => order.Idea).Distinct()], cancellation))
                titles[(of.Key, idea)] = title;
        return [.. shown.Select(order => new PaymentLine(
            order, titles.GetValueOrDefault((order.Smederij, order.Idea), order.Idea), settings.NameOf(order.Smederij)))];
    }

    private async Task<IResult> OrderPage(HttpContext http, PaymentOrder order, Typed typed, int status)
    {
        await looks.Note(http, LookKind.Ledger, order.Smederij, order.Idea);
        var lines = new List<PaymentLogLine>();
        await foreach (var row in store.All(Partitions.Payments, RowRange.Prefix($"betaling|{order.Id}|log|"), http.RequestAborted))
            if (row.TryRead(PaymentRowsJson.Default.PaymentLogLine) is { } line)
                lines.Add(line);
        var known = await names.Known(Partitions.Payments, http.RequestAborted);
        return new PageOf<PaymentPage>(
            new PaymentModel(
                order, (await Lines([PaymentSummary.Of(order)], http.RequestAborted))[0], lines,
                id => known.FirstOrDefault(one => one.Id == id)?.Name ?? "een medewerker", typed, http.Staff())
            {
                SignInFirst = await fresh.Before(http, AddressOf(order.Id), StaffWork.Paying),
            },
            status);
    }
}

/// <param name="Title">Of the idea.</param>
/// <param name="Smederij">By its name.</param>
public sealed record PaymentLine(PaymentSummary Order, string Title, string Smederij)
{
    public string IdeaPath => $"/medewerkers/ideeen/{Order.Smederij}/{Order.Idea}";
}

public sealed record PaymentsModel(IReadOnlyList<PaymentLine> Lines, IReadOnlyList<BatchSummary> Batches, Typed Typed, DateOnly Today)
{
    public bool LacksPayer { get; init; }

    public SignInNeeded? SignInFirst { get; init; }

    public IReadOnlyDictionary<string, string> Names { get; init; } = new Dictionary<string, string>();

    /// <summary>The files of the bank that were read in last.</summary>
    public IReadOnlyList<BankFileSummary> Files { get; init; } = [];

    /// <summary>The lines of the bank that wait for people.</summary>
    public IReadOnlyList<BankLineSummary> Unknown { get; init; } = [];

    public IReadOnlyList<PaymentLine> In(PaymentPhase phase) => [.. Lines.Where(line => line.Order.Phase == phase)];
}

public sealed record PaymentModel(
    PaymentOrder Order, PaymentLine Line, IReadOnlyList<PaymentLogLine> Log, Func<string, string> NameOf, Typed Typed, StaffMember Me)
{
    public SignInNeeded? SignInFirst { get; init; }
}
