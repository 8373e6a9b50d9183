using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Azure;
using Azure.Identity;
using Azure.Security.KeyVault.Secrets;

namespace Smederijen.Functions.Security;

/// <summary>
/// The enabled versions of the certificate in the key vault that wraps the Data Protection keys: the newest wraps, all of them unwrap. The
/// private part of a certificate is read as the secret of the same name and version.
/// </summary>
/// <param name="open">The vault and the name of the certificate in it.</param>
public sealed class KeyCertificates(Func<(SecretClient Vault, string Name)> open)
{
    private const string Pem = "application/x-pem-file";

    private volatile IReadOnlyList<X509Certificate2> versions = [];

    /// <summary>The versions as they were read last, the newest first; none before the first reading.</summary>
    public IReadOnlyList<X509Certificate2> Versions => versions;

    /// <summary>Reads them again. Data Protection asks for keys synchronously, seldom, and outside any request's commit.</summary>
    /// <exception cref="StoreUnavailableException">The vault does not answer, or what it holds cannot be used: the versions stay as they were.</exception>
    public IReadOnlyList<X509Certificate2> Read()
    {
        try
        {
            var (vault, name) = open();
            var enabled = vault.GetPropertiesOfSecretVersions(name)
                .Where(version => version.Enabled == true).OrderByDescending(version => version.CreatedOn).ToList();
            return versions = enabled.Count > 0
                ? [.. enabled.Select(version => Certificate(vault.GetSecret(name, version.Version)))]
                : throw new CryptographicException("It has no version that is enabled.");
        }
        catch (Exception failure) when (failure is RequestFailedException or AuthenticationFailedException or AggregateException or IOException
            or OperationCanceledException or UnresolvedSettingException or CryptographicException or FormatException)
        {
            throw new StoreUnavailableException(Advice(failure), failure);
        }
    }

    private static X509Certificate2 Certificate(KeyVaultSecret secret)
    {
        var certificate = secret.Properties.ContentType == Pem
            ? X509Certificate2.CreateFromPem(secret.Value, secret.Value)
            : X509CertificateLoader.LoadPkcs12(Convert.FromBase64String(secret.Value), password: null);
        using var key = certificate.GetRSAPrivateKey();
        return key is not null ? certificate : throw new CryptographicException("It has no RSA key that may leave the vault.");
    }

    private static string Advice(Exception failure) => failure switch
    {
        UnresolvedSettingException => failure.Message,
        AuthenticationFailedException =>
            "The app could not sign in to read the certificate of its keys. Check AZURE_CLIENT_ID and that the identity is assigned to the app.",
        RequestFailedException { Status: 401 or 403 } =>
            "The app may not read the certificate of its keys. Give its identity the role 'Key Vault Secrets User' on the vault; "
            + "that takes up to ten minutes to work.",
        RequestFailedException { Status: 404 } =>
            "The certificate of the app's keys does not exist in the key vault. Make it as docs/operations.md says under Deploy.",
        CryptographicException or FormatException =>
            "The certificate of the app's keys cannot be used. Make a new version with the policy in docs/operations.md: enabled, RSA, exportable.",
        _ =>
            "The key vault with the certificate of the app's keys does not answer. Check the network between app and vault; "
            + "work goes on by itself after that.",
    };
}
