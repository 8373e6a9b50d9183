namespace Smederijen.Portal.Work;

/// <summary>
/// Lets commands for one item take turns inside this process, so that they seldom lose a race in the store. Correctness
/// rests on ETags; this only saves work.
/// </summary>
internal sealed class KeyedLocks
{
    private const int Stripes = 512;
    private readonly SemaphoreSlim[] stripes = [.. Enumerable.Range(0, Stripes).Select(_ => new SemaphoreSlim(1))];

    public async ValueTask<Held> Enter(string key, CancellationToken cancellation)
    {
        var stripe = stripes[(uint)string.GetHashCode(key, StringComparison.Ordinal) % Stripes];
        await stripe.WaitAsync(cancellation);
        return new Held(stripe);
    }

    public readonly struct Held(SemaphoreSlim stripe) : IDisposable
    {
        public void Dispose() => stripe.Release();
    }
}
