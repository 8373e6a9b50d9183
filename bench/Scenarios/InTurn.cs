using Smederijen.Bench.Load;

namespace Smederijen.Bench.Scenarios;

/// <summary>Asks the program and the bare server in turn, so that both meet the machine as it is at that moment.</summary>
internal sealed class InTurn(Options options, ServerProcess program, ServerProcess bare)
{
    /// <summary>Long enough for the compiler of the runtime to have done its work; a program that runs for months is as fast as after it.</summary>
    private static readonly TimeSpan FirstWarmUp = TimeSpan.FromSeconds(5);

    /// <summary>For connections to be made and groups to form.</summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromMilliseconds(500);

    /// <param name="request">What a connection asks; null when there is nothing left.</param>
    /// <param name="alreadyFor">How long the program has been asked as fast before each run.</param>
    /// <param name="after">Done when a run has ended, so that what it left does not slow down the next one.</param>
    /// <returns>The figures, and how many of ours were accepted in all runs together.</returns>
    public async Task<(Row Row, int Accepted)> Measure(
        string what, int connections, Func<int, ReadOnlyMemory<byte>?> request, byte[] bareRequest, string aim, Func<Task>? after = null,
        TimeSpan? alreadyFor = null)
    {
        Console.Error.WriteLine(what);
        List<Result> ours = [], theirs = [];
        for (var i = 0; i < options.Runs; i++)
        {
            var warmUp = i == 0 ? FirstWarmUp : WarmUp;
            theirs.Add(await Run.Against(bare, connections, warmUp, options.Duration, _ => bareRequest));
            ours.Add(await Run.Against(program, connections, alreadyFor ?? warmUp, options.Duration, request));
            if (after is not null)
                await after();
        }
        return (Row.Of(what, Result.MiddleOf(ours), Result.MiddleOf(theirs), aim), ours.Sum(run => run.Accepted));
    }

    /// <summary>The next request of a list that is used up once.</summary>
    public static ReadOnlyMemory<byte>? Next(List<byte[]> requests, ref int used)
    {
        var next = Interlocked.Increment(ref used) - 1;
        return next < requests.Count ? requests[next] : null;
    }
}
