namespace Smederijen.LocalHost.Work;

/// <summary>
/// Whether so many requests come in that people would wait for the work behind them. Mails may come a minute later; who
/// presses a button waits for the answer.
/// </summary>
public sealed class RushHour(TimeProvider clock)
{
    /// <summary>More than 500 a second: far more than a neighbourhood asks, and well below what the program can answer.</summary>
    private const int Many = 50;

    private static readonly TimeSpan Window = TimeSpan.FromMilliseconds(100);

    private readonly Lock _gate = new();
    private long _begin = clock.GetTimestamp();
    private int _requests;
    private bool _lastWasBusy;

    /// <summary>A request came in.</summary>
    public void Count()
    {
        lock (_gate)
        {
            Turn();
            _requests++;
        }
    }

    /// <summary>Whether many requests came in during this tenth of a second or the one before.</summary>
    public bool IsOn
    {
        get
        {
            lock (_gate)
            {
                Turn();
                return _lastWasBusy || _requests >= Many;
            }
        }
    }

    private void Turn()
    {
        var passed = clock.GetElapsedTime(_begin);
        if (passed < Window)
            return;
        _lastWasBusy = passed < 2 * Window && _requests >= Many;
        _begin = clock.GetTimestamp();
        _requests = 0;
    }
}
