using System.Buffers.Text;
using Microsoft.Extensions.Caching.Memory;

namespace Smederijen.Portal.Ideas.Reading;

/// <summary>
/// Rendered pages of ideas, as many as fit in a bounded amount of memory. A page counts only for the ETag of the idea row
/// that it was rendered after, so nothing has to be thrown away when an idea changes.
/// </summary>
public sealed class RenderedPages : IDisposable
{
    private const long MostBytes = 64 * 1024 * 1024;

    private readonly MemoryCache cache = new(new MemoryCacheOptions { SizeLimit = MostBytes });

    /// <summary>The page as rendered before; null when there is none, or the idea has changed since.</summary>
    public RenderedPage? Find(IdeaKey key, string etag) => cache.TryGetValue(key, out Kept? kept) && kept!.RowETag == etag ? kept.Page : null;

    /// <param name="etag">
    /// Of the idea row as it was before the rest was read: when the idea changes in between, the page is newer than its
    /// ETag says, and is rendered again at the following request.
    /// </param>
    public RenderedPage Keep(IdeaKey key, string etag, string html)
    {
        var page = new RenderedPage(Encoding.UTF8.GetBytes(html));
        cache.Set(key, new Kept(etag, page), new MemoryCacheEntryOptions { Size = page.MostBytes });
        return page;
    }

    public void Dispose() => cache.Dispose();

    private sealed record Kept(string RowETag, RenderedPage Page);
}

/// <summary>
/// A page that is the same for everyone, with its compressed forms. A browser that has it asks whether it changed, and gets 304
/// when not; the tag is weak, since it names the content in whatever form it was sent.
/// </summary>
public sealed class RenderedPage(byte[] html) : IResult
{
    private readonly string tag = $"\"{Base64Url.EncodeToString(SHA256.HashData(html).AsSpan(0, 15))}\"";
    private readonly Packed content = new(html);

    /// <summary>With both compressed forms, which are smaller than half of it.</summary>
    internal int MostBytes => 2 * html.Length;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.Headers.CacheControl = "no-cache";
        response.Headers.ETag = "W/" + tag;
        if (!IsHeld(httpContext.Request.Headers.IfNoneMatch.ToString()))
            return WholeBody.SendPublic(httpContext, "text/html; charset=utf-8", content);
        response.Headers.Vary = "Accept-Encoding";
        response.StatusCode = StatusCodes.Status304NotModified;
        return Task.CompletedTask;
    }

    private bool IsHeld(string held) => held.Contains(tag, StringComparison.Ordinal) || held.AsSpan().Trim() is "*";
}
