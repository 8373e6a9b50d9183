using Smederijen.Domain.Calendar;
using Smederijen.Portal.Forms;
using Smederijen.Portal.Guidance;
using Smederijen.Portal.Initiative;

namespace Smederijen.LocalHost.Demo;

/// <summary>Residents who want to be called, one of them too late already, and somebody who wants to join an initiatiefgroep.</summary>
internal sealed class SeedGuidance(AskForHelp help, JoinGroup groups, WorkList work, SeedClock clock, SeedDriver driver)
{
    private static readonly IReadOnlyList<(string Smederij, int WorkingDays, string PartOfDay, string Name, string Phone, string About)> Calls =
    [
        ("krakeel", -3, "ochtend", "Bets Oldenbeuving", "06 12 34 56 01", "Koffie drinken in de flat, elke week"),
        ("centrum", 2, "avond", "Omar Yilmaz", "06 12 34 56 02", "Een plek voor bakfietsen"),
        ("wolfsbos", 1, "middag", "Coba Feenstra", "0528 12 34 56", ""),
    ];

    public async Task Tell(DateTimeOffset today, CancellationToken cancellation)
    {
        foreach (var (smederij, workingDays, partOfDay, name, phone, about) in Calls)
        {
            var day = Day(Amsterdam.DateOf(today), workingDays);
            clock.Begin(today.AddDays(-9));
            var now = clock.GetUtcNow();
            var request = new HelpRequest(ItemId.New(now), now, day, partOfDay, name, phone, about, HelpRequest.FirstReminder(day));
            await help.Keep(smederij, request, CommandId.From($"voorbeeld-hulp-{smederij}"));
            await LiveUntil(today, new WorkKey(smederij, HelpRequest.ItemOf(request.Id)), cancellation);
        }
        clock.Begin(today.AddHours(-2));
        await groups.Keep("krakeel", new Person("Mien Wiersma", "mien.wiersma@voorbeeld.example", ""), CommandId.From("voorbeeld-groep"));
        await driver.PerformWoken(work, cancellation);
    }

    /// <summary>A working day some working days after today, or before it.</summary>
    private static DateOnly Day(DateOnly today, int workingDays)
    {
        if (workingDays > 0)
            return WorkingDays.AddWorkingDays(today, workingDays);
        var day = today;
        for (var left = -workingDays; left > 0; left -= WorkingDays.IsWorkingDay(day) ? 1 : 0)
            day = day.AddDays(-1);
        return day;
    }

    private async Task LiveUntil(DateTimeOffset moment, WorkKey key, CancellationToken cancellation)
    {
        await driver.PerformWoken(work, cancellation);
        while (await work.PerformDue(key, cancellation) is { } next && next <= moment)
            clock.MoveTo(next);
        clock.MoveTo(moment);
    }
}
