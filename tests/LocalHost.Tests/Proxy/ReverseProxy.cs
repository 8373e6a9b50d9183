using System.Diagnostics;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Smederijen.LocalHost.Tests.Storage;

namespace Smederijen.LocalHost.Tests.Proxy;

/// <summary>A real proxy on this machine before the program, in a process of its own that is ended by its id.</summary>
internal sealed class ReverseProxy : IAsyncDisposable
{
    public static readonly Uri Site = new("https://smederijen.example.nl");

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly TemporaryFolder _folder = new();
    private readonly X509Certificate2 _certificate = NewCertificate();
    private readonly int _http = FreePort(), _https = FreePort();
    private Process? _process;
    private Task<string>? _errors;

    /// <summary>What it wrote in its logs; complete once it has ended.</summary>
    public async Task<string> Logs()
    {
        End();
        return string.Concat(Directory.EnumerateFiles(_folder.Path, "*.log").Select(File.ReadAllText)) + await _errors!;
    }

    /// <summary>nginx with the text of docs/operations.md.</summary>
    public static Task<ReverseProxy> Nginx(int program)
    {
        var proxy = new ReverseProxy();
        var text = proxy.Adapt(OperatorsGuide.Block("nginx"), program,
            ("listen 80;", $"listen 127.0.0.1:{proxy._http};"), ("listen [::]:80;", OnIPv6(proxy._http, ";")),
            ("listen 443 ssl http2;", $"listen 127.0.0.1:{proxy._https} ssl http2;"), ("listen [::]:443 ssl http2;", OnIPv6(proxy._https, " ssl http2;")));
        return proxy.StartNginx(text);
    }

    /// <summary>nginx as somebody sets it up who read nothing: it passes on, and says nothing of who asks.</summary>
    public static Task<ReverseProxy> BareNginx(int program)
    {
        var proxy = new ReverseProxy();
        return proxy.StartNginx($$"""
            server {
                listen 127.0.0.1:{{proxy._https}} ssl;
                ssl_certificate {{proxy.In("fullchain.pem")}};
                ssl_certificate_key {{proxy.In("privkey.pem")}};
                location / { proxy_pass http://127.0.0.1:{{program}}; }
            }
            """);
    }

    /// <summary>Caddy with the text of docs/operations.md.</summary>
    public static async Task<ReverseProxy> Caddy(int program)
    {
        var proxy = new ReverseProxy();
        await File.WriteAllTextAsync(proxy.In("Caddyfile"), proxy.Adapt(OperatorsGuide.Block("caddy"), program,
            ("http_port 80", $"http_port {proxy._http}"), ("https_port 443", $"https_port {proxy._https}")));
        var start = new ProcessStartInfo("caddy", ["run", "--adapter", "caddyfile", "--config", proxy.In("Caddyfile")]);
        foreach (var variable in (string[])["HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"])
            start.Environment[variable] = proxy._folder.Path;
        return await proxy.Start(start);
    }

    /// <summary>A visitor with a network address of their own, for whom the name of the site leads here.</summary>
    /// <param name="from">Any address of this machine: 127.0.0.2, 127.0.0.3.</param>
    public HttpClient NewVisitor(string from = "127.0.0.2") => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        CookieContainer = new CookieContainer(),
        SslOptions = new SslClientAuthenticationOptions
        {
            RemoteCertificateValidationCallback = (_, seen, _, _) => seen?.GetCertHashString() == _certificate.Thumbprint,
        },
        ConnectCallback = async (context, cancellation) =>
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            socket.Bind(new IPEndPoint(IPAddress.Parse(from), 0));
            await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, context.DnsEndPoint.Port == Site.Port ? _https : _http), cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        },
    })
    { BaseAddress = Site };

    public ValueTask DisposeAsync()
    {
        End();
        _process?.Dispose();
        _certificate.Dispose();
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private string In(string name) => _folder.File(name);

    /// <summary>Other ports, and the certificate of this test; a place that is not there any more fails.</summary>
    private string Adapt(string text, int program, params (string From, string To)[] ports)
    {
        (string, string)[] all =
        [
            .. ports, ("127.0.0.1:7071", $"127.0.0.1:{program}"),
            ("/etc/smederijen/fullchain.pem", In("fullchain.pem")), ("/etc/smederijen/privkey.pem", In("privkey.pem")),
        ];
        foreach (var (from, to) in all)
        {
            text.ShouldContain(from);
            text = text.Replace(from, to, StringComparison.Ordinal);
        }
        return text;
    }

    private static string OnIPv6(int port, string rest) => Socket.OSSupportsIPv6 ? $"listen [::1]:{port}{rest}" : "";

    /// <summary>Around it stands what the package of nginx has: where logs and temporary files go, and that files with servers are read.</summary>
    private async Task<ReverseProxy> StartNginx(string servers)
    {
        await File.WriteAllTextAsync(In("smederijen.conf"), servers);
        await File.WriteAllTextAsync(In("nginx.conf"), $$"""
            daemon off;
            master_process off;
            pid {{In("nginx.pid")}};
            error_log {{In("error.log")}};
            events { }
            http {
                access_log {{In("access.log")}};
                client_body_temp_path {{In("body")}};
                proxy_temp_path {{In("proxy")}};
                fastcgi_temp_path {{In("fastcgi")}};
                uwsgi_temp_path {{In("uwsgi")}};
                scgi_temp_path {{In("scgi")}};
                include {{In("smederijen.conf")}};
            }
            """);
        return await Start(new ProcessStartInfo(FactWithProxiesAttribute.Nginx!, ["-e", In("error.log"), "-p", _folder.Path, "-c", In("nginx.conf")]));
    }

    private async Task<ReverseProxy> Start(ProcessStartInfo start)
    {
        await File.WriteAllTextAsync(In("fullchain.pem"), _certificate.ExportCertificatePem());
        using (var key = _certificate.GetECDsaPrivateKey()!)
            await File.WriteAllTextAsync(In("privkey.pem"), key.ExportPkcs8PrivateKeyPem());
        start.RedirectStandardError = true;
        _process = Process.Start(start)!;
        _errors = _process.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(Patience);
        while (!await Listens(patience.Token))
        {
            if (_process.HasExited)
                throw new InvalidOperationException($"The proxy does not take the text of docs/operations.md: {await Logs()}");
            await Task.Delay(20, patience.Token);
        }
        return this;
    }

    private async Task<bool> Listens(CancellationToken cancellation)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, _https, cancellation);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private void End()
    {
        if (_process is null || _process.HasExited)
            return;
        _process.Kill();
        _process.WaitForExit();
    }

    private static X509Certificate2 NewCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(Site.Host);
        var request = new CertificateRequest($"CN={Site.Host}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(names.Build());
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }
}

/// <summary>A test that needs nginx and Caddy; <c>./test</c> installs them, and elsewhere it is passed over where they are not.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class FactWithProxiesAttribute : FactAttribute
{
    public FactWithProxiesAttribute() => Skip = Nginx is not null && Found("caddy") is not null ? null : "nginx or caddy is not installed here; ./test does that.";

    public static string? Nginx { get; } = Found("nginx");

    private static string? Found(string program) => $"{Environment.GetEnvironmentVariable("PATH")}:/usr/sbin:/usr/local/sbin".Split(':')
        .Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
}
