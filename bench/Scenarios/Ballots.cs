using Smederijen.Bench.Load;
using Smederijen.Bench.Town;

namespace Smederijen.Bench.Scenarios;

/// <summary>
/// The evening of a vote: the request that casts a ballot, after a voter gave a code and looked the ballot over. Afterwards as
/// many ballots have to lie in the store as were accepted, and as many codes have to be used up.
/// </summary>
internal sealed class Ballots(Options options, Votes votes, ServerProcess program, ServerProcess bare)
{
    private readonly InTurn _inTurn = new(options, program, bare);
    private int _cast;

    /// <summary>More than can be cast while it is measured.</summary>
    public static int Needed(Options options, int measurements) => (int)(15_000 * (options.Seconds + 2.0) * options.Runs * measurements);

    public async Task<IReadOnlyList<Row>> Measure(IReadOnlyList<int> connections)
    {
        var barePost = Requests.PostForm("/", new string('x', votes.Ballots[0].Length));
        var rows = new List<Row>();
        var accepted = 0;
        foreach (var count in connections)
        {
            var (row, cast) = await _inTurn.Measure(
                $"ballots cast, {Connections(count)}", count, _ => InTurn.Next(votes.Ballots, ref _cast), barePost, count == 64 ? "≥ 10,000/s, p99 ≤ 20 ms" : "–");
            rows.Add(row);
            accepted += cast;
        }
        var (ballots, used) = votes.Count();
        rows.Add(new Row("ballots accepted, in the store, and codes used up", $"{accepted:N0}, {ballots:N0} and {used:N0}", "", "none lost or doubled"));
        return rows;
    }

    private static string Connections(int count) => count == 1 ? "1 connection" : $"{count} connections";
}
