using System.Buffers.Text;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Net.Http.Headers;

namespace Smederijen.Portal.Http;

/// <summary>
/// A resource as JSON. Who already holds it, by its ETag, gets 304 instead of the body; the tag is weak, since it names the
/// content in whatever form it was sent. Pages of other websites may ask so too: <see cref="Preflight"/> lets them.
/// </summary>
public sealed class ApiAnswer(ReadOnlyMemory<byte> json, int status = StatusCodes.Status200OK) : IResult
{
    public static ApiAnswer Of<T>(T resource, JsonTypeInfo<T> type, int status = StatusCodes.Status200OK) => new(Bytes(resource, type), status);

    /// <summary>Taken in (202), and there is nothing to tell: the answer is the same for everybody.</summary>
    public static IResult Taken { get; } = new NoBody(StatusCodes.Status202Accepted);

    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (status != StatusCodes.Status200OK)
            return Write(httpContext, status, "application/json; charset=utf-8", json);
        var etag = new EntityTagHeaderValue($"\"{Base64Url.EncodeToString(SHA256.HashData(json.Span).AsSpan(0, 15))}\"", isWeak: true);
        httpContext.Response.GetTypedHeaders().ETag = etag;
        // Who keeps it asks each time whether it still holds. With no-store there would be nothing to keep, and the tag be useless.
        httpContext.Response.Headers.CacheControl = "no-cache";
        if (!Holds(httpContext.Request, etag))
            return Write(httpContext, status, "application/json; charset=utf-8", json);
        WholeBody.Vary(httpContext, new Packed(json));
        return Write(httpContext, StatusCodes.Status304NotModified, null, default);
    }

    internal static byte[] Bytes<T>(T value, JsonTypeInfo<T> type) => JsonSerializer.SerializeToUtf8Bytes(value, type);

    /// <summary>What every answer of the API has in common.</summary>
    internal static async Task Write(HttpContext http, int status, string? contentType, ReadOnlyMemory<byte> body)
    {
        http.Response.StatusCode = status;
        http.Response.Headers["API-Version"] = ApiVersion.Number;
        Share(http);
        if (contentType is not null)
            await (HttpMethods.IsPost(http.Request.Method)
                ? WholeBody.Send(http, contentType, body)
                : WholeBody.SendPublic(http, contentType, new Packed(body)));
    }

    /// <summary>
    /// What everybody may read, pages of other websites may read too. They may not post: a form of another website in the name
    /// of its visitor is what <see cref="Origins"/> refuses.
    /// </summary>
    private static void Share(HttpContext http)
    {
        if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method))
            return;
        http.Response.Headers.AccessControlAllowOrigin = "*";
        http.Response.Headers.AccessControlExposeHeaders = "API-Version, ETag, Link, Retry-After";
    }

    private sealed class NoBody(int status) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => Write(httpContext, status, null, default);
    }

    private static bool Holds(HttpRequest request, EntityTagHeaderValue etag) =>
        EntityTagHeaderValue.TryParseList(request.Headers.IfNoneMatch, out var held)
        && held.Any(tag => tag.Equals(EntityTagHeaderValue.Any) || tag.Compare(etag, useStrongComparison: false));
}

public static class ApiVersion
{
    /// <summary>Semantic; the same as <c>info.version</c> of the OpenAPI document.</summary>
    public const string Number = "1.0.0";
}
