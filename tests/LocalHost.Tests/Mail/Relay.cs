using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using MailKit.Security;
using SmtpServer;
using SmtpServer.Authentication;
using SmtpServer.ComponentModel;
using SmtpServer.Mail;
using SmtpServer.Net;
using SmtpServer.Protocol;
using SmtpServer.Storage;
using Smederijen.LocalHost.Mail;

namespace Smederijen.LocalHost.Tests.Mail;

/// <summary>A mail server on a port of its own, that does what the test says to what it is asked.</summary>
internal sealed class Relay : MailboxFilter, IMessageStore, IUserAuthenticator, IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly SmtpServer.SmtpServer _server;
    private readonly Task _running;
    private int _connections, _open, _most;

    /// <param name="port">0 for a free one.</param>
    /// <param name="certificate">With it, TLS: after STARTTLS, or from the first byte where <paramref name="tls"/> is set.</param>
    public Relay(int port = 0, X509Certificate2? certificate = null, bool tls = false, bool asksLogin = false)
    {
        var endpoint = new EndpointDefinitionBuilder().Endpoint(new IPEndPoint(IPAddress.Loopback, port)).IsSecure(tls)
            .AuthenticationRequired(asksLogin).AllowUnsecureAuthentication(certificate is null);
        if (certificate is not null)
            endpoint.Certificate(certificate);
        var listeners = new EndpointListenerFactory();
        listeners.EndpointStarted += (_, started) => Port = ((IPEndPoint)started.LocalEndPoint).Port;
        var services = new ServiceProvider();
        services.Add(listeners);
        services.Add((IMailboxFilter)this);
        services.Add((IMessageStore)this);
        services.Add((IUserAuthenticator)this);
        _server = new SmtpServer.SmtpServer(new SmtpServerOptionsBuilder().ServerName("localhost").Endpoint(endpoint.Build()).Build(), services);
        _server.SessionCreated += (_, _) => Enter();
        _server.SessionCompleted += (_, _) => Leave();
        _server.SessionFaulted += (_, _) => Leave();
        _server.SessionCancelled += (_, _) => Leave();
        _running = _server.StartAsync(_stop.Token);
    }

    public int Port { get; private set; }

    /// <summary>Null to take it.</summary>
    public Func<string, SmtpResponse?> OfSender { get; set; } = _ => null;

    /// <summary>Null to take it.</summary>
    public Func<string, SmtpResponse?> OfRecipient { get; set; } = _ => null;

    /// <summary>What it says once it has the mail.</summary>
    public Func<SmtpResponse> OfMail { get; set; } = () => SmtpResponse.Ok;

    /// <summary>What it waits for before it says that.</summary>
    public Task BeforeAnswer { get; set; } = Task.CompletedTask;

    /// <summary>What it took, each mail with the address that it goes to.</summary>
    public ConcurrentQueue<(string To, byte[] Message)> Took { get; } = [];

    /// <summary>All that it read of mails, taken or not.</summary>
    public ConcurrentQueue<byte[]> Read { get; } = [];

    public ConcurrentQueue<(string User, string Password)> Logins { get; } = [];

    public bool LetsIn { get; set; } = true;

    /// <summary>Since the start.</summary>
    public int Connections => _connections;

    public int Open => _open;

    /// <summary>At the same time.</summary>
    public int Most => _most;

    public SmtpSettings Settings => new("127.0.0.1", Port, SecureSocketOptions.None);

    public override Task<bool> CanAcceptFromAsync(ISessionContext context, IMailbox @from, int size, CancellationToken cancellationToken) =>
        Answer(OfSender(@from.AsAddress()));

    public override Task<bool> CanDeliverToAsync(ISessionContext context, IMailbox to, IMailbox @from, CancellationToken cancellationToken) =>
        Answer(OfRecipient(to.AsAddress()));

    public async Task<SmtpResponse> SaveAsync(
        ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
    {
        var message = buffer.ToArray();
        Read.Enqueue(message);
        await BeforeAnswer.WaitAsync(_stop.Token);
        var answer = OfMail();
        if (answer.ReplyCode is SmtpReplyCode.Ok)
            Took.Enqueue((transaction.To.Single().AsAddress(), message));
        return answer;
    }

    public Task<bool> AuthenticateAsync(ISessionContext context, string user, string password, CancellationToken cancellationToken)
    {
        Logins.Enqueue((user, password));
        return Task.FromResult(LetsIn);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    /// <summary>An answer with a code that the package has no name for.</summary>
    public static SmtpResponse Says(int code, string words) => new((SmtpReplyCode)code, words);

    /// <summary>After 421 it ends the connection, as that code says.</summary>
    private static Task<bool> Answer(SmtpResponse? refusal) => refusal is null
        ? Task.FromResult(true)
        : throw new SmtpResponseException(refusal, quit: refusal.ReplyCode is SmtpReplyCode.ServiceClosingTransmissionChannel);

    private void Enter()
    {
        Interlocked.Increment(ref _connections);
        var open = Interlocked.Increment(ref _open);
        while (_most is var most && open > most && Interlocked.CompareExchange(ref _most, open, most) != most)
        {
        }
    }

    private void Leave() => Interlocked.Decrement(ref _open);
}
