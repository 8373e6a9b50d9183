namespace Smederijen.Portal.Settings;

/// <summary>Name and address of a wijkteam member, a gebiedsregisseur or a staff mailbox; kept apart from all judgement.</summary>
public sealed record Contact(string Id, string Name, string Email, string Function);
