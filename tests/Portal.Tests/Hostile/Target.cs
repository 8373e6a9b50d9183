using System.Text.RegularExpressions;
using Endpoint = Smederijen.Portal.Http.Endpoint;

namespace Smederijen.Portal.Tests.Hostile;

/// <summary>An endpoint with an address at which it works, and the cookie that its page needs.</summary>
internal sealed partial record Target(Endpoint Endpoint, string Path, string? Cookie)
{
    /// <summary>
    /// All endpoints, with ideas in many states behind them. A link that was mailed gives the address of its page; what has no
    /// such address gets one that is well-formed and leads nowhere.
    /// </summary>
    public static async Task<IReadOnlyList<Target>> In(World world)
    {
        var gathering = await world.SubmitAndConfirm();
        await world.Submit();
        await world.Asked();
        await world.Granted();
        await world.Released();
        await world.InReview();
        await world.Work();
        var pages = await MailedPages(world);
        var round = world.Settings().Round.Period;
        return [.. Endpoints.All.SelectMany(endpoint => Addresses(endpoint, gathering, round, pages))];
    }

    private static IEnumerable<Target> Addresses(Endpoint endpoint, Ideas.IdeaKey idea, string round,
        IReadOnlyList<(string Link, string Page, string Cookie)> pages)
    {
        if (endpoint.Pattern.StartsWith("/link/", StringComparison.Ordinal))
            return pages.Take(3).Select(page => new Target(endpoint, page.Link, null));
        var fitting = pages.Where(page => endpoint.Pattern == $"/{page.Page.Split('/')[1]}/{{verwijzing}}").ToList();
        return fitting.Count > 0
            ? fitting.Select(page => new Target(endpoint, page.Page, page.Cookie))
            : [new Target(endpoint, Fill(endpoint.Pattern, idea, round), null)];
    }

    private static string Fill(string pattern, Ideas.IdeaKey idea, string round) => Parameter().Replace(pattern, match => match.Value switch
    {
        "{smederij}" => idea.Smederij,
        "{id}" or "{id:minlength(10)}" or "{item}" => idea.Id,
        "{periode}" or "{ronde}" or "{period}" => round,
        "{nummer}" => "1",
        _ => "x",
    });

    private static async Task<IReadOnlyList<(string Link, string Page, string Cookie)>> MailedPages(World world)
    {
        var pages = new List<(string, string, string)>();
        foreach (var link in world.Mailbox.Mails.SelectMany(mail => mail.Links()))
        {
            var opened = await world.NewBrowser().Get(link);
            pages.Add((link, opened.Location, opened.Headers.SetCookie.ToString().Split(';')[0]));
        }
        return [.. pages.DistinctBy(page => page.Item2)];
    }

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();
}
