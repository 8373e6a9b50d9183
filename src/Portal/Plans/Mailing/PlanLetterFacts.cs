namespace Smederijen.Portal.Plans.Mailing;

/// <summary>All that a letter about a plan may tell.</summary>
/// <param name="Link">Seals a link for the one this letter goes to.</param>
public sealed record PlanLetterFacts(
    Stored<Plan> Stored, SmederijSettings Smederij, PlanAddressee To, Uri PublicPage, Uri StaffPage, Func<LinkPurpose, Uri> Link)
{
    /// <summary>
    /// Whether the reader showed that this mailbox is theirs; never of a partner, whose address somebody of the working group typed.
    /// </summary>
    public bool IsConfirmed { get; init; }

    /// <summary>Two people have the places of this mailbox; of a supporter only.</summary>
    public bool IsMailboxFull { get; init; }

    /// <summary>The Smederijen that the plan belongs to.</summary>
    public string Where { get; init; } = Smederij.Name;

    /// <summary>Those of the reader, who guides other Smederijen than the one that the plan lies in.</summary>
    public string Theirs { get; init; } = "";

    public string Title => Stored.Title;

    public Plan Plan => Stored.Item;

    public bool IsToRegisseur => To.Role == PlanRole.Gebiedsregisseur;

    public LetterLink PublicLink => new("De pagina van het plan", PublicPage);

    public LetterLink GroupLink => new("Naar de pagina van de werkgroep", Link(LinkPurpose.PlanGroup));

    public LetterLink StaffLink => new("Het plan voor medewerkers", StaffPage);

    /// <summary>Where a question can go: the page of the Smederij has names and numbers.</summary>
    public LetterLink HelpLink => LetterParts.HelpLink(new Uri(PublicPage, $"/smederijen/{Smederij.Id}"));

    /// <summary>What a colleague needs to know which plan it is.</summary>
    public IReadOnlyList<LetterFact> About => [new("Plan", Title), new("Smederij", Smederij.Name)];

    public string ConfirmWithin => Dutch.Count(Smederij.Terms.ConfirmationDays, "dag", "dagen");

    /// <summary>How long after the last news everybody is asked how it goes.</summary>
    public string AskedEvery => Dutch.Count(Smederij.Terms.LongTrackCheckMonths, "maand", "maanden");

    public string RemindedEvery => Dutch.Count(Smederij.Terms.RegisseurReminderWorkingDays, "werkdag", "werkdagen");

    public string ForgottenAfter => Dutch.Count(Smederij.Terms.RetentionMonths, "maand", "maanden");
}
