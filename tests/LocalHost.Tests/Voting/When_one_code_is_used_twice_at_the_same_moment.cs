using Smederijen.LocalHost.Tests.Storage;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Tests;
using Smederijen.Portal.Tests.Voting;

namespace Smederijen.LocalHost.Tests.Voting;

/// <summary>Over real connections: whoever comes second, by a hair or by days, hears that the code is used and on which side.</summary>
public sealed class When_one_code_is_used_twice_at_the_same_moment : IDisposable
{
    private const int Codes = 12;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Of_eight_devices_one_wins_and_the_others_hear_that_the_code_is_used()
    {
        await using var vote = await OpenVote.Start(_folder, Codes);
        foreach (var code in vote.Codes)
        {
            var devices = Enumerable.Range(0, 8).Select(_ => new Neighbour(vote, code)).ToList();
            var reviews = new List<(Neighbour Device, Answer Review)>();
            foreach (var (i, device) in devices.Index())
                reviews.Add((device, await device.Choose(i % 6)));
            var answers = await Task.WhenAll(reviews.Select(pair => pair.Device.Cast(pair.Review)));
            answers.Count(answer => answer.Status == 200).ShouldBe(1);
            foreach (var answer in answers.Where(answer => answer.Status != 200))
                answer.ShouldHave(409).Words.ShouldContain("Deze code is al gebruikt, via internet.");
            devices.ForEach(device => device.Dispose());
        }
        (await vote.Close()).Ballots.ShouldBe(Codes);
    }

    [Fact]
    public async Task A_form_sent_eight_times_is_one_ballot_with_one_receipt()
    {
        await using var vote = await OpenVote.Start(_folder, Codes);
        using var neighbour = new Neighbour(vote, vote.Codes[0]);
        var review = await neighbour.Choose(0);
        var receipts = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => neighbour.Cast(review)));
        var number = receipts.Select(receipt => Voter.NumberOn(receipt.ShouldHave(200))).Distinct().ShouldHaveSingleItem();
        (await vote.Close()).Ballots.ShouldBe(1);
        (await vote.Published()).ShouldBe([number]);
    }

    [Fact]
    public async Task Paper_and_screen_at_once_give_one_ballot_and_the_loser_hears_which_side_won()
    {
        await using var vote = await OpenVote.Start(_folder, Codes);
        var (anna, bram) = (await vote.Town.SignIn("anna"), await vote.Town.SignIn("bram"));
        var desk = $"/medewerkers/rondes/{OpenVote.Smederij}/{vote.Key.Period}";
        foreach (var code in vote.Codes)
        {
            using var neighbour = new Neighbour(vote, code);
            var review = await neighbour.Choose(0);
            var stack = new { stapel = $"{code} 2", biljetten = 1, kruisjes = 1, opdracht = $"stapel-{code}" };
            (await vote.Town.Post($"{desk}/papier", stack, anna)).ShouldHave(303);
            var batch = (await vote.Paper()).Single();
            var answers = await Task.WhenAll(neighbour.Cast(review), vote.Town.Post($"{desk}/papier/{batch}", new { biljetten = 1, kruisjes = 1 }, bram));
            if (answers[0].Status == 200)
                answers[1].ShouldHave(200).Words.ShouldContain("0 biljetten tellen mee. Deze tellen als ongeldig");
            else
                answers[0].ShouldHave(409).Words.ShouldContain("al gebruikt, op papier");
            answers[1].Status.ShouldBe(answers[0].Status == 200 ? 200 : 303, "the stack was checked, whichever side won");
        }
        (await vote.Close()).Ballots.ShouldBe(Codes);
    }
}
