using Smederijen.Domain.Money;
using Smederijen.Domain.Stuurgroep;
using Smederijen.Domain.Tests.Ideas;
using static Smederijen.Domain.Stuurgroep.ResolutionEvent;

namespace Smederijen.Domain.Tests.Stuurgroep;

/// <summary>
/// The life of a resolution. Ten seats with quorum six and a majority of more than half; they have 21 days, the reminder comes after 7 working days.
/// </summary>
public sealed class ResolutionStory : LifeStory<ResolutionStory, Resolution, ResolutionEvent, ResolutionEffect, ResolutionRefusal>
{
    private ResolutionStory(StuurgroepSettings settings, ResolutionEvent e)
    {
        Settings = settings;
        Take(e, e switch
        {
            Drafted drafted => ResolutionDecider.Start("besluit1", drafted),
            RemainderDrafted drafted => ResolutionDecider.Start("besluit1", drafted),
            _ => ResolutionDecider.Start("besluit1", (MomentAsked)e, settings),
        });
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

    /// <summary>€ 40 is left of two sources in one Smederij and goes on; € 10 in the other goes back.</summary>
    public static Subject.Remainder TwoLeftovers { get; } = new("2026", "2027",
    [
        new Leftover("wolfsbos", [new Source("gemeente", new Euro(3_000)), new Source("Domesta", new Euro(1_000))], RemainderChoice.CarryOver),
        new Leftover("alteveer", [new Source("gemeente", new Euro(1_000))], RemainderChoice.GiveBack),
    ]);

    public StuurgroepSettings Settings { get; }

    public Resolution Resolution => Item;

    protected override object State => Item.State;

    protected override DateTimeOffset? NextDue => Item.NextDue;

    public static ResolutionStory Drafted(Subject.Allotment? division = null, StuurgroepSettings? settings = null) =>
        new(settings ?? TenSeats, new Drafted(Story.Monday, "anna", division ?? TwoSmederijen));

    public static ResolutionStory Open(StuurgroepSettings? settings = null) =>
        Drafted(settings: settings).When(at => new PutToSeats(at, "anna")).ForgetEffects();

    public static ResolutionStory LeftDrafted() => new(TenSeats, new RemainderDrafted(Story.Monday, "anna", TwoLeftovers));

    public static ResolutionStory LeftOpen() => LeftDrafted().When(at => new PutToSeats(at, "anna")).ForgetEffects();

    public static ResolutionStory AboutAPlan() => new ResolutionStory(TenSeats, new MomentAsked(Story.Monday, new("alteveer", "plan1", "1"))).ForgetEffects();

    /// <summary>The seats from the first to the last number say the same.</summary>
    public ResolutionStory Say(Voice voice, int first, int last) => Enumerable.Range(first, last - first + 1).Aggregate(
        this, (story, i) => story.When(at => new VoiceGiven(at, $"zetel{i}", false, voice, ResolutionDecider.NeedsReason(voice) ? "Daarom." : null)));

    public ResolutionStory Excused(int first, int last) => Enumerable.Range(first, last - first + 1).Aggregate(
        this, (story, i) => story.When(at => new ConflictDeclared(at, $"zetel{i}", false)));

    public ResolutionStory ExpectOutcome(Voice outcome)
    {
        Expect<ResolutionState.Decided>().Outcome.ShouldBe(outcome, ToString());
        return this;
    }

    protected override ResolutionEvent Strike(DateTimeOffset at) => new MomentCame(at);

    protected override ResolutionDecision Decide(ResolutionEvent e) => ResolutionDecider.Decide(Item, e, Settings);
}
