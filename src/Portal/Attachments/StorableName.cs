using System.Buffers;

namespace Smederijen.Portal.Attachments;

/// <summary>Names that mean the same as a file, as a blob and in a URL, and can never point outside their folder.</summary>
public static class StorableName
{
    private const int LongestName = 128;

    private static readonly SearchValues<char> s_characters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789.-");

    /// <summary>Small letters, digits, dots and hyphens, beginning and ending with a letter or a digit.</summary>
    public static bool IsValid(string name) =>
        name.Length is > 0 and <= LongestName
        && !name.AsSpan().ContainsAnyExcept(s_characters)
        && char.IsAsciiLetterOrDigit(name[0])
        && char.IsAsciiLetterOrDigit(name[^1]);

    /// <exception cref="ArgumentException">The name could not be stored everywhere.</exception>
    public static void Check(string name)
    {
        if (!IsValid(name))
            throw new ArgumentException("An attachment's name has 1 to 128 small letters, digits, dots and hyphens, and begins and ends with a letter or digit.");
    }
}
