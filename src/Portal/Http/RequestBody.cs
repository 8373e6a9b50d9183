using System.Buffers;
using Microsoft.AspNetCore.Http.Features;

namespace Smederijen.Portal.Http;

/// <summary>
/// How much of a body is taken in, and what happens with the rest. The hosts set no limit of their own: theirs hang up on a
/// sender who is still sending, who then never reads the answer.
/// </summary>
internal static class RequestBody
{
    public const long MostReadOn = 128 * 1024 * 1024;
    public static readonly TimeSpan LongestReadOn = TimeSpan.FromSeconds(30);

    /// <summary>Whether there is a body, and it is or may be larger than that of a form without files.</summary>
    public static bool MayBeLarge(HttpContext http) => http.Request.ContentLength is { } length
        ? length > AttachmentLimits.SmallForm
        : http.Features.Get<IHttpRequestBodyDetectionFeature>() is not { CanHaveBody: false };

    /// <summary>From here on a body over <see cref="AttachmentLimits.LargestForm"/> ends in a 413, now or when it turns out to be.</summary>
    /// <exception cref="BadHttpRequestException">The header says that it is too large.</exception>
    public static void Limit(HttpContext http)
    {
        if (http.Request.ContentLength > AttachmentLimits.LargestForm)
            throw CountedBody.TooLarge();
        if (http.Request.ContentLength is null)
            http.Request.Body = new CountedBody(http.Request.Body, AttachmentLimits.LargestForm);
    }

    /// <summary>The body without the limit that was laid around it.</summary>
    public static Stream Uncounted(HttpContext http) => http.Request.Body is CountedBody counted ? counted.Inner : http.Request.Body;

    /// <summary>
    /// Reads what nobody read, up to a bound in bytes and in time, so that the sender gets to the answer. Beyond the bound the
    /// connection ends with the answer.
    /// </summary>
    public static async Task ReadOn(HttpContext http)
    {
        var body = Uncounted(http);
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        patience.CancelAfter(LongestReadOn);
        try
        {
            var left = MostReadOn;
            for (int read; left > 0 && (read = await body.ReadAsync(buffer, patience.Token)) > 0;)
                left -= read;
            if (left <= 0)
                http.Response.Headers.Connection = "close";
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or InvalidOperationException)
        {
            // Broken off, badly sent or too slow: there is nothing more to read, and the answer goes out as it is.
            http.Response.Headers.Connection = "close";
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
