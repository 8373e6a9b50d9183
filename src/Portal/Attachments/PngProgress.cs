using System.Buffers.Binary;

namespace Smederijen.Portal.Attachments;

/// <summary>How far the reading of a PNG is: header, palette, one unbroken run of pixels, end.</summary>
internal struct PngProgress
{
    private const byte PaletteColour = 3;

    private bool _header, _palette, _needsPalette, _pixels, _pixelsEnded, _turned;

    /// <summary>An orientation counts once.</summary>
    public readonly bool MayTurn => !_turned;

    public void Turned() => _turned = true;

    /// <summary>Takes the next chunk; the refusal when it is out of place or misshapen.</summary>
    public Sanitized.Refused? Refuses(ReadOnlySpan<char> type, ReadOnlySpan<byte> data)
    {
        if (_header == type is "IHDR")
        {
            return Sanitized.Refused.Damaged;
        }

        switch (type)
        {
            case "IHDR":
                return Header(data);
            case "PLTE":
                bool misplaced = _palette || _pixels || data.Length is 0 or > 768 || data.Length % 3 != 0;
                _palette = true;
                return misplaced ? Sanitized.Refused.Damaged : null;
            case "IDAT":
                bool broken = _pixelsEnded || (_needsPalette && !_palette);
                _pixels = true;
                return broken ? Sanitized.Refused.Damaged : null;
            case "IEND":
                return _pixels && data.IsEmpty ? null : Sanitized.Refused.Damaged;
            default:
                _pixelsEnded = _pixels;
                // A capital first letter says that the picture cannot be shown without this chunk.
                return char.IsAsciiLetterUpper(type[0]) ? Sanitized.Refused.Damaged : null;
        }
    }

    private Sanitized.Refused? Header(ReadOnlySpan<byte> data)
    {
        if (data.Length != 13 || !IsColour(data[8], data[9]) || data[10] != 0 || data[11] != 0 || data[12] > 1)
        {
            return Sanitized.Refused.Damaged;
        }

        _header = true;
        _needsPalette = data[9] == PaletteColour;
        return new PhotoSize(BinaryPrimitives.ReadUInt32BigEndian(data), BinaryPrimitives.ReadUInt32BigEndian(data[4..])).Refusal;
    }

    /// <summary>The combinations of bit depth and colour type that exist (PNG specification, table 11.1).</summary>
    private static bool IsColour(byte depth, byte colour) => (colour, depth) switch
    {
        (0, 1 or 2 or 4 or 8 or 16) => true,
        (PaletteColour, 1 or 2 or 4 or 8) => true,
        (2 or 4 or 6, 8 or 16) => true,
        _ => false,
    };
}
