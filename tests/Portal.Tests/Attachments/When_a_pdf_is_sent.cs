using System.Text;
using Smederijen.Portal.Attachments;
using Smederijen.Portal.Layout;

namespace Smederijen.Portal.Tests.Attachments;

public sealed class When_a_pdf_is_sent
{
    private const string Whole = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\nxref\n0 1\ntrailer<</Root 1 0 R>>\nstartxref\n40\n%%EOF\n";

    [Fact]
    public void It_is_kept_as_it_is_and_never_shown_in_a_page()
    {
        var pdf = Encoding.ASCII.GetBytes(Whole);
        var clean = Sanitizer.Clean(pdf).ShouldBeOfType<Sanitized.CleanFile>();
        clean.Kind.ShouldBe(FileKind.Pdf);
        clean.Kind.IsPhoto.ShouldBeFalse();
        clean.Bytes.ToArray().ShouldBe(pdf);
    }

    /// <summary>Mail programs, scanners and web servers put bytes around it; readers look in the first and last 1,024.</summary>
    [Theory]
    [InlineData("\u00EF\u00BB\u00BF", "")]
    [InlineData("HTTP/1.1 200 OK\r\n\r\n", "")]
    [InlineData("", "\0\0\0\0")]
    [InlineData("", "</html>\n")]
    public void What_stands_before_or_behind_it_does_not_matter(string before, string behind) => Taken($"{before}{Whole}{behind}");

    [Fact]
    public void That_counts_up_to_1024_bytes()
    {
        Taken($"{new string('x', 1024 - 5)}{Whole}");
        Cleaning.Refuse(Latin1($"{new string('x', 1024 - 4)}{Whole}")).ShouldBe(Sanitized.Refused.UnknownKind);
        Taken($"{Whole.TrimEnd()}{new string('x', 1024 - 5)}");
        Cleaning.Refuse(Latin1($"{Whole.TrimEnd()}{new string('x', 1024 - 4)}")).ShouldBe(Sanitized.Refused.Damaged);
    }

    [Theory]
    [InlineData("%PDF-")]
    [InlineData("%PDF-1.4\nand then text")]
    [InlineData("%PDF-1.4\nxref\nstartxref\n900\n%%EOF")]
    [InlineData("%PDF-1.4\nxref\nstartxref\n-9\n%%EOF")]
    [InlineData("%PDF-1.4\nxref\nstartxref\n99999999999\n%%EOF")]
    [InlineData("%PDF-1.4\nxref\nstartxref\n%%EOF")]
    [InlineData("%PDF-9.4\nxref\nstartxref\n9\n%%EOF")]
    public void A_file_that_only_looks_like_one_is_damage(string text) => Cleaning.Refuse(Latin1(text)).ShouldBe(Sanitized.Refused.Damaged);

    [Fact]
    public void Cut_off_anywhere_it_is_refused()
    {
        var whole = Whole.TrimEnd();
        for (var length = 0; length < whole.Length; length++)
            Cleaning.Refuse(Latin1(whole[..length]));
    }

    private static void Taken(string pdf) => Cleaning.Clean(Latin1(pdf)).ShouldBe(Latin1(pdf));

    private static byte[] Latin1(string text) => Encoding.Latin1.GetBytes(text);
}
