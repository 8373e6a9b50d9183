namespace Smederijen.LocalHost.Work;

/// <summary>The driver of the local edition: puts what was committed in the queue that <see cref="WorkRunner"/> works through.</summary>
public sealed class LocalDriver(PendingWork queue, Alarms alarms) : IDriver
{
    public ValueTask Wake(WorkKey key, bool hasEffects, DateTimeOffset? due)
    {
        if (hasEffects)
            queue.Add(key);
        if (due is { } at)
            alarms.Set(key.Smederij, at);
        return ValueTask.CompletedTask;
    }
}
