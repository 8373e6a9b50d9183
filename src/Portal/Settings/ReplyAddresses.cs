namespace Smederijen.Portal.Settings;

/// <summary>
/// Who reads an answer to a mail: somebody of the settings, never a resident. Not every contact may be known to residents; what such a one
/// would get goes to the municipality.
/// </summary>
public sealed class ReplyAddresses(SettingsBook settings)
{
    /// <summary>
    /// The mailbox of the municipality, or else the one for all other matters; null when the settings name none that mail can go to.
    /// </summary>
    public string? General => Usable(settings.Municipality.Email) ?? Usable(settings.Theme("")?.Email);

    /// <summary>The gebiedsregisseur of a Smederij, or the secretary of the stuurgroep; the municipality where there is none.</summary>
    public async ValueTask<string?> For(string partition, CancellationToken cancellation = default)
    {
        var id = settings.Current(partition)?.Gebiedsregisseur ?? (partition == Partitions.Stuurgroep ? Contact.Secretary : null);
        var contact = id is null ? null : await Find(partition, id, cancellation);
        return (contact is { Public: true } or { Id: Contact.Secretary } ? Usable(contact.Email) : null) ?? General;
    }

    /// <summary>Null for one whose row cannot be read too: a mail to somebody else does not wait for that.</summary>
    private async ValueTask<Contact?> Find(string partition, string id, CancellationToken cancellation)
    {
        try
        {
            return await settings.Contact(partition, id, cancellation);
        }
        catch (UnreadableRowException)
        {
            return null;
        }
    }

    /// <summary>In the letters of every computer; null for what cannot stand in the header of a mail as one address.</summary>
    private static string? Usable(string? address) =>
        address is { Length: > 0 } && EmailAddress.WhatIsWrong(address) is null ? EmailAddress.Deliverable(address) : null;
}
