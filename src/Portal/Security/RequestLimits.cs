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
    /// <summary>It counts mailboxes: all ways to write an address of one count together.</summary>
    public bool OfMailboxes { get; init; }

    public static Limit SubmitPerAddress { get; } = new("indienen-adres", 60, TimeSpan.FromHours(1), Unwritten: 15, Site: 600);

    /// <summary>
    /// What one network may let us mail about support. A hall of 200 people behind one address fits in, with a third of them typing an
    /// address wrong at first; the limit of a day is three such halls.
    /// </summary>
    public static Limit SupportPerAddress { get; } = new("steunen-adres", 300, TimeSpan.FromHours(1), Unwritten: 75, Site: 3000);

    public static Limit SupportPerAddressADay { get; } = new("steunen-adres-dag", 900, TimeSpan.FromDays(1), Unwritten: 75);

    /// <summary>
    /// What a mailbox may get that nobody confirmed from, whatever form it was typed into, in an hour and in a day: enough for a person who
    /// hands in a few ideas before looking, and hardly more in a day than in that hour. Who confirms
    /// begins anew (<see cref="RequestLimits.Forgive"/>), so nobody is kept from supporting twenty ideas.
    /// </summary>
    public static Limit UnconfirmedPerMailbox { get; } = new("onbevestigd-mail", 10, TimeSpan.FromHours(1), Unwritten: 2) { OfMailboxes = true };

    public static Limit UnconfirmedPerMailboxADay { get; } = new("onbevestigd-mail-dag", 12, TimeSpan.FromDays(1), Unwritten: 2) { OfMailboxes = true };

    /// <summary>What counts when somebody hands something in from an address, and mail goes to a mailbox.</summary>
    public static IReadOnlyList<(Limit Limit, string Subject)> OfSubmitting(string address, string mailbox) =>
        [(SubmitPerAddress, address), (UnconfirmedPerMailbox, mailbox), (UnconfirmedPerMailboxADay, mailbox)];

    /// <summary>The same for support, which many give from one place.</summary>
    public static IReadOnlyList<(Limit Limit, string Subject)> OfSupporting(string address, string mailbox) =>
        [(SupportPerAddress, address), (SupportPerAddressADay, address), (UnconfirmedPerMailbox, mailbox), (UnconfirmedPerMailboxADay, mailbox)];

    /// <summary>A whole office shares an address, and who pays signs in every ten minutes. What one mailbox gets has a brake of its own.</summary>
    public static Limit SignInPerAddress { get; } = new("aanmelden-adres", 120, TimeSpan.FromHours(1), Site: 1200);

    /// <summary>Only who is signed in can ask for one, in their own name: for every page that pays, every ten minutes.</summary>
    public static Limit ProofPerMember { get; } = new("bewijs-medewerker", 60, TimeSpan.FromHours(1));

    public static Limit ReportPerAddress { get; } = new("melden-adres", 30, TimeSpan.FromHours(1), Unwritten: 5, Site: 300);

    public static Limit StepPerAddress { get; } = new("stap-adres", 300, TimeSpan.FromHours(1), Unwritten: 75, Site: 3000);

    /// <summary>Megabytes that wait beside forms that came back: twenty photos of the largest size from one network, each for an hour.</summary>
    public static Limit KeptPerAddress { get; } = new("bewaren-adres", 200, TimeSpan.FromHours(1), Site: 800);

    /// <summary>The same for everybody together: what was kept just before a new hour counts in both, so 4 GB of the disk at the most.</summary>
    public static Limit KeptOfAll { get; } = new("bewaren-alle", 2000, TimeSpan.FromHours(1));

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

    /// <summary>How long a repeat of the same request is known.</summary>
    private static readonly TimeSpan Repeats = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, int> inMind = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, DateTimeOffset> counted = new(StringComparer.Ordinal);

    /// <summary>Whether this process counted a request within the hour, by its name.</summary>
    internal bool WasCounted(string request) => counted.TryGetValue(request, out var until) && until > clock.GetUtcNow();

    /// <summary>Keeps in mind that a request was counted. Where that are too many, it counts again.</summary>
    internal void Remember(string request)
    {
        if (counted.Count >= MostInMind)
            ForgetInMind();
        if (counted.Count < MostInMind)
            counted[request] = clock.GetUtcNow() + Repeats;
    }

    /// <summary>Counts one more, and tells how long to wait when it was one too many; null when all is well.</summary>
    public ValueTask<TimeSpan?> Count(Limit limit, string subject, CancellationToken cancellation = default) =>
        Count([(limit, subject)], cancellation);

    /// <summary>Counts one more of each, up to the first that was one too many.</summary>
    public ValueTask<TimeSpan?> Count(IReadOnlyList<(Limit Limit, string Subject)> all, CancellationToken cancellation = default) =>
        Count(all, 1, cancellation);

    /// <inheritdoc cref="Count(IReadOnlyList{ValueTuple{Limit, string}}, CancellationToken)"/>
    /// <param name="more">How many more; for limits of which nothing is kept in mind only.</param>
    public async ValueTask<TimeSpan?> Count(IReadOnlyList<(Limit Limit, string Subject)> all, int more, CancellationToken cancellation)
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
        if (await store.Commit(Partitions.Limits, [.. rows.Select(row => new Write.Insert(row.Row, $"{row.Limit.Unwritten + more}"))], cancellation) is CommitResult.Committed)
            return null;
        foreach (var (row, limit) in rows)
        {
            var count = Math.Max(await Look(row, cancellation), limit.Unwritten);
            if (count + more > limit.Times)
                return UntilNext(limit);
            await store.Commit(Partitions.Limits, [new Write.Put(row, (count + more).ToString(CultureInfo.InvariantCulture))], cancellation);
        }
        return null;
    }

    /// <summary>Somebody confirmed from this mailbox: what was mailed to it before was wanted, and counts no more.</summary>
    public async Task Forgive(string mailbox, CancellationToken cancellation = default)
    {
        if (!options.Value.LimitRequests)
            return;
        foreach (var limit in (Limit[])[Limit.UnconfirmedPerMailbox, Limit.UnconfirmedPerMailboxADay])
        {
            var row = await RowOf(limit, mailbox, cancellation);
            inMind.TryRemove(row, out _);
            if (await store.Get(Partitions.Limits, row, cancellation) is { } counter)
                await store.Commit(Partitions.Limits, [new Write.Delete(counter.Row)], cancellation);
        }
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
        foreach (var (request, until) in counted)
        {
            if (until <= clock.GetUtcNow())
                counted.TryRemove(request, out _);
        }
    }

    private async ValueTask<string> RowOf(Limit limit, string subject, CancellationToken cancellation) =>
        $"{Place(EndOfWindow(limit))}|{limit.Name}|{await (limit.OfMailboxes ? pseudonyms.OfMailbox(limit.Name, subject, cancellation) : pseudonyms.KeyOf(limit.Name, subject, cancellation))}";

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
