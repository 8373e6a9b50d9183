using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Smederijen.LocalHost.Tests.Mail;

/// <summary>An authority that nobody knows, and what it vouches for.</summary>
internal static class RelayCertificates
{
    private static readonly X509Certificate2 Issuer = NewAuthority();

    /// <summary>The authority, as an operator gets it.</summary>
    public static string Pem => Issuer.ExportCertificatePem();

    /// <summary>For a relay of this name.</summary>
    public static X509Certificate2 For(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], critical: false));
        var now = DateTimeOffset.UtcNow;
        using var issued = request.Create(Issuer, now.AddHours(-1), now.AddHours(1), RandomNumberGenerator.GetBytes(8));
        using var withKey = issued.CopyWithPrivateKey(key);
        return X509CertificateLoader.LoadPkcs12(withKey.Export(X509ContentType.Pfx), null);
    }

    private static X509Certificate2 NewAuthority()
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Gemeente Voorbeeld", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, false, 0, critical: true));
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }
}
