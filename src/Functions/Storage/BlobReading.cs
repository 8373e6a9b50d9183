using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Smederijen.Functions.Storage;

/// <summary>
/// Reads a blob as it comes in. Most are read from beginning to end, in the one request that also told the length; after a
/// seek the rest is asked for from there.
/// </summary>
internal sealed class BlobReading(BlobClient blob, Stream whole, long length) : Stream
{
    private Stream? _part = whole;
    private long _position;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position { get => _position; set => Seek(value, SeekOrigin.Begin); }

    public override long Seek(long offset, SeekOrigin origin)
    {
        var place = origin switch { SeekOrigin.Begin => offset, SeekOrigin.Current => _position + offset, _ => length + offset };
        ArgumentOutOfRangeException.ThrowIfNegative(place, nameof(offset));
        if (place == _position)
            return place;
        _part?.Dispose();
        _part = null;
        return _position = place;
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_position >= length)
            return 0;
        _part ??= await From(_position, cancellationToken);
        var read = await _part.ReadAsync(buffer, cancellationToken);
        _position += read;
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("A blob is read asynchronously.");

    public override void Flush() => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _part?.Dispose();
        base.Dispose(disposing);
    }

    /// <exception cref="IOException">The service refuses, or the file was erased meanwhile.</exception>
    private async Task<Stream> From(long place, CancellationToken cancellation)
    {
        try
        {
            return (await blob.DownloadStreamingAsync(new BlobDownloadOptions { Range = new HttpRange(place) }, cancellation)).Value.Content;
        }
        catch (RequestFailedException refused)
        {
            throw new IOException($"The rest of a file cannot be read (status {refused.Status}).", refused);
        }
    }
}
