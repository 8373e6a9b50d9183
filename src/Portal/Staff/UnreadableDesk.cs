namespace Smederijen.Portal.Staff;

/// <summary>
/// <c>GET /medewerkers/onleesbaar</c>: the rows that this release cannot read, and what to do about each. What was mended is gone
/// from it at once.
/// </summary>
public sealed class UnreadableDesk(UnreadableList unreadable, SettingsBook settings)
{
    public const string Address = "/medewerkers/onleesbaar";

    public async Task<IResult> Show(HttpContext http) =>
        new PageOf<UnreadablePage>(new UnreadableModel(await unreadable.Current(http.RequestAborted), NameOf));

    private string NameOf(string partition) => partition == Partitions.Stuurgroep ? "Stuurgroep" : settings.NameOf(partition);
}

/// <param name="NameOf">What people call a partition.</param>
public sealed record UnreadableModel(IReadOnlyList<UnreadableRow> Rows, Func<string, string> NameOf);

/// <summary>What a row that cannot be read means for the work, by its key.</summary>
internal static class UnreadableTexts
{
    public static string Means(string row) => row.Split('|') switch
    {
        ["effect", ..] => "Een mail of een andere stap wacht. De computer doet die zodra de regel weer goed is.",
        ["mislukt", ..] => "Een bericht dat niet aankwam staat nu niet in de lijst. Het komt terug zodra de regel weer goed is.",
        ["wacht", ..] => "De computer weet niet wanneer een termijn afloopt. Kijk zelf welk idee of welke ronde te laat is.",
        ["fase" or "loopt", ..] => "Het idee staat niet in een overzicht. Het idee zelf werkt wel.",
        ["rondes" or "plannen" or "lijst", ..] => "De ronde, het plan of het besluit staat niet in een overzicht, maar werkt zelf wel.",
        ["idee", _] => "Dit idee staat stil. Sluit de ronde intussen? Dan doet het idee niet mee, en gaat het mee naar de volgende ronde.",
        ["idee" or "plan", ..] => "Een deel van dit idee of plan is niet te zien. De rest van de Smederij werkt.",
        ["ronde", _] => "Deze ronde staat stil. Er gaat geen geld in of uit tot de regel weer goed is.",
        ["ronde", _, "kas", _] => "Het kasboek van deze ronde is niet compleet. Geef geen geld vrij tot de regel weer goed is.",
        ["ronde", ..] => "Een deel van deze ronde is niet te lezen. De ronde kan daardoor stilstaan.",
        ["instelling", ..] => "De regels waaronder ideeën zijn ingediend zijn niet te lezen. Die ideeën staan stil.",
        ["team" or "groep" or "hulp", ..] => "De gegevens van een persoon zijn niet te lezen. Mails aan deze persoon wachten.",
        _ => "Een deel van de gegevens is niet te lezen. De rest werkt.",
    };
}
