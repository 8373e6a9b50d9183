using System.Collections.Immutable;
using Smederijen.Domain.Money;
using Smederijen.Domain.Stuurgroep;
using static Smederijen.Domain.Stuurgroep.ResolutionEvent;
using static Smederijen.Domain.Tests.Stuurgroep.ResolutionStory;

namespace Smederijen.Domain.Tests.Stuurgroep;

public sealed class The_whole_table_of_resolutions()
    : The_whole_table_of<ResolutionStory, Resolution, ResolutionEvent, ResolutionEffect, ResolutionRefusal>(
        "a resolution of the stuurgroep", "resolution-states", "Stuurgroep/resolution-", width: 36,
        StuurgroepJson.Default.Resolution, StuurgroepJson.Default.ResolutionEvent, StuurgroepJson.Default.ResolutionEffect)
{
    protected override IReadOnlyList<(string Name, Func<ResolutionStory> Arrange)> States { get; } =
    [
        ("Draft", () => Drafted()),
        ("Draft, about what is left", () => LeftDrafted()),
        ("Open", () => Open()),
        ("Open, five for, one with an interest", () => Open().Say(Voice.For, 1, 5).Excused(8, 8)),
        ("Open, extended", () => Open().After(22)),
        ("Open, about what is left", () => LeftOpen()),
        ("Open, about a plan", () => AboutAPlan()),
        ("Decided, adopted", () => Open().Say(Voice.For, 1, 6)),
        ("Decided, what is left goes on or back", () => LeftOpen().Say(Voice.For, 1, 6)),
        ("Decided, the plan stops", () => AboutAPlan().Say(Voice.Stop, 1, 6)),
        ("Lapsed", () => Open().After(50)),
        ("Withdrawn", () => Open().When(at => new WithdrawnByStaff(at, "anna", "Er is meer geld."))),
    ];

    protected override IReadOnlyList<(string Name, Func<DateTimeOffset, ResolutionEvent> Happening)> Events { get; } =
    [
        ("Drafted", at => new Drafted(at, "anna", TwoSmederijen)),
        ("MomentAsked", at => new MomentAsked(at, new("alteveer", "plan1", "1"))),
        ("Amended, the same", at => new Amended(at, "anna", TwoSmederijen)),
        ("Amended, does not add up", at => new Amended(at, "anna", TwoSmederijen with { Lines = [] })),
        ("RemainderDrafted", at => new RemainderDrafted(at, "anna", TwoLeftovers)),
        ("RemainderAmended", at => new RemainderAmended(at, "anna", TwoLeftovers with { Next = "2028" })),
        ("RemainderAmended, to the past", at => new RemainderAmended(at, "anna", TwoLeftovers with { Next = "2025" })),
        ("PutToSeats", at => new PutToSeats(at, "anna")),
        ("VoiceGiven, for", at => new VoiceGiven(at, "zetel7", false, Voice.For)),
        ("VoiceGiven, abstain", at => new VoiceGiven(at, "zetel1", true, Voice.Abstain)),
        ("VoiceGiven, against", at => new VoiceGiven(at, "zetel1", false, Voice.Against, "Oneerlijk")),
        ("VoiceGiven, against without reason", at => new VoiceGiven(at, "zetel7", false, Voice.Against)),
        ("VoiceGiven, stop", at => new VoiceGiven(at, "zetel1", false, Voice.Stop, "Te duur")),
        ("VoiceGiven, by a stranger", at => new VoiceGiven(at, "zetel11", false, Voice.For)),
        ("ConflictDeclared", at => new ConflictDeclared(at, "zetel8", false)),
        ("HandedToDeputy", at => new HandedToDeputy(at, "anna", "zetel6")),
        ("MomentCame, too early", at => new MomentCame(at)),
        ("MomentCame, reminder", at => new MomentCame(at.AddDays(15))),
        ("MomentCame, end", at => new MomentCame(at.AddDays(30))),
        ("WithdrawnByStaff", at => new WithdrawnByStaff(at, "anna", "Fout bedrag")),
        ("WithdrawnByStaff, without reason", at => new WithdrawnByStaff(at, "anna", " ")),
        ("SentByLetter", at => new SentByLetter(at, "anna", "Mailadres werkt niet")),
        ("PartHidden", at => new PartHidden(at, "anna", "tekst-a", "Er staat een naam in")),
        ("PartHidden, without reason", at => new PartHidden(at, "anna", "tekst-a", " ")),
        ("PartRestored", at => new PartRestored(at, "anna", "tekst-a", "Het mag toch")),
    ];

    protected override ImmutableArray<ResolutionEffect> Effects { get; } =
    [
        new ResolutionEffect.AskSeat("zetel1", true, true), new ResolutionEffect.TellSeat("zetel1"), new ResolutionEffect.TellSecretary(true),
        new ResolutionEffect.AllotTo("wolfsbos"), new ResolutionEffect.SettleRemainder("wolfsbos"), new ResolutionEffect.TellPlan(),
    ];

    protected override IEnumerable<string> Begins => ["Draft: Drafted", "Draft: RemainderDrafted", "Open: MomentAsked"];

    protected override IEnumerable<Enum> Ends => [ResolutionPhase.Decided, ResolutionPhase.Lapsed, ResolutionPhase.Withdrawn];

    protected override Enum PhaseOf(Resolution item) => item.State.Phase;

    protected override IEnumerable<string> Changes(ResolutionStory story, Resolution before, Ledger money)
    {
        if (story.Resolution.State is ResolutionState.Decided decided)
            yield return $"{decided.Outcome}";
        if (story.Resolution.State is ResolutionState.Open open)
            yield return $"{open.Sitting.Spoken} spoke, {open.Sitting.Waiting.Count()} wait, {open.Sitting.Needed} needed{(open.Extended ? ", extended" : "")}";
    }

    protected override IEnumerable<string> NamesOf(IReadOnlyList<ResolutionEffect> effects) =>
        effects.GroupBy(effect => effect.GetType().Name).Select(same => same.Count() == 1 ? same.Key : $"{same.Count()} {same.Key}");
}
