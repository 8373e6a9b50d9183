using Smederijen.Portal.Styling;

namespace Smederijen.Portal.Reading;

/// <summary>
/// The colours and the logo of the municipality. Their addresses name their content, so a browser keeps them; logos of before stay where they were,
/// because mails that were sent show them.
/// </summary>
public sealed class ReadHouseStyle(SettingsBook settings, IAttachmentStore attachments)
{
    private const string Nothing = "Dit plaatje of deze stijl is er niet (meer).";

    public async Task<IResult> Show(HttpContext http)
    {
        var asked = http.Request.RouteValues["bestand"] as string ?? "";
        if (asked.EndsWith(".css", StringComparison.Ordinal))
            return Sheet(http, asked);
        if (LogoPicture.Parse(asked) is not { } name || await ServedFile.Open(attachments, http, name) is not { } logo)
            return Failures.NotFound(http, Nothing);
        http.Response.Headers.CacheControl = StyleFile.CacheControl;
        return logo;
    }

    /// <summary>A page of a process that knows of another change already, or not yet, gets the colours of now, not to be kept.</summary>
    private IResult Sheet(HttpContext http, string asked)
    {
        if (HouseSheet.Of(settings.Municipality.Colours) is not { } sheet)
            return Failures.NotFound(http, Nothing);
        http.Response.Headers.CacheControl = $"{HouseSheet.Folder}/{asked}" == sheet.Path ? StyleFile.CacheControl : "no-store";
        return new Answer(sheet.Content);
    }

    private sealed class Answer(ReadOnlyMemory<byte> content) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => WholeBody.SendPublic(httpContext, "text/css; charset=utf-8", new Packed(content));
    }
}
