using MailKit.Security;
using Microsoft.Extensions.Configuration;
using Smederijen.LocalHost.Mail;
using Smederijen.LocalHost.Tests.Start;
using Smederijen.LocalHost.Tests.Storage;

namespace Smederijen.LocalHost.Tests.Mail;

/// <summary>The settings <c>Mail__Smtp__…</c>, and the command that tries them.</summary>
public sealed class When_the_relay_is_set : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Without_them_there_is_no_relay() => SmtpSettings.From(Given("Mail:FromAddress=smederijen@gemeente.example")).ShouldBeNull();

    [Theory]
    [InlineData("starttls", 587, SecureSocketOptions.StartTls)]
    [InlineData("TLS", 465, SecureSocketOptions.SslOnConnect)]
    public void A_host_is_enough_and_the_rest_is_as_usual(string security, int port, SecureSocketOptions means)
    {
        var settings = Read("Host=smtp.gemeente.example", $"Security={security}");
        settings.ShouldBe(new SmtpSettings("smtp.gemeente.example", port, means));
        Read("Host=smtp.gemeente.example").Security.ShouldBe(SecureSocketOptions.StartTls);
        Read("Host=127.0.0.1", "Security=none", "Port=2525").Port.ShouldBe(2525);
    }

    [Fact]
    public void The_password_comes_from_a_file_and_is_shown_nowhere()
    {
        File.WriteAllText(_folder.File("wachtwoord"), "geheim met spatie \n");
        var settings = Read("Host=smtp.gemeente.example", "User=smederijen", $"PasswordFile={_folder.File("wachtwoord")}");
        settings.Login.ShouldNotBeNull().Password.ShouldBe("geheim met spatie ");
        settings.ToString().ShouldBe("smtp.gemeente.example:587");
    }

    [Fact]
    public void Whatever_is_wrong_is_told_at_once_by_name_and_without_a_value()
    {
        File.WriteAllText(_folder.File("geen-ca"), "geheim");
        var told = Should.Throw<CannotStartException>(() => SmtpSettings.From(Given(
            "Mail:FromAddress=geheim", "Mail:Smtp:Host=https://geheim", "Mail:Smtp:Port=70000", "Mail:Smtp:Security=geheim", "Mail:Smtp:User=geheim",
            $"Mail:Smtp:CaFile={_folder.File("geen-ca")}", "Mail:Smtp:AtOnce=0", "Mail:Smtp:Pasword=geheim"))).Message;
        foreach (var name in (string[])["Host", "Port", "Security", "User", "CaFile", "AtOnce", "Pasword"])
            told.ShouldContain($"The setting Mail__Smtp__{name} ");
        told.ShouldContain("The setting Mail__FromAddress is not a mail address");
        told.ShouldNotContain("geheim");
        told.ShouldNotContain('\n');
    }

    [Theory]
    [InlineData("Mail__Smtp__Host is missing", "Port=25")]
    [InlineData("Mail__Smtp__Host is not the name", "Host=smtp.gemeente.example:587")]
    [InlineData("only a relay on this machine may have no TLS", "Host=smtp.gemeente.example", "Security=none")]
    [InlineData("Mail__Smtp__User goes with a password", "Host=smtp.gemeente.example", "Password=geheim")]
    [InlineData("are both there", "Host=smtp.gemeente.example", "User=a", "Password=geheim", "PasswordFile=/dev/null")]
    [InlineData("Mail__Smtp__PasswordFile names a file that cannot be read", "Host=smtp.gemeente.example", "User=a", "PasswordFile=/geheim/er/niet")]
    [InlineData("is empty", "Host=smtp.gemeente.example", "User=a", "PasswordFile=/dev/null")]
    public void One_that_cannot_be_is_told_with_what_to_do(string says, params string[] given)
    {
        var told = Should.Throw<CannotStartException>(() => Read(given)).Message;
        told.ShouldContain(says);
        told.ShouldContain("Give ");
        told.ShouldNotContain("geheim");
    }

    [Fact]
    public void A_relay_needs_a_sender_of_its_own() =>
        Should.Throw<CannotStartException>(() => SmtpSettings.From(Given("Mail:Smtp:Host=localhost"))).Message
            .ShouldBe("The setting Mail__FromAddress is missing. Give the address that mails are from, such as smederijen@example.nl.");

    [Fact]
    public async Task The_program_does_not_start_with_a_wrong_one_and_a_demo_has_no_use_for_it()
    {
        var (exit, errors, _) = await StartedProgram.Run(
            ["dotnet", StartedProgram.File, "--port", "0", "--data", _folder.Path], "Mail__Smtp__Port=25");
        exit.ShouldBe(1);
        errors.ShouldStartWith("The setting Mail__Smtp__Host is missing. Give ");
        await using var demo = await Edition.Start(_folder);
        demo.Get<OutboxMailer>().ShouldNotBeNull();
    }

    [Fact]
    public async Task A_test_mail_says_that_the_relay_took_it()
    {
        await using var relay = new Relay();
        (await TestMail.Send("els@gemeente.example", For(relay))).ShouldStartWith($"The relay 127.0.0.1:{relay.Port} took the mail for els@gemeente.example.");
        relay.Took.ShouldHaveSingleItem().To.ShouldBe("els@gemeente.example");
    }

    [Fact]
    public async Task A_test_mail_says_why_the_relay_did_not_take_it()
    {
        await using var relay = new Relay { OfRecipient = _ => Relay.Says(550, "5.1.1 nobody") };
        (await Should.ThrowAsync<CannotStartException>(() => TestMail.Send("els@gemeente.example", For(relay)))).Message
            .ShouldContain("did not take the mail. Deze mail kwam niet aan: het adres bestaat niet (code 5.1.1)");
    }

    [Fact]
    public async Task A_test_mail_is_tried_once_and_says_nothing_else()
    {
        var gone = new Relay();
        await gone.DisposeAsync();
        (await Should.ThrowAsync<CannotStartException>(() => TestMail.Send("els@gemeente.example", For(gone)))).Message
            .ShouldBe($"The relay 127.0.0.1:{gone.Port} did not take the mail. De mailserver is niet bereikbaar (ConnectionRefused).");
    }

    [Theory]
    [InlineData("No relay is set", "testmail", "els@gemeente.example")]
    [InlineData("testmail needs a mail address. Usage: ", "testmail", "els")]
    [InlineData("testmail needs a mail address. Usage: ", "testmail")]
    public async Task Without_a_relay_or_an_address_there_is_no_test_mail(string says, params string[] arguments)
    {
        var (exit, errors, output) = await StartedProgram.Run(["dotnet", StartedProgram.File, .. arguments]);
        exit.ShouldBe(1);
        errors.ShouldStartWith(says);
        output.ShouldBeEmpty();
    }

    private static IConfiguration For(Relay relay) =>
        Given("Mail:FromAddress=smederijen@gemeente.example", "Mail:Smtp:Host=127.0.0.1", "Mail:Smtp:Security=none", $"Mail:Smtp:Port={relay.Port}");

    private static SmtpSettings Read(params string[] given) =>
        SmtpSettings.From(Given([.. given.Select(one => $"Mail:Smtp:{one}"), "Mail:FromAddress=smederijen@gemeente.example"])).ShouldNotBeNull();

    private static IConfigurationRoot Given(params string[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(setting => setting.Split('=', 2)).Select(pair => KeyValuePair.Create(pair[0], (string?)pair[1])))
        .Build();
}
