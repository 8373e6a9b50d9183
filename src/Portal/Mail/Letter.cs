using Smederijen.Portal.Styling;

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
    /// <summary>Things of one kind that the mail lists, each with its own link; before the button.</summary>
    public IReadOnlyList<LetterItem> Items { get; init; } = [];

    public string Greeting { get; init; } = "Beste bewoner,";

    /// <summary>Who writes it.</summary>
    public string Closing { get; init; } = MunicipalitySettings.Empty.SignsAs;

    public LetterLook Look { get; init; } = LetterLook.Of(MunicipalitySettings.Empty, new Uri("http://127.0.0.1"));
}

/// <summary>The house style of a mail, as far as every mail program shows it.</summary>
/// <param name="Colour">Of its button and its links.</param>
/// <param name="Logo">Null where there is none.</param>
public sealed record LetterLook(string Colour, LetterLogo? Logo)
{
    /// <param name="site">What the address of the logo begins with. It is the same for every reader, so it tells of nobody who reads what.</param>
    public static LetterLook Of(MunicipalitySettings municipality, Uri site) => new(
        $"{Palette.Of(municipality.Colours).Main}",
        municipality.Logo is { } logo ? LetterLogo.Of(logo, municipality.Name, site) : null);
}

/// <param name="Words">What stands there where pictures are off.</param>
/// <param name="Width">As it is shown: mail programs take no other measure.</param>
public sealed record LetterLogo(Uri Address, string Words, int Width, int Height)
{
    private const int MostWidth = 240;
    private const int MostHeight = 64;

    public static LetterLogo Of(HouseLogo logo, string words, Uri site)
    {
        var scale = Math.Min(1, Math.Min((double)MostWidth / logo.Width, (double)MostHeight / logo.Height));
        return new(
            new Uri(site, HouseSheet.AddressOf(logo)), words, Math.Max(1, (int)(logo.Width * scale)), Math.Max(1, (int)(logo.Height * scale)));
    }
}

/// <summary>A link in a mail, with the words that say what happens there.</summary>
public sealed record LetterLink(string Words, Uri Address);

/// <summary>One thing of a list: what it is called and where it is, with what there is to know about it.</summary>
public sealed record LetterItem(LetterLink Link, string Detail);

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
