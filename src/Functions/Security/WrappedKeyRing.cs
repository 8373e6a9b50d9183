using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Smederijen.Functions.Security;

/// <summary>
/// A key ring whose keys are wrapped with a certificate that is renewed while the app runs. What is stored has the form of
/// <c>ProtectKeysWithCertificate</c>. That method itself wants every version at the start; here they are read again when a new key is
/// made, so that the newest version wraps it, and when a key turns up that another instance wrapped with a version not seen before. A key
/// from before there was a certificate is read as it is.
/// </summary>
public sealed partial class WrappedKeyRing(IXmlRepository store, KeyCertificates certificates, ILogger<WrappedKeyRing> log) : IXmlRepository,
IXmlEncryptor
{
    public EncryptedXmlInfo Encrypt(XElement plaintextElement) =>
        new CertificateXmlEncryptor(certificates.Read()[0], NullLoggerFactory.Instance).Encrypt(plaintextElement);

    public void StoreElement(XElement element, string friendlyName) => store.StoreElement(element, friendlyName);

    /// <summary>
    /// The elements, unwrapped. This is done here, and not where the framework would do it, since it remembers for a day that a key could
    /// not be unwrapped, while a failure to read the ring is tried again by the next who asks.
    /// </summary>
    /// <exception cref="Portal.Storage.StoreUnavailableException">The store or the key vault does not answer.</exception>
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        var elements = store.GetAllElements();
        var wrapped = elements.SelectMany(element => element.Descendants().Where(part => part.Name.LocalName == "encryptedSecret")).ToList();
        if (wrapped.Count == 0)
            return elements;
        var left = Unwrap(wrapped, certificates.Versions);
        if (left.Count > 0)
            left = Unwrap(left, certificates.Read());
        if (left.Count > 0)
            Log.KeysClosed(log, left.Count);
        return elements;
    }

    /// <summary>Puts the secrets in the place of what wraps them, and returns those that none of the versions opens.</summary>
    private static List<XElement> Unwrap(List<XElement> wrapped, IReadOnlyList<X509Certificate2> versions)
    {
        if (versions.Count == 0)
            return wrapped;
        var services = new ServiceCollection();
        services.AddDataProtection().UnprotectKeysWithAnyCertificate([.. versions]);
        using var provider = services.BuildServiceProvider();
        var decryptor = new EncryptedXmlDecryptor(provider);
        return [.. wrapped.Where(secret => !Opens(decryptor, secret))];
    }

    private static bool Opens(EncryptedXmlDecryptor decryptor, XElement secret)
    {
        try
        {
            secret.ReplaceWith(decryptor.Decrypt(secret.Elements().Single()));
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message =
            "{Keys} keys are wrapped with a version of the certificate that is disabled or gone: what they protected cannot be opened. Enable it again")]
        public static partial void KeysClosed(ILogger logger, int keys);
    }
}
