namespace Smederijen.Portal.Links;

/// <summary>What people see when a link does not count, with what they can do about it.</summary>
public static class LinkPages
{
    public static IResult Unusable(ReadLink link) => link switch
    {
        ReadLink.Expired => Page(
            410, Failures.TitleOf(410),
            "De tijd om deze link te gebruiken is voorbij. Kijk op de pagina van het idee hoe het nu staat. Vragen? Neem contact op met de Smederij."),
        ReadLink.NotOpened => Page(
            404, "Open deze pagina vanuit de mail",
            "Deze pagina gaat alleen open vanuit onze mail. Open de mail en klik op de link. Ziet u dit dan weer? Dan bewaart uw browser geen cookies. "
            + "Sta cookies toe voor deze website, of gebruik een andere browser."),
        _ => Page(
            404, "Deze link klopt niet",
            "Misschien is de link niet helemaal meegekomen, of hebt u hem in een andere browser geopend. Open de mail en klik nog een keer op de link."),
    };

    /// <summary>The same for a link that works once.</summary>
    /// <param name="words">For how long it works, and what to do.</param>
    /// <param name="goOn">Where to do that.</param>
    public static IResult UsedUp(ReadLink link, string words, PageLink goOn) =>
        link is ReadLink.NotOpened ? Unusable(link) : new PageOf<FailurePage>(new Failure(Failures.TitleOf(410), words, goOn), 410);

    private static PageOf<FailurePage> Page(int status, string title, string message) => new(new Failure(title, message), status);
}
