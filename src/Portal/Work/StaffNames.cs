using System.Collections.Concurrent;

namespace Smederijen.Portal.Work;

/// <summary>
/// The names behind seats and staff accounts. Logs keep the account; the name that belongs to it is laid beside them once, in
/// the partition of the Smederij. The register of staff comes first, as it was then; where a list of all accounts is kept, it names who did
/// nothing here yet.
/// </summary>
public sealed class StaffNames(IEntityStore store, SettingsBook settings, UnreadableRows unreadable, IStaffAccess access)
{
    private readonly ConcurrentDictionary<string, (string AsOf, IReadOnlyList<Contact> Contacts)> known = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Smederij, string Id), bool> introduced = new();

    /// <summary>
    /// The row for a colleague who acts here for the first time; part of the commit of what they do. Who was not among all names
    /// is new, unless that commit meets the row of another instance: then this is asked again, and looks.
    /// </summary>
    public async Task<IReadOnlyList<Write>> Introduce(string smederij, StaffMember member, CancellationToken cancellation)
    {
        var row = Keys.Contact(member.Id);
        var isThere = IsKnown(smederij, member.Id)
            || (!(known.ContainsKey(smederij) && introduced.TryAdd((smederij, member.Id), true))
                && await store.Get(smederij, row, cancellation) is not null);
        return isThere || !StoreLimits.IsKey(row)
            ? []
            : [new Write.Insert(row, Rows.Write(Named(member), SettingsJson.Default.Contact))];
    }

    /// <summary>Everybody with a seat or a task in this Smederij, and the colleagues who acted here.</summary>
    public async Task<IReadOnlyList<Contact>> Known(string smederij, CancellationToken cancellation) =>
        [.. settings.StaffNames, .. await Stored(smederij, cancellation), .. Colleagues];

    /// <summary>The same for all Smederijen and the stuurgroep: what somebody did in one place is found by the name from another.</summary>
    public async Task<IReadOnlyList<Contact>> KnownAnywhere(CancellationToken cancellation)
    {
        var all = await Task.WhenAll(settings.WorkPartitions.Select(partition => Stored(partition, cancellation)));
        return [.. settings.StaffNames, .. Colleagues, .. all.SelectMany(contacts => contacts)];
    }

    /// <summary>The same, as it was read before when all of these are among them and nobody took a place since.</summary>
    public async Task<IReadOnlyList<Contact>> Known(string smederij, IEnumerable<string> ids, CancellationToken cancellation) =>
        Kept(smederij) is { } before && ids.All(id => IsKnown(smederij, id)
            || access.Colleagues.Any(colleague => colleague.Id == id) || settings.StaffNames.Any(named => named.Id == id))
            ? [.. settings.StaffNames, .. before, .. Colleagues] : await Known(smederij, cancellation);

    /// <summary>Introduces somebody apart from what they do. When this is lost, their account shows.</summary>
    public async Task Meet(string smederij, StaffMember member)
    {
        if (await Introduce(smederij, member, CancellationToken.None) is { Count: > 0 } rows)
            await store.Commit(smederij, rows);
        Remember(smederij, member);
    }

    /// <summary>The row of <see cref="Introduce"/> was committed.</summary>
    public void Remember(string smederij, StaffMember member)
    {
        if (Kept(smederij) is { } before && !IsKnown(smederij, member.Id))
            known[smederij] = (settings.People, [.. before, Named(member)]);
    }

    private IEnumerable<Contact> Colleagues => access.Colleagues.Select(Named);

    private async Task<IReadOnlyList<Contact>> Stored(string smederij, CancellationToken cancellation)
    {
        var asOf = settings.People;
        var read = await unreadable.Read(
            smederij, (await store.Query(smederij, Keys.Contacts, cancellation: cancellation)).Rows, SettingsJson.Default.Contact);
        known[smederij] = (asOf, read);
        return read;
    }

    /// <summary>What was read before, as long as nobody took a place since.</summary>
    private IReadOnlyList<Contact>? Kept(string smederij) =>
        known.TryGetValue(smederij, out var kept) && kept.AsOf == settings.People ? kept.Contacts : null;

    private static Contact Named(StaffMember member) => new(member.Id, member.Name, "", "medewerker");

    private bool IsKnown(string smederij, string id) => Kept(smederij)?.Any(contact => contact.Id == id) == true;

    /// <summary>The name behind an id; the id itself when nobody is known.</summary>
    public static string Find(IEnumerable<Contact> known, string id) => known.FirstOrDefault(contact => contact.Id == id)?.Name ?? id;

    /// <summary>The name of who held the place at that instant; the function when the name was taken away.</summary>
    public static string Find(IReadOnlyCollection<Contact> known, string id, DateTimeOffset at) =>
        known.FirstOrDefault(contact => contact.Id == id && contact.HeldAt(at)) switch
        {
            null => Find(known, id),
            { Name.Length: 0 } nameless => nameless.Function,
            var holder => holder.Name,
        };
}
