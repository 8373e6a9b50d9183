using SkiaSharp;
using Smederijen.Portal.Attachments;
using Smederijen.Portal.Layout;

namespace Smederijen.Portal.Tests.Attachments;

public sealed class When_a_photo_is_drawn_anew
{
    /// <summary>How the quarters R G B W of the file look when they are turned as Exif says (CIPA DC-008, tag 0x0112).</summary>
    public static TheoryData<int, string> Held => new()
    {
        { 1, "RGBW" }, { 2, "GRWB" }, { 3, "WBGR" }, { 4, "BWRG" }, { 5, "RBGW" }, { 6, "BRWG" }, { 7, "WGBR" }, { 8, "GWRB" }, { 9, "RGBW" },
    };

    [Theory, MemberData(nameof(Held))]
    public void It_stands_upright_however_the_camera_was_held(int orientation, string seen)
    {
        var clean = Cleaning.Clean(Photos.Quarters(64, 32).Write().With(Jpegs.Exif(orientation)));
        Photos.Seen(clean).ShouldBe(seen);
        Photos.Size(clean).ShouldBe(orientation is >= 5 and <= 8 ? new SKSizeI(32, 64) : new SKSizeI(64, 32));
    }

    [Theory, MemberData(nameof(Held))]
    public void A_png_that_says_so_is_turned_too(int orientation, string seen) =>
        Photos.Seen(Cleaning.Clean(Pngs.With(Photos.Quarters(64, 32).Write(SKEncodedImageFormat.Png), new Chunk("eXIf", Jpegs.Tiff(orientation)))))
            .ShouldBe(seen);

    [Theory]
    [InlineData("phone.jpg", "image/jpeg")]
    [InlineData("progressive.jpg", "image/jpeg")]
    [InlineData("phone.png", "image/png")]
    [InlineData("phone.webp", "image/jpeg")]
    [InlineData("transparent.webp", "image/png")]
    public void It_is_known_by_its_content_and_becomes_a_jpeg_or_png(string name, string mediaType)
    {
        Sanitizer.Clean(Sample.Read(name)).ShouldBeOfType<Sanitized.CleanFile>().Kind.MediaType.ShouldBe(mediaType);
        Photos.Size(Cleaning.Clean(Sample.Read(name))).ShouldBe(new SKSizeI(16, 24));
    }

    [Fact]
    public void What_can_be_seen_through_stays_so()
    {
        using var picture = new SKBitmap(new SKImageInfo(8, 8, SKColorType.Rgba8888, SKAlphaType.Unpremul));
        picture.Erase(new SKColor(200, 100, 50, 128));
        Photos.Colour(Cleaning.Clean(picture.Copy().Write(SKEncodedImageFormat.Png)), 3, 3).Alpha.ShouldBe((byte)128);
    }

    /// <summary>A camera writes its own red; without its profile that would be another red.</summary>
    [Fact]
    public void Its_colours_become_those_of_the_web()
    {
        using var wide = SKColorSpace.CreateRgb(SKColorSpaceTransferFn.Srgb, SKColorSpaceXyz.DisplayP3);
        using var picture = new SKBitmap(new SKImageInfo(16, 16, SKColorType.Rgba8888, SKAlphaType.Opaque, wide));
        for (var at = 0; at < 16 * 16; at++)
            ((byte[])[234, 51, 35, 255]).CopyTo(picture.GetPixelSpan()[(4 * at)..]);
        var photo = picture.Copy().Write();
        photo.Holds("ICC_PROFILE").ShouldBeTrue();

        var clean = Cleaning.Clean(photo);

        clean.Holds("ICC_PROFILE").ShouldBeFalse();
        var red = Photos.Colour(clean, 8, 8);
        red.Red.ShouldBeGreaterThan((byte)249);
        red.Green.ShouldBeLessThan((byte)12);
        red.Blue.ShouldBeLessThan((byte)12);
    }

