using System.Buffers.Binary;
using SkiaSharp;

namespace Smederijen.Portal.Attachments;

/// <summary>
/// How to turn a PNG upright: TIFF tag 274 in its chunk <c>eXIf</c> (PNG, third edition, 11.3.3.5), which browsers follow and the
/// decoder does not read.
/// </summary>
internal static class PngOrientation
{
    private const int Tag = 274;
    private const int Short = 3;
    private const int SignatureLength = 8;
    private const int AroundChunk = 12;
    private const int EntryLength = 12;

    /// <summary>Upright when the file does not say, or says it in a way that cannot be read.</summary>
    public static SKEncodedOrigin Read(ReadOnlySpan<byte> png)
    {
        for (var rest = png[Math.Min(SignatureLength, png.Length)..]; rest.Length >= AroundChunk;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(rest);
            if (length > rest.Length - AroundChunk)
                break;
            if (rest[4..8].SequenceEqual("eXIf"u8))
                return InTiff(rest.Slice(8, (int)length));
            rest = rest[(AroundChunk + (int)length)..];
        }
        return SKEncodedOrigin.Default;
    }

    private static SKEncodedOrigin InTiff(ReadOnlySpan<byte> tiff)
    {
        var littleEndian = tiff.StartsWith("II*\0"u8);
        if (tiff.Length < 8 || (!littleEndian && !tiff.StartsWith("MM\0*"u8)))
            return SKEncodedOrigin.Default;
        var start = UInt32(tiff[4..], littleEndian);
        if (start > tiff.Length - 2)
            return SKEncodedOrigin.Default;
        var directory = tiff[(int)start..];
        int count = UInt16(directory, littleEndian);
        for (var entries = directory[2..]; count > 0 && entries.Length >= EntryLength; count--, entries = entries[EntryLength..])
        {
            if (UInt16(entries, littleEndian) == Tag && UInt16(entries[2..], littleEndian) == Short)
                return UInt16(entries[8..], littleEndian) is >= 1 and <= 8 and var told ? (SKEncodedOrigin)told : SKEncodedOrigin.Default;
        }
        return SKEncodedOrigin.Default;
    }

    private static ushort UInt16(ReadOnlySpan<byte> from, bool littleEndian) =>
        littleEndian ? BinaryPrimitives.ReadUInt16LittleEndian(from) : BinaryPrimitives.ReadUInt16BigEndian(from);

    private static uint UInt32(ReadOnlySpan<byte> from, bool littleEndian) =>
        littleEndian ? BinaryPrimitives.ReadUInt32LittleEndian(from) : BinaryPrimitives.ReadUInt32BigEndian(from);
}
