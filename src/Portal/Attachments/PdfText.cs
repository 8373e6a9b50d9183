using System.Buffers;

namespace Smederijen.Portal.Attachments;

/// <summary>The smallest parts of what a PDF is written in (ISO 32000-1, 7.2 and 7.3.5).</summary>
internal static class PdfText
{
    /// <summary>The longest gap that is looked over; nobody who does not hide something leaves such a one.</summary>
    public const int LongestGap = 4096;

    public static ReadOnlySpan<byte> Blank => "\0\t\n\f\r "u8;

    private static readonly SearchValues<byte> s_endsWord = SearchValues.Create("\0\t\n\f\r ()<>[]{}/%"u8);

    /// <summary>What follows white space and comments; false when there are more of them than <see cref="LongestGap"/>.</summary>
    public static bool TrySkipGap(ref ReadOnlySpan<byte> text)
    {
        var left = text.Length - LongestGap;
        while (true)
        {
            text = text.TrimStart(Blank);
            if (text is not [(byte)'%', ..])
                return text.Length >= left;
            var end = text[..Math.Min(text.Length, LongestGap)].IndexOfAny((byte)'\r', (byte)'\n');
            if (end < 0 || text.Length < left)
                return false;
            text = text[end..];
        }
    }

    /// <summary>How long the word is that the text starts with: a number, a keyword, or a name after its slash.</summary>
    public static int WordLength(ReadOnlySpan<byte> text) => text.IndexOfAny(s_endsWord) is >= 0 and var end ? end : text.Length;

    /// <summary>How long the text in brackets is that this starts with, which may hold brackets (7.3.4.2); 0 when it does not end.</summary>
    public static int StringLength(ReadOnlySpan<byte> text)
    {
        var (depth, length) = (0, 0);
        while (text[length..].IndexOfAny((byte)'(', (byte)')', (byte)'\\') is >= 0 and var at)
        {
            var letter = text[length + at];
            length = Math.Min(text.Length, length + at + (letter == '\\' ? 2 : 1));
            depth += letter switch { (byte)'(' => 1, (byte)')' => -1, _ => 0 };
            if (depth == 0)
                return length;
        }
        return 0;
    }

    /// <summary>A name as it is meant: <c>#4A</c> is a J. Empty when it is longer than the room for it.</summary>
    /// <param name="written">After the slash.</param>
    public static ReadOnlySpan<char> Name(ReadOnlySpan<byte> written, Span<char> room)
    {
        var length = 0;
        for (var at = 0; at < written.Length; at++)
        {
            if (length == room.Length)
                return [];
            var letter = written[at];
            if (letter == '#' && at + 2 < written.Length && Hex(written[at + 1]) is >= 0 and var high && Hex(written[at + 2]) is >= 0 and var low)
            {
                letter = (byte)((high << 4) | low);
                at += 2;
            }
            room[length++] = (char)letter;
        }
        return room[..length];
    }

    private static int Hex(byte digit) => char.IsAsciiHexDigit((char)digit) ? Convert.ToInt32(((char)digit).ToString(), 16) : -1;
}
