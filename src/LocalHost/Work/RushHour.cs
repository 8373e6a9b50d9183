namespace Smederijen.LocalHost.Work;

/// <summary>
/// Whether so many requests come in that people would wait for the work behind them. Mails may come a little later; who
/// presses a button waits for the answer.
/// </summary>
public sealed class RushHour(TimeProvider clock)
{
    /// <summary>More than 500 a second: far more than a neighbourhood asks, and well below what the program can answer.</summary>
    private const int Many = 50;

    private static readonly TimeSpan Window = TimeSpan.FromMilliseconds(100);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private long _begin = clock.GetTimestamp();
    private long? _since;
    private int _requests;

    /// <summary>A request came in.</summary>
    public void Count()
    {
        lock (_gate)
        {
            Turn();
            if (++_requests >= Many)
                _since ??= _begin;
        }
    }

    /// <summary>Whether many requests came in during this tenth of a second or the one before.</summary>
    public bool IsOn => Since() is not null;

    /// <summary>Whether this has gone on for ten seconds: a crowd is served by then, and mails cannot wait for ever.</summary>
    public bool GoesOn => Since() is { } since && clock.GetElapsedTime(since) >= Patience;

    private long? Since()
    {
        lock (_gate)
        {
            Turn();
            return _since;
        }
    }

    private void Turn()
    {
        var passed = clock.GetElapsedTime(_begin);
        if (passed < Window)
            return;
        if (passed >= 2 * Window || _requests < Many)
            _since = null;
        _begin = clock.GetTimestamp();
        _requests = 0;
    }
}
