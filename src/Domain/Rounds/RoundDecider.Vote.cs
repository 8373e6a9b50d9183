using static Smederijen.Domain.Decision<Smederijen.Domain.Rounds.Round, Smederijen.Domain.Rounds.RoundEffect, Smederijen.Domain.Rounds.RoundRefusal>;
using static Smederijen.Domain.Rounds.RoundEvent;
using static Smederijen.Domain.Rounds.RoundRefusal;
using static Smederijen.Domain.Rounds.RoundState;

namespace Smederijen.Domain.Rounds;

/// <content>From the collected ideas, with or without a vote, to the decision.</content>
public static partial class RoundDecider
{
    /// <summary>Everything fits: all get money and nobody votes. Otherwise the neighbourhood chooses.</summary>
    private static Accepted Divide(Round round, IdeasCollected e, RoundCircumstances c) =>
        e.Ideas.IsEmpty ? To(round, e, new Decided(RoundOutcome.NoIdeas, []))
        : Cents(e.Ideas) <= round.Ledger.Available.Cents
            ? To(round, e, new Decided(RoundOutcome.AllGranted, [.. e.Ideas.Select(idea => new Verdict(idea.Idea, idea.Cost, true))]),
                new RoundEffect.TellIdeas())
        : c.Settings.Round.Rolling
            ? To(round, e, PeriodOver(WhileItLasts(e.Ideas, round.Ledger.Available), c), new RoundEffect.TellIdeas())
        : To(round, e, Prepare(e, c), new RoundEffect.AskForCodes(Again: false));

    private static Decided PeriodOver(ImmutableArray<Verdict> oldestFirst, RoundCircumstances c) => new(RoundOutcome.PeriodOver, oldestFirst)
    {
        Rest = c.Settings.Round.Parts is { } parts
            ? new RestOrder(parts.Smallest, [.. oldestFirst.Where(verdict => !verdict.Granted).Select(verdict => verdict.Idea)]) : null,
    };

    private static Preparing Prepare(IdeasCollected e, RoundCircumstances c) => new(
        [.. e.Ideas.OrderBy(idea => idea.Idea, StringComparer.Ordinal)],
        Terms.DaysAfter(e.At, c.Settings.Round.Vote.PreparationDays),
        Terms.WorkingDaysAfter(e.At, 2));

    private static ImmutableArray<Verdict> WhileItLasts(ImmutableArray<Candidate> oldestFirst, Euro available)
    {
        var verdicts = ImmutableArray.CreateBuilder<Verdict>(oldestFirst.Length);
        foreach (var idea in oldestFirst)
        {
            var fits = idea.Cost <= available;
            verdicts.Add(new Verdict(idea.Idea, idea.Cost, fits));
            available = fits ? available - idea.Cost : available;
        }
        return verdicts.MoveToImmutable();
    }

    /// <summary>
    /// With the codes everything about the vote is known: it is sealed at once, and opens as planned but never on the day of
    /// its publication.
    /// </summary>
    private static RoundDecision Seal(Round round, CodesMade e, Preparing s, RoundCircumstances c)
    {
        if (e.Count < 1)
            return Refuse(CodesMissing);
        var manifest = ManifestOf(round, e, s, c);
        return To(round, e, new Sealed(manifest.Hash, manifest.OpensAt, manifest.ClosesAt, []));
    }

    /// <summary>What everyone may read of the vote once this event is accepted; null when it seals nothing.</summary>
    public static Manifest? SealedBy(Round before, RoundEvent e, RoundCircumstances c) =>
        (before.State, e) is (Preparing s, CodesMade { Count: > 0 } codes) ? ManifestOf(before, codes, s, c) : null;

    private static Manifest ManifestOf(Round round, CodesMade e, Preparing s, RoundCircumstances c)
    {
        var soonest = Terms.DaysAfter(e.At, 0);
        var opens = s.OpensAt > soonest ? s.OpensAt : soonest;
        return new Manifest(
            c.Settings.Id, c.Settings.Name, round.Period, c.Settings.Round.Vote.Rule, c.Settings.Round.Vote.Ballot,
            c.Settings.Round.Vote.MaxChoices, round.Ledger.Available, s.Candidates, opens, LastMoment(opens, c.Settings.Round.Vote.Days), e.Count,
            c.Settings.Round.Vote.Draw, RestRule.Of(c.Settings.Round.Parts));
    }

    /// <summary>Whole days: a vote that opens at midnight ends at midnight, so many days later.</summary>
    private static DateTimeOffset LastMoment(DateTimeOffset opens, int days) => Terms.DaysAfter(opens.AddTicks(-1), days);

    /// <summary>
    /// New codes make the former ones void while they are written, so that must be over before anyone can vote: an hour is far
    /// more than it takes.
    /// </summary>
    private static RoundDecision RemakeCodes(Round round, CodesMade e, Sealed s, RoundCircumstances c) => Reasoned(e.Reason, () =>
        e.Count != c.Manifest!.Codes ? Refuse(CodesFixed) : e.At >= s.OpensAt.AddHours(-1) ? Refuse(OpensTooSoon) : Stay(round, s));

    /// <summary>Without this idea there may be money for all others after all.</summary>
    private static RoundDecision Leave(Round round, Preparing s, IdeaLeft e, RoundCircumstances c) =>
        s.Candidates.RemoveAll(idea => idea.Idea == e.Idea) switch
    {
        var others when others.Length == s.Candidates.Length => AlreadySo.Instance,
        var others when Cents(others) <= round.Ledger.Available.Cents => Divide(round, new IdeasCollected(e.At, others), c),
        var others => Stay(round, s with { Candidates = others }),
    };

