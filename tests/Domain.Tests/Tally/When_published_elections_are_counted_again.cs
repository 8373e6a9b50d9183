using System.Diagnostics;
using Smederijen.Domain.Tally;
using Smederijen.Domain.Tally.Pabulib;

namespace Smederijen.Domain.Tests.Tally;

public sealed class When_published_elections_are_counted_again
{
    /// <summary>
    /// The other program knows no minimum score. Here the minimum (50) puts two projects out that it chooses; the town put
    /// them out too.
    /// </summary>
    private const string MinimumScoreIgnored = "Poland_Gdynia_2023_Kamienna_Gora__small.pb";

    private static readonly string[] s_stopping = ["greedy-no-skip", "greedy-custom"];

    [PublishedElectionsFact]
    public void The_official_winners_come_out_under_the_rule_of_the_file() =>
        Differences(p => p.Official?.Order(), (p, election) => Ids(ByOwnRule(p, election)).Order()).ShouldBeEmpty();

    [PublishedElectionsFact]
    public void Greedy_agrees_with_another_program_in_the_same_order() =>
        Differences(p => p.File == MinimumScoreIgnored ? null : p.GreedySkip, (_, election) => Ids(Greedy.Count(election, TieOrder.AsListed))).ShouldBeEmpty();

    [PublishedElectionsFact]
    public void Equal_shares_agree_with_another_program_in_the_same_order() =>
        Differences(p => p.EqualShares, (_, election) => Ids(EqualShares.Count(election, TieOrder.AsListed, Completion.None))).ShouldBeEmpty();

    [PublishedElectionsFact]
    public void Add1_agrees_with_another_program_in_the_same_order() =>
        Differences(p => p.EqualSharesAdd1, (_, election) => Ids(EqualShares.Count(election, TieOrder.AsListed, Completion.Add1))).ShouldBeEmpty();

    [PublishedElectionsFact]
    public void Every_file_means_the_same_after_writing_and_reading()
    {
        foreach (var published in PublishedElections.All)
        {
            var election = PabulibFile.Parse(PublishedElections.Read(published.File));
            PabulibFile.Parse(PabulibFile.Write(election)).ShouldMean(election);
        }
    }

    [PublishedElectionsFact]
    public void A_city_of_ninety_thousand_voters_takes_less_than_seconds()
    {
        var election = PabulibFile.Parse(PublishedElections.Read("Poland_Lodz_2022.pb"));
        var start = Stopwatch.StartNew();
        EqualShares.Count(election, TieOrder.AsListed);
        start.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5), "the aim is 1 s in Release; this only catches a count gone slow");
    }

    private static Count ByOwnRule(Published published, Election election) =>
        published.Rule.StartsWith("equalshares/add1", StringComparison.Ordinal)
            ? EqualShares.Count(election, TieOrder.AsListed, Completion.Add1)
            : Greedy.Count(election, TieOrder.AsListed, s_stopping.Contains(published.Rule) ? NoRoom.Stop : NoRoom.Skip);

    private static IEnumerable<string> Ids(Count count) => count.Winners.Select(w => w.Project.Id);

    private static List<string> Differences(
        Func<Published, IEnumerable<string>?> expected, Func<Published, Election, IEnumerable<string>> counted)
    {
        var differences = new List<string>();
        foreach (var published in PublishedElections.All.Where(p => expected(p) is not null))
        {
            var election = PabulibFile.Parse(PublishedElections.Read(published.File));
            var (theirs, ours) = (string.Join(' ', expected(published)!), string.Join(' ', counted(published, election)));
            if (theirs != ours)
                differences.Add($"{published.File} ({published.Rule}): published {theirs}; counted {ours}");
        }
        return differences;
    }
}
