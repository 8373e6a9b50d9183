using FsCheck;
using FsCheck.Fluent;
using Smederijen.Portal.Attachments;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Storage;

namespace Smederijen.Portal.Tests.Attachments;

public class When_a_file_is_cut_off_or_garbled
{
    private static readonly byte[][] Signatures =
    [
        [], [0xFF, 0xD8, 0xFF], [0xFF, 0xD8, 0xFF, 0xE1, 0, 40, .. "Exif\0\0MM\0*"u8], Pngs.Start, [.. Pngs.Start, 0, 0, 0, 13, .. "IHDR"u8],
        [.. "RIFF"u8, 40, 0, 0, 0, .. "WEBPVP8X"u8, 10, 0, 0, 0], [.. "%PDF-1.4\n"u8],
    ];

    public static TheoryData<string> Names => Sample.All;

    private static byte[][] AllBytes => [.. Sample.Names.Select(Sample.Read)];

    /// <summary>The picture stands before what a phone says about it in a WebP, so of that one half may be enough.</summary>
    [Theory]
    [InlineData("phone.jpg")]
    [InlineData("progressive.jpg")]
    [InlineData("plain.png")]
    public void Without_its_second_half_it_is_refused(string name)
    {
        var photo = Sample.Read(name);
        for (var length = 0; length < photo.Length / 2; length++)
            Sanitizer.Clean(photo.AsMemory(0, length)).ShouldBeOfType<Sanitized.Refused>($"the first {length} bytes");
    }

    [Theory, MemberData(nameof(Names))]
    public void Cut_off_anywhere_it_is_refused_or_clean(string name)
    {
        var photo = Sample.Read(name);
        for (var length = photo.Length / 2; length < photo.Length; length++)
            HoldClean(Sanitizer.Clean(photo.AsMemory(0, length)), $"the first {length} bytes");
    }

    [Theory, MemberData(nameof(Names))]
    public void Whatever_bit_is_flipped_it_is_refused_or_clean(string name)
    {
        var photo = Sample.Read(name);
        for (var bit = 0; bit < photo.Length * 8; bit++)
        {
            photo[bit / 8] ^= (byte)(1 << (bit % 8));
            // A flipped bit may make the photo large, which takes seconds and shows nothing more.
            if (Photos.Size(photo) is { Width: < 1000, Height: < 1000 })
                HoldClean(Sanitizer.Clean(photo), $"bit {bit}");
            photo[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    private static void HoldClean(Sanitized outcome, string story)
    {
        if (outcome is not Sanitized.CleanFile clean)
            return;
        var bytes = clean.Bytes.ToArray();
        Cleaning.WhatItTells(bytes).ShouldBeEmpty(story);
        (bytes.Holds("Camera") || bytes.Holds("Thuis bij") || bytes.Holds("xmpmeta")).ShouldBeFalse(story);
    }

    [Fact]
    public void Any_bytes_behind_a_signature_get_an_answer() =>
        Prop.ForAll(
            Gen.Elements(Signatures).ToArbitrary(),
            ArbMap.Default.ArbFor<byte[]>(),
            (signature, tail) => Sanitizer.Clean((byte[])[.. signature, .. tail]) is not null)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void Any_stretch_overwritten_in_a_photo_gets_an_answer() =>
        Prop.ForAll(
            Gen.Elements(AllBytes).ToArbitrary(),
            ArbMap.Default.ArbFor<NonNegativeInt>(),
            ArbMap.Default.ArbFor<byte[]>(),
            (photo, place, noise) =>
            {
                var garbled = (byte[])photo.Clone();
                int at = place.Get * 31 % garbled.Length;
                noise.AsSpan(0, Math.Min(noise.Length, garbled.Length - at)).CopyTo(garbled.AsSpan(at));
                return Sanitizer.Clean(garbled) is not null;
            })
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
}
