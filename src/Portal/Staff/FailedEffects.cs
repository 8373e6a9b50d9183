using Microsoft.AspNetCore.Http;
using Smederijen.Portal.Http;
using Smederijen.Portal.Settings;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Work;

namespace Smederijen.Portal.Staff;

/// <summary><c>GET /medewerkers/berichten</c>: what was given up, and trying it again.</summary>
public sealed class FailedEffects(IEntityStore store, SettingsBook settings, IDriver driver, IStaffAccess staff)
{
    private const int MostPerPartition = 50;

    public async Task<IResult> Show(HttpContext http)
    {
        var found = await Task.WhenAll(settings.WorkPartitions.Select(async partition =>
            (Partition: partition, Page: await store.Query(partition, Keys.AllFailed, MostPerPartition, http.RequestAborted))));
        return new PageOf<FailedEffectsPage>(new FailedEffectsModel(
            [.. found.SelectMany(one => one.Page.Rows.Select(row => FailedEffect.Of(one.Partition, row))).OrderBy(failed => failed.Pending.Since)],
            settings.All.ToDictionary(smederij => smederij.Id, smederij => smederij.Name, StringComparer.Ordinal),
            found.Any(one => one.Page.Continuation is not null),
            http.Request.Query["gelukt"] == "opnieuw"));
    }

    /// <summary>Puts the effect back among those to perform, from its first try. Pressing twice makes no difference.</summary>
    public async Task<IResult> TryAgain(HttpContext http)
    {
        if (StaffRoles.RefuseUnlessActing(http, staff) is { } refused)
            return refused;
        if (await Find(store, http) is { } failed)
        {
            var again = failed.Pending with { Attempts = 0, Problem = null, RetryAt = null };
            await store.Commit(
                failed.Work.Smederij,
                [
                    new Write.Delete(failed.Row, failed.ETag),
                    new Write.Insert(Keys.Effect(failed.Work.Item, failed.Number), Rows.Write(again, PortalJson.Default.PendingEffect)),
                ],
                CancellationToken.None);
            await driver.Wake(failed.Work, hasEffects: true, due: null);
        }
        return new SeeOther("/medewerkers/berichten?gelukt=opnieuw");
    }

    /// <summary>The failed effect that the address of this request names; null when it is not there (any more).</summary>
    internal static async Task<FailedEffect?> Find(IEntityStore store, HttpContext http)
    {
        var (smederij, item) = (http.Request.RouteValues["smederij"] as string ?? "", http.Request.RouteValues["item"] as string ?? "");
        return int.TryParse(http.Request.RouteValues["nummer"] as string, System.Globalization.NumberStyles.None, null, out var number)
            && await store.Get(smederij, Keys.Failed(item, number), http.RequestAborted) is { } row
                ? FailedEffect.Of(smederij, row)
                : null;
    }
}

/// <param name="More">There are more than this page shows.</param>
/// <param name="TriedAgain">The reader has just asked to try one again.</param>
public sealed record FailedEffectsModel(IReadOnlyList<FailedEffect> Failed, IReadOnlyDictionary<string, string> Smederijen, bool More, bool TriedAgain);
