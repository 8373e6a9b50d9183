namespace Smederijen.Portal.Work;

/// <summary>
/// How long an effect that cannot be performed is tried: soon at first, then every hour, for a day in all. After that staff
/// decide what to do.
/// </summary>
public static class Tries
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>5 seconds, doubling to an hour, and then every hour: the last try comes about a day after the first.</summary>
    public const int Most = 34;

    /// <summary>The wait after so many failed attempts (1 or more).</summary>
    public static TimeSpan WaitAfter(int attempts)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(attempts, 1);
        var doublings = Math.Min(attempts - 1, 20);
        var wait = First * (1 << doublings);
        return wait < Longest ? wait : Longest;
    }
}
