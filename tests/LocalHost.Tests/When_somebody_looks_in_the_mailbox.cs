using Smederijen.LocalHost.Tests.Storage;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Tests;

namespace Smederijen.LocalHost.Tests;

public sealed class When_somebody_looks_in_the_mailbox : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_lists_the_mails_and_shows_one_with_links_that_work()
    {
        await using var town = await Edition.Start(_folder);
        await town.HandIn(Residents.AnIdea with { titel = "Bankje & <b>boom</b>" });
        var mail = await town.MailTo(Residents.Submitter);
        var list = (await town.Open("/postvak")).ShouldHave(200);
        list.Words.ShouldContain("Bevestig uw idee: Bankje & <b>boom</b>");
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
        all[0].GetProperty("onderwerp").GetString().ShouldBe("Bevestig uw idee: Een tweede idee");
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

        words.ShouldContain("Een tweede idee");
        words.ShouldNotContain(Residents.AnIdea.titel);
        (await town.Open("/postvak?aan=niemand")).Words.ShouldContain("Er zijn geen mails aan dit adres.");
    }

    [Fact]
    public async Task It_is_shown_on_this_machine_only()
    {
        await using var town = await Edition.Start(_folder);
        var visitor = town.NewVisitor();
        visitor.DefaultRequestHeaders.Host = "smederijen.voorbeeld.example";
        foreach (var path in (string[])["/postvak", "/postvak/berichten", "/postvak/een-mail"])
            (await town.Ask(HttpMethod.Get, path, visitor: visitor)).ShouldHave(403);
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
