using System.Buffers.Binary;

namespace Smederijen.Portal.Attachments;

/// <summary>The parts of a WebP file (RFC 9649) that matter for showing it; all others are passed over.</summary>
internal ref struct WebPParts
{
    /// <summary>The data of VP8X: flags and canvas. Empty for the simple format, which is a picture and nothing else.</summary>
    public ReadOnlySpan<byte> Header { get; private set; }

    public ReadOnlySpan<byte> ColourProfile { get; private set; }

    /// <summary>Transparency of a lossy picture; a lossless one holds its own.</summary>
    public ReadOnlySpan<byte> Alpha { get; private set; }

    public ReadOnlySpan<byte> Picture { get; private set; }

    public bool IsLossless { get; private set; }

    public bool Moves { get; private set; }

    public int Turn { get; private set; }

    /// <summary>Reads the chunks up to the end that the RIFF header states; false when they do not fit together.</summary>
    public static bool TryRead(ReadOnlySpan<byte> file, out WebPParts parts)
    {
        parts = new() { Turn = PhotoOrientation.Upright };
        uint length = BinaryPrimitives.ReadUInt32LittleEndian(file[4..]);
        if (length < 4 || length > file.Length - 8)
        {
            return false;
        }

        Span<char> type = stackalloc char[4];
        for (var rest = file[12..((int)length + 8)]; !rest.IsEmpty;)
        {
            bool isFirst = rest.Length == length - 4;
            if (!TryReadChunk(ref rest, type, out var data) || !parts.Take(type, data, isFirst))
            {
                return false;
            }
        }

        return parts.Moves || !parts.Picture.IsEmpty;
    }

    private bool Take(scoped ReadOnlySpan<char> type, ReadOnlySpan<byte> data, bool isFirst)
    {
        switch (type)
        {
            case "VP8X":
                Header = data;
                return isFirst && data.Length == 10;
            case "VP8 " or "VP8L":
                bool isOnly = Picture.IsEmpty && (isFirst || !Header.IsEmpty);
                Picture = data;
                IsLossless = type is "VP8L";
                return isOnly;
            case "ANIM" or "ANMF":
                Moves = true;
                return true;
            case "ICCP" when Picture.IsEmpty:
                ColourProfile = data;
                return true;
            case "ALPH" when Picture.IsEmpty:
                Alpha = data;
                return true;
            case "EXIF":
                // Some programs write the marker that JPEG needs here too.
                Turn = PhotoOrientation.Read(data.StartsWith("Exif\0\0"u8) ? data[6..] : data);
                return true;
            default:
                return true;
        }
    }

    private static bool TryReadChunk(scoped ref ReadOnlySpan<byte> rest, scoped Span<char> type, out ReadOnlySpan<byte> data)
    {
        data = default;
        if (rest.Length < 8 || BinaryPrimitives.ReadUInt32LittleEndian(rest[4..]) is var length && length + (length & 1) > rest.Length - 8)
        {
            return false;
        }

        Encoding.Latin1.GetChars(rest[..4], type);
        data = rest.Slice(8, (int)length);
        rest = rest[(8 + (int)(length + (length & 1)))..];
        return true;
    }
}
