using System.Collections.Frozen;

namespace Smederijen.Banking;

/// <summary>
/// Why a payment was refused or came back, in words for who has to do something about it. Codes: ISO 20022 external code sets (return and
/// status reasons), as EPC135-18 explains them for SEPA. The words are our own.
/// </summary>
public static class ReturnReasons
{
    private static readonly FrozenDictionary<string, string> Sentences = new Dictionary<string, string>
    {
        ["AC01"] = "Dit rekeningnummer bestaat niet. Vraag de ontvanger om het juiste nummer.",
        ["AC03"] = "Het rekeningnummer van de ontvanger klopt niet. Vraag de ontvanger om het juiste nummer.",
        ["AC04"] = "De rekening is opgeheven. Vraag de ontvanger om een ander rekeningnummer.",
        ["AC06"] = "De rekening is geblokkeerd. Vraag de ontvanger om een ander rekeningnummer.",
        ["AG01"] = "Op deze rekening mag dit soort betaling niet. Vraag de ontvanger om een gewone betaalrekening.",
        ["AG02"] = "De bank kent dit soort betaling niet. Vraag uw bank wat er moet veranderen.",
        ["AM01"] = "Het bedrag is nul. Maak de betaling opnieuw met het juiste bedrag.",
        ["AM02"] = "Het bedrag mag niet zo hoog zijn. Vraag uw bank hoeveel u in één keer mag betalen.",
        ["AM03"] = "De bank werkt niet met deze munt. Betaal in euro's.",
        ["AM04"] = "Er staat te weinig geld op de rekening. Zorg dat er genoeg op staat en betaal opnieuw.",
        ["AM05"] = "De bank heeft deze betaling al eens gekregen. Kijk of het geld al betaald is.",
        ["AM09"] = "Het bedrag klopt niet. Kijk het bedrag na en overleg met de ontvanger.",
        ["AM10"] = "Het totaal van de betalingen klopt niet. Maak het bestand opnieuw.",
        ["ARDT"] = "Deze betaling is al eens teruggestort. U hoeft niets te doen.",
        ["BE01"] = "De naam hoort niet bij deze rekening. Vraag de ontvanger om de naam die bij de rekening hoort.",
        ["BE04"] = "Het adres van de ontvanger ontbreekt of klopt niet. Vul het adres aan en betaal opnieuw.",
        ["BE05"] = "De bank kent de opdrachtgever niet. Vraag uw bank wat er moet veranderen.",
        ["BE06"] = "De bank kent de ontvanger niet. Vraag de ontvanger om de juiste gegevens.",
        ["BE07"] = "Het adres van de betaler ontbreekt of klopt niet. Vul het adres aan en betaal opnieuw.",
        ["CNOR"] = "De bank van de ontvanger doet niet mee met deze betalingen. Vraag de ontvanger om een andere rekening.",
        ["CURR"] = "De munt klopt niet. Betaal in euro's.",
        ["CUST"] = "De betaler vroeg het geld terug. Kijk na waarom.",
        ["DNOR"] = "Uw bank doet niet mee met deze betalingen. Vraag uw bank wat er moet veranderen.",
        ["DS28"] = "Een technische fout hield de betaling tegen. Betaal opnieuw.",
        ["DT01"] = "De dag klopt niet. Kies een andere dag en betaal opnieuw.",
        ["DUPL"] = "Deze betaling was er al. Kijk of het geld al betaald is.",
        ["ED05"] = "De banken konden de betaling niet afronden. Betaal opnieuw.",
        ["ERIN"] = "De bank van de ontvanger kan de extra gegevens niet aan. Betaal opnieuw met een kortere omschrijving.",
        ["FF01"] = "Het bestand heeft niet de juiste vorm. Geef dit door aan de beheerder van deze website.",
        ["FOCR"] = "Uw bank vroeg het geld terug, en de ontvanger vond dat goed. Kijk na waarom.",
        ["FR01"] = "De bank vermoedt fraude. Betaal niet opnieuw, en overleg met uw bank.",
        ["FRAD"] = "De betaling is teruggevraagd omdat er fraude kan zijn. Betaal niet opnieuw, en overleg met uw bank.",
        ["LEGL"] = "De rechter of de wet houdt deze betaling tegen. Overleg met uw bank.",
        ["MD07"] = "De ontvanger is overleden. Neem contact op met de nabestaanden of met de groep.",
        ["MS02"] = "De ontvanger wil het geld niet, en zegt niet waarom. Overleg met de ontvanger.",
        ["MS03"] = "De bank zegt niet waarom. Vraag de ontvanger of de rekening klopt.",
        ["NARR"] = "De bank schrijft de reden erbij. Lees die op het afschrift.",
        ["NOAS"] = "De ontvanger heeft niet geantwoord. Neem zelf contact op.",
        ["NOOR"] = "De bank kent de eerste betaling niet. Vraag uw bank wat er is gebeurd.",
        ["RC01"] = "De BIC van de bank klopt niet. Vraag de ontvanger om de juiste gegevens.",
        ["RC04"] = "De BIC van de bank van de ontvanger klopt niet. Vraag de ontvanger om de juiste gegevens.",
        ["RF01"] = "Het kenmerk van de betaling is al gebruikt. Kijk of het geld al betaald is.",
        ["RR01"] = "Het rekeningnummer van de betaler ontbreekt. Vraag uw bank wat er moet veranderen.",
        ["RR02"] = "De naam of het adres van de betaler ontbreekt. Vul ze aan en betaal opnieuw.",
        ["RR03"] = "De naam of het adres van de ontvanger ontbreekt. Vul ze aan en betaal opnieuw.",
        ["RR04"] = "Regels houden deze betaling tegen. Overleg met uw bank.",
        ["SVNR"] = "De bank heeft de betaling niet uitgevoerd. Vraag uw bank waarom.",
        ["TECH"] = "Een technische fout hield de betaling tegen. Betaal opnieuw.",
        ["TM01"] = "De bank kreeg de betaling te laat op de dag. Betaal opnieuw op een volgende dag.",
        ["UPAY"] = "De betaling was niet terecht. Overleg met de ontvanger.",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What is known here, for a test and a page that lists them.</summary>
    public static IReadOnlyCollection<string> Codes => Sentences.Keys;

    /// <summary>One or two short sentences: why, and what to do. An unknown code is told as it is.</summary>
    public static string Of(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return Sentences.GetValueOrDefault(code.Trim().ToUpperInvariant())
            ?? $"De bank geeft code {BankText.Safe(code, 35)}. Wij kennen die code niet. Vraag uw bank wat die betekent.";
    }
}
