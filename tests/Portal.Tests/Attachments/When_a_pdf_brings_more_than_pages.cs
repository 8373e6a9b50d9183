using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Smederijen.Portal.Attachments;
using Smederijen.Portal.Layout;

namespace Smederijen.Portal.Tests.Attachments;

public sealed class When_a_pdf_brings_more_than_pages
{
    [Theory]
    [InlineData("/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>")]
    [InlineData("/OpenAction<</S /#4Aava#53cript /JS 5 0 R>>")]
    [InlineData("/Names<</JavaScript 7 0 R>>")]
    [InlineData("/Next<</JS (app.alert\\(1\\))>>")]
    [InlineData("/OpenAction<</S/Launch/F(calc.exe)>>")]
    [InlineData("/AA<</O 5 0 R>>")]
    [InlineData("/AA%\n%/AA\n5 0 R")]
    [InlineData("/#41#41 5 0 R")]
    [InlineData("/AA<<\0\0\0\0\0\0/O 5 0 R>>")]
    [InlineData("/AA<<%\u0001\u0001\u0001\u0001\n/O 5 0 R>>")]
    [InlineData("/Names<</EmbeddedFiles 7 0 R>>")]
    [InlineData("/X<</Type/Filespec/F(a.exe)/EF<</F 8 0 R>>>>")]
    [InlineData("/X<</Type/EmbeddedFile>>")]
    [InlineData("/AcroForm<</XFA[(a)9 0 R]>>")]
    public void Script_programs_and_files_are_refused_with_the_way_out(string entry) =>
        Cleaning.Refuse(With(entry)).Reason.ShouldBe("In deze PDF zit een programma of een ander bestand. Dat kunnen wij niet aannemen. "
            + "Open de PDF, kies Afdrukken en kies als printer 'Opslaan als PDF'. Stuur ons het nieuwe bestand.");

    [Fact]
    public void One_with_a_lock_is_refused_with_the_way_out() =>
        Cleaning.Refuse(With("/X 1", trailer: "/Encrypt 9 0 R")).Reason
            .ShouldStartWith("Deze PDF is beveiligd. Wij kunnen hem niet nakijken. Open de PDF, ");

    [Theory]
    [InlineData("/OpenAction[3 0 R/FitH null]")]
    [InlineData("/Title(Over JavaScript en AA)")]
    [InlineData("/AAA 5/JSON(x)/EFG<<>>")]
    [InlineData("/EncryptMetadata true/X/JavaScripts")]
    [InlineData("/A<</S/URI/URI(https://voorbeeld.example)>>")]
    [InlineData("/First 5 0 R/Last 6 0 R")]
    public void What_only_looks_like_it_is_taken(string entry) => Cleaning.Clean(With(entry)).ShouldBe(With(entry));

    [Fact]
    public void Objects_that_are_packed_together_are_looked_through()
    {
        Cleaning.Clean(With("/X 1", Packed("1 0 <</Type/Pages>>")));
        Cleaning.Refuse(With("/X 1", Packed("1 0 <</S/J#61vaScript/JS(x)>>"))).ShouldBe(Sanitized.Refused.ActivePdf);
        Cleaning.Refuse(With("/X 1", Packed("1 0 <</AA 5 0 R>>", "/Type/#4FbjStm/N 1/F#69rst 4/Filter[/FlateDecode]")))
            .ShouldBe(Sanitized.Refused.ActivePdf);
        Cleaning.Refuse(With("/X 1", Packed("1 0 <</S/Launch>>", "/N 1 /Length 100 /First 4 /Filter % unpack (\n /FlateDecode")))
            .ShouldBe(Sanitized.Refused.ActivePdf);
    }

    /// <summary>A reader goes where the cross-reference points, also into what looks like a picture.</summary>
    [Fact]
    public void What_hides_in_a_stream_of_another_kind_is_found() =>
        Cleaning.Refuse(With("/X 1",
                [.. "4 0 obj<</Subtype/Image/Length 90>>stream\n(("u8, .. Packed("1 0 <</S/JavaScript>>"), .. "endstream endobj\n"u8]))
            .ShouldBe(Sanitized.Refused.ActivePdf);

