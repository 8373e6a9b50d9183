using Smederijen.Domain.Rounds;

namespace Smederijen.Portal.Tests.Voting;

/// <summary>A resident with a letter, in a browser.</summary>
public sealed class Voter(AVote vote, VoteCode code)
{
    public Browser Browser { get; } = vote.World.NewBrowser();

    public Task<Answer> EnterCode() => Browser.Send(AVote.Page, new { code = code.ToString() });

    public Task<Answer> Choose(params string[] ideas) => Browser.Ask("POST", $"{AVote.Page}/kiezen", Ideas(ideas));

    public Task<Answer> Choose(params int[] ideas) => Choose([.. ideas.Select(i => vote.Ideas[i].Id)]);

    public Task<Answer> Cast(Answer review) => Browser.Post($"{AVote.Page}/uitbrengen", new { stembiljet = review.Hidden("stembiljet") });

    /// <summary>From the letter to the receipt.</summary>
    public async Task<Answer> Vote(params int[] ideas)
    {
        (await EnterCode()).ShouldHave(200);
        (await Cast((await Choose(ideas)).ShouldHave(200))).ShouldHave(303);
        return (await Browser.Get($"{AVote.Page}/bewijs")).ShouldHave(200);
    }

    public static string NumberOn(Answer receipt) =>
        System.Text.RegularExpressions.Regex.Match(receipt.Text, """smederij-tracking">([0-9A-Z]{5}-[0-9A-Z]{5})<""").Groups[1].Value;

    private static FormUrlEncodedContent Ideas(string[] ideas) => new(ideas.Select(idea => new KeyValuePair<string, string>("idee", idea)));
}
