using Smederijen.Domain.Ideas;
using Smederijen.Domain.Rounds;
using Smederijen.Portal.Ledgers;

namespace Smederijen.Simulation.Tests.Actors;

/// <summary>
/// What anyone sees of an open vote, and programs too, does not change with the ballots that come in: only with the clock, and where a title
/// or a text is hidden or shown again, or goes with somebody who is forgotten.
/// </summary>
internal sealed class Onlookers(Simulation simulation, RoundKey key)
{
    private readonly Dictionary<(DateTimeOffset ClosesAt, int Struck, int OtherTexts, bool IsOver), string> _seen = [];

    public async Task Look()
    {
        var vote = await simulation.Site.Visit(process => process.NewBrowser().Get($"/v1/smederijen/{key.Smederij}/rondes/{key.Period}"));
        var result = await simulation.Site.Visit(process => process.NewBrowser().Get($"/smederijen/{key.Smederij}/rondes/{key.Period}/uitslag"));
        var page = await simulation.Site.Visit(process => process.NewBrowser().Get($"/smederijen/{key.Smederij}/stemmen"));
        if (vote is null || result is null || page is null || simulation.Watch.StateOf(key) is not RoundState.VoteOpen open)
            return;
        var seen = vote.Json.GetProperty("stemming").GetRawText() + result.Text + page.Text;
        var moment = (open.ClosesAt, open.Struck.Length, OtherTexts(), simulation.Now >= open.ClosesAt);
        if (_seen.TryGetValue(moment, out var before) && before != seen)
            throw new Violation($"What is shown of {key} changed while people vote.");
        _seen[moment] = seen;
    }

    private int OtherTexts() => simulation.Watch.Rounds[(key.Smederij, key.Period)].Veiled
        + simulation.Watch.Ideas.Where(idea => idea.Key.Smederij == key.Smederij)
            .Sum(idea => idea.Value.Events.Count(e => e is IdeaEvent.PersonErased or IdeaEvent.PartHidden or IdeaEvent.PartRestored));
}
