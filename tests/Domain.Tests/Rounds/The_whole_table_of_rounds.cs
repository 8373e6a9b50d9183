using System.Collections.Immutable;
using System.Text.Json;
using Smederijen.Domain.Money;
using Smederijen.Domain.Rounds;
using Smederijen.Domain.Stuurgroep;
using static Smederijen.Domain.Rounds.Intervention;
using static Smederijen.Domain.Rounds.RoundEvent;

namespace Smederijen.Domain.Tests.Rounds;

public sealed class The_whole_table_of_rounds()
    : The_whole_table_of<RoundStory, Round, RoundEvent, RoundEffect, RoundRefusal>(
        "a round", "round-states", "Rounds/round-", width: 26, DomainJson.Default.Round, DomainJson.Default.RoundEvent, DomainJson.Default.RoundEffect)
{
    private static readonly Func<DateTimeOffset, RoundEvent>[] Examples =
    [
        at => new Opened(at, "2026"),
        at => ARound.AllottedAt(at, "besluit1"),
        at => new RemainderSettled(at, "besluit9", "2027", [new Source("stuurgroep", new Euro(100))]),
        at => new RemainderSettled(at, "besluit9", null, [new Source("stuurgroep", new Euro(100))]),
        at => new RemainderSettled(at, "besluit9", "2027", [new Source("stuurgroep", new Euro(9_000_000))]),
        at => new MoneyCarriedIn(at, "besluit9", "2025", [new Source("Domesta", new Euro(100))]),
        at => new TakenOver(at, "bestand1", new Euro(100)),
        at => new MomentCame(at),
        at => new MomentCame(at.AddYears(1)),
        at => new IdeasCollected(at, []),
        at => new IdeasCollected(at, [ARound.Idea("a", 10)]),
        at => new IdeasCollected(at, [.. ARound.TooMany]),
        at => new IdeaLeft(at, "a"),
        at => new CodesMade(at, "anna", 3000),
        at => new CodesMade(at, "anna", 3000, "Kwijt"),
        at => new PaperEntered(at, "anna", "bert", 5),
        at => new PaperEntered(at, "anna", "anna", 5),
        at => new PaperEntered(at, "anna", "bert", 5) { Invalid = [new InvalidPaper(PaperFault.TooManyChoices, 2)] },
        at => new Counted(at, [.. ARound.TooMany.Select(idea => new Verdict(idea.Idea, idea.Cost, idea.Idea == "b"))], 100, "kop"),
        at => new Counted(at, [], 100, "kop", 3, 2) { Equal = [new EqualIdeas(40, new Euro(500_000), ["b", "c"])] },
        at => new DrawTyped(at, "anna", "98743"),
        at => new DrawTyped(at, "bert", "98743"),
        at => new DrawTyped(at, "bert", "98734"),
        at => new Drawn(at, "98743", ["c", "b"], [.. ARound.TooMany.Select(idea => new Verdict(idea.Idea, idea.Cost, idea.Idea == "c"))]),
        at => new Proposed(at, "anna", new CloseRound(), "Alles is beoordeeld"),
        at => new Proposed(at, "anna", new ChangeOpening(at.AddDays(1)), "Druk"),
        at => new Proposed(at, "anna", new CloseNow(), "Brand"),
        at => new Proposed(at, "anna", new Extend(at.AddYears(1)), "Storing"),
        at => new Proposed(at, "anna", new StrikeIdea("a"), "Verkocht"),
        at => new Agreed(at, "anna"),
        at => new Agreed(at, "bert"),
        at => new Dropped(at, "anna"),
        at => new PartHidden(at, "anna", "tekst-a", "Er staat een naam in"),
        at => new PartHidden(at, "anna", "tekst-a", " "),
        at => new PartRestored(at, "anna", "tekst-a", "Het mag toch"),
    ];

    protected override IReadOnlyList<(string Name, Func<RoundStory> Arrange)> States { get; } =
    [
        ("Announced", () => RoundStory.Announced()),
        ("Open", () => RoundStory.Opened()),
        ("Open, closing proposed by anna", () => RoundStory.Opened().Proposed(new CloseRound())),
        ("Open, rolling", () => RoundStory.Opened(rolling: true)),
        ("Collecting", () => ARound.Closed()),
        ("Collecting, rolling", () => ARound.Closed(RoundStory.Opened(rolling: true))),
        ("Preparing", () => ARound.Preparing()),
        ("Sealed", () => ARound.Sealed()),
        ("Sealed, striking proposed by anna", () => ARound.Sealed().Proposed(new StrikeIdea("a"))),
        ("VoteOpen", () => ARound.Voting()),
        ("VoteOpen, closing proposed by anna", () => ARound.Voting().Proposed(new CloseNow())),
        ("VoteOpen, one batch of paper waits", () => ARound.Voting().WithPaper(1)),
        ("Counting", () => ARound.Counting()),
        ("Counting, two batches of paper wait", () => ARound.CheckingPaper()),
        ("Counting, one batch of paper waits", () => ARound.CheckingPaper(1)),
        ("Drawing, too early", () => ARound.Drawing()),
        ("Drawing", () => ARound.DrawDue()),
        ("Drawing, 98743 typed by anna", () => ARound.DrawDue().Typed("anna", "98743")),
        ("Drawing, two values differed", () => ARound.DrawDue().Typed("anna", "98743").Typed("bert", "98734")),
        ("Drawing, two typed the same", () => ARound.DrawDue().Typed("anna", "98743").Typed("bert", "98743")),
        ("Decided", () => ARound.Decided()),
        ("Decided, what is left is offered", () => ARound.Closed(RoundStory.Opened(rolling: true, parts: new Domain.Settings.PartSettings(new Euro(20_000))))
            .Collected(ARound.TooMany)),
    ];

    protected override IReadOnlyList<(string Name, Func<DateTimeOffset, RoundEvent> Happening)> Events { get; } =
        [.. Examples.Select(happening => (NameOf(happening(Ideas.Story.Monday), Ideas.Story.Monday), happening))];

    protected override ImmutableArray<RoundEffect> Effects { get; } =
    [
        new RoundEffect.OfferNewMoney(), new RoundEffect.CollectIdeas(), new RoundEffect.AskForCodes(true), new RoundEffect.CountBallots(),
        new RoundEffect.AskForDraw(true), new RoundEffect.DecideByDraw(),
        new RoundEffect.TellIdeas(), new RoundEffect.ShredBallots(), new RoundEffect.CarryTo("2027", "besluit9", [new Source("Domesta", new Euro(100))]),
    ];

    protected override IEnumerable<string> AlsoStored => 
    [
        JsonSerializer.Serialize(ARound.Sealed().Manifest!, DomainJson.Default.Manifest),
        JsonSerializer.Serialize(
            ARound.Sealed(RoundStory.Opened(parts: new Domain.Settings.PartSettings(new Euro(20_000)))).Manifest!, DomainJson.Default.Manifest),
        JsonSerializer.Serialize<RoundEvent>(new Counted(Ideas.Story.Monday, [], 100, "kop") { Next = ["b", "c"] }, DomainJson.Default.RoundEvent),
        JsonSerializer.Serialize<RoundEvent>(new Drawn(Ideas.Story.Monday, "98743", ["c", "b"], []) { Next = ["b"] }, DomainJson.Default.RoundEvent),
        JsonSerializer.Serialize(
            RoundDecider.TakeOver(Ideas.ASmederij.WithDefaults(), "2019", new TakenOver(Ideas.Story.Monday, "bestand1", new Euro(100))).Item,
            DomainJson.Default.Round),
    ];

    protected override IEnumerable<string> Begins => ["Open: Opened", "Announced: Allotted", "Announced: MoneyCarriedIn", "Decided: TakenOver"];

    protected override IEnumerable<Enum> Ends => [RoundPhase.Decided];

    protected override Enum PhaseOf(Round item) => item.State.Phase;

    protected override IEnumerable<string> Changes(RoundStory story, Round before, Ledger money)
    {
        if (story.Round.State is RoundState.Decided decided)
            yield return $"{decided.Outcome}, granted [{string.Join(' ', decided.Verdicts.Where(v => v.Granted).Select(v => v.Idea))}]";
        if (story.Round.State is RoundState.Drawing { First: var first, Differed: var differed } && before.State is RoundState.Drawing)
            yield return differed ? "both type again" : first is null ? "nobody typed" : $"{first.By} typed {first.Value}";
        var (was, now) = (before.Ledger, story.Round.Ledger);
        if ((was.CarriedIn, was.CarriedOut, was.Returned) != (now.CarriedIn, now.CarriedOut, now.Returned))
            yield return $"has {was.Total.Cents} -> {now.Total.Cents}";
        if (story.Round.Proposal != before.Proposal)
            yield return story.Round.Proposal is { } proposal ? $"proposed {proposal.What.GetType().Name}" : "no proposal any more";
    }

    private static string NameOf(RoundEvent e, DateTimeOffset now) => e switch
    {
        MomentCame when e.At > now => "MomentCame, when due",
        MomentCame => "MomentCame, too early",
        RemainderSettled { To: null } => "RemainderSettled, back",
        RemainderSettled r when r.Shares[0].Amount.Cents > 1000 => "RemainderSettled, too much",
        IdeasCollected i => $"IdeasCollected, {(i.Ideas.Length switch { 0 => "none", 1 => "all fit", _ => "too many" })}",
        CodesMade { Reason: not null } => "CodesMade, again",
        PaperEntered p when p.By == p.CheckedBy => "PaperEntered, by one",
        PaperEntered { Invalid.IsEmpty: false } => "PaperEntered, some invalid",
        Counted { Equal.IsEmpty: false } => "Counted, some equal",
        DrawTyped t => $"DrawTyped {t.Value} by {t.By}",
        Proposed p => $"Proposed {p.What.GetType().Name}",
        Agreed a => $"Agreed by {a.By}",
        PartHidden h when string.IsNullOrWhiteSpace(h.Reason) => "PartHidden, without reason",
        _ => e.GetType().Name,
    };
}
