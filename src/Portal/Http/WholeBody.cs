namespace Smederijen.Portal.Http;

/// <summary>
/// Sends a body that is there as a whole: with its length, compressed where that helps and is safe, and for HEAD the same
/// headers without it. Why what is private stays as it is: docs/decisions/0023-compression.md.
/// </summary>
public static class WholeBody
{
    /// <summary>Content that may hold something private: compressed only when nothing in the request says who asks.</summary>
    public static Task Send(HttpContext http, string contentType, ReadOnlyMemory<byte> content) =>
        Send(http, contentType, new Packed(content), isPublic: IsAnybody(http.Request));

    /// <summary>Content that is the same for everyone who asks.</summary>
    public static Task SendPublic(HttpContext http, string contentType, Packed content) => Send(http, contentType, content, isPublic: true);

    /// <summary>Says that the content comes in more than one form, when it does; so does a 304 in its place (RFC 9110, 15.4.5).</summary>
    internal static bool Vary(HttpContext http, Packed content)
    {
        if (content.IsWorthIt)
            http.Response.Headers.Append("Vary", "Accept-Encoding");
        return content.IsWorthIt;
    }

    private static async Task Send(HttpContext http, string contentType, Packed content, bool isPublic)
    {
        var response = http.Response;
        var coding = Coding.None;
        if (isPublic && Vary(http, content))
            coding = AcceptedCoding.Of(http.Request);
        var sent = content.In(coding);
        if (coding != Coding.None)
            response.Headers.ContentEncoding = coding == Coding.Brotli ? "br" : "gzip";
        response.ContentType = contentType;
        response.ContentLength = sent.Length;
        if (!HttpMethods.IsHead(http.Request.Method))
            await response.Body.WriteAsync(sent, http.RequestAborted);
    }

    private static bool IsAnybody(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        && request.Headers.Cookie.Count == 0
        && request.Headers.Authorization.Count == 0
        && !request.Headers.ContainsKey("X-MS-CLIENT-PRINCIPAL");
}

/// <summary>A public text for programs, shown in the browser or offered as a file.</summary>
/// <param name="fileName">Letters, digits, hyphens and dots; null when the browser shows the text.</param>
public sealed class TextAnswer(string text, string? fileName = null) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (fileName is not null)
            httpContext.Response.Headers.ContentDisposition = $"attachment; filename={fileName}";
        return WholeBody.SendPublic(httpContext, "text/plain; charset=utf-8", new Packed(Encoding.UTF8.GetBytes(text)));
    }
}
