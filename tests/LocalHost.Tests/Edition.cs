using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Smederijen.LocalHost.Demo;
using Smederijen.LocalHost.Mailbox;
using Smederijen.LocalHost.Staff;
using Smederijen.LocalHost.Tests.Storage;
using Smederijen.Portal.Settings;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Tests;

namespace Smederijen.LocalHost.Tests;

/// <summary>
/// The whole local edition at work in a folder, over real HTTP on a free port: what a person with a browser and a mailbox
/// sees. It has the clock of a demo, so that days pass at once.
/// </summary>
public sealed class Edition : IAsyncDisposable
{
    public const string Village = "alteveer";

    private readonly WebApplication _app;
    private readonly HttpClient _http;

    private Edition(WebApplication app)
    {
        _app = app;
        Address = app.Services.GetRequiredService<IOptions<PortalOptions>>().Value.PublicUrl;
        _http = NewVisitor();
    }

    public Uri Address { get; }

    public DemoClock Clock => Get<DemoClock>();

    public IEntityStore Store => Get<IEntityStore>();

    /// <param name="also">Replaces or adds services.</param>
    public static Task<Edition> Start(TemporaryFolder folder, Action<IServiceCollection>? also = null, bool demo = true, bool seed = false) =>
        StartOn(folder.Path, also, demo, seed);

    /// <inheritdoc cref="Start"/>
    public static async Task<Edition> StartOn(string folder, Action<IServiceCollection>? also = null, bool demo = true, bool seed = false)
    {
        var app = Composition.Build(new LocalOptions(0, folder, demo, seed), also);
        await app.StartAsync();
        return new Edition(app);
    }

    public T Get<T>() where T : notnull => _app.Services.GetRequiredService<T>();

    /// <summary>Somebody with a browser of their own, who follows no redirects by themselves.</summary>
    public HttpClient NewVisitor() =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = Address };

    public Task<Answer> Ask(HttpMethod method, string path, HttpContent? content = null, HttpClient? visitor = null) =>
        (visitor ?? _http).Ask(method, path, content);

    /// <summary>Opens a page as a browser does, redirects included.</summary>
    public async Task<Answer> Open(string path, HttpClient? visitor = null)
    {
        var answer = await Ask(HttpMethod.Get, path, visitor: visitor);
        while (answer.Status is 302 or 303)
            answer = await Ask(HttpMethod.Get, answer.Location, visitor: visitor);
        return answer;
    }

    public Task<Answer> Post(string path, object form, HttpClient? visitor = null) =>
        Ask(HttpMethod.Post, path, new FormUrlEncodedContent(Visiting.Fields(form)), visitor);

    /// <summary>Opens the page behind a link and presses its button.</summary>
    public async Task<Answer> Press(string link, object? form = null, HttpClient? visitor = null)
    {
        var page = (await Open(link, visitor)).ShouldHave(200);
        var fields = Visiting.Fields(form ?? new { });
        if (page.Text.Contains("name=\"opdracht\"", StringComparison.Ordinal))
            fields["opdracht"] = page.Hidden("opdracht");
        var answer = await Ask(HttpMethod.Post, page.Path, new FormUrlEncodedContent(fields), visitor);
        return answer.Status == 303 ? await Open(answer.Location, visitor) : answer;
    }

    /// <summary>Hands in an idea with its form.</summary>
    public async Task HandIn(IdeaFields? form = null) =>
        (await Post($"/smederijen/{Village}/ideeen/nieuw", form ?? Residents.AnIdea)).ShouldHave(303);

    /// <summary>The mails to an address, newest first, as <c>/postvak/berichten</c> gives them.</summary>
    public async Task<List<MailJson>> MailsTo(string address) =>
        JsonSerializer.Deserialize((await Ask(HttpMethod.Get, $"/postvak/berichten?aan={address}")).ShouldHave(200).Body, MailboxJson.Default.ListMailJson)!;

    /// <summary>The newest mail to an address, once so many have come.</summary>
    public async Task<MailJson> MailTo(string address, int number = 1) =>
        (await Eventually(() => MailsTo(address), mails => mails.Count >= number, $"mail {number} to {address}"))[0];

    /// <summary>Waits for what the driver does in the background.</summary>
    public static async Task<T> Eventually<T>(Func<Task<T>> look, Func<T, bool> enough, string what)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            var seen = await look();
            if (enough(seen))
                return seen;
            patience.IsCancellationRequested.ShouldBeFalse($"waited in vain for {what}");
            await Task.Delay(5, CancellationToken.None);
        }
    }

    public async Task<List<Entity>> Rows(string prefix, string smederij = Village) => await Store.Rows(smederij, prefix);

    /// <summary>A browser in which a member of the staff is signed in.</summary>
    public async Task<HttpClient> SignIn(string id)
    {
        var visitor = NewVisitor();
        await Press((await LinkOf(id)).PathAndQuery, visitor: visitor);
        return visitor;
    }

    /// <summary>A fresh link for a member of the staff to sign in with.</summary>
    public async Task<Uri> LinkOf(string id) => (await Get<SignIn>().Links()).Single(link => link.Member.Id == id).Link;

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
