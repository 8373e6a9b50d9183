using Smederijen.Domain.Ideas;
using Smederijen.Portal.Forms;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Work;

namespace Smederijen.Portal.Tests.Work;

/// <summary>Neighbours who confirm while another confirmation is being committed share the next commit.</summary>
public sealed class When_many_press_at_one_moment
{
    private readonly List<int> commits = [];

    [Fact]
    public async Task Those_who_wait_share_one_commit_and_each_is_counted_and_logged()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        await Offer(world, idea, 4);

        var outcomes = await PressTogether(world, idea, Enumerable.Range(0, 4));

        outcomes.ShouldAllBe(outcome => outcome is Outcome<Refusal>.Done);
        commits.Count.ShouldBe(2);
        (await Count(world, idea)).ShouldBe(4);
        (await Log(world, idea)).Count(e => e is IdeaEvent.SupportConfirmed).ShouldBe(4);
        (await world.Get<LogVerifier>().Verify()).Broken.ShouldBeEmpty();
        await world.Work();
    }

    [Fact]
    public async Task One_who_presses_twice_counts_once()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        await Offer(world, idea, 3);

        var outcomes = await PressTogether(world, idea, [0, 1, 1, 2, 2]);

        outcomes.Count(outcome => outcome is Outcome<Refusal>.Done).ShouldBe(3);
        outcomes.Count(outcome => outcome is Outcome<Refusal>.AlreadySo).ShouldBe(2);
        (await Count(world, idea)).ShouldBe(3);
    }

    [Fact]
    public async Task What_no_commit_can_hold_takes_the_next_one()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        await Offer(world, idea, 150, threshold: true);

        var outcomes = await PressTogether(world, idea, Enumerable.Range(0, 150));

        outcomes.Count(outcome => outcome is Outcome<Refusal>.Done).ShouldBe((await Log(world, idea)).Count(e => e is IdeaEvent.SupportConfirmed));
        commits.Max().ShouldBeLessThanOrEqualTo(StoreLimits.OperationsPerCommit);
        (await world.Idea(idea)).State.ShouldNotBeOfType<IdeaState.GatheringSupport>();
        (await world.Get<LogVerifier>().Verify()).Broken.ShouldBeEmpty();
        await world.Work();
        world.Mailbox.Mails.ShouldContain(mail => mail.Subject.Contains("genoeg", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_race_that_the_shared_commit_loses_costs_nobody_their_support()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        await Offer(world, idea, 4);

        var outcomes = await PressTogether(world, idea, Enumerable.Range(0, 4), second: () => new CommitResult.Conflict("idee"));

        outcomes.ShouldAllBe(outcome => outcome is Outcome<Refusal>.Done);
        (await Count(world, idea)).ShouldBe(4);
    }

    [Fact]
    public async Task A_store_that_fails_for_the_shared_commit_fails_one_and_the_others_have_their_own_turn()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        await Offer(world, idea, 4);

        var pressed = Press(world, idea, Enumerable.Range(0, 4), second: () => throw new StoreUnavailableException("away", new IOException("away")));

        (await Should.ThrowAsync<StoreUnavailableException>(Task.WhenAll(await pressed))).ShouldNotBeNull();
        (await pressed).Count(press => press.IsFaulted).ShouldBe(1);
        (await Count(world, idea)).ShouldBe(3);
    }

    [Fact]
    public async Task One_whose_row_cannot_be_read_is_told_so_alone()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        await Offer(world, idea, 4);
        await world.Store.Commit(idea.Smederij, [new Write.Put(IdeaKeys.Supporter(idea.Id, "buur2"), "{")]);

        var pressed = await Press(world, idea, Enumerable.Range(0, 4));

        await Should.ThrowAsync<UnreadableRowException>(Task.WhenAll(pressed));
        pressed.Count(press => press.IsFaulted).ShouldBe(1);
        (await Count(world, idea)).ShouldBe(3);
    }

    /// <summary>The first is being committed when the others press.</summary>
    /// <param name="second">What the store does with the second commit; null lets it go on.</param>
    private async Task<IReadOnlyList<Outcome<Refusal>>> PressTogether(
        World world, IdeaKey idea, IEnumerable<int> neighbours, Func<CommitResult?>? second = null) =>
        await Task.WhenAll(await Press(world, idea, neighbours, second));

    private async Task<IReadOnlyList<Task<Outcome<Refusal>>>> Press(
        World world, IdeaKey idea, IEnumerable<int> neighbours, Func<CommitResult?>? second = null)
    {
        List<int> all = [.. neighbours];
        List<Task<Outcome<Refusal>>> pressed = [];
        world.Store.Before = (_, writes) =>
        {
            commits.Add(writes.Count);
            if (commits.Count == 1)
                pressed.AddRange(all.Skip(1).Select(neighbour => PressOne(world, idea, neighbour)));
            return commits.Count == 2 ? second?.Invoke() : null;
        };
        var first = PressOne(world, idea, all[0]);
        await Task.WhenAny(Task.WhenAll([first, .. pressed]));
        return [first, .. pressed];
    }

    private static Task<Outcome<Refusal>> PressOne(World world, IdeaKey idea, int neighbour) => world.Get<IdeaItems>().HandleAmongMany(
        idea, CommandId.Fresh(), at => new IdeaEvent.SupportConfirmed(at), async cancellation =>
        {
            var row = (await world.Store.Get(idea.Smederij, IdeaKeys.Supporter(idea.Id, $"buur{neighbour}"), cancellation)).ShouldNotBeNull();
            return row.Read(WorkJson.Default.Person) is { Confirmed: false } person
                ? [new Write.Replace(row.Row, Rows.Write(person with { Confirmed = true }, WorkJson.Default.Person), row.ETag)]
                : null;
        });

    private static async Task Offer(World world, IdeaKey idea, int neighbours, bool threshold = false)
    {
        (neighbours >= world.Settings().SupportThreshold).ShouldBe(threshold);
        for (var i = 0; i < neighbours; i++)
        {
            var person = new Person($"Buur {i}", $"buur{i}@voorbeeld.example", "7927AB");
            var row = new Write.Insert(IdeaKeys.Supporter(idea.Id, $"buur{i}"), Rows.Write(person, WorkJson.Default.Person));
            await world.Lay(idea.Smederij, [row]);
        }
    }

    private static async Task<IReadOnlyList<IdeaEvent>> Log(World world, IdeaKey idea) =>
        [.. (await world.Store.Query(idea.Smederij, RowRange.Prefix($"idee|{idea.Id}|log|"))).Rows
            .Select(row => row.Read(IdeaJson.Default.LogLine).Event)];

    private static async Task<int> Count(World world, IdeaKey idea) =>
        (await world.Idea(idea)).State.ShouldBeOfType<IdeaState.GatheringSupport>().Confirmed;
}
