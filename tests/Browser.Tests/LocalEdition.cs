using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Smederijen.Browser.Tests;

/// <summary>The real program on a free port with a data folder of its own; ended, by its process id, with the test.</summary>
public sealed partial class LocalEdition : IAsyncDisposable
{
    /// <summary>How long to wait for what the program does in its own time.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Process process;
    private readonly DirectoryInfo data;
    private readonly HttpClient http = new();

    private LocalEdition(Process process, DirectoryInfo data, Uri address)
    {
        this.process = process;
        this.data = data;
        Address = address;
    }

    public Uri Address { get; }

    /// <summary>A sign-in link per staff member, as the program prints them: each works once.</summary>
    public IReadOnlyList<Uri> SignInLinks { get; private set; } = [];

    /// <param name="demo">With the example stories; without them it is an empty demo, whose mailbox and sign-in links are at hand.</param>
    public static async Task<LocalEdition> Start(bool demo = false)
    {
        var data = Directory.CreateTempSubdirectory("smederijen-");
        var port = FreePort();
        var start = new ProcessStartInfo("dotnet",
            [Built("LocalHost"), "--port", $"{port}", "--data", Path.Combine(data.FullName, "data"), "--demo", .. demo ? Array.Empty<string>() : ["--empty"]])
        {
            RedirectStandardOutput = true,
        };
        var edition = new LocalEdition(Process.Start(start)!, data, new Uri($"http://127.0.0.1:{port}"));
        await edition.WaitUntilReady();
        return edition;
    }

    /// <summary>Where one of our programs was built, for <c>dotnet</c> to run.</summary>
    public static string Built(string program) =>
        typeof(LocalEdition).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == program).Value!;

    /// <summary>The mails in the outbox for one address, newest first.</summary>
    public async Task<IReadOnlyList<Mail>> MailsTo(string address)
    {
        var mails = await http.GetStringAsync(new Uri(Address, $"/postvak/berichten?aan={Uri.EscapeDataString(address)}"));
        return JsonSerializer.Deserialize<List<Mail>>(mails, JsonSerializerOptions.Web)!;
    }

    /// <summary>Waits for a mail whose subject holds some words. Mail follows the commit in its own time, so this asks again until it is
    /// there.</summary>
    /// <param name="atLeast">How many of them there must be; the newest is given.</param>
    public async Task<Mail> MailTo(string address, string words, int atLeast = 1)
    {
        using var timeout = new CancellationTokenSource(Patience);
        while (true)
        {
            var mails = (await MailsTo(address)).Where(mail => mail.Onderwerp.Contains(words, StringComparison.OrdinalIgnoreCase)).ToList();
            if (mails.Count >= atLeast)
                return mails[0];
            await Task.Delay(20, timeout.Token);
        }
    }

    /// <summary>Somebody supports an idea by the same two forms, with a program in place of a browser.</summary>
    public async Task NeighbourSupports(string idea, string email, string postcode)
    {
        using var neighbour = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer() }) { BaseAddress = Address };
        using var offer = new FormUrlEncodedContent(new Dictionary<string, string> { ["naam"] = "Een buur", ["email"] = email, ["postcode"] = postcode });
        (await neighbour.PostAsync(new Uri(Address, $"{idea}/steun"), offer)).EnsureSuccessStatusCode();
        var page = await neighbour.GetAsync(new Uri((await MailTo(email, "steun")).Link));
        using var yes = new FormUrlEncodedContent([]);
        (await neighbour.PostAsync(page.RequestMessage!.RequestUri, yes)).EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        data.Delete(recursive: true);
    }

    private async Task WaitUntilReady()
    {
        using var timeout = new CancellationTokenSource(Patience);
        var links = new List<Uri>();
        while (await process.StandardOutput.ReadLineAsync(timeout.Token) is { } line)
        {
            if (SignInLink().Match(line) is { Success: true } match)
                links.Add(new Uri(match.Value));
            else if (line.StartsWith("Stop with", StringComparison.Ordinal))
                break;
        }
        SignInLinks = links;
        // Keep reading, so that a full pipe never stops the program.
        _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        SignInLinks.Count.ShouldBeGreaterThanOrEqualTo(2, "The program should print a sign-in link for two or more staff members.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+/link/\S+")]
    private static partial Regex SignInLink();
}

/// <summary>A mail as the mailbox gives it to programs.</summary>
public sealed record Mail(string Id, string Aan, string Onderwerp, string Tekst, IReadOnlyList<string> Links)
{
    /// <summary>The first link in the mail that leads to a page of its own for the reader.</summary>
    public string Link => Links.First(link => link.Contains("/link/", StringComparison.Ordinal));
}
