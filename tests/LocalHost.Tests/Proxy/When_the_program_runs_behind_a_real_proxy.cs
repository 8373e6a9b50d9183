using Microsoft.Extensions.DependencyInjection;
using Smederijen.LocalHost.Mail;
using Smederijen.LocalHost.Tests.Crash;
using Smederijen.LocalHost.Tests.Start;
using Smederijen.LocalHost.Tests.Storage;
using Smederijen.Portal.Settings;
using Smederijen.Portal.Tests;

namespace Smederijen.LocalHost.Tests.Proxy;

/// <summary>The program in a process of its own, behind nginx and behind Caddy, with the very texts of docs/operations.md.</summary>
public sealed class When_the_program_runs_behind_a_real_proxy : IDisposable
{
    private const string Mailbox = "/postvak/berichten";

    private readonly TemporaryFolder _folder = new();
    private readonly int _port = ReverseProxy.FreePort();

    public void Dispose() => _folder.Dispose();

    [FactWithProxies]
    public Task Everything_holds_behind_nginx() => EverythingHolds(ReverseProxy.Nginx);

    [FactWithProxies]
    public Task Everything_holds_behind_Caddy() => EverythingHolds(ReverseProxy.Caddy);

    [FactWithProxies]
    public async Task A_demo_shows_its_mailbox_to_nobody_who_comes_through_one()
    {
        using (await Program(demo: true))
        {
            using var here = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{_port}") };
            (await here.Get(Mailbox)).ShouldHave(200);
            foreach (var start in (Func<int, Task<ReverseProxy>>[])[ReverseProxy.Nginx, ReverseProxy.BareNginx, ReverseProxy.Caddy])
            {
                await using var proxy = await start(_port);
                using var visitor = proxy.NewVisitor();
                (await visitor.Get("/")).ShouldHave(200);
                (await visitor.Get(Mailbox)).ShouldHave(403);
                (await visitor.Get("/postvak")).ShouldHave(403);
            }
        }
        using (await Program(demo: true, OperatorsGuide.Settings()))
        {
            using var here = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{_port}") };
            (await here.Get(Mailbox)).ShouldHave(403);
        }
    }

    private async Task EverythingHolds(Func<int, Task<ReverseProxy>> start)
    {
        // Somebody filled it in before.
        await using (await Edition.Start(_folder, services => services.AddSingleton(SettingsFile.Embedded()), demo: false)) { }
        using var program = await Program(demo: false, OperatorsGuide.Settings());
        await using var proxy = await start(_port);
        using var visitor = proxy.NewVisitor();
        await TlsAllAlong(visitor);
        var token = await AStepByAMailedLink(visitor);
        await FormsOfOtherWebsitesAreRefused(visitor);
        await EveryVisitorIsCountedApart(proxy);
        (await visitor.Get(Mailbox)).ShouldHave(404);
        (await proxy.Logs()).ShouldSatisfyAllConditions(logs => logs.ShouldNotContain(token), logs => logs.ShouldNotContain("/link/"));
    }

    private static async Task TlsAllAlong(HttpClient visitor)
    {
        var plain = await visitor.Get($"http://{ReverseProxy.Site.Host}/smederijen/alteveer");
        plain.Status.ShouldBeInRange(301, 308);
        plain.Location.ShouldStartWith("https://");
        foreach (var path in (string[])["/", "/bestaat-niet", "/v1/bestaat-niet"])
            (await visitor.Get(path)).Headers.StrictTransportSecurity.ShouldHaveSingleItem().ShouldNotBeNull().ShouldStartWith("max-age=31536000");
    }

    /// <returns>The token of the link.</returns>
    private async Task<string> AStepByAMailedLink(HttpClient visitor)
    {
        (await visitor.Post($"/smederijen/{Edition.Village}/ideeen/nieuw", Residents.AnIdea)).ShouldHave(303);
        var mail = (await Edition.Eventually(() => Task.FromResult(Mails()), mails => mails.Count > 0, "the mail"))[0];
        mail.Links[0].ShouldStartWith($"{ReverseProxy.Site}link/");
        var opened = (await visitor.Get(mail.Links[0])).ShouldHave(303);
        opened.Headers.SetCookie.ShouldHaveSingleItem().ShouldNotBeNull().ShouldMatch(
            "(?i)^__Secure-link-[0-9a-f]{12}=[^;]+; path=/bevestigen/[0-9a-f]{12}; secure; samesite=lax; httponly$");
        var page = (await visitor.Get(opened.Location)).ShouldHave(200);
        var done = await visitor.Post(page.Path, new { opdracht = page.Hidden("opdracht") }, ("Origin", ReverseProxy.Site.GetLeftPart(UriPartial.Authority)));
        done.Status.ShouldBeOneOf(200, 303);
        (await visitor.Get($"/smederijen/{Edition.Village}")).ShouldHave(200).Words.ShouldContain(Residents.AnIdea.titel);
        return mail.Links[0].Split('/')[^1];
    }

    private static async Task FormsOfOtherWebsitesAreRefused(HttpClient visitor)
    {
        foreach (var origin in (string[])["https://kwaad.example", $"http://{ReverseProxy.Site.Host}", "null"])
            (await visitor.Post("/aanmelden", new { email = "iemand@voorbeeld.example" }, ("Origin", origin))).ShouldHave(403);
    }

    private static async Task EveryVisitorIsCountedApart(ReverseProxy proxy)
    {
        using var eager = proxy.NewVisitor("127.0.0.3");
        using var other = proxy.NewVisitor("127.0.0.4");
        var answers = new List<int>();
        while (answers.Count < 500 && !answers.Contains(429))
            answers.Add((await AskForSignIn(eager, answers.Count)).Status);
        answers.ShouldContain(429);
        (await AskForSignIn(other, 900)).ShouldHave(303);
        // What a visitor says of itself is not believed, however it is said.
        foreach (var (name, value) in ((string, string)[])
            [("X-Forwarded-For", "203.0.113.9"), ("X-Forwarded-For", "127.0.0.1, 203.0.113.9"), ("Forwarded", "for=203.0.113.9"), ("X-Real-IP", "203.0.113.9")])
            (await AskForSignIn(eager, 901, (name, value))).ShouldHave(429);
    }

    private static Task<Answer> AskForSignIn(HttpClient visitor, int number, params (string Name, string Value)[] also) =>
        visitor.Post("/aanmelden", new { email = $"iemand-{number}@voorbeeld.example" }, also);

    private List<StoredMail> Mails()
    {
        // Remembers what it found when it was asked first.
        var outbox = new OutboxFolder(_folder.File("uitgaand"));
        return [.. outbox.Newest().Select(outbox.Read).OfType<StoredMail>()];
    }

    private Task<KilledProgram> Program(bool demo, params (string Name, string Value)[] settings) => KilledProgram.Start(
        ["dotnet", StartedProgram.File, "--port", $"{_port}", "--data", _folder.Path, .. demo ? ["--demo", "--empty"] : Array.Empty<string>()], settings);
}
