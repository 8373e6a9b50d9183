namespace Smederijen.Portal.Reading;

/// <summary>What a public site tells to programs and to those who look for leaks.</summary>
public sealed class TextFiles(SettingsBook settings, TimeProvider clock, IOptions<PortalOptions> options)
{
    /// <summary>
    /// Where to report a leak; nowhere as long as nobody filled that in. Source: RFC 9116; Expires may be at most a year away, so it is computed.
    /// </summary>
    public IResult SecurityContact(HttpContext http)
    {
        if (settings.Municipality.SecurityContact is not { Length: > 0 } contact)
            return Failures.NotFound(http, "De gemeente heeft nog niet ingevuld waar u een lek meldt. Neem contact met ons op.");
        http.Response.Headers.CacheControl = "public, max-age=86400";
        var expires = clock.GetUtcNow().AddMonths(6).ToString("yyyy-MM-dd'T'00:00:00'Z'", CultureInfo.InvariantCulture);
        return new TextAnswer(
            $"""
            Contact: {(contact.StartsWith("https:", StringComparison.OrdinalIgnoreCase) ? contact : $"mailto:{contact}")}
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
