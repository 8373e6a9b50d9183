namespace Smederijen.Portal.Http;

/// <summary>
/// Lets a bounded number of large bodies in at once: each holds up to 55 MB of temporary files. Others wait for a place, and
/// are asked to come back when none comes free in time. Small forms never wait.
/// </summary>
public sealed class LargeBodies(IOptions<PortalOptions> options) : IDisposable
{
    private readonly SemaphoreSlim places = new(options.Value.LargeBodiesAtOnce);

    /// <summary>The answer of <paramref name="handle"/>, or 503 when it stayed too busy to ask it.</summary>
    /// <exception cref="BadHttpRequestException">The body is too large (413).</exception>
    public async Task<IResult> Take(HttpContext http, Func<HttpContext, Task<IResult>> handle)
    {
        if (!RequestBody.MayBeLarge(http))
            return await handle(http);
        RequestBody.Limit(http);
        if (!await places.WaitAsync(options.Value.LargeBodyPatience, http.RequestAborted))
            return Failures.Busy(http);
        try
        {
            return await handle(http);
        }
        finally
        {
            places.Release();
        }
    }

    public void Dispose() => places.Dispose();
}
