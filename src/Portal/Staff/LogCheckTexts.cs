namespace Smederijen.Portal.Staff;

/// <summary>What the check of the history found, in words; none names a person.</summary>
internal static class LogCheckTexts
{
    /// <summary>What is compared.</summary>
    public static IReadOnlyList<string> Covered { get; } =
    [
        "Elke regel van elke geschiedenis: of die past op de regel ervoor, en of dit programma die schreef.",
        "De stand van elk idee, elke ronde, elk plan, elk besluit en elk overleg, en de teksten erbij.",
        "Het kasboek: of elke regel bij een besluit hoort, of de regels optellen tot de totalen, en of een idee één keer is betaald.",
        "Rekeningnummers: of het nummer er staat dat de indiener opgaf.",
        "Stemmingen die beslist zijn: het manifest, de getelde stembiljetten en hun volgnummers. Wij tellen opnieuw.",
        "De lijsten op de pagina's, de momenten waarop de klok iets doet, en de berichten die nog weg moeten.",
        "De instellingen, en wie er in een team zit.",
        "Gegevens van mensen, foto's en bonnen: of de rij is veranderd of erbij gezet.",
    ];

    /// <summary>What nothing tells of.</summary>
    public static IReadOnlyList<string> NotCovered { get; } =
    [
        "Weggehaalde gegevens van mensen, bonnen, notities en teksten: het programma haalt die zelf ook weg, als dat moet.",
        "Een rij met gegevens van mensen die is teruggezet zoals die vroeger was.",
        "In een stembus: een gebruikte code die is teruggezet zoals die vroeger was, als daarvoor een ander stembiljet is weggehaald. Wie dat andere volgnummer heeft, ziet het wel.",
        "Wie wat bekeek, als dat is weggehaald. Is het veranderd, dan staat het bij wat het programma niet kan lezen.",
        "Een bericht dat nog weg moest en is weggehaald: dat ziet eruit als een bericht dat weg is. En een bericht dat al weg is en is teruggezet.",
        "De inhoud van bestanden: foto's, scans, bonnen en bewijsstukken.",
        "Een stemming die nog loopt. Die rekent het programma na bij het tellen.",
        "Welke stemming de pagina's tonen, en welk plan bij een idee hoort dat geld vraagt.",
        "Een weggehaalde instelling, en een weggehaald lid van een team.",
        "Andere stembiljetten met dezelfde uitslag, in een stemming die geteld is voordat deze controle bestond.",
        "Vragen om hulp, de initiatiefgroep, welke knoppen al zijn ingedrukt, en de tellers van het programma zelf.",
        "Het laatste idee, plan of besluit van voor een herstart, als dat helemaal is weggehaald.",
        "Alles tegelijk teruggezet uit een oude kopie.",
        "Wat al veranderd was voordat deze controle bestond, en wat iemand verandert die ook de sleutels heeft.",
    ];

    public static string Where(Finding finding) => finding.Item.Item == Keys.SettingsItem
        ? $"De instellingen van {finding.Item.Smederij}"
        : finding.Item.ToString();

    public static string What(Finding finding) => finding.What switch
    {
        Trouble.Line => $"regel {finding.Number} van de geschiedenis past niet op de regel ervoor, of is weg.",
        Trouble.Text => "een tekst is veranderd.",
        Trouble.State => "de stand is veranderd.",
        Trouble.Row => "een rij die erbij hoort is veranderd of erbij gezet.",
        Trouble.Missing => "een rij die erbij hoort is weg.",
        Trouble.Gone => "een regel van de geschiedenis is weg. Misschien is alles hiervan weg, of teruggezet.",
        Trouble.List => "een lijst toont iets anders dan de stand.",
        Trouble.Due => "de klok kijkt op een ander moment dan de stand zegt.",
        Trouble.Effect => "een bericht of stap die nog moet, is veranderd of erbij gezet.",
        Trouble.Settings => "een instelling of iemand van een team is veranderd.",
        Trouble.LedgerLine => $"regel {finding.Number} van het kasboek hoort bij geen besluit, is veranderd of is weg.",
        Trouble.Totals => "de regels van het kasboek tellen niet op tot de totalen.",
        Trouble.PaidTwice => "dit idee kreeg een betaling twee keer, of meer geld dan ervoor apart stond.",
        Trouble.Account => "het rekeningnummer is niet het nummer dat de indiener opgaf.",
        Trouble.Manifest => "het manifest van de stemming is veranderd of weg.",
        Trouble.Ballots => "de getelde stembiljetten geven niet de uitslag die er staat.",
        _ => throw new ArgumentOutOfRangeException(nameof(finding), finding.What, "Every finding needs words."),
    };
}
