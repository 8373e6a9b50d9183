using System.Threading.Channels;

namespace Smederijen.LocalHost.Work;

/// <summary>
/// What has work, each key once: a key that is woken while it runs comes back after that. Everything here also stands in the
/// store, so the queue may forget what does not fit in it, as long as it says so (<see cref="TakeForgotten"/>).
/// </summary>
public sealed class PendingWork
{
    private const int Room = 16 * 1024;

    private readonly Lock _gate = new();
    private readonly Dictionary<WorkKey, State> _keys = [];
    private readonly Channel<WorkKey> _waiting = Channel.CreateUnbounded<WorkKey>();
    private bool _forgot;

    private enum State
    {
        Waiting,
        Running,
        RunningAndWoken,
    }

    public ChannelReader<WorkKey> Waiting => _waiting.Reader;

    /// <summary>Keys that wait or run.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
                return _keys.Count;
        }
    }

    /// <summary>False when there was no room, and the key has to be found in the store again later.</summary>
    public bool Add(WorkKey key)
    {
        lock (_gate)
        {
            if (_keys.TryGetValue(key, out var state))
            {
                if (state == State.Running)
                    _keys[key] = State.RunningAndWoken;
                return true;
            }
            if (_keys.Count >= Room)
            {
                _forgot = true;
                return false;
            }
            _keys[key] = State.Waiting;
        }
        _waiting.Writer.TryWrite(key);
        return true;
    }

    public void Begin(WorkKey key)
    {
        lock (_gate)
            _keys[key] = State.Running;
    }

    /// <summary>True when so little is left that what was forgotten can be fetched.</summary>
    public bool Finish(WorkKey key)
    {
        lock (_gate)
        {
            if (_keys[key] != State.RunningAndWoken)
            {
                _keys.Remove(key);
                return _forgot && _keys.Count <= Room / 2;
            }
            _keys[key] = State.Waiting;
        }
        _waiting.Writer.TryWrite(key);
        return false;
    }

    /// <summary>Whether a key was turned away since the last time this was asked.</summary>
    public bool TakeForgotten()
    {
        lock (_gate)
        {
            var forgot = _forgot;
            _forgot = false;
            return forgot;
        }
    }
}
