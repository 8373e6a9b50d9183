using System.Text;
using System.Text.RegularExpressions;

namespace Smederijen.Banking;

/// <summary>
/// The first bytes of a file, which tell what it is before anything is read as XML: people choose PDFs, MT940 and web pages as easily.
/// </summary>
internal sealed partial class FileHead
{
    private const int Longest = 4096;
    private const byte Gzip0 = 0x1F, Gzip1 = 0x8B;

    private readonly byte[] _bytes;
    private readonly string _text;

    private FileHead(byte[] bytes)
    {
        _bytes = bytes;
        // Latin-1 gives every byte a character, whatever the file is written in.
        _text = Encoding.Latin1.GetString(HasMark(bytes) ? bytes.AsSpan(3) : bytes);
    }

    /// <summary>Takes it from the stream; <see cref="Rejoin"/> puts it back in front of the rest.</summary>
    public static FileHead Take(Stream file)
    {
        var bytes = new byte[Longest];
        return new FileHead(bytes[..file.ReadAtLeast(bytes, Longest, throwOnEndOfStream: false)]);
    }

    public Stream Rejoin(Stream rest) => new JoinedStream(_bytes, rest);

    public bool HasDefinitions => _text.Contains("<!DOCTYPE", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// How the letters are stored. Bytes that do not fit stop the reading: a name must not come out as something else.
    /// </summary>
    /// <exception cref="BankFileException">It is not UTF-8, ASCII or Latin-1.</exception>
    public Encoding Encoding => Declaration().Match(_text).Groups["encoding"].Value.ToUpperInvariant() switch
    {
        "" or "UTF-8" or "UTF8" or "US-ASCII" or "ASCII" => new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true),
        "ISO-8859-1" or "LATIN1" => Encoding.Latin1,
        // The bytes are not UTF-16, or the file would have been refused before.
        "UTF-16" or "UNICODE" => throw new BankFileException(Problems.OtherBytes),
        var other => throw new BankFileException(Problems.Encoding(other)),
    };

    /// <summary>Whether a namespace or an element at the top is that of a format.</summary>
    public bool Says(BankFormat format) =>
        _text.Contains($"{BankFormat.Prefix}{format.Name}.", StringComparison.Ordinal) || _text.Contains($"{format.Content}>", StringComparison.Ordinal);

    /// <summary>The sentence for a file that is no XML at all; null when it is worth reading.</summary>
    public string? WhatElse(BankFormat wanted)
    {
        var text = _text.AsSpan().TrimStart();
        if (text.IsEmpty)
            return Problems.Empty;
        if (_bytes is [0xFE, 0xFF, ..] or [0xFF, 0xFE, ..] or [0, ..] or [_, 0, ..])
            return Problems.Utf16;
        if (text.StartsWith("%PDF", StringComparison.Ordinal))
            return Problems.Pdf(wanted);
        if (text.StartsWith("PK", StringComparison.Ordinal) || _bytes is [Gzip0, Gzip1, ..])
            return Problems.Zip;
        if (text.StartsWith("<html", StringComparison.OrdinalIgnoreCase) || _text.Contains("<!doctype html", StringComparison.OrdinalIgnoreCase))
            return Problems.Html;
        if (text[0] == '<')
            return null;
        if (text.StartsWith("{1:", StringComparison.Ordinal) || Mt940().IsMatch(_text))
            return Problems.Mt940(wanted);
        return Csv().IsMatch(_text) ? Problems.Csv(wanted) : Problems.Unknown(wanted);
    }

    private static bool HasMark(byte[] bytes) => bytes is [0xEF, 0xBB, 0xBF, ..];

    [GeneratedRegex("""^<\?xml\s[^>]*?encoding\s*=\s*["'](?<encoding>[A-Za-z0-9._-]{1,40})["']""", RegexOptions.CultureInvariant)]
    private static partial Regex Declaration();

    /// <summary>A tag of MT940 at the beginning of a line: the reference and the account.</summary>
    [GeneratedRegex(@"^:20:[\s\S]*^:25:", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Mt940();

    /// <summary>A first line of at least four cells.</summary>
    [GeneratedRegex(@"\A[^\r\n]*?([;,\t])[^\r\n]*?\1[^\r\n]*?\1", RegexOptions.CultureInvariant)]
    private static partial Regex Csv();
}
