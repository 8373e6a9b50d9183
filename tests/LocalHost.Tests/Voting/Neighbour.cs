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
        (await vote.Town.Post(OpenVote.Page, new { code = code.ToString() }, _browser)).ShouldHave(303);
        var form = ideas.Select(i => new KeyValuePair<string, string>("idee", vote.Ideas[i]));
        return (await vote.Town.Ask(HttpMethod.Post, $"{OpenVote.Page}/kiezen", new FormUrlEncodedContent(form), _browser)).ShouldHave(200);
    }

    public Task<Answer> Cast(Answer review) => vote.Town.Post($"{OpenVote.Page}/uitbrengen", new { stembiljet = review.Hidden("stembiljet") }, _browser);

    /// <summary>The tracking number on the receipt.</summary>
    public async Task<string> Number() =>
        Voter.NumberOn((await vote.Town.Ask(HttpMethod.Get, $"{OpenVote.Page}/bewijs", visitor: _browser)).ShouldHave(200));

    public void Dispose() => _browser.Dispose();
}
