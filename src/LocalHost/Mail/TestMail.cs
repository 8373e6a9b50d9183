namespace Smederijen.LocalHost.Mail;

/// <summary>One mail by the relay of the settings, to try them: <c>./start testmail ADRES</c>.</summary>
internal static class TestMail
{
    public const string Command = "testmail";

    private const string Text = """
        Beste lezer,

        Dit is een testmail van De Smederijen. U hoeft niets te doen.

        Komt deze mail aan? Dan kan het programma mail versturen.
        """;

    /// <summary>Null when this is no mail address.</summary>
    public static string? Read(IReadOnlyList<string> arguments) =>
        arguments is [var email] && EmailAddress.Tidied(email) is var address && EmailAddress.WhatIsWrong(address) is null ? address : null;

    /// <summary>With the settings of the environment.</summary>
    /// <exception cref="CannotStartException">It was not sent; the message says why.</exception>
    public static Task<string> Send(string address) => Send(address, new ConfigurationBuilder().AddEnvironmentVariables().Build());

    /// <summary>What to tell the operator once the relay took it.</summary>
    /// <exception cref="CannotStartException">It was not sent; the message says why.</exception>
    public static async Task<string> Send(string address, IConfiguration configuration)
    {
        if (SmtpSettings.From(configuration) is not { } settings)
            throw new CannotStartException("No relay is set, so no mail is sent: mails are laid in the folder 'uitgaand'. Give the settings Mail__Smtp__Host and what goes with it.");
        using var mailer = new SmtpMailer(settings, Sender.From(configuration), TimeProvider.System);
        try
        {
            await mailer.Send(new OutgoingMail(
                $"testmail-{Guid.NewGuid():n}", "", EmailAddress.Deliverable(address), "Testmail van De Smederijen", Text,
                $"<p>{Text.ReplaceLineEndings("\n").Replace("\n\n", "</p><p>", StringComparison.Ordinal)}</p>"));
        }
        catch (Exception failure) when (failure is MailRefusedException or MailOutageException or SmtpLaterException)
        {
            throw new CannotStartException($"The relay {settings} did not take the mail. {SmtpFailure.Once(failure.Message)}", failure);
        }
        return $"The relay {settings} took the mail for {address}. Look whether it arrives, and whether it lies among the spam;\n"
            + "what DNS says of the sender stands at /medewerkers/mail.";
    }
}
