using Microsoft.Net.Http.Headers;

namespace Smederijen.Portal.Attachments;

/// <summary>
/// A stored file as an answer, whole or the part that is asked for (RFC 9110, chapter 14). It comes from a resident, so the
/// browser may show it and nothing more.
/// </summary>
public static class ServedFile
{
    /// <summary>It never changes, and may be taken off the page: after these minutes a browser asks again, and gets 304 while it is there.</summary>
    private const string KeepForMinutes = "public, max-age=300";

    /// <param name="isPublic">Everybody may see it: a browser and what lies between may keep it for a while.</param>
    /// <returns>Null when there is no such file.</returns>
    public static async Task<IResult?> Open(IAttachmentStore attachments, HttpContext http, AttachmentName name, bool isPublic = false)
    {
        if (await attachments.Open(name.ToString(), http.RequestAborted) is not { } content)
            return null;
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        headers.ContentDisposition = $"{(name.Kind.IsPhoto ? "inline" : "attachment")}; filename={name}";
        if (isPublic)
            headers.CacheControl = KeepForMinutes;
        // Only GET has parts, and only bytes are counted; the framework takes any unit for bytes.
        if (HttpMethods.IsHead(http.Request.Method) || !http.Request.Headers.Range.ToString().StartsWith("bytes=", StringComparison.OrdinalIgnoreCase))
            http.Request.Headers.Remove(HeaderNames.Range);
        return Results.Stream(content, name.Kind.MediaType, entityTag: new EntityTagHeaderValue($"\"{name}\""), enableRangeProcessing: true);
    }
}
