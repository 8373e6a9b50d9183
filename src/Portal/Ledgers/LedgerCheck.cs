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
        // A payment that came back is none.
        findings.AddRange(lines.Select(line => line.Entry switch
        {
            LedgerEntry.Release paid => (paid.Idea, Times: 1),
            LedgerEntry.Bounce back => (back.Idea, Times: -1),
            _ => default,
        }).Where(one => one.Idea is not null).GroupBy(one => one.Idea, one => one.Times)
            .Where(paid => paid.Sum() > 1).Select(paid => new Finding(new WorkKey(evidence.Key.Smederij, paid.Key), Trouble.PaidTwice)));
        return findings;
    }

    private static int NumberOf(Entity row) =>
        int.TryParse(row.Row.AsSpan(row.Row.LastIndexOf('|') + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
