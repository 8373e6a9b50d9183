namespace Smederijen.Portal.Text;

/// <summary>Tells people apart who share a mailbox: by their name and their initials.</summary>
public static class PersonName
{
    public const int MostInitials = 8;

    /// <summary>The letters alone, as capitals; empty where there are none.</summary>
    /// <example><c>j. p.</c> gives <c>JP</c>.</example>
    public static string Initials(string typed) => string.Concat(Tidy.Plain(typed).Where(char.IsLetter)).ToUpperInvariant();

    /// <summary>
    /// One person, as far as names tell: the last words are the same, and so are the initials or, where not both gave them, the first words.
    /// A first word of one letter stands for every name that begins with it.
    /// </summary>
    public static bool AreSame((string Name, string? Initials) one, (string Name, string? Initials) other)
    {
        var (first, second) = (Words(one.Name), Words(other.Name));
        if (first is not [.., var surname] || second is not [.., var otherSurname])
            return first.Length == second.Length && one.Initials == other.Initials;
        return surname == otherSurname && (one.Initials is not null && other.Initials is not null
            ? one.Initials == other.Initials
            : IsShortFor(Given(first, one.Initials), Given(second, other.Initials)));
    }

    /// <summary>The last word of a name, in small letters; empty where there is none.</summary>
    public static string Surname(string name) => Words(name) is [.., var last] ? last : "";

    private static string Given(string[] words, string? initials) => words.Length > 1 ? words[0] : initials?[..1].ToLowerInvariant() ?? "";

    private static bool IsShortFor(string one, string other) => one == other
        || (one.Length == 1 && other.StartsWith(one, StringComparison.Ordinal))
        || (other.Length == 1 && one.StartsWith(other, StringComparison.Ordinal));

    /// <summary>In small letters without accents: people type their own name in more ways than one.</summary>
    private static string[] Words(string name) => string.Concat(Composed.Nfd(Tidy.Plain(name)).ToLowerInvariant()
        .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
        .Select(c => char.IsLetterOrDigit(c) ? c : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
