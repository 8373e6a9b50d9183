using Smederijen.Portal.Attachments;
using Smederijen.Portal.Layout;

namespace Smederijen.Portal.Tests.Attachments;

public class When_a_jpeg_holds_segments
{
    private const byte App0 = 0xE0, App1 = 0xE1, App2 = 0xE2, App13 = 0xED, App14 = 0xEE, Comment = 0xFE;

    private static readonly byte[] Plain = Sample.Read("plain.jpg");

    public static TheoryData<byte, string> Talk => new()
    {
        { App0, "JFXX\0\x10 a thumbnail" },
        { App1, "Exif\0\0 not a TIFF block" },
        { App1, "http://ns.adobe.com/xap/1.0/\0<x:xmpmeta/>" },
        { App1, "http://ns.adobe.com/xmp/extension/\0 more" },
        { App2, "MPF\0 more pictures" },
        { App2, "FPXR\0 flash" },
        { App13, "Photoshop 3.0\08BIM" },
        { 0xE4, "anything" },
        { 0xEF, "anything" },
        { Comment, "Thuis bij Jan" },
    };

    [Theory, MemberData(nameof(Talk))]
    public void Those_that_only_tell_something_go(byte marker, string text) =>
        Cleaning.Clean(Plain.With(Jpegs.Segment(marker, System.Text.Encoding.ASCII.GetBytes(text)))).ShouldBe(Plain);

    [Fact]
    public void Colour_profile_and_colour_transform_stay()
    {
        var photo = Plain.With(
            Jpegs.Segment(App2, [.. "ICC_PROFILE\0"u8, 1, 1, .. new byte[128]]),
            Jpegs.Segment(App14, [.. "Adobe"u8, 0, 100, 0, 0, 0, 0, 1]));

        Cleaning.Clean(photo).ShouldBe(photo);
    }

    [Fact]
    public void The_thumbnail_in_the_jfif_header_goes_because_it_may_show_what_was_cropped()
    {
        byte[] header = [.. "JFIF\0"u8, 1, 2, 0, 0, 1, 0, 1];

        Cleaning.Clean(Plain.With(Jpegs.Segment(App0, [.. header, 1, 1, 10, 20, 30])))
            .ShouldBe(Plain.With(Jpegs.Segment(App0, [.. header, 0, 0])));
    }

    [Theory]
    [InlineData("II*\0\b\0\0\0\u0001\0\u0012\u0001\u0003\0\u0001\0\0\0\u0008\0\0\0\0\0\0\0", 8)]
    [InlineData("MM\0*\0\0\0\b\0\u0001\u0001\u0012\0\u0003\0\0\0\u0001\0\u0003\0\0\0\0\0\0", 3)]
    public void An_orientation_stays_whatever_the_byte_order(string tiff, int orientation)
    {
        var exif = Jpegs.Segment(App1, [.. "Exif\0\0"u8, .. System.Text.Encoding.Latin1.GetBytes(tiff)]);

        var told = Cleaning.WhatItTells(Cleaning.Clean(Plain.With(exif, exif)));

        told.ShouldHaveSingleItem().ShouldStartWith("Exif IFD0: Orientation");
        Cleaning.Clean(Plain.With(exif))[..40].ShouldContain((byte)orientation);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(9)]
    public void An_upright_or_meaningless_orientation_goes(byte value)
    {
        byte[] tiff = [.. "MM\0*"u8, 0, 0, 0, 8, 0, 1, 1, 18, 0, 3, 0, 0, 0, 1, 0, value, 0, 0, 0, 0, 0, 0];

        Cleaning.Clean(Plain.With(Jpegs.Segment(App1, [.. "Exif\0\0"u8, .. tiff]))).ShouldBe(Plain);
    }

    [Theory]
    [InlineData(0xC3)]
    [InlineData(0xC9)]
    public void A_coding_that_browsers_do_not_show_is_refused(byte frame)
    {
        var photo = (byte[])Plain.Clone();
        photo[Jpegs.Frame(photo) + 1] = frame;

        Cleaning.Refuse(photo).ShouldBe(Sanitized.Refused.NotForBrowsers);
    }

    [Fact]
    public void A_table_with_something_behind_it_is_refused() =>
        Cleaning.Refuse(Plain.With(Jpegs.Segment(0xDB, [0, .. new byte[64], .. "hidden"u8]))).ShouldBe(Sanitized.Refused.Damaged);
}
