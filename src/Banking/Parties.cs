using System.Xml.Linq;

namespace Smederijen.Banking;

/// <summary>Who is at the other end of a payment.</summary>
internal static class Parties
{
    /// <summary>
    /// Who sent what came in, or got what went out. Of money that comes back some banks name the parties of the first payment, so whoever is not
    /// this account is taken.
    /// </summary>
    public static (string? Name, string? Account) Other(XElement? payment, EntryKind kind, string account)
    {
        var parties = payment.At("RltdPties");
        var (expected, other) = kind == EntryKind.Credit ? ("Dbtr", "Cdtr") : ("Cdtr", "Dbtr");
        var first = (Name(parties, expected), Account: Number(parties.At($"{expected}Acct")));
        var second = (Name(parties, other), Account: Number(parties.At($"{other}Acct")));
        if (first.Account is not null && first.Account != account)
            return first;
        if (second.Account is not null && second.Account != account)
            return second;
        return first.Account is null ? first : default;
    }

    /// <summary>The IBAN, or else the number that the bank writes. A whole file may not fail on an account somewhere in the world.</summary>
    public static string? Number(XElement? account) =>
        account.Text("Id", "IBAN")?.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant() ?? account.Text("Id", "Othr", "Id");

    private static string? Name(XElement? parties, string role) =>
        NotProvided.Known(parties.Text(role, "Nm") ?? parties.Text(role, "Pty", "Nm") ?? parties.Text(role, "Agt", "FinInstnId", "Nm"));
}
