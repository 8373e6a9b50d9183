using Smederijen.Domain.Ideas;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Tests.Attachments;
using Smederijen.Portal.Tests.Staff;
using Smederijen.Portal.Tests.Voting;
using Smederijen.Portal.Work;
using static Smederijen.Portal.Tests.Residents;

namespace Smederijen.Portal.Tests.Reporting;

/// <summary>What staff hide is gone from everything that somebody without a sign-in can ask for, and comes back whole.</summary>
public sealed class When_staff_hide_something
{
    private const string Title = "Jan Jansen moet weg";
    private const string Mark = "De gemeente heeft hier iets weggehaald of veranderd.";
    private const string Description = "Mijn buurman Jan Jansen van nummer acht maakt lawaai, dus ik wil een muur bouwen.";

    [Fact]
    public async Task A_title_is_gone_from_page_lists_programs_agenda_and_mails_that_were_not_sent_yet()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm(AnIdea with { titel = Title });
        await Hide(world, idea, "titel");
        await world.Work();
        foreach (var page in Everywhere(idea))
            (await world.Browser.Get(page)).ShouldHave(200).Text.ShouldNotContain("Jan Jansen", Case.Insensitive, page);
        world.Mailbox.To(Submitter).Single(mail => mail.Subject.StartsWith("Vraag uw buren om steun", StringComparison.Ordinal)).ShouldSatisfyAllConditions(
            mail => mail.Subject.ShouldNotContain("Jan"), mail => mail.Text.ShouldNotContain("Jansen"));
        (await world.Browser.Get(idea.Page())).Words.ShouldContain("Een medewerker verborg de titel");
        await Restore(world, idea, "titel");
        foreach (var page in Everywhere(idea))
            (await world.Browser.Get(page)).ShouldHave(200).Text.ShouldContain(Title, Case.Insensitive, page);
        await ShouldBeWhole(world);
    }

    [Fact]
    public async Task Showing_again_is_offered_once_there_is_something_to_show()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        (await world.Anna().Get(idea.Case())).ShouldHave(200).Words.ShouldNotContain("Laat iets weer zien");
        await Hide(world, idea, "titel");
        (await world.Anna().Get(idea.Case())).ShouldHave(200).Words.ShouldContain("Laat iets weer zien");
        await Restore(world, idea, "titel");
        (await world.Anna().Get(idea.Case())).ShouldHave(200).Words.ShouldNotContain("Laat iets weer zien");
    }

    [Fact]
    public async Task A_name_is_taken_out_of_a_text_and_the_rest_stays()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm(AnIdea with { beschrijving = Description });
        await Hide(world, idea, "omschrijving", "Iemand maakt lawaai, dus ik wil een muur bouwen.");
        var page = (await world.Browser.Get(idea.Page())).ShouldHave(200);
        page.Words.ShouldContain("Iemand maakt lawaai");
        page.Words.ShouldNotContain("Jansen");
        (await world.Browser.Get($"/v1{idea.Page()}")).Json.GetProperty("beschrijving").GetString().ShouldBe("Iemand maakt lawaai, dus ik wil een muur bouwen.");
        (await world.Anna().Get(idea.Case("weer-tonen"))).ShouldHave(200).Words.ShouldContain("Jan Jansen van nummer acht");
        await Restore(world, idea, "omschrijving");
        (await world.Browser.Get(idea.Page())).Words.ShouldContain(Description);
        await ShouldBeWhole(world);
    }

    [Fact]
    public async Task Whose_text_is_changed_hears_it_and_a_reader_sees_that_it_was()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm(AnIdea with { beschrijving = Description });
        (await world.Browser.Get(idea.Page())).Words.ShouldNotContain(Mark);
        await Hide(world, idea, "omschrijving", "Iemand maakt lawaai, dus ik wil een muur bouwen.");
        (await world.Browser.Get(idea.Page())).Words.ShouldContain(Mark);
        await world.Work();
        var mail = world.Mailbox.LastTo(Submitter);
        mail.Subject.ShouldStartWith("De gemeente heeft iets verborgen bij uw idee");
        mail.Text.ShouldContain(idea.Page());
        await Restore(world, idea, "omschrijving");
        (await world.Browser.Get(idea.Page())).Words.ShouldNotContain(Mark);
    }

    [Fact]
    public async Task A_reason_that_staff_wrote_can_be_hidden_and_the_history_still_adds_up()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        (await world.Anna().Send(idea.Case("pauzeren"), new { reden = "Mevrouw De Boer is ziek" })).ShouldHave(200);
        var part = (await Parts(world, idea)).Single(part => part.Says == "Mevrouw De Boer is ziek").Name;
        await Hide(world, idea, part);
        foreach (var page in Everywhere(idea))
            (await world.Browser.Get(page)).Text.ShouldNotContain("De Boer", Case.Insensitive, page);
        (await world.Anna().Get(idea.Case())).ShouldHave(200).Words.ShouldNotContain("klopt niet");
        await Restore(world, idea, part);
        (await world.Browser.Get(idea.Page())).Words.ShouldContain("Mevrouw De Boer is ziek");
        await ShouldBeWhole(world);
    }

    [Fact]
    public async Task A_photo_is_no_longer_served_to_anybody_but_staff()
    {
        await using var world = await World.Begin();
        (await world.Browser.PostWithFiles($"/smederijen/{World.Village}/ideeen/nieuw", AnIdea, "bijlagen", ("foto.jpg", Sample.Read("plain.jpg")))).ShouldHave(303);
        await world.Work();
        (await world.Browser.Press(world.Mailbox.LastTo(Submitter).Link())).ShouldHave(200);
        var idea = await world.LastIn(IdeaPhase.GatheringSupport);
        var photo = (await Parts(world, idea)).Single(part => part.File is not null);
        var address = $"{idea.Page()}/bijlagen/{photo.File!.Name}";
        (await world.Browser.Get(address)).ShouldHave(200);
        await Hide(world, idea, photo.Name);
        (await world.Browser.Get(address)).ShouldHave(404);
        foreach (var page in Everywhere(idea))
            (await world.Browser.Get(page)).Text.ShouldNotContain(photo.File.Name, Case.Insensitive, page);
        (await world.Anna().Get($"{idea.Case()}/bestanden/{photo.File.Name}")).ShouldHave(200);
        (await world.Store.Rows(Partitions.Looks, "")).Where(row => char.IsAsciiDigit(row.Row[0]))
            .Select(row => row.Read(WorkJson.Default.Look).What).ShouldNotContain(LookKind.File, "a photo of the page is no receipt");
        (await world.Browser.Get($"{idea.Case()}/bestanden/{photo.File.Name}")).ShouldHave(401);
        await Restore(world, idea, photo.Name);
        (await world.Browser.Get(address)).ShouldHave(200);
        await ShouldBeWhole(world);
    }

    [Fact]
    public async Task A_whole_idea_is_gone_and_its_page_says_why()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm(AnIdea with { titel = Title });
        await Hide(world, idea, IdeaEvent.Whole);
        foreach (var address in (string[])[idea.Page(), $"{idea.Page()}/steun", $"{idea.Page()}/steun/verstuurd"])
        {
            var page = (await world.Browser.Get(address)).ShouldHave(404);
            page.Words.ShouldContain("De gemeente heeft dit idee verborgen");
            page.Words.ShouldContain("Dit hoort hier niet");
            page.Text.ShouldContain("<title>Dit idee is verborgen");
            page.Text.ShouldContain("href=\"/contact\"");
        }
        (await world.Browser.Post($"{idea.Page()}/steun", new { naam = "Piet" })).ShouldHave(404).Words.ShouldContain("verborgen");
        var staff = (await world.Anna().Get(idea.Case())).ShouldHave(200);
        staff.Words.ShouldContain("Dit idee is verborgen");
        staff.Words.ShouldContain("De klok staat stil");
        staff.Words.ShouldNotContain("Naar de pagina die iedereen ziet");
        await world.Work();
        world.Mailbox.LastTo(Submitter).ShouldSatisfyAllConditions(
            mail => mail.Subject.ShouldBe("De gemeente heeft uw idee verborgen"), mail => mail.Text.ShouldContain("Dit hoort hier niet"));
        var link = world.Mailbox.LastTo(Submitter).Links().Single(link => link.Contains("/link/", StringComparison.Ordinal));
        var own = (await world.NewBrowser().Open(link)).ShouldHave(200);
        own.Words.ShouldContain("De gemeente heeft uw idee verborgen");
        own.Words.ShouldContain("Dit hoort hier niet");
        own.Words.ShouldContain("De tijd om steun te verzamelen staat stil");
        own.Words.ShouldNotContain("Vraag uw buren om steun");
        (await world.Browser.Get($"/v1{idea.Page()}")).Json.GetProperty("verborgen").GetString().ShouldBe("Dit hoort hier niet");
        (await world.Browser.Get($"/smederijen/{World.Village}")).ShouldHave(200).Text.ShouldNotContain("Jansen");
        (await world.Browser.Get($"/v1{idea.Page()}")).ShouldHave(200).Text.ShouldNotContain("Jansen");
        await Restore(world, idea, IdeaEvent.Whole);
        (await world.Browser.Get(idea.Page())).ShouldHave(200).Words.ShouldContain(Title);
        await world.Work();
        world.Mailbox.LastTo(Submitter).Subject.ShouldStartWith("Iedereen kan uw idee weer lezen");
        (await world.Browser.Get($"/v1{idea.Page()}")).Json.TryGetProperty("verborgen", out _).ShouldBeFalse();
        await ShouldBeWhole(world);
    }

    [Fact]
    public async Task A_submitter_whose_idea_is_on_pause_still_reads_where_it_stands()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        (await world.Anna().Send(idea.Case("pauzeren"), new { reden = "Er loopt een vraag" })).ShouldHave(200);
        await world.Work();
        var link = world.Mailbox.LastTo(Submitter).Links().Single(link => link.Contains("/link/", StringComparison.Ordinal));
        var own = (await world.NewBrowser().Open(link)).ShouldHave(200);
        own.Words.ShouldContain("Uw idee staat op pauze");
        own.Words.ShouldContain("Buren kunnen dit idee nu steunen.");
        own.Words.ShouldContain("Vraag uw buren om steun");
    }

    [Fact]
    public async Task A_link_that_was_mailed_before_neither_shows_a_hidden_idea_nor_lets_anybody_support_it()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm(AnIdea with { titel = Title });
        (await world.Browser.Post($"{idea.Page()}/steun", new { naam = "Piet Buurman", email = "piet@voorbeeld.example", postcode = "7927 AB" })).ShouldHave(303);
        await world.Work();
        var (neighbour, link) = (world.NewBrowser(), world.Mailbox.LastTo("piet@voorbeeld.example").Link());
        var page = (await neighbour.Open(link)).ShouldHave(200);
        await Hide(world, idea, IdeaEvent.Whole);
        (await neighbour.Open(link)).ShouldHave(404).Text.ShouldNotContain("Jansen");
        await neighbour.Post(page.Path, new { opdracht = page.Hidden("opdracht") });
        (await world.Idea(idea)).State.ShouldBeOfType<IdeaState.GatheringSupport>().Confirmed.ShouldBe(0);
        await Restore(world, idea, IdeaEvent.Whole);
        (await neighbour.Press(link)).ShouldHave(200);
        (await world.Idea(idea)).State.ShouldBeOfType<IdeaState.GatheringSupport>().Confirmed.ShouldBe(1);
    }

    [Fact]
    public async Task An_idea_that_is_hidden_as_a_whole_is_named_nowhere_in_its_vote_and_comes_back_as_it_was()
    {
        await using var world = await World.Begin();
        var vote = await AVote.Open(world);
        var idea = vote.Ideas[0];
        var title = await NameOnTheBallot(world, idea);
        await Hide(world, idea, IdeaEvent.Whole);
        await ShouldName(world, Veil.NotShown, title);
        await Hide(world, idea, "titel", "Een andere titel");
        await ShouldName(world, Veil.NotShown, "Een andere titel");
        await Restore(world, idea, IdeaEvent.Whole);
        await ShouldName(world, "Een andere titel", title);
        await Hide(world, idea, IdeaEvent.Whole);
        await Restore(world, idea, "titel");
        await ShouldName(world, Veil.NotShown, title);
        await Restore(world, idea, IdeaEvent.Whole);
        await ShouldName(world, title, "Een andere titel");
        (await world.Browser.Get($"/smederijen/{AVote.Smederij}/rondes/2027/manifest.txt")).Text.ShouldNotContain("later weggehaald");
        await ShouldBeWhole(world);
    }

    [Fact]
    public async Task A_title_is_gone_from_the_ballot_the_manifest_and_the_exports_of_a_vote_and_nothing_else_of_it_changes()
    {
        await using var world = await World.Begin();
        var vote = await AVote.Open(world);
        var before = await world.Browser.Get($"/smederijen/{AVote.Smederij}/rondes/2027/manifest.txt");
        var title = await NameOnTheBallot(world, vote.Ideas[0]);
        await Hide(world, vote.Ideas[0], "titel", "Een andere titel");
        var after = (await world.Browser.Get($"/smederijen/{AVote.Smederij}/rondes/2027/manifest.txt")).ShouldHave(200);
        before.Text.Split('\n').Count(line => line.EndsWith($"| {title}", StringComparison.Ordinal))
            .ShouldBe(after.Text.Split('\n').Count(line => line.EndsWith($"| {title}", StringComparison.Ordinal)) + 1);
        after.Text.ShouldContain("Een andere titel");
        after.Text.ShouldContain("de titel later weggehaald");
        (await world.Browser.Get(AVote.Page)).ShouldHave(200).Words.ShouldContain("Een andere titel");
        for (var i = 0; i < 6; i++)
            await vote.Cast(vote.Codes[i], i % 4);
        await world.After(21);
        (await world.Browser.Get($"/smederijen/{AVote.Smederij}/rondes/2027/uitslag")).ShouldHave(200).Words.ShouldContain("Een andere titel");
        await ShouldBeWhole(world);
    }

    [Theory]
    [InlineData("titel")]
    [InlineData("omschrijving")]
    public async Task What_stands_in_the_place_of_a_text_can_be_replaced_too(string part)
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm(AnIdea with { titel = Title, beschrijving = Description });
        await Hide(world, idea, part, "Iemand die Kees heet");
        (await world.Anna().Get(idea.Case("verbergen"))).ShouldHave(200).Words.ShouldContain("Er staat nu: Iemand die Kees heet");
        await Hide(world, idea, part, "Iemand");
        (await world.Browser.Get(idea.Page())).Words.ShouldNotContain("Kees");
        await Hide(world, idea, part);
        (await world.Browser.Get(idea.Page())).Words.ShouldContain("weggehaald");
        await Restore(world, idea, part);
        (await world.Browser.Get(idea.Page())).Words.ShouldContain("Jan Jansen");
        await ShouldBeWhole(world);
    }

    [Fact]
    public async Task What_stands_in_the_place_of_a_text_of_the_history_can_be_replaced_too()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        (await world.Anna().Send(idea.Case("pauzeren"), new { reden = "Mevrouw De Boer is ziek" })).ShouldHave(200);
        var part = (await Parts(world, idea)).Single(part => part.Says == "Mevrouw De Boer is ziek").Name;
        await Hide(world, idea, part);
        await Hide(world, idea, part, "Mevrouw B. is ziek");
        await Hide(world, idea, part, "Iemand is ziek");
        (await world.Browser.Get(idea.Page())).Words.ShouldContain("Iemand is ziek");
        await Hide(world, idea, part);
        (await world.Browser.Get(idea.Page())).Words.ShouldNotContain("is ziek");
        await Restore(world, idea, part);
        (await world.Browser.Get(idea.Page())).Words.ShouldContain("Mevrouw De Boer is ziek");
        await ShouldBeWhole(world);
    }

    [Fact]
    public async Task Who_comes_second_reads_that_a_colleague_was_first()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        (await world.Anna().Get(idea.Case("weer-tonen"))).ShouldHave(200).Words.ShouldContain("Er is niets verborgen");
        await Hide(world, idea, IdeaEvent.Whole);
        (await world.Anna().Send(idea.Case("verbergen"), new { onderdeel = IdeaEvent.Whole, reden = "Ook ik" })).ShouldHave(400)
            .Words.ShouldContain("Misschien was een collega u voor");
        await Restore(world, idea, IdeaEvent.Whole);
        await Hide(world, idea, "titel");
        (await world.Anna().Send(idea.Case("weer-tonen"), new { onderdeel = IdeaEvent.Whole, reden = "Ook ik" })).ShouldHave(400)
            .Words.ShouldContain("Misschien was een collega u voor");
    }

    [Fact]
    public async Task Pressing_twice_hides_once()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        await Hide(world, idea, "titel");
        (await world.Anna().Post(idea.Case("verbergen"), new { onderdeel = "titel", reden = "Nog een keer" })).ShouldHave(400);
        (await world.Anna().Post(idea.Case("verbergen"), new { onderdeel = "tekst-bestaat-niet", reden = "Zomaar" })).ShouldHave(400);
        (await world.Anna().Post(idea.Case("verbergen"), new { onderdeel = "omschrijving", reden = "" })).ShouldHave(400);
    }

    [Fact]
    public async Task Who_may_only_look_hides_nothing()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        (await world.BrowserOf("kijker").Post(idea.Case("verbergen"), new { onderdeel = "titel", reden = "Zomaar" })).Status.ShouldBeOneOf(401, 403);
        (await world.Browser.Get(idea.Page())).Words.ShouldContain(AnIdea.titel);
    }

    [Fact]
    public async Task A_forged_text_in_the_place_of_a_hidden_one_is_shown_to_nobody()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        await Hide(world, idea, "titel", "Een bankje");
        var row = (await world.Store.Rows(idea.Smederij, "verborgen-titel|")).ShouldHaveSingleItem();
        await world.Store.Commit(idea.Smederij, [new Write.Put(row.Row, row.Data.Replace("Een bankje", "Vals", StringComparison.Ordinal))]);
        (await world.Get<Veil>().TitlesIn(idea.Smederij, CancellationToken.None)).Values.ShouldBe([Veil.NoTitle]);
        (await world.Get<LogVerifier>().Verify()).Broken.ShouldBe([new Finding(idea, Trouble.Row)]);
    }

    [Fact]
    public async Task An_idea_can_be_ended_and_its_submitter_reads_why()
    {
        await using var world = await World.Begin();
        var idea = await world.Granted();
        (await world.Anna().Send(idea.Case("stoppen"), new { reden = "Dit is in strijd met de wet" })).ShouldHave(400);
        (await world.Anna().Send(idea.Case("stoppen"), new { reden = "Dit is in strijd met de wet", zeker = "ja" })).ShouldHave(200);
        await world.Work();
        (await world.Idea(idea)).State.Phase.ShouldBe(IdeaPhase.Stopped);
        var mail = world.Mailbox.LastTo(Submitter);
        mail.Subject.ShouldStartWith("De gemeente heeft uw idee gestopt");
        mail.Text.ShouldContain("Dit is in strijd met de wet");
        (await world.Browser.Get(idea.Page())).Words.ShouldContain("Gestopt door de gemeente");
        (await world.Browser.Get($"/smederijen/{idea.Smederij}?fase=stopgezet")).ShouldHave(200).Words.ShouldContain(AnIdea.titel);
        await ShouldBeWhole(world);
    }

    [Fact]
    public async Task An_idea_that_the_municipality_stops_while_people_vote_is_not_said_to_be_withdrawn()
    {
        await using var world = await World.Begin();
        var vote = await AVote.Open(world);
        await NameOnTheBallot(world, vote.Ideas[0]);
        (await world.Anna().Send(vote.Ideas[0].Case("stoppen"), new { reden = "Dit mag niet", zeker = "ja" })).ShouldHave(200);
        await world.Work();
        var page = (await world.Browser.Get(AVote.Page)).ShouldHave(200);
        page.Words.ShouldContain("Dit idee doet niet meer mee. De gemeente stopte het idee.");
        var round = (await world.Anna().Get($"/medewerkers/rondes/{AVote.Smederij}/2027")).ShouldHave(200);
        round.Words.ShouldContain("De gemeente stopte het idee");
        round.Words.ShouldNotContain("indiener trok");
    }

    [Fact]
    public async Task What_was_erased_is_neither_offered_for_hiding_nor_for_showing_again()
    {
        await using var world = await World.Begin();
        (await world.Browser.PostWithFiles($"/smederijen/{World.Village}/ideeen/nieuw", AnIdea, "bijlagen", ("foto.jpg", Sample.Read("plain.jpg")))).ShouldHave(303);
        await world.Work();
        (await world.Browser.Press(world.Mailbox.LastTo(Submitter).Link())).ShouldHave(200);
        var idea = await world.LastIn(IdeaPhase.GatheringSupport);
        var photo = (await Parts(world, idea)).Single(part => part.File is not null);
        (await world.Anna().Send(idea.Case("wissen"), new { wie = "indiener", zeker = "ja", reden = "Op verzoek" })).ShouldHave(200);
        await world.Work();
        (await Parts(world, idea)).Where(part => part.Line is null).Select(part => part.Name).ShouldBe([IdeaEvent.Whole]);
        (await world.Anna().Send(idea.Case("weer-tonen"), new { onderdeel = photo.Name, reden = "Toch" })).ShouldHave(400);
        (await world.Browser.Get($"{idea.Page()}/bijlagen/{photo.File!.Name}")).ShouldHave(404);
    }

    /// <summary>Ideas of a vote in tests have no content of their own.</summary>
    private static async Task<string> NameOnTheBallot(World world, IdeaKey idea)
    {
        var title = (await world.Get<IdeaItems>().Load(idea)).ShouldNotBeNull().Title;
        var content = Portal.Storage.Rows.Write(new IdeaContent(title, "Wij maken iets.", "", "Wij.", []), IdeaJson.Default.IdeaContent);
        await world.Lay(AVote.Smederij, [new Write.Insert(IdeaKeys.Content(idea.Id), content)]);
        return title;
    }

    private static async Task ShouldName(World world, string shown, string hidden)
    {
        foreach (var address in (string[])[AVote.Page, $"/smederijen/{AVote.Smederij}/rondes/2027/manifest.txt", $"/v1/smederijen/{AVote.Smederij}/rondes/2027"])
        {
            var page = (await world.Browser.Get(address)).ShouldHave(200);
            page.Text.ShouldContain(shown, Case.Insensitive, address);
            page.Text.ShouldNotContain(hidden, Case.Insensitive, address);
        }
    }

    private static IEnumerable<string> Everywhere(IdeaKey idea) =>
    [
        idea.Page(), $"/smederijen/{idea.Smederij}", $"/smederijen/{idea.Smederij}/initiatiefgroep/agenda", $"{idea.Page()}/melden",
        $"/v1/smederijen/{idea.Smederij}/ideeen", $"/v1{idea.Page()}",
    ];

    private static Task<IReadOnlyList<ShownPart>> Parts(World world, IdeaKey idea) => world.Get<Veil>().PartsOf(IdeaKind.Facts, idea, true);

    private static async Task Hide(World world, IdeaKey idea, string part, string instead = "") =>
        (await world.Anna().Send(idea.Case("verbergen"), new { onderdeel = part, vervangend = instead, reden = "Dit hoort hier niet" })).ShouldHave(200);

    private static async Task Restore(World world, IdeaKey idea, string part) =>
        (await world.Anna().Send(idea.Case("weer-tonen"), new { onderdeel = part, reden = "Het mag toch" })).ShouldHave(200);

    private static async Task ShouldBeWhole(World world) => (await world.Get<LogVerifier>().Verify()).Broken.ShouldBeEmpty();
}
