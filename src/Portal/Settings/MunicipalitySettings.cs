namespace Smederijen.Portal.Settings;

/// <summary>
/// What is the same for all Smederijen of a municipality: how it is called, where people reach it, and what its pages and mails say of it.
/// An empty text is not shown; what residents should find stands on the checklist until it is there.
/// </summary>
/// <param name="Name">The place, as in "De Smederijen van Hoogeveen".</param>
/// <param name="Phone">As people dial it.</param>
/// <param name="Address">Where people can come, on one line.</param>
/// <param name="Hours">When somebody is there, on one line.</param>
/// <param name="SecurityContact">Where somebody who found a leak reports it: a mail address or an https address.</param>
/// <param name="Controller">Who answers for the personal data, and on which law that rests; paragraphs.</param>
/// <param name="Complaints">Where somebody complains about what is done with their data; paragraphs.</param>
/// <param name="AccessibilityStatement">The https address of the statement in the register.</param>
/// <param name="MailClosing">Stands below every mail: <c>Team De Smederijen</c>.</param>
/// <param name="Logo">Stands before the name of the site; null where there is none.</param>
/// <param name="Colours">Null where those of the program stay.</param>
/// <param name="Payer">The account that pays; null as long as it is not filled in, and then nothing can be paid.</param>
/// <param name="PaymentsKept">How many whole years after the book year payments are kept with names and accounts; null for the usual term.</param>
/// <param name="Themes">What the municipality can be asked about; the last one is for everything else.</param>
public sealed record MunicipalitySettings(
    int Version,
    string Name,
    ImmutableArray<MunicipalTheme> Themes,
    string Phone = "",
    string Email = "",
    string Address = "",
    string Hours = "",
    string SecurityContact = "",
    string Controller = "",
    string Complaints = "",
    string AccessibilityStatement = "",
    string MailClosing = "",
    HouseLogo? Logo = null,
    HouseColours? Colours = null,
    PayerSettings? Payer = null,
    int? PaymentsKept = null)
{
    /// <summary>Before anybody filled anything in.</summary>
    public static MunicipalitySettings Empty { get; } = new(0, "", []);

    /// <summary>Whose name stands below a mail.</summary>
    [JsonIgnore]
    public string SignsAs => MailClosing.Length > 0 ? MailClosing : Letters;

    /// <summary>How many whole years after the book year payments are kept with names and accounts.</summary>
    [JsonIgnore]
    public int PaymentYears => PaymentsKept ?? BatchCircumstances.LeastYears;

    /// <summary>How everybody calls it, before somebody fills in who they are.</summary>
    private const string Letters = "De Smederijen";

    // Generated readers set what a file leaves out to its default: the fallback stands in the getter.
    public ImmutableArray<MunicipalTheme> Themes { get => field.IsDefault ? [] : field; init; } = Themes;
}

/// <summary>A kind of municipal matter (<c>verkeer</c>), with the mailbox of those who deal with it.</summary>
public sealed record MunicipalTheme(string Id, string Name, string Email);
