using System.Text.RegularExpressions;
using Smederijen.Domain.Rounds;

namespace Smederijen.Portal.Tests.Voting;

/// <summary>A resident with a letter, in a browser: every form is sent to where its page says, with what that page holds.</summary>
public sealed class Voter(AVote vote, VoteCode code, Browser? browser = null)
{
    private Answer? _choosing;

    public Browser Browser { get; } = browser ?? vote.World.NewBrowser();

    /// <summary>Opens the page where everybody begins, and types the code.</summary>
    public async Task<Answer> EnterCode()
    {
        (await Browser.Open(AVote.Page)).ShouldHave(200);
        return Began(await Browser.Send(AVote.Page, new { code = code.ToString() }));
    }

    /// <summary>Opens the address in the QR code, and presses the button.</summary>
    public async Task<Answer> Scan() =>
        Began(await Browser.Send(AVote.Page, new { brief = (await Browser.Open($"/stem/{AVote.Smederij}/{code}")).Hidden("brief") }));

    public async Task<Answer> Choose(params string[] ideas) => await Follow(await Browser.Ask(
        "POST", FormOf(_choosing!, "nakijken"),
        new FormUrlEncodedContent([KeyValuePair.Create("pas", _choosing!.Hidden("pas")), .. ideas.Select(idea => KeyValuePair.Create("idee", idea))])));

    public Task<Answer> Choose(params int[] ideas) => Choose([.. ideas.Select(i => vote.Ideas[i].Id)]);

    /// <summary>Stops at the answer itself.</summary>
    public Task<Answer> Cast(Answer review) => Browser.Post(FormOf(review, "bewijs"), new { stembiljet = review.Hidden("stembiljet") });

    /// <summary>Casts, and goes where the answer leads.</summary>
    public async Task<Answer> CastAndSee(Answer review) => await Follow(await Cast(review));

    /// <summary>From the letter to the receipt.</summary>
    public async Task<Answer> Vote(params int[] ideas)
    {
        (await EnterCode()).ShouldHave(200);
        return (await CastAndSee((await Choose(ideas)).ShouldHave(200))).ShouldHave(200);
    }

    /// <summary>The address to which the form of a page goes that leads on to this one.</summary>
    public static string FormOf(Answer page, string to) => Regex.Match(page.Text, $"action=\"([^\"]+/{to})\"") is { Success: true } form
        ? form.Groups[1].Value
        : throw new ShouldAssertException($"No form that leads to '{to}' on {page.Path}:\n{page.Words}");

    public static string NumberOn(Answer receipt) => Regex.Match(receipt.Text, """smederij-tracking">([0-9A-Z]{5}-[0-9A-Z]{5})<""").Groups[1].Value;

    private async Task<Answer> Follow(Answer answer) => answer.Location.Length > 0 ? await Browser.Open(answer.Location) : answer;

    private Answer Began(Answer answer)
    {
        if (answer.Status == 200)
            _choosing = answer;
        return answer;
    }
}
