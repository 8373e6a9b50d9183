using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Security.KeyVault.Secrets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Smederijen.Functions.Tests.Security;

/// <summary>The few calls of Key Vault that the app makes, on this machine: the challenge, the versions of a secret, and one of them.</summary>
internal sealed class KeyVaultServer : IAsyncDisposable
{
    public const string Name = "data-protection";

    private readonly X509Certificate2 own = NewCertificate();
    private readonly WebApplication app;

    private KeyVaultServer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration()
            // On a machine that is busy with other suites a handshake may take longer than the ten seconds of a real server.
            .ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(
                own, https => https.HandshakeTimeout = TimeSpan.FromMinutes(2))));
        app = builder.Build();
        app.Run(Answer);
    }

    /// <summary>The certificate's versions, the oldest first.</summary>
    public List<Version> Versions { get; } = [];

    /// <summary>What the vault answers to everything instead of working.</summary>
    public int? Refuses { get; set; }

    /// <summary>The requests that carried a token.</summary>
    public List<string> Asked { get; } = [];

    public SecretClient Client => new(new Uri(app.Urls.Single()), new Token(), new SecretClientOptions
    {
        // The challenge names the resource of the real service, which is not this machine.
        DisableChallengeResourceVerification = true,
        Retry = { MaxRetries = 0 },
        Transport = new HttpClientTransport(new HttpClientHandler
        {
            ServerCertificateCustomValidationCallback = (_, seen, _, _) => seen?.Thumbprint == own.Thumbprint,
        }),
    });

    public static async Task<KeyVaultServer> Start(params Version[] versions)
    {
        var server = new KeyVaultServer();
        server.Versions.AddRange(versions);
        await server.app.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        own.Dispose();
    }

    private Task Answer(HttpContext http)
    {
        if (http.Request.Headers.Authorization != "Bearer token")
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            http.Response.Headers.WWWAuthenticate =
                "Bearer authorization=\"https://login.microsoftonline.com/33333333-3333-3333-3333-333333333333\", resource=\"https://vault.azure.net\"";
            return Task.CompletedTask;
        }
        Asked.Add($"{http.Request.Path}");
        if (Refuses is { } status)
            return Refusal(http, status);
        return $"{http.Request.Path}".Split('/') switch
        {
            ["", "secrets", Name, "versions"] => http.Response.WriteAsJsonAsync(new { value = Versions.Select(Properties) }),
            ["", "secrets", Name, var id] when Versions.Find(version => version.Id == id) is { Enabled: true } version => http.Response.WriteAsJsonAsync(
                new { value = version.Secret, contentType = version.ContentType, id = Address(id), attributes = Attributes(version) }),
            _ => Refusal(http, StatusCodes.Status404NotFound),
        };
    }

    private static Task Refusal(HttpContext http, int status)
    {
        http.Response.StatusCode = status;
        return http.Response.WriteAsJsonAsync(new { error = new { code = "Refused", message = "No." } });
    }

    private object Properties(Version version) =>
        new { id = Address(version.Id), contentType = version.ContentType, attributes = Attributes(version) };

    private object Attributes(Version version) =>
        new { enabled = version.Enabled, created = 1_780_000_000 + Versions.IndexOf(version), updated = 1_780_000_000 };

    private string Address(string id) => $"{app.Urls.Single()}/secrets/{Name}/{id}";

    private static X509Certificate2 NewCertificate()
    {
        using var key = RSA.Create(2048);
        var made = new CertificateRequest("CN=smederijen", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        // Through PKCS 12, since TLS does not take a key that lives in memory alone everywhere.
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null, X509KeyStorageFlags.Exportable);
    }

    /// <summary>A version of the certificate, as its secret.</summary>
    internal sealed record Version(string Secret, string ContentType, bool Enabled = true)
    {
        public string Id { get; } = Guid.NewGuid().ToString("N");

        public bool Enabled { get; set; } = Enabled;

        public static Version Pkcs12()
        {
            using var certificate = NewCertificate();
            return new(Convert.ToBase64String(certificate.Export(X509ContentType.Pkcs12)), "application/x-pkcs12");
        }

        public static Version Pem()
        {
            using var certificate = NewCertificate();
            using var key = certificate.GetRSAPrivateKey()!;
            return new($"{key.ExportPkcs8PrivateKeyPem()}\n{certificate.ExportCertificatePem()}", "application/x-pem-file");
        }
    }

    private sealed class Token : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new("token", DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            ValueTask.FromResult(GetToken(requestContext, cancellationToken));
    }
}
