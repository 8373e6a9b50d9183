using System.Buffers;
using System.IO.Compression;

namespace Smederijen.Portal.Http;

/// <summary>Content with the compressed forms in which it may be sent, each made once, when it is first asked for.</summary>
public sealed class Packed(ReadOnlyMemory<byte> content)
{
    /// <summary>Less than this fits in one packet as it is.</summary>
    private const int Smallest = 1024;

    /// <summary>Of 0 to 11: above 5 Brotli takes several times as long for a few per cent.</summary>
    private const int Effort = 5;

    private const int Window = 18;

    private byte[]? _brotli, _gzip;

    public ReadOnlyMemory<byte> Content => content;

    /// <summary>Whether compressing is worth it; what is compressed already is not handed to this class.</summary>
    public bool IsWorthIt => content.Length >= Smallest;

    /// <summary>The content in this form. Two who ask for the first time at once may both make it, and make the same.</summary>
    public ReadOnlyMemory<byte> In(Coding coding) => coding switch
    {
        Coding.Brotli => _brotli ??= Brotli(content.Span),
        Coding.Gzip => _gzip ??= Gzip(content.Span),
        _ => content,
    };

    private static byte[] Brotli(ReadOnlySpan<byte> bytes)
    {
        var room = ArrayPool<byte>.Shared.Rent(BrotliEncoder.GetMaxCompressedLength(bytes.Length));
        try
        {
            return BrotliEncoder.TryCompress(bytes, room, out var written, Effort, Window)
                ? room.AsSpan(0, written).ToArray()
                : throw new InvalidOperationException($"{bytes.Length} bytes do not fit where they always fit.");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(room);
        }
    }

    private static byte[] Gzip(ReadOnlySpan<byte> bytes)
    {
        using var packed = new MemoryStream(bytes.Length / 2);
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(bytes);
        return packed.ToArray();
    }
}
