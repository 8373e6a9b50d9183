namespace Smederijen.Banking;

/// <summary>What people read when a file is not what it should be: what it is, and what to do.</summary>
internal static class Problems
{
    public const string Empty = "Dit bestand is leeg. Download het opnieuw bij uw bank.";

    public const string CutOff = "Dit bestand is niet compleet: het einde ontbreekt. Download het opnieuw bij uw bank.";

    public const string Damaged = "Dit bestand is beschadigd. Download het opnieuw bij uw bank, en open het niet eerst in een ander programma.";

    public const string TooLarge = "Dit bestand is te groot. Vraag uw bank om een bestand over minder dagen.";

    public const string WithDefinitions =
        "In dit bestand staan opdrachten die een bankbestand nooit heeft. Wij lezen het daarom niet. Download het opnieuw bij uw bank.";

    public const string Utf16 = "Dit bestand is opgeslagen als UTF-16 (in sommige programma's: Unicode). Gebruik het bestand zoals u het van de bank kreeg.";

    public const string OtherBytes =
        "De letters in dit bestand zijn anders opgeslagen dan het bestand zelf zegt. Gebruik het bestand zoals u het van de bank kreeg.";

    public const string Zip = "Dit is een zip-bestand of een Excel-bestand. Pak een zip-bestand eerst uit, en kies het bestand dat erin zit.";

    public const string Html = "Dit is een webpagina. Log in bij uw bank en download het bestand opnieuw.";

    public const string NoStatement = "In dit bestand staat geen bankafschrift. Vraag uw bank om een camt.053-bestand met ten minste één dag.";

    public const string NoStatus = "In dit bestand staat geen antwoord op betalingen. Vraag uw bank om een nieuw pain.002-bestand.";

    public const string OnlyPayeeChecks =
        "In dit bestand staat alleen of namen en rekeningen bij elkaar horen. Kies het bestand dat zegt of uw betalingen zijn gedaan.";

    public const string NoPayeeChecks =
        "In dit bestand staat niet of namen en rekeningen bij elkaar horen. Kies het bestand met de uitkomst van de controle van de ontvangers.";

    public const string WhichPayees =
        "De bank zegt dat niet alle namen kloppen, maar niet welke. Bekijk de uitkomst in uw bankprogramma, of vraag uw bank om een bestand per betaling.";

    public const string NoIdAtAnswer =
        "De bank noemt bij een antwoord niet om welke betaling het gaat. Bekijk de uitkomst in uw bankprogramma, of vraag uw bank om een nieuw bestand.";

    public const string OtherPayments = "Dit antwoord gaat over andere betalingen. Kies het antwoord dat bij dit betaalbestand hoort.";

    public const string OtherXml = "Dit is een XML-bestand, maar niet van een bank. Kies het bestand dat u van uw bank kreeg.";

    public static string Pdf(BankFormat wanted) => $"Dit is een PDF. Vraag uw bank om een {wanted.Name}-bestand.";

    public static string Mt940(BankFormat wanted) => $"Dit is een MT940-bestand. Vraag uw bank om {wanted.Name}.";

    public static string Csv(BankFormat wanted) => $"Dit is een CSV-bestand. Vraag uw bank om {wanted.Name}.";

    public static string Unknown(BankFormat wanted) => $"Dit is geen bestand dat wij kennen. Vraag uw bank om een {wanted.Name}-bestand.";

    public static string Encoding(string name) => $"De letters in dit bestand zijn opgeslagen als {name}. Dat lezen wij niet. Vraag uw bank om een bestand in UTF-8.";

    /// <param name="version">Two digits.</param>
    public static string Version(BankFormat wanted, string version) =>
        $"Dit is een {wanted.Name}-bestand van versie {version}. Vraag uw bank om versie {string.Join(" of ", wanted.Versions)}.";

    /// <summary>Another message of a bank, such as camt.054.</summary>
    public static string OtherKind(BankFormat wanted, string kind) => kind switch
    {
        "camt.052" => $"Dit is een camt.052-bestand: een overzicht van een dag die nog niet voorbij is. Vraag uw bank om {wanted.Name}.",
        "camt.053" => $"Dit is een bankafschrift (camt.053). Kies het bestand waarin uw bank antwoord geeft op uw betalingen: {wanted.Name}.",
        "camt.054" => $"Dit is een camt.054-bestand: losse meldingen, geen heel afschrift. Vraag uw bank om {wanted.Name}.",
        "pain.001" => $"Dit is een bestand met betalingen die nog naar de bank moeten (pain.001). Kies het bestand dat u van uw bank kreeg: {wanted.Name}.",
        "pain.002" => $"Dit is een antwoord van uw bank op betalingen (pain.002). Kies een bankafschrift: {wanted.Name}.",
        "pain.008" => $"Dit is een bestand met incasso's (pain.008). Vraag uw bank om {wanted.Name}.",
        _ => $"Dit is een ander soort bestand van een bank. Vraag uw bank om {wanted.Name}.",
    };

    /// <summary>Something is wrong with one booking or answer; all of the file waits for a better one.</summary>
    public static string At(string where, string what) => $"{where}: {what} Vraag uw bank om een nieuw bestand.";
}
