using System.Buffers.Binary;

namespace Smederijen.Portal.Attachments;

/// <summary>
/// Rebuilds a WebP (RFC 9649) from its picture, transparency and colour profile, and of Exif the orientation.
/// The headers are written anew, so that they name what is there and nothing else.
/// </summary>
internal static class WebPCleaner
{
    private const byte HasColourProfile = 0x20, HasAlpha = 0x10, HasExif = 0x08, Moves = 0x02;
    private const int RoomForOrientation = 64;

    public static Sanitized Clean(ReadOnlySpan<byte> file)
    {
        if (!WebPParts.TryRead(file, out var parts))
        {
            return Sanitized.Refused.Damaged;
        }

        if (parts.Moves || (!parts.Header.IsEmpty && (parts.Header[0] & Moves) != 0))
        {
            return Sanitized.Refused.Moving;
        }

        if (PictureSize(parts) is not { } size || (!parts.Header.IsEmpty && CanvasSize(parts.Header) != size))
        {
            return Sanitized.Refused.Damaged;
        }

        return size.Refusal ?? (Sanitized)new Sanitized.CleanFile(FileKind.WebP, Rebuild(parts, file.Length));
    }

    private static ReadOnlyMemory<byte> Rebuild(WebPParts parts, int length)
    {
        var riff = new byte[length + RoomForOrientation];
        "RIFF"u8.CopyTo(riff);
        "WEBP"u8.CopyTo(riff.AsSpan(8));
        int end = 12;

        if (!parts.Header.IsEmpty)
        {
            bool alpha = parts.IsLossless ? HasOwnAlpha(parts.Picture) : !parts.Alpha.IsEmpty;
            bool turned = parts.Turn != PhotoOrientation.Upright;
            byte flags = (byte)((parts.ColourProfile.IsEmpty ? 0 : HasColourProfile) | (alpha ? HasAlpha : 0) | (turned ? HasExif : 0));
            Append("VP8X"u8, [flags, 0, 0, 0, .. parts.Header[4..]]);
            AppendIf(!parts.ColourProfile.IsEmpty, "ICCP"u8, parts.ColourProfile);
            AppendIf(alpha && !parts.IsLossless, "ALPH"u8, parts.Alpha);
        }

        Append(parts.IsLossless ? "VP8L"u8 : "VP8 "u8, parts.Picture);
        AppendIf(!parts.Header.IsEmpty && parts.Turn != PhotoOrientation.Upright, "EXIF"u8, PhotoOrientation.Write(parts.Turn));
        BinaryPrimitives.WriteInt32LittleEndian(riff.AsSpan(4), end - 8);
        return riff.AsMemory(0, end);

        void AppendIf(bool needed, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
        {
            if (needed)
            {
                Append(type, data);
            }
        }

        void Append(ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
        {
            type.CopyTo(riff.AsSpan(end));
            BinaryPrimitives.WriteInt32LittleEndian(riff.AsSpan(end + 4), data.Length);
            data.CopyTo(riff.AsSpan(end + 8));
            end += 8 + data.Length + (data.Length & 1);
        }
    }

    private static PhotoSize CanvasSize(ReadOnlySpan<byte> header) => new(UInt24(header[4..]) + 1, UInt24(header[7..]) + 1);

    /// <summary>The size in the picture itself; null when it is no single frame as RFC 6386 (lossy) or RFC 9649 (lossless) describes.</summary>
    private static PhotoSize? PictureSize(WebPParts parts)
    {
        var data = parts.Picture;
        if (parts.IsLossless)
        {
            uint bits = data is [0x2F, _, _, _, _, _, ..] ? BinaryPrimitives.ReadUInt32LittleEndian(data[1..]) : uint.MaxValue;
            return bits >> 29 == 0 ? new((bits & 0x3FFF) + 1, ((bits >> 14) & 0x3FFF) + 1) : null;
        }

        if (data is not [_, _, _, 0x9D, 0x01, 0x2A, _, _, _, _, _, ..])
        {
            return null;
        }

        uint tag = UInt24(data);
        bool isShownKeyFrame = (tag & 0b1_0001) == 0b1_0000;
        return isShownKeyFrame && tag >> 5 < data.Length - 10
            ? new(BinaryPrimitives.ReadUInt16LittleEndian(data[6..]) & 0x3FFFu, BinaryPrimitives.ReadUInt16LittleEndian(data[8..]) & 0x3FFFu)
            : null;
    }

    /// <summary>The bit of a lossless picture that says so: some programs forget the flag in the file's header.</summary>
    private static bool HasOwnAlpha(ReadOnlySpan<byte> lossless) => (lossless[4] & 0x10) != 0;

    private static uint UInt24(ReadOnlySpan<byte> from) => from[0] | ((uint)from[1] << 8) | ((uint)from[2] << 16);
}
