namespace Smederijen.Simulation.Tests;

/// <summary>The last steps of a run, for whoever has to find out what went wrong, and a fingerprint of all of them.</summary>
internal sealed class Trace
{
    private const int Kept = 60;
    private readonly Queue<string> _steps = [];

    /// <summary>Two runs with the same fingerprint took the same steps.</summary>
    public ulong Fingerprint { get; private set; } = 14695981039346656037;

    public void Add(string step)
    {
        // FNV-1a, 64 bits: http://www.isthe.com/chongo/tech/comp/fnv/
        foreach (var c in step)
            Fingerprint = (Fingerprint ^ c) * 1099511628211;
        _steps.Enqueue(step);
        if (_steps.Count > Kept)
            _steps.Dequeue();
    }

    public override string ToString() => string.Join('\n', _steps);
}
