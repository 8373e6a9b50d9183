namespace Smederijen.Portal.Ledgers;

/// <summary>
/// The row of a round, with the ledger in it: rounds change it, and so does every idea whose money moves, in one commit with the idea.
/// </summary>
public static class LedgerRows
{
    /// <summary>The round after the postings, with a ledger line for each.</summary>
    /// <exception cref="InvalidOperationException">The money is not there: the decision was wrong, and nothing may be written.</exception>
    public static Posted<Round> Post(Round round, IEnumerable<LedgerEntry> postings)
    {
        var (lines, told) = (new List<Write>(), new List<Posting>());
        foreach (var entry in postings)
        {
            round = round.Post(entry) ?? throw new InvalidOperationException($"The decision would overspend round {round.Period}: {entry}.");
            told.Add(new Posting(round.Period, round.Entries, entry));
            lines.Add(new Write.Insert(RoundKeys.LedgerLine(round.Period, round.Entries), Rows.Write(entry, DomainJson.Default.LedgerEntry)));
        }
        return new(round, lines, told);
    }

    /// <summary>A round as it is now; null when there is none.</summary>
    public static async ValueTask<Stored<Round>?> LoadRound(this IEntityStore store, RoundKey key, CancellationToken cancellation) =>
        await store.Get(key.Smederij, RoundKeys.Round(key.Period), cancellation) is { } row
            ? row.Read(LedgerJson.Default.StoredRound) with { ETag = row.ETag }
            : null;

    /// <summary>
    /// The round in which an idea can get money now: by the clock, and not closed early. A row that cannot be read leaves it to the clock.
    /// </summary>
    public static async ValueTask<RoundSettings?> OpenRound(
        this IEntityStore store, SettingsBook settings, string smederij, DateTimeOffset now, CancellationToken cancellation) =>
        settings.OpenRoundOf(smederij, now) is { } round
        && (await store.Get(smederij, RoundKeys.Round(round.Period), cancellation))?.TryRead(LedgerJson.Default.StoredRound)
            is not { Item.State: not (RoundState.Announced or RoundState.Open) } ? round : null;
}

/// <summary>How a round is written down. Storage contract.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(Stored<Round>))]
public sealed partial class LedgerJson : JsonSerializerContext;
