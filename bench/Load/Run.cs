using System.Diagnostics;

namespace Smederijen.Bench.Load;

/// <summary>What came of asking as fast as the answers come.</summary>
/// <param name="PerSecond">Answers with a status below 400.</param>
/// <param name="Median">In milliseconds.</param>
/// <param name="P99">In milliseconds: one in a hundred waited longer.</param>
/// <param name="Refused">Answers with a status of 400 or more.</param>
internal sealed record Result(double PerSecond, double Median, double P99, int Refused)
{
    /// <summary>The run in the middle, by speed.</summary>
    public static Result MiddleOf(IEnumerable<Result> runs) => runs.OrderBy(run => run.PerSecond).ToList() is var sorted ? sorted[sorted.Count / 2] : null!;
}

/// <summary>So many connections, each of which asks the next thing when it has its answer.</summary>
internal static class Run
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(0.5);

    /// <param name="request">The request of a connection's turn; null when there is nothing left to ask.</param>
    public static async Task<Result> Against(int port, int connections, TimeSpan duration, Func<int, ReadOnlyMemory<byte>?> request)
    {
        var visits = Enumerable.Range(0, connections).Select(i => Task.Run(() => Visit(port, i, duration, request))).ToList();
        var all = await Task.WhenAll(visits);
        var waits = all.SelectMany(visit => visit.Waits).Order().ToArray();
        if (waits.Length == 0)
            throw new InvalidOperationException("Nothing was answered after the warming up.");
        return new Result(
            all.Sum(visit => visit.Waits.Count / visit.Seconds), Milliseconds(waits[waits.Length / 2]), Milliseconds(waits[waits.Length * 99 / 100]),
            all.Sum(visit => visit.Refused));
    }

    private static async Task<(List<long> Waits, double Seconds, int Refused)> Visit(
        int port, int number, TimeSpan duration, Func<int, ReadOnlyMemory<byte>?> request)
    {
        using var connection = new Connection();
        await connection.Open(port);
        var waits = new List<long>(1 << 16);
        var refused = 0;
        var start = Stopwatch.GetTimestamp();
        var from = start + (long)(WarmUp.TotalSeconds * Stopwatch.Frequency);
        var until = from + (long)(duration.TotalSeconds * Stopwatch.Frequency);
        var before = start;
        while (before < until && request(number) is { } next)
        {
            var status = await connection.Ask(next);
            var after = Stopwatch.GetTimestamp();
            if (status >= 400)
                refused++;
            else if (before >= from)
                waits.Add(after - before);
            before = after;
        }
        return (waits, Math.Max(0.001, (double)(before - from) / Stopwatch.Frequency), refused);
    }

    private static double Milliseconds(long ticks) => ticks * 1000.0 / Stopwatch.Frequency;
}
