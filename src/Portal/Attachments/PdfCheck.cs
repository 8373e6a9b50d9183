using System.Buffers.Text;

namespace Smederijen.Portal.Attachments;

/// <summary>
/// Accepts a PDF by its frame (ISO 32000-1, 7.5): the header at the first byte and, at the end, <c>startxref</c> with the place of a
/// cross-reference table or stream, and <c>%%EOF</c> with nothing but white space behind it.
/// </summary>
internal static class PdfCheck
{
    /// <summary>Readers look for the end mark in the last 1,024 bytes.</summary>
    private const int TailLength = 1024;

    private static ReadOnlySpan<byte> WhiteSpace => "\0\t\n\f\r "u8;

    /// <summary>The file itself when it is whole; its metadata is not taken out.</summary>
    public static Sanitized Check(ReadOnlyMemory<byte> file) =>
        HasVersion(file.Span) && EndsAtCrossReference(file.Span)
            ? new Sanitized.CleanFile(FileKind.Pdf, file)
            : Sanitized.Refused.Damaged;

    private static bool HasVersion(ReadOnlySpan<byte> file) =>
        file.Length >= 8 && file[5] is (byte)'1' or (byte)'2' && file[6] == '.' && char.IsAsciiDigit((char)file[7]);

    private static bool EndsAtCrossReference(ReadOnlySpan<byte> file)
    {
        var tail = file[Math.Max(0, file.Length - TailLength)..].TrimEnd(WhiteSpace);
        if (!tail.EndsWith("%%EOF"u8) || tail.LastIndexOf("startxref"u8) is not (>= 0 and var at))
        {
            return false;
        }

        var place = tail[(at + "startxref".Length)..^"%%EOF".Length].Trim(WhiteSpace);
        return Utf8Parser.TryParse(place, out int offset, out int read)
            && read == place.Length
            && offset >= 8
            && offset < file.Length
            && IsCrossReference(file[offset..].TrimStart(WhiteSpace));
    }

    /// <summary>A table starts with <c>xref</c>, a stream with the number of its object.</summary>
    private static bool IsCrossReference(ReadOnlySpan<byte> text) =>
        text.StartsWith("xref"u8) || (text is [var first, ..] && char.IsAsciiDigit((char)first));
}
