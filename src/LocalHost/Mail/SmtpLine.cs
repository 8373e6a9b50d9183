using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using MailKit.Net.Smtp;
using MimeKit;

namespace Smederijen.LocalHost.Mail;

/// <summary>One connection to the relay. It writes down nothing of what is said there: that holds passwords and addresses.</summary>
internal sealed class SmtpLine : IDisposable
{
    private static readonly TimeSpan Goodbye = TimeSpan.FromSeconds(2);

    private readonly Client _client;
    private bool _isOver;

    private SmtpLine(Client client) => _client = client;

    /// <summary>Whether another mail can go by it.</summary>
    public bool IsOpen => !_isOver && _client.IsConnected;

    /// <summary>Whether the relay agreed to the address of the mail, and may have had all of it since.</summary>
    public bool IsHandingOver => _client.IsHandingOver;

    /// <exception cref="SmtpFailure">No mail can go out.</exception>
    public static async Task<SmtpLine> Open(SmtpSettings settings, CancellationToken inTime)
    {
        var client = new Client(settings.Authorities) { Timeout = (int)settings.Patience.TotalMilliseconds };
        try
        {
            await client.ConnectAsync(settings.Host, settings.Port, settings.Security, inTime);
            if (settings.Login is { } login)
                await client.AuthenticateAsync(login, inTime);
            return new SmtpLine(client);
        }
        catch (Exception failure)
        {
            var told = SmtpFailure.OfOpening(failure, client.WrongCertificate);
            client.Dispose();
            throw told;
        }
    }

    /// <summary>Returns once the relay answers for the mail.</summary>
    /// <exception cref="SmtpFailure">The relay did not take it, or did not say so.</exception>
    public async Task Send(MimeMessage message, MailboxAddress from, MailboxAddress to, CancellationToken inTime)
    {
        try
        {
            _client.IsHandingOver = false;
            await _client.SendAsync(EmlWriter.Format, message, from, [to], inTime);
        }
        catch (Exception failure)
        {
            // A refusal leaves it as it was, unless the relay says goodbye with it (421).
            _isOver = failure is not SmtpCommandException { StatusCode: not SmtpStatusCode.ServiceNotAvailable };
            throw SmtpFailure.OfMail(failure, IsHandingOver);
        }
    }

    /// <summary>Takes leave as it should be done, if the relay listens.</summary>
    public async Task Close()
    {
        using var inTime = new CancellationTokenSource(Goodbye);
        try
        {
            await _client.DisconnectAsync(quit: true, inTime.Token);
        }
        catch (Exception failure) when (failure is IOException or SmtpProtocolException or OperationCanceledException)
        {
            // The relay was gone already.
        }
        finally
        {
            _client.Dispose();
        }
    }

    public void Dispose() => _client.Dispose();

    private sealed class Client : SmtpClient
    {
        private readonly X509Certificate2Collection? _authorities;

        public Client(X509Certificate2Collection? authorities)
        {
            _authorities = authorities;
            // Few relays can be asked about withdrawn certificates from behind a firewall; a list that cannot be had would stop all mail.
            CheckCertificateRevocation = false;
            ServerCertificateValidationCallback = (_, _, _, errors) => (WrongCertificate = errors) is SslPolicyErrors.None;
        }

        /// <summary>What is wrong with the certificate of the relay.</summary>
        public SslPolicyErrors WrongCertificate { get; private set; }

        public bool IsHandingOver { get; set; }

        protected override void OnRecipientAccepted(MimeMessage message, MailboxAddress mailbox, SmtpResponse response) => IsHandingOver = true;

        protected override SslClientAuthenticationOptions GetSslClientAuthenticationOptions(
            string host, RemoteCertificateValidationCallback remoteCertificateValidationCallback)
        {
            var options = base.GetSslClientAuthenticationOptions(host, remoteCertificateValidationCallback);
            if (_authorities is null)
                return options;
            options.CertificateChainPolicy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                RevocationMode = X509RevocationMode.NoCheck,
            };
            options.CertificateChainPolicy.CustomTrustStore.AddRange(_authorities);
            return options;
        }
    }
}
