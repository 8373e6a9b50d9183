namespace Smederijen.Domain.Tally.Pabulib;

/// <summary>
/// What the file says that a ballot may hold: number of projects, their cost, points per project and together. A ballot that
/// breaks a limit is counted as it stands, because only the town knows what was done with it; the remark says so.
/// </summary>
internal sealed class BallotLimits
{
    private const int Whole = 1_000_000;
    private readonly PabulibProjects _projects;
    private readonly Remarks _remarks;
    private readonly bool _inPoints;
    private readonly Limit _length;
    private readonly Limit _cost;
    private readonly Limit _points;
    private readonly Limit _sum;

    public BallotLimits(PabulibMeta meta, PabulibProjects projects, Remarks remarks)
    {
        (_projects, _remarks, _inPoints) = (projects, remarks, meta.InPoints);
        _length = meta.IsChooseOne ? Limit.ChooseOne : meta.Limit("length");
        _cost = meta.Limit("sum_cost");
        _points = meta.Limit("points");
        _sum = meta.Limit("sum_points");
    }

    /// <param name="points">One per project, or none at all when projects are ticked.</param>
    public void Check(int line, ReadOnlySpan<int> projects, ReadOnlySpan<int> points)
    {
        Check(line, _length, projects.Length * (Int128)Whole, length => $"deze stem noemt {length} plannen");
        if (_cost.IsSet)
        {
            Int128 cost = 0;
            foreach (var project in projects)
                cost += _projects.CostInMillionths(project);
            Check(line, _cost, cost, sum => $"de plannen op deze stem kosten samen {sum}");
        }
        Int128 together = 0;
        foreach (var given in points)
        {
            together += given;
            Check(line, _points, given * (Int128)Whole, number => $"deze stem geeft een plan {number} punten");
        }
        if (_inPoints)
            Check(line, _sum, together * Whole, sum => $"deze stem geeft samen {sum} punten");
    }

    private void Check(int line, Limit limit, Int128 millionths, Func<string, string> what)
    {
        if (limit.Broken(millionths) is { } rule)
            _remarks.Doubt(rule, line, $"{what(Amount.Shown(millionths))}. {rule} De stem telt mee zoals hij er staat.");
    }
}
