using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Smederijen.Portal.Security;

namespace Smederijen.LocalHost.Security;

/// <summary>
/// A key ring whose keys are wrapped with the <see cref="KeyFile"/>, which is made where there is none and nothing was wrapped yet.
/// Where it is lost there are no new keys: nothing in the store could be opened any more, and nobody would notice at once.
/// </summary>
internal sealed partial class KeyFileRing : WrappedKeyRing, IXmlDecryptor
{
    private readonly string _path;
    private readonly ILogger _log;
    private readonly Lazy<KeyFile> _file;

    public KeyFileRing(IXmlRepository store, string path, ILogger<KeyFileRing> log) : base(store)
    {
        (_path, _log) = (path, log);
        _file = new(() => KeyFile.Find(path, () => Log.WasOpen(log, path)) ?? (store.GetAllElements().SelectMany(Wraps).Any()
            ? throw new CannotStartException($"The key file '{path}' is not there, and without it nothing that is sealed in the store can be opened. Put it back from its back-up, or say with --keys where it is.")
            : KeyFile.Make(path)));
    }

    /// <summary>Sees to it that the key file is there and is the right one.</summary>
    /// <exception cref="CannotStartException">It is not; the message says what to do.</exception>
    public void Open()
    {
        _ = _file.Value;
        GetAllElements();
    }

    public override EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var text = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        return new EncryptedXmlInfo(new XElement("sealed", Convert.ToBase64String(_file.Value.Seal(text))), typeof(KeyFileRing));
    }

    public XElement Decrypt(XElement encryptedElement)
    {
        try
        {
            return XElement.Parse(Encoding.UTF8.GetString(_file.Value.Open(Convert.FromBase64String(encryptedElement.Value))));
        }
        catch (FormatException damaged)
        {
            throw new CryptographicException("A sealed key is damaged.", damaged);
        }
    }

    protected override void Unwrap(IReadOnlyList<XElement> wrapped)
    {
        var closed = wrapped.Count(wrap => !Opens(this, wrap));
        if (closed == wrapped.Count)
            throw new CannotStartException($"The key file '{_path}' is not the one that the keys in this store were sealed with. Put that one back from its back-up, or say with --keys where it is.");
        if (closed > 0)
            Log.KeysClosed(_log, closed);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message =
            "The key file {Path} could be read by others on this machine. It is closed to them now; who may have copied it can open a copy of the store")]
        public static partial void WasOpen(ILogger logger, string path);

        [LoggerMessage(Level = LogLevel.Error, Message =
            "{Keys} keys in the store do not open with the key file: they are damaged, and what they protected cannot be opened. Put these rows back from a back-up")]
        public static partial void KeysClosed(ILogger logger, int keys);
    }
}
