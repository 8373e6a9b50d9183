using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Smederijen.Banking.Tests;

public sealed class When_a_file_is_hostile
{
    private const string Definitions = "In dit bestand staan opdrachten die een bankbestand nooit heeft.";

    [Fact]
    public void Entities_that_grow_are_not_read()
    {
        var bomb = new StringBuilder("<!DOCTYPE Document [<!ENTITY a \"aaaaaaaaaa\">");
        for (var letter = 'b'; letter <= 'k'; letter++)
            bomb.Append($"<!ENTITY {letter} \"{string.Concat(Enumerable.Repeat($"&{(char)(letter - 1)};", 10))}\">");
        WithDefinitions(bomb.Append("]>").ToString(), "&k;").ShouldStartWith(Definitions);
    }

    [Theory]
    [InlineData("<!DOCTYPE Document SYSTEM \"http://127.0.0.1:9/x.dtd\">", "a")]
    [InlineData("<!DOCTYPE Document [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>", "&x;")]
    [InlineData("<!DOCTYPE Document [<!ENTITY % p SYSTEM \"file:///etc/passwd\">%p;]>", "a")]
    public void Nothing_from_elsewhere_is_asked_for(string definitions, string text) =>
        WithDefinitions(definitions, text).ShouldStartWith(Definitions);

    [Fact]
    public void An_entity_that_was_never_defined_is_damage() =>
        Camt053.Read(Given.File(Given.Statement(Given.Entry(details: "<RmtInf><Ustrd>&x;</Ustrd></RmtInf>")))).ShouldBeRefused().ShouldStartWith("Dit bestand is beschadigd.");

    [Fact]
    public void Definitions_behind_a_long_comment_are_refused_as_well() => Camt053.Read(Given.File(
        $"<!--{new string('x', 10_000)}--><!DOCTYPE Document [<!ENTITY a \"b\">]><Document/>")).ShouldBeRefused().ShouldStartWith("Dit bestand is beschadigd.");

    [Fact]
    public void More_characters_than_may_be_are_not_read_to_the_end()
    {
        var endless = new Endless(Given.Statement("<!--stop-->").Split("<!--stop-->")[0]);
        BankFile.Read<int>(endless, BankFormat.Statement, xml => { while (xml.Read()) { } return 0; }, most: 1_000_000)
            .ShouldBeRefused().ShouldBe("Dit bestand is te groot. Vraag uw bank om een bestand over minder dagen.");
        endless.Taken.ShouldBeLessThan(1_100_000);
    }

    [Fact]
    public void Elements_within_elements_without_end_bring_nothing_down()
    {
        const int Depth = 200_000;
        var deep = string.Concat(Enumerable.Repeat("<a>", Depth)) + string.Concat(Enumerable.Repeat("</a>", Depth));
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Given.Problem(Given.Entry(extra: deep)).ShouldStartWith("Dit bestand is beschadigd.");
        Given.Problem(Given.Entry(details: $"<Refs><EndToEndId>{deep}</EndToEndId></Refs>")).ShouldStartWith("Dit bestand is beschadigd.");
        // What nobody reads is passed over, however deep.
        Camt053.Read(Given.File(Given.Statement(deep + Given.Entry()))).ShouldBeRead().Single().Lines.Length.ShouldBe(1);
        Given.Problem(deep[..^4]).ShouldNotBeEmpty();
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void What_stands_around_a_text_does_not_count()
    {
        var line = Given.Line(Given.Entry(details: "<RmtInf><Ustrd> a<!-- b --><![CDATA[ & c]]><?d?> </Ustrd><Ustrd/></RmtInf><Refs/>") + "\n  ");
        line.Remittance.ShouldBe("a & c");
    }

    [Fact]
    public void A_file_that_is_cut_anywhere_is_never_taken_for_a_whole_one()
    {
        var whole = Encoding.UTF8.GetBytes(Given.Statement(Given.Entry(details: "<RmtInf><Ustrd>één</Ustrd></RmtInf>") + Given.Entry()).TrimEnd());
        Camt053.Read(new MemoryStream(whole)).ShouldBeRead();
        var sentences = Enumerable.Range(0, whole.Length)
            .Select(length => Camt053.Read(new MemoryStream(whole, 0, length)).ShouldBeRefused()).ToList();
        sentences.Count(sentence => sentence.StartsWith("Dit bestand is niet compleet", StringComparison.Ordinal)).ShouldBeGreaterThan(whole.Length - 60);
    }

    [Fact]
    public void Whatever_is_changed_gives_lines_or_a_sentence() => Prop.ForAll(
        Arb.From(from places in Gen.Choose(0, 5_000).Three()
                 from bytes in Gen.Choose(0, 255).Three()
                 from sample in Gen.Elements("abn-amro-02.xml", "ubs-08.xml", "ing-02.xml")
                 select (sample, places, bytes)), changed =>
        {
            using var file = Given.Sample(changed.sample);
            var content = new byte[file.Length];
            file.ReadExactly(content);
            content[changed.places.Item1 % content.Length] = (byte)changed.bytes.Item1;
            content[changed.places.Item2 % content.Length] = (byte)changed.bytes.Item2;
            content[changed.places.Item3 % content.Length] = (byte)changed.bytes.Item3;
            if (Camt053.Read(new MemoryStream(content)) is BankRead<ImmutableArray<Statement>>.Refused refused)
                refused.Problem.ShouldMatch(@"^[A-Z].*\.$");
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void A_sentence_quotes_nothing_of_the_file()
    {
        const string Secret = "Verzinsel-NL20INGB0001234567";
        foreach (var entry in (string[])[Given.Entry(Secret), Given.Entry(day: Secret), Given.Entry(kind: Secret), Given.Entry(details: $"<{Secret}>")])
            Given.Problem(entry).ShouldNotContain(Secret);
        Camt053.Read(Given.File($"<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:{Secret}\"/>")).ShouldBeRefused().ShouldNotContain("Verzinsel");
        Camt053.Read(Given.File($"<Document><{Secret}/></Document>")).ShouldBeRefused().ShouldNotContain("Verzinsel");
    }

    private static string WithDefinitions(string definitions, string text)
    {
        var file = Given.Statement(Given.Entry(details: $"<RmtInf><Ustrd>{text}</Ustrd></RmtInf>")).Replace("<Document", definitions + "<Document");
        return Camt053.Read(Given.File(file)).ShouldBeRefused();
    }

    /// <summary>A file that begins well and goes on for ever.</summary>
    private sealed class Endless(string begin) : Stream
    {
        public long Taken { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => Taken; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            for (var i = 0; i < count; i++)
                buffer[offset + i] = Taken + i < begin.Length ? (byte)begin[(int)Taken + i] : (byte)' ';
            Taken += count;
            return count;
        }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
