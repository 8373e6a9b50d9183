namespace Smederijen.Portal.Http;

/// <summary>
/// Leads from an address that was copied with the end of its sentence to the page itself. A browser sends the cookie of a page to that very
/// address alone, so an answer here would not do. Programs that use the API get what they ask for.
/// </summary>
internal static class CopiedPage
{
    /// <summary>Null when nothing was copied along.</summary>
    public static SeeOther? Find(HttpRequest asked)
    {
        var path = asked.Path.Value ?? "";
        return (HttpMethods.IsGet(asked.Method) || HttpMethods.IsHead(asked.Method)) && !asked.Path.StartsWithSegments("/v1")
            && CopiedAddress.Trimmed(path) is var page && page.Length < path.Length && IsOfThisSite(page)
            ? new SeeOther($"{new PathString(page).ToUriComponent()}{asked.QueryString}")
            : null;
    }

    /// <summary>A second slash would make it the address of another site.</summary>
    private static bool IsOfThisSite(string page) => page is ['/'] or ['/', not ('/' or '\\'), ..];
}
