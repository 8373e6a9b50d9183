namespace Smederijen.Portal.Settings;

/// <summary>Name and address of a wijkteam member, a gebiedsregisseur or a staff mailbox; kept apart from all judgement.</summary>
public sealed record Contact(string Id, string Name, string Email, string Function)
{
    /// <summary>The shared mailbox of those who release money: nobody who can review.</summary>
    public const string ReleaseMailbox = "vrijgave";
}
