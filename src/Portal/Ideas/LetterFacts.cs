namespace Smederijen.Portal.Ideas;

/// <summary>All that a letter may tell.</summary>
/// <param name="PublicPage">The page of the idea that everyone can see.</param>
/// <param name="StaffPage">The page of the idea on the staff board.</param>
/// <param name="Published">Whether everyone can see the idea: not before its submitter confirmed it.</param>
/// <param name="Link">Seals a link for the one this letter goes to.</param>
public sealed record LetterFacts(
    Idea Idea, string Title, SmederijSettings Smederij, Addressee To, Uri PublicPage, Uri StaffPage, bool Published,
    Func<Links.LinkPurpose, Uri> Link);
