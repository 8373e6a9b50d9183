using System.Collections.Concurrent;

namespace Smederijen.Portal.Settings;

/// <summary>
/// The settings of all Smederijen, every version of them. Versions never change, so they are read once and kept.
/// </summary>
public sealed class SettingsBook(IEntityStore store, SettingsFile file)
{
    private readonly ConcurrentDictionary<(string, int), SmederijSettings> versions = new();
    private readonly ConcurrentDictionary<string, Contact> contacts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> asked = new(StringComparer.Ordinal);

    /// <summary>All Smederijen as they are now, in the order of the file.</summary>
    public IReadOnlyList<SmederijSettings> All => file.Smederijen;

    /// <summary>Who sits on the stuurgroep, and how it decides.</summary>
    public StuurgroepSettings Stuurgroep => file.Stuurgroep;

    /// <summary>Every partition in which something can be due: those of the Smederijen, and that of the stuurgroep.</summary>
    public IEnumerable<string> WorkPartitions => All.Select(smederij => smederij.Id).Append(Partitions.Stuurgroep);

    /// <summary>The current settings; null when there is no such Smederij.</summary>
    public SmederijSettings? Current(string smederij) => file.Find(smederij);

    /// <summary>The round whose last day is not over; null while there is none.</summary>
    public RoundSettings? OpenRoundOf(string smederij, DateTimeOffset now) =>
        Current(smederij)?.Round is { } round && !round.IsOverAt(now) ? round : null;

    /// <summary>The Smederijen that a postcode belongs to, in the order of the file.</summary>
    public IReadOnlyList<SmederijSettings> WhichCover(Postcode postcode) => [.. All.Where(smederij => smederij.Covers(postcode))];

    /// <summary>What people call a Smederij; its id when it is not in the file any more.</summary>
    public string NameOf(string smederij) => Current(smederij)?.Name ?? smederij;

    /// <summary>Those of the kernteam and the gebiedsregisseur whom residents may reach directly.</summary>
    public IReadOnlyList<Contact> PublicContacts(SmederijSettings smederij)
    {
        var first = smederij.Wijkteam.Members.Where(member => member.Kernteam).Select(member => member.Id).Append(smederij.Gebiedsregisseur)
            .ToHashSet(StringComparer.Ordinal);
        return [.. file.ContactsOf(smederij).Where(contact => contact.Public && first.Contains(contact.Id))];
    }

    /// <summary>What the municipality can be asked about, in the order of the file.</summary>
    public IReadOnlyList<MunicipalTheme> Themes => file.Themes;

    /// <summary>The theme with this id; the last one, for everything else, when there is none any more.</summary>
    public MunicipalTheme? Theme(string id) => file.Themes.FirstOrDefault(theme => theme.Id == id) ?? (file.Themes is [.., var rest] ? rest : null);

    /// <summary>The settings that an idea was handed in under.</summary>
    public async ValueTask<SmederijSettings> Version(string smederij, int version, CancellationToken cancellation = default)
    {
        if (file.Find(smederij) is { } current && current.Version == version)
            return current;
        if (versions.TryGetValue((smederij, version), out var known))
            return known;
        var row = await store.Get(smederij, Keys.Settings(version), cancellation)
            ?? throw new InvalidOperationException($"Smederij '{smederij}' has no settings version {version}: restore the store from its backup.");
        return versions[(smederij, version)] = row.Read(DomainJson.Default.SmederijSettings);
    }

    /// <summary>Who sits on a seat or does a task; null when nobody is known under that id.</summary>
    public async ValueTask<Contact?> Contact(string smederij, string id, CancellationToken cancellation = default)
    {
        if (contacts.TryGetValue($"{smederij}|{id}", out var known))
            return known;
        // Who is mailed once is seldom alone: the first question reads them all.
        if (asked.TryAdd(smederij, true))
        {
            await foreach (var one in store.All(smederij, Keys.Contacts, cancellation))
                contacts[$"{smederij}|{one.Row[Keys.Contact("").Length..]}"] = one.Read(SettingsJson.Default.Contact);
            return contacts.GetValueOrDefault($"{smederij}|{id}");
        }
        var row = await store.Get(smederij, Keys.Contact(id), cancellation);
        return row is null ? null : contacts[$"{smederij}|{id}"] = row.Read(SettingsJson.Default.Contact);
    }
}
