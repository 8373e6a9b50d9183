using Smederijen.Domain.Ideas;
using static Smederijen.Domain.Ideas.IdeaEvent;

namespace Smederijen.Functions.Tests.Orchestrations;

/// <summary>The way of an idea that everybody likes, in events.</summary>
internal static class Travels
{
    /// <summary>Each step, and the days that pass before it.</summary>
    public static IReadOnlyList<(int Days, Func<DateTimeOffset, IdeaEvent> Happening)> ToRelease(int supporters, IReadOnlyList<string> reviewers) =>
    [
        (1, at => new SubmissionConfirmed(at)),
        .. Enumerable.Range(0, supporters).SelectMany<int, (int, Func<DateTimeOffset, IdeaEvent>)>(i =>
            [(0, at => new SupportOffered(at, $"buur{i}")), (1, at => new SupportConfirmed(at))]),
        .. reviewers.Select<string,
        (int, Func<DateTimeOffset, IdeaEvent>)>(reviewer => (6, at => new Advised(at, 1, reviewer, Advice.Suitable, null))),
        (2, at => new AccountGiven(at)),
        (1, at => new ReleaseApproved(at, "anna", 0)),
        (0, at => new ReleaseApproved(at, "bert", 0)),
    ];

    public static async Task Travel(this DurableWorld world, IdeaPhase to)
    {
        var settings = world.World.Settings();
        foreach (var (days, happening) in ToRelease(settings.SupportThreshold,
            [.. settings.Wijkteam.Members.Take(settings.Wijkteam.Quorum).Select(member => member.Id)]))
        {
            await world.After(days);
            await world.Happens(happening);
            await world.Work();
            if (await world.Phase() == to)
                return;
        }
        throw new ShouldAssertException($"The idea came no further than {await world.Phase()}.");
    }
}
