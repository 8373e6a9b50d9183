using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Smederijen.Portal.Ballots;
using Smederijen.Portal.Ideas.Release;

namespace Smederijen.Portal.Rounds;

/// <summary>
/// Lays the file with the present settings in the store when the program starts, and opens the rounds that it names. Safe to run again
/// and at the same time elsewhere: what is there already stays.
/// </summary>
public sealed partial class SettingsPublishing(IEntityStore store, SettingsFile file, RoundItems rounds, StoreUpgrade upgrade,
    BallotsUpgrade ballots, AccountUpgrade accounts, ProofUpgrade proof, GuardedStore guard, ILogger<SettingsPublishing> log)
{
    /// <summary>Row of the installation with the layout of the store and the hash of the file that was laid in last.</summary>
    public const string LaidIn = "instellingen";

    private readonly ConcurrentDictionary<string, bool> unpublished = new(StringComparer.Ordinal);

    /// <summary>
    /// Opens the rounds of new versions, and then lays these with their contacts in the store; after a crash in between both are done once
    /// more. A row says which file was laid in last, so that a start like the one before reads only that. Where a row that this needs is damaged
    /// or lost, the other partitions do not wait; see <see cref="PublishRest"/>.
    /// </summary>
    public async Task Publish(CancellationToken cancellation = default)
    {
        var (now, before) = ($"{StoreUpgrade.Layout} {file.Hash}", (await store.Get(Partitions.Installation, LaidIn, cancellation))?.Data ?? "");
        if (before == now)
            return;
        if (!before.StartsWith($"{StoreUpgrade.Layout} ", StringComparison.Ordinal))
        {
            using var former = guard.TrustFormerRows();
            await upgrade.Run(cancellation);
            await ballots.Run(cancellation);
            await accounts.Run(cancellation);
            await proof.Run(cancellation);
        }
        await Publish(Partitions.Stuurgroep, () => Lay(
            Partitions.Stuurgroep, file.Stuurgroep.Version, Rows.Write(file.Stuurgroep, StuurgroepJson.Default.StuurgroepSettings),
            file.ContactsOfStuurgroep(),
            () => Task.CompletedTask, cancellation));
        await Task.WhenAll(file.Smederijen.Select(settings => Publish(settings.Id, () => Lay(
            settings.Id, settings.Version, Rows.Write(settings, DomainJson.Default.SmederijSettings), file.ContactsOf(settings),
            () => rounds.Open(settings, file.Stuurgroep, cancellation), cancellation))));
        if (unpublished.IsEmpty)
            await store.Commit(Partitions.Installation, [new Write.Put(LaidIn, now)], cancellation);
    }

    /// <summary>Publishes once more when some partition could not take it; nothing otherwise.</summary>
    public Task PublishRest(CancellationToken cancellation = default) => unpublished.IsEmpty ? Task.CompletedTask : Publish(cancellation);

    private async Task Publish(string partition, Func<Task> lay)
    {
        try
        {
            await lay();
            unpublished.TryRemove(partition, out _);
        }
        catch (Exception failure) when (failure is UnreadableRowException or InvalidOperationException)
        {
            unpublished[partition] = true;
            Log.NotPublished(log, failure, partition);
        }
    }

    /// <param name="first">What has to be done before the version is there.</param>
    private async Task Lay(
        string partition, int version, string settings, IEnumerable<Contact> people, Func<Task> first, CancellationToken cancellation)
    {
        var row = Keys.Settings(version);
        while (await store.Get(partition, row, cancellation) is null)
        {
            await first();
            var contacts = people.Select(contact => new Write.Put(Keys.Contact(contact.Id), Rows.Write(contact, SettingsJson.Default.Contact)));
            await store.Commit(
                partition, [.. contacts.Prepend<Write>(new Write.Insert(row, settings))], cancellation);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The new settings of {Partition} could not be laid in the store; this is tried again")]
        public static partial void NotPublished(ILogger logger, Exception failure, string partition);
    }
}