    [Theory]
    [InlineData("/Type/ObjStm/N 1/First 4/Filter[/ASCIIHexDecode/FlateDecode]")]
    [InlineData("/Type/ObjStm/N 1/First 4/Filter[/FlateDecode/FlateDecode]")]
    [InlineData("/Type/ObjStm/N 1/First 4/Filter/FlateDecode/DecodeParms<</Predictor 12>>")]
    [InlineData("/Type/ObjStm/N 1/First 4/Filter 9 0 R")]
    public void One_packed_in_a_way_that_no_program_does_is_refused(string dictionary) =>
        Cleaning.Refuse(With("/X 1", Packed("1 0 <</Type/Pages>>", dictionary))).ShouldBe(Sanitized.Refused.UnclearPdf);

    /// <summary>Where a reader goes on and we do not, we cannot say that nothing is there.</summary>
    [Theory]
    [InlineData("5 0 obj~<<{0}>>stream\n")]
    [InlineData("5 0 obj<<~{0}>>stream\n")]
    [InlineData("5 0 obj<<{0}~>>stream\n")]
    [InlineData("5 0 obj<<{0}>>~stream\n")]
    public void A_gap_longer_than_is_looked_over_hides_nothing(string start)
    {
        foreach (var gap in (string[])[new(' ', 5000), new('\0', 5000), $"%{new string('x', 5000)}\n", string.Concat(Enumerable.Repeat("% x\n", 1300))])
            Cleaning.Refuse(With("/X 1", Packed("1 0 <</S/JavaScript/JS(x)>>", start: start.Replace("~", gap, StringComparison.Ordinal))))
                .ShouldBe(Sanitized.Refused.UnclearPdf);
    }

    [Fact]
    public void A_gap_behind_an_object_is_only_room()
    {
        byte[] withRoom = With("/X 1", Encoding.ASCII.GetBytes($"4 0 obj 1 endobj\n{new string(' ', 5000)}\n"));
        Cleaning.Clean(withRoom).ShouldBe(withRoom);
    }

    /// <summary>Readers make the best of these, and find the stream; each in its own way.</summary>
    [Theory]
    [InlineData("5 0 obj<<{0}/Extends<AB>>>stream\n", true)]
    [InlineData("5 0 obj<<{0}/Extends(\\))>>stream\n", true)]
    [InlineData("5 0 obj<<{0}/Extends[>>]>>stream\n", false)]
    [InlineData("5 0 obj<<{0}/Extends[>>endobj]>>stream\n", false)]
    [InlineData("5 0 obj<</Extends[>>]{0}>>stream\n", false)]
    [InlineData("5 0 obj<<{0}[<<>>stream\n", false)]
    [InlineData("5 0 obj<<{0}[<<>>]>>stream\n", false)]
    [InlineData("5 0 obj<<{0}/Extends>>stream\n", false)]
    [InlineData("5 0 obj<<{0}/Extends(x>>stream\n", false)]
    [InlineData("5 0 obj<<{0}/Extends<AB stream\n", false)]
    [InlineData("5 0 obj<<{0}>>>stream\n", false)]
    [InlineData("5 0 obj<<{0})>>stream\n", false)]
    [InlineData("5 0 obj<<{0}>>stream", false)]
    [InlineData("5 0 obj<<{0}>>streamx\n", false)]
    public void A_dictionary_that_readers_end_elsewhere_hides_nothing(string start, bool isFound) =>
        Cleaning.Refuse(With("/X 1", Packed("1 0 <</S/JavaScript/JS(x)>>", start: start)))
            .ShouldBe(isFound ? Sanitized.Refused.ActivePdf : Sanitized.Refused.UnclearPdf);

    [Fact]
    public void A_harmless_stream_on_the_line_of_the_keyword_hides_none_below_it()
    {
        var harmless = Zipped("1 0 <</Type/Pages>>");
        harmless.ShouldNotContain((byte)'\n');
        byte[] start = [.. "5 0 obj<</Type/ObjStm/N 1/First 4/Filter/FlateDecode>>stream"u8, .. harmless, (byte)'\n'];
        Cleaning.Refuse(With("/X 1", [.. start, .. Zipped("1 0 <</S/JavaScript/JS(x)>>"), .. "\nendstream endobj\n"u8]))
            .ShouldBe(Sanitized.Refused.UnclearPdf);
    }

