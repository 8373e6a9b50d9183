using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OpenTelemetry.Metrics;
using Smederijen.Functions.Mail;
using Smederijen.Functions.Settings;
using Smederijen.Functions.Storage;
using Smederijen.Functions.Telemetry;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Mail;
using Smederijen.Portal.Settings;
using Smederijen.Portal.Work;

namespace Smederijen.Functions.Tests.Settings;

/// <summary>App Service then hands the reference itself to the app, as if it were the value.</summary>
public sealed class When_a_reference_to_the_key_vault_is_not_resolved
{
    private const string Reference = "@Microsoft.KeyVault(SecretUri=https://kv-smed.vault.azure.net/secrets/geheim)";
    private static readonly OutgoingMail Mail =
        new("alteveer-idee1-3", "Jannie de Vries", "jannie@voorbeeld.example", "Uw idee", "Dag Jannie", "<p>Dag Jannie</p>");

    private static IConfiguration Waiting(string setting) => new ConfigurationBuilder()
        .AddInMemoryCollection([KeyValuePair.Create(setting.Replace("__", ":", StringComparison.Ordinal), (string?)Reference)]).Build();

    private static ServiceProvider App(string setting)
    {
        var settings = Waiting(setting);
        return new ServiceCollection().AddSingleton<IConfiguration>(settings).AddLogging().AddSmederijen(settings).BuildServiceProvider();
    }

    [Theory]
    [InlineData("Mail__ApiKey")]
    [InlineData("Mail__FromAddress")]
    [InlineData("Mail__Host")]
    [InlineData("Mail__Timeout")]
    public async Task A_mail_is_tried_again_however_long_it_takes_and_the_sentence_names_the_setting_alone(string setting)
    {
        using var app = App(setting);
        var failure = await Should.ThrowAsync<MailServiceException>(() => app.GetRequiredService<IMailer>().Send(Mail));
        failure.Message.ShouldSatisfyAllConditions(
            message => message.ShouldContain(setting), message => message.ShouldNotContain("geheim"), message => message.ShouldNotContain("kv-smed"));
        UnresolvedSettingException.IsReason(failure).ShouldBeTrue();
    }

    [Theory]
    [InlineData(Reference)]
    [InlineData(" @microsoft.keyvault(VaultName=kv;SecretName=geheim)")]
    public async Task The_reference_never_goes_to_SendGrid_as_if_it_were_a_key(string key)
    {
        using var mailer = new SendGridMailer(Options.Create(new MailOptions { ApiKey = key }));
        (await Should.ThrowAsync<MailServiceException>(() => mailer.Send(Mail))).Message.ShouldContain("Mail__ApiKey");
    }

    [Theory]
    [InlineData("Storage__TableUri")]
    [InlineData("Storage__BlobUri")]
    [InlineData("Storage__ConnectionString")]
    [InlineData("Storage__Table")]
    public void The_store_says_which_setting_it_waits_for(string setting)
    {
        using var app = App(setting);
        Should.Throw<UnresolvedSettingException>(app.GetRequiredService<StorageClients>).Message.ShouldSatisfyAllConditions(
            message => message.ShouldContain(setting), message => message.ShouldNotContain("geheim"));
    }

    [Fact]
    public void No_link_is_written_with_it()
    {
        using var app = App("Portal__PublicUrl");
        Should.Throw<UnresolvedSettingException>(() => app.GetRequiredService<IOptions<PortalOptions>>().Value).Message.ShouldContain("Portal__PublicUrl");
    }

    [Theory]
    [InlineData("Telemetry:ConnectionString")]
    [InlineData("Telemetry:ByIdentity")]
    public void The_app_works_without_its_telemetry(string setting)
    {
        var settings = new ConfigurationBuilder()
            .AddInMemoryCollection([KeyValuePair.Create("Telemetry:ConnectionString", (string?)"InstrumentationKey=00000000-0000-0000-0000-000000000001")])
            .AddInMemoryCollection([KeyValuePair.Create(setting, (string?)Reference)]).Build();
        using var app = new ServiceCollection().AddTelemetry(settings).BuildServiceProvider();
        app.GetService<MeterProvider>().ShouldBeNull();
    }

    [Theory]
    [InlineData("Mail__ApiKey")]
    [InlineData("Telemetry__ConnectionString")]
    [InlineData("AzureWebJobsStorage__accountName")]
    public async Task The_log_names_it_at_the_start_and_not_its_value(string setting)
    {
        var log = new Lines();
        await new SettingsCheck(Waiting(setting), log).StartAsync(CancellationToken.None);
        log.Where(line => line.Contains(setting, StringComparison.Ordinal)).ShouldHaveSingleItem().ShouldNotContain("geheim");
    }

    [Fact]
    public async Task With_every_setting_in_its_place_the_log_says_nothing()
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(
            [KeyValuePair.Create("Mail:ApiKey", (string?)"SG.geheim"), KeyValuePair.Create("Keys:Certificate", (string?)"https://kv/certificates/c")]).Build();
        var log = new Lines();
        await new SettingsCheck(settings, log).StartAsync(CancellationToken.None);
        log.ShouldBeEmpty();
    }

    private sealed class Lines : List<string>, ILogger<SettingsCheck>
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Add(formatter(state, exception));
    }
}
