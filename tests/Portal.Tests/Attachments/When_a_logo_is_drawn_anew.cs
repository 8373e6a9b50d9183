using Smederijen.Portal.Attachments;
using SkiaSharp;

namespace Smederijen.Portal.Tests.Attachments;

public sealed class When_a_logo_is_drawn_anew
{
    private static Sanitized.CleanFile Drawn(byte[] file) => LogoPicture.Draw(file).ShouldBeOfType<Sanitized.CleanFile>();

    private static string Refusal(byte[] file) => LogoPicture.Draw(file).ShouldBeOfType<Sanitized.Refused>().Reason;

    [Theory]
    [InlineData(300, 100, 300, 100)]
    [InlineData(3200, 1000, 640, 200)]
    [InlineData(4000, 400, 640, 64)]
    [InlineData(400, 4000, 20, 200)]
    public void It_becomes_as_small_as_pages_need_it(int width, int height, int keptWidth, int keptHeight)
    {
        var logo = Drawn(Photos.Quarters(width, height).Write(SKEncodedImageFormat.Png));
        logo.Kind.ShouldBe(FileKind.Png);
        LogoPicture.SizeOf(logo.Bytes.Span).ShouldBe((keptWidth, keptHeight));
        Photos.Seen(logo.Bytes.ToArray()).ShouldBe("RGBW");
    }

    [Fact]
    public void What_one_sees_through_stays_so()
    {
        var picture = new SKBitmap(new SKImageInfo(800, 400, SKColorType.Rgba8888, SKAlphaType.Premul));
        picture.Erase(SKColors.Transparent);
        picture.Erase(SKColors.Red, SKRectI.Create(400, 400));
        var logo = Drawn(picture.Write(SKEncodedImageFormat.Png)).Bytes.ToArray();
        Photos.Size(logo).ShouldBe(new SKSizeI(400, 200));
        Photos.Colour(logo, 100, 100).ShouldBe(SKColors.Red);
        Photos.Colour(logo, 300, 100).Alpha.ShouldBe((byte)0);
    }

    [Theory]
    [InlineData(4000, 40)]
    [InlineData(40, 4000)]
    public void What_nobody_could_see_once_it_is_small_is_refused(int width, int height)
    {
        var picture = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Premul));
        picture.Erase(SKColors.Red);
        Refusal(picture.Write(SKEncodedImageFormat.Png)).ShouldContain("te smal of te plat");
    }

    [Theory]
    [InlineData("phone.jpg")]
    [InlineData("phone.png")]
    public void Nothing_of_the_file_is_left_but_its_picture(string name)
    {
        var logo = Drawn(Sample.Read(name));
        Cleaning.WhatItTells(logo.Bytes.ToArray()).ShouldBeEmpty();
        logo.Bytes.ToArray().Holds("Camera").ShouldBeFalse();
    }

    [Fact]
    public void It_is_called_by_its_content_and_the_same_file_gives_the_same()
    {
        var (one, again) = (Drawn(Sample.Read("plain.png")), Drawn(Sample.Read("plain.png")));
        var name = LogoPicture.NameOf(one.Kind, one.Bytes.Span);
        LogoPicture.NameOf(again.Kind, again.Bytes.Span).ShouldBe(name);
        LogoPicture.Parse($"{name}").ShouldBe(name);
        LogoPicture.NameOf(one.Kind, one.Bytes.Span[1..]).ShouldNotBe(name);
    }

    [Theory]
    [InlineData("k3v9x.png")]
    [InlineData("logo0123456789abcdef0123456789abcdef.pdf")]
    [InlineData("logo0123456789abcdef0123456789abcdef.webp")]
    [InlineData("logo0123456789abcdef0123456789abcdeg.png")]
    [InlineData("logo0123456789abcdef0123456789abcde.png")]
    [InlineData("../logo0123456789abcdef0123456789abcdef.png")]
    [InlineData("bewaard0123456789abcdef0123456789abc.png")]
    [InlineData("")]
    public void No_other_file_is_taken_for_one(string name) => LogoPicture.Parse(name).ShouldBeNull();

    [Fact]
    public void What_is_no_picture_is_refused_with_what_to_do()
    {
        Refusal("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"u8.ToArray()).ShouldContain("Sla het op als PNG");
        Refusal(Sample.Read("phone.webp")).ShouldContain("Dit is geen PNG of JPEG.");
        Refusal([0x89, .. "PNG\r\n"u8, 0x1A, (byte)'\n', 0, 0, 0, 13]).ShouldContain("beschadigd");
        Refusal([]).ShouldContain("leeg");
        Refusal(Sample.Read("plain.png")[..100]).ShouldContain("beschadigd");
    }

    [Fact]
    public void What_is_too_large_is_refused_before_it_is_decoded()
    {
        Refusal(new byte[LogoPicture.MaxBytes + 1]).ShouldContain("groter dan 1 MB");
        Refusal(Pngs.OfSize(10_000, 10_000)).ShouldContain("hoogstens 4000 pixels breed en hoog");
        Refusal(Photos.Quarters(4001, 20).Write()).ShouldContain("hoogstens 4000 pixels");
        Refusal(Photos.Quarters(15, 300).Write()).ShouldContain("te klein");
    }
}
