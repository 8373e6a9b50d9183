using Smederijen.Portal.Ideas;
using Smederijen.Portal.Stuurgroep;

namespace Smederijen.Portal.Plans.Judging;

/// <summary>Brings the moments of plans to the stuurgroep, and its decisions back. Either way may be performed twice.</summary>
public sealed class PlanJudgements(PlanItems plans, ResolutionItems resolutions, SettingsBook settings, TimeProvider clock)
{
    public static IReadOnlyList<Deed> Deeds { get; } =
    [
        Deed.Of<PlanJudgements, PlanEffect.AskStuurgroep>((x, key, ask, cancellation) => x.Ask(PlanKey.Of(key), ask, cancellation)),
        Deed.Of<PlanJudgements, ResolutionEffect.TellPlan>((x, key, _, cancellation) => x.Hear(ResolutionKey.Of(key), cancellation)),
        Deed.Of<IdeaItems, PlanEffect.EndIdea>((x, key, end, cancellation) => x.Handle(
            new IdeaKey(key.Smederij, end.Idea), CommandId.From($"plan {key} idee {end.Idea}"),
            at => new IdeaEvent.LongTrackDecided(at, PlanEvent.WorkingGroup, end.Outcome, end.Reason), cancellation: cancellation)),
    ];

    /// <summary>Between the id of a moment and the time of asking, in what the stuurgroep knows as the moment.</summary>
    private const char Separator = '.';

    /// <summary>A resolution per time of asking. When nobody sits in the stuurgroep, the plan hears that at once.</summary>
    public async Task Ask(PlanKey key, PlanEffect.AskStuurgroep ask, CancellationToken cancellation = default)
    {
        var moment = $"{ask.Moment}{Separator}{ask.Ask}";
        var outcome = await resolutions.Ask(
            settings.Stuurgroep, ItemId.New(clock.GetUtcNow()), CommandId.From($"beslismoment {key} {moment}"), new Subject.PlanMoment(key.Smederij, key.Id, moment),
            cancellation);
        if (outcome is Outcome<ResolutionRefusal>.Refused refused)
        {
            await plans.Handle(
                key, CommandId.Fresh(), at =>
                    new PlanEvent.DecisionLapsed(at, ask.Moment, ask.Ask, ResolutionTexts.Refused(refused.Reason)), cancellation: cancellation);
        }
    }

    /// <summary>However the resolution ended, the plan hears it; what it has heard before changes nothing.</summary>
    public async Task Hear(ResolutionKey key, CancellationToken cancellation = default)
    {
        if (await resolutions.Load(key, cancellation) is not { Item: { Subject: Subject.PlanMoment subject } resolution })
            return;
        var split = subject.Moment.LastIndexOf(Separator);
        var (moment, ask) = (subject.Moment[..split], int.Parse(subject.Moment.AsSpan(split + 1), System.Globalization.CultureInfo.InvariantCulture));
        await plans.Handle(
            new PlanKey(subject.Smederij, subject.Plan), CommandId.From($"besluit {resolution.Id}"),
            at => resolution.State is ResolutionState.Decided decided
                ? new PlanEvent.StuurgroepDecided(at, moment, ask, OutcomeOf(decided.Outcome), ReasonsOf(resolution, decided))
                : new PlanEvent.DecisionLapsed(at, moment, ask, ResolutionTexts.Ending(resolution)),
            cancellation: cancellation);
    }

    private static StuurgroepOutcome OutcomeOf(Voice voice) => voice switch
    {
        Voice.GoOn => StuurgroepOutcome.GoOn,
        Voice.Change => StuurgroepOutcome.Change,
        Voice.Stop => StuurgroepOutcome.Stop,
        _ => throw new ArgumentOutOfRangeException(nameof(voice), voice, "This decides nothing about a plan."),
    };

    /// <summary>What those who chose the outcome wrote; that it was the majority, when they wrote nothing.</summary>
    private static ImmutableArray<string> ReasonsOf(Resolution resolution, ResolutionState.Decided decided) =>
        decided.Sitting.Seats.Where(seat => seat.Voice == decided.Outcome && !string.IsNullOrWhiteSpace(seat.Reason)).Select(seat => seat.Reason!)
            .Distinct().ToImmutableArray()
            is { Length: > 0 } reasons ? reasons : [ResolutionTexts.Ending(resolution)];
}
