using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Smederijen.LocalHost.Staff;
using Smederijen.LocalHost.Tests.Storage;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Tests;
using Smederijen.Portal.Text;
using Smederijen.Portal.Watching;

namespace Smederijen.LocalHost.Tests;

/// <summary>What becomes of the session in the store; a cookie that somebody kept is tried at every end.</summary>
public sealed class When_staff_are_signed_in : IDisposable
{
    private const string OnlyForStaff = "/medewerkers/klok";
    private const string Cookie = "medewerker=";

    private readonly TemporaryFolder _folder = new();
    private readonly MovableClock _wall = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));

    public void Dispose() => _folder.Dispose();

    private Task<Edition> Start() => Edition.Start(_folder, services => services.AddSingleton(new WallClock(_wall)));

    private void Later(TimeSpan by) => _wall.MoveTo(_wall.GetUtcNow() + by);

    /// <summary>Signs in, and keeps the cookie as a thief would.</summary>
    private static async Task<string> CookieOf(Edition town, string id, string? before = null)
    {
        var visitor = town.NewVisitor();
        var page = await town.Open((await town.LinkOf(id)).PathAndQuery, visitor);
        if (before is not null)
            visitor.DefaultRequestHeaders.Add("Cookie", before);
        var answer = (await town.Post(page.Path, new { }, visitor)).ShouldHave(303);
        return answer.Headers.SetCookie.Select(cookie => cookie!.Split(';')[0])
            .Last(cookie => cookie.StartsWith(Cookie) && cookie.Length > Cookie.Length);
    }

    private static HttpClient With(Edition town, string cookie)
    {
        var visitor = town.NewVisitor();
        visitor.DefaultRequestHeaders.Add("Cookie", cookie);
        return visitor;
    }

    private static async Task<int> Status(Edition town, string cookie) =>
        (await town.Ask(HttpMethod.Get, OnlyForStaff, visitor: With(town, cookie))).Status;

    [Fact]
    public async Task A_cookie_that_was_kept_opens_nothing_after_signing_out()
    {
        await using var town = await Start();
        var (mine, other) = (await CookieOf(town, "anna"), await CookieOf(town, "anna"));
        var left = (await town.Post("/medewerkers/afmelden", new { }, With(town, mine))).ShouldHave(303);
        left.Headers["Clear-Site-Data"].ToString().ShouldBe("\"cache\"", "cookies and storage are those of other sites and of residents too");
        (await Status(town, mine)).ShouldBe(401);
        (await Status(town, other)).ShouldBe(200);
        (await town.Post("/medewerkers/afmelden", new { }, With(town, mine))).ShouldHave(303);
    }

    [Fact]
    public async Task A_session_that_somebody_wrote_into_the_store_opens_nothing()
    {
        await using var town = await Start();
        var mine = await CookieOf(town, "anna");
        var store = town.Get<PlainStore>().Rows;
        var row = (await store.All(Partitions.Access, RowRange.Prefix("sessie|")).ToListAsync()).ShouldHaveSingleItem();
        var secret = "een-eigen-geheim";
        var forged = row.Data.Replace("anna", "bram", StringComparison.Ordinal);
        await store.Commit(Partitions.Access, [new Write.Insert($"sessie|{Digest.Hex(secret)}", forged), new Write.Replace(row.Row, forged, row.ETag)]);
        (await Status(town, Cookie + secret)).ShouldBe(401);
        (await Status(town, mine)).ShouldBe(401);
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_every_session_of_this_person_and_of_nobody_else()
    {
        await using var town = await Start();
        var (mine, other, bram) = (await CookieOf(town, "anna"), await CookieOf(town, "anna"), await CookieOf(town, "bram"));
        (await town.Open("/medewerkers/afmelden", With(town, mine))).ShouldHave(200).Words.ShouldContain("Overal afmelden");
        (await town.Post("/medewerkers/afmelden", new { overal = "ja" }, With(town, mine))).ShouldHave(303);
        (await Status(town, mine)).ShouldBe(401);
        (await Status(town, other)).ShouldBe(401);
        (await Status(town, bram)).ShouldBe(200);
    }

    [Fact]
    public async Task It_ends_after_half_an_hour_of_silence()
    {
        await using var town = await Start();
        var (busy, silent) = (await CookieOf(town, "anna"), await CookieOf(town, "bram"));
        Later(TimeSpan.FromMinutes(29));
        (await Status(town, busy)).ShouldBe(200);
        Later(TimeSpan.FromMinutes(1));
        (await Status(town, silent)).ShouldBe(401);
        Later(TimeSpan.FromMinutes(28));
        (await Status(town, busy)).ShouldBe(200);
        Later(TimeSpan.FromMinutes(30));
        (await Status(town, busy)).ShouldBe(401);
    }

    [Fact]
    public async Task It_ends_after_eight_hours_however_busy_somebody_is_and_the_clock_of_the_demo_does_not_count()
    {
        await using var town = await Start();
        var cookie = await CookieOf(town, "anna");
        await town.Clock.Move(TimeSpan.FromDays(30));
        for (var minutes = 20; minutes < 480; minutes += 20)
        {
            Later(TimeSpan.FromMinutes(20));
            (await Status(town, cookie)).ShouldBe(200);
        }
        Later(TimeSpan.FromMinutes(20));
        (await Status(town, cookie)).ShouldBe(401);
    }

    [Fact]
    public async Task Every_sign_in_has_a_secret_of_its_own_and_the_one_before_is_over()
    {
        await using var town = await Start();
        const string Planted = "medewerker=ikhebdezewaardezelfbedachtendievasteindebrowsergezet";
        var first = await CookieOf(town, "anna", Planted);
        first.ShouldNotBe(Planted);
        (await Status(town, Planted)).ShouldBe(401);
        var second = await CookieOf(town, "anna", first);
        second.ShouldNotBe(first);
        (await Status(town, first)).ShouldBe(401);
        (await Status(town, second)).ShouldBe(200);
        Convert.FromBase64String(second.Split('=')[1].Replace('-', '+').Replace('_', '/') + "=").Length.ShouldBe(32, "nothing but a secret of 256 bits");
    }

    [Fact]
    public async Task The_store_keeps_no_cookie()
    {
        await using var town = await Start();
        var secret = (await CookieOf(town, "anna")).Split('=')[1];
        var row = (await town.Store.Rows(Partitions.Access, "sessie|")).ShouldHaveSingleItem();
        (row.Row + row.Data).ShouldNotContain(secret);
        (row.Row + row.Data).ShouldNotContain("voorbeeld.example");
    }

    [Fact]
    public async Task It_outlives_a_restart_but_not_a_change_in_the_file_of_the_staff()
    {
        string anna, bram, sander;
        await using (var town = await Start())
            (anna, bram, sander) = (await CookieOf(town, "anna"), await CookieOf(town, "bram"), await CookieOf(town, "regisseur-zuid"));
        await using (var town = await Start())
        {
            (await Status(town, anna)).ShouldBe(200);
            (await Status(town, bram)).ShouldBe(200);
        }
        var file = JsonNode.Parse(await File.ReadAllTextAsync(_folder.File("medewerkers.json")))!.AsArray();
        file.RemoveAt(1);
        file[0]!["rollen"] = new JsonArray("medewerker");
        await File.WriteAllTextAsync(_folder.File("medewerkers.json"), file.ToJsonString());
        await using var later = await Start();
        (await Status(later, bram)).ShouldBe(401, "taken out of the file");
        (await Status(later, anna)).ShouldBe(401, "with other roles");
        (await Status(later, sander)).ShouldBe(200, "unchanged");
    }

    [Fact]
    public async Task A_link_of_who_is_not_in_the_file_any_more_opens_nothing()
    {
        string link;
        await using (var town = await Start())
            link = (await town.LinkOf("bram")).PathAndQuery;
        await File.WriteAllTextAsync(_folder.File("medewerkers.json"), """[{ "id": "anna", "naam": "Anna de Vries", "email": "anna@voorbeeld.example", "rollen": ["medewerker"] }]""");
        await using var later = await Start();
        (await later.Open(link, later.NewVisitor())).ShouldHave(410);
    }

    [Fact]
    public async Task A_session_that_cannot_be_read_is_none_and_a_store_that_fails_lets_nobody_in()
    {
        var failing = new FailingStore();
        await using var town = await Edition.Start(_folder, services =>
        {
            services.AddSingleton(new WallClock(_wall));
            services.AddSingleton(provider => new PlainStore(failing.Over(provider.GetRequiredService<LocalHost.Storage.SqliteEntityStore>())));
        });
        var cookie = await CookieOf(town, "anna");
        failing.Partition = Partitions.Access;
        (await Status(town, cookie)).ShouldBe(503);
        failing.Partition = null;
        (await Status(town, cookie)).ShouldBe(200);
        var row = (await town.Store.Rows(Partitions.Access, "sessie|")).Single();
        await town.Store.Commit(Partitions.Access, [new Write.Put(row.Row, "{")]);
        (await Status(town, cookie)).ShouldBe(401);
        await town.Get<Sessions>().ForgetEnded();
        (await town.Store.Rows(Partitions.Access, "sessie|")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Not_every_page_costs_a_write()
    {
        var counting = new FailingStore();
        await using var town = await Edition.Start(_folder, services =>
        {
            services.AddSingleton(new WallClock(_wall));
            services.AddSingleton(provider => new PlainStore(counting.Over(provider.GetRequiredService<LocalHost.Storage.SqliteEntityStore>())));
        });
        var cookie = await CookieOf(town, "anna");
        var before = counting.Commits(Partitions.Access);
        for (var page = 0; page < 5; page++)
            (await Status(town, cookie)).ShouldBe(200);
        counting.Commits(Partitions.Access).ShouldBe(before);
        Later(TimeSpan.FromMinutes(1));
        for (var page = 0; page < 5; page++)
            (await Status(town, cookie)).ShouldBe(200);
        counting.Commits(Partitions.Access).ShouldBe(before + 1);
    }

    [Fact]
    public async Task What_has_ended_is_swept_away()
    {
        await using var town = await Start();
        var old = await CookieOf(town, "anna");
        Later(TimeSpan.FromMinutes(31));
        var cookie = await CookieOf(town, "bram");
        await town.Get<Sessions>().ForgetEnded();
        (await town.Store.Rows(Partitions.Access, "sessie|")).Count.ShouldBe(1);
        (await Status(town, old)).ShouldBe(401);
        (await Status(town, cookie)).ShouldBe(200);
    }
}
