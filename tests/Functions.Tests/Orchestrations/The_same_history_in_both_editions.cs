using Microsoft.Extensions.DependencyInjection;
using Smederijen.Domain.Ideas;
using Smederijen.Domain.Money;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Settings;
using Smederijen.Portal.Tests;
using static Smederijen.Domain.Ideas.IdeaEvent;

namespace Smederijen.Functions.Tests.Orchestrations;

/// <summary>What happens to an idea, through the orchestration and through the work list of the local edition.</summary>
public sealed class The_same_history_in_both_editions
{
    private static readonly string[] Reviewers = ["opbouwwerker", "wijkbeheerder", "wijkagent"];

    [Fact]
    public async Task Of_an_idea_that_everybody_likes_ends_in_the_same_rows() => await Compare(Travels.ToRelease(6, Reviewers));

    [Fact]
    public async Task However_it_goes_ends_in_the_same_rows()
    {
        for (var seed = 0; seed < 30; seed++)
            await Compare(AnyHistory(new Random(seed)), $"seed {seed}");
    }

    private static async Task Compare(IReadOnlyList<(int Days, Func<DateTimeOffset, IdeaEvent> Happening)> history, string? which = null)
    {
        // The board of the Azure edition counts among the effects, whoever performs them.
        await using var local = await World.Begin(services => services.Configure<PortalOptions>(options => options.KeepsBoard = true));
        await local.SubmitAs(DurableWorld.Id);
        foreach (var (days, happening) in history)
        {
            await local.After(days);
            await local.Happens(DurableWorld.Key, happening);
            await local.Work();
        }
        await local.After(days: 800);

        await using var azure = await DurableWorld.Begin();
        await azure.Submit();
        foreach (var (days, happening) in history)
        {
            await azure.After(days);
            await azure.Happens(happening);
            await azure.Work();
        }
        await azure.After(days: 800);

        var (rowsOfAzure, rowsOfLocal) = (await azure.World.AllRows(), await local.AllRows());
        rowsOfAzure.Except(rowsOfLocal).ShouldBeEmpty(which);
        rowsOfAzure.ShouldBe(rowsOfLocal, which);
        azure.World.Mailbox.Mails.Select(mail => mail.Id).ShouldBe(local.Mailbox.Mails.Select(mail => mail.Id), which);
        azure.Durable.TimersLeftBehind.ShouldBe(0);
    }

    /// <summary>Steps of every kind, the likely ones more often, so that ideas come far and meet everything on the way.</summary>
    private static List<(int, Func<DateTimeOffset, IdeaEvent>)> AnyHistory(Random random)
    {
        var history = new List<(int, Func<DateTimeOffset, IdeaEvent>)> { (random.Next(9), at => new SubmissionConfirmed(at)) };
        for (var i = 0; i < 40; i++)
            history.Add((random.Next(6) == 0 ? random.Next(30) : random.Next(2), AnyStep(random)));
        return history;
    }

    private static Func<DateTimeOffset, IdeaEvent> AnyStep(Random random)
    {
        var reviewer = Reviewers[random.Next(Reviewers.Length)];
        return random.Next(28) switch
        {
            < 7 => at => new SupportConfirmed(at),
            < 13 => at => new Advised(at, 1, reviewer, Advice.Suitable, null),
            13 => at => new Advised(at, 2, reviewer, Advice.Suitable, null),
            14 => at => new Advised(at, 1, reviewer, Advice.Question, "Hoe dan?"),
            15 => at => new Domain.Ideas.IdeaEvent.Answered(at, 1, "Zo."),
            16 => at => new Advised(at, 1, reviewer, Advice.NotSuitable, "Te duur"),
            17 => at => new Advised(at, 1, reviewer, Advice.LongTrack, "Te groot"),
            18 => at => new Paused(at, "anna", "Vakantie"),
            19 => at => new Resumed(at, "anna", "Terug"),
            20 => at => new AccountGiven(at),
            21 => at => new ReleaseApproved(at, "anna", 0),
            22 => at => new ReleaseApproved(at, "bert", 0),
            23 => at => new ReminderAsked(at, "anna", "Duurt lang"),
            24 => at => new TermExtended(at, "anna", at.AddDays(90), "Meer tijd"),
            25 => at => new SupportOffered(at, "buur"),
            26 => at => new MoneyGivenBack(at, "Het ging niet door"),
            _ => at => new PlanCompleted(at, new Euro(45_000)),
        };
    }
}
