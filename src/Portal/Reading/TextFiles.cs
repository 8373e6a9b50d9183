namespace Smederijen.Portal.Reading;

/// <summary>What a public site tells to programs and to those who look for leaks.</summary>
public sealed class TextFiles(TimeProvider clock, IOptions<PortalOptions> options)
{
    /// <summary>Where to report a leak. Source: RFC 9116; Expires may be at most a year away, so it is computed.</summary>
    public IResult SecurityContact(HttpContext http)
    {
        http.Response.Headers.CacheControl = "public, max-age=86400";
        var expires = clock.GetUtcNow().AddMonths(6).ToString("yyyy-MM-dd'T'00:00:00'Z'", CultureInfo.InvariantCulture);
        return new TextAnswer(
            $"""
            # The municipality fills in its own address before this site goes public.
            Contact: {options.Value.SecurityContact}
            Expires: {expires}
            Preferred-Languages: nl, en
            Canonical: {new Uri(options.Value.PublicUrl, "/.well-known/security.txt")}

            """);
    }

    public static IResult Robots(HttpContext http)
    {
        http.Response.Headers.CacheControl = "public, max-age=86400";
        return new TextAnswer(
            """
            User-agent: *
            Disallow: /medewerkers
            Disallow: /beheer
            Disallow: /link/
            Disallow: /v1/

            """);
    }
}
