using System.Text;
using Smederijen.LocalHost.Mail;
using Smederijen.LocalHost.Tests.Storage;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Mail;

namespace Smederijen.LocalHost.Tests;

public sealed class When_a_mail_is_written : IDisposable
{
    private static readonly OutgoingMail Mail = new("alteveer-1-1", "Jannie de Vries", "jannie@voorbeeld.example", "Bevestig uw idee", "Beste bewoner,\n", "<p>Beste bewoner,</p>") { ReplyTo = "regisseur@voorbeeld.example" };
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 13, 0, 0, TimeSpan.FromHours(1));

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void It_says_the_same_in_a_text_part_and_an_html_part()
    {
        var message = Written(Mail);
        message.ShouldBe("""
            From: De Smederijen <smederijen@voorbeeld.example>
            Reply-To: <regisseur@voorbeeld.example>
            To: Jannie de Vries <jannie@voorbeeld.example>
            Subject: Bevestig uw idee
            Message-ID: <alteveer-1-1@voorbeeld.example>
            Date: Mon, 02 Mar 2026 12:00:00 +0000
            Auto-Submitted: auto-generated
            Content-Language: nl
            MIME-Version: 1.0
            Content-Type: multipart/alternative; boundary="=_smederijen_="

            --=_smederijen_=
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: base64

            QmVzdGUgYmV3b25lciwK

            --=_smederijen_=
            Content-Type: text/html; charset=utf-8
            Content-Transfer-Encoding: base64

            PHA+QmVzdGUgYmV3b25lciw8L3A+

            --=_smederijen_=--

            """.ReplaceLineEndings("\r\n"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Eén idee voor ’t dorp 🌷")]
    [InlineData("Jannie, \"de\" <smid> (Vries)")]
    [InlineData("=?utf-8?B?bmVw?=")]
    [InlineData("Een gewone titel die met zestig letters net op een regel past")]
    [InlineData("Een heel lange titel die wel honderd tekens telt, met ëëëëëëëëëëëëëëëëëëëëëëëëëëëëëëëëëëëëëëëëëëëëëë erin")]
    [InlineData("🌷🌷🌷🌷🌷🌷🌷🌷🌷🌷🌷🌷🌷🌷🌷🌷🌷🌷🌷🌷🌷🌷🌷🌷🌷🌷🌷🌷🌷🌷🌷🌷🌷🌷🌷🌷🌷🌷🌷🌷🌷🌷🌷🌷🌷🌷🌷🌷🌷🌷")]
    [InlineData("wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww")]
    public void Whatever_it_holds_its_lines_are_short_ascii_and_it_reads_back_the_same(string words)
    {
        var mail = Mail with { Id = "oude-kern-ideeen-2026-0123456789abcdef0123-12", ToName = words, Subject = words, Text = $"Beste {words},\n\nTot ziens.\n" };
        var message = Written(mail, new Sender(words, "smederijen@voorbeeld.example"));
        message.ShouldAllBe(c => c < 128);
        message.Split("\r\n").ShouldAllBe(line => line.Length <= 76 && !line.StartsWith("Bcc"));
        Read(message).ShouldBe(new StoredMail("x", mail.ToAddress, words, Noon, mail.Text));
        using var parsed = MimeKit.MimeMessage.Load(new MemoryStream(Encoding.ASCII.GetBytes(message)));
        (parsed.To.Mailboxes.Single().Name ?? "", parsed.From.Mailboxes.Single().Name ?? "").ShouldBe((words, words));
        (parsed.MessageId, parsed.HtmlBody).ShouldBe(($"{mail.Id}@voorbeeld.example", mail.Html));
    }

    [Fact]
    public void A_line_break_in_a_subject_or_a_name_begins_no_header()
    {
        const string Two = "Regel\r\nBcc: iedereen@voorbeeld.example";
        var message = Written(Mail with { Subject = Two, ToName = Two });
        message.Split("\r\n").ShouldAllBe(line => line.Length <= 76 && !line.StartsWith("Bcc"));
        Read(message).Subject.ShouldBe("RegelBcc: iedereen@voorbeeld.example");
        Read(message).To.ShouldBe(Mail.ToAddress);
    }

    [Fact]
    public void What_a_power_failure_left_empty_is_shown_as_empty() =>
        Read("").ShouldBe(new StoredMail("x", "", "", default, ""));

    [Theory]
    [InlineData("")]
    [InlineData("jannie@voorbeeld.example\r\nBcc: iedereen@voorbeeld.example")]
    [InlineData("jannie@voorbeeld.example>, <piet@voorbeeld.example")]
    public void An_address_that_is_none_is_refused_for_good(string address)
    {
        Should.Throw<MailRefusedException>(() => Written(Mail with { ToAddress = address }));
        Should.Throw<MailRefusedException>(() => Written(Mail with { ReplyTo = address }));
    }

    [Fact]
    public void The_outbox_holds_one_file_per_id_and_nothing_half_written()
    {
        File.WriteAllText(_folder.File(".unfinished-0123"), "From: De Sme");
        var outbox = new OutboxFolder(_folder.Path);
        outbox.Prepare();
        outbox.Put("alteveer-1-1", Encoding.ASCII.GetBytes(Written(Mail)), Noon);
        outbox.Put("alteveer-1-1", Encoding.ASCII.GetBytes(Written(Mail)), Noon.AddMinutes(1));
        Directory.GetFiles(_folder.Path).Select(Path.GetFileName).ShouldBe(["alteveer-1-1.eml"]);
        Should.Throw<ArgumentException>(() => outbox.Put("../weg", [], Noon));
    }

    /// <summary>A place is called by its Smederij and its name, with an underscore between.</summary>
    [Fact]
    public void The_outbox_takes_the_mail_of_every_item()
    {
        var outbox = new OutboxFolder(_folder.Path);
        outbox.Put("instellingen-plek-de-weide-noord_wijkagent-12", Encoding.ASCII.GetBytes(Written(Mail)), Noon);
        outbox.Read("instellingen-plek-de-weide-noord_wijkagent-12").ShouldNotBeNull().Subject.ShouldBe(Mail.Subject);
    }

    [Fact]
    public void The_outbox_knows_its_newest_mails_before_and_after_a_restart()
    {
        var outbox = new OutboxFolder(_folder.Path);
        for (var i = 0; i < OutboxFolder.Remembered + 3; i++)
            outbox.Put($"mail-{i}", [], Noon.AddSeconds(i));
        var fresh = outbox.Newest();
        outbox.Put("mail-allerlaatste", [], Noon.AddDays(1));
        fresh.Count.ShouldBe(OutboxFolder.Remembered);
        outbox.Newest().Take(2).ShouldBe(["mail-allerlaatste", $"mail-{OutboxFolder.Remembered + 2}"]);
        new OutboxFolder(_folder.Path).Newest().ShouldBe(outbox.Newest());
    }

    private static StoredMail Read(string message) => EmlReader.Read("x", new MemoryStream(Encoding.ASCII.GetBytes(message)));

    private static string Written(OutgoingMail mail, Sender? from = null) =>
        Encoding.ASCII.GetString(EmlWriter.Write(mail, from ?? new Sender("De Smederijen", "smederijen@voorbeeld.example"), Noon));
}
