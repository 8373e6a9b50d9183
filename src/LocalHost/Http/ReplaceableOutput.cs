using System.IO.Pipelines;

namespace Smederijen.LocalHost.Http;

/// <summary>What goes out over a connection; from the moment that something else is put in its place, what is written is lost.</summary>
internal sealed class ReplaceableOutput(PipeWriter inner) : PipeWriter
{
    private byte[]? _instead;
    private byte[]? _lost;

    public override bool CanGetUnflushedBytes => inner.CanGetUnflushedBytes;

    public override long UnflushedBytes => inner.UnflushedBytes;

    /// <summary>Once, for a connection that ends after it.</summary>
    public void Replace(byte[] instead) => (_instead, _lost) = (instead, []);

    public override Memory<byte> GetMemory(int sizeHint = 0) => _lost is null ? inner.GetMemory(sizeHint) : Lost(sizeHint);

    public override Span<byte> GetSpan(int sizeHint = 0) => _lost is null ? inner.GetSpan(sizeHint) : Lost(sizeHint);

    public override void Advance(int bytes)
    {
        if (_lost is null)
            inner.Advance(bytes);
    }

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default)
    {
        if (Interlocked.Exchange(ref _instead, null) is { } instead)
            return inner.WriteAsync(instead, cancellationToken);
        return inner.FlushAsync(cancellationToken);
    }

    public override void CancelPendingFlush() => inner.CancelPendingFlush();

    public override void Complete(Exception? exception = null) => inner.Complete(exception);

    public override ValueTask CompleteAsync(Exception? exception = null) => inner.CompleteAsync(exception);

    private byte[] Lost(int atLeast) => _lost!.Length >= Math.Max(atLeast, 1) ? _lost : _lost = new byte[Math.Max(atLeast, 4096)];
}

/// <summary>The two ways of a connection.</summary>
internal sealed record Line(PipeReader Input, PipeWriter Output) : IDuplexPipe;
