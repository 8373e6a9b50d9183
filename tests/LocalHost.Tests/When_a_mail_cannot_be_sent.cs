using Microsoft.Extensions.DependencyInjection;
using Smederijen.LocalHost.Tests.Storage;
using Smederijen.Portal;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Mail;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Tests;
using Smederijen.Portal.Work;

namespace Smederijen.LocalHost.Tests;

public sealed class When_a_mail_cannot_be_sent : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly MoodyMailer _mailer = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_is_tried_again_later_and_others_do_not_wait_for_it()
    {
        _mailer.Mood = mail => mail.ToAddress == Residents.Submitter ? new IOException("Busy.") : null;
        await using var town = await Start();
        await town.HandIn();
        await AfterTry(town, 1);
        await town.HandIn(Residents.AnIdea with { email = "piet@voorbeeld.example" });
        await Edition.Eventually(() => Task.FromResult(_mailer.Sent.Count), sent => sent == 1, "the mail to somebody else");
        _mailer.Mood = _ => null;
        await town.Clock.Move(Tries.WaitAfter(1));
        await Edition.Eventually(() => Task.FromResult(_mailer.Sent.Count), sent => sent == 2, "the mail to the submitter");
    }

    [Fact]
    public async Task It_is_given_up_after_a_day_and_waits_for_staff()
    {
        _mailer.Mood = _ => new IOException("Busy.");
        await using var town = await Start();
        var begin = town.Clock.GetUtcNow();
        await town.HandIn();
        for (var attempt = 1; attempt < Tries.Most; attempt++)
        {
            await AfterTry(town, attempt);
            await town.Clock.Move(Tries.WaitAfter(attempt));
        }
        var failed = (await Edition.Eventually(() => town.Rows("mislukt|"), rows => rows.Count == 1, "the mail to be given up")).Single();
        failed.Read(House.Effects.Pending).ShouldSatisfyAllConditions(
            effect => effect.Attempts.ShouldBe(Tries.Most),
            effect => effect.Problem.ShouldBe("Busy."),
            effect => effect.RetryAt.ShouldBeNull());
        (await town.Rows("effect|")).ShouldBeEmpty();
        (town.Clock.GetUtcNow() - begin).ShouldBeInRange(TimeSpan.FromHours(22), TimeSpan.FromHours(26));
    }

    [Fact]
    public async Task Staff_do_not_read_where_a_file_lies_on_the_computer()
    {
        _mailer.Mood = _ => new DirectoryNotFoundException("Could not find a part of the path '/data/uitgaand'.");
        await using var town = await Start();
        await town.HandIn();
        await AfterTry(town, 1);
        (await town.Rows("effect|")).Single().Read(House.Effects.Pending).Problem.ShouldNotBeNull().ShouldNotContain("/data");
    }

    [Fact]
    public async Task It_is_given_up_at_once_when_trying_again_is_useless()
    {
        _mailer.Mood = _ => new MailRefusedException("There is no such mailbox.");
        await using var town = await Start();
        await town.HandIn();
        var failed = await Edition.Eventually(() => town.Rows("mislukt|"), rows => rows.Count == 1, "the mail to be given up");
        failed.Single().Read(House.Effects.Pending).Problem.ShouldBe("There is no such mailbox.");
    }

    [Fact]
    public async Task It_is_never_given_up_for_a_setting_that_is_not_resolved_yet_and_goes_once_it_is()
    {
        _mailer.Mood = _ => new InvalidOperationException("Not now.", new UnresolvedSettingException("Mail__ApiKey is not resolved yet."));
        await using var town = await Start();
        await town.HandIn();
        for (var attempt = 1; attempt <= Tries.Most + 1; attempt++)
        {
            await AfterTry(town, attempt);
            await town.Clock.Move(Tries.WaitAfter(attempt));
        }
        (await town.Rows("mislukt|")).ShouldBeEmpty();
        _mailer.Mood = _ => null;
        await town.Clock.Move(Tries.WaitAfter(Tries.Most));
        await Edition.Eventually(() => Task.FromResult(_mailer.Sent.Count), sent => sent == 1, "the mail");
    }

    /// <summary>Tried more often than a mail is before it is given up.</summary>
    [Fact]
    public async Task It_goes_within_a_minute_of_the_return_of_the_outbox_however_long_that_was_gone()
    {
        await using var town = await Edition.Start(_folder);
        Directory.Delete(_folder.File("uitgaand"), recursive: true);
        await town.HandIn();
        for (var attempt = 0; attempt <= Tries.Most + 1; attempt++)
        {
            await Edition.Eventually(() => town.Rows("effect|"),
                rows => rows.Any(row => row.Read(House.Effects.Pending).RetryAt > town.Clock.GetUtcNow()), $"try {attempt}");
            await town.Clock.Move(TimeSpan.FromMinutes(1));
        }
        (await town.Rows("mislukt|")).ShouldBeEmpty();
        Directory.CreateDirectory(_folder.File("uitgaand"));
        await town.Clock.Move(TimeSpan.FromMinutes(1));
        (await town.MailTo(Residents.Submitter)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_mail_to_several_waits_too_when_the_outbox_goes_away_halfway()
    {
        var failure = new MailInterruptedException("Weg.", new MailOutageException("Weg.", new IOException())) { Undelivered = ["anna"] };
        _mailer.Mood = _ => failure;
        await using var town = await Start();
        await town.HandIn();
        var waiting = await Edition.Eventually(
            () => town.Rows("effect|"), rows => rows.Any(row => row.Read(House.Effects.Pending).RetryAt is not null), "a try");
        waiting.Single().Read(House.Effects.Pending).ShouldSatisfyAllConditions(
            effect => effect.Attempts.ShouldBe(0),
            effect => effect.Undelivered.ShouldBe(["anna"]));
    }

    private Task<Edition> Start() => Edition.Start(_folder, services => services.AddSingleton<IMailer>(_mailer));

    private static Task<List<Entity>> AfterTry(Edition town, int attempts) => Edition.Eventually(
        () => town.Rows("effect|"), rows => rows.Any(row => row.Read(House.Effects.Pending).Attempts == attempts), $"try {attempts}");

    private sealed class MoodyMailer : IMailer
    {
        public Func<OutgoingMail, Exception?> Mood { get; set; } = _ => null;

        public System.Collections.Concurrent.ConcurrentBag<OutgoingMail> Sent { get; } = [];

        public Task Send(OutgoingMail mail, CancellationToken cancellation = default)
        {
            if (Mood(mail) is { } refusal)
                throw refusal;
            Sent.Add(mail);
            return Task.CompletedTask;
        }
    }
}
