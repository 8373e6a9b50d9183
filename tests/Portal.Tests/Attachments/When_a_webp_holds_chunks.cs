using Smederijen.Portal.Attachments;
using Smederijen.Portal.Layout;

namespace Smederijen.Portal.Tests.Attachments;

public class When_a_webp_holds_chunks
{
    private const byte HasColourProfile = 0x20, HasAlpha = 0x10, HasExif = 0x08;

    [Theory]
    [InlineData("phone.webp", HasExif)]
    [InlineData("transparent.webp", HasExif | HasAlpha)]
    [InlineData("lossless.webp", HasExif | HasAlpha)]
    public void Its_flags_name_what_stayed(string name, byte flags)
    {
        var clean = Cleaning.Clean(Sample.Read(name));

        WebPs.Chunks(clean)[0].Data[0].ShouldBe(flags);
        BitConverter.ToInt32(clean, 4).ShouldBe(clean.Length - 8);
    }

    [Fact]
    public void The_colour_profile_stays_and_unknown_chunks_go()
    {
        var chunks = WebPs.Chunks(Sample.Read("phone.webp"));

        var clean = WebPs.Chunks(Cleaning.Clean(WebPs.Build(
            [chunks[0], new("ICCP", [1, 2, 3]), new("junk", [4]), chunks.Single(c => c.Type == "VP8 "), new("XMP ", [5])])));

        clean.Select(c => c.Type).ShouldBe(["VP8X", "ICCP", "VP8 "]);
        clean[0].Data[0].ShouldBe(HasColourProfile);
        clean[1].Data.ShouldBe([1, 2, 3]);
    }

    [Fact]
    public void The_simple_format_stays_simple()
    {
        var picture = WebPs.Chunks(Sample.Read("phone.webp")).Single(c => c.Type == "VP8 ");

        Cleaning.Clean(WebPs.Build(picture, new("EXIF", "Jan"u8.ToArray()))).ShouldBe(WebPs.Build(picture));
    }

    [Fact]
    public void A_moving_one_is_refused()
    {
        var chunks = WebPs.Chunks(Sample.Read("phone.webp"));

        Cleaning.Refuse(WebPs.Build(chunks[0], new("ANIM", new byte[6]), new("ANMF", new byte[24]))).ShouldBe(Sanitized.Refused.Moving);
    }

    [Fact]
    public void A_canvas_of_another_size_than_the_picture_is_damage()
    {
        var chunks = WebPs.Chunks(Sample.Read("phone.webp"));
        chunks[0].Data[4]++;

        Cleaning.Refuse(WebPs.Build(chunks)).ShouldBe(Sanitized.Refused.Damaged);
    }

    [Fact]
    public void Two_pictures_are_damage()
    {
        var picture = WebPs.Chunks(Sample.Read("phone.webp")).Single(c => c.Type == "VP8 ");

        Cleaning.Refuse(WebPs.Build(picture, picture)).ShouldBe(Sanitized.Refused.Damaged);
    }
}
