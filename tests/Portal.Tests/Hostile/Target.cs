using System.Text.RegularExpressions;
using Smederijen.Portal.Tests.Voting;
using Endpoint = Smederijen.Portal.Http.Endpoint;

namespace Smederijen.Portal.Tests.Hostile;

/// <summary>An endpoint with an address at which it works, and the cookie that its page needs.</summary>
internal sealed partial record Target(Endpoint Endpoint, string Path, string? Cookie)
{
    private const string VotePages = "/smederijen/{smederij}/stemmen/{verwijzing}";

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

    /// <summary>
    /// All endpoints while a vote is open, with the pages of a few voters who are on their way.
    /// </summary>
    /// <returns>The targets, and what the forms of those voters hold, sealed.</returns>
    public static async Task<(IReadOnlyList<Target> Targets, IReadOnlyList<(string Name, string Value)> Seals)> InAVote(AVote vote)
    {
        var (places, seals) = (new List<(string Address, string Cookie)>(), new List<(string, string)>());
        foreach (var code in vote.Codes.Take(4))
        {
            var voter = new Voter(vote, code);
            var begun = (await voter.Scan()).ShouldHave(200);
            var review = (await voter.Choose(0, 1)).ShouldHave(200);
            var address = Voter.FormOf(review, "bewijs")[..^"/bewijs".Length];
            places.Add((address, string.Join("; ", voter.Browser.CookiesFor(address).Select(cookie => $"{cookie.Name}={cookie.Value}"))));
            seals.Add(("pas", begun.Hidden("pas")));
            seals.Add(("stembiljet", review.Hidden("stembiljet")));
            seals.Add(("brief", (await voter.Browser.Open($"/stem/{AVote.Smederij}/{code}")).Hidden("brief")));
        }
        // Its address has a Smederij and a period, and none of the ideas of the vote, which are made without their texts.
        var nowhere = new Ideas.IdeaKey(AVote.Smederij, "x");
        return ([.. Endpoints.All.SelectMany(endpoint => endpoint.Pattern.StartsWith(VotePages, StringComparison.Ordinal)
            ? Often(places).Select(place => new Target(endpoint, place.Address + endpoint.Pattern[VotePages.Length..], place.Cookie))
            : Addresses(endpoint, nowhere, AVote.Key.Period, []))], seals);
    }

    /// <summary>Most of what is thrown at a vote goes to its voters, or nothing would ever meet the page that it was made for.</summary>
    private static IEnumerable<T> Often<T>(IEnumerable<T> some) => Enumerable.Repeat(some, 10).SelectMany(each => each);

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
