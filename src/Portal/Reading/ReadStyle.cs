using Microsoft.AspNetCore.Http;
using Smederijen.Portal.Styling;

namespace Smederijen.Portal.Reading;

/// <summary>
/// The style sheet. Its address names its content; whoever asks for another one has a page of an older or newer version
/// while instances are being replaced, and gets this one, not to be kept.
/// </summary>
public static class ReadStyle
{
    public static IResult Show(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.CacheControl = http.Request.Path == StyleSheet.Path ? StyleSheet.CacheControl : "no-store";
        headers.Vary = "Accept-Encoding";
        if (!http.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase))
            return Results.Bytes(StyleSheet.Content, StyleSheet.MediaType);
        headers.ContentEncoding = "gzip";
        return Results.Bytes(StyleSheet.Gzip, StyleSheet.MediaType);
    }
}
