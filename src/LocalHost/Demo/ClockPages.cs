using Smederijen.Portal.Forms;

namespace Smederijen.LocalHost.Demo;

/// <summary>Lets staff move the clock of a demo forward. A real installation does not have this page.</summary>
public sealed class ClockPages(DemoClock clock, SettingsBook settings, IEntityStore store)
{
    private const string Here = "/medewerkers/klok";
    private const string ToNextDeadline = "termijn";

    private static readonly IReadOnlyDictionary<string, TimeSpan> Steps = new Dictionary<string, TimeSpan>(StringComparer.Ordinal)
    {
        ["uur"] = TimeSpan.FromHours(1),
        ["dag"] = TimeSpan.FromDays(1),
        ["week"] = TimeSpan.FromDays(7),
        ["maand"] = TimeSpan.FromDays(28),
    };

    public async Task<IResult> Show(HttpContext http) => await Page([], 200, http.RequestAborted);

    /// <summary>The field <c>sprong</c> is <c>uur</c>, <c>dag</c>, <c>week</c>, <c>maand</c> or <c>termijn</c>.</summary>
    public async Task<IResult> Move(HttpContext http)
    {
        var step = (await Typed.Read(http)).Raw("sprong");
        var by = step == ToNextDeadline ? await UntilNextDeadline(http.RequestAborted) : Steps.TryGetValue(step, out var known) ? known
            : null as TimeSpan?;
        if (by is not { } move)
        {
            FormErrors errors = [];
            errors.Add("sprong", step == ToNextDeadline ? "Er is geen termijn om naartoe te gaan." : "Kies hoever de klok vooruit moet.");
            return await Page(errors, 400, http.RequestAborted);
        }
        await clock.Move(move, CancellationToken.None);
        return new SeeOther(Here);
    }

    private async Task<IResult> Page(FormErrors errors, int status, CancellationToken cancellation) =>
        new PageOf<ClockPage>(new ClockModel(clock.GetUtcNow(), await NextDeadline(cancellation), errors), status);

    private async Task<TimeSpan?> UntilNextDeadline(CancellationToken cancellation) =>
        await NextDeadline(cancellation) is { } next ? TimeSpan.FromTicks(Math.Max(0, (next - clock.GetUtcNow()).Ticks)) + TimeSpan.FromSeconds(1)
            : null;

    private async Task<DateTimeOffset?> NextDeadline(CancellationToken cancellation)
    {
        DateTimeOffset? next = null;
        foreach (var partition in settings.WorkPartitions)
        {
            if ((await store.Query(partition, Keys.AllDue, 1, cancellation)).Rows is [var row] && Keys.TryReadDue(row.Row)?.Due is { } due
                && (next is null || due < next))
                next = due;
        }
        return next;
    }
}

/// <summary>What the clock page shows.</summary>
public sealed record ClockModel(DateTimeOffset Now, DateTimeOffset? NextDeadline, FormErrors Errors);
