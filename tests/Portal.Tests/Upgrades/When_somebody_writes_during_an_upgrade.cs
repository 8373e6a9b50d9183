using Smederijen.Portal.Work;

namespace Smederijen.Portal.Tests.Upgrades;

/// <summary>A server can be asked something before it is ready; what it accepts then has to hold like everything else.</summary>
public sealed class When_somebody_writes_during_an_upgrade
{
    [Fact]
    public async Task What_they_send_is_bound_and_its_mail_goes_out()
    {
        await using var world = await World.Begin();
        var (begun, end) = (new TaskCompletionSource(), new TaskCompletionSource());
        var upgrade = Task.Run(async () =>
        {
            using var former = world.Get<GuardedStore>().TrustFormerRows();
            begun.SetResult();
            await end.Task;
        });
        await begun.Task;
        (await world.Browser.Post($"/smederijen/{World.Village}/ideeen/nieuw", Residents.AnIdea)).ShouldHave(303);
        end.SetResult();
        await upgrade;
        await world.Work();
        world.Mailbox.To(Residents.Submitter).ShouldHaveSingleItem();
        (await world.Get<LogVerifier>().Verify()).Broken.ShouldBeEmpty();
    }
}
