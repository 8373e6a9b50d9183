using SkiaSharp;

namespace Smederijen.Portal.Attachments;

/// <summary>
/// Draws a photo anew: what a browser shows of it, upright, in the colours of the web (sRGB), and nothing else of the file. What goes
/// to the decoder is bounded first, by the size that the header states and by the passes that it asks for.
/// </summary>
internal static class PhotoCopy
{
    private const int Quality = 88;

    /// <summary>Of 9: the last steps cost twice the time for some hundredths of the size.</summary>
    private const int PngEffort = 3;

    /// <summary>A JPEG of which one line in so many is missing at its end, or two rows of blocks, is still the photo.</summary>
    private const int MissingLine = 10;
    private const int LinesOfBlocks = 32;

    /// <summary>
    /// Pixels times passes of one JPEG. A progressive JPEG says in some bytes that all of it is gone over once more, so a small file can
    /// ask for hours; real ones have some ten passes.
    /// </summary>
    private const long MostWork = 4_000_000_000;

    /// <summary>Enough for what is made smaller by less than half.</summary>
    private static readonly SKSamplingOptions s_smooth = new(SKFilterMode.Linear);

    /// <summary>For what is made smaller than that: no line of it gets lost between two pixels.</summary>
    private static readonly SKSamplingOptions s_smoothAndSmall = new(SKFilterMode.Linear, SKMipmapMode.Linear);

    /// <summary>A large photo that is made to take much takes some 670 MB (a PNG with 16 bits a colour, interlaced): one at a time.</summary>
    private static readonly Lock s_largeOne = new();

    private static ReadOnlySpan<byte> StartOfPass => [0xFF, 0xDA];

    private static ReadOnlySpan<byte> EndOfJpeg => [0xFF, 0xD9];

    /// <param name="within">What the copy fits in; null where only <see cref="AttachmentLimits.KeptPixels"/> bounds it.</param>
    public static Sanitized Draw(ReadOnlySpan<byte> file, SKSizeI? within = null)
    {
        using var codec = Open(file);
        if (codec is null || codec.Info.Width <= 0 || codec.Info.Height <= 0)
            return Sanitized.Refused.Damaged;
        if (Pixels(codec.Info) > AttachmentLimits.MaxPixels)
            return Sanitized.Refused.TooManyPixels;
        if (codec.FrameCount > 1)
            return Sanitized.Refused.Moving;
        var isJpeg = codec.EncodedFormat == SKEncodedImageFormat.Jpeg;
        if (isJpeg && Pixels(codec.Info) * file.Count(StartOfPass) > MostWork)
            return Sanitized.Refused.Damaged;
        if (Pixels(codec.Info) <= AttachmentLimits.KeptPixels)
            return Draw(codec, file, isJpeg, within);
        lock (s_largeOne)
            return Draw(codec, file, isJpeg, within);
    }

    private static Sanitized Draw(SKCodec codec, ReadOnlySpan<byte> file, bool isJpeg, SKSizeI? within)
    {
        using var picture = isJpeg ? DecodeJpeg(codec, file) : Decode(codec);
        if (picture is null)
            return Sanitized.Refused.Damaged;
        // Skia does not read the orientation of a PNG, and browsers do.
        var origin = codec.EncodedFormat == SKEncodedImageFormat.Png ? PngOrientation.Read(file) : codec.EncodedOrigin;
        using var upright = Turned(picture, origin, within);
        return Write(upright ?? picture, isLossless: codec.EncodedFormat == SKEncodedImageFormat.Png);
    }

    private static SKCodec? Open(ReadOnlySpan<byte> file) => SKCodec.Create(SKData.CreateCopy(file));

    private static SKBitmap? Decode(SKCodec codec)
    {
        var picture = new SKBitmap(Target(codec));
        if (codec.GetPixels(picture.Info, picture.GetPixels()) == SKCodecResult.Success)
            return picture;
        picture.Dispose();
        return null;
    }

    /// <summary>Line by line, which tells how much is there of a photo that was cut off.</summary>
    private static SKBitmap? DecodeJpeg(SKCodec codec, ReadOnlySpan<byte> file)
    {
        var picture = new SKBitmap(Target(codec));
        var lines = Lines(codec, picture);
        var missing = Math.Max(LinesOfBlocks, picture.Height / MissingLine);
        if (lines is { } some && some < picture.Height - missing)
            lines = 0;
        else if (lines != picture.Height)
        {
            // With an end put behind it, it is decoded as far as it goes; the last passes of a progressive photo only sharpen it.
            using var ended = Open([.. file, .. EndOfJpeg]);
            lines = ended is null ? 0 : Lines(ended, picture);
        }
        if (lines == picture.Height)
            return picture;
        picture.Dispose();
        return null;
    }

    /// <summary>How many lines there are; null when not even the first comes out, because the end of the file is needed for it.</summary>
    private static int? Lines(SKCodec codec, SKBitmap picture) =>
        codec.StartScanlineDecode(picture.Info) == SKCodecResult.Success
            ? codec.GetScanlines(picture.GetPixels(), picture.Height, picture.RowBytes)
            : null;

