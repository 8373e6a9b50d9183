using SkiaSharp;

namespace Smederijen.Portal.Tests.Attachments;

/// <summary>Makes photos, and looks at what is on them.</summary>
internal static class Photos
{
    /// <summary>Red and green above, blue and white below.</summary>
    public static SKBitmap Quarters(int width, int height, SKColorSpace? colours = null)
    {
        var picture = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque, colours));
        var pixels = picture.GetPixelSpan();
        for (var at = 0; at < width * height; at++)
        {
            var (right, below) = (at % width * 2 >= width, at / width * 2 >= height);
            byte[] colour = (right, below) switch
            {
                (false, false) => [255, 0, 0, 255],
                (true, false) => [0, 255, 0, 255],
                (false, true) => [0, 0, 255, 255],
                _ => [255, 255, 255, 255],
            };
            colour.CopyTo(pixels[(4 * at)..]);
        }
        return picture;
    }

    public static byte[] Write(this SKBitmap picture, SKEncodedImageFormat format = SKEncodedImageFormat.Jpeg)
    {
        using (picture)
        using (var pixels = picture.PeekPixels())
        using (var data = pixels.Encode(format, 95))
            return data!.ToArray();
    }

    /// <summary>What a browser would show, in its four quarters from left to right and down: R, G, B, W, black or grey.</summary>
    public static string Seen(byte[] file)
    {
        using var picture = SKBitmap.Decode(file);
        return string.Concat(
            from y in new[] { 1, 3 }
            from x in new[] { 1, 3 }
            let colour = picture.GetPixel(picture.Width * x / 4, picture.Height * y / 4)
            select (colour.Red > 200, colour.Green > 200, colour.Blue > 200) switch
            {
                (true, false, false) => 'R',
                (false, true, false) => 'G',
                (false, false, true) => 'B',
                (true, true, true) => 'W',
                _ => '.',
            });
    }

    public static SKColor Colour(byte[] file, int x, int y)
    {
        using var picture = SKBitmap.Decode(file);
        return picture.GetPixel(x, y);
    }

    public static SKSizeI? Size(byte[] file)
    {
        using var codec = SKCodec.Create(SKData.CreateCopy(file));
        return codec?.Info.Size;
    }
}
