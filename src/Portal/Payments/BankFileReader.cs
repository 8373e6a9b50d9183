using Smederijen.Banking;

namespace Smederijen.Portal.Payments;

/// <summary>What came of reading a file that somebody chose.</summary>
internal abstract record BankFileReading
{
    private BankFileReading() { }

    /// <summary>Nothing of it is kept.</summary>
    /// <param name="Problem">What is wrong and what to do, in Dutch.</param>
    public sealed record Refused(string Problem) : BankFileReading;

    /// <summary>It was read before.</summary>
    public sealed record Known(BankFileKey Key) : BankFileReading;

    /// <param name="Parts">The rows of the lines that concern us.</param>
    public sealed record Whole(BankFileKey Key, Func<DateTimeOffset, string, BankFileEvent.Received> By, IReadOnlyList<Write> Parts)
        : BankFileReading;
}

/// <summary>Reads a file of the bank whole, before anything of it is kept: of which account it is, and what of it concerns us.</summary>
public sealed class BankFileReader(
    BankFileItems files, BankMatching matching, SealedLines sealedLines, UnreadableRows unreadable, SettingsBook settings)
{
    private const string TooMuch = "In dit bestand staan te veel regels voor één keer. Vraag uw bank om een bestand over minder dagen.";

    private const string OtherAccountsToo = "In dit bestand staan ook afschriften van andere rekeningen. Die zijn niet gelezen.";

    private const string NotOurPayments = "In dit antwoord van de bank staat niets over betalingen van De Smederijen. Kies een ander bestand.";

    internal async Task<BankFileReading> Read(IFormFile sent, CancellationToken cancellation)
    {
        var key = BankFileKey.OfContent(await HashOf(sent, cancellation));
        if (await files.Load(key, cancellation) is not null)
            return new BankFileReading.Known(key);
        // A posted file is read from one place at a time.
        var isAnswer = IsAnswer(sent);
        await using var file = sent.OpenReadStream();
        return isAnswer ? await Answer(key, Pain002.Read(file), cancellation) : await Statement(key, Camt053.Read(file), cancellation);
    }

    private static async Task<string> HashOf(IFormFile sent, CancellationToken cancellation)
    {
        await using var file = sent.OpenReadStream();
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellation));
    }

    private static bool IsAnswer(IFormFile sent)
    {
        using var file = sent.OpenReadStream();
        return Pain002.IsMeant(file);
    }

    private async Task<BankFileReading> Statement(BankFileKey key, BankRead<ImmutableArray<Statement>> read, CancellationToken cancellation)
    {
        if (read is not BankRead<ImmutableArray<Statement>>.Ok { Value: var all })
            return new BankFileReading.Refused(((BankRead<ImmutableArray<Statement>>.Refused)read).Problem);
        var accounts = await Accounts(cancellation);
        var ours = all.Where(statement => accounts.Contains(statement.Account)).ToList();
        if (ours.Count == 0)
            return new BankFileReading.Refused(accounts.Count == 0 ? PaymentDesk.NoPayer : OtherAccount(all, accounts[0]));
        var isForUsAlone = settings.Municipality.Payer?.ForUsAlone == true;
        var matched = await matching.Statement([.. ours.SelectMany(statement => statement.Lines)], isForUsAlone, cancellation);
        return Whole(
            key, BankFileSort.Statement, Tail(ours[0].Account), string.Join(", ", ours.Select(statement => statement.Id).Distinct()), matched,
            [.. ours.SelectMany(statement => statement.Notes).Distinct(), .. ours.Count < all.Length ? [OtherAccountsToo] : (string[])[]],
            isForUsAlone ? Balances(ours) : []);
    }

    private async Task<BankFileReading> Answer(BankFileKey key, BankRead<ImmutableArray<PaymentStatus>> read, CancellationToken cancellation)
    {
        if (read is not BankRead<ImmutableArray<PaymentStatus>>.Ok { Value: var all })
            return new BankFileReading.Refused(((BankRead<ImmutableArray<PaymentStatus>>.Refused)read).Problem);
        var matched = await matching.Answer(all, cancellation);
        return matched.Lines.Count == 0
            ? new BankFileReading.Refused(NotOurPayments)
            : Whole(key, BankFileSort.Answer, "", all[0].OriginalMessageId ?? "", matched, [], []);
    }

    /// <summary>What the account of a whole town begins and ends with is no business of this program. A statement can have several pages.</summary>
    private static ImmutableArray<StatementBalances> Balances(IEnumerable<Statement> ours) =>
    [
        .. from statement in ours.GroupBy(one => (one.Account, one.Id))
           let opening = statement.Select(page => page.Opening).FirstOrDefault(balance => balance is not null)
           let closing = statement.Select(page => page.Closing).LastOrDefault(balance => balance is not null)
           where opening?.On is not null && closing?.On is not null
           select new StatementBalances(
               statement.Key.Account, statement.Key.Id, opening.On!.Value, InCents(opening), closing.On!.Value, InCents(closing)),
    ];

    private static long InCents(Balance balance) => balance.Kind == EntryKind.Credit ? balance.Amount.Cents : -balance.Amount.Cents;

    private BankFileReading Whole(
        BankFileKey key, BankFileSort sort, string account, string number, MatchedLines matched, ImmutableArray<string> notes,
        ImmutableArray<StatementBalances> balances) =>
        sealedLines.Keep(key.Id, matched.Lines) is not { } parts ? new BankFileReading.Refused(TooMuch)
        : new BankFileReading.Whole(
            key, (at, by) => new BankFileEvent.Received(
                at, by, sort, account, number.Length <= 70 ? number : number[..70], matched.Lines.Count, parts.Count, matched.Others, notes,
                balances), parts);

    /// <summary>Of the municipality: the one that pays now, and those that signed batches were paid from.</summary>
    private async Task<IReadOnlyList<string>> Accounts(CancellationToken cancellation)
    {
        List<string> accounts = settings.Municipality.Payer is { } payer ? [payer.Iban] : [];
        var made = await unreadable.All(Partitions.Payments, PaymentKeys.Batches, PaymentRowsJson.Default.BatchSummary, cancellation);
        foreach (var batch in made.Where(batch => batch.Phase == BatchPhase.Signed))
        {
            var row = PaymentKeys.Payer(batch.Id);
            if (await unreadable.Find(Partitions.Payments, row, PaymentRowsJson.Default.PayerSettings, cancellation) is { } earlier)
                accounts.Add(earlier.Iban);
        }
        return [.. accounts.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Of somebody else's account only the end is told.</summary>
    private static string OtherAccount(ImmutableArray<Statement> all, string ours) =>
        $"Dit afschrift is van een rekening die eindigt op {Dutch.Several(all.Select(one => Tail(one.Account)).Distinct(), "of")}. "
        + $"Daarvan betalen De Smederijen niet. Kies het afschrift van de rekening die eindigt op {Tail(ours)}.";

    private static string Tail(string account) => account.Length <= 4 ? account : account[^4..];
}
