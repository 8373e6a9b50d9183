using Smederijen.Domain.Money;
using Smederijen.Domain.Plans;
using Smederijen.Domain.Settings;
using Smederijen.Domain.Tests.Ideas;
using static Smederijen.Domain.Plans.PlanEvent;

namespace Smederijen.Domain.Tests.Plans;

/// <summary>
/// The language of these tests: a plan lives through events under a clock that moves at once, and every step is kept, so that a
/// failing test prints the whole story. Nothing here decides anything.
/// </summary>
public sealed class PlanStory
{
    private readonly List<(PlanEvent Event, PlanDecision Decision)> steps = [];

    public SmederijSettings Settings { get; } = ASmederij.WithDefaults();

    public DateTimeOffset Now { get; private set; } = Story.Monday;

    public Plan Plan { get; private set; } = null!;

    /// <summary>Mails since the last <see cref="ForgetMails"/>, as "kind to role:key".</summary>
    public List<string> Mails { get; } = [];

    public List<PlanEffect> OtherEffects { get; } = [];

    public PlanDecision Last { get; private set; } = PlanDecision.AlreadySo.Instance;

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

    public PlanStory When(Func<DateTimeOffset, PlanEvent> happening)
    {
        var e = happening(Now);
        return Take(e, PlanDecider.Decide(Plan, e, Circumstances));
    }

    /// <summary>Moves the clock, and lets it strike at every moment on the way.</summary>
    public PlanStory Until(DateTimeOffset instant)
    {
        while (Plan.NextDue is { } due && due <= instant)
        {
            Now = due > Now ? due : Now;
            When(at => new TermPassed(at));
            (Plan.NextDue is { } next && next <= due).ShouldBeFalse($"the clock would stand still at {due:u}\n{this}");
        }
        Now = instant;
        return this;
    }

    public PlanStory After(int days) => Until(Now.AddDays(days));

    public PlanStory ForgetMails()
    {
        Mails.Clear();
        OtherEffects.Clear();
        return this;
    }

    public TState Expect<TState>() where TState : PlanState => Plan.State.ShouldBeOfType<TState>(ToString());

    public PlanStory ExpectRefused(PlanRefusal reason)
    {
        Last.ShouldBe(new PlanDecision.Refused(reason), ToString());
        return this;
    }

    public PlanStory ExpectAlreadySo()
    {
        Last.ShouldBeOfType<PlanDecision.AlreadySo>(ToString());
        return this;
    }

    public override string ToString() => string.Join("\n", steps.Select(step => $"{step.Event.At:yyyy-MM-dd HH:mm}  {step.Event}\n    -> {step.Decision}"));

    private PlanStory Take(PlanEvent e, PlanDecision decision)
    {
        Last = decision;
        steps.Add((e, decision));
        if (decision is not PlanDecision.Accepted accepted)
            return this;
        Plan = accepted.Item;
        Mails.AddRange(accepted.Effects.OfType<PlanEffect.Tell>().Select(m => $"{m.Kind} to {m.To.Role}{(m.To.Key.Length > 0 ? ":" + m.To.Key : "")}"));
        OtherEffects.AddRange(accepted.Effects.Where(effect => effect is not PlanEffect.Tell));
        return this;
    }
}
