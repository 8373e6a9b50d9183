using System.Text.RegularExpressions;
using Smederijen.Domain.Rounds;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Ledgers;
using Smederijen.Portal.Tests;
using Smederijen.Portal.Tests.Voting;
using Smederijen.Simulation.Tests.Faults;

namespace Smederijen.Simulation.Tests.Actors;

/// <summary>Residents with a letter: most vote on screen, some on paper, some on both or on two devices, some not at all.</summary>
internal sealed partial class Voters(Simulation simulation)
{
    private readonly Dictionary<RoundKey, IReadOnlyList<string>> _letters = [];

    /// <summary>The ideas on the ballot, as somebody saw them last; one in five voters looks for themselves.</summary>
    private readonly Dictionary<RoundKey, IReadOnlyList<string>> _ballots = [];

    /// <summary>Votes in which everybody wants the same, so that ideas stand equal.</summary>
    private readonly HashSet<RoundKey> _alike = [];

    /// <summary>The newest letters that left the portal: only their codes work.</summary>
    public void Receive(RoundKey key, IReadOnlyList<string> codes) => _letters[key] = codes;

    public Task Begin(RoundKey key)
    {
        if (!_letters.TryGetValue(key, out var codes) || simulation.Watch.StateOf(key) is not RoundState.VoteOpen open)
            return Task.CompletedTask;
        if (simulation.Chance(0.5))
            _alike.Add(key);
        var onlookers = new Onlookers(simulation, key);
        var rest = open.ClosesAt - simulation.Now;
        for (var look = 0; look < 3; look++)
            simulation.Within(TimeSpan.Zero, rest, onlookers.Look);
        foreach (var code in codes)
        {
            for (var tries = simulation.Random.Next(100) switch { < 27 => 0, < 91 => 1, _ => 2 }; tries > 0; tries--)
                simulation.Within(TimeSpan.Zero, rest * 1.02, () => simulation.Chance(0.85) ? VoteOnScreen(key, code) : VoteOnPaper(key, code));
        }
        return Task.CompletedTask;
    }

    private async Task VoteOnScreen(RoundKey key, string code)
    {
        var page = $"/smederijen/{key.Smederij}/stemmen";
        var wish = simulation.Random.Next();
        var reads = simulation.Chance(0.2);
        var keepsCookies = simulation.Chance(0.8);
        var review = await simulation.Site.Visit(async process =>
        {
            var browser = process.NewBrowser();
            if (keepsCookies)
                await browser.Get(page);
            var choosing = await browser.Send(page, new { code });
            if (choosing.Status != 200)
                return choosing;
            if (!_ballots.TryGetValue(key, out var ideas) || reads)
                ideas = _ballots[key] = [.. Ideas().Matches(choosing.Text).Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal)];
            var chosen = await browser.Ask("POST", Voter.FormOf(choosing, "nakijken"), new FormUrlEncodedContent(
                Chosen(key, ideas, wish).Select(idea => KeyValuePair.Create("idee", idea)).Prepend(KeyValuePair.Create("pas", choosing.Hidden("pas")))));
            return chosen.Status == 303 ? await browser.Get(chosen.Location) : chosen;
        });
        if (review is { Status: 400 } unknown && unknown.Words.Contains("kennen wij niet", StringComparison.Ordinal))
            throw new Violation($"A code of the newest letters of {key} is not known.");
        if (review is null)
            simulation.Within(TimeSpan.FromSeconds(10), TimeSpan.FromHours(3), () => VoteOnScreen(key, code));
        else if (review.Status == 200)
            await Cast(key, Voter.FormOf(review, "bewijs"), review.Hidden("stembiljet"), keeps: simulation.Chance(0.25));
    }

    /// <summary>Every voter sees the ideas in another order, by chance; what is chosen follows from the seed all the same.</summary>
    private IEnumerable<string> Chosen(RoundKey key, IReadOnlyList<string> ideas, int wish) =>
        _alike.Contains(key) && Twins(key, ideas) is { } twins ? twins : ideas.Where((_, i) => (wish >> i & 1) == 1).Take(2);

    /// <summary>Two ideas that cost the same; the first on the ballot is that of the paper.</summary>
    private IEnumerable<string>? Twins(RoundKey key, IReadOnlyList<string> ideas) => ideas.Skip(1)
        .GroupBy(idea => simulation.Watch.Ideas[new IdeaKey(key.Smederij, idea)].Stored!.Item.Amount)
        .FirstOrDefault(same => same.Count() > 1)?.Take(2);

    /// <summary>One in four keeps the receipt.</summary>
    private Task Cast(RoundKey key, string form, string ballot, bool keeps) => new Press(simulation, "a ballot is cast", async (process, _) =>
    {
        var answer = await process.NewBrowser().Post(form, new { stembiljet = ballot });
        if (answer.Status == 200 && keeps)
            simulation.Promises.Receipt(key, Number().Match(answer.Text).Groups[1].Value.Replace("-", "", StringComparison.Ordinal));
        return answer;
    }).Deliver();

    /// <summary>One types, and somewhat later another counts.</summary>
    private async Task VoteOnPaper(RoundKey key, string code)
    {
        var desk = VoteOfficers.Desk(key);
        var form = simulation.Chance(0.1)
            ? new { stapel = $"{code} ongeldig: onleesbaar", biljetten = "1", kruisjes = "0", ongeldig = "1" }
            : new { stapel = $"{code} 1", biljetten = "1", kruisjes = "1", ongeldig = "" };
        await new Press(simulation, "anna types a ballot", async (process, command) => Ways.OfToday(await process.AsStaff("anna").Post(
            $"{desk}/papier", form.With("opdracht", command)))).Deliver();
        simulation.Within(TimeSpan.Zero, TimeSpan.FromDays(1), () => new Press(simulation, "bert counts what lies there", (process, _) => Check(process, desk)).Deliver());
    }

    private static async Task<Answer> Check(Process process, string desk)
    {
        var browser = process.AsStaff("bert");
        var page = await browser.Get(desk);
        foreach (Match batch in Batches().Matches(page.Text))
        {
            page = await browser.Post($"{desk}/papier/{batch.Groups[1].Value}", new { biljetten = "1", kruisjes = "1" });
            if (page.Status == 409)
                page = await browser.Post($"{desk}/papier/{batch.Groups[1].Value}", new { biljetten = "1", kruisjes = "0", ongeldig = "1" });
        }
        return page;
    }

    [GeneratedRegex("name=\"idee\" value=\"([0-9a-z]+)\"")]
    private static partial Regex Ideas();

    [GeneratedRegex("""smederij-tracking">([0-9A-Z-]+)<""")]
    private static partial Regex Number();

    [GeneratedRegex("""/papier/([0-9a-f]+)""")]
    private static partial Regex Batches();
}
