using System.Buffers;
using SkiaSharp;

namespace Smederijen.Portal.Attachments;

/// <summary>
/// A logo: a PNG or JPEG, drawn anew like a photo (<see cref="Sanitizer"/>) and made as small as pages and mails need it. What could be
/// seen through still can. It is called by a hash of its content, so a name never gets another picture, and may be kept for ever.
/// </summary>
public static class LogoPicture
{
    public const int MaxBytes = 1024 * 1024;

    /// <summary>The longest and the widest that is taken in, in pixels.</summary>
    public const int MaxSide = 4000;

    /// <summary>Smaller than this nobody sees what it is.</summary>
    public const int MinSide = 16;

    /// <summary>The most that is kept: some three times what a page shows of it, for screens with small pixels.</summary>
    public const int KeptWidth = 640;
    public const int KeptHeight = 200;

    private const string Begin = "logo";
    private const int HashBytes = 16;

    private static readonly SearchValues<char> s_digits = SearchValues.Create("0123456789abcdef");

    /// <summary>How a form takes one in.</summary>
    public static FileLaw Law { get; } = new(
        MaxBytes, new Sanitized.Refused("Dit logo is groter dan 1 MB. Maak het kleiner, of kies een ander plaatje."), Draw);

    /// <summary>Judges a file by its content alone, and draws it anew.</summary>
    public static Sanitized Draw(ReadOnlyMemory<byte> file)
    {
        if (file.IsEmpty)
            return Sanitized.Refused.Empty;
        if (file.Length > MaxBytes)
            return Law.TooBig;
        if (FileKind.Recognise(file.Span) is not { } kind || (kind != FileKind.Png && kind != FileKind.Jpeg))
            return new Sanitized.Refused("Dit is geen PNG of JPEG. Is uw logo een ander soort bestand, zoals SVG? Sla het op als PNG, en kies dat.");
        return SizeOf(file.Span) switch
        {
            null => Sanitized.Refused.Damaged,
            { Width: > MaxSide } or { Height: > MaxSide } => new Sanitized.Refused(
                $"Dit logo heeft te veel pixels. Maak het hoogstens {MaxSide} pixels breed en hoog, of kies een ander plaatje."),
            { Width: < MinSide } or { Height: < MinSide } => new Sanitized.Refused(
                $"Dit plaatje is te klein. Kies een plaatje van minstens {MinSide} pixels breed en hoog."),
            _ => PhotoCopy.Draw(file.Span, new SKSizeI(KeptWidth, KeptHeight)) switch
            {
                Sanitized.CleanFile drawn when SizeOf(drawn.Bytes.Span) is { Width: < MinSide } or { Height: < MinSide } => new Sanitized.Refused(
                    "Dit plaatje is te smal of te plat: verkleind ziet niemand meer wat het is. Kies een ander plaatje."),
                var answer => answer,
            },
        };
    }

    /// <summary>What a drawn logo is called.</summary>
    public static AttachmentName NameOf(FileKind kind, ReadOnlySpan<byte> content) =>
        new($"{Begin}{Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, HashBytes))}", kind);

    /// <summary>A name that a logo can have, and that no file of a resident has; null for any other.</summary>
    public static AttachmentName? Parse(string? text) =>
        AttachmentName.Parse(text) is { } name && name.Id.Length == Begin.Length + (2 * HashBytes)
        && name.Id.StartsWith(Begin, StringComparison.Ordinal) && !name.Id.AsSpan(Begin.Length).ContainsAnyExcept(s_digits)
        && (name.Kind == FileKind.Png || name.Kind == FileKind.Jpeg) ? name : null;

    /// <summary>What the header of a picture says, in pixels; null when it says nothing.</summary>
    public static (int Width, int Height)? SizeOf(ReadOnlySpan<byte> picture)
    {
        using var codec = SKCodec.Create(SKData.CreateCopy(picture));
        return codec is null ? null : (codec.Info.Width, codec.Info.Height);
    }
}
