using Smederijen.Domain.Ideas;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Tests;

namespace Smederijen.Functions.Tests.Orchestrations;

/// <summary>Durable runs an activity again when its result was not kept, and an orchestrator from its beginning.</summary>
public sealed class When_the_machine_stops
{
    [Fact]
    public async Task After_any_activity_the_idea_ends_in_the_same_rows_and_nobody_gets_a_mail_twice()
    {
        var (whole, mails, activities) = await Run(_ => { });
        for (var activity = 1; activity <= activities; activity++)
        {
            var (crashed, sameMails, _) = await Run(world => world.Durable.CrashAfter = activity);
            crashed.ShouldBe(whole, $"after a crash at activity {activity}");
            sameMails.ShouldBe(mails);
        }
    }

    [Fact]
    public async Task Before_or_after_any_commit_of_the_work_the_idea_gets_as_far_with_the_same_mails()
    {
        var (_, mails, _) = await Run(_ => { });
        for (var commit = 0; commit < 40; commit++)
        {
            foreach (var before in (bool[])[true, false])
            {
                var (_, sameMails, _) = await Run(world => FailAt(world.World, commit, before));
                sameMails.ShouldBe(mails, $"commit {commit}, {(before ? "before" : "after")} it was made");
            }
        }
    }

    private static async Task<(IReadOnlyList<string> Rows, IReadOnlyList<string> Mails, int Activities)> Run(Action<DurableWorld> accident)
    {
        await using var world = await DurableWorld.Begin();
        await world.Submit();
        accident(world);
        await world.Travel(to: IdeaPhase.Released);
        await world.After(days: 30);
        return (await world.World.AllRows(), [.. world.World.Mailbox.Mails.Select(mail => mail.Id).Order()], world.Durable.Performed);
    }

    /// <summary>Only in the work of the driver: what fails in a request is told to the one who asked.</summary>
    private static void FailAt(World world, int commit, bool before)
    {
        var made = 0;
        if (before)
            world.Store.Before = (_, writes) => Fail(writes);
        else
            world.Store.After = (_, writes) => Fail(writes);

        CommitResult? Fail(IReadOnlyList<Write> writes) =>
            IsWork(writes) && made++ == commit ? throw new StoreUnavailableException("The power went out.", new IOException()) : null;
    }

    private static bool IsWork(IReadOnlyList<Write> writes) => writes is [Write.Delete { Row: ['e', 'f', 'f', ..] }, ..];
}
