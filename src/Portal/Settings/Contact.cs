namespace Smederijen.Portal.Settings;

/// <summary>Name and address of a wijkteam member, a gebiedsregisseur or a staff mailbox; kept apart from all judgement.</summary>
/// <param name="Phone">As people dial it; empty when there is none.</param>
/// <param name="Public">Residents may see name, address and number.</param>
public sealed record Contact(string Id, string Name, string Email, string Function, string Phone = "", bool Public = false)
{
    /// <summary>The shared mailbox of those who release money: nobody who can review.</summary>
    public const string ReleaseMailbox = "vrijgave";

    /// <summary>Hears what the stuurgroep decides, and when too few of it speak.</summary>
    public const string Secretary = "secretaris-stuurgroep";
}
