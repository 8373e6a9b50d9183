using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Smederijen.LocalHost.Tests.Storage;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Settings;
using Smederijen.Portal.Tests;

namespace Smederijen.LocalHost.Tests;

public sealed class When_somebody_looks_in_the_mailbox : IDisposable
{
    private const string Clock = "/medewerkers/klok";

    private static readonly string[] Pages = ["/postvak", "/postvak/berichten", "/postvak/een-mail"];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_lists_the_mails_and_shows_one_with_links_that_work()
    {
        await using var town = await Edition.Start(_folder);
        await town.HandIn(Residents.AnIdea with { titel = "Bankje & <b>boom</b>" });
        await town.Press((await town.MailTo(Residents.Submitter)).Links[0]);
        var mail = await town.MailTo(Residents.Submitter, 2);
        var list = (await town.Open("/postvak")).ShouldHave(200);
        list.Words.ShouldContain("Vraag uw buren om steun: Bankje & <b>boom</b>");
        list.Text.ShouldContain($"href=\"/postvak/{mail.Id}\"");
        var shown = (await town.Open($"/postvak/{mail.Id}")).ShouldHave(200);
        shown.Text.ShouldContain($"href=\"{mail.Links[0]}\"");
        shown.Text.ShouldNotContain("<b>boom</b>");
        shown.Words.ShouldContain("Beste bewoner,");
    }

    [Fact]
    public async Task Programs_get_the_newest_mail_first_and_can_ask_for_one_address()
    {
        await using var town = await Edition.Start(_folder);
        await town.HandIn();
        await town.MailTo(Residents.Submitter);
        await town.Clock.Move(TimeSpan.FromMinutes(1));
        await town.HandIn(Residents.AnIdea with { email = "piet@voorbeeld.example", titel = "Een tweede idee" });
        await town.MailTo("PIET@voorbeeld.example");
        var all = (await town.Open("/postvak/berichten")).ShouldHave(200).Json;
        all.EnumerateArray().Select(mail => mail.GetProperty("aan").GetString()).ShouldBe(["piet@voorbeeld.example", Residents.Submitter]);
        all[0].GetProperty("onderwerp").GetString().ShouldBe("Bevestig uw idee");
        all[0].GetProperty("tekst").GetString().ShouldNotBeNull().ShouldContain(all[0].GetProperty("links")[0].GetString()!);
    }

    [Fact]
    public async Task People_find_the_mails_of_somebody_by_a_part_of_the_address()
    {
        await using var town = await Edition.Start(_folder);
        await town.HandIn();
        await town.HandIn(Residents.AnIdea with { email = "piet@voorbeeld.example", titel = "Een tweede idee" });
        await town.MailTo(Residents.Submitter);
        await town.MailTo("piet@voorbeeld.example");

        var words = (await town.Open("/postvak?aan=PIET")).ShouldHave(200).Words;

        words.ShouldContain("piet@voorbeeld.example");
        words.ShouldNotContain(Residents.Submitter);
        (await town.Open("/postvak?aan=niemand")).Words.ShouldContain("Er zijn geen mails aan dit adres.");
    }

    [Fact]
    public async Task It_is_shown_on_this_machine_only()
    {
        await using var town = await Edition.Start(_folder);
        var visitor = town.NewVisitor();
        visitor.DefaultRequestHeaders.Host = "smederijen.voorbeeld.example";
        foreach (var path in Pages)
            (await town.Ask(HttpMethod.Get, path, visitor: visitor)).ShouldHave(403);
    }

    /// <summary>Whatever the header says, and also where the program believes proxies: it then takes some of them away.</summary>
    [Theory]
    [InlineData("Forwarded", "for=127.0.0.1;host=localhost;proto=http")]
    [InlineData("X-Forwarded-For", "127.0.0.1")]
    [InlineData("X-Forwarded-For", "")]
    [InlineData("x-forwarded-proto", "http")]
    [InlineData("X-Forwarded-Host", "localhost")]
    [InlineData("X-Forwarded-Port", "7071")]
    [InlineData("X-Forwarded-Server", "proxy")]
    [InlineData("X-Forwarded-Prefix", "/")]
    [InlineData("X-Real-IP", "127.0.0.1")]
    [InlineData("Via", "1.1 proxy")]
    public async Task It_is_shown_to_nobody_who_comes_through_a_proxy(string header, string value)
    {
        await using var town = await Edition.Start(_folder, services => services.Configure<PortalOptions>(portal => portal.TrustedProxies = "1"));
        await town.HandIn();
        await town.MailTo(Residents.Submitter);
        var anna = await town.SignIn("anna");
        (await town.Ask(HttpMethod.Get, Clock, visitor: anna)).ShouldHave(200);
        anna.DefaultRequestHeaders.TryAddWithoutValidation(header, value).ShouldBeTrue();
        foreach (var path in (string[])[.. Pages, Clock])
            (await town.Ask(HttpMethod.Get, path, visitor: anna)).ShouldHave(403).Text.ShouldNotContain("/link/");
        (await town.Post(Clock, new { sprong = "uur" }, anna)).ShouldHave(403);
    }

    [Fact]
    public async Task It_is_shown_to_no_proxy_that_keeps_silent_but_speaks_as_only_proxies_do()
    {
        await using var town = await Edition.Start(_folder);
        foreach (var path in Pages)
        {
            var request = new HttpRequestMessage(HttpMethod.Get, path)
            {
                Version = HttpVersion.Version10,
                VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            };
            ((int)(await town.NewVisitor().SendAsync(request)).StatusCode).ShouldBe(403);
        }
    }

    [Fact]
    public async Task It_is_not_there_outside_a_demo()
    {
        await using var town = await Edition.Start(_folder, demo: false);
        foreach (var path in (string[])[.. Pages, Clock])
            (await town.Ask(HttpMethod.Get, path)).ShouldHave(404);
    }

    [Theory]
    [InlineData("geen-mail")]
    [InlineData("..%2F..%2Fsmederijen")]
    [InlineData("%00")]
    public async Task A_mail_that_is_not_there_is_not_found(string id)
    {
        await using var town = await Edition.Start(_folder);
        (await town.Ask(HttpMethod.Get, $"/postvak/{id}")).Status.ShouldBeInRange(400, 404);
    }
}
