using System.Globalization;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Tests;
using Xunit.Abstractions;

namespace Smederijen.Simulation.Tests;

/// <summary>
/// Two seeds of five years each. <c>SIMULATION_SEEDS=100 dotnet test tests/Simulation.Tests</c> runs that many, <c>SIMULATION_YEARS=10</c>
/// longer ones; <c>SIMULATION_SEED=17</c> runs one seed again, step by step the same.
/// </summary>
public sealed class When_everything_goes_wrong_for_ten_years(ITestOutputHelper output)
{
    private const int YearsByDefault = 5;
    private const int SeedsByDefault = 2;

    [Fact]
    public async Task No_accepted_step_is_lost_or_doubled_and_everything_comes_to_its_end()
    {
        var total = new Tally();
        await Parallel.ForEachAsync(Seeds(), new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
            async (seed, cancellation) =>
        {
            var tally = await Run(seed, cancellation);
            lock (total)
                total.Add(tally);
        });
        output.WriteLine(total.ToString());
        output.WriteLine(string.Join(", ", total.Events.Concat(total.Rounds).Concat(total.Kinds).Select(count => $"{count.Key} {count.Value:N0}")));
        Summary.Write("simulation", total.ToString());
        if (Seeds().Count() >= SeedsByDefault)
            Proportions.Check(total);
    }

    private static async Task<Tally> Run(int seed, CancellationToken cancellation)
    {
        var simulation = new Simulation(seed, Number("SIMULATION_YEARS", YearsByDefault));
        try
        {
            await simulation.Run(cancellation);
        }
        catch (Exception failure) when (failure is not (OutOfMemoryException or OperationCanceledException))
        {
            throw new ShouldAssertException(
                $"Seed {seed}: {failure.Message}\nAgain: SIMULATION_SEED={seed} dotnet test tests/Simulation.Tests\n{simulation.Trace}\n" +
                $"{string.Join('\n', simulation.Machine.Logs.Warnings)}\n{failure}");
        }
        return simulation.Tally;
    }

    [Fact]
    public async Task The_same_seed_takes_the_same_steps()
    {
        for (var seed = 4711; ; seed++)
        {
            var first = new Simulation(seed, years: 1);
            var second = new Simulation(seed, years: 1);
            await Task.WhenAll(Task.Run(() => first.Run()), Task.Run(() => second.Run()));
            // A draw between equals goes by the ids of ideas, and those are chance.
            if (first.Tally.Rounds.Keys.Concat(second.Tally.Rounds.Keys).Contains(nameof(Domain.Rounds.RoundEvent.Drawn)))
                continue;
            second.Trace.Fingerprint.ShouldBe(first.Trace.Fingerprint);
            second.Tally.ToString().ShouldBe(first.Tally.ToString());
            return;
        }
    }

    private static IEnumerable<int> Seeds() => Environment.GetEnvironmentVariable("SIMULATION_SEED") is { Length: > 0 } one
        ? [int.Parse(one, CultureInfo.InvariantCulture)]
        : Enumerable.Range(1, Number("SIMULATION_SEEDS", SeedsByDefault));

    private static int Number(string setting, int otherwise) =>
        int.Parse(Environment.GetEnvironmentVariable(setting) ?? $"{otherwise}", CultureInfo.InvariantCulture);
}