    private static bool Left(ImmutableArray<Struck> struck, IdeaLeft e) => struck.Any(idea => idea.Idea == e.Idea);

    private static Struck Strike(IdeaLeft e) => new(e.Idea, e.ByMunicipality ? "De gemeente stopte het idee." : "De indiener trok het idee in.");

    /// <summary>How long after the close a second person can still check the paper that was typed before it.</summary>
    public const int WorkingDaysToCheckPaper = 2;

    /// <summary>Paper that waits for a second person holds up the count, for a while.</summary>
    private static Accepted Close(Round round, RoundEvent e, VoteOpen s, DateTimeOffset closedAt, RoundCircumstances c) => c.PaperWaiting > 0
        ? To(round, e, new Counting(s.Manifest, closedAt, s.Struck, Terms.WorkingDaysAfter(e.At, WorkingDaysToCheckPaper)),
            new RoundEffect.AskForPaperCheck())
        : To(round, e, new Counting(s.Manifest, closedAt, s.Struck), new RoundEffect.CountBallots());

    private static Accepted StartCounting(Round round, Counting s) => Stay(round, s with { CheckUntil = null }, new RoundEffect.CountBallots());

    /// <summary>
    /// What is counted is published, so that nobody can change it any more. Only after that, a number of days later, the value becomes known
    /// that decides between equals; it is asked for then, and again every working day.
    /// </summary>
    /// <exception cref="InvalidOperationException">The manifest names no source for a draw: a fault in the host.</exception>
    private static Accepted AwaitDraw(Round round, Counted e, Counting s, RoundCircumstances c)
    {
        var draw = c.Manifest?.Draw ?? throw new InvalidOperationException("A draw needs a manifest that names its source.");
        var from = Terms.DaysAfter(e.At, draw.Days - 1);
        return To(round, e, new Drawing(s.Manifest, s.ClosedAt, s.Struck, e.Equal, from, Terms.WorkingDaysAfter(from, 1)),
            new RoundEffect.AskForDraw(Again: false), new RoundEffect.ShredBallots());
    }

    /// <summary>
    /// Two people have to find the same value, each by themselves. Who typed it wrong types again before the other does. Where they differ
    /// nobody knows who was right: both type again.
    /// </summary>
    private static RoundDecision TypeDraw(Round round, DrawTyped e, Drawing s) => s.First switch
    {
        _ when e.At < s.From => Refuse(DrawNotYet),
        null => Stay(round, s with { First = new TypedValue(e.Value, e.By), Differed = false }, new RoundEffect.AskForDraw(Again: false)),
        { By: var by, Value: var before } when by == e.By => before == e.Value
            ? AlreadySo.Instance : Stay(round, s with { First = new TypedValue(e.Value, e.By) }),
        { Value: var value } when value == e.Value => Stay(round, s with { Value = value }, new RoundEffect.DecideByDraw()),
        _ => Stay(round, s with { First = null, Differed = true }, new RoundEffect.AskForDraw(Again: false)),
    };

    /// <summary>It is not counted any more. The draw goes on all the same: who is left may have become equal to others.</summary>
    private static Drawing WithoutIdea(Drawing s, IdeaLeft e) => s with
    {
        Struck = s.Struck.Add(Strike(e)),
        Equal = [.. s.Equal.Select(group => group with { Ideas = group.Ideas.Remove(e.Idea) }).Where(group => group.Ideas.Length > 1)],
    };

    /// <summary>Why an idea left the ballot, the round itself says: a copy in the count would stay when staff hide it.</summary>
    /// <exception cref="InvalidOperationException">The count is not one of this vote: a fault in the host, never an outcome.</exception>
    private static Accepted Conclude(
        Round round, RoundEvent e, ImmutableArray<Verdict> verdicts, ImmutableArray<string> next, ImmutableArray<Struck> struck, RoundCircumstances c,
        params ImmutableArray<RoundEffect> effects)
    {
        var manifest = c.Manifest ?? throw new InvalidOperationException("A count needs the manifest of its vote.");
        var granted = verdicts.Where(verdict => verdict.Granted).ToList();
        if (granted.Sum(verdict => verdict.Cost.Cents) > manifest.Money.Cents)
            throw new InvalidOperationException("The count grants more money than the vote is about.");
        if (granted.Any(verdict => struck.Any(idea => idea.Idea == verdict.Idea)))
            throw new InvalidOperationException("The count grants money to an idea that left the ballot.");
        if (!verdicts.Select(verdict => (verdict.Idea, verdict.Cost)).SequenceEqual(manifest.Ideas.Select(idea => (idea.Idea, idea.Cost))))
            throw new InvalidOperationException("The count is not about the ideas of the manifest.");
        if (next.Except(verdicts.Where(verdict => verdict is { Granted: false, Left: false }).Select(verdict => verdict.Idea)).Any())
            throw new InvalidOperationException("The count offers what is left to an idea that it is not for.");
        return To(
            round, e, new Decided(
                RoundOutcome.Voted,
                [.. verdicts.Select(verdict => verdict.Left
                    ? verdict with { Reason = struck.FirstOrDefault(idea => idea.Idea == verdict.Idea)?.Reason } : verdict)],
                manifest.Hash)
            {
                Rest = manifest.Rest is { Offered: true, Smallest: var smallest } ? new RestOrder(smallest, next) : null,
            },
            effects);
    }

    private static long Cents(ImmutableArray<Candidate> ideas) => ideas.Sum(idea => idea.Cost.Cents);
}
