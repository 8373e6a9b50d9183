using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Smederijen.Functions.Security;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Security;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Tests.Storage;
using Version = Smederijen.Functions.Tests.Security.KeyVaultServer.Version;

namespace Smederijen.Functions.Tests.Security;

/// <summary>The real client of Key Vault and the real Data Protection, with a vault on this machine.</summary>
public sealed class When_the_keys_are_wrapped_with_a_certificate
{
    private static readonly byte[] Text = "een link in een mail"u8.ToArray();
    private readonly InMemoryEntityStore store = new();

    /// <summary>An instance of the app that starts now; null is one without the setting.</summary>
    private IDataProtector Instance(KeyVaultServer? vault) => Instance(
        vault is null ? null : "https://kv.vault.azure.net/certificates/data-protection",
        services => _ = vault is null ? services : services.AddSingleton(new KeyCertificates(() => (vault.Client, KeyVaultServer.Name))));

    private IDataProtector Instance(string? setting, Action<IServiceCollection> change)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("Keys:Certificate", setting)]).Build();
        var services = new ServiceCollection().AddLogging().AddSmederijen(settings).AddSingleton(new PlainStore(store));
        change(services);
        return services.BuildServiceProvider().GetRequiredService<IDataProtectionProvider>().CreateProtector("test");
    }

    private async Task<string> Stored() =>
        string.Concat((await store.Query(Partitions.Installation, RowRange.Prefix("sleutel|"))).Rows.Select(row => row.Data));

    /// <summary>As 90 days or a leak do: the next instance makes a new key.</summary>
    private async Task<Entity> TakeAwayTheKey()
    {
        var row = (await store.Query(Partitions.Installation, RowRange.Prefix("sleutel|"))).Rows.ShouldHaveSingleItem();
        await store.Commit(Partitions.Installation, [new Write.Delete(row.Row, row.ETag)]);
        return row;
    }

    private Task PutBack(Entity row) => store.Commit(Partitions.Installation, [new Write.Put(row.Row, row.Data)]);

    [Fact]
    public async Task The_store_holds_no_key_that_works_without_it_and_every_instance_opens_what_another_sealed()
    {
        await using var vault = await KeyVaultServer.Start(Version.Pkcs12());
        var mail = Instance(vault).Protect(Text);
        (await Stored()).ShouldSatisfyAllConditions(rows => rows.ShouldContain("EncryptedData"), rows => rows.ShouldNotContain("masterKey"));
        Instance(vault).Unprotect(mail).ShouldBe(Text);
        Should.Throw<Exception>(() => Instance(vault: null).Unprotect(mail));
    }

    [Fact]
    public async Task A_start_asks_the_vault_once_for_the_versions_and_once_for_each()
    {
        await using var vault = await KeyVaultServer.Start(Version.Pkcs12(), Version.Pkcs12());
        Instance(vault).Protect(Text);
        vault.Asked.Clear();
        Instance(vault).Protect(Text);
        vault.Asked.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_newer_version_wraps_the_next_key_and_the_earlier_ones_still_open_theirs()
    {
        await using var vault = await KeyVaultServer.Start(Version.Pkcs12());
        var before = Instance(vault).Protect(Text);
        var first = await TakeAwayTheKey();
        vault.Versions.Add(Version.Pkcs12());
        var after = Instance(vault).Protect(Text);

        vault.Versions[0].Enabled = false;
        Instance(vault).Unprotect(after).ShouldBe(Text);
        vault.Versions[0].Enabled = true;
        await PutBack(first);
        Instance(vault).Unprotect(before).ShouldBe(Text);
        Instance(vault).Unprotect(after).ShouldBe(Text);
    }

    [Fact]
    public async Task An_instance_that_runs_takes_up_a_version_that_another_wrapped_with()
    {
        await using var vault = await KeyVaultServer.Start(Version.Pkcs12());
        var certificates = new KeyCertificates(() => (vault.Client, KeyVaultServer.Name));
        certificates.Read();
        vault.Versions.Add(Version.Pkcs12());
        Instance(vault).Protect(Text);

        var ring = new CertificateKeyRing(new StoredKeyRing(store), certificates, NullLogger<CertificateKeyRing>.Instance);
        ring.GetAllElements().ShouldHaveSingleItem().ToString().ShouldContain("masterKey");
        certificates.Versions.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_version_as_PEM_will_do()
    {
        await using var vault = await KeyVaultServer.Start(Version.Pem());
        Instance(vault).Unprotect(Instance(vault).Protect(Text)).ShouldBe(Text);
    }

    [Fact]
    public async Task Keys_from_before_the_certificate_are_still_read()
    {
        var mail = Instance(vault: null).Protect(Text);
        (await Stored()).ShouldContain("masterKey");
        await using var vault = await KeyVaultServer.Start(Version.Pkcs12());
        Instance(vault).Unprotect(mail).ShouldBe(Text);
    }

    [Theory]
    [InlineData(503, "network")]
    [InlineData(403, "Key Vault Secrets User")]
    [InlineData(404, "docs/operations.md")]
    public async Task A_vault_that_does_not_answer_is_asked_again_and_meanwhile_nothing_goes_on_unwrapped(int status, string advice)
    {
        await using var vault = await KeyVaultServer.Start(Version.Pkcs12());
        vault.Refuses = status;
        var instance = Instance(vault);
        Should.Throw<StoreUnavailableException>(() => instance.Protect(Text)).Message.ShouldContain(advice);
        (await Stored()).ShouldBeEmpty();

        vault.Refuses = null;
        instance.Unprotect(instance.Protect(Text)).ShouldBe(Text);
    }

    [Fact]
    public async Task A_good_link_is_not_called_wrong_while_the_vault_does_not_answer_and_works_after_that()
    {
        await using var vault = await KeyVaultServer.Start(Version.Pkcs12());
        var mail = Instance(vault).Protect(Text);
        vault.Refuses = 503;
        var instance = Instance(vault);
        Should.Throw<StoreUnavailableException>(() => instance.Unprotect(mail));
        vault.Refuses = null;
        instance.Unprotect(mail).ShouldBe(Text);
    }

    [Fact]
    public async Task A_certificate_without_a_version_that_works_is_no_reason_to_go_on_unwrapped()
    {
        await using var vault = await KeyVaultServer.Start(Version.Pkcs12() with { Enabled = false });
        Should.Throw<StoreUnavailableException>(() => Instance(vault).Protect(Text)).Message.ShouldContain("enabled");
        (await Stored()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("@Microsoft.KeyVault(SecretUri=https://kv.vault.azure.net/secrets/x)", "not resolved yet")]
    [InlineData("https://kv.vault.azure.net/secrets/data-protection", "certificate")]
    [InlineData("data-protection", "certificate")]
    public async Task A_setting_that_names_no_certificate_is_no_reason_to_go_on_unwrapped_either(string setting, string says)
    {
        Should.Throw<StoreUnavailableException>(() => Instance(setting, _ => { }).Protect(Text)).Message.ShouldContain(says);
        (await Stored()).ShouldBeEmpty();
    }
}
