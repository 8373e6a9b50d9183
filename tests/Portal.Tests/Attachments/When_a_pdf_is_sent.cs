using System.Text;
using Smederijen.Portal.Attachments;
using Smederijen.Portal.Layout;

namespace Smederijen.Portal.Tests.Attachments;

public class When_a_pdf_is_sent
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

    [Fact]
    public void A_cross_reference_stream_is_as_good_as_a_table() =>
        Sanitizer.Clean(Encoding.ASCII.GetBytes("%PDF-1.7\n9 0 obj<</Type/XRef>>endobj startxref 9 %%EOF")).ShouldBeOfType<Sanitized.CleanFile>();

    [Theory]
    [InlineData("%PDF-")]
    [InlineData("%PDF-1.4\nand then text")]
    [InlineData("%PDF-1.4\nxref\nstartxref\n9\n%%EOF\nPK and an archive")]
    [InlineData("%PDF-1.4\nxref\nstartxref\n900\n%%EOF")]
    [InlineData("%PDF-1.4\nxref\nstartxref\n-9\n%%EOF")]
    [InlineData("%PDF-1.4\nxref\nstartxref\n99999999999\n%%EOF")]
    [InlineData("%PDF-1.4\nxref\nstartxref\n%%EOF")]
    [InlineData("%PDF-9.4\nxref\nstartxref\n9\n%%EOF")]
    [InlineData("%PDF-1.4\n<html>\nstartxref\n9\n%%EOF")]
    public void A_file_that_only_looks_like_one_is_damage(string text) =>
        Cleaning.Refuse(Encoding.ASCII.GetBytes(text)).ShouldBe(Sanitized.Refused.Damaged);

    [Fact]
    public void Cut_off_anywhere_it_is_refused()
    {
        string whole = Whole.TrimEnd();

        for (int length = 0; length < whole.Length; length++)
        {
            Cleaning.Refuse(Encoding.ASCII.GetBytes(whole[..length]));
        }
    }
}
