using Smederijen.Domain.Money;
using Smederijen.Domain.Stuurgroep;
using Smederijen.Domain.Tests.Ideas;
using static Smederijen.Domain.Stuurgroep.ResolutionEvent;

namespace Smederijen.Domain.Tests.Stuurgroep;

/// <summary>
/// A resolution lives through events under a clock that moves at once; every step is kept, so that a failing test prints the
/// whole story. Ten seats with quorum six and a majority of more than half; they have 21 days, the reminder comes after 7 working days.
/// </summary>
public sealed class ResolutionStory
{
    private readonly List<(ResolutionEvent Event, ResolutionDecision Decision)> steps = [];

    private ResolutionStory(StuurgroepSettings settings, ResolutionEvent e)
    {
        Settings = settings;
        Take(e, e is Drafted drafted ? ResolutionDecider.Start("besluit1", drafted) : ResolutionDecider.Start("besluit1", (MomentAsked)e, settings));
    }

    public static StuurgroepSettings TenSeats { get; } = new(
        1,
        [.. Enumerable.Range(1, 10).Select(i => new SeatSettings(
            $"zetel{i}", $"functie {i}", i <= 6 ? SeatKind.Partner : SeatKind.Resident, $"houder{i}", i <= 6 ? $"vervanger{i}" : null,
            new DateOnly(2024, 1, 1), new DateOnly(2027, 12, 31)))],
        Quorum: 6, MajorityPercent: 50, DaysToDecide: 21, ReminderWorkingDays: 7, DividesFrom: "2027", EqualPart: new Euro(100_000));

    /// <summary>€ 8,000 of the municipality and € 2,000 of a corporation, over two Smederijen.</summary>
    public static Subject.Allotment TwoSmederijen { get; } = new(
        "2027", [new Source("gemeente", new Euro(800_000)), new Source("Domesta", new Euro(200_000))],
        [new Line("wolfsbos", new Euro(650_000)), new Line("alteveer", new Euro(350_000))]);

    public StuurgroepSettings Settings { get; }

    public DateTimeOffset Now { get; private set; } = Story.Monday;

    public Resolution Resolution { get; private set; } = null!;

    public List<ResolutionEffect> Effects { get; } = [];

    public ResolutionDecision Last { get; private set; } = ResolutionDecision.AlreadySo.Instance;

    public static ResolutionStory Drafted(Subject.Allotment? division = null, StuurgroepSettings? settings = null) =>
        new(settings ?? TenSeats, new Drafted(Story.Monday, "anna", division ?? TwoSmederijen));

    public static ResolutionStory Open(StuurgroepSettings? settings = null) =>
        Drafted(settings: settings).When(at => new PutToSeats(at, "anna")).ForgetEffects();

    public static ResolutionStory AboutAPlan() => new ResolutionStory(TenSeats, new MomentAsked(Story.Monday, new("alteveer", "plan1", "1"))).ForgetEffects();

    public ResolutionStory ForgetEffects()
    {
        Effects.Clear();
        return this;
    }

    public ResolutionStory When(Func<DateTimeOffset, ResolutionEvent> happening)
    {
        var e = happening(Now);
        return Take(e, ResolutionDecider.Decide(Resolution, e, Settings));
    }

    /// <summary>The seats from the first to the last number say the same.</summary>
    public ResolutionStory Say(Voice voice, int first, int last) => Enumerable.Range(first, last - first + 1).Aggregate(
        this, (story, i) => story.When(at => new VoiceGiven(at, $"zetel{i}", false, voice, ResolutionDecider.NeedsReason(voice) ? "Daarom." : null)));

    public ResolutionStory Excused(int first, int last) => Enumerable.Range(first, last - first + 1).Aggregate(
        this, (story, i) => story.When(at => new ConflictDeclared(at, $"zetel{i}", false)));

    /// <summary>Moves the clock, and lets it strike at every moment on the way.</summary>
    public ResolutionStory Until(DateTimeOffset instant)
    {
        while (Resolution.NextDue is { } due && due <= instant)
        {
            Now = due > Now ? due : Now;
            When(at => new MomentCame(at));
            (Resolution.NextDue is { } next && next <= due).ShouldBeFalse($"the clock would stand still at {due:u}\n{this}");
        }
        Now = instant;
        return this;
    }

    public ResolutionStory After(int days) => Until(Now.AddDays(days));

    public TState Expect<TState>() where TState : ResolutionState => Resolution.State.ShouldBeOfType<TState>(ToString());

    public ResolutionStory ExpectOutcome(Voice outcome)
    {
        Expect<ResolutionState.Decided>().Outcome.ShouldBe(outcome, ToString());
        return this;
    }

    public ResolutionStory ExpectRefused(ResolutionRefusal reason)
    {
        Last.ShouldBe(new ResolutionDecision.Refused(reason), ToString());
        return this;
    }

    public ResolutionStory ExpectAlreadySo()
    {
        Last.ShouldBeOfType<ResolutionDecision.AlreadySo>(ToString());
        return this;
    }

    public override string ToString() => string.Join("\n", steps.Select(step => $"{step.Event.At:yyyy-MM-dd HH:mm}  {step.Event}\n    -> {step.Decision}"));

    private ResolutionStory Take(ResolutionEvent e, ResolutionDecision decision)
    {
        Last = decision;
        steps.Add((e, decision));
        if (decision is not ResolutionDecision.Accepted accepted)
            return this;
        Resolution = accepted.Item;
        Effects.AddRange(accepted.Effects);
        return this;
    }
}
