using System.Collections.Concurrent;

namespace Smederijen.Portal.Work;

/// <summary>What of people or of money somebody looked at.</summary>
public enum LookKind
{
    /// <summary>An idea with its submitter, and what was paid for it.</summary>
    Dossier,

    /// <summary>An account number in full.</summary>
    Account,

    /// <summary>A receipt, a proof of money or a list of signatures.</summary>
    File,

    /// <summary>Somebody who waits for a call.</summary>
    Help,

    /// <summary>A mail that did not arrive, with its addressee.</summary>
    Letter,

    /// <summary>A plan with its working group and partners.</summary>
    Plan,

    /// <summary>The payments of a round.</summary>
    Ledger,

    /// <summary>All that is known of one person; the item is one place where they were found.</summary>
    Person,
}

/// <summary>One look, and never what was seen. Storage contract.</summary>
/// <param name="By">The staff account.</param>
/// <param name="Item">What it was about: an idea, a plan, a call, a period, an item of work.</param>
public sealed record Look(DateTimeOffset At, string By, LookKind What, string Smederij, string Item);

/// <summary>
/// Keeps who of the staff looked at which person, account or payment, and when. A look is written before the page is answered: where it
/// cannot be written, nothing is shown. The same look again within ten minutes is the same look.
/// </summary>
public sealed class Looks(IEntityStore store, UnreadableRows unreadable, TimeProvider clock)
{
    public static readonly TimeSpan Once = TimeSpan.FromMinutes(10);

    /// <summary>After that it is of no use to who was looked at, and says only how somebody worked.</summary>
    private const int YearsKept = 2;

    private const string OnceRows = "al|";

    /// <summary>Looks are kept under numbers, so this stands behind all of them.</summary>
    private const string AfterLooks = ":";

    /// <summary>So many are kept in mind before those that are over are dropped.</summary>
    private const int MostInMind = 2000;

    /// <summary>What this process noted, and when.</summary>
    private readonly ConcurrentDictionary<(string By, LookKind What, string Smederij, string Item), DateTimeOffset> inMind = new();

    /// <exception cref="StoreUnavailableException">The look could not be written, so nothing may be shown.</exception>
    public async Task Note(HttpContext http, LookKind what, string smederij, params IReadOnlyCollection<string> items)
    {
        var now = clock.GetUtcNow();
        var fresh = items.Distinct().Select(item => new Look(now, http.Staff().Id, what, smederij, item))
            .Where(look => !inMind.TryGetValue(KeyOf(look), out var earlier) || now - earlier > Once).ToList();
        foreach (var some in fresh.Chunk(StoreLimits.OperationsPerCommit / 2))
        {
            // One that another instance noted already keeps none of the others back.
            if (await store.Commit(Partitions.Looks, [.. some.SelectMany(Written)]) is CommitResult.Conflict && some.Length > 1)
            {
                foreach (var look in some)
                    await store.Commit(Partitions.Looks, Written(look));
            }
        }
        Remember(fresh, now);
    }

    /// <summary>The newest first.</summary>
    /// <param name="from">Where to begin; empty for the newest of all.</param>
    public async Task<(IReadOnlyList<(string Row, Look Look)> Looks, string? Next)> Read(string from, int most, CancellationToken cancellation)
    {
        var page = await store.Query(Partitions.Looks, new RowRange(from.Length > 0 ? from : "0", AfterLooks), most, cancellation);
        return (await unreadable.Read(Partitions.Looks, page.Rows, row => (row.Row, row.Read(WorkJson.Default.Look))), page.Continuation);
    }

    public async Task ForgetOld(CancellationToken cancellation = default)
    {
        await store.DeleteAll(Partitions.Looks, new RowRange(Place(clock.GetUtcNow().AddYears(-YearsKept)), AfterLooks), cancellation: cancellation);
        await store.DeleteAll(Partitions.Looks, new RowRange(OnceRows, OnceRow(clock.GetUtcNow(), "")), cancellation: cancellation);
    }

    private void Remember(IEnumerable<Look> noted, DateTimeOffset now)
    {
        foreach (var look in noted)
            inMind[KeyOf(look)] = look.At;
        if (inMind.Count <= MostInMind)
            return;
        foreach (var (key, at) in inMind)
        {
            if (now - at > Once)
                inMind.TryRemove(key, out _);
        }
    }

    private static (string, LookKind, string, string) KeyOf(Look look) => (look.By, look.What, look.Smederij, look.Item);

    /// <summary>The look, and a row that lets no other process write the same one in these ten minutes.</summary>
    private static Write[] Written(Look look)
    {
        var hash = Digest.Hex($"{KeyOf(look)}", 16);
        return
        [
            new Write.Insert(OnceRow(look.At, hash), "1"),
            new Write.Insert($"{Place(look.At)}|{hash}", Rows.Write(look, WorkJson.Default.Look)),
        ];
    }

    private static string OnceRow(DateTimeOffset at, string hash) => $"{OnceRows}{(at.UtcTicks / Once.Ticks).ToString("D12", CultureInfo.InvariantCulture)}|{hash}";

    /// <summary>The later, the sooner in the order of keys.</summary>
    private static string Place(DateTimeOffset at) => (long.MaxValue - at.UtcTicks).ToString("D19", CultureInfo.InvariantCulture);
}
