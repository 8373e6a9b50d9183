using System.Text.RegularExpressions;
using Smederijen.Portal.Staff;
using Smederijen.Portal.Tests;

namespace Smederijen.Simulation.Tests.Actors;

/// <summary>Staff who work through the mails that were refused for good, every week: most are tried again, some go out on paper.</summary>
internal sealed partial class MailClerks(Simulation simulation)
{
    public void Move() => simulation.Within(TimeSpan.FromDays(6), TimeSpan.FromDays(8), async () =>
    {
        if (await simulation.Site.Visit(process => process.AsStaff("carin").Get(FailedEffects.Address)) is { Status: 200 } page)
        {
            foreach (var address in FailedOn(page))
                await (simulation.Chance(0.4) && page.Text.Contains($"{address}/brief", StringComparison.Ordinal) ? Post(address, "brief") : Post(address, "opnieuw"));
        }
        Move();
    });

    /// <summary>The addresses of what failed for good, on the page that lists it.</summary>
    public static IEnumerable<string> FailedOn(Answer page) => Failed().Matches(page.Text).Select(failed => failed.Groups[1].Value);

    private Task Post(string address, string action) => new Press(simulation, $"a clerk: {action}", (process, command) =>
        process.AsStaff("carin").Post($"{address}/{action}", new { opdracht = command, reden = "Het adres klopt niet." })).Deliver();

    [GeneratedRegex("action=\"(/medewerkers/berichten/[^\"]+)/opnieuw\"")]
    private static partial Regex Failed();
}
