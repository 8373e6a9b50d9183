using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Smederijen.Domain.Ideas;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Tests.Plans;
using Smederijen.Portal.Work;

namespace Smederijen.Portal.Tests.Staff;

/// <summary>Every look is kept with who and when, and never with what was seen.</summary>
public sealed class When_staff_look_at_people_and_money
{
    private static async Task<IReadOnlyList<Look>> Looks(World world) =>
    [
        .. (await world.Store.Rows(Partitions.Looks, "")).Where(row => char.IsAsciiDigit(row.Row[0])).Select(row => row.Read(WorkJson.Default.Look)),
    ];

    [Fact]
    public async Task The_page_of_an_idea_its_forms_and_the_account_are_looks()
    {
        await using var world = await World.Begin();
        var idea = await world.Granted();
        await world.GivesAccount(idea, "NL91ABNA0417164300");
        (await world.Anna().Get(idea.Case())).ShouldHave(200);
        (await world.Anna().Get(idea.Case("vrijgeven"))).ShouldHave(200);
        (await world.Bert().Get(idea.Case("wissen"))).ShouldHave(200);
        (await Looks(world)).ShouldBe(
        [
            new Look(world.Clock.GetUtcNow(), "anna", LookKind.Dossier, idea.Smederij, idea.Id),
            new Look(world.Clock.GetUtcNow(), "anna", LookKind.Account, idea.Smederij, idea.Id),
            new Look(world.Clock.GetUtcNow(), "bert", LookKind.Dossier, idea.Smederij, idea.Id),
        ], ignoreOrder: true);
        var data = string.Concat((await world.Store.Rows(Partitions.Looks, "")).Select(row => row.Row + row.Data));
        foreach (var seen in (string[])["NL91", "Vries", "voorbeeld.example", Residents.AnIdea.titel])
            data.ShouldNotContain(seen);
    }

    [Fact]
    public async Task A_form_that_comes_back_with_errors_shows_the_account_again_and_is_a_look()
    {
        await using var world = await World.Begin();
        var idea = await world.Granted();
        await world.Happens(idea, at => new IdeaEvent.AccountGiven(at));
        (await world.Anna().Post(idea.Case("vrijgeven"), new { rekening = "0" })).ShouldHave(400);
        (await Looks(world)).ShouldHaveSingleItem().What.ShouldBe(LookKind.Account);
    }

