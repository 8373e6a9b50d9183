using System.Buffers;

namespace Smederijen.Portal.Links;

/// <summary>
/// Takes the token out of the address bar: opening a link lays it in a cookie that only the page of that link gets, and
/// goes on to that page. Two links in one browser do not mix, because each has its own page and its own cookie.
/// </summary>
public sealed class OpenedLinks(LinkTokens tokens)
{
    private static readonly SearchValues<char> TokenLetters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    /// <summary>More marks of a chat than anybody puts around an address.</summary>
    private const int MostMarks = 8;

    /// <summary><c>GET /link/{token}</c>. Changes nothing in the store, however often a mail scanner calls it.</summary>
    public IResult Open(HttpContext http)
    {
        var read = Read(http.Request.RouteValues["token"] as string ?? "");
        if (read is not ReadLink.Valid valid)
            return LinkPages.Unusable(read);
        var page = $"/{valid.Link.Page}/{valid.Reference}";
        Cookies.Give(http, CookieName(valid.Reference), valid.Token, page);
        return new SeeOther(page);
    }

    /// <summary>
    /// A token ends where its letters end, whatever was copied behind it. A dash or an underscore may be part of it, or be the mark of a
    /// chat around the address: so what is no token with them may be one without, and which of them are marks is tried one by one. Nothing
    /// else can be opened that way, for a token is sealed.
    /// </summary>
    private ReadLink Read(string typed)
    {
        var end = typed.AsSpan().IndexOfAnyExcept(TokenLetters);
        var token = end < 0 ? typed : typed[..end];
        var read = tokens.Read(token);
        for (var marks = 1; marks <= MostMarks && read is ReadLink.Forged && token is [.., '-' or '_']; marks++)
        {
            token = token[..^1];
            read = tokens.Read(token);
        }
        return read;
    }

    /// <summary>The link that belongs to the page of this request, or why there is none that counts.</summary>
    public ReadLink Find(HttpContext http, LinkPurpose purpose)
    {
        var reference = http.Request.RouteValues["verwijzing"] as string ?? "";
        if (Cookies.Read(http, CookieName(reference), http.Request.Path) is not { } token)
            return ReadLink.NotOpened.Instance;
        return tokens.Read(token) switch
        {
            ReadLink.Valid valid when valid.Link.Purpose == purpose && valid.Reference == reference => valid,
            ReadLink.Expired expired when expired.Link.Purpose == purpose => expired,
            _ => ReadLink.Forged.Instance,
        };
    }

    private static string CookieName(string reference) => $"link-{reference}";
}
