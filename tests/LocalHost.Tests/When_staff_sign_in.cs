using Smederijen.LocalHost.Staff;
using Smederijen.LocalHost.Tests.Storage;
using Smederijen.Portal.Layout;

namespace Smederijen.LocalHost.Tests;

public sealed class When_staff_sign_in : IDisposable
{
    private const string OnlyForStaff = "/medewerkers/klok";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Looking_at_the_link_changes_nothing_and_the_button_signs_in()
    {
        await using var town = await Edition.Start(_folder);
        var anna = town.NewVisitor();
        var link = LinkOf(town, "anna");
        (await town.Ask(HttpMethod.Head, link, visitor: anna)).ShouldHave(303);
        (await town.Open(link, anna)).ShouldHave(200).Words.ShouldContain("Anna de Vries");
        (await town.Open(OnlyForStaff, anna)).ShouldHave(401);
        await town.Press(link, visitor: anna);
        (await town.Open(OnlyForStaff, anna)).ShouldHave(200);
        (await town.Post("/medewerkers/afmelden", new { }, anna)).ShouldHave(303);
        (await town.Open(OnlyForStaff, anna)).ShouldHave(401);
    }

    [Fact]
    public async Task A_link_comes_by_mail_to_who_is_in_the_file()
    {
        await using var town = await Edition.Start(_folder);
        (await town.Open(OnlyForStaff)).ShouldHave(401).Text.ShouldContain("href=\"/aanmelden\"");
        (await town.Post("/aanmelden", new { email = "Anna.DeVries@voorbeeld.example" })).ShouldHave(303);
        var anna = town.NewVisitor();
        var mail = await town.MailTo("Anna.DeVries@voorbeeld.example");
        await town.Press(new Uri(mail.Links[0]).PathAndQuery, visitor: anna);
        (await town.Open(OnlyForStaff, anna)).ShouldHave(200);
    }

    [Fact]
    public async Task Who_is_not_in_the_file_gets_the_same_answer_and_no_mail()
    {
        await using var town = await Edition.Start(_folder);
        var known = await town.Post("/aanmelden", new { email = "anna.devries@voorbeeld.example" });
        var unknown = await town.Post("/aanmelden", new { email = "iemand@voorbeeld.example" });
        unknown.ShouldHave(303).Location.ShouldBe(known.Location);
        (await town.Open(unknown.Location)).ShouldHave(200);
        (await town.MailsTo("iemand@voorbeeld.example")).ShouldBeEmpty();
        (await town.Post("/aanmelden", new { email = "geen adres" })).ShouldHave(400);
    }

    [Fact]
    public async Task A_mailbox_is_not_flooded_with_links()
    {
        await using var town = await Edition.Start(_folder);
        for (var i = 0; i < 5; i++)
            (await town.Post("/aanmelden", new { email = "anna.devries@voorbeeld.example" })).ShouldHave(303);
        (await town.Post("/aanmelden", new { email = "anna.devries@voorbeeld.example" })).ShouldHave(429);
        (await town.MailsTo("anna.devries@voorbeeld.example")).Count.ShouldBe(5);
    }

    [Fact]
    public async Task Everybody_has_a_link_of_their_own_and_releasing_takes_two_of_them()
    {
        await using var town = await Edition.Start(_folder);
        var members = town.Get<SignIn>().Links().Select(link => link.Member).ToList();
        members.Count(member => member.Roles.Contains("regisseur")).ShouldBeGreaterThanOrEqualTo(2);
        members.Count(member => !member.Roles.Contains("regisseur")).ShouldBeGreaterThanOrEqualTo(2);
    }

    [Fact]
    public async Task Only_the_sealed_cookie_counts()
    {
        await using var town = await Edition.Start(_folder);
        var somebody = town.NewVisitor();
        somebody.DefaultRequestHeaders.Add("Cookie", "medewerker=anna");
        (await town.Ask(HttpMethod.Get, OnlyForStaff, visitor: somebody)).ShouldHave(401);
        (await town.Post("/aanmelden/0123456789ab", new { })).ShouldHave(410);
    }

    [Fact]
    public async Task Who_is_not_in_the_file_any_more_is_out()
    {
        await File.WriteAllTextAsync(_folder.File("medewerkers.json"), """[{ "id": "els", "naam": "Els Tijdelijk", "email": "els@voorbeeld.example", "rollen": ["medewerker"] }]""");
        HttpClient els;
        string link;
        await using (var town = await Edition.Start(_folder))
            (els, link) = (town.NewVisitor(), LinkOf(town, "els"));
        await File.WriteAllTextAsync(_folder.File("medewerkers.json"), """[{ "id": "anna", "naam": "Anna de Vries", "email": "anna@voorbeeld.example", "rollen": ["medewerker"] }]""");
        await using var later = await Edition.Start(_folder);
        (await later.Open(link, later.NewVisitor())).ShouldHave(410);
        els.Dispose();
    }

    [Theory]
    [InlineData("""[{ "id": "anna", "naam": "Anna", "email": "a@voorbeeld.example", "rollen": ["baas"] }]""", "baas")]
    [InlineData("""[{ "id": "Anna!", "naam": "Anna", "email": "a@voorbeeld.example", "rollen": [] }]""", "Anna!")]
    [InlineData("""[{ "id": "a", "naam": "A", "email": "a@voorbeeld.example", "rollen": [] }, { "id": "a", "naam": "B", "email": "b@voorbeeld.example", "rollen": [] }]""", "same id twice")]
    [InlineData("""[{ "id": "a", "naam": "A", "email": "a@voorbeeld.example", "rollen": [] }, { "id": "b", "naam": "B", "email": "A@voorbeeld.example", "rollen": [] }]""", "same mail address twice")]
    [InlineData("""[{ "id": "a" }]""", "cannot be read")]
    [InlineData("geen json", "cannot be read")]
    public void A_file_with_a_mistake_says_which(string content, string says)
    {
        File.WriteAllText(_folder.File("medewerkers.json"), content);
        Should.Throw<CannotStartException>(() => StaffFile.Read(_folder.File("medewerkers.json"))).Message.ShouldContain(says);
    }

    private static string LinkOf(Edition town, string id) => town.Get<SignIn>().Links().Single(link => link.Member.Id == id).Link.PathAndQuery;
}
