using System.Buffers.Binary;
using System.Text;
using Smederijen.Portal.Attachments;
using Smederijen.Portal.Layout;

namespace Smederijen.Portal.Tests.Attachments;

public class When_a_file_is_no_photo_or_too_big
{
    [Theory]
    [InlineData("GIF89a")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'/>")]
    [InlineData("<html>%PDF-1.4")]
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

    [Fact]
    public void A_jpeg_of_more_than_a_hundred_megapixels_is_refused()
    {
        var photo = Sample.Read("plain.jpg");
        var size = photo.AsSpan(Jpegs.Frame(photo) + 5, 4);

        BinaryPrimitives.WriteUInt32BigEndian(size, 0x2710_2710);
        Cleaning.Clean(photo);

        BinaryPrimitives.WriteUInt32BigEndian(size, 0x2710_2711);
        Cleaning.Refuse(photo).ShouldBe(Sanitized.Refused.TooManyPixels);
    }

    [Fact]
    public void A_png_of_more_than_a_hundred_megapixels_is_refused()
    {
        var chunks = Pngs.Chunks(Sample.Read("plain.png"));
        chunks[0].Data[0] = chunks[0].Data[4] = 0x7F;

        Cleaning.Refuse(Pngs.Build(chunks)).ShouldBe(Sanitized.Refused.TooManyPixels);
    }

    [Fact]
    public void A_webp_of_more_than_a_hundred_megapixels_is_refused()
    {
        var picture = WebPs.Chunks(Sample.Read("phone.webp")).Single(c => c.Type == "VP8 ");
        picture.Data[7] = picture.Data[9] = 0x3F;

        Cleaning.Refuse(WebPs.Build(picture)).ShouldBe(Sanitized.Refused.TooManyPixels);
    }

    [Fact]
    public void A_photo_without_width_is_damage()
    {
        var photo = Sample.Read("plain.jpg");
        photo.AsSpan(Jpegs.Frame(photo) + 7, 2).Clear();

        Cleaning.Refuse(photo).ShouldBe(Sanitized.Refused.Damaged);
    }
}
