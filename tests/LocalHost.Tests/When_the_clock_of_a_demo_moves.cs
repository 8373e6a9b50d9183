using Smederijen.Domain.Ideas;
using Smederijen.LocalHost.Tests.Storage;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Tests;

namespace Smederijen.LocalHost.Tests;

public sealed class When_the_clock_of_a_demo_moves : IDisposable
{
    private const string Page = "/medewerkers/klok";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Reminders_go_out_and_deadlines_pass()
    {
        await using var town = await Edition.Start(_folder);
        await town.HandIn();
        await town.MailTo(Residents.Submitter);
        var anna = await town.SignIn("anna");
        (await town.Press(Page, new { sprong = "termijn" }, anna)).ShouldHave(200);
        (await town.MailTo(Residents.Submitter, 2)).Onderwerp.ShouldNotBeEmpty();
        (await town.Rows($"fase|{IdeaKeys.NameOf(IdeaPhase.AwaitingConfirmation)}|")).Count.ShouldBe(1);
        (await town.Press(Page, new { sprong = "week" }, anna)).ShouldHave(200);
        await Edition.Eventually(() => town.Rows($"fase|{IdeaKeys.NameOf(IdeaPhase.Expired)}|"), rows => rows.Count == 1, "the idea to lapse");
    }

    [Fact]
    public async Task It_keeps_its_lead_over_a_restart()
    {
        await using (var town = await Edition.Start(_folder))
            await town.Clock.Move(TimeSpan.FromDays(28));
        await using var later = await Edition.Start(_folder);
        later.Clock.Lead.ShouldBe(TimeSpan.FromDays(28));
    }

    [Fact]
    public async Task It_needs_a_choice()
    {
        await using var town = await Edition.Start(_folder);
        var anna = await town.SignIn("anna");
        (await town.Press(Page, visitor: anna)).ShouldHave(400).Words.ShouldContain("Kies hoever de klok vooruit moet");
        (await town.Press(Page, new { sprong = "terug" }, anna)).ShouldHave(400);
        town.Clock.Lead.ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public async Task A_folder_is_a_demo_for_ever_or_never()
    {
        await using (await Edition.Start(_folder))
        {
        }
        (await Should.ThrowAsync<CannotStartException>(() => Edition.Start(_folder, demo: false))).Message.ShouldContain("--demo");
        using var real = new TemporaryFolder();
        await using (await Edition.Start(real, demo: false))
        {
        }
        (await Should.ThrowAsync<CannotStartException>(() => Edition.Start(real))).Message.ShouldContain("real ideas");
    }
}
