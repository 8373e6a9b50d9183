namespace Smederijen.Portal.Settings;

/// <summary>Name and address of a wijkteam member, a gebiedsregisseur or a staff mailbox; kept apart from all judgement.</summary>
/// <param name="Phone">As people dial it; empty when there is none.</param>
/// <param name="Public">Residents may see name, address and number.</param>
public sealed record Contact(string Id, string Name, string Email, string Function, string Phone = "", bool Public = false)
{
    /// <summary>Since when they hold the place; <c>null</c> for who was there from the beginning.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Until when they held it; null for who holds it now.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Goes along in the links of this holder of the place, so that they end when somebody else takes it.</summary>
    [JsonIgnore]
    public long Mark => Since?.ToUnixTimeMilliseconds() ?? 0;

    /// <summary>Whether they held the place at that instant.</summary>
    public bool HeldAt(DateTimeOffset instant) => (Since is null || Since <= instant) && (Until is null || instant < Until);

    /// <summary>The shared mailbox of those who release money: nobody who can review.</summary>
    public const string ReleaseMailbox = "vrijgave";

    /// <summary>Hears what the stuurgroep decides, and when too few of it speak.</summary>
    public const string Secretary = "secretaris-stuurgroep";
}
