namespace Smederijen.Portal.Mail;

/// <summary>
/// A mail as data: the same words become its text part and its HTML part. It names no person, so that a stored mail holds
/// no personal data beside the address on its envelope.
/// </summary>
/// <param name="Paragraphs">Short paragraphs in B1 Dutch, "u"-form, the most important one first.</param>
/// <param name="Button">The one thing to do, if there is one.</param>
/// <param name="Also">Other addresses that may be of use, after the button.</param>
public sealed record Letter(
    string Subject,
    IReadOnlyList<string> Paragraphs,
    LetterLink? Button = null,
    IReadOnlyList<LetterLink>? Also = null,
    IReadOnlyList<LetterFact>? Facts = null)
{
    public string Greeting { get; init; } = "Beste bewoner,";

    /// <summary>Who writes it.</summary>
    public string Closing { get; init; } = MunicipalitySettings.Empty.SignsAs;
}

/// <summary>A link in a mail, with the words that say what happens there.</summary>
public sealed record LetterLink(string Words, Uri Address);

/// <summary>One line of the facts about the idea: "Bedrag", "€ 450".</summary>
public sealed record LetterFact(string Name, string Value);

/// <summary>A letter with the one it is for.</summary>
/// <param name="Copy">The key of this reader, when the same mail goes to several people; empty otherwise.</param>
public sealed record AddressedLetter(string Name, string Email, Letter Letter, string Copy = "")
{
    /// <summary>
    /// Somebody showed that this mailbox is theirs, or the municipality wrote the address down. Without that the name is not mailed: a
    /// stranger may have typed it as a message.
    /// </summary>
    public bool IsConfirmed { get; init; } = true;
}
