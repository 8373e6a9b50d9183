using Smederijen.Portal.Styling;

namespace Smederijen.Portal.Reading;

/// <summary>
/// The style sheet and the icon. Their address names their content; whoever asks for another one has a page of an older or
/// newer version while instances are being replaced, and gets this one, not to be kept.
/// </summary>
public static class ReadStyle
{
    private static readonly Packed Sheet = new(StyleFile.Sheet.Content);
    private static readonly Packed Icon = new(StyleFile.Icon.Content);

    public static IResult Show(HttpContext http)
    {
        var path = http.Request.Path.Value ?? "";
        var (file, content) = path.EndsWith(".svg", StringComparison.Ordinal) ? (StyleFile.Icon, Icon) : (StyleFile.Sheet, Sheet);
        var headers = http.Response.Headers;
        headers.CacheControl = path == file.Path ? StyleFile.CacheControl : "no-store";
        return new Answer(file.MediaType, content);
    }

    private sealed class Answer(string mediaType, Packed content) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => WholeBody.SendPublic(httpContext, mediaType, content);
    }
}
