using Smederijen.Portal.Settings;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Watching;

namespace Smederijen.Portal.Staff;

/// <summary>
/// The names behind seats and staff accounts. Logs keep the account; the name that belongs to it is laid beside them once, in
/// the partition of the Smederij.
/// </summary>
public sealed class StaffNames(IEntityStore store, UnreadableRows unreadable)
{
    /// <summary>The row for a colleague who acts here for the first time; part of the commit of what they do.</summary>
    public async Task<IReadOnlyList<Write>> Introduce(string smederij, StaffMember member, CancellationToken cancellation)
    {
        var row = Keys.Contact(member.Id);
        return !StoreLimits.IsKey(row) || await store.Get(smederij, row, cancellation) is not null
            ? []
            : [new Write.Insert(row, Rows.Write(new Contact(member.Id, member.Name, "", "medewerker"), PortalJson.Default.Contact))];
    }

    /// <summary>Everybody with a seat or a task in this Smederij, and the colleagues who acted here.</summary>
    public async Task<IReadOnlyList<Contact>> Known(string smederij, CancellationToken cancellation) =>
        await unreadable.Read(smederij, (await store.Query(smederij, Keys.Contacts, cancellation: cancellation)).Rows, PortalJson.Default.Contact);

    /// <summary>The name behind an id; the id itself when nobody is known.</summary>
    public static string Find(IEnumerable<Contact> known, string id) => known.FirstOrDefault(contact => contact.Id == id)?.Name ?? id;
}
