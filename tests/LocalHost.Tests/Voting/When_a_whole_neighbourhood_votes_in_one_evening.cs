using System.Collections.Concurrent;
using System.Diagnostics;
using Smederijen.LocalHost.Tests.Storage;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Tests;
using Smederijen.Portal.Tests.Voting;

namespace Smederijen.LocalHost.Tests.Voting;

/// <summary>
/// All 6,000 residents of the largest Smederij vote, as fast as the machine goes, with a few hundred codes left over: every
/// answer is good, and every receipt is in the count. Ten minutes would be ten ballots a second.
/// </summary>
public sealed class When_a_whole_neighbourhood_votes_in_one_evening : IDisposable
{
    private const int Letters = 6_300;
    private const int Residents = 6_000;
    private const int AtOnce = 64;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_ballot_is_taken_once_without_an_error()
    {
        await using var vote = await OpenVote.Start(_folder, Letters);
        var numbers = new ConcurrentBag<string>();
        var clock = Stopwatch.StartNew();
        await Parallel.ForEachAsync(Enumerable.Range(0, Residents), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (i, _) =>
        {
            using var neighbour = new Neighbour(vote, vote.Codes[i]);
            var review = await neighbour.Choose(i % 3, 3 + i % 3);
            var number = Voter.NumberOn((await neighbour.Cast(review)).ShouldHave(200));
            // Every tenth presses twice, because the answer was slow.
            if (i % 10 == 0)
                Voter.NumberOn((await neighbour.Cast(review)).ShouldHave(200)).ShouldBe(number);
            numbers.Add(number);
        });
        var seconds = clock.Elapsed.TotalSeconds;
        var counted = await vote.Close();
        counted.Ballots.ShouldBe(Residents, "as many ballots as codes that were used");
        (await vote.Published()).ShouldBe(numbers.Order(StringComparer.Ordinal));
        Summary.Write("voting-evening", $"{Residents} residents voted in {seconds:0.0} s, from the code to the receipt, {AtOnce} at once: no error, {counted.Ballots} ballots counted");
    }
}