    /// <summary>Eight by eight pixels of half of each ink, which no program of ours writes: ITU-T T.81, and Adobe's marker for inks.</summary>
    [Fact]
    public void A_photo_for_the_printing_house_is_taken()
    {
        byte[] quantization = [0, .. Enumerable.Repeat((byte)1, 64)];
        byte[] oneCode = [1, .. new byte[15], 0];
        byte[] inks =
        [
            0xFF, 0xD8,
            .. Jpegs.Segment(0xEE, [.. "Adobe"u8, 0, 100, 0, 0, 0, 0, 0]),
            .. Jpegs.Segment(0xDB, quantization),
            .. Jpegs.Segment(0xC0, [8, 0, 8, 0, 8, 4, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0, 4, 0x11, 0]),
            .. Jpegs.Segment(0xC4, [0, .. oneCode]),
            .. Jpegs.Segment(0xC4, [0x10, .. oneCode]),
            .. Jpegs.Segment(0xDA, [4, 1, 0, 2, 0, 3, 0, 4, 0, 0, 63, 0]),
            0,
            0xFF, 0xD9,
        ];
        Photos.Colour(Cleaning.Clean(inks), 4, 4).Red.ShouldBeInRange((byte)50, (byte)80);
    }

    public static TheoryData<string, byte[]> Odd
    {
        get
        {
            var photo = Photos.Quarters(64, 64).Write();
            return new()
            {
                { "without an end", photo[..^2] },
                { "without its last line", photo[..^6] },
                { "with a film behind it", [.. photo, .. new byte[5000]] },
                { "with fill bytes before a marker", [.. photo[..2], 0xFF, 0xFF, .. photo[2..]] },
                { "with zeros between its segments", [.. photo[..2], .. Jpegs.Segment(0xFE, "x"u8), 0, 0, 0, .. photo[2..]] },
                { "with a comment without text", photo.With(Jpegs.Segment(0xFE, [])) },
                { "progressive, without an end", Sample.Read("progressive.jpg")[..^2] },
                { "progressive, with a table with something behind it", Sample.Read("progressive.jpg").With(Jpegs.Segment(0xFE, "hidden"u8)) },
            };
        }
    }

    [Theory, MemberData(nameof(Odd))]
    public void A_jpeg_that_browsers_show_is_taken(string which, byte[] photo) =>
        Sanitizer.Clean(photo).ShouldBeOfType<Sanitized.CleanFile>(which).Kind.ShouldBe(FileKind.Jpeg);

    [Fact]
    public void A_large_photo_is_made_smaller_and_keeps_its_shape()
    {
        foreach (var format in new[] { SKEncodedImageFormat.Jpeg, SKEncodedImageFormat.Png })
        {
            var clean = Cleaning.Clean(Photos.Quarters(6000, 4000).Write(format));
            var size = Photos.Size(clean)!.Value;
            ((long)size.Width * size.Height).ShouldBeInRange(AttachmentLimits.KeptPixels / 2, AttachmentLimits.KeptPixels);
            (size.Width / (double)size.Height).ShouldBe(1.5, 0.01);
            Photos.Seen(clean).ShouldBe("RGBW");
        }
    }

    /// <summary>Noise packs badly: as a PNG it would be larger than what anybody may send.</summary>
    [Fact]
    public void What_would_get_too_large_as_a_png_becomes_a_jpeg_on_white()
    {
        using var noise = new SKBitmap(new SKImageInfo(2000, 2000, SKColorType.Rgba8888, SKAlphaType.Unpremul));
        new Random(1).NextBytes(noise.GetPixelSpan());
        // Sent as WebP, which loses some.
        using var pixels = noise.PeekPixels();
        using var sent = pixels.Encode(SKEncodedImageFormat.Webp, 60);
        sent!.Size.ShouldBeLessThan(AttachmentLimits.MaxBytes);
        var clean = Sanitizer.Clean(sent.ToArray()).ShouldBeOfType<Sanitized.CleanFile>();
        clean.Kind.ShouldBe(FileKind.Jpeg);
        clean.Bytes.Length.ShouldBeLessThan(AttachmentLimits.MaxBytes);
    }

    [Fact]
    public void A_picture_longer_than_any_jpeg_is_taken_or_refused_in_words()
    {
        var thin = new SKBitmap(new SKImageInfo(70_000, 2, SKColorType.Rgba8888, SKAlphaType.Opaque));
        Photos.Size(Cleaning.Clean(thin.Write(SKEncodedImageFormat.Png))).ShouldBe(new SKSizeI(70_000, 2));
    }
}
