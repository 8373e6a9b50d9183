using Smederijen.Portal.Attachments;
using Smederijen.Portal.Layout;

namespace Smederijen.Portal.Tests.Attachments;

public class When_a_photo_tells_more_than_it_shows
{
    public static TheoryData<string> Photos => Sample.Telling;

    [Theory, MemberData(nameof(Photos))]
    public void Only_its_orientation_stays(string name)
    {
        var photo = Sample.Read(name);
        Cleaning.WhatItTells(photo).ShouldContain(line => line.Contains("GPS Latitude"));

        Cleaning.WhatItTells(Cleaning.Clean(photo)).ShouldBe(["Exif IFD0: Orientation = Right side, top (Rotate 90 CW)"]);
    }

    [Theory, MemberData(nameof(Photos))]
    public void No_name_or_place_stays_anywhere_in_the_bytes(string name)
    {
        var clean = Cleaning.Clean(Sample.Read(name));

        foreach (string secret in new[] { "Jan", "Camera", "Hoogeveen", "2026", "xmp", "GPS" })
        {
            clean.Holds(secret).ShouldBeFalse(secret);
        }
    }

    [Theory]
    [InlineData("phone.jpg", "image/jpeg")]
    [InlineData("phone.png", "image/png")]
    [InlineData("phone.webp", "image/webp")]
    public void It_is_known_by_its_content(string name, string mediaType) =>
        Sanitizer.Clean(Sample.Read(name)).ShouldBeOfType<Sanitized.CleanFile>().Kind.MediaType.ShouldBe(mediaType);

    [Theory]
    [InlineData("phone.jpg")]
    [InlineData("progressive.jpg")]
    public void Every_byte_of_the_jpeg_picture_stays(string name) =>
        Jpegs.Picture(Cleaning.Clean(Sample.Read(name))).ShouldBe(Jpegs.Picture(Sample.Read(name)));

    [Fact]
    public void Every_byte_of_the_png_picture_stays()
    {
        static IEnumerable<byte> Pixels(byte[] png) => Pngs.Chunks(png).Where(c => c.Type is "IHDR" or "PLTE" or "IDAT").SelectMany(c => c.Data);

        Pixels(Cleaning.Clean(Sample.Read("phone.png"))).ShouldBe(Pixels(Sample.Read("phone.png")));
    }

    [Theory]
    [InlineData("phone.webp")]
    [InlineData("transparent.webp")]
    [InlineData("lossless.webp")]
    public void Every_byte_of_the_webp_picture_stays(string name)
    {
        static IEnumerable<byte> Pixels(byte[] webp) => WebPs.Chunks(webp).Where(c => c.Type is "ALPH" or "VP8 " or "VP8L").SelectMany(c => c.Data);

        Pixels(Cleaning.Clean(Sample.Read(name))).ShouldBe(Pixels(Sample.Read(name)));
    }

    public static TheoryData<string> AllPhotos => Sample.All;

    [Theory, MemberData(nameof(AllPhotos))]
    public void Cleaning_twice_changes_nothing(string name)
    {
        var once = Cleaning.Clean(Sample.Read(name));

        Cleaning.Clean(once).ShouldBe(once);
    }

    [Theory, MemberData(nameof(AllPhotos))]
    public void What_is_behind_the_picture_falls_away(string name)
    {
        var photo = Sample.Read(name);

        Cleaning.Clean([.. photo, .. "PK and a second picture"u8]).ShouldBe(Cleaning.Clean(photo));
    }
}
