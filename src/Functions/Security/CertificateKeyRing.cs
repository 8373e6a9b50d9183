using System.Security.Cryptography.X509Certificates;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Smederijen.Portal.Security;

namespace Smederijen.Functions.Security;

/// <summary>
/// A key ring whose keys are wrapped with a certificate that is renewed while the app runs. What is stored has the form of
/// <c>ProtectKeysWithCertificate</c>. That method itself wants every version at the start; here they are read again when a new key is
/// made, so that the newest version wraps it, and when a key turns up that another instance wrapped with a version not seen before.
/// </summary>
public sealed partial class CertificateKeyRing(IXmlRepository store, KeyCertificates certificates, ILogger<CertificateKeyRing> log)
    : WrappedKeyRing(store)
{
    public override EncryptedXmlInfo Encrypt(XElement plaintextElement) =>
        new CertificateXmlEncryptor(certificates.Read()[0], NullLoggerFactory.Instance).Encrypt(plaintextElement);

    /// <exception cref="Portal.Storage.StoreUnavailableException">The key vault does not answer.</exception>
    protected override void Unwrap(IReadOnlyList<XElement> wrapped)
    {
        var left = Unwrap(wrapped, certificates.Versions);
        if (left.Count > 0)
            left = Unwrap(left, certificates.Read());
        if (left.Count > 0)
            Log.KeysClosed(log, left.Count);
    }

    /// <summary>Those that none of the versions opens.</summary>
    private static IReadOnlyList<XElement> Unwrap(IReadOnlyList<XElement> wrapped, IReadOnlyList<X509Certificate2> versions)
    {
        if (versions.Count == 0)
            return wrapped;
        var services = new ServiceCollection();
        services.AddDataProtection().UnprotectKeysWithAnyCertificate([.. versions]);
        using var provider = services.BuildServiceProvider();
        var decryptor = new EncryptedXmlDecryptor(provider);
        return [.. wrapped.Where(secret => !Opens(decryptor, secret))];
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message =
            "{Keys} keys are wrapped with a version of the certificate that is disabled or gone: what they protected cannot be opened. Enable it again")]
        public static partial void KeysClosed(ILogger logger, int keys);
    }
}
