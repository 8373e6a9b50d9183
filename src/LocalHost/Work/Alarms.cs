namespace Smederijen.LocalHost.Work;

/// <summary>
/// One timer for the nearest moment at which any Smederij has something due. Per Smederij only the first moment is kept: what
/// comes after it stands in the store.
/// </summary>
public sealed class Alarms : IDisposable
{
    /// <summary>Timers sleep through a suspended machine and a corrected clock, so no sleep is longer than this.</summary>
    private static readonly TimeSpan LongestSleep = TimeSpan.FromHours(1);

    private readonly TimeProvider _clock;
    private readonly ITimer _timer;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, DateTimeOffset> _first = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _rings = new(0);

    public Alarms(TimeProvider clock)
    {
        _clock = clock;
        _timer = clock.CreateTimer(_ => Ring(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Something of this Smederij is due at that moment.</summary>
    public void Set(string smederij, DateTimeOffset at)
    {
        lock (_gate)
        {
            if (_first.TryGetValue(smederij, out var known) && known <= at)
                return;
            _first[smederij] = at;
            Wind();
        }
    }

    /// <summary>Looks again, because the clock was moved or there is room for more work.</summary>
    public void Ring() => _rings.Release();

    /// <summary>Waits for a moment that was set, or for somebody to ring.</summary>
    public Task Rung(CancellationToken cancellation) => _rings.WaitAsync(cancellation);

    /// <summary>The Smederijen whose moment has come; their moments are to be set anew.</summary>
    public IReadOnlyList<string> TakeDue()
    {
        lock (_gate)
        {
            var now = _clock.GetUtcNow();
            var due = _first.Where(alarm => alarm.Value <= now).Select(alarm => alarm.Key).ToList();
            due.ForEach(smederij => _first.Remove(smederij));
            Wind();
            return due;
        }
    }

    public void Dispose() => _timer.Dispose();

    private void Wind()
    {
        if (_first.Count == 0)
            return;
        // Timers count whole milliseconds: rounded up, so that the moment has come when they ring.
        var sleep = _first.Values.Min() - _clock.GetUtcNow() + TimeSpan.FromMilliseconds(1);
        _timer.Change(sleep < TimeSpan.Zero ? TimeSpan.Zero : sleep > LongestSleep ? LongestSleep : sleep, Timeout.InfiniteTimeSpan);
    }
}
