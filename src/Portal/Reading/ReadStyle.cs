using Microsoft.AspNetCore.Http;
using Smederijen.Portal.Http;
using Smederijen.Portal.Styling;

namespace Smederijen.Portal.Reading;

/// <summary>
/// The style sheet and the icon. Their address names their content; whoever asks for another one has a page of an older or
/// newer version while instances are being replaced, and gets this one, not to be kept.
/// </summary>
public static class ReadStyle
{
    public static IResult Show(HttpContext http)
    {
        var path = http.Request.Path.Value ?? "";
        var file = path.EndsWith(".svg", StringComparison.Ordinal) ? StyleFile.Icon : StyleFile.Sheet;
        var headers = http.Response.Headers;
        headers.CacheControl = path == file.Path ? StyleFile.CacheControl : "no-store";
        return new Answer(file);
    }

    private sealed class Answer(StyleFile file) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => WholeBody.SendPublic(httpContext, file.MediaType, file.Packed);
    }
}
