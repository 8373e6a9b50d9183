using System.Collections.Frozen;
using Smederijen.Portal.Plans;

namespace Smederijen.Portal.Api;

/// <summary>The codes for plans that programs see in place of our own names. They are part of the contract: change none.</summary>
internal static class PlanNames
{
    private static readonly FrozenDictionary<Type, string> Events =
        PlanJson.Default.PlanEvent.PolymorphismOptions!.DerivedTypes.ToFrozenDictionary(type => type.DerivedType, type =>
            (string)type.TypeDiscriminator!);

    public static string Of(PlanPhase phase) => phase switch
    {
        PlanPhase.AwaitingConfirmation => "wacht-op-bevestiging",
        PlanPhase.Underway => "onderweg",
        PlanPhase.AwaitingStuurgroep => "bij-stuurgroep",
        PlanPhase.BackAtGroup => "terug-bij-werkgroep",
        PlanPhase.Completed => "afgerond",
        PlanPhase.Stopped => "gestopt",
        PlanPhase.NeverConfirmed => "verlopen",
        _ => throw new ArgumentOutOfRangeException(nameof(phase), phase, "A phase needs a name in the API."),
    };

    public static string Of(PartnerKind kind) => kind switch
    {
        PartnerKind.Municipality => "gemeente",
        PartnerKind.Corporation => "corporatie",
        PartnerKind.Fund => "fonds",
        PartnerKind.Club => "vereniging",
        PartnerKind.Professional => "professional",
        PartnerKind.OwnActions => "eigen-acties",
        PartnerKind.Round => "ronde",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A kind of partner needs a name in the API."),
    };

    /// <summary>The same codes as in what the stuurgroep decided.</summary>
    public static string Of(StuurgroepOutcome outcome) => ResolutionDetail.CodeOf(outcome switch
    {
        StuurgroepOutcome.GoOn => Voice.GoOn,
        StuurgroepOutcome.Change => Voice.Change,
        StuurgroepOutcome.Stop => Voice.Stop,
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "An outcome needs a name in the API."),
    });

    public static TimelineItem TimelineOf(PlanLogLine line, PlanDossier dossier) => new(
        line.Event.At, Events[line.Event.GetType()], PlanEventTexts.Title(line.Event, dossier.NameOf),
        PlanEventTexts.Written(line.Event) is { Length: > 0 } written ? written : null, Of(line.Phase));
}
