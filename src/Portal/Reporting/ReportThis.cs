using Smederijen.Portal.Ideas;
using Smederijen.Portal.Plans;

namespace Smederijen.Portal.Reporting;

/// <summary>"Meld dit": anybody tells what is wrong with an idea or a plan. Who they are is not asked and not kept.</summary>
public sealed class ReportThis(IdeaItems ideas, PlanItems plans, SettingsBook settings, Reports reports, RequestLimits limits, TimeProvider clock)
{
    private const int LongestText = 500;

    public async Task<IResult> Show(HttpContext http) =>
        await Find(http) is { } found ? Page(found, Typed.For(http), 200) : NotFound(http);

    public async Task<IResult> ShowThanks(HttpContext http) =>
        await Find(http) is { } found ? new PageOf<ReportedPage>(found) : NotFound(http);

    public async Task<IResult> Post(HttpContext http)
    {
        if (await Find(http) is not { } found)
            return NotFound(http);
        var typed = await Typed.Read(http);
        typed.CheckTrap();
        var reason = ReportTexts.Read(typed.Raw("reden"));
        if (reason is null)
            typed.Errors.Add("reden", "Kies wat er niet goed is.");
        var text = typed.Text("toelichting", LongestText, reason is ReportReason.Other ? "Schrijf op wat er niet goed is." : null);
        if (typed.Errors.Any)
            return Page(found, typed, 400);
        var report = new Report(found.Key.Smederij, found.Key.Item, reason!.Value, text, clock.GetUtcNow());
        if (await reports.Took(report, typed.Pressed, http.RequestAborted))
            return new SeeOther(found.ThanksPath);
        if (await limits.Count(Limit.ReportPerAddress, RequestLimits.AddressOf(http), http.RequestAborted) is { } wait)
            return Failures.TooMany(http, wait);
        await reports.Take(report, typed.Pressed);
        return new SeeOther(found.ThanksPath);
    }

    private static PageOf<ReportPage> Page(Reported found, Typed typed, int status) => new(new ReportModel(found, typed), status);

    private static IResult NotFound(HttpContext http) => Failures.NotFound(http, "Deze pagina bestaat niet, of is niet (meer) openbaar.");

    private async Task<Reported?> Find(HttpContext http)
    {
        var (smederij, id) = (http.Request.RouteValues["smederij"] as string ?? "", http.Request.RouteValues["id"] as string ?? "");
        if (!ItemId.IsValid(id) || settings.Current(smederij) is not { } known)
            return null;
        if (http.Request.Path.Value?.Contains("/plannen/", StringComparison.Ordinal) == true)
        {
            var plan = new PlanKey(smederij, id);
            return await plans.Load(plan, http.RequestAborted) is { Item.IsPublic: true } shown
                ? new Reported(plan, shown.Title, known.Name, plan.PublicPath) : null;
        }
        return await ideas.Load(new IdeaKey(smederij, id), http.RequestAborted) is { Published: true } idea
            ? new Reported(new IdeaKey(smederij, id), idea.Title, known.Name, $"/smederijen/{smederij}/ideeen/{id}") : null;
    }
}

/// <summary>What a report is about.</summary>
/// <param name="Path">The address of its page.</param>
public sealed record Reported(WorkKey Key, string Title, string Smederij, string Path)
{
    public string FormPath => $"{Path}/melden";

    public string ThanksPath => $"{Path}/melden/verstuurd";
}

/// <summary>What the form shows.</summary>
public sealed record ReportModel(Reported About, Typed Typed);

public static class ReportingEndpoints
{
    public static IReadOnlyList<Endpoint> All { get; } = [.. Of("Idea", "ideeen"), .. Of("Plan", "plannen")];

    private static IEnumerable<Endpoint> Of(string kind, string folder)
    {
        var path = $"/smederijen/{{smederij}}/{folder}/{{id}}/melden";
        yield return Endpoint.Get<ReportThis>($"ShowReport{kind}", path, (x, http) => x.Show(http));
        yield return Endpoint.Post<ReportThis>($"Report{kind}", path, (x, http) => x.Post(http));
        yield return Endpoint.Get<ReportThis>($"Show{kind}Reported", $"{path}/verstuurd", (x, http) => x.ShowThanks(http));
    }
}
