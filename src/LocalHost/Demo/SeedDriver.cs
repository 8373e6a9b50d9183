namespace Smederijen.LocalHost.Demo;

/// <summary>The driver of the example stories: it keeps what was woken until the story gets to it.</summary>
internal sealed class SeedDriver : IDriver
{
    private readonly Queue<WorkKey> _woken = [];

    public ValueTask Wake(WorkKey key, bool hasEffects, DateTimeOffset? due)
    {
        if (hasEffects)
            _woken.Enqueue(key);
        return ValueTask.CompletedTask;
    }

    /// <summary>Performs all effects, also those that come of performing them.</summary>
    public async Task PerformWoken(WorkList work, CancellationToken cancellation)
    {
        while (_woken.TryDequeue(out var key))
            await work.PerformDue(key, cancellation);
    }
}
