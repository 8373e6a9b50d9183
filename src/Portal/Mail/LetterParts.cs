namespace Smederijen.Portal.Mail;

/// <summary>What letters of all kinds share.</summary>
internal static class LetterParts
{
    public const string Colleague = "Beste collega,";

    /// <summary>About the link of a mail; a letter on paper has none that decides anything, and leaves it out.</summary>
    public const string OnlyForYou = "De link in deze mail is alleen voor u. Stuur deze mail niet door.";

    /// <summary>Where a question can go.</summary>
    /// <param name="smederij">The page of a Smederij, with the names and numbers of its kernteam and gebiedsregisseur.</param>
    public static LetterLink HelpLink(Uri smederij) => new("Wie u kunt bellen of mailen", new Uri(smederij, "#contact"));

    /// <summary>The paragraphs that apply.</summary>
    public static IReadOnlyList<string> Paragraphs(params IEnumerable<string?> paragraphs) => [.. paragraphs.OfType<string>()];
}
