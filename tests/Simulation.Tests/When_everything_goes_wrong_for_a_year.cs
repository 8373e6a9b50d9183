using System.Globalization;
using Smederijen.Domain.Ideas;
using Smederijen.Domain.Rounds;
using Smederijen.Portal.Tests;
using Xunit.Abstractions;

namespace Smederijen.Simulation.Tests;

/// <summary>
/// <c>SIMULATION_SEEDS=1000 dotnet test tests/Simulation.Tests</c> runs that many years; <c>SIMULATION_SEED=17</c> runs that
/// one again, step by step the same.
/// </summary>
public sealed class When_everything_goes_wrong_for_a_year(ITestOutputHelper output)
{
    private const int SeedsByDefault = 10;

    [Fact]
    public async Task No_accepted_step_is_lost_or_doubled_and_every_idea_comes_to_its_end()
    {
        var total = new Tally();
        foreach (var seed in Seeds())
        {
            var simulation = new Simulation(seed);
            try
            {
                await simulation.Run();
            }
            catch (Exception failure) when (failure is not OutOfMemoryException)
            {
                throw new ShouldAssertException(
                    $"Seed {seed}: {failure.Message}\nAgain: SIMULATION_SEED={seed} dotnet test tests/Simulation.Tests\n{simulation.Trace}\n" +
                    $"{string.Join('\n', simulation.Machine.Logs.Warnings)}\n{failure}");
            }
            total.Add(simulation.Tally);
        }
        output.WriteLine(total.ToString());
        output.WriteLine(string.Join(", ", total.Events.Concat(total.Rounds).Concat(total.Kinds).Select(count => $"{count.Key} {count.Value:N0}")));
        Summary.Write("simulation", total.ToString());
        if (Seeds().Count() >= SeedsByDefault)
            ShouldHaveMetEverything(total);
    }

    /// <summary>What never happens is not proved: a new kind of event or mail needs an actor that brings it about.</summary>
    private static void ShouldHaveMetEverything(Tally total)
    {
        KindsOf<IdeaEvent>().Except(total.Events.Keys).ShouldBeEmpty("these happened to no idea");
        KindsOf<RoundEvent>().Except(total.Rounds.Keys).ShouldBeEmpty("these happened to no round");
        Enum.GetNames<MailKind>().Except(total.Kinds.Keys).ShouldBeEmpty("these mails went to nobody");
        total.LinkedKinds.Keys.Except(total.ScannedKinds.Keys).ShouldBeEmpty("no scanner opened all links of these mails");
    }

    private static IEnumerable<string> KindsOf<T>() => typeof(T).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(T))).Select(type => type.Name);

    [Fact]
    public async Task The_same_seed_takes_the_same_steps()
    {
        var first = new Simulation(4711);
        var second = new Simulation(4711);
        await first.Run();
        await second.Run();
        second.Trace.Fingerprint.ShouldBe(first.Trace.Fingerprint);
        second.Tally.ToString().ShouldBe(first.Tally.ToString());
    }

    private static IEnumerable<int> Seeds() => Environment.GetEnvironmentVariable("SIMULATION_SEED") is { Length: > 0 } one
        ? [int.Parse(one, CultureInfo.InvariantCulture)]
        : Enumerable.Range(1, int.Parse(Environment.GetEnvironmentVariable("SIMULATION_SEEDS") ?? $"{SeedsByDefault}", CultureInfo.InvariantCulture));
}
