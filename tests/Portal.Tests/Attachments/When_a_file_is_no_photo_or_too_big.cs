using System.Buffers.Binary;
using System.Diagnostics;
using System.Text;
using Smederijen.Portal.Attachments;
using Smederijen.Portal.Layout;

namespace Smederijen.Portal.Tests.Attachments;

public class When_a_file_is_no_photo_or_too_big
{
    [Theory]
    [InlineData("GIF89a")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'/>")]
    [InlineData("MZ")]
    [InlineData("PK\u0003\u0004")]
    [InlineData("RIFF\0\0\0\0WAVE")]
    [InlineData("RIFF")]
    [InlineData("x")]
    public void It_is_refused_by_its_content(string content) =>
        Cleaning.Refuse(Encoding.Latin1.GetBytes(content)).Reason.ShouldBe("Dit bestand is geen foto (JPEG, PNG, WebP) of PDF. Kies een ander bestand.");

    [Fact]
    public void Nothing_at_all_is_refused() => Cleaning.Refuse([]).ShouldBe(Sanitized.Refused.Empty);

    [Fact]
    public void Ten_megabytes_is_fine_and_one_byte_more_is_not()
    {
        byte[] plain = Sample.Read("plain.png");

        Cleaning.Clean([.. plain, .. new byte[AttachmentLimits.MaxBytes - plain.Length]]);
        Cleaning.Refuse([.. plain, .. new byte[AttachmentLimits.MaxBytes - plain.Length + 1]]).Reason
            .ShouldBe("Dit bestand is groter dan 10 MB. Maak het bestand kleiner of kies een ander bestand.");
    }

    [Theory]
    [InlineData("heic")]
    [InlineData("mif1")]
    [InlineData("avif")]
    public void A_photo_as_an_iPhone_makes_it_is_refused_with_the_way_out(string brand) =>
        Cleaning.Refuse([0, 0, 0, 24, .. "ftyp"u8, .. Encoding.ASCII.GetBytes(brand), .. new byte[40]]).Reason.ShouldBe(
            "Deze foto is van de soort HEIC of AVIF. Niet iedereen kan die openen. Maak een schermafdruk van de foto en stuur die. "
            + "Of zet op uw iPhone de camera op 'Meest compatibel' (Instellingen, Camera, Structuren) en maak de foto opnieuw.");

    [Theory]
    [InlineData(0xFFDC_FFDC)]
    [InlineData(0x2710_2711)]
    public void A_jpeg_that_says_it_has_more_pixels_than_we_take_is_refused_before_it_is_decoded(uint size)
    {
        var photo = Sample.Read("plain.jpg");
        BinaryPrimitives.WriteUInt32BigEndian(photo.AsSpan(Jpegs.Frame(photo) + 5, 4), size);
        Cleaning.Refuse(photo).ShouldBe(Sanitized.Refused.TooManyPixels);
    }

    /// <summary>The decoder itself makes none that are longer or wider than 65,500.</summary>
    [Fact]
    public void A_jpeg_of_the_largest_size_that_its_header_can_say_is_refused()
    {
        var photo = Sample.Read("plain.jpg");
        BinaryPrimitives.WriteUInt32BigEndian(photo.AsSpan(Jpegs.Frame(photo) + 5, 4), uint.MaxValue);
        Cleaning.Refuse(photo);
    }

    [Fact]
    public void A_png_that_unpacks_to_a_hundred_megapixels_is_refused_before_it_is_decoded()
    {
        var chunks = Pngs.Chunks(Sample.Read("plain.png"));
        BinaryPrimitives.WriteInt32BigEndian(chunks[0].Data, 10_000);
        BinaryPrimitives.WriteInt32BigEndian(chunks[0].Data.AsSpan(4), 10_000);
        Cleaning.Refuse(Pngs.Build(chunks)).ShouldBe(Sanitized.Refused.TooManyPixels);
    }

    [Fact]
    public void A_webp_of_more_pixels_than_we_take_is_refused()
    {
        var picture = WebPs.Chunks(Sample.Read("phone.webp")).Single(c => c.Type == "VP8 ");
        picture.Data[7] = picture.Data[9] = 0x3F;
        Cleaning.Refuse(WebPs.Build(picture)).ShouldBe(Sanitized.Refused.TooManyPixels);
    }

    /// <summary>Three bytes or so make a decoder go over all pixels once more.</summary>
    [Fact]
    public void A_jpeg_that_asks_for_thousands_of_passes_is_refused_before_it_is_decoded()
    {
        var photo = Sample.Read("progressive.jpg");
        BinaryPrimitives.WriteUInt32BigEndian(photo.AsSpan(photo.AsSpan().IndexOf<byte>([0xFF, 0xC2]) + 5, 4), 7000u << 16 | 7000);
        var pass = Jpegs.Segment(0xDA, [1, 1, 0, 1, 63, 0]);
        byte[] bomb = [.. photo[..^2], .. Enumerable.Repeat(pass, 10_000).SelectMany(bytes => bytes), 0xFF, 0xD9];
        var watch = Stopwatch.StartNew();
        Cleaning.Refuse(bomb).ShouldBe(Sanitized.Refused.Damaged);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void A_moving_picture_is_refused()
    {
        var picture = WebPs.Chunks(Sample.Read("phone.webp")).Single(c => c.Type == "VP8 ");
        byte[] frame = [0, 0, 0, 0, 0, 0, 23, 0, 0, 15, 0, 0, 100, 0, 0, 0, .. WebPs.Build(picture)[12..]];
        Cleaning.Refuse(WebPs.Build(new("VP8X", [2, 0, 0, 0, 23, 0, 0, 15, 0, 0]), new("ANIM", new byte[6]), new("ANMF", frame), new("ANMF", frame)))
            .ShouldBe(Sanitized.Refused.Moving);
    }

    [Fact]
    public void A_photo_without_width_is_damage()
    {
        var photo = Sample.Read("plain.jpg");
        photo.AsSpan(Jpegs.Frame(photo) + 7, 2).Clear();
        Cleaning.Refuse(photo).ShouldBe(Sanitized.Refused.Damaged);
    }
}
