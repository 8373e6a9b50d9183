using System.IO.Compression;
using Smederijen.Portal.Attachments;
using Smederijen.Portal.Layout;

namespace Smederijen.Portal.Tests.Attachments;

public class When_a_png_holds_chunks
{
    private static readonly byte[] Plain = Sample.Read("plain.png");

    [Theory]
    [InlineData("tEXt", "Author\0Jan")]
    [InlineData("zTXt", "Author\0\0")]
    [InlineData("iTXt", "XML:com.adobe.xmp\0\0\0\0\0<x:xmpmeta/>")]
    [InlineData("eXIf", "not a TIFF block")]
    [InlineData("tIME", "1234567")]
    [InlineData("acTL", "12345678")]
    [InlineData("gAMA", "longer than a gamma")]
    [InlineData("juNk", "anything")]
    public void Those_that_only_tell_something_go(string type, string data) =>
        Cleaning.Clean(Pngs.With(Plain, new Chunk(type, System.Text.Encoding.ASCII.GetBytes(data)))).ShouldBe(Cleaning.Clean(Plain));

    [Fact]
    public void Colour_and_transparency_stay()
    {
        Chunk[] colour =
        [
            new("cHRM", new byte[32]), new("gAMA", [0, 0, 177, 143]), new("sRGB", [0]), new("sBIT", [8, 8, 8]), new("cICP", [9, 16, 0, 1]),
            new("iCCP", [.. "profile\0\0"u8, 0x78, 0x9C]), new("bKGD", [0, 0, 0, 0, 0, 0]), new("tRNS", [0, 1, 0, 2, 0, 3]),
        ];

        Pngs.Chunks(Cleaning.Clean(Pngs.With(Plain, colour))).Select(c => c.Type).ShouldBe(
            ["IHDR", .. colour.Select(c => c.Type), .. Pngs.Chunks(Plain).Skip(1).Select(c => c.Type).Where(t => t is "PLTE" or "IDAT" or "IEND")],
            ignoreOrder: true);
    }

    [Fact]
    public void It_still_decodes_to_the_same_pixels()
    {
        static byte[] Pixels(byte[] png)
        {
            var packed = new MemoryStream([.. Pngs.Chunks(png).Where(c => c.Type == "IDAT").SelectMany(c => c.Data)]);
            var pixels = new MemoryStream();
            new ZLibStream(packed, CompressionMode.Decompress).CopyTo(pixels);
            return pixels.ToArray();
        }

        Pixels(Cleaning.Clean(Sample.Read("phone.png"))).ShouldBe(Pixels(Sample.Read("phone.png")));
        Pixels(Sample.Read("phone.png")).ShouldNotBeEmpty();
    }

    [Fact]
    public void A_wrong_checksum_is_damage()
    {
        var png = Pngs.With(Plain, new Chunk("tEXt", "Author\0Jan"u8.ToArray()));
        png[^1] ^= 1;

        Cleaning.Refuse(png).ShouldBe(Sanitized.Refused.Damaged);
    }

    [Theory]
    [InlineData("IHDR", "IEND")]
    [InlineData("IDAT", "IHDR", "IEND")]
    [InlineData("IHDR", "IDAT", "tEXt", "IDAT", "IEND")]
    [InlineData("IHDR", "IHDR", "IDAT", "IEND")]
    [InlineData("IHDR", "NeWc", "IDAT", "IEND")]
    [InlineData("IHDR", "IDAT", "PLTE", "IEND")]
    public void An_order_that_no_picture_has_is_damage(params string[] types)
    {
        var real = Pngs.Chunks(Plain).DistinctBy(c => c.Type).ToDictionary(c => c.Type);

        Cleaning.Refuse(Pngs.Build(types.Select(type => real.GetValueOrDefault(type) ?? new Chunk(type, [1, 2, 3]))))
            .ShouldBe(Sanitized.Refused.Damaged);
    }
}
