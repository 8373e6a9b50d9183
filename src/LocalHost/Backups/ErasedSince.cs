using Microsoft.Data.Sqlite;
using Smederijen.Domain.Ideas;
using Smederijen.Domain.Plans;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Plans;

namespace Smederijen.LocalHost.Backups;

/// <summary>
/// Which erasures on request a database knows of and a backup does not: the history says in which role, and not who. Where the folder that is
/// replaced can still be read, this is the list of what has to be done again.
/// </summary>
internal static class ErasedSince
{
    /// <summary>The pages of staff where it is done again, each with the role of the one who was erased.</summary>
    /// <exception cref="CannotStartException">The folder that is replaced cannot be read.</exception>
    public static IReadOnlyList<string> In(string folder, StoreCopy backup)
    {
        var file = Path.Combine(folder, Backup.Database);
        try
        {
            using var store = StoreCopy.Open(file);
            var known = All(backup).Select(erasure => erasure.Row).ToHashSet();
            return [.. All(store).Where(erasure => !known.Contains(erasure.Row)).Select(erasure => erasure.Told).Order(StringComparer.Ordinal)];
        }
        catch (Exception failure) when (failure is SqliteException or StoreUnavailableException)
        {
            throw new CannotStartException($"The database in '{folder}' cannot be read, so it does not tell who was erased since. Leave --was out.", failure);
        }
    }

    private static IEnumerable<((string Partition, string Row) Row, string Told)> All(StoreCopy store) =>
        OfIdeas(store).Concat(OfPlans(store));

    private static IEnumerable<((string, string), string)> OfIdeas(StoreCopy store) =>
        from one in store.Rows("idee|")
        let key = one.Row.Row.Split('|')
        where key is [_, _, "log", _]
        let erased = one.Row.TryRead(IdeaJson.Default.LogLine)?.Event as IdeaEvent.PersonErased
        where erased is not null
        select ((one.Partition, one.Row.Row), $"/medewerkers/ideeen/{one.Partition}/{key[1]} ({erased.Who})");

    private static IEnumerable<((string, string), string)> OfPlans(StoreCopy store) =>
        from one in store.Rows("plan|")
        let key = one.Row.Row.Split('|')
        where key is [_, _, "log", _]
        let erased = one.Row.TryRead(PlanRows.Default.PlanLogLine)?.Event as PlanEvent.PersonErased
        where erased is not null
        select ((one.Partition, one.Row.Row), $"{new PlanKey(one.Partition, key[1]).StaffPath} ({erased.Who})");
}
