using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Smederijen.Portal.Ballots;
using Smederijen.Portal.Ideas.Release;

namespace Smederijen.Portal.Governing;

/// <summary>
/// Brings a store of a former layout to the present one when the program starts, and fills it with the example of a demo. Safe to run again
/// and at the same time elsewhere: what is there already stays.
/// </summary>
public sealed partial class SettingsPublishing(
    IEntityStore store, SettingsFile file, SettingsItems items, SettingsBook book, WorkList work, StoreUpgrade upgrade, BallotsUpgrade ballots,
    AccountUpgrade accounts, ProofUpgrade proof, GuardedStore guard, YearItems years, UnreadableRows unreadable, ILogger<SettingsPublishing> log)
{
    /// <summary>Row of the installation with the layout of the store and the hash of the file that was laid in last.</summary>
    public const string LaidIn = "instellingen";

    /// <summary>The layout in which rows got their stamps.</summary>
    private const int BoundSince = 3;

    private readonly ConcurrentDictionary<string, bool> unpublished = new(StringComparer.Ordinal);

    /// <summary>
    /// Lays versions of the file that are not there yet in the store, with who they name, and opens their rounds. A row says which file was laid
    /// in last, so that a start like the one before reads only that. Where a row that this needs is damaged or lost, the others do not wait; see
    /// <see cref="PublishRest"/>.
    /// </summary>
    public async Task Publish(CancellationToken cancellation = default)
    {
        var (now, before) = ($"{StoreUpgrade.Layout} {file.Hash}", (await store.Get(Partitions.Installation, LaidIn, cancellation))?.Data ?? "");
        if (before != now)
            await Publish(LayoutOf(before), cancellation);
        await book.Reload(cancellation);
        // A store of before these reminders gets them here.
        await years.FollowRounds(unreadable, cancellation);
        if (before != now && unpublished.IsEmpty)
            await store.Commit(Partitions.Installation, [new Write.Put(LaidIn, now)], cancellation);
    }

    /// <summary>Publishes once more when some partition could not take it; nothing otherwise.</summary>
    public Task PublishRest(CancellationToken cancellation = default) => unpublished.IsEmpty ? Task.CompletedTask : Publish(cancellation);

    /// <param name="layout">Of the store as it was found.</param>
    private async Task Publish(int layout, CancellationToken cancellation)
    {
        var filling = layout < StoreUpgrade.Layout ? await WithFormerVersions(isUnbound: layout < BoundSince, cancellation) : file.Documents;
        await Task.WhenAll(filling.GroupBy(document => document.Id)
            .Select(versions => Try(versions.Key, () => Lay(versions.Key, [.. versions], cancellation))));
        await book.Reload(cancellation);
        if (layout < BoundSince)
        {
            using (guard.TrustFormerRows())
            {
                await upgrade.Run(cancellation);
                await ballots.Run(cancellation);
                await accounts.Run(cancellation);
                await proof.Run(cancellation);
            }
        }
        foreach (var id in filling.Select(document => document.Id).Distinct().Where(id => !unpublished.ContainsKey(id)))
            await work.PerformDue(SettingsKind.KeyOf(id), cancellation);
    }

    /// <summary>
    /// Up to layout 3 the versions of a Smederij and of the stuurgroep lay with the rest of theirs. Those rows stay, and nobody reads them again.
    /// Every installation had those of the program then, so the example tells which there can be.
    /// </summary>
    /// <param name="isUnbound">They are from before rows had stamps.</param>
    private async Task<IReadOnlyList<SettingsDocument>> WithFormerVersions(bool isUnbound, CancellationToken cancellation)
    {
        List<SettingsDocument> all = [];
        using var former = isUnbound ? guard.TrustFormerRows() : null;
        var could = file.Documents.Count > 0 ? file : SettingsFile.Embedded();
        foreach (var document in could.Documents)
        {
            if (document.Id != SettingsKeys.Municipality)
                await Try(document.Id, async () =>
                {
                    await foreach (var row in store.All(document.Id, Keys.AllSettings, cancellation))
                        all.Add(document.Id == SettingsKeys.Stuurgroep
                            ? SettingsDocument.Of(row.Read(StuurgroepJson.Default.StuurgroepSettings))
                            : SettingsDocument.Of(row.Read(DomainJson.Default.SmederijSettings)));
                });
            if (could == file && !all.Exists(one => one.Id == document.Id && one.Version >= document.Version))
                all.Add(document);
        }
        // The municipality was never in the store: its name and themes came with the program, and nothing else did.
        if (could != file && all.Count > 0)
            all.Add(SettingsDocument.Of(new MunicipalitySettings(1, could.Municipality.Name, could.Municipality.Themes)));
        return all;
    }

    /// <summary>Nothing stands there before the first start, and an unknown layout is of a release that wrote nothing there.</summary>
    private static int LayoutOf(string laidIn) =>
        int.TryParse(laidIn.Split(' ')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var layout) ? layout : 0;

    private async Task Try(string id, Func<Task> lay)
    {
        try
        {
            await lay();
            unpublished.TryRemove(id, out _);
        }
        catch (Exception failure) when (failure is UnreadableRowException or InvalidOperationException)
        {
            unpublished[id] = true;
            Log.NotPublished(log, failure, id);
        }
    }

    private async Task Lay(string id, IReadOnlyList<SettingsDocument> versions, CancellationToken cancellation)
    {
        var there = (await items.Load(SettingsKind.KeyOf(id), cancellation))?.Item.Versions is [.., var last] ? last.Number : int.MinValue;
        if (versions.All(version => version.Version <= there))
            return;
        if (file.ContactsOf(id) is { Count: > 0 } contacts)
        {
            var rows = contacts.Select(contact => new Write.Put(Keys.Contact(contact.Id), Rows.Write(contact, SettingsJson.Default.Contact)));
            await store.Commit(id, [.. rows], cancellation);
        }
        foreach (var document in versions.Where(version => version.Version > there).OrderBy(version => version.Version))
            await items.Fill(document, cancellation);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The settings of {Document} could not be laid in the store; this is tried again")]
        public static partial void NotPublished(ILogger logger, Exception failure, string document);
    }
}
