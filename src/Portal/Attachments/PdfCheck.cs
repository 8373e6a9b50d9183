using System.Buffers.Text;

namespace Smederijen.Portal.Attachments;

/// <summary>
/// Accepts a PDF by its frame, where readers look for it (ISO 32000-1, annex H, notes 13 and 18): the header in the first 1,024 bytes,
/// <c>startxref</c> and <c>%%EOF</c> in the last. What it may hold is <see cref="PdfContents"/>.
/// </summary>
internal static class PdfCheck
{
    private const int Reach = 1024;

    private static ReadOnlySpan<byte> Header => "%PDF-"u8;

    private static ReadOnlySpan<byte> End => "%%EOF"u8;

    public static bool HasHeader(ReadOnlySpan<byte> file) => file[..Math.Min(Reach, file.Length)].IndexOf(Header) >= 0;

    /// <summary>The file itself, with what stands before and behind it; its metadata is not taken out.</summary>
    public static Sanitized Check(ReadOnlyMemory<byte> file) =>
        !HasVersion(file.Span) || !EndsAsOne(file.Span) ? Sanitized.Refused.Damaged
        : PdfContents.Objection(file) is { } objection ? objection
        : new Sanitized.CleanFile(FileKind.Pdf, file);

    private static bool HasVersion(ReadOnlySpan<byte> file) =>
        file[(file.IndexOf(Header) + Header.Length)..] is [(byte)'1' or (byte)'2', (byte)'.', >= (byte)'0' and <= (byte)'9', ..];

    private static bool EndsAsOne(ReadOnlySpan<byte> file)
    {
        if (file[Math.Max(0, file.Length - Reach)..].LastIndexOf(End) < 0)
            return false;
        var before = file[..file.LastIndexOf(End)];
        before = before[Math.Max(0, before.Length - Reach)..];
        var at = before.LastIndexOf("startxref"u8);
        if (at < 0)
            return false;
        var place = before[(at + "startxref".Length)..].Trim(PdfText.Blank);
        return Utf8Parser.TryParse(place, out int offset, out var read) && read == place.Length && offset >= 0 && offset < file.Length;
    }
}
