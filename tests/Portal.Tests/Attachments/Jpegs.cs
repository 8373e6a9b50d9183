using System.Buffers.Binary;

namespace Smederijen.Portal.Tests.Attachments;

/// <summary>Takes JPEGs apart and puts segments in.</summary>
internal static class Jpegs
{
    public static byte[] Segment(byte marker, ReadOnlySpan<byte> body)
    {
        byte[] segment = [0xFF, marker, 0, 0, .. body];
        BinaryPrimitives.WriteUInt16BigEndian(segment.AsSpan(2), (ushort)(body.Length + 2));
        return segment;
    }

    /// <summary>Puts segments straight after the start of the image.</summary>
    public static byte[] With(this byte[] jpeg, params byte[][] segments) =>
        [.. jpeg[..2], .. segments.SelectMany(segment => segment), .. jpeg[2..]];

    /// <summary>Everything that decides about the pixels: all segments but the APPn and comments, with the scans, up to the end of the
    /// image.</summary>
    public static byte[] Picture(byte[] jpeg)
    {
        var picture = new List<byte>();
        int at = 2;
        while (jpeg[at + 1] != 0xD9)
        {
            byte marker = jpeg[at + 1];
            int end = at + 2 + BinaryPrimitives.ReadUInt16BigEndian(jpeg.AsSpan(at + 2));
            while (marker == 0xDA && (jpeg[end] != 0xFF || jpeg[end + 1] is 0 or (>= 0xD0 and <= 0xD7)))
            {
                end++;
            }

            if (marker is not ((>= 0xE0 and <= 0xEF) or 0xFE))
            {
                picture.AddRange(jpeg[at..end]);
            }

            at = end;
        }

        return [.. picture];
    }

    /// <summary>Where the frame header starts.</summary>
    public static int Frame(byte[] jpeg) => jpeg.AsSpan().IndexOf<byte>([0xFF, 0xC0]);
}
