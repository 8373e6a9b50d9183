using static Smederijen.Domain.Rounds.RoundState;

namespace Smederijen.Domain.Rounds;

/// <summary>Why a ballot is not taken in. The portal has one sentence for each that says what to do.</summary>
public enum BallotRefusal
{
    VoteNotOpen,
    VoteIsClosed,

    /// <summary>The ballot was made for a vote with another manifest.</summary>
    OtherVote,
    NotOnTheBallot,
    IdeaHasLeft,
    IdeaTwice,
    TooManyChoices,
    AboveTheMoney,
}

/// <summary>
/// A ballot as it is cast: a 0 or 1 for every idea of the manifest, in its order, so that every ballot of a vote is equally
/// long.
/// </summary>
public readonly record struct Marks(string Value)
{
    public IEnumerable<int> Chosen
    {
        get
        {
            for (var i = 0; i < Value.Length; i++)
            {
                if (Value[i] == '1')
                    yield return i;
            }
        }
    }
}

/// <summary>Whether a ballot may be cast: the one place that knows the limits, for screens and paper alike.</summary>
public static class BallotCheck
{
    /// <summary>Whether the vote takes ballots at this instant: from its opening up to, not including, its closing.</summary>
    public static BallotRefusal? Time(Round round, DateTimeOffset at) => round.State switch
    {
        Open or Collecting or Preparing or Sealed => BallotRefusal.VoteNotOpen,
        VoteOpen s => at < s.ClosesAt ? null : BallotRefusal.VoteIsClosed,
        _ => BallotRefusal.VoteIsClosed,
    };

    /// <summary>Turns chosen ideas into marks, or says why they make no ballot. No choice at all is a ballot too.</summary>
    public static (Marks Marks, BallotRefusal? Refusal) Choices(Manifest manifest, Round round, IReadOnlyCollection<string> ideas)
    {
        var (ballot, refusal) = Marked(manifest, ideas);
        return (ballot, refusal ?? Limits(manifest, round, ballot));
    }

    /// <summary>
    /// The same for a ballot on paper. It was printed before an idea left, so a mark for that idea makes it no less valid: the mark does
    /// not count, as on ballots that were cast before.
    /// </summary>
    public static (Marks Marks, BallotRefusal? Refusal) OnPaper(Manifest manifest, IReadOnlyCollection<string> ideas)
    {
        var (ballot, refusal) = Marked(manifest, ideas);
        return (ballot, refusal ?? Limits(manifest, ballot));
    }

    /// <summary>Whether marks that were made earlier still make a ballot: an idea may have left since.</summary>
    public static BallotRefusal? Limits(Manifest manifest, Round round, Marks marks) =>
        marks.Value.Length != manifest.Ideas.Length ? BallotRefusal.OtherVote
        : HasLeft(manifest, round, marks) ? BallotRefusal.IdeaHasLeft
        : Limits(manifest, marks);

    private static BallotRefusal? Limits(Manifest manifest, Marks marks) =>
        manifest is { Ballot: Settings.BallotKind.Approval, MaxChoices: { } most } && marks.Chosen.Count() > most ? BallotRefusal.TooManyChoices
        : manifest.Ballot == Settings.BallotKind.Knapsack && CostOf(manifest, marks) > manifest.Money.Cents ? BallotRefusal.AboveTheMoney
        : null;

    /// <summary>What the chosen ideas cost together, in cents.</summary>
    public static long CostOf(Manifest manifest, Marks marks) => marks.Chosen.Sum(i => manifest.Ideas[i].Cost.Cents);

    private static (Marks Marks, BallotRefusal? Refusal) Marked(Manifest manifest, IReadOnlyCollection<string> ideas)
    {
        var marks = new char[manifest.Ideas.Length];
        Array.Fill(marks, '0');
        foreach (var idea in ideas)
        {
            if (manifest.Ideas.Select((candidate, i) => (candidate.Idea, Index: i))
                .FirstOrDefault(x => x.Idea == idea) is not { Idea: not null } found)
                return (default, BallotRefusal.NotOnTheBallot);
            if (marks[found.Index] == '1')
                return (default, BallotRefusal.IdeaTwice);
            marks[found.Index] = '1';
        }
        return (new Marks(new string(marks)), null);
    }

    private static bool HasLeft(Manifest manifest, Round round, Marks marks) =>
        round.State is VoteOpen { Struck.IsEmpty: false } s && marks.Chosen.Any(i => s.Struck.Any(struck => struck.Idea == manifest.Ideas[i].Idea));
}
