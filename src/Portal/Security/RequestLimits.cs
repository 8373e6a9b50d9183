using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Smederijen.Portal.Security;

/// <summary>Something that one address or mailbox may do so often in a window of time.</summary>
/// <param name="Unwritten">So many of them a process keeps in mind only: nearly everybody does less, and costs no write.</param>
/// <param name="Site">
/// What all IPv6 networks of one site (a /48) may do together; 0 for what is not counted by address. It is higher, because a
/// mobile provider puts many households in one, and it is there because one customer of another provider has 65,536 networks.
/// </param>
public sealed record Limit(string Name, int Times, TimeSpan Window, int Unwritten = 0, int Site = 0)
{
    public static Limit SubmitPerAddress { get; } = new("indienen-adres", 60, TimeSpan.FromHours(1), Unwritten: 15, Site: 600);

    public static Limit SubmitPerMailbox { get; } = new("indienen-mail", 10, TimeSpan.FromHours(1), Unwritten: 2);

    public static Limit SupportPerAddress { get; } = new("steunen-adres", 120, TimeSpan.FromHours(1), Unwritten: 30, Site: 1200);

    public static Limit SupportPerMailbox { get; } = new("steunen-mail", 20, TimeSpan.FromHours(1), Unwritten: 5);

    /// <summary>A whole office shares an address, and who pays signs in every ten minutes. What one mailbox gets has a brake of its own.</summary>
    public static Limit SignInPerAddress { get; } = new("aanmelden-adres", 120, TimeSpan.FromHours(1), Site: 1200);

    /// <summary>Only who is signed in can ask for one, in their own name: for every page that pays, every ten minutes.</summary>
    public static Limit ProofPerMember { get; } = new("bewijs-medewerker", 60, TimeSpan.FromHours(1));

    public static Limit StepPerAddress { get; } = new("stap-adres", 300, TimeSpan.FromHours(1), Unwritten: 75, Site: 3000);

    /// <summary>The limit of the whole site; null where there is none.</summary>
    public Limit? OfSite => Site == 0 ? null : new($"{Name}-48", Site, Window, Unwritten * (Site / Times));
}

/// <summary>
/// Counts in the store, so that a restart or a second instance does not begin at nought, but for the first ones of each
/// process. Addresses are kept as pseudonyms. Two requests at the same moment may count as one: a limit is a brake, not a lock.
/// </summary>
public sealed class RequestLimits(IEntityStore store, Pseudonyms pseudonyms, TimeProvider clock, IOptions<PortalOptions> options)
{
    /// <summary>Beyond this many addresses and mailboxes in an hour, everything is written.</summary>
    private const int MostInMind = 50_000;

    private const int NetworkBits = 64;
    private const int SiteBits = 48;

    private readonly ConcurrentDictionary<string, int> inMind = new(StringComparer.Ordinal);

    /// <summary>Counts one more, and tells how long to wait when it was one too many; null when all is well.</summary>
    public ValueTask<TimeSpan?> Count(Limit limit, string subject, CancellationToken cancellation = default) =>
        Count([(limit, subject)], cancellation);

    /// <summary>Counts one more of each, up to the first that was one too many.</summary>
    public async ValueTask<TimeSpan?> Count(IReadOnlyList<(Limit Limit, string Subject)> all, CancellationToken cancellation = default)
    {
        if (!options.Value.LimitRequests)
            return null;
        var rows = new List<(string Row, Limit Limit)>();
        foreach (var (limit, subject) in all.SelectMany(WithSite))
        {
            var row = await RowOf(limit, subject, cancellation);
            if (!FitsInMind(row, limit))
                rows.Add((row, limit));
        }
        if (rows.Count == 0)
            return null;
        // Those that were kept in mind count as well.
        if (await store.Commit(Partitions.Limits, [.. rows.Select(row => new Write.Insert(row.Row, $"{row.Limit.Unwritten + 1}"))], cancellation) is CommitResult.Committed)
            return null;
        foreach (var (row, limit) in rows)
        {
            var count = Math.Max(await Look(row, cancellation), limit.Unwritten);
            if (count >= limit.Times)
                return UntilNext(limit);
            await store.Commit(Partitions.Limits, [new Write.Put(row, (count + 1).ToString(CultureInfo.InvariantCulture))], cancellation);
        }
        return null;
    }

