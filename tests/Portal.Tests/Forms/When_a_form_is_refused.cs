using Smederijen.Portal.Ideas;
using Smederijen.Portal.Security;
using Smederijen.Portal.Tests.Staff;
using static Smederijen.Portal.Tests.Residents;

namespace Smederijen.Portal.Tests.Forms;

/// <summary>Whatever a form is refused for, what was typed comes back.</summary>
public sealed class When_a_form_is_refused
{
    private const string Page = $"/smederijen/{World.Village}/ideeen/nieuw";
    private const string Typed = "Wij maken samen een bankje bij de vijver";

    [Fact]
    public async Task A_browser_that_filled_in_the_trap_gets_the_form_back_with_all_that_was_typed_and_no_thanks()
    {
        await using var world = await World.Begin();
        var answer = (await world.Browser.Post(Page, Fields(("website", "https://voorbeeld.example")))).ShouldHave(400);
        answer.Text.ShouldContain(Typed);
        answer.Words.ShouldContain("Wij hebben nog niets verstuurd");
        answer.Text.ShouldNotContain("https://voorbeeld.example");
        answer.Text.ShouldContain("id=\"veld-website\"", customMessage: "it can be seen and emptied");
        (await world.Browser.Post(Page, Fields(("website", ""), ("opdracht", answer.Hidden("opdracht"))))).ShouldHave(303);
    }

    /// <summary>A browser may keep the page that came back, or Back leads to an empty page of its own.</summary>
    [Fact]
    public async Task Who_goes_back_to_a_form_that_was_refused_finds_it_and_secrets_are_kept_nowhere()
    {
        await using var world = await World.Begin();
        var answer = (await world.Browser.Post(Page, Fields(("email", "jan.@")))).ShouldHave(400);
        answer.Headers.CacheControl.ToString().ShouldBe("private, no-cache");
        (await world.Browser.Get(Page)).ShouldHave(200).Headers.CacheControl.ToString().ShouldBe("no-store");
        var idea = await world.SubmitAndConfirm();
        (await world.Anna().Post(idea.Case("notitie"), new { notitie = "" })).ShouldHave(400).Headers.CacheControl.ToString().ShouldBe("no-store");
        await Voting.AVote.Open(world);
        (await world.Browser.Post($"/smederijen/{Voting.AVote.Smederij}/stemmen", new { code = "AAAA-AAAA-AAAA-AAAA" })).Headers.CacheControl.ToString()
            .ShouldBe("no-store");
    }

    [Fact]
    public async Task Who_sends_too_often_keeps_the_text_and_is_told_on_top()
    {
        await using var world = await World.Begin();
        for (var i = 0; i < Limit.UnconfirmedPerMailbox.Times; i++)
            (await world.Browser.Post(Page, AnIdea)).ShouldHave(303);
        var answer = (await world.Browser.Post(Page, AnIdea)).ShouldHave(429);
        answer.Headers.RetryAfter.ToString().ShouldNotBeEmpty();
        answer.Text.ShouldContain(Typed);
        answer.Text.ShouldContain("id=\"fouten\"");
        answer.Words.ShouldContain("in korte tijd heel vaak gedaan");
    }

    [Fact]
    public async Task A_form_that_is_too_large_comes_back_with_the_fields_before_and_after_its_files()
    {
        await using var world = await World.Begin();
        var content = new MultipartFormDataContent { { new StringContent("Een bankje"), "titel" } };
        content.Add(new ByteArrayContent(new byte[56 * 1024 * 1024]), "bijlagen", "groot.jpg");
        content.Add(new StringContent("Jannie de Vries"), "naam");
        var answer = (await world.Browser.Ask("POST", Page, content)).ShouldHave(413);
        answer.Text.ShouldContain("value=\"Jannie de Vries\"");
        answer.Text.ShouldContain("value=\"Een bankje\"");
        answer.Words.ShouldContain("te groot");
    }

    [Theory]
    [InlineData(200_000)]
    [InlineData(1_100_000)]
    public async Task A_text_that_is_far_too_long_comes_back_whole_however_the_form_was_sent(int length)
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        var text = new string('a', length);
        foreach (var (page, field) in ((string, string)[])[
            (Page, "titel"), ($"/smederijen/{World.Village}/hulp", "onderwerp"), ($"{idea.Page()}/melden", "toelichting"), ($"{idea.Page()}/steun", "naam")])
        {
            var form = new Dictionary<string, string> { [field] = text, ["opdracht"] = "lang" };
            foreach (var answer in (Answer[])[await world.Browser.Post(page, form), await world.Browser.PostWithFiles(page, form)])
            {
                answer.ShouldHave(400).Words.ShouldContain($"Deze tekst is te lang: {length} tekens.");
                answer.Text.Contains(text, StringComparison.Ordinal).ShouldBeTrue(page);
            }
        }
    }

    [Fact]
    public async Task A_long_text_of_staff_who_were_signed_out_is_on_the_page_that_says_so()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        var form = new { notitie = new string('a', 200_000), opdracht = "n1", meer = "Trijntje belt maandag terug." };
        var path = $"/medewerkers/ideeen/{idea.Smederij}/{idea.Id}/notitie";
        foreach (var refused in (Answer[])[await world.NewBrowser().Post(path, form), await world.NewBrowser().PostWithFiles(path, form)])
        {
            refused.ShouldHave(401).Hidden("notitie").Length.ShouldBe(200_000);
            refused.Hidden("meer").ShouldBe(form.meer);
        }
    }

    [Fact]
    public async Task Staff_who_were_signed_out_keep_the_page_sign_in_beside_it_and_get_their_form_back()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        var browser = world.NewBrowser();
        var path = $"/medewerkers/ideeen/{idea.Smederij}/{idea.Id}/notitie";
        var refused = (await browser.Post(path, new { notitie = "Trijntje belt maandag terug.", opdracht = "n1" })).ShouldHave(401);
        refused.Words.ShouldContain("in een nieuw tabblad");
        refused.Words.ShouldContain("Trijntje belt maandag terug.");
        refused.Text.ShouldContain("formulier=terug");

        browser.Staff = world.BrowserOf("anna", "medewerker").Staff;
        var back = (await browser.Post($"{path}?formulier=terug", new { notitie = refused.Hidden("notitie"), opdracht = refused.Hidden("opdracht") })).ShouldHave(200);
        back.Text.ShouldContain("Trijntje belt maandag terug.");
        back.Words.ShouldContain("nog niets verstuurd");
        (await world.Store.Query(idea.Smederij, IdeaKeys.Notes(idea.Id))).Rows.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_link_that_is_gone_leaves_the_answer_to_copy()
    {
        await using var world = await World.Begin();
        var answer = (await world.NewBrowser().Post("/antwoorden/abcdef", new { antwoord = "Dat doen wij zelf." })).ShouldHave(404);
        answer.Words.ShouldContain("Dat doen wij zelf.");
    }

    [Fact]
    public async Task What_another_website_sends_is_not_shown_on_ours()
    {
        await using var world = await World.Begin();
        foreach (var address in (string[])[Page, $"{Page}?formulier=terug"])
            (await world.Browser.Post(address, AnIdea, ("Sec-Fetch-Site", "cross-site"))).ShouldHave(403).Text.ShouldNotContain(Typed);
    }

    private static Dictionary<string, string> Fields(params (string Name, string Value)[] more)
    {
        var fields = AnIdea.GetType().GetProperties().ToDictionary(field => field.Name, field => $"{field.GetValue(AnIdea)}");
        foreach (var (name, value) in more)
            fields[name] = value;
        return fields;
    }
}
