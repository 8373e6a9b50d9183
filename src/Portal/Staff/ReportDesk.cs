using Smederijen.Portal.Ideas;
using Smederijen.Portal.Plans;

namespace Smederijen.Portal.Staff;

/// <summary><c>GET /medewerkers/meldingen</c>: what people reported and nobody dealt with yet.</summary>
public sealed class ReportDesk(Reports reports, SettingsBook settings, IdeaItems ideas, PlanItems plans, StaffNames names)
{
    public const string OutcomeField = "uitkomst";
    public const string NothingWrong = "niets-aan-de-hand";

    public const string Address = ReportsOfItem.Address;

    public async Task<IResult> Show(HttpContext http)
    {
        var waiting = await reports.Waiting(http.RequestAborted);
        var lines = new List<ReportLine>(waiting.Count);
        foreach (var (id, report) in waiting)
        {
            var title = await TitleOf(report, http.RequestAborted);
            lines.Add(new(id, report, settings.NameOf(report.Smederij), title, PageOf(report), StaffPageOf(report)));
        }
        return new PageOf<ReportsPage>(new ReportsModel(lines, smederij => http.May(StaffWork.Ideas, smederij), http.Request.Query[
            "gelukt"].ToString()));
    }

    public async Task<IResult> Settle(HttpContext http)
    {
        var id = http.Request.RouteValues["melding"] as string ?? "";
        if ((await reports.Waiting(http.RequestAborted)).FirstOrDefault(one => one.Id == id).Report is { Smederij: var smederij }
            && http.May(StaffWork.Ideas, smederij).Answer(http) is { } refusal)
            return refusal;
        var nothingWrong = (await Typed.Read(http)).Raw(OutcomeField) == NothingWrong;
        if (await reports.Settle(id, http.Staff().Id, nothingWrong) is not { } settled)
            return new SeeOther($"{Address}?gelukt={ReportsModel.NotThere}");
        await names.Meet(settled.Smederij, http.Staff());
        return new SeeOther($"{Address}?gelukt={ReportsModel.Settled}");
    }

    private static bool IsPlan(Report report) => report.Item.StartsWith(PlanKey.Prefix, StringComparison.Ordinal);

    private async Task<string?> TitleOf(Report report, CancellationToken cancellation) => IsPlan(report)
        ? (await plans.Load(PlanKey.Of(new WorkKey(report.Smederij, report.Item)), cancellation))?.Title
        : (await ideas.Load(new IdeaKey(report.Smederij, report.Item), cancellation))?.Title;

    private static string PageOf(Report report) => IsPlan(report)
        ? PlanKey.Of(new WorkKey(report.Smederij, report.Item)).PublicPath
        : $"/smederijen/{report.Smederij}/ideeen/{report.Item}";

    private static string StaffPageOf(Report report) => IsPlan(report)
        ? PlanKey.Of(new WorkKey(report.Smederij, report.Item)).StaffPath
        : CaseFile.AddressOf(new IdeaKey(report.Smederij, report.Item));
}

/// <param name="Title">Of what is reported; null when it is not there any more.</param>
/// <param name="Page">What everybody sees.</param>
/// <param name="StaffPage">Where staff hide things.</param>
public sealed record ReportLine(string Id, Report Report, string Place, string? Title, string Page, string StaffPage);

/// <summary>What the page of reports shows.</summary>
/// <param name="Came">What came of settling one: <see cref="Settled"/>, <see cref="NotThere"/>, or nothing.</param>
public sealed record ReportsModel(IReadOnlyList<ReportLine> Lines, Func<string, Leave> MayAct, string Came)
{
    public const string Settled = "ja";

    public const string NotThere = "al";
}
