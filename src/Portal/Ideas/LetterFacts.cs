namespace Smederijen.Portal.Ideas;

/// <summary>All that a letter may tell.</summary>
/// <param name="PublicPage">The page of the idea that everyone can see.</param>
/// <param name="StaffPage">The page of the idea on the staff board.</param>
/// <param name="Published">Whether everyone can see the idea: not before its submitter confirmed it.</param>
/// <param name="Link">Seals a link for the one this letter goes to.</param>
public sealed record LetterFacts(
    Idea Idea, string Title, SmederijSettings Smederij, Addressee To, Uri PublicPage, Uri StaffPage, bool Published,
    Func<Links.LinkPurpose, Uri> Link)
{
    /// <summary>
    /// Whether somebody showed that this mailbox is theirs. Until then anybody may have typed the address, and what strangers typed (a
    /// title, a name) is not mailed to it: that would be their advertisement in our name. A supporter confirms in a row of their own.
    /// </summary>
    public bool IsConfirmed { get; init; } = To.Role switch
    {
        AddresseeRole.Submitter => Published,
        AddresseeRole.Supporter => false,
        _ => true,
    };

    /// <summary>Two people have the places of this mailbox; of a supporter only.</summary>
    public bool IsMailboxFull { get; init; }

    /// <summary>The round in which an idea that waits for money can get it, by the present settings; null while there is none.</summary>
    public RoundSettings? OpenRound { get; init; }

    /// <summary>The account of the municipality, for who has to pay money back; null while it is not filled in.</summary>
    public PayerSettings? Payer { get; init; }

    /// <summary>It is the first mail about an idea of before this website.</summary>
    public bool IsFromBefore { get; init; }

    /// <summary>What the mail is about, with the title where that may be mailed.</summary>
    public string Subject(string about) => !IsConfirmed ? about : about.EndsWith('?') ? $"{about} {Title}" : $"{about}: {Title}";
}
