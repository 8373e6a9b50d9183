using System.Text;
using Smederijen.LocalHost.Mail;
using Smederijen.LocalHost.Tests.Storage;
using Smederijen.Portal.Mail;

namespace Smederijen.LocalHost.Tests;

public sealed class When_a_mail_is_written : IDisposable
{
    private static readonly OutgoingMail Mail = new("alteveer-1-1", "Jannie de Vries", "jannie@voorbeeld.example", "Bevestig uw idee", "Beste bewoner,\n", "<p>Beste bewoner,</p>");
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 13, 0, 0, TimeSpan.FromHours(1));

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void It_says_the_same_in_a_text_part_and_an_html_part()
    {
        var message = Written(Mail);
        message.ShouldBe("""
            From: De Smederijen <smederijen@voorbeeld.example>
            To: Jannie de Vries <jannie@voorbeeld.example>
            Subject: Bevestig uw idee
            Date: Mon, 02 Mar 2026 12:00:00 +0000
            Message-ID: <alteveer-1-1@voorbeeld.example>
            Auto-Submitted: auto-generated
            Content-Language: nl
            MIME-Version: 1.0
            Content-Type: multipart/alternative; boundary="=_alteveer-1-1_="

            --=_alteveer-1-1_=
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: base64

            QmVzdGUgYmV3b25lciwK
            --=_alteveer-1-1_=
            Content-Type: text/html; charset=utf-8
            Content-Transfer-Encoding: base64

            PHA+QmVzdGUgYmV3b25lciw8L3A+
            --=_alteveer-1-1_=--

            """.ReplaceLineEndings("\r\n"));
    }

    [Theory]
    [InlineData("Eén idee voor ’t dorp 🌷")]
    [InlineData("Regel\r\nBcc: iedereen@voorbeeld.example")]
    [InlineData("=?utf-8?B?bmVw?=")]
    [InlineData("Een heel lange titel die wel honderd tekens telt, met ëëëëëëëëëëëëëëëëëëëëëëëëëëëëëëëëëëëëëëëëëëëëëë erin")]
    public void Whatever_a_subject_holds_it_stays_one_header_in_ascii(string subject)
    {
        var message = Written(Mail with { Subject = subject, ToName = subject });
        message.Split("\r\n").ShouldAllBe(line => line.Length <= 200 && !line.StartsWith("Bcc"));
        message.ShouldAllBe(c => c < 128);
        EmlReader.Read("x", message).Subject.ShouldBe(subject);
        EmlReader.Read("x", message).To.ShouldBe(Mail.ToAddress);
    }

    [Theory]
    [InlineData("")]
    [InlineData("jannie@voorbeeld.example\r\nBcc: iedereen@voorbeeld.example")]
    [InlineData("jannie@voorbeeld.example>, <piet@voorbeeld.example")]
    public void An_address_that_is_none_is_refused_for_good(string address) =>
        Should.Throw<MailRefusedException>(() => Written(Mail with { ToAddress = address }));

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

    private static string Written(OutgoingMail mail) =>
        Encoding.ASCII.GetString(EmlWriter.Write(mail, new Sender("De Smederijen", "smederijen@voorbeeld.example"), Noon));
}
