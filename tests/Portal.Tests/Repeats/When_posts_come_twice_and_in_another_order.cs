using Smederijen.Portal.Layout;

namespace Smederijen.Portal.Tests.Repeats;

/// <summary>Impatient people, retrying browsers and networks deliver a post more than once, and not always in order.</summary>
public sealed class When_posts_come_twice_and_in_another_order
{
    private const int Journeys = 40;

    [Fact]
    public async Task There_is_one_outcome()
    {
        var deliveries = 0;
        var once = await Outcome(world => new Journey(world));
        for (var seed = 1; seed <= Journeys; seed++)
        {
            var random = new Random(seed);
            (await Outcome(world => new Journey(world)
            {
                AfterEach = async posts => deliveries += 1 + await Again(world, posts, random),
                Order = count => Shuffled(count, random),
            })).ShouldBe(once, $"Seed {seed}");
        }
        Summary.Write("repeats", $"{Journeys} journeys, {deliveries:N0} deliveries of their posts, doubled and in any order: one outcome");
    }

    /// <summary>The last few posts come once or twice more, in any order, before or after the mails of the last one go out.</summary>
    /// <returns>How many came again.</returns>
    private static async Task<int> Again(World world, IReadOnlyList<Func<Task<Answer>>> delivered, Random random)
    {
        var recent = delivered.TakeLast(4).SelectMany(post => Enumerable.Repeat(post, random.Next(3))).ToArray();
        random.Shuffle(recent);
        foreach (var post in recent)
        {
            (await post()).Status.ShouldBeOneOf(303, 409);
            if (random.Next(3) == 0)
                await world.Work();
        }
        return recent.Length;
    }

    private static int[] Shuffled(int count, Random random)
    {
        var order = Enumerable.Range(0, count).ToArray();
        random.Shuffle(order);
        return order;
    }

    private static async Task<string> Outcome(Func<World, Journey> begin)
    {
        await using var world = await World.Begin();
        var journey = begin(world);
        await journey.Walk();
        return await journey.Outcome();
    }
}
