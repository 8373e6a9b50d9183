using System.Buffers;
using System.Buffers.Binary;

namespace Smederijen.Portal.Attachments;

/// <summary>
/// Copies a JPEG segment by segment (ITU-T T.81, annex B): tables, frame, scans and colour are kept, and of Exif the orientation.
/// The copy stops at the end of the image, so the second pictures and films that phones append fall away too.
/// </summary>
internal static class JpegCleaner
{
    private const byte Eoi = 0xD9, Sos = 0xDA, App0 = 0xE0, App1 = 0xE1, App2 = 0xE2, App14 = 0xEE, App15 = 0xEF, Comment = 0xFE;
    private const int RoomForOrientation = 64;

    public static ReadOnlySpan<byte> Signature => [0xFF, 0xD8, 0xFF];

    public static Sanitized Clean(ReadOnlySpan<byte> file)
    {
        var output = new ArrayBufferWriter<byte>(file.Length + RoomForOrientation);
        output.Write(file[..2]);
        var rest = file[2..];
        PhotoSize? size = null;
        bool scanned = false, turned = false;

        while (TryReadMarker(ref rest, out byte marker))
        {
            if (marker == Eoi)
            {
                output.Write<byte>([0xFF, Eoi]);
                return scanned ? new Sanitized.CleanFile(FileKind.Jpeg, output.WrittenMemory) : Sanitized.Refused.Damaged;
            }

            if (!TryReadSegment(ref rest, out var body))
            {
                return Sanitized.Refused.Damaged;
            }

            switch (marker)
            {
                case >= App0 and <= App15:
                    turned |= KeepWhatShowsThePhoto(output, marker, body, turned);
                    break;
                case Comment:
                    break;
                case var _ when JpegTables.IsFrameNoBrowserShows(marker):
                    return Sanitized.Refused.NotForBrowsers;
                case var _ when JpegTables.IsFrame(marker):
                    if (size is not null || (size = JpegTables.ReadSize(body)) is null)
                    {
                        return Sanitized.Refused.Damaged;
                    }

                    if (size.Value.Refusal is { } refusal)
                    {
                        return refusal;
                    }

                    WriteSegment(output, marker, body);
                    break;
                case Sos:
                    if (size is null || !JpegTables.IsScanHeader(body) || !TryReadScan(ref rest, out var scan))
                    {
                        return Sanitized.Refused.Damaged;
                    }

                    WriteSegment(output, marker, body);
                    output.Write(scan);
                    scanned = true;
                    break;
                default:
                    if (!JpegTables.IsTable(marker, body))
                    {
                        return Sanitized.Refused.Damaged;
                    }

                    WriteSegment(output, marker, body);
                    break;
            }
        }

        return Sanitized.Refused.Damaged;
    }

    /// <summary>Keeps pixel shape, colour profile, colour transform and orientation; true when it wrote an orientation.</summary>
    private static bool KeepWhatShowsThePhoto(ArrayBufferWriter<byte> output, byte marker, ReadOnlySpan<byte> body, bool turned)
    {
        switch (marker)
        {
            case App0 when body.StartsWith("JFIF\0"u8) && body.Length >= 14:
                // The last two bytes are the size of a thumbnail: it may show what was cropped away, so it goes.
                WriteSegment(output, App0, [.. body[..12], 0, 0]);
                return false;
            case App1 when !turned && body.StartsWith("Exif\0\0"u8) && PhotoOrientation.Read(body[6..]) is not PhotoOrientation.Upright and var turn:
                WriteSegment(output, App1, [.. "Exif\0\0"u8, .. PhotoOrientation.Write(turn)]);
                return true;
            case App2 when body.StartsWith("ICC_PROFILE\0"u8):
                WriteSegment(output, App2, body);
                return false;
            case App14 when body.StartsWith("Adobe"u8) && body.Length >= 12:
                WriteSegment(output, App14, body[..12]);
                return false;
            default:
                return false;
        }
    }

    private static bool TryReadMarker(ref ReadOnlySpan<byte> rest, out byte marker)
    {
        marker = 0;
        int fill = rest.IndexOfAnyExcept((byte)0xFF);
        if (fill < 1)
        {
            return false;
        }

        marker = rest[fill];
        rest = rest[(fill + 1)..];
        return true;
    }

    private static bool TryReadSegment(ref ReadOnlySpan<byte> rest, out ReadOnlySpan<byte> body)
    {
        body = default;
        if (!BinaryPrimitives.TryReadUInt16BigEndian(rest, out ushort length) || length < 2 || length > rest.Length)
        {
            return false;
        }

        body = rest[2..length];
        rest = rest[length..];
        return true;
    }

    /// <summary>Takes the compressed pixels: all bytes up to the next marker that is no restart.</summary>
    private static bool TryReadScan(ref ReadOnlySpan<byte> rest, out ReadOnlySpan<byte> scan)
    {
        scan = default;
        int at = 0;
        while (rest[at..].IndexOf((byte)0xFF) is >= 0 and var step && at + step + 1 < rest.Length)
        {
            at += step;
            switch (rest[at + 1])
            {
                case 0 or (>= 0xD0 and <= 0xD7):
                    at += 2;
                    break;
                case 0xFF:
                    at += 1;
                    break;
                default:
                    scan = rest[..at];
                    rest = rest[at..];
                    return at > 0;
            }
        }

        return false;
    }

    private static void WriteSegment(ArrayBufferWriter<byte> output, byte marker, ReadOnlySpan<byte> body)
    {
        var head = output.GetSpan(4);
        head[0] = 0xFF;
        head[1] = marker;
        BinaryPrimitives.WriteUInt16BigEndian(head[2..], (ushort)(body.Length + 2));
        output.Advance(4);
        output.Write(body);
    }
}
