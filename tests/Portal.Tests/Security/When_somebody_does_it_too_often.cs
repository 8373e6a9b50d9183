using Smederijen.Portal.Layout;
using Smederijen.Portal.Security;
using Smederijen.Portal.Storage;

namespace Smederijen.Portal.Tests.Security;

public sealed class When_somebody_does_it_too_often
{
    private static readonly Limit Twice = new("proef", 2, TimeSpan.FromHours(1));

    [Fact]
    public async Task The_wait_is_until_the_end_of_the_hour()
    {
        await using var world = await World.Begin();
        world.Clock.MoveTo(World.Monday.AddMinutes(20));
        var limits = world.Get<RequestLimits>();
        (await limits.Count(Twice, "jan@voorbeeld.example")).ShouldBeNull();
        (await limits.Count(Twice, "jan@voorbeeld.example")).ShouldBeNull();
        (await limits.Count(Twice, "jan@voorbeeld.example")).ShouldBe(TimeSpan.FromMinutes(40));
        (await limits.Count(Twice, "els@voorbeeld.example")).ShouldBeNull();
        world.Clock.MoveTo(World.Monday.AddHours(1));
        (await limits.Count(Twice, "jan@voorbeeld.example")).ShouldBeNull();
    }

    [Fact]
    public async Task Counters_of_hours_that_ended_are_forgotten()
    {
        await using var world = await World.Begin();
        var limits = world.Get<RequestLimits>();
        for (var i = 0; i < 250; i++)
            await limits.Count(Twice, $"bewoner{i}@voorbeeld.example");
        await limits.ForgetEnded();
        (await Counters(world)).ShouldBe(250);

        world.Clock.MoveTo(World.Monday.AddHours(1));
        await limits.Count(Twice, "jan@voorbeeld.example");
        await limits.ForgetEnded();
        (await Counters(world)).ShouldBe(1);
    }

    [Fact]
    public async Task What_was_kept_in_mind_counts_also_when_another_counter_was_written_before()
    {
        await using var world = await World.Begin();
        var limits = world.Get<RequestLimits>();
        var (mailbox, address) = (new Limit("proef-mail", 9, TimeSpan.FromHours(1)), new Limit("proef-adres", 4, TimeSpan.FromHours(1), Unwritten: 2));
        await limits.Count(mailbox, "els@voorbeeld.example");
        for (var times = 0; times < 4; times++)
            (await limits.Count([(address, "192.0.2.1"), (mailbox, times < 2 ? $"bewoner{times}@voorbeeld.example" : "els@voorbeeld.example")])).ShouldBeNull();
        (await limits.Count([(address, "192.0.2.1"), (mailbox, "jan@voorbeeld.example")])).ShouldNotBeNull();
    }

    private static async Task<int> Counters(World world) => (await world.Store.Query(Partitions.Limits, new RowRange("", "~"), 1000)).Rows.Count;
}
