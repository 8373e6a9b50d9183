using Microsoft.Extensions.DependencyInjection;
using SmtpServer.Protocol;
using Smederijen.LocalHost.Tests.Storage;
using Smederijen.Portal;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Mail;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Tests;

namespace Smederijen.LocalHost.Tests.Mail;

public sealed class When_the_relay_refuses_a_mail : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(550, "5.1.1 <jannie@voorbeeld.example> unknown", "het adres bestaat niet (code 5.1.1)")]
    [InlineData(552, "5.2.2 mailbox of jannie is full", "de mailbox is vol of tijdelijk buiten gebruik (code 5.2.2)")]
    [InlineData(550, "No mailbox jannie here", "De mailserver weigert deze mail (code 550)")]
    [InlineData(554, "5.7.1 <jannie@voorbeeld.example>: Relay access denied", "De mailserver weigert deze mail (code 5.7.1)")]
    [InlineData(553, "5.1.1.1 jannie", "De mailserver weigert deze mail (code 553)")]
    public async Task It_is_given_up_with_the_code_and_a_sentence_and_without_the_words_of_the_server(int code, string words, string told)
    {
        await using var relay = new Relay { OfRecipient = _ => Relay.Says(code, words) };
        using var mailer = AMail.By(relay.Settings);
        var refused = await Should.ThrowAsync<MailRefusedException>(() => mailer.Send(AMail.To("jannie@voorbeeld.example")));
        refused.Message.ShouldContain(told);
        refused.ToString().ShouldNotContain("jannie");
        relay.OfRecipient = _ => null;
        await mailer.Send(AMail.To("piet@voorbeeld.example"));
        relay.Took.ShouldHaveSingleItem().To.ShouldBe("piet@voorbeeld.example");
    }

    [Fact]
    public async Task What_is_in_it_can_be_the_reason()
    {
        await using var relay = new Relay { OfMail = () => Relay.Says(554, "5.6.0 looks like spam for jannie") };
        using var mailer = AMail.By(relay.Settings);
        (await Should.ThrowAsync<MailRefusedException>(() => mailer.Send(AMail.To("jannie@voorbeeld.example")))).Message
            .ShouldContain("De mailserver weigert deze mail (code 5.6.0)");
    }

    /// <summary>Every mail has the same one, so it is the setting that is wrong, not a mail.</summary>
    [Fact]
    public async Task A_sender_that_is_refused_gives_up_no_mail()
    {
        await using var relay = new Relay { OfSender = _ => Relay.Says(550, "5.7.1 not your address") };
        using var mailer = AMail.By(relay.Settings);
        (await Should.ThrowAsync<MailOutageException>(() => mailer.Send(AMail.To("jannie@voorbeeld.example")))).Message
            .ShouldContain("weigert onze afzender (code 5.7.1)");
    }

    [Fact]
    public async Task It_stands_on_the_list_of_staff_at_once_and_others_get_theirs()
    {
        await using var relay = new Relay
        {
            OfRecipient = to => to == Residents.Submitter ? new SmtpResponse(SmtpReplyCode.MailboxUnavailable, $"5.1.1 <{to}> unknown") : null,
        };
        await using var town = await Edition.Start(_folder, services => services.AddSingleton<IMailer>(provider =>
            AMail.By(relay.Settings, provider.GetRequiredService<TimeProvider>())));
        await town.HandIn();
        await town.HandIn(Residents.AnIdea with { email = "piet@voorbeeld.example" });

        var failed = await Edition.Eventually(() => town.Rows("mislukt|"), rows => rows.Count == 1, "the mail to be given up");

        failed.Single().Read(House.Effects.Pending).Problem.ShouldBe(
            "Deze mail kwam niet aan: het adres bestaat niet (code 5.1.1). Vraag het juiste adres, of stuur een brief.");
        await Edition.Eventually(() => Task.FromResult(relay.Took.Count), took => took == 1, "the mail to somebody else");
        relay.Took.Single().To.ShouldBe("piet@voorbeeld.example");
    }
}
