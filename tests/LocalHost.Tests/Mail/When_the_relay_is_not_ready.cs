using System.Net;
using System.Net.Sockets;
using MailKit.Security;
using Microsoft.Extensions.DependencyInjection;
using SmtpServer.Protocol;
using Smederijen.LocalHost.Mail;
using Smederijen.LocalHost.Tests.Storage;
using Smederijen.Portal;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Mail;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Work;

namespace Smederijen.LocalHost.Tests.Mail;

public sealed class When_the_relay_is_not_ready : IDisposable
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(400);

    private readonly TemporaryFolder _folder = new();
    private readonly Clock _clock = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_mail_that_it_does_not_take_now_is_tried_again_by_the_work_list()
    {
        var answers = new Queue<SmtpResponse>([Relay.Says(451, "4.3.0 come back later, jannie"), SmtpResponse.Ok]);
        await using var relay = new Relay { OfMail = answers.Dequeue };
        await using var town = await Start(relay.Settings);
        await town.HandIn();
        var waiting = await Edition.Eventually(
            () => town.Rows("effect|"), rows => rows.Any(row => row.Read(House.Effects.Pending).Attempts == 1), "the first try");
        waiting.Single().Read(House.Effects.Pending).Problem.ShouldBe("De mailserver neemt deze mail nu niet aan (code 4.3.0). Wij proberen het opnieuw.");
        relay.Took.ShouldBeEmpty();

        await town.Clock.Move(TimeSpan.FromMinutes(1));

        await Edition.Eventually(() => Task.FromResult(relay.Took.Count), took => took == 1, "the mail");
        (await Edition.Eventually(() => town.Rows("effect|"), rows => rows.Count == 0, "the end of the effect")).ShouldBeEmpty();
    }

    /// <summary>Tried more often than a mail is before it is given up.</summary>
    [Fact]
    public async Task While_it_is_gone_mails_wait_however_long_and_go_within_a_minute_of_its_return()
    {
        var gone = new Relay();
        await gone.DisposeAsync();
        await using var town = await Start(gone.Settings);
        await town.HandIn();
        for (var attempt = 0; attempt <= Tries.Most + 1; attempt++)
        {
            await Edition.Eventually(() => town.Rows("effect|"),
                rows => rows.Any(row => row.Read(House.Effects.Pending).RetryAt > town.Clock.GetUtcNow()), $"try {attempt}");
            await town.Clock.Move(TimeSpan.FromMinutes(1));
        }
        await Edition.Eventually(() => town.Rows("effect|"),
            rows => rows.Any(row => row.Read(House.Effects.Pending).RetryAt > town.Clock.GetUtcNow()), "the last try");
        (await town.Rows("effect|")).Single().Read(House.Effects.Pending).ShouldSatisfyAllConditions(
            effect => effect.Attempts.ShouldBe(0),
            effect => effect.Problem.ShouldBe("De mailserver is niet bereikbaar (ConnectionRefused). Wij proberen het steeds opnieuw."));
        await using var back = new Relay(gone.Port);

        await town.Clock.Move(TimeSpan.FromMinutes(1));

        await Edition.Eventually(() => Task.FromResult(back.Took.Count), took => took == 1, "the mail");
    }

    [Theory]
    [InlineData(421, "Too many messages")]
    [InlineData(450, "4.7.1 too much mail from you")]
    [InlineData(451, "4.7.500 Server busy")]
    [InlineData(452, "4.3.1 Insufficient system storage")]
    public async Task When_it_has_too_much_to_do_all_mail_leaves_it_alone_for_a_moment(int code, string words)
    {
        await using var relay = new Relay { OfSender = _ => Relay.Says(code, words) };
        using var mailer = AMail.By(relay.Settings, _clock);
        await Should.ThrowAsync<SmtpLaterException>(() => mailer.Send(AMail.To("jannie@voorbeeld.example")));
        relay.OfSender = _ => null;
        await Should.ThrowAsync<MailOutageException>(() => mailer.Send(AMail.To("piet@voorbeeld.example")));
        relay.Took.ShouldBeEmpty();
        _clock.Now += SmtpFailure.AMoment;
        await mailer.Send(AMail.To("piet@voorbeeld.example"));
        relay.Took.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(450, "4.2.0 jannie@voorbeeld.example: Greylisted")]
    [InlineData(452, "4.2.2 mailbox full")]
    [InlineData(450, "4.7.1 come back in a minute")]
    [InlineData(450, "mailbox busy")]
    public async Task What_it_says_of_one_address_holds_up_nobody_else(int code, string words)
    {
        await using var relay = new Relay { OfRecipient = to => to.StartsWith("jannie", StringComparison.Ordinal) ? Relay.Says(code, words) : null };
        using var mailer = AMail.By(relay.Settings, _clock);
        var later = await Should.ThrowAsync<SmtpLaterException>(() => mailer.Send(AMail.To("jannie@voorbeeld.example")));
        later.ToString().ShouldNotContain("jannie");
        await mailer.Send(AMail.To("piet@voorbeeld.example"));
        relay.Took.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task One_that_says_nothing_is_not_waited_for_and_others_do_not_wait_for_it_either()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        using var mailer = AMail.By(
            new SmtpSettings("127.0.0.1", ((IPEndPoint)silent.LocalEndpoint).Port, SecureSocketOptions.None) { AtOnce = 1, Patience = Short }, _clock);
        var told = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Should.ThrowAsync<MailOutageException>(
            () => mailer.Send(AMail.To($"bewoner{i}@voorbeeld.example")))).ToArray()).WaitAsync(TimeSpan.FromSeconds(20));
        told.ShouldContain(one => one.Message.Contains("antwoordt niet op tijd", StringComparison.Ordinal));
    }

    /// <summary>It may have the mail: so it is tried as often as any other, and not for ever.</summary>
    [Fact]
    public async Task One_that_takes_a_mail_in_and_does_not_answer_for_it_gets_it_again_later()
    {
        var answers = new TaskCompletionSource();
        await using var relay = new Relay { BeforeAnswer = answers.Task };
        using var mailer = AMail.By(relay.Settings with { Patience = Short }, _clock);
        await Should.ThrowAsync<SmtpLaterException>(() => mailer.Send(AMail.To("jannie@voorbeeld.example"))).WaitAsync(TimeSpan.FromSeconds(20));
        answers.SetResult();
        _clock.Now += SmtpFailure.AMoment;
        await mailer.Send(AMail.To("jannie@voorbeeld.example"));
        relay.Took.ShouldContain(mail => mail.To == "jannie@voorbeeld.example");
    }

    [Fact]
    public async Task Who_stops_the_program_waits_for_no_relay()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        using var mailer = AMail.By(new SmtpSettings("127.0.0.1", ((IPEndPoint)silent.LocalEndpoint).Port, SecureSocketOptions.None));
        using var stop = new CancellationTokenSource();
        var sending = mailer.Send(AMail.To("jannie@voorbeeld.example"), stop.Token);
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(sending).WaitAsync(TimeSpan.FromSeconds(20));
    }

    private Task<Edition> Start(SmtpSettings relay) => Edition.Start(_folder, services => services.AddSingleton<IMailer>(provider =>
        AMail.By(relay, provider.GetRequiredService<TimeProvider>())));

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
