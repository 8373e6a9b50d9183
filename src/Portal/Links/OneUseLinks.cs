using System.Buffers.Text;

namespace Smederijen.Portal.Links;

/// <summary>
/// Links for staff that work once: to sign in, and to show that they still hold their mailbox. Such a link is a secret of 256 bits of which
/// the store keeps only a hash; opening its page changes nothing, and the button uses it up in the same commit as what it is for. A new one
/// takes the place of those before. How long one lives is measured by the clock on the wall.
/// </summary>
public sealed class OneUseLinks(IEntityStore store, LinkTokens tokens, IOptions<PortalOptions> portal, WallClock clock)
{
    private const int SecretBytes = 32;

    private static readonly RowRange LinksAndNewest = new("link|", "nieuwste~");

    /// <summary>The row says when a link ends, by another clock than the token would.</summary>
    private static readonly DateTimeOffset Never = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <param name="back">Where its button leads, as <see cref="ReturnAddress"/> lets through.</param>
    public async Task<Uri> Make(LinkPurpose purpose, string person, TimeSpan life, string back, CancellationToken cancellation = default)
    {
        var link = new Link(purpose, "", "", 0, Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes)), Never);
        await store.Commit(
            Partitions.Access,
            [
                new Write.Insert(RowOf(link), Rows.Write(new OneUseLink(person, clock.Now + life, back), LinksJson.Default.OneUseLink)),
                new Write.Put(NewestOf(purpose, person), RowOf(link)),
            ],
            cancellation);
        return new Uri(portal.Value.PublicUrl, $"/link/{tokens.Seal(link)}");
    }

    /// <summary>What an opened link stands for; null when it was used, when a newer one took its place, and when its time is over.</summary>
    public async Task<OneUseLink?> Find(ReadLink opened, CancellationToken cancellation = default) => (await Load(opened, cancellation))?.Link;

    /// <summary>Uses it up. Null, and nothing written, when it cannot be used or when somebody else was first.</summary>
    /// <param name="also">What it is for: rows of <see cref="Partitions.Access"/>.</param>
    public async Task<OneUseLink?> Use(ReadLink opened, Func<OneUseLink, Write> also, CancellationToken cancellation = default) =>
        await Load(opened, cancellation) is var (link, rows)
        && await store.Commit(Partitions.Access, [.. rows.Select(row => new Write.Delete(row.Row, row.ETag)), also(link)],
            CancellationToken.None) is CommitResult.Committed
            ? link
            : null;

    /// <summary>Deletes what nobody can use any more. What changes at that moment has its turn the next time.</summary>
    public async Task ForgetEnded(CancellationToken cancellation = default)
    {
        var rows = await store.All(Partitions.Access, LinksAndNewest, cancellation).ToListAsync(cancellation);
        var live = rows.Where(row => row.TryRead(LinksJson.Default.OneUseLink) is { } link && clock.Now < link.Expires)
            .Select(row => row.Row).ToHashSet();
        foreach (var dead in rows.Where(row => !live.Contains(row.Row) && !live.Contains(row.Data)).Chunk(StoreLimits.OperationsPerCommit))
            await store.Commit(Partitions.Access, [.. dead.Select(row => new Write.Delete(row.Row, row.ETag))], cancellation);
    }

    private async Task<(OneUseLink Link, Entity[] Rows)?> Load(ReadLink opened, CancellationToken cancellation) =>
        opened is ReadLink.Valid { Link: var sealedLink }
        && await store.Get(Partitions.Access, RowOf(sealedLink), cancellation) is { } row && row.TryRead(LinksJson.Default.OneUseLink) is { } link
        && clock.Now < link.Expires
        && await store.Get(Partitions.Access, NewestOf(sealedLink.Purpose, link.Person), cancellation) is { } newest && newest.Data == row.Row
            ? (link, [row, newest])
            : null;

    private static string RowOf(Link link) => $"link|{Digest.Hex($"{link.Purpose}|{link.Person}")}";

    private static string NewestOf(LinkPurpose purpose, string person) => $"nieuwste|{Digest.Hex($"{purpose}|{person}")}";
}

/// <summary>A link that was not used yet. Storage contract.</summary>
/// <param name="Person">The account of the one that it was made for.</param>
/// <param name="Back">Where its button leads.</param>
public sealed record OneUseLink(string Person, DateTimeOffset Expires, string Back);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(OneUseLink))]
public sealed partial class LinksJson : JsonSerializerContext;
