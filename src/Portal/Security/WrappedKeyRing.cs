using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace Smederijen.Portal.Security;

/// <summary>
/// A key ring whose keys lie in the store in a wrap, and what opens the wrap lies elsewhere: a certificate in a vault, or a file.
/// A key from before there was a wrap is read as it is.
/// </summary>
public abstract class WrappedKeyRing(IXmlRepository store) : IXmlRepository, IXmlEncryptor
{
    private static readonly XNamespace DataProtection = "http://schemas.asp.net/2015/03/dataProtection";

    public abstract EncryptedXmlInfo Encrypt(XElement plaintextElement);

    public void StoreElement(XElement element, string friendlyName) => store.StoreElement(element, friendlyName);

    /// <summary>
    /// The elements, unwrapped. This is done here, and not where the framework would do it, since it remembers for a day that a key could
    /// not be unwrapped, while a failure to read the ring is tried again by the next who asks.
    /// </summary>
    /// <exception cref="StoreUnavailableException">The store, or what opens the wraps, does not answer.</exception>
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        var elements = store.GetAllElements();
        var wrapped = elements.SelectMany(Wraps).ToList();
        if (wrapped.Count > 0)
            Unwrap(wrapped);
        return elements;
    }

    /// <summary>Puts a wrap around every secret in an element that has none yet; false when there was nothing to do.</summary>
    public bool Wrap(XElement element)
    {
        var bare = element.DescendantsAndSelf().Where(part => (bool?)part.Attribute(DataProtection + "requiresEncryption") == true).ToList();
        foreach (var secret in bare)
        {
            secret.SetAttributeValue(DataProtection + "requiresEncryption", null);
            var wrap = Encrypt(secret);
            secret.ReplaceWith(new XElement(
                DataProtection + "encryptedSecret", new XAttribute("decryptorType", wrap.DecryptorType.AssemblyQualifiedName!), wrap.EncryptedElement));
        }
        return bare.Count > 0;
    }

    /// <summary>Puts the secrets in the place of the wraps around them, as many as open.</summary>
    protected abstract void Unwrap(IReadOnlyList<XElement> wrapped);

    protected static IEnumerable<XElement> Wraps(XElement element) => element.Descendants(DataProtection + "encryptedSecret");

    protected static bool Opens(IXmlDecryptor decryptor, XElement wrap)
    {
        try
        {
            wrap.ReplaceWith(decryptor.Decrypt(wrap.Elements().Single()));
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}

/// <summary>How a host says that its keys are wrapped.</summary>
public static class WrappedKeys
{
    /// <param name="make">The ring around the one in the store.</param>
    public static IServiceCollection AddWrappedKeys<TRing>(this IServiceCollection services, Func<IServiceProvider, IXmlRepository, TRing> make)
        where TRing : WrappedKeyRing => services
        .AddSingleton(provider => make(provider, new StoredKeyRing(provider.GetRequiredService<IEntityStore>())))
        .AddSingleton<IPostConfigureOptions<KeyManagementOptions>>(provider =>
            new PostConfigureOptions<KeyManagementOptions>(Microsoft.Extensions.Options.Options.DefaultName, keys =>
            {
                var ring = provider.GetRequiredService<TRing>();
                (keys.XmlRepository, keys.XmlEncryptor) = (ring, ring);
            }));
}
