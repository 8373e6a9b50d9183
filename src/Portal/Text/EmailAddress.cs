namespace Smederijen.Portal.Text;

/// <summary>
/// A mail address: how it is tidied, what is wrong with one, and which mailbox it leads to. Mail goes to the address as it was typed;
/// wherever two addresses are compared, kept as a key or counted, their <see cref="NormalForm"/> is.
/// </summary>
public static class EmailAddress
{
    public const int MaxLength = 254;

    private const int MaxLocal = 64;
    private const int MaxLabel = 63;

    /// <summary>What may stand before the @, beside letters and digits. Source: RFC 5322, atext; nobody's mailbox needs quotes.</summary>
    private const string LocalMarks = ".!#$%&'*+/=?^_`{|}~-";

    private static readonly IdnMapping Idn = new();

    /// <summary>Without what comes along when an address is copied: spaces, <c>mailto:</c>, a name with brackets, the end of a sentence.</summary>
    /// <example><c>Jan de Vries &lt;jan@voorbeeld.nl&gt;.</c> gives <c>jan@voorbeeld.nl</c>.</example>
    public static string Tidied(string typed)
    {
        var text = Tidy.Plain(typed);
        if (text.IndexOf('<', StringComparison.Ordinal) is >= 0 and var open && text.IndexOf('>', open) is > 0 and var close)
            text = text[(open + 1)..close];
        text = text.Trim(' ', '"', '(', ')', ',', ';', ':', '<', '>');
        if (text.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
            text = text["mailto:".Length..];
        // Not beside an @: what stands there was meant to be part of the address.
        text = text.EndsWith('.') && !text.EndsWith("@.", StringComparison.Ordinal) && !text.EndsWith("..", StringComparison.Ordinal) ? text[..^1] : text;
        return text.Replace(" @", "@", StringComparison.Ordinal).Replace("@ ", "@", StringComparison.Ordinal);
    }

    /// <summary>A sentence for the one who typed it; null when mail can be sent there.</summary>
    public static string? WhatIsWrong(string address)
    {
        if (address.Contains(' ', StringComparison.Ordinal))
            return "Er staat een spatie in.";
        if (address.Split('@') is not [var local, var domain])
            return "Er moet één @ in staan.";
        if (local.Length == 0 || domain.Length == 0)
            return "Voor en na de @ moet iets staan.";
        if (address.Contains("..", StringComparison.Ordinal))
            return "Er staan twee punten achter elkaar.";
        if (local.StartsWith('.') || local.EndsWith('.') || domain.StartsWith('.') || domain.EndsWith('.'))
            return "Er staat een punt aan het begin, aan het einde of naast de @.";
        if (local.Length > MaxLocal || address.Length > MaxLength)
            return "Het adres is te lang.";
        if (!local.All(c => char.IsAsciiLetterOrDigit(c) || LocalMarks.Contains(c, StringComparison.Ordinal)))
            return "Voor de @ staat een teken dat daar niet kan.";
        return WrongDomain(domain);
    }

    /// <summary>The address as mail programs send to it: a domain with letters such as ü in the letters of every computer (RFC 5891).</summary>
    public static string Deliverable(string address) =>
        !Ascii.IsValid(address) && address.Split('@') is [var local, var domain] && InAscii(domain) is { } ascii ? $"{local}@{ascii}" : address;

    public static bool AreSame(string one, string other) => NormalForm(one) == NormalForm(other);

    /// <summary>
    /// The same text for all addresses that lead to one mailbox, as far as that is known; two people with one normal form are treated as one
    /// address. For every provider: capitals, a final dot of the domain, the two ways to write a domain (RFC 5891), and what stands
    /// after a <c>+</c> (RFC 5233). For these alone, because others let these stand for different people:
    /// <list type="bullet">
    /// <item>Gmail: dots do not count, and googlemail.com is gmail.com. https://support.google.com/mail/answer/7436150 and …/answer/10313</item>
    /// <item>Yahoo: what stands after a <c>-</c> is a word of the owner, and account names have none. Yahoo Help, "Disposable addresses".</item>
    /// <item>
    /// Proton: dots, hyphens and underscores do not count, and all its domains lead to one mailbox. https://proton.me/support/addresses-and-aliases
    /// and https://www.sindastra.de/p/1775/protonmail-dots-hyphens-and-underscores
    /// </item>
    /// <item>Fastmail: word@name.fastmail.com is name@fastmail.com. Fastmail Help, "Plus addressing and subdomain addressing".</item>
    /// <item>Apple: me.com and mac.com are icloud.com. https://support.apple.com/en-us/102540</item>
    /// </list>
    /// </summary>
    public static string NormalForm(string address)
    {
        var text = Tidy.Plain(address).ToLowerInvariant();
        if (text.LastIndexOf('@') is not (>= 0 and var at))
            return text;
        var (local, domain) = (text[..at], text[(at + 1)..].TrimEnd('.'));
        domain = InAscii(domain) ?? domain;
        local = Before(local, '+');
        return domain switch
        {
            "gmail.com" or "googlemail.com" => $"{Without(local, ".")}@gmail.com",
            "yahoo.com" or "yahoo.nl" or "yahoo.co.uk" or "ymail.com" or "rocketmail.com" => $"{Before(local, '-')}@{domain}",
            "proton.me" or "protonmail.com" or "protonmail.ch" or "pm.me" => $"{Without(local, ".-_")}@proton.me",
            "me.com" or "mac.com" => $"{local}@icloud.com",
            _ when domain.Split('.') is [var name, "fastmail", "com" or "fm"] && name is not "www" => $"{name}@{domain[(name.Length + 1)..]}",
            _ => $"{local}@{domain}",
        };
    }

    /// <summary>All of it where it begins with the mark: then that is no sub-address.</summary>
    private static string Before(string local, char mark) => local.IndexOf(mark, StringComparison.Ordinal) is > 0 and var at ? local[..at] : local;

    private static string Without(string local, string marks) => string.Concat(local.Where(c => !marks.Contains(c, StringComparison.Ordinal)));

    private static string? WrongDomain(string domain)
    {
        if (!domain.Contains('.', StringComparison.Ordinal))
            return "Na de @ ontbreekt een punt, zoals in voorbeeld.nl.";
        if (InAscii(domain) is not { } ascii)
            return "Na de @ staat een teken dat daar niet kan.";
        var labels = ascii.Split('.');
        if (labels.Any(label => label.StartsWith('-') || label.EndsWith('-')))
            return "Na de @ staat een streepje op een plek waar dat niet kan.";
        if (labels.Any(label => label.Length > MaxLabel))
            return "Het adres is te lang.";
        if (!labels.All(label => label.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')))
            return "Na de @ staat een teken dat daar niet kan.";
        return labels[^1].Length < 2 || labels[^1].All(char.IsAsciiDigit) ? "Het einde van het adres klopt niet. Het is bijvoorbeeld .nl of .com." : null;
    }

    /// <summary>In small letters; null when it is no name of a domain.</summary>
    private static string? InAscii(string domain)
    {
        var small = domain.ToLowerInvariant();
        if (Ascii.IsValid(small))
            return small;
        if (!small.EnumerateRunes().All(rune => rune.Value is '-' or '.' || Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is
            UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark))
            return null;
        try
        {
            return Idn.GetAscii(small);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
