using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Smederijen.Functions.Mail;
using Smederijen.Functions.Security;
using Smederijen.Functions.Staff;
using Smederijen.Functions.Storage;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Settings;

namespace Smederijen.Functions.Tests.Infrastructure;

/// <summary>The contract between the infrastructure, the code and docs/operations.md.</summary>
public sealed partial class The_settings_that_a_deployment_makes
{
    /// <summary>What is not read by the code, and by whom it is.</summary>
    private static readonly Dictionary<string, string> ReadByOthers = new()
    {
        ["AzureWebJobsDisableHomepage"] = "Functions host",
        ["AzureWebJobsStorage__accountName"] = "Functions host",
        ["AzureWebJobsStorage__credential"] = "Functions host",
        ["AzureWebJobsStorage__clientId"] = "Functions host",
        ["AZURE_CLIENT_ID"] = "DefaultAzureCredential",
        ["TASKHUB_NAME"] = "host.json",
        ["OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID"] = "App Service authentication",
        ["WEBSITE_AUTH_AAD_ALLOWED_TENANTS"] = "App Service authentication",
    };

    /// <summary>What the code reads and a deployment leaves at its default, or must not set.</summary>
    private static readonly string[] LeftAlone = ["Storage__ConnectionString", "Mail__Timeout"];

    private static async Task<Dictionary<string, string>> Deployed()
    {
        var settings = (await Bicep.Resources()).Of("Microsoft.Web/sites/config", "/appsettings").Single().GetProperty("properties");
        return settings.EnumerateObject().ToDictionary(setting => setting.Name, setting => setting.Value.ToString());
    }

    /// <summary>Lets the code read its settings, and keeps their names.</summary>
    private static HashSet<string> ReadByTheCode()
    {
        var asked = new Asked();
        var settings = new ConfigurationBuilder().Add(asked).Build();
        using var app = new ServiceCollection().AddSingleton<IConfiguration>(settings).AddLogging().AddSmederijen(settings).BuildServiceProvider();
        _ = Options<PortalOptions>();
        _ = app.GetRequiredService<SettingsFile>();
        _ = Options<StorageOptions>();
        _ = Options<MailOptions>();
        _ = Options<DeliveryOptions>();
        _ = Options<StaffOptions>();
        _ = Options<KeysOptions>();
        _ = app.GetRequiredService<OpenTelemetry.Metrics.MeterProvider>();
        return asked.Names;

        T Options<T>()
            where T : class => app.GetRequiredService<IOptions<T>>().Value;
    }

    [Fact]
    public async Task Each_is_read_by_the_code_or_by_somebody_who_is_named_here() =>
        (await Deployed()).Keys.Except(ReadByTheCode()).Order().ShouldBe(ReadByOthers.Keys.Order());

    [Fact]
    public async Task Each_that_the_code_reads_is_made_or_deliberately_not() =>
        ReadByTheCode().Except((await Deployed()).Keys).Order().ShouldBe(LeftAlone.Order());

    [Fact]
    public async Task The_task_hub_is_the_one_that_the_host_asks_for()
    {
        var host = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "host.json"));
        Reference().Matches(host).Select(match => match.Groups[1].Value).ShouldAllBe(name => ReadByOthers.ContainsKey(name));
        (await Deployed()).ShouldContainKey("TASKHUB_NAME");
    }

    [Fact]
    public async Task All_stand_in_the_operators_table()
    {
        var documented = await File.ReadAllTextAsync(Path.Combine(Bicep.Repository, "docs", "operations.md"));
        var own = (await Deployed()).Keys.Union(ReadByTheCode()).Where(name => !name.StartsWith("AzureWebJobsStorage__", StringComparison.Ordinal));
        foreach (var name in own)
            documented.ShouldContain($"`{name}`");
    }

    [Fact]
    public async Task They_hold_no_secret_and_nothing_that_makes_the_host_send_addresses_of_pages()
    {
        var settings = await Deployed();
        settings["Mail__ApiKey"].ShouldContain("@Microsoft.KeyVault(SecretUri=");
        settings.Keys.ShouldNotContain(name => name.StartsWith("APPLICATIONINSIGHTS_", StringComparison.Ordinal) || name == "APPINSIGHTS_INSTRUMENTATIONKEY");
    }

    [Fact]
    public async Task The_choices_of_an_operator_are_those_of_the_documentation()
    {
        var parameters = await File.ReadAllTextAsync(Path.Combine(Bicep.Folder, "main.bicepparam"));
        var documented = await File.ReadAllTextAsync(Path.Combine(Bicep.Repository, "docs", "operations.md"));
        Named().Matches(documented).Select(match => match.Value).Distinct().Order()
            .ShouldBe(Choice().Matches(parameters).Select(match => match.Groups[1].Value).Distinct().Order());
    }

    [GeneratedRegex("%([A-Z_]+)%")]
    private static partial Regex Reference();

    [GeneratedRegex(@"readEnvironmentVariable\('(SMEDERIJEN_[A-Z_]+)'")]
    private static partial Regex Choice();

    [GeneratedRegex("SMEDERIJEN_[A-Z_]+")]
    private static partial Regex Named();

    /// <summary>Has every telemetry setting and nothing else, and keeps the names that are asked for.</summary>
    private sealed class Asked : ConfigurationProvider, IConfigurationSource
    {
        private const string Something = ":something";

        public HashSet<string> Names { get; } = new(StringComparer.OrdinalIgnoreCase);

        public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

        /// <summary>Something in each section, since an empty one is not read at all.</summary>
        public override IEnumerable<string> GetChildKeys(IEnumerable<string> earlierKeys, string? parentPath) =>
            parentPath is { } section && !section.Contains(':', StringComparison.Ordinal) ? [Something[1..]] : [];

        public override bool TryGet(string key, out string? value)
        {
            var isOfTheExporter = key.StartsWith("AzureMonitor", StringComparison.Ordinal);
            if (key.Contains(':', StringComparison.Ordinal) && !key.EndsWith(Something, StringComparison.Ordinal) && !isOfTheExporter)
                Names.Add(key.Replace(":", "__", StringComparison.Ordinal));
            value = key == "Telemetry:ConnectionString" ? "InstrumentationKey=00000000-0000-0000-0000-000000000001" : null;
            return value is not null;
        }
    }
}
