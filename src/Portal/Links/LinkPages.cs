namespace Smederijen.Portal.Links;

/// <summary>What people see when a link does not count, with what they can do about it.</summary>
public static class LinkPages
{
    public static IResult Unusable(ReadLink link) => link is ReadLink.Expired
        ? new PageOf<FailurePage>(new Failure(
            Failures.TitleOf(410),
            "De tijd om deze link te gebruiken is voorbij. Kijk op de pagina van het idee hoe het nu staat. Vragen? Neem contact op met de Smederij."), 410)
        : new PageOf<FailurePage>(new Failure(
            "Deze link klopt niet",
            "Misschien is de link niet helemaal meegekomen, of hebt u hem in een andere browser geopend. Open de mail en klik nog een keer op de link."), 404);
}
