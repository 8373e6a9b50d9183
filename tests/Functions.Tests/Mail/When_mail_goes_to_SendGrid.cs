using System.Text.Json;
using Microsoft.Extensions.Options;
using Smederijen.Functions.Mail;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Mail;

namespace Smederijen.Functions.Tests.Mail;

public sealed class When_mail_goes_to_SendGrid
{
    private static readonly OutgoingMail Mail = new("alteveer-idee1-3", "Jannie de Vries", "jannie@voorbeeld.example", "Uw idee", "Dag Jannie", "<p>Dag Jannie</p>") { ReplyTo = "regisseur@voorbeeld.example", Ticket = "verzegeld" };

    private static SendGridMailer Mailer(Uri host, double seconds = 30) => new(Options.Create(new MailOptions
    {
        Host = host,
        ApiKey = "SG.geheim",
        FromAddress = "smederijen@voorbeeld.example",
        Timeout = TimeSpan.FromSeconds(seconds),
    }));

    [Fact]
    public async Task It_carries_the_letter_its_id_and_nothing_that_follows_people()
    {
        await using var server = await SendGridServer.Start();
        using var mailer = Mailer(server.Address);
        await mailer.Send(Mail);

        var (path, authorization, mail) = server.Received.ShouldHaveSingleItem();
        path.ShouldBe("/v3/mail/send");
        authorization.ShouldBe("Bearer SG.geheim");
        JsonElement.DeepEquals(mail, JsonDocument.Parse("""
            {
              "from": { "name": "De Smederijen", "email": "smederijen@voorbeeld.example" },
              "reply_to": { "email": "regisseur@voorbeeld.example" },
              "personalizations": [
                {
                  "to": [{ "name": "Jannie de Vries", "email": "jannie@voorbeeld.example" }],
                  "subject": "Uw idee",
                  "custom_args": { "mail_id": "alteveer-idee1-3", "retour": "verzegeld" }
                }
              ],
              "content": [{ "type": "text/plain", "value": "Dag Jannie" }, { "type": "text/html", "value": "<p>Dag Jannie</p>" }],
              "tracking_settings": {
                "click_tracking": { "enable": false, "enable_text": false },
                "open_tracking": { "enable": false },
                "subscription_tracking": { "enable": false }
              }
            }
            """).RootElement).ShouldBeTrue(mail.ToString());
    }

    [Theory]
    [InlineData(200)]
    [InlineData(408)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task What_SendGrid_cannot_take_now_is_tried_again(int status)
    {
        await using var server = await SendGridServer.Start();
        server.Answers = status;
        using var mailer = Mailer(server.Address);
        (await Should.ThrowAsync<MailServiceException>(() => mailer.Send(Mail))).Message.ShouldContain($"{status}");
    }

    [Theory]
    [InlineData(400, "address")]
    [InlineData(401, "key")]
    [InlineData(403, "sender")]
    [InlineData(404, "Mail__Host")]
    [InlineData(413, "address")]
    public async Task What_SendGrid_refuses_waits_for_staff_and_tells_nothing_about_the_person(int status, string advice)
    {
        await using var server = await SendGridServer.Start();
        server.Answers = status;
        using var mailer = Mailer(server.Address);
        (await Should.ThrowAsync<MailRefusedException>(() => mailer.Send(Mail))).Message.ShouldSatisfyAllConditions(
            message => message.ShouldContain($"{status}"),
            message => message.ShouldContain(advice),
            message => message.ShouldNotContain("jannie", Case.Insensitive),
            message => message.ShouldNotContain("SG."));
    }

    [Fact]
    public async Task An_answer_that_does_not_come_is_waited_for_no_longer_than_was_set()
    {
        await using var server = await SendGridServer.Start();
        server.Answers = null;
        using var mailer = Mailer(server.Address, seconds: 0.2);
        (await Should.ThrowAsync<MailServiceException>(() => mailer.Send(Mail))).Message.ShouldContain("out of reach");
    }

    [Fact]
    public async Task A_service_that_is_not_there_is_tried_again()
    {
        using var mailer = Mailer(new Uri("http://127.0.0.1:1"));
        await Should.ThrowAsync<MailServiceException>(() => mailer.Send(Mail));
    }

    [Fact]
    public async Task Without_a_key_staff_learn_what_is_missing()
    {
        using var mailer = new SendGridMailer(Options.Create(new MailOptions()));
        (await Should.ThrowAsync<MailRefusedException>(() => mailer.Send(Mail))).Message.ShouldContain("Mail__ApiKey");
    }
}