    /// <summary>As large as it is kept, where the decoder can make it so; eighths are what a JPEG can be decoded in.</summary>
    private static SKImageInfo Target(SKCodec codec)
    {
        var size = Pixels(codec.Info) <= AttachmentLimits.KeptPixels
            ? codec.Info.Size
            : codec.GetScaledDimensions((float)Math.Floor(Math.Sqrt((double)AttachmentLimits.KeptPixels / Pixels(codec.Info)) * 8) / 8);
        var alpha = codec.Info.AlphaType == SKAlphaType.Opaque ? SKAlphaType.Opaque : SKAlphaType.Premul;
        return new SKImageInfo(size.Width, size.Height, SKImageInfo.PlatformColorType, alpha, SKColorSpace.CreateSrgb());
    }

    /// <summary>The picture upright and no larger than it is kept; null when it is so already.</summary>
    private static SKBitmap? Turned(SKBitmap picture, SKEncodedOrigin origin, SKSizeI? within)
    {
        var lies = origin >= SKEncodedOrigin.LeftTop;
        var scale = (float)Math.Min(1, Math.Sqrt((double)AttachmentLimits.KeptPixels / Pixels(picture.Info)));
        if (within is { } most)
            scale = Math.Min(scale, Math.Min(
                (float)most.Width / (lies ? picture.Height : picture.Width), (float)most.Height / (lies ? picture.Width : picture.Height)));
        if (origin is SKEncodedOrigin.TopLeft or SKEncodedOrigin.Default && scale == 1)
            return null;
        var (width, height) = (Math.Max(1, (int)(picture.Width * scale)), Math.Max(1, (int)(picture.Height * scale)));
        var upright = new SKBitmap(picture.Info.WithSize(lies ? height : width, lies ? width : height));
        using var canvas = new SKCanvas(upright);
        using var image = SKImage.FromPixels(picture.PeekPixels());
        canvas.SetMatrix(ToUpright(origin, width, height));
        canvas.DrawImage(image, SKRect.Create(width, height), scale == 1 ? SKSamplingOptions.Default : scale < 0.5f ? s_smoothAndSmall : s_smooth);
        return upright;
    }

    /// <summary>What each of the eight orientations of Exif (tag 0x0112) asks for, of a picture of this size as it lies.</summary>
    private static SKMatrix ToUpright(SKEncodedOrigin origin, float width, float height) => origin switch
    {
        SKEncodedOrigin.TopRight => new(-1, 0, width, 0, 1, 0, 0, 0, 1),
        SKEncodedOrigin.BottomRight => new(-1, 0, width, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.BottomLeft => new(1, 0, 0, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.LeftTop => new(0, 1, 0, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightTop => new(0, -1, height, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightBottom => new(0, -1, height, -1, 0, width, 0, 0, 1),
        SKEncodedOrigin.LeftBottom => new(0, 1, 0, -1, 0, width, 0, 0, 1),
        _ => SKMatrix.Identity,
    };

    /// <summary>As PNG what came as PNG or shows what lies behind it, unless it gets too large so; all else as JPEG.</summary>
    private static Sanitized Write(SKBitmap picture, bool isLossless)
    {
        if (isLossless || picture.AlphaType != SKAlphaType.Opaque)
        {
            using var png = Encode(picture, pixels => pixels.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.AllFilters, PngEffort)));
            if (png?.Size <= AttachmentLimits.MaxBytes)
                return new Sanitized.CleanFile(FileKind.Png, png.ToArray());
        }
        using var onWhite = picture.AlphaType == SKAlphaType.Opaque ? null : OnWhite(picture);
        using var jpeg = Encode(onWhite ?? picture, pixels => pixels.Encode(new SKJpegEncoderOptions(Quality)));
        // No JPEG is longer or wider than 65,500.
        return jpeg is null ? Sanitized.Refused.TooManyPixels : new Sanitized.CleanFile(FileKind.Jpeg, jpeg.ToArray());
    }

    /// <summary>Without a colour profile: what names none is in the colours of the web.</summary>
    private static SKData? Encode(SKBitmap picture, Func<SKPixmap, SKData?> encode)
    {
        var untold = new SKImageInfo(picture.Width, picture.Height, picture.ColorType, picture.AlphaType);
        using var pixels = new SKPixmap(untold, picture.GetPixels(), picture.RowBytes);
        return encode(pixels);
    }

    private static SKBitmap OnWhite(SKBitmap picture)
    {
        var white = new SKBitmap(picture.Info.WithAlphaType(SKAlphaType.Opaque));
        using var canvas = new SKCanvas(white);
        canvas.Clear(SKColors.White);
        canvas.DrawBitmap(picture, 0, 0, SKSamplingOptions.Default);
        return white;
    }

    private static long Pixels(SKImageInfo info) => (long)info.Width * info.Height;
}
