using System.Net;
using System.Security.Cryptography.X509Certificates;
using MailKit.Security;
using Smederijen.LocalHost.Mail;
using Smederijen.Portal.Mail;

namespace Smederijen.LocalHost.Tests.Mail;

/// <summary>No mail and no password goes to who might be somebody else. All mail waits: nothing is given up.</summary>
public sealed class When_the_relay_cannot_be_trusted
{
    [Theory]
    [InlineData(SecureSocketOptions.StartTls)]
    [InlineData(SecureSocketOptions.SslOnConnect)]
    public async Task An_authority_that_nobody_knows_does_not_count(SecureSocketOptions security)
    {
        using var certificate = RelayCertificates.For("localhost");
        await using var relay = new Relay(certificate: certificate, tls: security is SecureSocketOptions.SslOnConnect);
        (await Refused(relay, security, trusts: false)).ShouldContain("certificaat van de mailserver klopt niet (RemoteCertificateChainErrors)");
    }

    [Fact]
    public async Task A_certificate_for_another_name_does_not_count()
    {
        using var certificate = RelayCertificates.For("mail.ander.example");
        await using var relay = new Relay(certificate: certificate);
        (await Refused(relay, SecureSocketOptions.StartTls, trusts: true)).ShouldContain("(RemoteCertificateNameMismatch)");
    }

    [Fact]
    public async Task Where_somebody_took_STARTTLS_away_nothing_goes_in_the_open()
    {
        await using var relay = new Relay();
        (await Refused(relay, SecureSocketOptions.StartTls, trusts: true)).ShouldContain("geen STARTTLS");
    }

    [Fact]
    public async Task A_password_that_is_refused_is_not_tried_again_at_once_and_stands_in_no_word_of_it()
    {
        using var certificate = RelayCertificates.For("localhost");
        await using var relay = new Relay(certificate: certificate, asksLogin: true) { LetsIn = false };
        using var mailer = AMail.By(Settings(relay, SecureSocketOptions.StartTls, trusts: true));
        for (var i = 0; i < 3; i++)
        {
            var told = await Should.ThrowAsync<MailOutageException>(() => mailer.Send(AMail.To("jannie@voorbeeld.example")));
            told.Message.ShouldContain("weigert de naam of het wachtwoord");
            told.ToString().ShouldNotContain("geheim");
        }
        relay.Connections.ShouldBe(1);
        relay.Took.ShouldBeEmpty();
    }

    private static async Task<string> Refused(Relay relay, SecureSocketOptions security, bool trusts)
    {
        using var mailer = AMail.By(Settings(relay, security, trusts));
        var told = await Should.ThrowAsync<MailOutageException>(() => mailer.Send(AMail.To("jannie@voorbeeld.example")));
        relay.Logins.ShouldBeEmpty();
        relay.Read.ShouldBeEmpty();
        told.ToString().ShouldNotContain("jannie");
        return told.Message;
    }

    private static SmtpSettings Settings(Relay relay, SecureSocketOptions security, bool trusts)
    {
        var authorities = new X509Certificate2Collection();
        authorities.ImportFromPem(RelayCertificates.Pem);
        return new SmtpSettings("localhost", relay.Port, security)
        {
            Login = new NetworkCredential("smederijen", "geheim"),
            Authorities = trusts ? authorities : null,
        };
    }
}
