using System.Buffers.Text;

namespace Smederijen.Portal.Links;

/// <summary>
/// Links for staff that work once: to sign in, and to show that they still hold their mailbox. Such a link is a secret of 256 bits of which
/// the store keeps only a hash; opening its page changes nothing, and the button uses it up in the same commit as what it is for. Anybody can
/// ask for one in somebody's name, so asking takes nothing away: all that were mailed work until one is used or their time is over. How long
/// one lives is measured by the clock on the wall.
/// </summary>
public sealed class OneUseLinks(IEntityStore store, LinkTokens tokens, IOptions<PortalOptions> portal, WallClock clock)
{
    private const int SecretBytes = 32;

    /// <summary>So many open links are enough for one mailbox: with a life of fifteen minutes, twenty an hour.</summary>
    private const int MostOpen = 4;

    /// <summary>A link that is over sooner than this comes too late for who asks for one now.</summary>
    private static readonly TimeSpan TimeToUse = TimeSpan.FromMinutes(3);

    private static readonly RowRange All = RowRange.Prefix("link|");

    /// <summary>Rows of releases in which only the newest link worked.</summary>
    private static readonly RowRange OfBefore = RowRange.Prefix("nieuwste|");

    /// <summary>The row says when a link ends, by another clock than the token would.</summary>
    private static readonly DateTimeOffset Never = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <param name="back">Where its button leads, as <see cref="ReturnAddress"/> lets through.</param>
    public async Task<Uri> Make(LinkPurpose purpose, string person, TimeSpan life, string back, CancellationToken cancellation = default)
    {
        var link = new Link(purpose, "", "", 0, Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes)), Never);
        await store.Commit(
            Partitions.Access,
            [new Write.Insert(RowOf(link), Rows.Write(new OneUseLink(person, clock.Now + life, back), LinksJson.Default.OneUseLink))],
            cancellation);
        return new Uri(portal.Value.PublicUrl, $"/link/{tokens.Seal(link)}");
    }

    /// <summary>
    /// Whether so many links lie in this mailbox that another one would only fill it. Who is refused one then holds one that works: so
    /// nobody keeps the owner out by asking.
    /// </summary>
    public async Task<bool> AreEnough(string person, CancellationToken cancellation = default) =>
        (await OpenOf(person, cancellation)).Count(open => clock.Now + TimeToUse < open.Link.Expires) >= MostOpen;

    /// <summary>What an opened link stands for; null when it was used, when another one of the same person was, and when its time is over.</summary>
    public async Task<OneUseLink?> Find(ReadLink opened, CancellationToken cancellation = default) => (await Load(opened, cancellation))?.Link;

    /// <summary>
    /// Uses it up, and ends the other open links of the same person. Null, and nothing written, when it cannot be used or when somebody
    /// else was first.
    /// </summary>
    /// <param name="also">What it is for: rows of <see cref="Partitions.Access"/>.</param>
    public async Task<OneUseLink?> Use(ReadLink opened, Func<OneUseLink, Write> also, CancellationToken cancellation = default)
    {
        // A conflict is either about this link, which is gone then, or about another one that was swept away meanwhile.
        while (await Load(opened, cancellation) is var (link, row))
        {
            var others = (await OpenOf(link.Person, cancellation)).Where(open => open.Row.Row != row.Row).Take(StoreLimits.OperationsPerCommit - 2);
            if (await store.Commit(
                Partitions.Access,
                [new Write.Delete(row.Row, row.ETag), also(link), .. others.Select(open => new Write.Delete(open.Row.Row, open.Row.ETag))],
                CancellationToken.None) is CommitResult.Committed)
                return link;
        }
        return null;
    }

    /// <summary>Deletes what nobody can use any more.</summary>
    public async Task ForgetEnded(CancellationToken cancellation = default)
    {
        await store.DeleteAll(Partitions.Access, All, row => Open(row) is null, cancellation);
        await store.DeleteAll(Partitions.Access, OfBefore, cancellation: cancellation);
    }

    private async Task<(OneUseLink Link, Entity Row)?> Load(ReadLink opened, CancellationToken cancellation) =>
        opened is ReadLink.Valid { Link: var sealedLink }
        && await store.Get(Partitions.Access, RowOf(sealedLink), cancellation) is { } row && Open(row) is { } link ? (link, row) : null;

    /// <summary>There are never more rows than <see cref="AreEnough"/> lets through, for each of the staff.</summary>
    private async Task<IReadOnlyList<(OneUseLink Link, Entity Row)>> OpenOf(string person, CancellationToken cancellation) =>
        await store.All(Partitions.Access, All, cancellation)
            .Select(row => (Link: Open(row)!, Row: row)).Where(open => open.Link?.Person == person).ToListAsync(cancellation);

    private OneUseLink? Open(Entity row) => row.TryRead(LinksJson.Default.OneUseLink) is { } link && clock.Now < link.Expires ? link : null;

    private static string RowOf(Link link) => $"link|{Digest.Hex($"{link.Purpose}|{link.Person}")}";
}

/// <summary>A link that was not used yet. Storage contract.</summary>
/// <param name="Person">The account of the one that it was made for.</param>
/// <param name="Back">Where its button leads.</param>
public sealed record OneUseLink(string Person, DateTimeOffset Expires, string Back);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(OneUseLink))]
[JsonSerializable(typeof(SentMail))]
[JsonSerializable(typeof(SealedMail))]
public sealed partial class LinksJson : JsonSerializerContext;
