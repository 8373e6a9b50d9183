namespace Smederijen.Portal.Plans;

/// <summary>
/// What binds the link of a partner to the mailbox of its contact: the partner, and once staff put that address right a key that belongs to
/// the new one. Links that went to the one before are void then.
/// </summary>
internal static class PartnerLinks
{
    public const string Moved = "Bij deze partner hoort nu een ander e-mailadres. Kijk in de mail die naar dat adres ging.";

    /// <summary>What such a link names as its person.</summary>
    public static string KeyFor(string partner, Person contact) => contact.AddressKey is { } key ? $"{partner}.{key}" : partner;

    /// <summary>The partner that a link is for.</summary>
    public static string PartnerOf(Link link) => link.Person.Split('.')[0];

    /// <summary>The contact with another address, to which no link of before belongs.</summary>
    public static Person AtNewAddress(Person contact, string email) => contact with { Email = email, AddressKey = CommandId.NewToken() };
}
