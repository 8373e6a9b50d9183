namespace Smederijen.Portal.Http;

/// <summary>What both hosts answer where nothing listens: a page for people, problem+json for programs.</summary>
public static class UnknownAddress
{
    /// <summary>The host has laid down in <c>Allow</c> which methods the address does know.</summary>
    /// <param name="status">404 for an address that is not there, 405 for one that does not know the method; anything else is what the host could
    /// not read.</param>
    public static IResult Answer(HttpContext http, int status) => status switch
    {
        404 when CopiedPage.Find(http.Request) is { } page => page,
        405 when Preflight.Of(http) is { } may => may,
        _ => Failures.Answer(http, status, TextOf(status)),
    };

    private static string TextOf(int status) => status switch
    {
        404 => "Deze pagina bestaat niet. Controleer het adres, of ga naar het overzicht van alle Smederijen.",
        405 => "Dit adres kent deze opdracht niet. Open de pagina in uw browser en probeer het opnieuw.",
        _ => "Wij kunnen niet lezen wat u stuurt. Open de pagina opnieuw en probeer het nog een keer.",
    };
}
