namespace Smederijen.Domain.Rounds;

/// <summary>Why a ballot on paper is not valid.</summary>
public enum PaperFault
{
    TooManyChoices,
    AboveTheMoney,
    NotOnTheBallot,
    Illegible,
    NoCode,

    /// <summary>A code that was never made, or is void.</summary>
    UnknownCode,

    /// <summary>With this code somebody voted already, on screen or on other paper.</summary>
    CodeUsed,
}

/// <summary>So many ballots on paper are not valid for the same reason.</summary>
public sealed record InvalidPaper(PaperFault Why, int Ballots)
{
    /// <summary>How many there were in all, reason by reason.</summary>
    public static ImmutableArray<InvalidPaper> Of(IEnumerable<PaperFault> faults) =>
        [.. faults.GroupBy(why => why).OrderBy(same => same.Key).Select(same => new InvalidPaper(same.Key, same.Count()))];

    /// <summary>What two people found in all batches of a vote.</summary>
    public static ImmutableArray<InvalidPaper> In(IEnumerable<RoundEvent> history) =>
    [
        .. history.OfType<RoundEvent.PaperEntered>().SelectMany(batch => batch.Invalid).GroupBy(one => one.Why).OrderBy(same => same.Key)
            .Select(same => new InvalidPaper(same.Key, same.Sum(one => one.Ballots))),
    ];
}
