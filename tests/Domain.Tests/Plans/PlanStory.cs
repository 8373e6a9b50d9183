using Smederijen.Domain.Money;
using Smederijen.Domain.Plans;
using Smederijen.Domain.Settings;
using Smederijen.Domain.Tests.Ideas;
using static Smederijen.Domain.Plans.PlanEvent;

namespace Smederijen.Domain.Tests.Plans;

/// <summary>The life of a plan of years.</summary>
public sealed class PlanStory : LifeStory<PlanStory, Plan, PlanEvent, PlanEffect, PlanRefusal>
{
    public SmederijSettings Settings { get; } = ASmederij.WithDefaults();

    public Plan Plan => Item;

    protected override object State => Item.State;

    protected override DateTimeOffset? NextDue => Item.NextDue;

    private PlanCircumstances Circumstances => new(Settings);

    /// <summary>Handed in with a form of its own.</summary>
    public static PlanStory Submitted(long euros = 100_000)
    {
        var story = new PlanStory();
        var e = new Submitted(story.Now, new Euro(euros * 100), MemberRole.Organisation);
        return story.Take(e, PlanDecider.Submit("plan1", e, "piet", story.Circumstances));
    }

    /// <summary>Called a lange klap by the wijkteam.</summary>
    public static PlanStory FromIdea()
    {
        var story = new PlanStory();
        var e = new OpenedFromIdea(story.Now, new Euro(4_500_00), Supporters: 12);
        return story.Take(e, PlanDecider.Open("idee1", e, story.Circumstances));
    }

    protected override PlanEvent Strike(DateTimeOffset at) => new TermPassed(at);

    protected override PlanDecision Decide(PlanEvent e) => PlanDecider.Decide(Item, e, Circumstances);

    protected override string? MailOf(PlanEffect effect) =>
        effect is PlanEffect.Tell m ? $"{m.Kind} to {m.To.Role}{(m.To.Key.Length > 0 ? ":" + m.To.Key : "")}" : null;
}
