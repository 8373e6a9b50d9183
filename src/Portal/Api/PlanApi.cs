using Smederijen.Portal.Plans;
using Smederijen.Portal.Plans.Reading;

namespace Smederijen.Portal.Api;

/// <summary>The complex plans (lange klap) of a Smederij, for everyone to read. What its submitter did not confirm is not there.</summary>
public sealed class PlanApi(SettingsBook settings, IEntityStore store, ReadPlans plans, UnreadableRows unreadable)
{
    public async Task<IResult> List(HttpContext http)
    {
        if (SmederijApi.Find(settings, http) is not { } smederij)
            return SmederijApi.Unknown(http);
        return await ListQuery.Read(http.Request.Query, PlanKeys.AllSummaries)
            .Answer(http, store, smederij.Id, ApiPaths.Plans(smederij.Id), async (page, next) =>
            ApiAnswer.Of(new PlanList(await Public(smederij.Id, page), next), ApiJson.Readable.PlanList));
    }

    public async Task<IResult> Show(HttpContext http)
    {
        if (SmederijApi.Find(settings, http) is not { } smederij)
            return SmederijApi.Unknown(http);
        return await plans.Find(http) is { } dossier
            ? ApiAnswer.Of(PlanDetail.Of(dossier), ApiJson.Readable.PlanDetail)
            : await plans.NotPublic(http, $"Dit plan bestaat niet. Haal de lijst op met GET {ApiPaths.Plans(smederij.Id)}.");
    }

    private async Task<List<PlanItem>> Public(string smederij, Page page) =>
        [.. (await unreadable.Read(smederij, page.Rows, PlanRows.Default.PlanSummary)).Where(plan => plan.IsPublic)
            .Select(plan => PlanItem.Of(smederij, plan))];
}
