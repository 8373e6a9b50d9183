namespace Smederijen.Portal.Tests.Attachments;

public class When_a_photo_tells_more_than_it_shows
{
    public static TheoryData<string> Telling => Sample.Telling;

    public static TheoryData<string> AllPhotos => Sample.All;

    [Theory, MemberData(nameof(Telling))]
    public void Nothing_of_it_stays(string name)
    {
        var photo = Sample.Read(name);
        Cleaning.WhatItTells(photo).ShouldContain(line => line.Contains("GPS Latitude"));
        Cleaning.WhatItTells(Cleaning.Clean(photo)).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Telling))]
    public void No_name_or_place_stays_anywhere_in_the_bytes(string name)
    {
        var clean = Cleaning.Clean(Sample.Read(name));

        foreach (string secret in new[] { "Jan", "Camera", "Hoogeveen", "2026", "xmp", "GPS" })
        {
            clean.Holds(secret).ShouldBeFalse(secret);
        }
    }

    /// <summary>Comments, captions, thumbnails, the colours of one camera, second pictures.</summary>
    [Theory]
    [InlineData(0xFE, "Thuis bij Jan")]
    [InlineData(0xE0, "JFXX\0 with a thumbnail")]
    [InlineData(0xE1, "http://ns.adobe.com/xap/1.0/\0<x:xmpmeta/>")]
    [InlineData(0xE2, "ICC_PROFILE\0\u0001\u0001 of the Camera of Jan")]
    [InlineData(0xE2, "MPF\0 more pictures")]
    [InlineData(0xED, "Photoshop 3.0\08BIM")]
    [InlineData(0xE4, "anything")]
    public void Whatever_a_jpeg_says_beside_its_picture_changes_nothing(byte marker, string text) =>
        Cleaning.Clean(Sample.Read("plain.jpg").With(Jpegs.Segment(marker, System.Text.Encoding.Latin1.GetBytes(text))))
            .ShouldBe(Cleaning.Clean(Sample.Read("plain.jpg")));

    [Theory]
    [InlineData("tEXt", "Author\0Jan")]
    [InlineData("iTXt", "XML:com.adobe.xmp\0\0\0\0\0<x:xmpmeta/>")]
    [InlineData("eXIf", "not a TIFF block")]
    [InlineData("tIME", "1234567")]
    [InlineData("acTL", "12345678")]
    [InlineData("juNk", "anything")]
    public void Whatever_a_png_says_beside_its_picture_changes_nothing(string type, string data) =>
        Cleaning.Clean(Pngs.With(Sample.Read("plain.png"), new Chunk(type, System.Text.Encoding.ASCII.GetBytes(data))))
            .ShouldBe(Cleaning.Clean(Sample.Read("plain.png")));

    [Theory, MemberData(nameof(AllPhotos))]
    public void What_is_behind_the_picture_falls_away(string name)
    {
        var photo = Sample.Read(name);
        Cleaning.Clean([.. photo, .. "PK and a second picture"u8]).ShouldBe(Cleaning.Clean(photo));
    }

    /// <summary>A file that is sent twice can be told by its content.</summary>
    [Theory, MemberData(nameof(AllPhotos))]
    public void The_same_photo_comes_out_the_same(string name) => Cleaning.Clean(Sample.Read(name)).ShouldBe(Cleaning.Clean(Sample.Read(name)));
}
