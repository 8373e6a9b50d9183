using Microsoft.Extensions.DependencyInjection;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Settings;
using Smederijen.Portal.Work;

namespace Smederijen.Portal.Tests.Work;

public sealed class When_two_processes_want_to_send_a_mail
{
    private readonly Choir _choir = new("alt");

    private Task<World> Begin(bool sharesStore = true) =>
        World.Begin(services => _choir.Join(services.Configure<PortalOptions>(options => options.SharesStore = sharesStore)));

    private static Task<DateTimeOffset?> Perform(World world) => world.Get<WorkList>().PerformDue(Choir.Item);

    [Fact]
    public async Task One_sends_all_of_them_and_the_other_comes_back_when_the_claim_would_have_ended()
    {
        await using var world = await Begin();
        await Choir.Decide(world, mails: 3);
        var slow = new TaskCompletionSource();
        _choir.Before = _ => slow.Task;
        var first = Perform(world);
        (await Perform(world)).ShouldBe(world.Clock.GetUtcNow().AddMinutes(1));
        _choir.Sent.ShouldBeEmpty();
        slow.SetResult();
        (await first).ShouldBeNull();
        _choir.Sent.Count.ShouldBe(3);
        (await Perform(world)).ShouldBeNull();
        _choir.Sent.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Neither_is_faster_than_the_store_that_lets_one_of_them_claim()
    {
        await using var world = await Begin();
        await Choir.Decide(world, mails: 20);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Perform(world))));
        _choir.Sent.Count.ShouldBe(20);
        (await Choir.Pending(world)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_other_takes_over_a_minute_after_the_first_one_died()
    {
        await using var world = await Begin();
        await Choir.Decide(world, mails: 2);
        _choir.Before = _ => new TaskCompletionSource().Task;
        _ = Perform(world);
        _choir.Before = _ => Task.CompletedTask;
        world.Clock.MoveTo(world.Clock.GetUtcNow().AddSeconds(59));
        await Perform(world);
        _choir.Sent.ShouldBeEmpty();
        world.Clock.MoveTo(world.Clock.GetUtcNow().AddSeconds(1));
        (await Perform(world)).ShouldBeNull();
        _choir.Sent.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Who_runs_out_of_time_leaves_the_rest_to_whoever_comes_after_the_claim()
    {
        await using var world = await Begin();
        await Choir.Decide(world, mails: 4);
        _choir.Before = _ =>
        {
            world.Clock.MoveTo(world.Clock.GetUtcNow().AddSeconds(20));
            return Task.CompletedTask;
        };
        (await Perform(world)).ShouldBe(World.Monday.AddMinutes(1));
        _choir.Sent.Count.ShouldBe(2);
        (await Choir.Pending(world)).Count.ShouldBe(2);
        world.Clock.MoveTo(World.Monday.AddMinutes(1));
        (await Perform(world)).ShouldBeNull();
        _choir.Sent.Count.ShouldBe(4);
    }

    [Fact]
    public async Task A_process_that_owns_the_store_claims_nothing()
    {
        await using var world = await Begin(sharesStore: false);
        await Choir.Decide(world);
        DateTimeOffset? claimed = DateTimeOffset.MaxValue;
        _choir.Before = async _ => claimed = (await Choir.Pending(world)).Single().ClaimedUntil;
        await Perform(world);
        claimed.ShouldBeNull();
        _choir.Sent.Count.ShouldBe(1);
    }
}
