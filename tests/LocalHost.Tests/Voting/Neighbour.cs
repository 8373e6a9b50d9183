using Smederijen.Domain.Rounds;
using Smederijen.Portal.Tests;
using Smederijen.Portal.Tests.Voting;

namespace Smederijen.LocalHost.Tests.Voting;

/// <summary>A resident with a letter and a browser of their own, over real HTTP.</summary>
internal sealed class Neighbour(OpenVote vote, VoteCode code) : IDisposable
{
    private readonly HttpClient _browser = vote.Town.NewVisitor();

    /// <summary>Types the code and chooses; the answer is the page to review.</summary>
    public async Task<Answer> Choose(params int[] ideas)
    {
        (await vote.Town.Open(OpenVote.Page, _browser)).ShouldHave(200);
        var entered = (await vote.Town.Post(OpenVote.Page, new { code = code.ToString() }, _browser)).ShouldHave(303);
        var choosing = (await vote.Town.Open(entered.Location, _browser)).ShouldHave(200);
        var form = ideas.Select(i => KeyValuePair.Create("idee", vote.Ideas[i])).Prepend(KeyValuePair.Create("pas", choosing.Hidden("pas")));
        var chosen = await vote.Town.Ask(HttpMethod.Post, Voter.FormOf(choosing, "nakijken"), new FormUrlEncodedContent(form), _browser);
        return (await vote.Town.Open(chosen.ShouldHave(303).Location, _browser)).ShouldHave(200);
    }

    /// <summary>A browser goes on to the receipt, or to the page that says why there is none.</summary>
    public async Task<Answer> Cast(Answer review)
    {
        var answer = await vote.Town.Post(Voter.FormOf(review, "bewijs"), new { stembiljet = review.Hidden("stembiljet") }, _browser);
        return answer.Status == 303 ? await vote.Town.Open(answer.Location, _browser) : answer;
    }

    public void Dispose() => _browser.Dispose();
}
