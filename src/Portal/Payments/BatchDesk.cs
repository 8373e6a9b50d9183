using Smederijen.Banking;

namespace Smederijen.Portal.Payments;

/// <summary>One batch: looked at by one, signed off by another, and downloaded as the file for the bank and as one for the books.</summary>
public sealed class BatchDesk(
    BatchItems batches, PaymentItems orders, Payees payees, SealedLines sealedLines, IEntityStore store, StaffNames names, SettingsBook settings,
    Looks looks, FreshSignIn fresh)
{
    private const string NoSuchBatch = "Deze betaalopdracht bestaat niet. Zoek haar op in het overzicht van de betalingen.";

    public const string NamesField = "antwoord";
    public const string NamesSeen = "namen";

    public static string AddressOf(string batch) => $"{PaymentDesk.Address}/opdrachten/{batch}";

    public async Task<IResult> Show(HttpContext http) => await Find(http) is { } batch
        ? await Page(http, batch, Typed.For(http), 200) : Failures.NotFound(http, NoSuchBatch);

    public Task<IResult> Sign(HttpContext http) =>
        Act(http, (typed, by) => at => new BatchEvent.SignedOff(
            at, by, typed.Count(PaymentDesk.Seen) ?? -1, NamesSeen: typed.Raw(NamesSeen) == "ja"));

    public Task<IResult> ThrowAway(HttpContext http) => Act(http, (typed, by) =>
    {
        var reason = typed.Text(PaymentDesk.Reason, 500, PaymentTexts.Text(BatchRefusal.ReasonMissing));
        return at => new BatchEvent.Discarded(at, by, reason);
    });

    /// <summary>The file for the bank. It is the same whenever it is downloaded.</summary>
    public Task<IResult> ShowBankFile(HttpContext http) => File(http, "pain001.xml", "application/xml; charset=utf-8", (batch, payer, lines) =>
        Pain001.Write(PaymentFiles.Of(batch, payer, lines)));

    /// <summary>The same payments for a financial package.</summary>
    public Task<IResult> ShowTable(HttpContext http) => File(http, "betalingen.csv", "text/csv; charset=utf-8", (batch, payer, lines) =>
        PaymentFiles.Table(batch, payer, lines));

    /// <summary>Only names and accounts, also before the signature: nothing can be paid with it.</summary>
    public Task<IResult> ShowNames(HttpContext http) => File(
        http, "namen.csv", "text/csv; charset=utf-8", (batch, _, lines) => PaymentFiles.Names(batch, lines), unsigned: true);

    /// <summary>Reads what the bank found of the names. An answer on other payments is refused.</summary>
    public async Task<IResult> CheckNames(HttpContext http)
    {
        if (await Find(http) is not { } batch)
            return Failures.NotFound(http, NoSuchBatch);
        if (await fresh.Refuse(http, Weighty.Payment, AddressOf(batch.Id)) is { } old)
            return old;
        if (batch.State is BatchState.Signed { ErasedOn: { } day })
            return Failures.Answer(http, 410, PaymentTexts.Erased(day));
        var typed = await Typed.Read(http);
        if ((await http.Request.ReadFormAsync(http.RequestAborted)).Files.GetFile(NamesField) is not { Length: > 0 } sent)
            typed.Errors.Add(NamesField, "Kies een bestand.");
        else if (batch.State is (BatchState.Ready or BatchState.Signed) && await Payer(batch, http.RequestAborted) is { } payer)
            return await CheckNames(http, batch, typed, sent, PaymentFiles.Of(batch, payer, await payees.Read(batch.Id, http.RequestAborted)));
        else
        {
            var why = batch.State is BatchState.ThrownAway ? BatchRefusal.IsThrownAway : BatchRefusal.StillGathering;
            typed.Errors.Add(NamesField, PaymentTexts.Text(why));
        }
        return await Page(http, batch, typed, 400);
    }

    private async Task<IResult> CheckNames(HttpContext http, PaymentBatch batch, Typed typed, IFormFile sent, PaymentFile asked)
    {
        await using var file = sent.OpenReadStream();
        var read = PayeeChecks.Read(file, asked);
        if (read is not BankRead<ImmutableArray<PayeeAnswer>>.Ok { Value: var answers })
        {
            typed.Errors.Add(NamesField, ((BankRead<ImmutableArray<PayeeAnswer>>.Refused)read).Problem);
            return await Page(http, batch, typed, 400);
        }
        var found = answers.ToImmutableDictionary(answer => answer.EndToEndId, answer => PaymentTexts.CheckOf(answer.Match));
        var namesAtBank = new NamesAtBank(answers.Where(answer => answer.NameAtBank is not null)
            .ToImmutableDictionary(answer => answer.EndToEndId, answer => answer.NameAtBank!));
        var outcome = await batches.Handle(
            new BatchKey(batch.Id), typed.Pressed, at => new BatchEvent.PayeesChecked(at, http.Staff().Id, found),
            async token => [.. await names.Introduce(Partitions.Payments, http.Staff(), token), sealedLines.Keep(batch.Id, namesAtBank)],
            CancellationToken.None);
        if (outcome is not Outcome<BatchRefusal>.Refused refused)
            return new SeeOther(AddressOf(batch.Id));
        typed.Errors.Add(NamesField, PaymentTexts.Text(refused.Reason));
        return await Page(http, await Find(http) ?? batch, typed, 409);
    }

    private async Task<IResult> File(
        HttpContext http, string name, string type, Func<PaymentBatch, PayerSettings, IReadOnlyDictionary<string, Payee>, byte[]> write,
        bool unsigned = false)
    {
        if (await Find(http) is not { } batch)
            return Failures.NotFound(http, NoSuchBatch);
        if (batch.State is not BatchState.Signed && !(unsigned && batch.State is BatchState.Ready))
            return Failures.Answer(http, 409, "Deze opdracht is nog niet getekend. Daarna kunt u het bestand ophalen.");
        if (batch.State is BatchState.Signed { ErasedOn: { } day })
            return Failures.Answer(http, 410, PaymentTexts.Erased(day));
        if (await fresh.Refuse(http, Weighty.Payment, AddressOf(batch.Id)) is { } old)
            return old;
        await looks.Note(http, LookKind.Account, Partitions.Payments, batch.Id);
        var payer = await Payer(batch, http.RequestAborted) ?? throw new InvalidOperationException($"Batch {batch.Id} has lost its payer.");
        return new SentFile($"{batch.Id}-{name}", type, write(batch, payer, await payees.Read(batch.Id, http.RequestAborted)));
    }

    private async Task<IResult> Act(HttpContext http, Func<Typed, string, Func<DateTimeOffset, BatchEvent>> read)
    {
        if (await Find(http) is not { } batch)
            return Failures.NotFound(http, NoSuchBatch);
        if (await fresh.Refuse(http, Weighty.Payment, AddressOf(batch.Id)) is { } old)
            return old;
        var typed = await Typed.Read(http);
        var happening = read(typed, http.Staff().Id);
        if (typed.Errors.Any)
            return await Page(http, batch, typed, 400);
        var outcome = await batches.Handle(
            new BatchKey(batch.Id), typed.Pressed, happening,
            async token => await names.Introduce(Partitions.Payments, http.Staff(), token), CancellationToken.None);
        if (outcome is not Outcome<BatchRefusal>.Refused refused)
            return new SeeOther(AddressOf(batch.Id));
        typed.Errors.Add("", PaymentTexts.Text(refused.Reason));
        return await Page(http, await Find(http) ?? batch, typed, 409);
    }

    private async Task<PaymentBatch?> Find(HttpContext http) =>
        http.Request.RouteValues["id"] as string is { } id && ItemId.IsValid(id)
            ? (await batches.Load(new BatchKey(id), http.RequestAborted))?.Item : null;

    private async Task<PayerSettings?> Payer(PaymentBatch batch, CancellationToken cancellation) =>
        (await store.Get(Partitions.Payments, PaymentKeys.Payer(batch.Id), cancellation))?.Read(PaymentRowsJson.Default.PayerSettings);

    private async Task<IResult> Page(HttpContext http, PaymentBatch batch, Typed typed, int status)
    {
        await looks.Note(http, LookKind.Account, Partitions.Payments, batch.Id);
        var to = await payees.Read(batch.Id, http.RequestAborted);
        var lines = new List<BatchPageLine>();
        foreach (var line in batch.Lines)
        {
            var order = (await orders.Load(new PaymentKey(line.Order), http.RequestAborted))?.Item;
            lines.Add(new(line, order is null ? null : PaymentSummary.Of(order), order is null ? "" : settings.NameOf(order.Smederij),
                to.GetValueOrDefault(line.Order)));
        }
        var known = await names.Known(Partitions.Payments, http.RequestAborted);
        return new PageOf<BatchPage>(
            new BatchModel(
                batch, await Payer(batch, http.RequestAborted), lines, id => known.FirstOrDefault(one => one.Id == id)?.Name ?? "een medewerker", typed,
                http.Staff())
            {
                SignInFirst = await fresh.Before(http, AddressOf(batch.Id), StaffWork.Paying),
                NamesAtBank = await sealedLines.NamesAtBank(batch.Id, http.RequestAborted),
            },
            status);
    }
}

/// <param name="Smederij">By its name.</param>
/// <param name="To">Whom it goes to; null for what does not go along.</param>
public sealed record BatchPageLine(BatchLine Line, PaymentSummary? Order, string Smederij, Payee? To);

public sealed record BatchModel(
    PaymentBatch Batch, PayerSettings? Payer, IReadOnlyList<BatchPageLine> Lines, Func<string, string> NameOf, Typed Typed, StaffMember Me)
{
    public SignInNeeded? SignInFirst { get; init; }

    /// <summary>The names that the bank knows, by order, where it tells them.</summary>
    public IReadOnlyDictionary<string, string> NamesAtBank { get; init; } = new Dictionary<string, string>();
}
