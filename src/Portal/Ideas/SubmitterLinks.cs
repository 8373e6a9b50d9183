namespace Smederijen.Portal.Ideas;

/// <summary>What binds the links of a submitter to one mailbox: once the address was put right, those that went to the one before are void.</summary>
internal static class SubmitterLinks
{
    public const string Moved = "Bij dit idee hoort nu een ander e-mailadres. Kijk in de mail die naar dat adres ging.";

    /// <summary>What such a link names as its person; empty as long as nobody put the address right.</summary>
    public static string KeyFor(this Person submitter, LinkPurpose purpose) =>
        (purpose == LinkPurpose.ConfirmSubmission ? submitter.LinkKey : submitter.AddressKey) ?? "";

    /// <summary>Whether a link went to the address of now. Nobody is left to ask once the submitter was erased.</summary>
    public static bool IsFor(this Link link, Person? submitter) => submitter is null || link.Person == submitter.KeyFor(link.Purpose);

    /// <summary>The submitter with another address, to which no link of before belongs.</summary>
    public static Person MovedTo(this Person submitter, string email)
    {
        var key = CommandId.NewToken();
        return submitter with { Email = email, LinkKey = key, AddressKey = key };
    }
}
