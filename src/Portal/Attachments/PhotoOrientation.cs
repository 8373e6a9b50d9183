using System.Buffers.Binary;

namespace Smederijen.Portal.Attachments;

/// <summary>
/// The one fact from Exif that a photo keeps: how to turn it upright (1 to 8, TIFF tag 274; 1 is upright already).
/// Without it a photo held sideways would lie on its side.
/// </summary>
internal static class PhotoOrientation
{
    public const int Upright = 1;

    private const int Tag = 274;
    private const byte Short = 3;
    private const int EntryLength = 12;

    /// <summary>Reads the orientation from a TIFF block, as Exif holds one; <see cref="Upright"/> when it has none or is unreadable.</summary>
    public static int Read(ReadOnlySpan<byte> tiff)
    {
        bool littleEndian = tiff.StartsWith("II*\0"u8);
        if (tiff.Length < 8 || (!littleEndian && !tiff.StartsWith("MM\0*"u8)))
        {
            return Upright;
        }

        uint start = UInt32(tiff[4..], littleEndian);
        if (start > tiff.Length - 2)
        {
            return Upright;
        }

        var directory = tiff[(int)start..];
        int count = UInt16(directory, littleEndian);
        for (var entries = directory[2..]; count > 0 && entries.Length >= EntryLength; count--, entries = entries[EntryLength..])
        {
            if (UInt16(entries, littleEndian) == Tag && UInt16(entries[2..], littleEndian) == Short)
            {
                int value = UInt16(entries[8..], littleEndian);
                return value is >= 1 and <= 8 ? value : Upright;
            }
        }

        return Upright;
    }

    /// <summary>A TIFF block with one directory that holds the orientation and nothing else.</summary>
    public static byte[] Write(int orientation) =>
    [
        .. "MM\0*"u8, 0, 0, 0, 8,
        0, 1,
        Tag >> 8, (byte)(Tag & 0xFF), 0, Short, 0, 0, 0, 1, 0, (byte)orientation, 0, 0,
        0, 0, 0, 0,
    ];

    private static ushort UInt16(ReadOnlySpan<byte> from, bool littleEndian) =>
        littleEndian ? BinaryPrimitives.ReadUInt16LittleEndian(from) : BinaryPrimitives.ReadUInt16BigEndian(from);

    private static uint UInt32(ReadOnlySpan<byte> from, bool littleEndian) =>
        littleEndian ? BinaryPrimitives.ReadUInt32LittleEndian(from) : BinaryPrimitives.ReadUInt32BigEndian(from);
}
