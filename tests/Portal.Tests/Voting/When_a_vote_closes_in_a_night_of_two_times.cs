using Smederijen.Domain.Rounds;
using Smederijen.Portal.Http;
using Smederijen.Portal.Ballots;
using Smederijen.Portal.Rounds;

namespace Smederijen.Portal.Tests.Voting;

/// <summary>On 31 October 2027 the hour from 2 to 3 comes twice; on 26 March 2028 it is skipped.</summary>
public sealed class When_a_vote_closes_in_a_night_of_two_times
{
    private const string Desk = $"/medewerkers/rondes/{AVote.Smederij}/2027";

    [Theory]
    [InlineData("2027-10-31", "02:30", "2027-10-31T00:30:00Z")]
    [InlineData("2028-03-26", "02:30", "2028-03-26T01:30:00Z")]
    [InlineData("2027-10-31", "00:00", "2027-10-30T22:00:00Z")]
    [InlineData("2028-03-27", "00:00", "2028-03-26T22:00:00Z")]
    public async Task The_last_millisecond_counts_and_the_next_one_does_not(string date, string time, string utc)
    {
        await using var world = await World.Begin();
        var vote = await AVote.Open(world);
        await Extend(world, date, time);
        var closes = DateTimeOffset.Parse(utc);
        (await vote.Round()).State.ShouldBeOfType<RoundState.VoteOpen>().ClosesAt.ShouldBe(closes);

        await world.Until(closes.AddMinutes(-50));
        var (early, late) = (new Voter(vote, vote.Codes[0]), new Voter(vote, vote.Codes[1]));
        await early.EnterCode();
        await late.EnterCode();
        var (first, second) = (await early.Choose(0), await late.Choose(1));
        var batch = await TypedOnPaper(world, vote);
        world.Clock.MoveTo(closes.AddMilliseconds(-1));
        (await early.Cast(first)).ShouldHave(303);
        world.Clock.MoveTo(closes);
        (await late.CastAndSee(second)).ShouldHave(409).Words.ShouldContain("De stemming is gesloten. Wat u nu verstuurt, telt niet mee.");
        (await new Voter(vote, vote.Codes[2]).EnterCode()).ShouldHave(409).Words.ShouldContain("gesloten");
        (await Check(world, batch)).ShouldHave(409).Words.ShouldContain("gesloten");

        await world.Until(closes.AddHours(1));
        (await late.CastAndSee(second)).ShouldHave(409).Words.ShouldContain("gesloten");
        await world.Until(closes.AddDays(6));
        (await world.Get<RoundArchive>().History(AVote.Key)).Select(line => line.Event).OfType<RoundEvent.Counted>().Single()
            .ShouldSatisfyAllConditions(counted => counted.Ballots.ShouldBe(1), counted => counted.Unchecked.ShouldBe(1));
    }

    private static async Task Extend(World world, string date, string time)
    {
        var form = new { wat = "verlengen", datum = date, tijd = time, reden = "De brieven kwamen laat.", opdracht = "o1" };
        (await world.BrowserOf("anna", StaffRoles.Medewerker).Post($"{Desk}/voorstel", form)).ShouldHave(303);
        (await world.BrowserOf("bert", StaffRoles.Medewerker).Post($"{Desk}/akkoord", new { opdracht = "o2" })).ShouldHave(303);
    }

    private static async Task<string> TypedOnPaper(World world, AVote vote)
    {
        var form = new { stapel = $"{vote.Codes[5]} 1", biljetten = 1, kruisjes = 1, opdracht = "stapel-1" };
        (await world.BrowserOf("anna", StaffRoles.Medewerker).Post($"{Desk}/papier", form)).ShouldHave(303);
        return (await AVote.InBox(world, BoxRow.Paper)).Single().Name;
    }

    private static Task<Answer> Check(World world, string batch) =>
        world.BrowserOf("bert", StaffRoles.Medewerker).Post($"{Desk}/papier/{batch}", new { biljetten = 1, kruisjes = 1 });
}
