using Smederijen.Portal.Guidance;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Plans.Steps;

namespace Smederijen.Portal.Staff;

/// <summary>
/// The page of a gebiedsregisseur: who waits for a call, and what waits for somebody in their Smederijen, overdue first. It
/// reads index rows only, a bounded number per Smederij.
/// </summary>
public sealed class RegisseurDesk(IEntityStore store, SettingsBook settings, PlanDesk plans, StaffNames names, Looks looks,
    UnreadableRows unreadable, TimeProvider clock)
{
    public const string Address = CallDesk.DeskAddress;
    private const int PerSmederij = 200;

    public async Task<IResult> Show(HttpContext http)
    {
        if (settings.All.Count == 0)
            return Failures.NotFound(http, "Er zijn nog geen Smederijen. Een beheerder vult ze in bij Beheer.");
        var all = settings.All.Select(smederij => smederij.Gebiedsregisseur).Distinct().ToList();
        string[] wanted = [http.Request.Query["wie"].ToString(), http.Staff().Id];
        var who = wanted.FirstOrDefault(all.Contains) ?? all[0];
        var others = all.Where(other => other != who).Select(other => OtherDesk(other, http.RequestAborted));
        var own = settings.All.Where(smederij => smederij.Gebiedsregisseur == who).ToList();
        var people = own.Where(smederij => http.MaySeePeople(smederij.Id)).ToList();
        var kept = (await Task.WhenAll(people.Select(smederij => Calls(smederij, http.RequestAborted)))).SelectMany(call => call)
            .ToLookup(call => call.Request.KeptUntil is null);
        foreach (var waiting in kept[true].GroupBy(call => call.Smederij.Id))
            await looks.Note(http, LookKind.Help, waiting.Key, [.. waiting.Select(call => call.Request.Id)]);
        var lines = await Task.WhenAll(own.Select(smederij => Lines(smederij, http.RequestAborted)));
        return new PageOf<RegisseurPage>(new RegisseurModel(
            await NameOf(own[0].Id, who, http.RequestAborted), own,
            [.. kept[true].OrderBy(call => call.Request.Day)],
            [.. lines.SelectMany(line => line.Waiting).OrderBy(line => line.Idea.Row, StringComparer.Ordinal)], lines.Any(line => line.AreMore),
            await plans.Running(own, http.RequestAborted), await Task.WhenAll(others), who == wanted[1], smederij => http.May(StaffWork.Ideas,
                smederij),
            clock.GetUtcNow())
        {
            Called = [.. kept[false].OrderBy(call => call.Request.KeptUntil)],
            HidesCalls = people.Count < own.Count,
        });
    }

    private async Task<PageLink> OtherDesk(string who, CancellationToken cancellation) =>
        new($"Naar de pagina van {await NameOf(settings.All.First(smederij => smederij.Gebiedsregisseur == who).Id, who, cancellation)}",
            CallDesk.DeskOf(who));

    private async Task<string> NameOf(string smederij, string who, CancellationToken cancellation) =>
        (await unreadable.Try(smederij, async () => await settings.Contact(smederij, who, cancellation)))?.Name
        ?? StaffNames.Find(await names.Known(smederij, [who], cancellation), who);

    private async Task<IEnumerable<WaitingCall>> Calls(SmederijSettings smederij, CancellationToken cancellation)
    {
        var rows = (await store.Query(smederij.Id, HelpKeys.All, PerSmederij, cancellation)).Rows;
        var colleagues = rows.Count > 0 ? await names.Known(smederij.Id, cancellation) : [];
        return (await unreadable.Read(smederij.Id, rows, HelpJson.Default.HelpRequest))
            .Select(request => new WaitingCall(smederij, request, colleagues));
    }

    private async Task<(IEnumerable<WaitingIdea> Waiting, bool AreMore)> Lines(SmederijSettings smederij, CancellationToken cancellation)
    {
        var page = await store.Query(smederij.Id, IdeaKeys.RunningFrom(""), PerSmederij, cancellation);
        var ideas = await unreadable.Read(smederij.Id, page.Rows, IdeaJson.Default.RunningIdea);
        return (ideas.Select(idea => new WaitingIdea(smederij, idea)), page.Continuation is not null);
    }
}

public sealed record WaitingIdea(SmederijSettings Smederij, RunningIdea Idea);

/// <summary>What the page of a gebiedsregisseur shows.</summary>
/// <param name="AreMoreIdeas">Whether a Smederij has more of them than this page shows; the board has them all.</param>
/// <param name="Plans">The complex plans that run, overdue first.</param>
/// <param name="Others">The pages of the other gebiedsregisseurs, to look in on.</param>
/// <param name="IsReader">Whether the one who looks is this gebiedsregisseur.</param>
/// <param name="MayAct">Whether the one who looks may do something in a Smederij.</param>
public sealed record RegisseurModel(
    string Name, IReadOnlyList<SmederijSettings> Own, IReadOnlyList<WaitingCall> Calls, IReadOnlyList<WaitingIdea> Ideas,
    bool AreMoreIdeas, IReadOnlyList<PlanLine> Plans, IReadOnlyList<PageLink> Others, bool IsReader, Func<string, Leave> MayAct,
    DateTimeOffset Now)
{
    /// <summary>Not all calls are shown: the reader does not work for some of these Smederijen.</summary>
    public bool HidesCalls { get; init; }

    /// <summary>Who was called less than a day ago: that can still be taken back.</summary>
    public IReadOnlyList<WaitingCall> Called { get; init; } = [];

    /// <summary>Who is called "u" on the page.</summary>
    public Party Reader => IsReader ? Party.Gebiedsregisseur : Party.Nobody;

    public bool IsLate(WaitingCall call) => call.Request.Day < Amsterdam.DateOf(Now);
}
