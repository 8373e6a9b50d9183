using Microsoft.Extensions.DependencyInjection;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Mail;
using Smederijen.Portal.Settings;
using Smederijen.Portal.Work;

namespace Smederijen.Portal.Tests.Work;

public sealed class When_a_mail_to_several_people_is_interrupted
{
    private readonly Choir _choir = new("alt", "bas", "tenor");

    private Task<World> Begin(bool sharesStore) =>
        World.Begin(services => _choir.Join(services.Configure<PortalOptions>(options => options.SharesStore = sharesStore)));

    private async Task<World> BeginWithAMail(bool sharesStore)
    {
        var world = await Begin(sharesStore);
        await Choir.Decide(world);
        return world;
    }

    private static async Task Perform(World world, TimeSpan? later = null)
    {
        if (later is { } wait)
            world.Clock.MoveTo(world.Clock.GetUtcNow() + wait);
        await world.Get<WorkList>().PerformDue(Choir.Item);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Who_got_it_does_not_get_it_again(bool sharesStore)
    {
        await using var world = await BeginWithAMail(sharesStore);
        _choir.Before = to => to == "bas" ? throw new IOException("Busy.") : Task.CompletedTask;
        await Perform(world);
        _choir.Sent.ShouldBe(["alt"]);
        _choir.Before = _ => Task.CompletedTask;
        await Perform(world, Tries.WaitAfter(1));
        _choir.Sent.ShouldBe(["alt", "bas", "tenor"]);
        (await Choir.Pending(world)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_is_refused_for_good_is_left_for_staff_and_those_after_a_failure_get_theirs_first()
    {
        await using var world = await BeginWithAMail(sharesStore: true);
        _choir.Before = to => to switch
        {
            "alt" => throw new MailRefusedException("There is no such mailbox."),
            "tenor" => throw new IOException("Busy."),
            _ => Task.CompletedTask,
        };
        await Perform(world);
        (await Choir.Pending(world)).Single().Undelivered.ShouldBe(["alt", "tenor"]);
        _choir.Before = to => to == "alt" ? throw new MailRefusedException("There is no such mailbox.") : Task.CompletedTask;
        await Perform(world, Tries.WaitAfter(1));
        _choir.Sent.ShouldBe(["bas", "tenor"]);
        var failed = await world.Store.Query(World.Village, Portal.Storage.Keys.FailedOf(Choir.Item.Item));
        failed.Rows.Count.ShouldBe(1);
    }

    [Fact]
    public async Task It_goes_on_when_the_claim_was_too_short_for_everybody()
    {
        await using var world = await BeginWithAMail(sharesStore: true);
        _choir.Before = _ =>
        {
            world.Clock.MoveTo(world.Clock.GetUtcNow().AddSeconds(25));
            return Task.CompletedTask;
        };
        await Perform(world);
        _choir.Sent.ShouldBe(["alt", "bas"]);
        await Perform(world, Tries.WaitAfter(1));
        _choir.Sent.ShouldBe(["alt", "bas", "tenor"]);
    }
}
