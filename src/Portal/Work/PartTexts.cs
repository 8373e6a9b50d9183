namespace Smederijen.Portal.Work;

/// <summary>The parts of an item that can be hidden, in words.</summary>
internal static class PartTexts
{
    public const string Idea = "het hele idee";
    public const string Plan = "het hele plan";

    /// <summary>At the texts, where a reader could take what stands there for what was written.</summary>
    public const string Mark = "De gemeente heeft hier iets weggehaald of veranderd. Bij “Wat er is gebeurd” leest u waarom.";

    /// <summary>How the hiding of an item is told in a list; null when nothing of it is hidden.</summary>
    public static string? InList(HowHidden hidden) => hidden switch
    {
        HowHidden.Not => null,
        HowHidden.Partly => "Een deel is verborgen",
        HowHidden.Wholly => "Verborgen",
        _ => throw new ArgumentOutOfRangeException(nameof(hidden), hidden, "Every way of hiding needs words."),
    };

    public static HowHidden HowMuch(Hiding? whole, HiddenParts? parts) =>
        whole is not null ? HowHidden.Wholly : parts is null ? HowHidden.Not : HowHidden.Partly;

    /// <summary>What happened where only a text of the history can be hidden.</summary>
    public const string TextHidden = "Een medewerker verborg een tekst in de geschiedenis";

    public const string TextRestored = "Een medewerker liet een tekst in de geschiedenis weer zien";

    /// <summary>A text in a line of the log.</summary>
    public static string Line(DateTimeOffset at, string title) => $"Tekst van {Dutch.Date(at)}: {title}";

    /// <summary>To stand behind "verborg".</summary>
    /// <param name="whole">What the item as a whole is called.</param>
    public static string Of(string part, string whole) => part switch
    {
        ShownPart.Whole => whole,
        "titel" => "de titel",
        "omschrijving" => "de beschrijving",
        "doelgroep" => "voor wie het is",
        "bijdrage" => "wat de bewoners zelf doen",
        _ when Veil.FileOf(part) is { } file => AttachmentName.Parse(file)?.Kind.IsPhoto == true ? "een foto" : "een bijlage",
        _ => "een tekst in de geschiedenis",
    };
}
