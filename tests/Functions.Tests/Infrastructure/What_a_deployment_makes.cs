using System.Diagnostics.Metrics;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Watching;

namespace Smederijen.Functions.Tests.Infrastructure;

/// <summary>What would cost dearly if it were otherwise, read from what the compiler says that a deployment makes.</summary>
public sealed partial class What_a_deployment_makes
{
    [Fact]
    public async Task The_storage_has_no_keys_no_public_blobs_and_no_way_in_from_the_internet()
    {
        var resources = await Bicep.Resources();
        var account = resources.Of("Microsoft.Storage/storageAccounts").Single();
        account.At("allowSharedKeyAccess").GetBoolean().ShouldBeFalse();
        account.At("allowBlobPublicAccess").GetBoolean().ShouldBeFalse();
        account.At("publicNetworkAccess").GetString().ShouldBe("Disabled");
        account.At("networkAcls", "defaultAction").GetString().ShouldBe("Deny");
        resources.Of("Microsoft.Storage/storageAccounts/blobServices/containers").ShouldAllBe(container => container.At("publicAccess").GetString() == "None");
        resources.Of("Microsoft.KeyVault/vaults").Single().At("publicNetworkAccess").GetString().ShouldBe("Disabled");
    }

    [Fact]
    public async Task An_operator_lets_only_their_own_addresses_in()
    {
        var account = (await Bicep.Resources(("SMEDERIJEN_OPERATOR_ADDRESSES", "[\"203.0.113.7\"]"))).Of("Microsoft.Storage/storageAccounts").Single();
        account.At("publicNetworkAccess").GetString().ShouldBe("Enabled");
        account.At("networkAcls", "defaultAction").GetString().ShouldBe("Deny");
        account.At("networkAcls", "ipRules").EnumerateArray().ShouldHaveSingleItem().GetProperty("value").GetString().ShouldBe("203.0.113.7");
    }

    [Fact]
    public async Task The_identity_has_the_five_roles_that_are_written_down_and_no_other() =>
        (await Bicep.Resources()).Of("Microsoft.Authorization/roleAssignments")
        .Select(role => role.At("roleDefinitionId").GetString()![^36..]).Order().ShouldBe(
        [
            "0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3", // Storage Table Data Contributor
            "3913510d-42f4-4e42-8a64-420c390055eb", // Monitoring Metrics Publisher
            "4633458b-17de-408a-b874-0445c86b69e6", // Key Vault Secrets User
            "974c5e8b-45b9-4653-ba55-5f855dd0fb88", // Storage Queue Data Contributor
            "b7e6dc6d-f1e8-4753-8033-0f276bb0955b", // Storage Blob Data Owner
        ]);

    [Fact]
    public async Task The_app_believes_in_staff_only_because_the_authentication_stands_before_it()
    {
        var resources = await Bicep.Resources();
        resources.Of("Microsoft.Web/sites/config", "/appsettings").Single().At("Staff__BehindAppServiceAuthentication").GetString().ShouldBe("true");
        resources.Of("Microsoft.Web/sites/config", "/authsettingsV2").Single().At("platform", "enabled").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task The_log_of_the_host_is_kept_and_the_log_of_addresses_is_not() =>
        (await Bicep.Resources()).Of("Microsoft.Insights/diagnosticSettings").SelectMany(setting => setting.At("logs").EnumerateArray())
            .Select(log => (log.TryGetProperty("category", out var category) ? category : log.GetProperty("categoryGroup")).GetString()).Order()
            .ShouldBe(["audit", "FunctionAppLogs"], ignoreOrder: true);

    [Theory]
    [InlineData("0", "0", "")]
    [InlineData("1", "0", "http 1")]
    [InlineData("0", "1", "durable 1")]
    [InlineData("1", "2", "http 1, durable 2")]
    public async Task Instances_are_kept_ready_for_pages_and_for_orchestrations_apart(string pages, string orchestrations, string ready)
    {
        var resources = await Bicep.Resources(("SMEDERIJEN_READY_PAGES", pages), ("SMEDERIJEN_READY_ORCHESTRATIONS", orchestrations));
        var app = resources.Of("Microsoft.Web/sites").Single();
        string.Join(", ", app.At("functionAppConfig", "scaleAndConcurrency", "alwaysReady").EnumerateArray()
            .Select(group => $"{group.GetProperty("name")} {group.GetProperty("instanceCount")}")).ShouldBe(ready);
    }

    [Fact]
    public async Task Without_a_certificate_the_keys_stay_unwrapped_only_by_choice()
    {
        static string Certificate(IReadOnlyList<JsonElement> resources) =>
            resources.Of("Microsoft.Web/sites/config", "/appsettings").Single().At("Keys__Certificate").GetString()!;
        Certificate(await Bicep.Resources()).ShouldContain("data-protection");
        Certificate(await Bicep.Resources(("SMEDERIJEN_KEYS_CERTIFICATE", ""))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Each_alert_reads_a_figure_that_is_recorded_and_is_explained_to_operators()
    {
        var rules = (await Bicep.Resources()).Of("Microsoft.Insights/scheduledQueryRules").ToList();
        rules.Count.ShouldBe(8);
        var queries = rules.Select(rule => rule.At("criteria", "allOf")[0].GetProperty("query").GetString()!);
        queries.SelectMany(query => Figure().Matches(query)).Select(match => match.Value).Except(Recorded()).ShouldBeEmpty();
        var documented = await File.ReadAllLinesAsync(Path.Combine(Bicep.Repository, "docs", "operations.md"));
        foreach (var rule in rules)
            documented.ShouldContain($"### {rule.At("displayName").GetString()!["De Smederijen: ".Length..]}");
    }

    /// <summary>The instruments of the code, which come to be when the types that hold them do.</summary>
    private static HashSet<string> Recorded()
    {
        var names = new HashSet<string>();
        using var listener = new MeterListener { InstrumentPublished = (instrument, _) => names.Add(instrument.Name) };
        listener.Start();
        foreach (var type in new[] { typeof(Figures).Assembly, typeof(Composition).Assembly }.SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.GetFields(BindingFlags.Static | BindingFlags.NonPublic).Any(field => field.FieldType == typeof(Meter))))
            RuntimeHelpers.RunClassConstructor(type.TypeHandle);
        return names;
    }

    [GeneratedRegex(@"smederijen\.[a-z.]+[a-z]")]
    private static partial Regex Figure();
}
