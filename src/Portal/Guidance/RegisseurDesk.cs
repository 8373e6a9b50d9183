using Microsoft.AspNetCore.Http;
using Smederijen.Domain.Calendar;
using Smederijen.Domain.Settings;
using Smederijen.Portal.Http;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Plans;
using Smederijen.Portal.Settings;
using Smederijen.Portal.Staff;
using Smederijen.Portal.Storage;

namespace Smederijen.Portal.Guidance;

/// <summary>
/// The page of a gebiedsregisseur: who waits for a call, and what waits for somebody in their Smederijen, overdue first. It
/// reads index rows only, a bounded number per Smederij.
/// </summary>
public sealed class RegisseurDesk(IEntityStore store, SettingsBook settings, PlanDesk plans, IStaffAccess staff, TimeProvider clock)
{
    public const string Address = "/medewerkers/regisseur";
    private const int PerSmederij = 50;

    public async Task<IResult> Show(HttpContext http)
    {
        var all = settings.All.Select(smederij => smederij.Gebiedsregisseur).Distinct().ToList();
        string[] wanted = [http.Request.Query["wie"].ToString(), staff.Identify(http)!.Id];
        var who = wanted.FirstOrDefault(all.Contains) ?? all[0];
        var own = settings.All.Where(smederij => smederij.Gebiedsregisseur == who).ToList();
        var calls = await Task.WhenAll(own.Select(smederij => Calls(smederij, http.RequestAborted)));
        var lines = await Task.WhenAll(own.Select(smederij => Lines(smederij, http.RequestAborted)));
        return new PageOf<RegisseurPage>(new RegisseurModel(
            await NameOf(own[0].Id, who, http.RequestAborted), own,
            [.. calls.SelectMany(call => call).OrderBy(call => call.Request.Day)],
            [.. lines.SelectMany(line => line).OrderBy(line => line.Idea.Row, StringComparer.Ordinal)],
            await plans.Running(own, http.RequestAborted), [.. all.Where(other => other != who)], clock.GetUtcNow()));
    }

    /// <summary>Somebody was called: what they told about themselves goes. Doing it twice is fine.</summary>
    public async Task<IResult> Called(HttpContext http)
    {
        if (StaffRoles.RefuseUnlessActing(http, staff) is { } refusal)
            return refusal;
        var (smederij, id) = (http.Request.RouteValues["smederij"] as string ?? "", http.Request.RouteValues["id"] as string ?? "");
        if (settings.Current(smederij) is not { } found || !IdeaId.IsValid(id))
            return Failures.NotFound(http, "Dit verzoek bestaat niet. Kijk op de pagina van de gebiedsregisseur.");
        if (await store.Get(smederij, Keys.HelpRequest(id), http.RequestAborted) is { } row)
        {
            var due = row.Read(PortalJson.Default.HelpRequest).RemindAt;
            await store.Commit(
                smederij, [new Write.Delete(row.Row, row.ETag), .. CommitRows.Due(due, null, HelpRequest.ItemOf(id))], CancellationToken.None);
        }
        return new SeeOther($"{Address}?wie={found.Gebiedsregisseur}");
    }

    private async Task<string> NameOf(string smederij, string who, CancellationToken cancellation) =>
        (await settings.Contact(smederij, who, cancellation))?.Name ?? who;

    private async Task<IEnumerable<WaitingCall>> Calls(SmederijSettings smederij, CancellationToken cancellation) =>
        (await store.Query(smederij.Id, Keys.AllHelpRequests, PerSmederij, cancellation)).Rows
            .Select(row => new WaitingCall(smederij, row.Read(PortalJson.Default.HelpRequest)));

    private async Task<IEnumerable<WaitingIdea>> Lines(SmederijSettings smederij, CancellationToken cancellation) =>
        (await store.Query(smederij.Id, Keys.RunningFrom(""), PerSmederij, cancellation)).Rows
            .Select(row => new WaitingIdea(smederij, row.Read(PortalJson.Default.RunningIdea)));
}

public sealed record WaitingCall(SmederijSettings Smederij, HelpRequest Request);

public sealed record WaitingIdea(SmederijSettings Smederij, RunningIdea Idea);

/// <summary>What the page of a gebiedsregisseur shows.</summary>
/// <param name="Plans">The complex plans that run, overdue first.</param>
/// <param name="Others">The other gebiedsregisseurs, to look in on.</param>
public sealed record RegisseurModel(
    string Name, IReadOnlyList<SmederijSettings> Own, IReadOnlyList<WaitingCall> Calls, IReadOnlyList<WaitingIdea> Ideas,
    IReadOnlyList<PlanLine> Plans, IReadOnlyList<string> Others, DateTimeOffset Now)
{
    public bool IsLate(WaitingCall call) => call.Request.Day < Amsterdam.DateOf(Now);
}
