using System.Diagnostics;

namespace Smederijen.Bench.Load;

/// <summary>What came of asking as fast as the answers come.</summary>
/// <param name="PerSecond">Answers with a status below 400.</param>
/// <param name="Median">In milliseconds.</param>
/// <param name="P99">In milliseconds: one in a hundred waited longer.</param>
/// <param name="Accepted">All answers with a status below 400, those of the warming up among them.</param>
/// <param name="Refused">Answers with a status of 400 or more.</param>
/// <param name="Processor">Microseconds of processor time that the server used for an answer, with all that it did meanwhile.</param>
internal sealed record Result(double PerSecond, double Median, double P99, int Accepted, int Refused, double Processor)
{
    /// <summary>The run in the middle, by speed.</summary>
    public static Result MiddleOf(IEnumerable<Result> runs) =>
        runs.OrderBy(run => run.PerSecond).ToList() is var sorted ? sorted[sorted.Count / 2] : null!;
}

/// <summary>So many connections, each of which asks the next thing when it has its answer.</summary>
internal static class Run
{
    /// <param name="warmUp">What is answered before this has passed does not count.</param>
    /// <param name="request">The request of a connection's turn; null when there is nothing left to ask.</param>
    public static async Task<Result> Against(ServerProcess server, int connections, TimeSpan warmUp, TimeSpan duration,
        Func<int, ReadOnlyMemory<byte>?> request)
    {
        var before = server.ProcessorTime;
        var all = await Task.WhenAll(Enumerable.Range(0, connections).Select(i => Task.Run(() => Visit(server.Port, i, warmUp, duration, request))));
        var used = server.ProcessorTime - before;
        var waits = all.SelectMany(visit => visit.Waits).Order().ToArray();
        if (waits.Length == 0)
            throw new InvalidOperationException("Nothing was answered after the warming up.");
        return new Result(
            all.Sum(visit => visit.Waits.Count / visit.Seconds), Milliseconds(waits[waits.Length / 2]), Milliseconds(waits[waits.Length * 99 / 100]),
            all.Sum(visit => visit.Answers - visit.Refused), all.Sum(visit => visit.Refused),
            used.TotalMicroseconds / all.Sum(visit => visit.Answers));
    }

    private static async Task<(List<long> Waits, double Seconds, int Refused, int Answers)> Visit(
        int port, int number, TimeSpan warmUp, TimeSpan duration, Func<int, ReadOnlyMemory<byte>?> request)
    {
        using var connection = new Connection();
        await connection.Open(port);
        var waits = new List<long>(1 << 16);
        var (refused, answers) = (0, 0);
        var start = Stopwatch.GetTimestamp();
        var from = start + (long)(warmUp.TotalSeconds * Stopwatch.Frequency);
        var until = from + (long)(duration.TotalSeconds * Stopwatch.Frequency);
        var before = start;
        while (before < until && request(number) is { } next)
        {
            var status = await connection.Ask(next);
            var after = Stopwatch.GetTimestamp();
            answers++;
            if (status >= 400)
                refused++;
            else if (before >= from)
                waits.Add(after - before);
            before = after;
        }
        return (waits, Math.Max(0.001, (double)(before - from) / Stopwatch.Frequency), refused, answers);
    }

    private static double Milliseconds(long ticks) => ticks * 1000.0 / Stopwatch.Frequency;
}
