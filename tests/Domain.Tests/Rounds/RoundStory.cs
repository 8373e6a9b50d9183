using Smederijen.Domain.Rounds;
using Smederijen.Domain.Settings;
using Smederijen.Domain.Tests.Ideas;
using static Smederijen.Domain.Rounds.RoundEvent;

namespace Smederijen.Domain.Tests.Rounds;

/// <summary>
/// The language of these tests: a round lives through events under a clock that moves at once, and every step is kept, so that
/// a failing test prints the whole story. Nothing here decides anything.
/// </summary>
public sealed class RoundStory
{
    private readonly List<(RoundEvent Event, RoundDecision Decision)> steps = [];

    private RoundStory(SmederijSettings settings, RoundEvent e, RoundDecision first)
    {
        Settings = settings;
        Take(e, first);
    }

    public SmederijSettings Settings { get; }

    public DateTimeOffset Now { get; private set; } = Story.Monday;

    public Round Round { get; private set; } = null!;

    public Manifest? Manifest { get; private set; }

    public List<RoundEffect> Effects { get; } = [];

    /// <summary>Batches of paper that wait for a second person.</summary>
    public int PaperWaiting { get; private set; }

    public RoundDecision Last { get; private set; } = RoundDecision.AlreadySo.Instance;

    public static RoundStory Opened(bool rolling = false, BallotKind ballot = BallotKind.Approval, int? maxChoices = 2, DateOnly? closesOn = null)
    {
        var settings = ASmederij.WithDefaults(rolling);
        settings = settings with
        {
            Round = settings.Round with
            {
                ClosesOn = closesOn ?? new DateOnly(2026, 11, 30),
                Vote = new VoteSettings(ballot, maxChoices, CountRule.Greedy, 14),
            },
        };
        var e = new Opened(Story.Monday, settings.Round.Period);
        return new(settings, e, RoundDecider.Start(settings, Stuurgroep.ResolutionStory.TenSeats, e));
    }

    /// <summary>The following period, of which only the money is known.</summary>
    public static RoundStory Announced()
    {
        var e = ARound.AllottedAt(Story.Monday, "besluit1");
        return new(ASmederij.WithDefaults(), e, RoundDecider.Announce(ASmederij.WithDefaults(), "2027", e));
    }

    public RoundStory When(Func<DateTimeOffset, RoundEvent> happening)
    {
        var e = happening(Now);
        var known = new RoundCircumstances(Settings, Manifest, PaperWaiting);
        return Take(e, RoundDecider.Decide(Round, e, known), RoundDecider.SealedBy(Round, e, known));
    }

    public RoundStory WithPaper(int batches)
    {
        PaperWaiting = batches;
        return this;
    }

    /// <summary>Moves the clock, and lets it strike at every moment on the way.</summary>
    public RoundStory Until(DateTimeOffset instant)
    {
        while (Round.NextDue is { } due && due <= instant)
        {
            Now = due > Now ? due : Now;
            When(at => new MomentCame(at));
            (Round.NextDue is { } next && next <= due).ShouldBeFalse($"the clock would stand still at {due:u}\n{this}");
        }
        Now = instant;
        return this;
    }

    public RoundStory After(int days) => Until(Now.AddDays(days));

    public TState Expect<TState>() where TState : RoundState => Round.State.ShouldBeOfType<TState>(ToString());

    public RoundStory ExpectRefused(RoundRefusal reason)
    {
        Last.ShouldBe(new RoundDecision.Refused(reason), ToString());
        return this;
    }

    public RoundStory ExpectAlreadySo()
    {
        Last.ShouldBeOfType<RoundDecision.AlreadySo>(ToString());
        return this;
    }

    public override string ToString() => string.Join("\n", steps.Select(step => $"{step.Event.At:yyyy-MM-dd HH:mm}  {step.Event}\n    -> {step.Decision}"));

    private RoundStory Take(RoundEvent e, RoundDecision decision, Manifest? sealedNow = null)
    {
        Last = decision;
        steps.Add((e, decision));
        if (decision is not RoundDecision.Accepted accepted)
            return this;
        Round = accepted.Postings.Aggregate(accepted.Item, (round, entry) => round.Post(entry).ShouldNotBeNull());
        Manifest = sealedNow ?? Manifest;
        Effects.AddRange(accepted.Effects);
        return this;
    }
}
