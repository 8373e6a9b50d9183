using System.Buffers;
using System.Text.RegularExpressions;
using Smederijen.Domain.Settings;
using Smederijen.Portal.Mail;
using Smederijen.Portal.Settings;
using Smederijen.Simulation.Tests.Actors;

namespace Smederijen.Simulation.Tests.Invariants;

/// <summary>
/// Knows every trace of a simulated person: the marks that all their names, addresses, postcodes and accounts carry, and what
/// the settings say of the wijkteam and the stuurgroep. None may be anywhere but in the rows of people and on the envelope of a mail.
/// </summary>
internal sealed partial class Privacy
{
    private static readonly string[] RowsOfPeople = ["team|", "plek|", "hulp|", "groep|", "oudadres|"];

    private readonly SearchValues<string> _marks;

    public Privacy(SettingsFile file) => _marks = SearchValues.Create(
        [.. Person.Marks, .. file.Smederijen.SelectMany(Postcodes),
            .. file.Smederijen.SelectMany(file.ContactsOf).Concat(file.ContactsOfStuurgroep()).SelectMany(Known)],
        StringComparison.OrdinalIgnoreCase);

    /// <exception cref="Violation">The text names somebody.</exception>
    public void Check(string text, Func<string> where)
    {
        for (var from = 0; text.AsSpan(from).IndexOfAny(_marks) is var found and >= 0; from += found + 1)
        {
            if (IsWithinAWord(text, from + found))
                continue;
            var at = from + found;
            throw new Violation($"Personal data in {where()}: …{text[Math.Max(0, at - 40)..Math.Min(text.Length, at + 40)]}…");
        }
    }

    /// <summary>Codes and ids are chance: now and then one of them holds four digits and two letters in its middle.</summary>
    private static bool IsWithinAWord(string text, int at)
    {
        var end = at + (at + 4 < text.Length && text[at + 4] == ' ' ? 7 : 6);
        return char.IsAsciiDigit(text[at]) && ((at > 0 && char.IsAsciiLetterOrDigit(text[at - 1]))
            || (end < text.Length && char.IsAsciiLetterOrDigit(text[end])));
    }

    /// <summary>A mail names nobody, apart from its envelope.</summary>
    public void Check(OutgoingMail mail)
    {
        Check(mail.Subject, () => $"the subject of mail {mail.Id}");
        Check(Tokens().Replace(mail.Text, ""), () => $"the text of mail {mail.Id}");
        Check(Tokens().Replace(mail.Html, ""), () => $"the HTML of mail {mail.Id}");
    }

    // Tokens are sealed; by chance they hold any few letters.
    [GeneratedRegex("/link/[A-Za-z0-9_-]+")]
    private static partial Regex Tokens();

    public static bool MayNamePeople(string row) =>
        row.Contains("|persoon|", StringComparison.Ordinal) || row.Contains("|steun|", StringComparison.Ordinal)
            || RowsOfPeople.Any(kind => row.StartsWith(kind, StringComparison.Ordinal));

    private static IEnumerable<string> Postcodes(SmederijSettings smederij) => smederij.Area
        .SelectMany(range => Enumerable.Range(range.First.Digits, range.Last.Digits - range.First.Digits + 1))
        .SelectMany(digits => (string[])[$"{digits}{Person.Letters}", $"{digits} {Person.Letters}"]);

    private static IEnumerable<string> Known(Contact contact) =>
        contact.Name.StartsWith("Team ", StringComparison.Ordinal) ? [contact.Email] : [contact.Name, contact.Email];
}
