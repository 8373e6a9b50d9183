using Smederijen.Domain.Ideas;
using Smederijen.Portal.Forms;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Work;

namespace Smederijen.Portal.Tests.Staff;

/// <summary>One of the staff enters a list with its scan, another counts it; the village asks for five supporters.</summary>
public sealed class When_signatures_come_on_paper
{
    private static readonly string Samples = Path.Combine(AppContext.BaseDirectory, "Attachments", "samples");

    [Fact]
    public async Task The_number_of_one_person_starts_no_review_and_stands_on_no_page()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        var page = await Enter(world, idea, 200);
        page.Words.ShouldContain("De handtekeningen tellen nog niet mee");
        page.Words.ShouldContain("Wacht op een tweede telling");
        page.Words.ShouldNotContain("200");
        (await Count(world.Anna(), world, idea, 200)).ShouldHave(409).Words.ShouldContain("Laat een andere medewerker de lijst tellen.");

        (await Gathering(world, idea)).Supporters.ShouldBe(0);
        var shown = (await world.Browser.Get(idea.Page())).Words;
        shown.ShouldContain("0 van 5 supporters");
        shown.ShouldContain("een andere medewerker telt die na");
        (await world.Anna().Get("/medewerkers")).Words.ShouldContain("Handtekeningen wachten op een tweede telling");
    }

    [Fact]
    public async Task The_second_one_sees_the_scan_and_who_supports_online_and_not_the_first_number()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        await world.Support(idea, "klaas@voorbeeld.example", "Klaas Dubbelganger");
        await Enter(world, idea, 4321 / 100);
        var page = (await world.Bert().Get(idea.Case("handtekeningen-tellen"))).ShouldHave(200);
        page.Text.ShouldContain($"{idea.Case("scans")}/{Scan(world)}");
        page.Words.ShouldContain("Klaas Dubbelganger 7927AA");
        page.Words.ShouldNotContain("43");
        page.Words.ShouldNotContain("klaas@");
    }

    [Fact]
    public async Task They_count_when_the_second_one_comes_to_the_same()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        await Enter(world, idea, 2);
        (await world.Bert().Press(idea.Case("handtekeningen-tellen"), new { lijst = Scan(world), aantal = 2 })).ShouldHave(200)
            .Words.ShouldContain("De handtekeningen tellen mee.");
        (await Gathering(world, idea)).OnPaper.ShouldBe(2);
        (await world.Browser.Get(idea.Page())).Words.ShouldContain("Twee medewerkers telden hetzelfde: 2 handtekeningen op papier tellen mee");
        (await world.Anna().Get("/medewerkers")).Words.ShouldNotContain("tweede telling");
        (await world.Get<LogVerifier>().Verify()).Broken.ShouldBeEmpty("the row that knows the scan is no list of ideas");
    }

    [Fact]
    public async Task Two_numbers_that_differ_count_for_nothing_and_staff_read_both_and_what_to_do()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        await Enter(world, idea, 20);
        var page = await world.Bert().Press(idea.Case("handtekeningen-tellen"), new { lijst = Scan(world), aantal = 2 });
        page.ShouldHave(200).Words.ShouldContain("Uw aantal is anders dan dat van uw collega. Van deze lijst telt nog niets mee.");
        (await Gathering(world, idea)).Supporters.ShouldBe(0);
        var third = (await world.BrowserOf("carla", "medewerker").Get(idea.Case("handtekeningen-tellen"))).Words;
        third.ShouldContain("anna telde 20, bert telde daarna 2");
        third.ShouldContain("Laat een derde medewerker tellen");
        (await Count(world.BrowserOf("carla", "medewerker"), world, idea, 2)).ShouldHave(303);
        (await Gathering(world, idea)).OnPaper.ShouldBe(2);
    }

    [Fact]
    public async Task The_same_file_is_refused_in_every_Smederij_and_staff_read_where_it_is()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        var other = await world.SubmitAndConfirm(Residents.AnIdea with { titel = "Een buurtfeest", email = "truus@voorbeeld.example" });
        var elsewhere = await world.SubmitAndConfirm(
            Residents.AnIdea with { titel = "Een jeu-de-boulesbaan", email = "els@voorbeeld.example" }, "krakeel");
        await Enter(world, idea, 2);
        foreach (var (again, where) in ((IdeaKey, string)[])
        [
            (idea, "bij dit idee, op 2 maart 2026."), (other, $"bij het idee “{Residents.AnIdea.titel}”, op 2 maart 2026."),
            (elsewhere, $"bij het idee “{Residents.AnIdea.titel}” in {world.Settings().Name}."),
        ])
            (await Post(world, again, 2, "plain.jpg")).ShouldHave(400).Words.ShouldContain($"Deze lijst is al eerder ingevoerd {where}");
        (await Gathering(world, other)).Lists.ShouldBeNull();
        (await Gathering(world, elsewhere)).Lists.ShouldBeNull();
        (await Post(world, other, 2, "plain.png")).ShouldHave(303);
        (await world.Store.Rows(World.Village, "handtekeningen|")).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Of_two_who_enter_the_same_file_in_two_Smederijen_at_one_moment_the_first_one_counts()
    {
        await using var world = await World.Begin();
        var elsewhere = await world.SubmitAndConfirm(Residents.AnIdea with { titel = "Een buurtfeest", email = "els@voorbeeld.example" }, "krakeel");
        var idea = await world.SubmitAndConfirm();
        await Enter(world, idea, 2);
        var row = (await world.Store.Rows(World.Village, "handtekeningen|")).Single().Row;
        var before = new KnownScan(elsewhere.Id, World.Monday.AddDays(-1));
        await world.Store.Commit("krakeel", [new Write.Insert(row, Rows.Write(before, IdeaJson.Default.KnownScan))]);

        (await Count(world.Bert(), world, idea, 2)).ShouldHave(400).Words.ShouldContain("bij het idee “Een buurtfeest” in Krakeel. Een lijst telt één keer mee, bij één idee. Vul hier 0 in.");
        (await Count(world.Bert(), world, idea, 0)).ShouldHave(303);
        (await Count(world.Anna(), world, idea, 0)).ShouldHave(303);
        (await Gathering(world, idea)).ShouldSatisfyAllConditions(s => s.Lists.ShouldBeNull(), s => s.OnPaper.ShouldBe(0));
    }

    [Fact]
    public async Task A_refused_scan_does_not_stay_with_the_form_and_another_one_does()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        await Enter(world, idea, 2);
        foreach (var count in (int[])[2, 0])
            (await Post(world, idea, count, "plain.jpg")).ShouldHave(400).Text.ShouldNotContain(KeptFiles.SealField("scan"));
        var page = (await Post(world, idea, 0, "plain.png")).ShouldHave(400);
        page.Text.ShouldContain(KeptFiles.SealField("scan"));
        page.Words.ShouldNotContain("al eerder ingevoerd");
    }

    [Fact]
    public async Task A_kept_scan_that_is_refused_after_all_leaves_the_form()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        var seal = (await Post(world, idea, 0, "plain.jpg")).ShouldHave(400).Hidden(KeptFiles.SealField("scan"));
        await Enter(world, idea, 2);
        var page = (await world.Anna().Post(
            idea.Case("handtekeningen"), new Dictionary<string, string> { ["aantal"] = "2", [KeptFiles.SealField("scan")] = seal })).ShouldHave(400);
        page.Words.ShouldContain("al eerder ingevoerd bij dit idee");
        page.Text.ShouldNotContain(KeptFiles.SealField("scan"));
    }

    [Fact]
    public async Task A_reason_is_asked_for_fewer_signatures_only()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        (await world.Anna().Get(idea.Case("handtekeningen"))).ShouldHave(200).Text.ShouldNotContain("name=\"reden\"");
        await Counted(world, idea, 2);
        (await world.Anna().Get(idea.Case("handtekeningen-verminderen"))).ShouldHave(200).Text.ShouldContain("name=\"reden\"");
        (await world.Browser.Get(idea.Page())).Words.ShouldNotContain("Toelichting");
    }

    [Theory]
    [InlineData("/medewerkers", true)]
    [InlineData("/medewerkers?wacht=medewerkers", true)]
    [InlineData($"/medewerkers?smederij={World.Village}", true)]
    [InlineData($"/medewerkers?smederij={World.Village}&wacht=medewerkers", true)]
    [InlineData("/medewerkers?wacht=wijkteam", false)]
    public async Task Every_board_says_which_idea_waits_for_staff_and_since_when(string board, bool inTable)
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        await Enter(world, idea, 2);
        await world.After(3);
        var page = (await world.Bert().Get(board)).ShouldHave(200);
        page.Words.ShouldContain("1 lijst met handtekeningen wacht op een tweede telling");
        page.Words.ShouldContain($"{Residents.AnIdea.titel} ({world.Settings().Name}), sinds 2 maart 2026");
        page.Text.ShouldContain($"href=\"{idea.Case("handtekeningen-tellen")}\"");
        page.Words.Contains("en op een medewerker: tel de handtekeningen na , sinds 2 maart 2026", StringComparison.Ordinal).ShouldBe(inTable, page.Words);
        (await Count(world.Bert(), world, idea, 2)).ShouldHave(303);
        (await world.Bert().Get(board)).Words.ShouldNotContain("tweede telling");
    }

    [Fact]
    public async Task The_page_of_the_gebiedsregisseur_says_so_too()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        await Enter(world, idea, 2);
        (await world.Bert().Get($"/medewerkers/regisseur?wie={world.Settings().Gebiedsregisseur}")).ShouldHave(200).Words
            .ShouldContain("en op een medewerker: tel de handtekeningen na");
    }

    [Fact]
    public async Task A_press_that_comes_twice_is_one_list()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        for (var twice = 0; twice < 2; twice++)
            (await Post(world, idea, 2, "plain.jpg", "een")).ShouldHave(303);
        (await Gathering(world, idea)).Lists!.All.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_list_whose_row_cannot_be_read_is_refused_all_the_same()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        await Enter(world, idea, 2);
        var row = (await world.Store.Rows(World.Village, "handtekeningen|")).Single();
        await world.Store.Commit(World.Village, [new Write.Put(row.Row, "{ kapot")]);
        (await Post(world, idea, 2, "plain.jpg")).ShouldHave(400).Words.ShouldContain("Deze lijst is al eerder ingevoerd. Een lijst telt één keer mee");
    }

    [Fact]
    public async Task Fewer_count_at_once_with_the_reason_in_the_history()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        await Counted(world, idea, 3);
        (await world.Anna().Post(idea.Case("handtekeningen-verminderen"), new { nu = 3, aantal = 3, reden = "Dubbel" })).ShouldHave(400);
        (await world.Anna().Post(idea.Case("handtekeningen-verminderen"), new { nu = 3, aantal = 1, reden = " " })).ShouldHave(400).Words.ShouldContain("Schrijf waarom.");
        (await world.Anna().Press(idea.Case("handtekeningen-verminderen"), new { nu = 3, aantal = 1, reden = "Twee mensen steunen ook online" })).ShouldHave(200)
            .Words.ShouldContain("1 van 5, waarvan 1 op papier");
        (await world.Bert().Post(idea.Case("handtekeningen-verminderen"), new { nu = 3, aantal = 2, reden = "Dubbel" })).ShouldHave(409)
            .Words.ShouldContain("Intussen veranderde een collega het aantal.");
        (await world.Browser.Get(idea.Page())).Words.ShouldContain(
            "Een medewerker verminderde de handtekeningen op papier van 3 naar 1 Reden: Twee mensen steunen ook online");
    }

    [Fact]
    public async Task A_review_that_began_goes_on_and_staff_see_that_the_support_is_too_little()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        await Counted(world, idea, 5);
        (await world.Idea(idea)).State.ShouldBeOfType<IdeaState.InReview>();
        var page = (await world.Anna().Press(idea.Case("handtekeningen-verminderen"), new { nu = 5, aantal = 2, reden = "Drie mensen wonen elders" })).ShouldHave(200);
        page.Words.ShouldContain("heeft dit idee 2 van 5 supporters");
        page.Words.ShouldContain("Te weinig steun na een verbetering");
        (await world.Idea(idea)).State.ShouldBeOfType<IdeaState.InReview>();
        (await world.Browser.Get(idea.Page())).Words.ShouldContain("Steun 2 supporters");
    }

    [Fact]
    public async Task What_the_release_before_counted_is_still_told_and_counted()
    {
        var log = (List<LogLine>)[new(new IdeaEvent.PaperSignaturesEntered(World.Monday, "anna", 5, "scan", "Lijst"), IdeaPhase.InReview, "")];
        await using var world = await World.Begin();
        var idea = await world.InReview();
        var story = (await world.Get<IdeaStories>().Read(idea))! with { Log = log };
        story.Supporters.ShouldBe(5);
        LogText.Of(story).Single().Title.ShouldBe("Een medewerker telde 5 handtekeningen op papier");
    }

    private static async Task Counted(World world, IdeaKey idea, int count)
    {
        await Enter(world, idea, count);
        (await Count(world.Bert(), world, idea, count)).ShouldHave(303);
    }

    private static async Task<Answer> Enter(World world, IdeaKey idea, int count)
    {
        var answer = (await Post(world, idea, count, "plain.jpg")).ShouldHave(303);
        return await world.Anna().Open(answer.Location);
    }

    private static async Task<Answer> Post(World world, IdeaKey idea, int count, string file, string? command = null)
    {
        var form = new Dictionary<string, string> { ["aantal"] = $"{count}" };
        if (command is not null)
            form["opdracht"] = command;
        return await world.Anna().PostWithFiles(
            idea.Case("handtekeningen"), form, "scan", ("lijst.jpg", await File.ReadAllBytesAsync(Path.Combine(Samples, file))));
    }

    private static Task<Answer> Count(Browser by, World world, IdeaKey idea, int count) =>
        by.Post(idea.Case("handtekeningen-tellen"), new { lijst = Scan(world), aantal = count });

    private static string Scan(World world) => world.Attachments.Names.Single(name => name.StartsWith("scan", StringComparison.Ordinal));

    private static async Task<IdeaState.GatheringSupport> Gathering(World world, IdeaKey idea) =>
        (await world.Idea(idea)).State.ShouldBeOfType<IdeaState.GatheringSupport>();
}
