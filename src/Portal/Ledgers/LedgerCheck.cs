namespace Smederijen.Portal.Ledgers;

/// <summary>Compares a ledger with the decisions that posted in it, and adds it up again.</summary>
public static class LedgerCheck
{
    public static IReadOnlyList<ItemCheck> Checks { get; } =
    [
        ItemCheck.Of("ronde", Look, afterAll: true),
        ItemCheck.Of<MoneyOnItsWay>("ronde", (x, evidence, cancellation) => x.Look(evidence, cancellation), afterAll: true),
    ];

    private static IReadOnlyList<Finding> Look(ItemEvidence evidence)
    {
        var lines = evidence.Below("kas").Select(row => (Number: NumberOf(row), Entry: row.TryRead(DomainJson.Default.LedgerEntry))).ToList();
        var told = evidence.Postings.Select(told => told.Posting).Where(posting => posting.Period == evidence.Id).ToLookup(posting => posting.Number);
        // An upgrade found these lines; no log tells of them one by one.
        var before = evidence.Told.Select(line => line.Ledger).DefaultIfEmpty().Max();
        var findings = new List<Finding>();
        foreach (var (i, (number, entry)) in lines.Index())
        {
            var isPosted = number <= before ? !told[number].Any() : told[number].Select(one => one.Entry).ToList() is [var posted] && posted == entry;
            if (number != i + 1 || entry is null || !isPosted)
                findings.Add(new(evidence.Key, Trouble.LedgerLine, number));
        }
        var present = lines.Select(line => line.Number).ToHashSet();
        findings.AddRange(Enumerable.Range(1, before).Concat(told.Select(one => one.Key)).Where(number => !present.Contains(number))
            .Select(missing => new Finding(evidence.Key, Trouble.LedgerLine, missing)));
        if (evidence.Row?.TryRead(LedgerJson.Default.StoredRound)?.Item is { } round
            && (Ledger.TryReplay(lines.Select(line => line.Entry).OfType<LedgerEntry>()) != round.Ledger || lines.Count != round.Entries))
            findings.Add(new(evidence.Key, Trouble.Totals));
        findings.AddRange(PaidTwice(lines.Select(line => line.Entry).OfType<LedgerEntry>())
            .Select(idea => new Finding(new WorkKey(evidence.Key.Smederij, idea), Trouble.PaidTwice)));
        return findings;
    }

    /// <summary>
    /// The ideas of which a payment was released more than once, and those that got more than was set apart for them. A payment that came back is
    /// none: its money is set apart again.
    /// </summary>
    private static IEnumerable<string> PaidTwice(IEnumerable<LedgerEntry> entries)
    {
        var (apart, times) = (new Dictionary<string, long>(StringComparer.Ordinal), new Dictionary<(string, int), int>());
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var (idea, payment, change, cents) in entries.Select(Moved).Where(one => one.Idea is not null))
        {
            apart[idea!] = apart.GetValueOrDefault(idea!) + cents;
            times[(idea!, payment)] = times.GetValueOrDefault((idea!, payment)) + change;
            if (apart[idea!] < 0 || times[(idea!, payment)] > 1)
                found.Add(idea!);
        }
        return found;
    }

    /// <summary>What a line does to the number of times that a payment was made, and to what is set apart for its idea.</summary>
    private static (string? Idea, int Payment, int Times, long Cents) Moved(LedgerEntry entry) => entry switch
    {
        LedgerEntry.Reserve e => (e.Idea, 0, 0, e.Amount.Cents),
        LedgerEntry.Free e => (e.Idea, 0, 0, -e.Amount.Cents),
        LedgerEntry.Release e => (e.Idea, e.Payment, 1, -e.Amount.Cents),
        LedgerEntry.Bounce e => (e.Idea, e.Payment, -1, e.Amount.Cents),
        _ => default,
    };

    private static int NumberOf(Entity row) =>
        int.TryParse(row.Row.AsSpan(row.Row.LastIndexOf('|') + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
