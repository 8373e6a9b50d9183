using Smederijen.Portal.Ideas;

namespace Smederijen.Portal.Payments;

/// <summary>One line of the bank that is not understood: one says what it is about, another agrees.</summary>
public sealed class BankLineDesk(
    BankLineItems lines, PaymentItems orders, BankMatching matching, SealedLines sealedLines, IEntityStore store, StaffNames names, Looks looks,
    FreshSignIn fresh)
{
    public const string Meaning = "betekenis";
    public const string Order = "kenmerk";
    public const string Idea = "idee";
    public const string Amount = "bedrag";
    public const string Paid = "betaald";
    public const string Returned = "terug";
    public const string PaidBack = "terugbetaald";
    public const string Unrelated = "anders";

    private const string NoSuchLine = "Deze regel bestaat niet. Zoek hem op in het overzicht van de betalingen.";

    public static string AddressOf(string line) => $"{PaymentDesk.Address}/regels/{line}";

    public async Task<IResult> Show(HttpContext http) => await Find(http) is { } line
        ? await Page(http, line, Typed.For(http), 200) : Failures.NotFound(http, NoSuchLine);

    public Task<IResult> Propose(HttpContext http) => Act(http, async (line, typed, by) =>
    {
        var meaning = await MeaningIn(line, typed, http.RequestAborted);
        return at => new BankLineEvent.Proposed(at, by, meaning!);
    });

    public Task<IResult> Agree(HttpContext http) =>
        Act(http, (_, typed, by) => new(at => new BankLineEvent.Agreed(at, by, typed.Count(PaymentDesk.Seen) ?? -1)));

    public Task<IResult> Drop(HttpContext http) =>
        Act(http, (_, typed, by) => new(at => new BankLineEvent.Dropped(at, by, typed.Count(PaymentDesk.Seen) ?? -1)));

    /// <summary>What somebody says that it is about; null, with an error, when that cannot be read.</summary>
    private async Task<LineMeaning?> MeaningIn(BankLine line, Typed typed, CancellationToken cancellation)
    {
        switch (typed.Raw(Meaning))
        {
            case Paid:
                return await OrderIn(line, typed, cancellation) is { } paid ? new LineMeaning.Paid(paid) : null;
            case Returned:
                return await OrderIn(line, typed, cancellation) is { } back
                    ? (line.State as LineState.Open)?.About is LineMeaning.Returned seemed ? seemed with { Order = back }
                        : new LineMeaning.Returned(back, "MS03", NeverLeft: line.Sort == BankFileSort.Answer)
                    : null;
            case PaidBack:
                return await IdeaIn(typed, cancellation) is { } idea && typed.Euros(Amount, "Vul in hoeveel van dit bedrag voor dit idee is.") is var amount
                    && !typed.Errors.Any ? new LineMeaning.PaidBack(idea.Smederij, idea.Id, amount) : null;
            case Unrelated:
                return new LineMeaning.Unrelated(typed.Text(PaymentDesk.Reason, 500, BankTexts.Text(BankRefusal.ReasonMissing)));
            default:
                typed.Errors.Add(Meaning, "Kies waar deze regel over gaat.");
                return null;
        }
    }

    private async Task<string?> OrderIn(BankLine line, Typed typed, CancellationToken cancellation)
    {
        var id = typed.Plain(Order).ToLowerInvariant();
        if (!PaymentKey.IsValid(id) || (await orders.Load(new PaymentKey(id), cancellation))?.Item is not { } order)
            typed.Errors.Add(Order, "Deze betaling kennen wij niet. Het kenmerk staat op de pagina van de betaling.");
        else if (order.Amount != line.Amount)
            typed.Errors.Add(Order, $"Deze betaling is van een ander bedrag: {Dutch.Euro(order.Amount.Cents)}. Kijk het kenmerk na.");
        else
            return id;
        return null;
    }

    private async Task<IdeaKey?> IdeaIn(Typed typed, CancellationToken cancellation)
    {
        if (await matching.Idea(typed.Plain(Idea), cancellation) is { } idea)
            return idea;
        typed.Errors.Add(Idea, "Dit idee kennen wij niet, of het hoeft niets terug te betalen. Kopieer het adres van de pagina van het idee.");
        return null;
    }

    private async Task<IResult> Act(HttpContext http, Func<BankLine, Typed, string, ValueTask<Func<DateTimeOffset, BankLineEvent>>> read)
    {
        if (await Find(http) is not { } line)
            return Failures.NotFound(http, NoSuchLine);
        if (await fresh.Refuse(http, Weighty.Payment, AddressOf(line.Id)) is { } old)
            return old;
        var typed = await Typed.Read(http);
        var happening = await read(line, typed, http.Staff().Id);
        if (typed.Errors.Any)
            return await Page(http, line, typed, 400);
        var outcome = await lines.Handle(
            new BankLineKey(line.Id), typed.Pressed, happening,
            async token => await names.Introduce(Partitions.Payments, http.Staff(), token), CancellationToken.None);
        if (outcome is not Outcome<BankRefusal>.Refused refused)
            return new SeeOther(AddressOf(line.Id));
        typed.Errors.Add(refused.Reason == BankRefusal.OtherAmount ? Amount : "", BankTexts.Text(refused.Reason));
        return await Page(http, await Find(http) ?? line, typed, 409);
    }

    private async Task<BankLine?> Find(HttpContext http) => http.Request.RouteValues["id"] is string id && BankLineKey.IsValid(id)
        ? (await lines.Load(new BankLineKey(id), http.RequestAborted))?.Item : null;

    private async Task<IResult> Page(HttpContext http, BankLine line, Typed typed, int status)
    {
        await looks.Note(http, LookKind.Account, Partitions.Payments, line.Id);
        var rows = await store.All(Partitions.Payments, RowRange.Prefix($"bankregel|{line.Id}|"), http.RequestAborted).ToListAsync(http.RequestAborted);
        var known = await names.Known(Partitions.Payments, http.RequestAborted);
        return new PageOf<BankLinePage>(
            new BankLineModel(
                line, await sealedLines.Text(line.Id, http.RequestAborted),
                [.. Words.PutBack(rows).Where(row => LogChain.IsLine(row.Row))
                    .Select(row => row.TryRead(BankLineRowsJson.Default.BankLineLogLine)).OfType<BankLineLogLine>()],
                id => known.FirstOrDefault(one => one.Id == id)?.Name ?? "een medewerker", typed, http.Staff())
            {
                SignInFirst = await fresh.Before(http, AddressOf(line.Id), StaffWork.Paying),
            },
            status);
    }
}

/// <param name="Text">Who paid and what they wrote; null once the line is settled.</param>
public sealed record BankLineModel(
    BankLine Line, LineText? Text, IReadOnlyList<BankLineLogLine> Log, Func<string, string> NameOf, Typed Typed, StaffMember Me)
{
    public SignInNeeded? SignInFirst { get; init; }
}