    [Theory]
    [InlineData("<</A[<</B[1 2 0 R/C(\\)())]>><AB>[[]]]/D<</E null>>/F true/G/H/I 5 0 R>>")]
    [InlineData("<</First 5 0 R/Last 6 0 R/Title(stream)>>")]
    [InlineData("<</Length 3/Filter[/FlateDecode]/DecodeParms<</Predictor 12>>>>stream\nabc\nendstream")]
    [InlineData("<< % what follows\n /A%\n1>>")]
    public void A_dictionary_by_the_rules_is_taken(string dictionary)
    {
        var pdf = With("/X 1", Encoding.ASCII.GetBytes($"4 0 obj{dictionary}\nendobj\n"));
        Cleaning.Clean(pdf).ShouldBe(pdf);
    }

    [Fact]
    public void One_that_unpacks_to_more_than_there_is_room_for_is_refused_soon()
    {
        var watch = Stopwatch.StartNew();
        Cleaning.Refuse(With("/X 1", Packed(new string(' ', 20_000_000)))).ShouldBe(Sanitized.Refused.UnclearPdf);
        var eightMegabytes = Packed(new string(' ', 8_000_000));
        Cleaning.Refuse(With("/X 1", [.. Enumerable.Repeat(eightMegabytes, 20).SelectMany(bytes => bytes)])).ShouldBe(Sanitized.Refused.UnclearPdf);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
    }

    /// <summary>Ten megabytes of what makes a reader begin again and again, or go down and down.</summary>
    [Theory]
    [InlineData("obj<<")]
    [InlineData("1 0 obj<<(")]
    [InlineData("[")]
    [InlineData("<<")]
    [InlineData("/AA%")]
    [InlineData("/")]
    [InlineData("obj %")]
    [InlineData("obj<</First(stream")]
    [InlineData("obj\n\n\n\n\n\n\n\n")]
    [InlineData("\\")]
    public void One_that_is_made_to_keep_us_busy_gets_its_answer_soon(string part)
    {
        var body = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(part, 10_000_000 / part.Length)));
        var watch = Stopwatch.StartNew();
        Sanitizer.Clean(With("/X 1", body)).ShouldNotBeNull();
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
    }

    /// <summary>Scanned pages are packed bytes, in which every short word occurs.</summary>
    [Fact]
    public void Ten_megabytes_of_scanned_pages_are_taken()
    {
        var scans = new byte[9_000_000];
        new Random(7).NextBytes(scans);
        Cleaning.Clean(With("/X 1", [.. "4 0 obj<</Subtype/Image/Filter/DCTDecode>>stream\n"u8, .. scans, .. "\nendstream endobj\n"u8]));
    }

    private static byte[] Packed(
        string objects, string dictionary = "/Type/ObjStm/N 1/First 4/Filter/FlateDecode", string start = "5 0 obj<<{0}>>stream\r\n") =>
        [.. Encoding.ASCII.GetBytes(start.Replace("{0}", dictionary, StringComparison.Ordinal)), .. Zipped(objects), .. "\nendstream endobj\n"u8];

    private static byte[] Zipped(string objects)
    {
        var packed = new MemoryStream();
        using (var stream = new ZLibStream(packed, CompressionLevel.Fastest))
            stream.Write(Encoding.ASCII.GetBytes(objects));
        return packed.ToArray();
    }

    private static byte[] With(string entry, byte[]? objects = null, string trailer = "") =>
    [
        .. Encoding.ASCII.GetBytes($"%PDF-1.7\n1 0 obj<</Type/Catalog{entry}>>endobj\n"),
        .. objects ?? [],
        .. Encoding.ASCII.GetBytes($"xref\n0 1\ntrailer<</Root 1 0 R{trailer}>>\nstartxref\n40\n%%EOF\n"),
    ];
}
