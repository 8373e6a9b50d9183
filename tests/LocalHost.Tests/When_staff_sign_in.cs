using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Smederijen.LocalHost.Mailbox;
using Smederijen.LocalHost.Staff;
using Smederijen.LocalHost.Tests.Storage;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Tests;
using Smederijen.Portal.Watching;

namespace Smederijen.LocalHost.Tests;

public sealed class When_staff_sign_in : IDisposable
{
    private const string OnlyForStaff = "/medewerkers/klok";
    private const string Address = "anna.devries@voorbeeld.example";

    private readonly TemporaryFolder _folder = new();
    private readonly MovableClock _wall = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));

    public void Dispose() => _folder.Dispose();

    /// <summary>A town with a clock on the wall that the test moves.</summary>
    private Task<Edition> Start() => Edition.Start(_folder, services => services.AddSingleton(new WallClock(_wall)));

    private static string LinkIn(MailJson mail) => new Uri(mail.Links[0]).PathAndQuery;

    private void Later(TimeSpan by) => _wall.MoveTo(_wall.GetUtcNow() + by);

    [Fact]
    public async Task Looking_at_the_link_changes_nothing_and_the_button_signs_in()
    {
        await using var town = await Start();
        var anna = town.NewVisitor();
        var link = (await town.LinkOf("anna")).PathAndQuery;
        for (var scans = 0; scans < 3; scans++)
        {
            (await town.Ask(HttpMethod.Head, link, visitor: town.NewVisitor())).ShouldHave(303);
            (await town.Open(link, town.NewVisitor())).ShouldHave(200).Words.ShouldContain("Anna de Vries");
        }
        (await town.Open(link, anna)).ShouldHave(200);
        (await town.Open(OnlyForStaff, anna)).ShouldHave(401);
        await town.Press(link, visitor: anna);
        (await town.Open(OnlyForStaff, anna)).ShouldHave(200);
    }

    [Fact]
    public async Task A_link_works_once()
    {
        await using var town = await Start();
        var link = (await town.LinkOf("anna")).PathAndQuery;
        await town.Press(link, visitor: town.NewVisitor());
        var thief = town.NewVisitor();
        var answer = (await town.Open(link, thief)).ShouldHave(410);
        answer.Words.ShouldContain("Een link om aan te melden werkt één keer");
        answer.Text.ShouldContain("href=\"/aanmelden\"");
        (await town.Post(answer.Path, new { }, thief)).ShouldHave(410);
        (await town.Open(OnlyForStaff, thief)).ShouldHave(401);
    }

    [Fact]
    public async Task Of_two_who_press_the_button_at_once_one_is_signed_in_and_the_other_is_told()
    {
        await using var town = await Start();
        for (var again = 0; again < 20; again++)
        {
            var link = (await town.LinkOf("anna")).PathAndQuery;
            var visitors = Enumerable.Range(0, 4).Select(_ => town.NewVisitor()).ToList();
            var pages = new List<string>();
            foreach (var visitor in visitors)
                pages.Add((await town.Open(link, visitor)).ShouldHave(200).Path);
            var answers = await Task.WhenAll(visitors.Select((visitor, i) => town.Post(pages[i], new { }, visitor)));
            answers.Count(answer => answer.Status == 303).ShouldBe(1);
            answers.Where(answer => answer.Status != 303).ShouldAllBe(answer => answer.Status == 410 && answer.Words.Contains("Vraag een nieuwe link"));
            var inside = await Task.WhenAll(visitors.Select(visitor => town.Open(OnlyForStaff, visitor)));
            inside.Count(answer => answer.Status == 200).ShouldBe(1);
        }
    }

    [Fact]
    public async Task A_link_is_over_after_a_quarter_of_an_hour_by_the_clock_on_the_wall_whatever_the_clock_of_the_demo_says()
    {
        await using var town = await Start();
        await town.Clock.Move(TimeSpan.FromDays(400));
        var (first, second) = ((await town.LinkOf("anna")).PathAndQuery, (await town.LinkOf("anna")).PathAndQuery);
        first.ShouldNotBe(second);
        await town.Clock.Move(TimeSpan.FromDays(400));
        Later(TimeSpan.FromMinutes(15) - TimeSpan.FromSeconds(1));
        (await town.Open(second, town.NewVisitor())).ShouldHave(200);
        Later(TimeSpan.FromSeconds(1));
        (await town.Open(second, town.NewVisitor())).ShouldHave(410);
    }

    [Fact]
    public async Task Asking_again_takes_nothing_away_and_using_one_link_ends_the_others_of_this_person()
    {
        await using var town = await Start();
        var (first, second) = ((await town.LinkOf("anna")).PathAndQuery, (await town.LinkOf("anna")).PathAndQuery);
        var bram = (await town.LinkOf("bram")).PathAndQuery;
        (await town.Open(first, town.NewVisitor())).ShouldHave(200);
        (await town.Open(second, town.NewVisitor())).ShouldHave(200);
        await town.Press(first, visitor: town.NewVisitor());
        (await town.Open(second, town.NewVisitor())).ShouldHave(410).Words.ShouldContain("Gebruikt u één link, dan werken uw andere links ook niet meer");
        (await town.Open(bram, town.NewVisitor())).ShouldHave(200);
    }

    [Fact]
    public async Task Others_who_ask_in_somebodys_name_neither_keep_them_out_nor_flood_their_mailbox()
    {
        await using var town = await Start();
        for (var i = 0; i < 30; i++)
            (await town.Post("/aanmelden", new { email = Address })).ShouldHave(303);
        // The letters are written one after the other: when that to Bram is there, so are those before it.
        (await town.Post("/aanmelden", new { email = "bram.okafor@voorbeeld.example" })).ShouldHave(303);
        await town.MailTo("bram.okafor@voorbeeld.example");
        var mails = await town.MailsTo(Address);
        mails.Count.ShouldBe(4);
        foreach (var mail in mails)
            (await town.Open(LinkIn(mail), town.NewVisitor())).ShouldHave(200);
        Later(TimeSpan.FromMinutes(13));
        (await town.Post("/aanmelden", new { email = Address })).ShouldHave(303);
        var anna = town.NewVisitor();
        await town.Press(LinkIn(await town.MailTo(Address, 5)), visitor: anna);
        (await town.Open(OnlyForStaff, anna)).ShouldHave(200);
    }

    [Fact]
    public async Task Who_pays_for_an_hour_signs_in_every_ten_minutes_whatever_others_ask_meanwhile()
    {
        await using var town = await Start();
        var anna = town.NewVisitor();
        for (var (turn, mails) = (0, 0); turn < 12; turn++)
        {
            for (var i = 0; i < 5; i++)
                (await town.Post("/aanmelden", new { email = Address })).ShouldHave(303);
            await town.Press(LinkIn(await town.MailTo(Address, mails += 4)), visitor: anna);
            (await town.Open(OnlyForStaff, anna)).ShouldHave(200);
            Later(TimeSpan.FromMinutes(5));
        }
    }

    [Fact]
    public async Task Whoever_asks_and_for_whom_the_answer_is_the_same()
    {
        await using var town = await Start();
        for (var i = 0; i < 8; i++)
        {
            foreach (var address in (string[])[Address, "niemand@voorbeeld.example"])
                (await town.Post("/aanmelden", new { email = address })).ShouldHave(303).Location.ShouldBe("/aanmelden/verstuurd");
        }
    }

    [Fact]
    public async Task A_link_comes_by_mail_to_who_is_in_the_file()
    {
        await using var town = await Start();
        (await town.Open(OnlyForStaff)).ShouldHave(401).Text.ShouldContain("href=\"/aanmelden?terug=%2Fmedewerkers%2Fklok\"");
        (await town.Post("/aanmelden", new { email = "Anna.DeVries@voorbeeld.example" })).ShouldHave(303);
        var anna = town.NewVisitor();
        var mail = await town.MailTo("Anna.DeVries@voorbeeld.example");
        mail.Tekst.ShouldContain("15 minuten");
        await town.Press(new Uri(mail.Links[0]).PathAndQuery, visitor: anna);
        (await town.Open(OnlyForStaff, anna)).ShouldHave(200);
    }

    [Theory]
    [InlineData("/medewerkers/ideeen/alteveer/20260302-abc/vrijgeven", "/medewerkers/ideeen/alteveer/20260302-abc/vrijgeven")]
    [InlineData("/medewerkers?smederij=alteveer&fase=x", "/medewerkers?smederij=alteveer&fase=x")]
    [InlineData("https://kwaad.example/medewerkers", "/medewerkers")]
    [InlineData("//kwaad.example", "/medewerkers")]
    [InlineData("/medewerkers//kwaad.example", "/medewerkers")]
    [InlineData("/\\kwaad.example", "/medewerkers")]
    [InlineData("/medewerkers/../../x", "/medewerkers")]
    [InlineData("/medewerkersverkeerd", "/medewerkers")]
    [InlineData("/medewerkers/%0d%0aSet-Cookie:x", "/medewerkers")]
    [InlineData("javascript:alert(1)", "/medewerkers")]
    public async Task It_leads_back_to_a_page_of_staff_and_nowhere_else(string asked, string reached)
    {
        await using var town = await Start();
        var page = (await town.Open($"/aanmelden?terug={Uri.EscapeDataString(asked)}")).ShouldHave(200);
        page.Hidden("terug").ShouldBe(reached);
        (await town.Post("/aanmelden", new { email = Address, terug = asked })).ShouldHave(303);
        var (anna, mail) = (town.NewVisitor(), await town.MailTo(Address));
        var opened = await town.Open(new Uri(mail.Links[0]).PathAndQuery, anna);
        (await town.Post(opened.Path, new { }, anna)).ShouldHave(303).Location.ShouldBe(reached);
    }

    [Fact]
    public async Task Releasing_money_takes_two_people_and_the_example_has_enough_of_them()
    {
        await using var town = await Start();
        var members = (await town.Get<SignIn>().Links()).Select(link => link.Member).ToList();
        members.Count(member => member.Roles.Contains("regisseur")).ShouldBeGreaterThanOrEqualTo(2);
        members.Count(member => !member.Roles.Contains("regisseur")).ShouldBeGreaterThanOrEqualTo(2);
    }

    [Fact]
    public async Task What_anybody_makes_up_opens_nothing()
    {
        await using var town = await Start();
        var somebody = town.NewVisitor();
        somebody.DefaultRequestHeaders.Add("Cookie", "medewerker=anna");
        (await town.Ask(HttpMethod.Get, OnlyForStaff, visitor: somebody)).ShouldHave(401);
        (await town.Post("/aanmelden/0123456789ab", new { })).ShouldHave(404).Words.ShouldContain("bewaart uw browser geen cookies");
    }

    [Fact]
    public async Task The_store_keeps_no_secret_of_a_link_and_forgets_it_when_it_is_over()
    {
        await using var town = await Start();
        var link = await town.LinkOf("anna");
        var rows = await town.Store.Rows(Partitions.Access, "l");
        rows.Count.ShouldBe(6, "one for each of the staff");
        var token = link.Segments[^1];
        rows.ShouldAllBe(row => !row.Data.Contains(token) && !row.Row.Contains(token));
        var oneUse = town.Get<Portal.Links.OneUseLinks>();
        await oneUse.ForgetEnded();
        (await town.Open(link.PathAndQuery, town.NewVisitor())).ShouldHave(200);
        Later(TimeSpan.FromMinutes(16));
        await oneUse.ForgetEnded();
        (await town.Store.Rows(Partitions.Access, "l")).ShouldBeEmpty();
        await town.Store.Commit(Partitions.Access, [new Write.Put("nieuwste|0", "link|0")]);
        await oneUse.ForgetEnded();
        (await town.Store.Rows(Partitions.Access, "n")).ShouldBeEmpty("a row of the release before");
    }

    [Fact]
    public async Task The_log_tells_of_every_sign_in_and_every_refusal_without_names_or_links()
    {
        var log = new LogLines();
        await using var town = await Edition.Start(_folder, services => services.AddSingleton<ILoggerProvider>(log));
        var link = (await town.LinkOf("anna")).PathAndQuery;
        var (anna, thief) = (town.NewVisitor(), town.NewVisitor());
        var page = await town.Open(link, thief);
        await town.Press(link, visitor: anna);
        (await town.Post(page.Path, new { }, thief)).ShouldHave(410);
        (await town.Post("/medewerkers/afmelden", new { }, anna)).ShouldHave(303);
        var lines = log.Lines.Where(line => line.Contains("sign", StringComparison.OrdinalIgnoreCase)).ToArray();
        lines.Length.ShouldBe(3, string.Join('\n', lines));
        lines[0].ShouldContain("signed in");
        lines[1].ShouldContain("refused");
        lines[2].ShouldContain("signed out");
        log.Lines.ShouldAllBe(line => !line.Contains("anna", StringComparison.OrdinalIgnoreCase) && !line.Contains(link));
    }
}
