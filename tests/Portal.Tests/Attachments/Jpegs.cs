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

    /// <summary>The segment that says how the camera was held.</summary>
    public static byte[] Exif(int orientation) => Segment(0xE1, [.. "Exif\0\0"u8, .. Tiff(orientation)]);

    /// <summary>A TIFF block with one directory that holds the orientation.</summary>
    public static byte[] Tiff(int orientation) => [.. "MM\0*"u8, 0, 0, 0, 8, 0, 1, 1, 18, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, 0, 0, 0, 0];

    /// <summary>Where the frame header starts.</summary>
    public static int Frame(byte[] jpeg) => jpeg.AsSpan().IndexOf<byte>([0xFF, 0xC0]);
}
