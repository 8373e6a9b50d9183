using System.Buffers;
using System.Collections.Frozen;
using System.IO.Compression;
using System.Runtime.InteropServices;

namespace Smederijen.Portal.Attachments;

/// <summary>
/// Looks for what a PDF must not bring along: script, programs to start, other files, a lock. Every object of a PDF stands in its bytes,
/// or in an object stream (ISO 32000-1, 7.5.7); all bytes and all object streams are searched for the names that such things have,
/// whatever the file says about where its objects are, so that no cross-reference can lead around it.
/// </summary>
/// <remarks>
/// One pass over the file and one over what is unpacked, without recursion, and not more unpacked than <see cref="MostUnpacked"/>.
/// Why no library: docs/decisions/0035-photos-drawn-anew.md.
/// </remarks>
internal static class PdfContents
{
    private const int LargestObjectStream = 8 * 1024 * 1024;
    private const int MostUnpacked = 64 * 1024 * 1024;
    private const int LongestName = 20;
    private const int ShownOfValue = 6;

    /// <summary>Names that nothing harmless has: kinds of actions, annotations, files and forms.</summary>
    private static readonly FrozenSet<string> s_active = FrozenSet.Create(StringComparer.Ordinal,
        "JavaScript", "Launch", "Rendition", "RichMedia", "XFA", "ImportData", "GoToE", "EmbeddedFile", "EmbeddedFiles", "FileAttachment");

    /// <summary>Keys so short that they also occur by chance among packed bytes; they count when a value follows.</summary>
    private static readonly FrozenSet<string> s_activeWithValue = FrozenSet.Create(StringComparer.Ordinal, "AA", "JS", "EF");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_isActive = s_active.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_isActiveWithValue =
        s_activeWithValue.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly SearchValues<byte> s_text =
        SearchValues.Create([.. "\t\n\f\r"u8, .. Enumerable.Range(' ', '~' - ' ' + 1).Select(letter => (byte)letter)]);

    /// <summary>Why the file is refused; null when nothing is against it.</summary>
    public static Sanitized.Refused? Objection(ReadOnlyMemory<byte> file) => InNames(file.Span) ?? InObjectStreams(file);

    private static Sanitized.Refused? InNames(ReadOnlySpan<byte> text)
    {
        Span<char> room = stackalloc char[LongestName];
        while (text.IndexOf((byte)'/') is >= 0 and var slash)
        {
            text = text[(slash + 1)..];
            var length = PdfText.WordLength(text[..Math.Min(text.Length, 4 * LongestName)]);
            var name = PdfText.Name(text[..length], room);
            text = text[length..];
            if (name is "Encrypt")
                return Sanitized.Refused.LockedPdf;
            if (s_isActive.Contains(name) || (s_isActiveWithValue.Contains(name) && HasValue(text)))
                return Sanitized.Refused.ActivePdf;
        }
        return null;
    }

    /// <summary>A dictionary, a text, or a reference to one of these follows, written in letters as all of a PDF that is not packed.</summary>
    private static bool HasValue(ReadOnlySpan<byte> text) =>
        !PdfText.TrySkipGap(ref text)
        || (text.StartsWith("<<"u8) && HasKey(text[2..]))
        || (text is [(byte)'<' or (byte)'(' or (>= (byte)'0' and <= (byte)'9'), ..]
            && text[..Math.Min(text.Length, ShownOfValue)].IndexOfAnyExcept(s_text) < 0);

    private static bool HasKey(ReadOnlySpan<byte> dictionary) => !PdfText.TrySkipGap(ref dictionary) || dictionary is [(byte)'/', ..];

    private static Sanitized.Refused? InObjectStreams(ReadOnlyMemory<byte> file)
    {
        var (unpacked, read) = (0, 0L);
        var rest = file;
        while (rest.Span.IndexOf("obj"u8) is >= 0 and var at)
        {
            var isEnd = rest.Span[..at].EndsWith("end"u8);
            rest = rest[(at + "obj".Length)..];
            var text = rest.Span;
            if (!PdfText.TrySkipGap(ref text) && !isEnd)
                return Sanitized.Refused.UnclearPdf;
            if (!text.StartsWith("<<"u8))
                continue;
            var before = text.Length;
            var kind = PdfDictionary.Read(ref text);
            // Dictionaries of objects lie beside each other; only what is made to keep us busy has them in each other.
            read += before - text.Length;
            if (kind == PdfStreamKind.Unclear || read > file.Length)
                return Sanitized.Refused.UnclearPdf;
            if (kind != PdfStreamKind.Other && InStream(file, text, kind, ref unpacked) is { } objection)
                return objection;
        }
        return null;
    }

    /// <param name="text">What stands behind the dictionary: the stream, or nothing of the kind.</param>
    private static Sanitized.Refused? InStream(ReadOnlyMemory<byte> file, ReadOnlySpan<byte> text, PdfStreamKind kind, ref int unpacked)
    {
        if (!PdfText.TrySkipGap(ref text))
            return Sanitized.Refused.UnclearPdf;
        if (text.StartsWith("endobj"u8))
            return null;
        if (!text.StartsWith("stream"u8))
            return Sanitized.Refused.UnclearPdf;
        var line = text["stream".Length..];
        var stream = line.TrimStart(PdfText.Blank);
        // Readers begin behind the end of this line, and we at what is there.
        var isOnNextLine = line[..^stream.Length].ContainsAny((byte)'\r', (byte)'\n');
        return kind == PdfStreamKind.ObjectsInAnOddWay || !isOnNextLine ? Sanitized.Refused.UnclearPdf
            : kind == PdfStreamKind.PackedObjects ? InPacked(file[^stream.Length..], ref unpacked)
            : null;
    }

    private static Sanitized.Refused? InPacked(ReadOnlyMemory<byte> packed, ref int unpacked)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(LargestObjectStream);
        try
        {
            var length = Unpack(packed, buffer.AsSpan(0, LargestObjectStream));
            unpacked += length ?? 0;
            return length is null || unpacked > MostUnpacked ? Sanitized.Refused.UnclearPdf : InNames(buffer.AsSpan(0, length.Value));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>How many bytes there are in it; null when it cannot be unpacked, or holds more than there is room for.</summary>
    private static int? Unpack(ReadOnlyMemory<byte> packed, Span<byte> room)
    {
        if (!MemoryMarshal.TryGetArray(packed, out var bytes))
            bytes = packed.ToArray();
        using var stream = new ZLibStream(new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false), CompressionMode.Decompress);
        try
        {
            var length = stream.ReadAtLeast(room, room.Length, throwOnEndOfStream: false);
            return length == room.Length ? null : length;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