    /// <summary>Deletes the counters of windows that have ended: even a pseudonym is not kept longer than it is needed.</summary>
    public async Task ForgetEnded(CancellationToken cancellation = default)
    {
        ForgetInMind();
        var ended = new RowRange("", $"{Place(clock.GetUtcNow())}~");
        while (await store.Query(Partitions.Limits, ended, StoreLimits.OperationsPerCommit, cancellation) is { Rows: { Count: > 0 } rows })
            await store.Commit(Partitions.Limits, [.. rows.Select(row => new Write.Delete(row.Row))], cancellation);
    }

    private bool FitsInMind(string row, Limit limit)
    {
        if (limit.Unwritten == 0)
            return false;
        if (inMind.Count >= MostInMind)
            ForgetInMind();
        return inMind.Count < MostInMind && inMind.AddOrUpdate(row, 1, (_, times) => times + 1) <= limit.Unwritten;
    }

    private void ForgetInMind()
    {
        var now = Place(clock.GetUtcNow());
        foreach (var row in inMind.Keys.Where(row => string.CompareOrdinal(row, now) < 0))
            inMind.TryRemove(row, out _);
    }

    private async ValueTask<string> RowOf(Limit limit, string subject, CancellationToken cancellation) =>
        $"{Place(EndOfWindow(limit))}|{limit.Name}|{await pseudonyms.KeyOf(limit.Name, subject, cancellation)}";

    private async ValueTask<int> Look(string row, CancellationToken cancellation) =>
        await store.Get(Partitions.Limits, row, cancellation) is { } found
            && int.TryParse(found.Data, CultureInfo.InvariantCulture, out var count) ? count : 0;

    private TimeSpan UntilNext(Limit limit) => EndOfWindow(limit) - clock.GetUtcNow();

    private DateTimeOffset EndOfWindow(Limit limit) => new((clock.GetUtcNow().UtcTicks / limit.Window.Ticks + 1) * limit.Window.Ticks, TimeSpan.Zero);

    /// <summary>Counters lie in the order in which their windows end, so that those of the past are one range.</summary>
    private static string Place(DateTimeOffset instant) => instant.UtcTicks.ToString("D19", CultureInfo.InvariantCulture);

    /// <summary>
    /// The network of the one who asks; proxies in front are the host's business. An IPv4 address is itself, also when it comes
    /// mapped into IPv6. Of an IPv6 address the first 64 bits count (<c>2001:db8:0:7::/64</c>): every device picks the others anew
    /// as it likes. Source: RFC 7421, RFC 8981.
    /// </summary>
    public static string AddressOf(HttpContext http) => http.Connection.RemoteIpAddress switch
    {
        null => "onbekend",
        { IsIPv4MappedToIPv6: true } mapped => mapped.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } address => Network(address, NetworkBits),
        var address => address.ToString(),
    };

    /// <summary>An IPv6 network counts for its site as well: the first 48 bits, which are one customer's. Source: RFC 6177.</summary>
    private static IEnumerable<(Limit Limit, string Subject)> WithSite((Limit Limit, string Subject) counted)
    {
        yield return counted;
        if (counted.Limit.OfSite is { } site && IPNetwork.TryParse(counted.Subject, out var network) && network.PrefixLength == NetworkBits)
            yield return (site, Network(network.BaseAddress, SiteBits));
    }

    private static string Network(IPAddress address, int bits)
    {
        var bytes = address.GetAddressBytes();
        Array.Clear(bytes, bits / 8, bytes.Length - bits / 8);
        return $"{new IPAddress(bytes)}/{bits}";
    }
}
