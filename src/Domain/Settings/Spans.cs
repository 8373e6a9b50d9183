namespace Smederijen.Domain.Settings;

/// <summary>A set of whole numbers as runs: in order, apart from each other, with a gap between every two.</summary>
internal sealed class Spans
{
    private Spans(IReadOnlyList<(int From, int To)> runs) => Runs = runs;

    public static Spans None { get; } = new([]);

    public IReadOnlyList<(int From, int To)> Runs { get; }

    public bool IsEmpty => Runs.Count == 0;

    /// <summary>Of runs in any order, which may overlap.</summary>
    public static Spans Of(IEnumerable<(int From, int To)> runs)
    {
        List<(int From, int To)> joined = [];
        foreach (var run in runs.Order())
            if (joined is [.., var last] && run.From <= last.To + 1)
                joined[^1] = (last.From, Math.Max(last.To, run.To));
            else
                joined.Add(run);
        return new(joined);
    }

    public Spans With(Spans other) => IsEmpty ? other : other.IsEmpty ? this : Of(Runs.Concat(other.Runs));

    public Spans Without(Spans other)
    {
        List<(int From, int To)> left = [];
        var next = 0;
        foreach (var (from, to) in Runs)
        {
            var start = from;
            while (next < other.Runs.Count && other.Runs[next].To < from)
                next++;
            for (var i = next; i < other.Runs.Count && other.Runs[i].From <= to; i++)
            {
                if (other.Runs[i].From > start)
                    left.Add((start, other.Runs[i].From - 1));
                start = other.Runs[i].To + 1;
            }
            if (start <= to)
                left.Add((start, to));
        }
        return new(left);
    }

    public Spans Shared(Spans other) => Without(Without(other));

    public bool Holds(int number)
    {
        var (low, high) = (0, Runs.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (number < Runs[middle].From)
                high = middle - 1;
            else if (number > Runs[middle].To)
                low = middle + 1;
            else
                return true;
        }
        return false;
    }
}
