using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using MailKit.Security;
using Smederijen.LocalHost.Mail;
using Smederijen.LocalHost.Tests.Storage;
using Smederijen.Portal.Mail;

namespace Smederijen.LocalHost.Tests.Mail;

public sealed class When_mail_goes_by_a_relay : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_is_the_same_message_as_in_the_outbox_to_the_last_byte()
    {
        var noon = new Noon();
        await using var relay = new Relay();
        using var mailer = AMail.By(relay.Settings, noon);
        var mail = AMail.To("jannie@voorbeeld.example");

        await mailer.Send(mail);

        var (to, message) = relay.Took.ShouldHaveSingleItem();
        to.ShouldBe("jannie@voorbeeld.example");
        Encoding.ASCII.GetString(message).TrimEnd().ShouldBe(Encoding.ASCII.GetString(EmlWriter.Write(mail, AMail.From, noon.GetUtcNow())).TrimEnd());
    }

    [Fact]
    public async Task At_a_second_try_it_has_the_same_message_id()
    {
        await using var relay = new Relay();
        using var mailer = AMail.By(relay.Settings);
        await mailer.Send(AMail.To("jannie@voorbeeld.example"));
        await mailer.Send(AMail.To("jannie@voorbeeld.example"));
        relay.Took.Select(mail => AMail.IdOf(mail.Message)).ShouldBe(["alteveer-1-1@voorbeeld.example", "alteveer-1-1@voorbeeld.example"]);
    }

    [Fact]
    public async Task Mails_that_follow_each_other_share_a_connection_which_is_closed_when_no_more_come()
    {
        var clock = new Noon();
        await using var relay = new Relay();
        using var mailer = AMail.By(relay.Settings, clock);
        for (var i = 0; i < 20; i++)
            await mailer.Send(AMail.To($"bewoner{i}@voorbeeld.example"));
        relay.Took.Select(mail => mail.To).ShouldBe(Enumerable.Range(0, 20).Select(i => $"bewoner{i}@voorbeeld.example"));
        relay.Connections.ShouldBe(1);

        clock.TimerIn.ShouldBe(relay.Settings.Idle);
        clock.EndTimer();

        await Edition.Eventually(() => Task.FromResult(relay.Open), open => open == 0, "the end of the connection");
        await mailer.Send(AMail.To("piet@voorbeeld.example"));
        relay.Connections.ShouldBe(2);
    }

    [Fact]
    public async Task There_are_never_more_connections_than_the_settings_allow()
    {
        await using var relay = new Relay();
        using var mailer = AMail.By(relay.Settings with { AtOnce = 3 });
        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => mailer.Send(AMail.To($"bewoner{i}@voorbeeld.example"))));
        relay.Took.Count.ShouldBe(40);
        relay.Most.ShouldBeInRange(1, 3);
    }

    [Fact]
    public async Task A_connection_that_the_relay_ended_meanwhile_costs_no_mail()
    {
        var first = new Relay();
        using var mailer = AMail.By(first.Settings);
        await mailer.Send(AMail.To("jannie@voorbeeld.example"));
        await first.DisposeAsync();
        await using var restarted = new Relay(first.Port);
        await mailer.Send(AMail.To("piet@voorbeeld.example"));
        restarted.Took.ShouldHaveSingleItem().To.ShouldBe("piet@voorbeeld.example");
    }

    [Fact]
    public async Task A_relay_that_takes_only_so_many_mails_by_one_connection_gets_the_next_by_another()
    {
        await using var relay = new Relay();
        using var mailer = AMail.By(relay.Settings);
        await mailer.Send(AMail.To("jannie@voorbeeld.example"));
        relay.OfSender = _ => relay.Connections == 1 ? Relay.Says(421, "4.7.0 enough by this connection") : null;
        await mailer.Send(AMail.To("piet@voorbeeld.example"));
        relay.Took.Select(mail => mail.To).ShouldBe(["jannie@voorbeeld.example", "piet@voorbeeld.example"]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task It_goes_by_TLS_with_a_name_and_a_password_where_a_given_authority_vouches_for_the_relay(bool fromTheFirstByte)
    {
        using var certificate = RelayCertificates.For("localhost");
        await using var relay = new Relay(certificate: certificate, tls: fromTheFirstByte, asksLogin: true);
        using var mailer = AMail.By(Trusting(relay, fromTheFirstByte ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTls));
        await mailer.Send(AMail.To("jannie@voorbeeld.example"));
        relay.Took.ShouldHaveSingleItem();
        relay.Logins.ShouldHaveSingleItem().ShouldBe(("smederijen", "geheim"));
    }

    [Theory]
    [InlineData("jannie")]
    [InlineData("jannie@voorbeeld.example\r\nRCPT TO:<piet@voorbeeld.example>")]
    public async Task An_address_that_is_none_is_refused_for_good_and_not_shown_to_the_relay(string address)
    {
        await using var relay = new Relay();
        using var mailer = AMail.By(relay.Settings);
        await Should.ThrowAsync<MailRefusedException>(() => mailer.Send(AMail.To(address)));
        relay.Took.ShouldBeEmpty();
    }

    private static SmtpSettings Trusting(Relay relay, SecureSocketOptions security)
    {
        var authorities = new X509Certificate2Collection();
        authorities.ImportFromPem(RelayCertificates.Pem);
        return new SmtpSettings("localhost", relay.Port, security)
        {
            Login = new NetworkCredential("smederijen", "geheim"),
            Authorities = authorities,
        };
    }

    /// <summary>It is always noon, and its timer ends when the test says so.</summary>
    private sealed class Noon : TimeProvider, ITimer
    {
        private Action _timer = () => { };

        public TimeSpan TimerIn { get; private set; }

        public override DateTimeOffset GetUtcNow() => new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _timer = () => callback(state);
            return this;
        }

        public void EndTimer() => _timer();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            TimerIn = dueTime;
            return true;
        }

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
