using System.Buffers.Binary;

namespace Smederijen.Portal.Attachments;

/// <summary>
/// Whether the segments that a JPEG is decoded with are shaped as ITU-T T.81 (annex B) says, to the last byte:
/// a segment with room to spare could carry something else.
/// </summary>
internal static class JpegTables
{
    private const byte Dht = 0xC4, Jpg = 0xC8, Dac = 0xCC, Dqt = 0xDB, Dri = 0xDD;

    /// <summary>Baseline, extended and progressive Huffman coding: the frames that browsers show.</summary>
    public static bool IsFrame(byte marker) => marker is 0xC0 or 0xC1 or 0xC2;

    /// <summary>Lossless, hierarchical and arithmetic coding.</summary>
    public static bool IsFrameNoBrowserShows(byte marker) =>
        marker is >= 0xC3 and <= 0xCF and not (Dht or Jpg or Dac);

    /// <summary>The size that a frame header states; null when the header is misshapen.</summary>
    public static PhotoSize? ReadSize(ReadOnlySpan<byte> body) =>
        body is [8, _, _, _, _, (1 or 3 or 4) and var components, ..] && body.Length == 6 + (3 * components)
            ? new(BinaryPrimitives.ReadUInt16BigEndian(body[3..]), BinaryPrimitives.ReadUInt16BigEndian(body[1..]))
            : null;

    public static bool IsScanHeader(ReadOnlySpan<byte> body) =>
        body is [(>= 1 and <= 4) and var components, ..] && body.Length == 4 + (2 * components);

    public static bool IsTable(byte marker, ReadOnlySpan<byte> body) => marker switch
    {
        Dqt => AreQuantizationTables(body),
        Dht => AreHuffmanTables(body),
        Dri => body.Length == 2,
        _ => false,
    };

    private static bool AreQuantizationTables(ReadOnlySpan<byte> body)
    {
        while (body is [var precisionAndId, ..])
        {
            int length = (precisionAndId >> 4) switch { 0 => 1 + 64, 1 => 1 + 128, _ => int.MaxValue };
            if (length > body.Length || (precisionAndId & 0xF) > 3)
            {
                return false;
            }

            body = body[length..];
        }

        return true;
    }

    private static bool AreHuffmanTables(ReadOnlySpan<byte> body)
    {
        while (body is [var classAndId, ..])
        {
            if (classAndId >> 4 > 1 || (classAndId & 0xF) > 3 || body.Length < 17)
            {
                return false;
            }

            int symbols = 0;
            foreach (byte count in body[1..17])
            {
                symbols += count;
            }

            if (symbols > 256 || body.Length < 17 + symbols)
            {
                return false;
            }

            body = body[(17 + symbols)..];
        }

        return true;
    }
}