    [Fact]
    public async Task Files_that_are_for_staff_alone_are_looks()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        var scan = await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "Attachments", "samples", "plain.jpg"));
        await world.Anna().PostWithFiles(idea.Case("handtekeningen"), new { aantal = 2, reden = "Lijst" }, "scan", ("lijst.jpg", scan));
        var link = Regex.Match((await world.Anna().Get(idea.Case())).Text, "href=\"([^\"]*/scans/[^\"]*)\"").Groups[1].Value;
        (await world.Bert().Get(link)).ShouldHave(200);
        (await Looks(world)).ShouldContain(look => look.By == "bert" && look.What == LookKind.File && look.Item == idea.Id);
        (await world.Bert().Get(idea.Case("scans/bestaatniet.jpg"))).ShouldHave(404);
        (await Looks(world)).Count(look => look.What == LookKind.File).ShouldBe(1);
    }

    [Fact]
    public async Task Somebody_who_wants_to_be_called_is_a_look_on_both_pages_that_show_the_number()
    {
        await using var world = await World.Begin();
        var page = (await world.Browser.Get($"/smederijen/{World.Village}/hulp")).ShouldHave(200);
        (await world.Browser.Post(page.Path, HelpForm(page))).ShouldHave(303);
        (await world.Anna().Get("/medewerkers/regisseur?wie=regisseur-noord")).ShouldHave(200);
        (await Looks(world)).ShouldBeEmpty("nobody waits there");
        var desk = (await world.Anna().Get($"/medewerkers/regisseur?wie={world.Settings().Gebiedsregisseur}")).ShouldHave(200);
        desk.Words.ShouldContain("0528");
        var look = (await Looks(world)).ShouldHaveSingleItem();
        look.What.ShouldBe(LookKind.Help);
        var note = Regex.Match(desk.Text, "href=\"([^\"]*/notitie)\"").Groups[1].Value;
        note.ShouldContain(look.Item);
        (await world.Bert().Get(note)).ShouldHave(200);
        (await Looks(world)).Select(one => one.By).ShouldBe(["anna", "bert"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_letter_that_could_not_be_mailed_a_plan_and_a_ledger_are_looks()
    {
        await using var world = await World.Begin();
        var plan = await world.BeginPlan();
        (await world.Anna().Get(plan.StaffPath)).ShouldHave(200);
        (await world.Anna().Get($"/medewerkers/geld/{World.Village}")).ShouldHave(200);
        (await Looks(world)).Select(look => (look.What, look.Item)).ShouldBe(
            [(LookKind.Plan, plan.Id), (LookKind.Ledger, world.Settings().Round.Period)], ignoreOrder: true);

        await using var other = await World.Begin();
        other.Mailbox.Refused.Add(Residents.Submitter);
        await other.Browser.Post($"/smederijen/{World.Village}/ideeen/nieuw", Residents.AnIdea);
        await other.Work();
        var failed = Keys.TryReadEffect((await other.Store.Rows(World.Village, "mislukt|")).Single().Row).ShouldNotBeNull();
        (await other.Anna().Get("/medewerkers/berichten")).ShouldHave(200).Text.ShouldNotContain(Residents.Submitter);
        (await Looks(other)).ShouldBeEmpty();
        (await other.Anna().Get($"/medewerkers/berichten/{World.Village}/{failed.Item}/{failed.Number}/brief")).ShouldHave(200).Text.ShouldContain(Residents.Submitter);
        (await Looks(other)).ShouldHaveSingleItem().ShouldBe(new Look(other.Clock.GetUtcNow(), "anna", LookKind.Letter, World.Village, failed.Item));
    }

    [Fact]
    public async Task The_same_look_again_within_ten_minutes_is_one_and_later_another()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        for (var minute = 0; minute <= 10; minute += 5)
        {
            await world.Anna().Get(idea.Case());
            world.Clock.MoveTo(world.Clock.GetUtcNow().AddMinutes(5));
        }
        (await Looks(world)).Count.ShouldBe(1);
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => world.Anna().Get(idea.Case())));
        (await Looks(world)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Two_instances_write_one_look()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        await world.Anna().Get(idea.Case());
        await using var other = await World.Begin(services => services.AddSingleton(new PlainStore(world.Store)));
        await other.Anna().Get(idea.Case());
        (await Looks(world)).Count.ShouldBe(1);
        await other.Bert().Get(idea.Case());
        (await Looks(world)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Where_the_look_cannot_be_written_nothing_is_shown()
    {
        await using var world = await World.Begin();
        var idea = await world.Granted();
        world.Store.Before = (partition, _) => partition == Partitions.Looks ? throw new StoreUnavailableException("The store does not answer.", new IOException("gone")) : null;
        foreach (var page in (string[])[idea.Case(), idea.Case("wissen"), $"/medewerkers/geld/{World.Village}"])
        {
            var answer = (await world.Anna().Get(page)).ShouldHave(503);
            answer.Text.ShouldNotContain(Residents.Submitter);
            answer.Text.ShouldNotContain("Vries");
        }
        world.Store.Before = null;
        (await world.Anna().Get(idea.Case())).ShouldHave(200);
        (await Looks(world)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_beheerder_reads_who_looked_at_what_the_newest_first_and_nobody_else_does()
    {
        await using var world = await World.Begin();
        var (first, second) = (await world.SubmitAndConfirm(), await world.SubmitAndConfirm(Residents.AnIdea with { titel = "Een nieuw bordje" }));
        await world.Anna().Get(first.Case());
        world.Clock.MoveTo(world.Clock.GetUtcNow().AddMinutes(1));
        await world.Bert().Get(second.Case());
        var beheerder = world.BrowserOf("zij", "beheerder");
        (await beheerder.Get("/medewerkers")).Text.ShouldContain("/medewerkers/inzage");
        (await world.Anna().Get("/medewerkers")).Text.ShouldNotContain("/medewerkers/inzage");
        (await world.Anna().Get("/medewerkers/inzage")).ShouldHave(403);
        (await world.Browser.Get("/medewerkers/inzage")).ShouldHave(401);
        var words = (await beheerder.Get("/medewerkers/inzage")).ShouldHave(200).Words;
        words.IndexOf(second.Id, StringComparison.Ordinal).ShouldBeLessThan(words.IndexOf(first.Id, StringComparison.Ordinal));
        words.ShouldContain("anna Een idee met zijn indiener");
        var ofBert = (await beheerder.Get("/medewerkers/inzage?wie=BERT")).Words;
        ofBert.ShouldContain(second.Id);
        ofBert.ShouldNotContain(first.Id);
        var ofFirst = (await beheerder.Get($"/medewerkers/inzage?wat={first.Id}")).Words;
        ofFirst.ShouldContain(first.Id);
        ofFirst.ShouldNotContain(second.Id);
        (await beheerder.Get("/medewerkers/inzage?wie=niemand")).Words.ShouldContain("Er is niets gevonden.");
        foreach (var odd in (string[])["%00", "al%7C", "~", "/", "0%7C%3C", new string('9', 600)])
            (await beheerder.Get($"/medewerkers/inzage?vanaf={odd}")).ShouldHave(200);
    }

    [Fact]
    public async Task A_colleague_has_one_name_wherever_they_looked_and_is_found_by_it()
    {
        await using var world = await World.Begin();
        var (here, there) = (await world.SubmitAndConfirm(), await world.SubmitAndConfirm(Residents.AnIdea with { titel = "Een nieuw bordje" }));
        var plan = new Portal.Ideas.IdeaKey("centrum", there.Id);
        var anna = world.Anna();
        anna.Staff = anna.Staff! with { Name = "Anna de Vries" };
        await anna.Get(here.Case());
        (await anna.Post(here.Case("notitie"), new { notitie = "Gebeld." })).ShouldHave(303);
        await world.Lay(Partitions.Looks, [new Write.Insert($"{(long.MaxValue - world.Clock.GetUtcNow().UtcTicks):D19}|elders",
            Rows.Write(new Look(world.Clock.GetUtcNow(), "anna", LookKind.Dossier, plan.Smederij, plan.Id), WorkJson.Default.Look))]);
        var found = (await world.BrowserOf("zij", "beheerder").Get("/medewerkers/inzage?wie=anna+de+vries")).ShouldHave(200).Words;
        found.ShouldContain(here.Id);
        found.ShouldContain(there.Id);
        found.ShouldContain("Anna de Vries Een idee met zijn indiener, Centrum");
        found.ShouldContain("binnen tien minuten hetzelfde, dan staat dat er één keer");
    }

    [Fact]
    public async Task The_list_is_read_page_by_page()
    {
        await using var world = await World.Begin();
        for (var i = 0; i < 120; i++)
        {
            var at = world.Clock.GetUtcNow().AddMinutes(i);
            var look = new Look(at, i % 2 == 0 ? "anna" : "bert", LookKind.Plan, World.Village, $"plan{i:D3}x");
            await world.Lay(Partitions.Looks,
                [new Write.Insert($"{(long.MaxValue - at.UtcTicks):D19}|{i}", Rows.Write(look, WorkJson.Default.Look))]);
        }
        foreach (var (filter, expected) in (IEnumerable<(string, int)>)[("", 120), ("?wie=anna", 60)])
        {
            var (seen, next) = (new List<string>(), $"/medewerkers/inzage{filter}");
            for (var pages = 0; next.Length > 0; pages++)
            {
                pages.ShouldBeLessThan(6);
                var page = (await world.BrowserOf("zij", "beheerder").Get(next)).ShouldHave(200);
                seen.AddRange(Regex.Matches(page.Words, @"plan\d{3}x").Select(match => match.Value));
                next = WebUtility.HtmlDecode(Regex.Match(page.Text, "rel=\"next\" href=\"([^\"]*)\"").Groups[1].Value);
            }
            seen.ShouldBe(seen.OrderDescending());
            seen.Distinct().Count().ShouldBe(expected);
            seen.Count.ShouldBe(expected);
        }
    }

    [Fact]
    public async Task After_two_years_it_is_forgotten()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        await world.Anna().Get(idea.Case());
        world.Clock.MoveTo(world.Clock.GetUtcNow().AddYears(2).AddMinutes(-1));
        await world.Bert().Get(idea.Case());
        await world.Get<Looks>().ForgetOld();
        (await Looks(world)).Count.ShouldBe(2);
        world.Clock.MoveTo(world.Clock.GetUtcNow().AddMinutes(20));
        await world.Get<Looks>().ForgetOld();
        (await Looks(world)).ShouldHaveSingleItem().By.ShouldBe("bert");
        (await world.Store.Rows(Partitions.Looks, "")).Count.ShouldBe(1, "what kept two instances apart is gone too");
    }

    private static Dictionary<string, string> HelpForm(Answer page) => new()
    {
        ["naam"] = "Truus Bel",
        ["telefoon"] = "0528 123456",
        ["dag"] = "2026-03-04",
        ["dagdeel"] = "ochtend",
        ["onderwerp"] = "",
        ["opdracht"] = page.Hidden("opdracht"),
    };
}
