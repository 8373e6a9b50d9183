using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Smederijen.Domain;
using Smederijen.Domain.Rounds;
using Smederijen.Domain.Settings;
using Smederijen.Domain.Stuurgroep;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Rounds;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Work;

namespace Smederijen.Portal.Settings;

/// <summary>
/// The settings of all Smederijen, every version of them. Versions never change, so they are read once and kept; the file
/// with the current ones is laid in the store when the program starts.
/// </summary>
public sealed partial class SettingsBook(
    IEntityStore store, SettingsFile file, TimeProvider clock, IOptions<PortalOptions> options, ILogger<SettingsBook>? log = null)
{
    /// <summary>Row of the installation with the hash of the file that was laid in last.</summary>
    public const string LaidIn = "instellingen";

    private readonly ConcurrentDictionary<(string, int), SmederijSettings> versions = new();
    private readonly ConcurrentDictionary<string, bool> unpublished = new(StringComparer.Ordinal);
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

    /// <summary>What people call a Smederij; its id when it is not in the file any more.</summary>
    public string NameOf(string smederij) => Current(smederij)?.Name ?? smederij;

    /// <summary>Those of the kernteam and the gebiedsregisseur whom residents may reach directly.</summary>
    public IReadOnlyList<Contact> PublicContacts(SmederijSettings smederij)
    {
        var first = smederij.Wijkteam.Members.Where(member => member.Kernteam).Select(member => member.Id).Append(smederij.Gebiedsregisseur).ToHashSet(StringComparer.Ordinal);
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
                contacts[$"{smederij}|{one.Row[Keys.Contact("").Length..]}"] = one.Read(PortalJson.Default.Contact);
            return contacts.GetValueOrDefault($"{smederij}|{id}");
        }
        var row = await store.Get(smederij, Keys.Contact(id), cancellation);
        return row is null ? null : contacts[$"{smederij}|{id}"] = row.Read(PortalJson.Default.Contact);
    }

    /// <summary>
    /// Lays new versions, their contacts and their round in the store. Safe to run again and at the same time elsewhere:
    /// what is there already stays. A row says which file was laid in last, so that a start like the one before reads only that.
    /// Where a row that this needs is damaged or lost, the other partitions do not wait; see <see cref="PublishRest"/>.
    /// </summary>
    public async Task Publish(CancellationToken cancellation = default)
    {
        if ((await store.Get(Partitions.Installation, LaidIn, cancellation))?.Data == file.Hash)
            return;
        await Publish(
            Partitions.Stuurgroep, Stuurgroep.Version, Rows.Write(Stuurgroep, StuurgroepJson.Default.StuurgroepSettings), file.ContactsOfStuurgroep(),
            () => Task.FromResult<IEnumerable<Write>>([]), cancellation);
        await Task.WhenAll(file.Smederijen.Select(settings => Publish(
            settings.Id, settings.Version, Rows.Write(settings, DomainJson.Default.SmederijSettings), file.ContactsOf(settings),
            () => Opening(settings, cancellation), cancellation)));
        if (unpublished.IsEmpty)
            await store.Commit(Partitions.Installation, [new Write.Put(LaidIn, file.Hash)], cancellation);
    }

    /// <summary>Publishes once more when some partition could not take it; nothing otherwise.</summary>
    public Task PublishRest(CancellationToken cancellation = default) => unpublished.IsEmpty ? Task.CompletedTask : Publish(cancellation);

    private async Task Publish(
        string partition, int version, string settings, IEnumerable<Contact> people, Func<Task<IEnumerable<Write>>> also, CancellationToken cancellation)
    {
        try
        {
            await Lay(partition, version, settings, people, also, cancellation);
            unpublished.TryRemove(partition, out _);
        }
        catch (Exception failure) when (failure is UnreadableRowException or InvalidOperationException)
        {
            unpublished[partition] = true;
            if (log is not null)
                Log.NotPublished(log, failure, partition);
        }
    }

    private async Task Lay(
        string partition, int version, string settings, IEnumerable<Contact> people, Func<Task<IEnumerable<Write>>> also, CancellationToken cancellation)
    {
        var row = Keys.Settings(version);
        while (await store.Get(partition, row, cancellation) is null)
        {
            var contacts = people.Select(contact => new Write.Put(Keys.Contact(contact.Id), Rows.Write(contact, PortalJson.Default.Contact)));
            await store.Commit(partition, [new Write.Insert(row, settings), .. contacts, .. await also()], cancellation);
        }
    }

    /// <summary>The round of the new settings: a new one, or the one that waits with the money of the stuurgroep.</summary>
    private async Task<IEnumerable<Write>> Opening(SmederijSettings settings, CancellationToken cancellation)
    {
        var (kind, key) = (RoundKind.Of(options.Value.KeepsBoard), new RoundKey(settings.Id, settings.Round.Period));
        var before = await store.Get(key.Smederij, kind.Row(key.Period), cancellation) is { } row ? kind.Read(row) : null;
        var judged = OpeningOf(settings, Stuurgroep, before?.Item, clock.GetUtcNow());
        return judged.Decision is RoundDecision.Accepted opened
            ? (await ItemRows.Of(kind, store, key.Work, CommandId.Fresh(), "", before, judged, opened, cancellation)).Writes
            : [];
    }

    /// <summary>What becomes of the round that the settings name: a new one, or the one that is there.</summary>
    internal static Judgement<Round, RoundEvent, RoundEffect, RoundRefusal, RoundCircumstances> OpeningOf(
        SmederijSettings settings, StuurgroepSettings stuurgroep, Round? before, DateTimeOffset now)
    {
        var (e, known) = (new RoundEvent.Opened(now, settings.Round.Period), new RoundCircumstances(settings));
        return new(e, known, before is null ? RoundDecider.Start(settings, stuurgroep, e) : RoundDecider.Decide(before, e, known));
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The new settings of {Partition} could not be laid in the store; this is tried again")]
        public static partial void NotPublished(ILogger logger, Exception failure, string partition);
    }
}
