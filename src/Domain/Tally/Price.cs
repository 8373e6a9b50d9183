namespace Smederijen.Domain.Tally;

/// <summary>
/// What the supporters of a project would each pay for it at one moment: the poor all they have left, the rich the same
/// price, which is no less than any poor supporter has. So price = (cost - what the poor have) ÷ number of rich.
/// <paramref name="Poor"/> are the purses that hold no more than the price, with their supporters in
/// <paramref name="PoorVoters"/>; <paramref name="Rich"/> counts the supporters with more. When the cost takes the last of
/// all, nobody is rich and <paramref name="Richest"/> is the fullest purse; otherwise it is -1.
/// </summary>
internal sealed record Price(int Project, long Cost, int[] Poor, int[] PoorVoters, int Rich, int Richest, Estimate Paid)
{
    /// <summary>The supporters have too little together; money only goes down, so they always will.</summary>
    public static Price TooLittle(int project, long cost) => new(project, cost, [], [], 0, -1, default);

    public bool IsAffordable => Rich > 0 || Richest >= 0;

    /// <summary>Nobody is poor: then price ÷ cost is exactly 1 ÷ supporters.</summary>
    public bool AllPayAlike => Poor.Length == 0 && Rich > 0;

    /// <summary>No more than price ÷ cost, in units of 2^-scale.</summary>
    public Int128 LowerBound => Paid.IsUseless ? 0 : Int128.Max(0, Paid.Value - Paid.Error) / Cost;

    /// <summary>More than price ÷ cost, in units of 2^-scale.</summary>
    public Int128 UpperBound => Paid.IsUseless ? Int128.MaxValue : (Paid.Value + Paid.Error) / Cost + 1;

    /// <summary>The same purses are poor and rich, so both prices are the same function of the share.</summary>
    public bool HasSameShape(Price other) =>
        Project == other.Project && Rich == other.Rich && Richest == other.Richest
        && Poor.Length == other.Poor.Length && Poor.Order().SequenceEqual(other.Poor.Order());
}
