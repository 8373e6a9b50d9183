namespace Smederijen.Portal.Http;

/// <summary>
/// The answer to a browser that asks whether a page of another website may read here with <c>If-None-Match</c>. It may; it may not post.
/// Source: the Fetch standard, "CORS-preflight fetch".
/// </summary>
internal sealed class Preflight : IResult
{
    private static readonly string OneDay = TimeSpan.FromDays(1).TotalSeconds.ToString(CultureInfo.InvariantCulture);

    /// <summary>The answer, where it is asked of something in the API that can be read; null for every other request.</summary>
    public static Preflight? Of(HttpContext http) =>
        HttpMethods.IsOptions(http.Request.Method) && http.Request.Path.StartsWithSegments("/v1") && http.Request.Headers.Origin.Count > 0
        && http.Request.Headers.AccessControlRequestMethod.ToString() is var method && (HttpMethods.IsGet(method) || HttpMethods.IsHead(method))
        && http.Response.Headers.Allow.ToString().Contains(HttpMethods.Get, StringComparison.Ordinal)
            ? new Preflight()
            : null;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = StatusCodes.Status204NoContent;
        response.Headers["API-Version"] = ApiVersion.Number;
        response.Headers.AccessControlAllowOrigin = "*";
        response.Headers.AccessControlAllowMethods = "GET, HEAD";
        response.Headers.AccessControlAllowHeaders = "If-None-Match";
        response.Headers.AccessControlMaxAge = OneDay;
        return Task.CompletedTask;
    }
}
