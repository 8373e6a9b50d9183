namespace Smederijen.Portal.Ideas.Support;

/// <summary>What staff read about supporters who are alike, and what to look at.</summary>
internal static class LookalikeTexts
{
    /// <summary>For a list, where nobody is named.</summary>
    public static string InList(int alike) => $"Kijk naar de steun: {Dutch.Number(alike)} mensen lijken op elkaar";

    /// <param name="all">How many people support online.</param>
    public static string Of(Lookalikes group, int all) => $"{Dutch.Number(group.People.Count)} van de {Dutch.Count(all, "mens", "mensen")} "
        + group.Kind switch
        {
            LookalikeKind.Domain => $"hebben een e-mailadres bij {group.What}. Kijk of dat een bekende club of een bekend bedrijf is: {Addresses(group)}.",
            LookalikeKind.Numbered => $"hebben bijna hetzelfde e-mailadres; alleen de cijfers verschillen: {Addresses(group)}.",
            LookalikeKind.Household =>
                $"hebben dezelfde achternaam en postcode. Kijk of zij allemaal bestaan: {string.Join(", ", group.People.Select(person => person.Name))}.",
            LookalikeKind.Mailbox =>
                $"delen een e-mailadres met iemand anders. Kijk of dat klopt: {string.Join(", ", group.People.Select(person => $"{person.Name} ({person.Email})"))}.",
            _ => throw new ArgumentOutOfRangeException(nameof(group), group.Kind, "Every kind needs words."),
        };

    private static string Addresses(Lookalikes group) => string.Join(", ", group.People.Select(person => person.Email));
}
