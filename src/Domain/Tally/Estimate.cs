namespace Smederijen.Domain.Tally;

/// <summary>
/// A number known to lie within <paramref name="Error"/> of <paramref name="Value"/>, both in units of 2^-scale of the
/// smallest unit. Most comparisons are decided by such bounds; only when two bounds overlap is the exact fraction computed.
/// So a bound can make a count faster but cannot decide it.
/// </summary>
internal readonly record struct Estimate(Int128 Value, Int128 Error)
{
    /// <summary>From here on the bound says nothing; kept far below the range so that sums of errors cannot overflow.</summary>
    private static readonly Int128 s_useless = Int128.One << 62;

    public bool IsUseless => Error >= s_useless;

    public static Estimate operator +(Estimate a, Estimate b) => new(a.Value + b.Value, Cap(a.Error + b.Error));

    public static Estimate operator -(Estimate a, Estimate b) => new(a.Value - b.Value, Cap(a.Error + b.Error));

    public static Estimate operator *(Estimate a, long times) =>
        new(a.Value * times, a.IsUseless ? s_useless : Cap(a.Error * times));

    public static Estimate operator /(Estimate a, long parts) =>
        new(a.Value / parts, a.IsUseless ? s_useless : Cap(a.Error / parts + 2));

    /// <summary>-1 or 1 when the bounds are apart, 0 when only exact numbers can tell.</summary>
    public int CompareTo(Estimate other)
    {
        if (IsUseless || other.IsUseless)
            return 0;
        var (difference, error) = (Value - other.Value, Error + other.Error);
        return difference > error ? 1 : difference < -error ? -1 : 0;
    }

    private static Int128 Cap(Int128 error) => error < s_useless ? error : s_useless;
}
