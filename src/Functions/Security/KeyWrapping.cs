using Azure.Identity;
using Azure.Security.KeyVault.Secrets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Smederijen.Portal.Security;

namespace Smederijen.Functions.Security;

/// <summary>Wraps the Data Protection keys with the certificate that <c>Keys__Certificate</c> names; without that setting they stay as they
/// are.</summary>
internal static class KeyWrapping
{
    public static IServiceCollection AddKeyWrapping(this IServiceCollection services, bool wanted) => !wanted ? services : services
        .AddSingleton(provider => new KeyCertificates(() => Open(provider.GetRequiredService<IOptions<KeysOptions>>().Value.Certificate)))
        .AddWrappedKeys((provider, stored) => new CertificateKeyRing(
            stored, provider.GetRequiredService<KeyCertificates>(), provider.GetRequiredService<ILogger<CertificateKeyRing>>()));

    private static (SecretClient Vault, string Name) Open(string certificate) =>
        Uri.TryCreate(certificate, UriKind.Absolute, out var address) && address.Segments is [_, "certificates/", var name]
            ? (new SecretClient(new Uri(address.GetLeftPart(UriPartial.Authority)), new DefaultAzureCredential()), name)
            : throw new FormatException(
                "Keys__Certificate is not the address of a certificate without a version: https://NAME.vault.azure.net/certificates/NAME.");
}
