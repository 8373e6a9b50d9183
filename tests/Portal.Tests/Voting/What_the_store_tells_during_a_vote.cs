using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Smederijen.Portal.Ballots;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Rounds;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Voting;

namespace Smederijen.Portal.Tests.Voting;

/// <summary>Twenty residents may vote, twelve do; then every row and every log line is read as a curious person would.</summary>
public sealed class What_the_store_tells_during_a_vote
{
    [Fact]
    public async Task No_row_holds_a_code_a_choice_or_a_total_and_no_ballot_shares_anything_with_a_code()
    {
        var logged = new LogLines();
        await using var world =
            await World.Begin(services => services.AddSingleton<ILoggerProvider>(logged).AddLogging(log => log.SetMinimumLevel(LogLevel.Trace)));
        var vote = await AVote.Open(world);
        var (main, before) = (await Rows(world.Store, AVote.Smederij), await Rows(world.Votes.Of(AVote.Key), VoteRows.Partition));
        for (var i = 0; i < 12; i++)
            await new Voter(vote, vote.Codes[i]).Vote(0, 2);
        (await Rows(world.Store, AVote.Smederij)).ShouldBe(main, ignoreOrder: true, "the main store would tell that somebody voted");
        var after = await Rows(world.Votes.Of(AVote.Key), VoteRows.Partition);

        var gone = before.Keys.Except(after.Keys).ToList();
        var fresh = after.Keys.Except(before.Keys).ToList();
        gone.ShouldAllBe(row => row.StartsWith("recht|", StringComparison.Ordinal));
        fresh.ShouldAllBe(row => row.StartsWith("biljet|", StringComparison.Ordinal));
        (gone.Count, fresh.Count).ShouldBe((12, 12));
        before.Where(row => after.ContainsKey(row.Key)).ShouldAllBe(row => after[row.Key] == row.Value, "a row that voters share would tell totals or an order");

        var hashes = new List<string>();
        foreach (var code in vote.Codes)
            hashes.Add(await world.Get<BallotBox>().HashOf(AVote.Key, code));
        var numbers = (await AVote.InBox(world, BoxRow.Ballot)).ConvertAll(ballot => ballot.Name);
        foreach (var (row, data) in before.Concat(after))
        {
            hashes.ShouldAllBe(hash => !row.Contains(hash) && !data.Contains(hash), "who knows a code would find its row");
            numbers.ShouldAllBe(number => !row.Contains(number) && !data.Contains(number));
        }
        foreach (var row in fresh)
        {
            after[row].Length.ShouldBe(after[fresh[0]].Length, "the length of a ballot would tell how much was chosen");
            after[row].ShouldNotContain("1010");
        }
        fresh.Select(row => after[row]).Distinct().Count().ShouldBe(12, "equal ballots would be countable");
        foreach (var line in logged.Lines)
        {
            vote.Codes.ShouldAllBe(code => !line.Contains(code.Characters) && !line.Contains(code.ToString()));
            numbers.ShouldAllBe(number => !line.Contains(number));
        }
    }

    [Fact]
    public async Task A_ballot_is_one_commit_of_two_rows_and_one_read_at_most()
    {
        await using var world = await World.Begin();
        var vote = await AVote.Open(world);
        var voter = new Voter(vote, vote.Codes[0]);
        await voter.EnterCode();
        var review = await voter.Choose(0);
        var commits = new List<int>();
        world.Store.After = (_, writes) => commits.Add(writes.Count);
        (await voter.Cast(review)).ShouldHave(303);
        commits.ShouldBe([2]);
    }

    [Fact]
    public async Task The_log_of_the_round_tells_neither_how_many_voted_on_screen_nor_for_what()
    {
        await using var world = await World.Begin();
        var vote = await AVote.Open(world);
        var before = (await world.Get<RoundArchive>().History(AVote.Key)).Count;
        await new Voter(vote, vote.Codes[0]).Vote(0);
        (await world.Get<RoundArchive>().History(AVote.Key)).Count.ShouldBe(before);
    }

    private static async Task<Dictionary<string, string>> Rows(IEntityStore store, string partition) =>
        (await store.All(partition, new RowRange("!", "~")).ToListAsync()).ToDictionary(row => row.Row, row => row.Data);
}
