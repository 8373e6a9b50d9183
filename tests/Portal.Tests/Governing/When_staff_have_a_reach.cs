using System.Collections.Immutable;
using Smederijen.Domain.Settings;
using Smederijen.Domain.Tests;
using Smederijen.Portal.Governing;
using Smederijen.Portal.Http;
using Smederijen.Portal.Settings;
using Smederijen.Portal.Tests.Staff;
using Smederijen.Portal.Work;
using static Smederijen.Portal.Tests.Governing.Administrators;

namespace Smederijen.Portal.Tests.Governing;

public sealed class When_staff_have_a_reach
{
    private const string Staff = "medewerkers";

    private static readonly DateOnly s_first = new(2026, 1, 1);

    private static StaffTask Of(string account, string name, string function, StaffRole role, ImmutableArray<string> reach, DateOnly? until = null) =>
        new(account, name, function, role, reach, s_first, until);

    private static readonly StaffTask s_fatima = Of("fatima", "Fatima Bos", "functioneel beheerder", StaffRole.Beheerder, ["alle"]);

    private static readonly StaffTask[] s_usual =
    [
        s_fatima,
        Of("gijs", "Gijs Koning", "coördinator", StaffRole.Beheerder, ["alle"]),
        Of("hana", "Hana Mulder", "gebiedsregisseur", StaffRole.Regisseur, [World.Village]),
        Of("anna", "Anna de Vries", "medewerker", StaffRole.Medewerker, ["centrum", "wolfsbos"]),
        Of("farid", "Farid Smit", "financieel medewerker", StaffRole.Financien, ["alle"]),
        Of("sara", "Sara Dijk", "secretaris", StaffRole.Secretaris, ["alle"]),
        Of("wim", "Wim Post", "beheerder", StaffRole.Beheerder, ["wolfsbos"]),
    ];

    /// <summary>An installation whose register has counted from the beginning.</summary>
    private static async Task<World> With(params StaffTask[] tasks)
    {
        var world = await World.Begin();
        await world.Get<SettingsItems>().Fill(SettingsDocument.Of(new StaffRegister(1, [.. tasks])));
        await world.Get<SettingsBook>().Reload();
        return world;
    }

    private static Browser Signed(World world, string account) => world.BrowserOf(account, "medewerker");

    [Fact]
    public async Task Another_area_is_shown_but_refuses_changes_and_says_who_can()
    {
        await using var world = await With(s_usual);
        var idea = await world.InReview();
        var anna = Signed(world, "anna");
        var page = (await anna.Get(idea.Case())).ShouldHave(200);
        page.Words.ShouldContain("U mag hier wel kijken, maar niets veranderen. Dit kan Hana Mulder, gebiedsregisseur van Alteveer doen.");
        (await anna.Get(idea.Case("notitie"))).ShouldHave(200).Text.ShouldNotContain("name=\"notitie\"");
        (await anna.Post(idea.Case("notitie"), new { notitie = "Mag dit?" })).ShouldHave(403).Words.ShouldContain(
            "Dit kan Hana Mulder, gebiedsregisseur van");
        (await Signed(world, "hana").Press(idea.Case("notitie"), new { notitie = "Mag dit?" })).ShouldHave(200);
        // The role of the account does not count any more.
        (await world.BrowserOf("wim", "medewerker", "regisseur", "beheerder").Post(idea.Case("notitie"), new { notitie = "x" })).ShouldHave(403);
    }

    [Fact]
    public async Task Who_people_are_is_seen_by_those_who_work_on_their_ideas_alone()
    {
        await using var world = await With(s_usual);
        var idea = await world.InReview();
        var submitter = Residents.AnIdea.email;
        (await Signed(world, "hana").Get(idea.Case())).ShouldHave(200).Text.ShouldContain(submitter);
        (await Signed(world, "farid").Get(idea.Case())).ShouldHave(200).Text.ShouldContain(submitter);
        foreach (var other in (string[])["anna", "sara", "wim"])
        {
            var page = (await Signed(world, other).Get(idea.Case())).ShouldHave(200);
            page.Text.ShouldNotContain(submitter, customMessage: other);
            page.Words.ShouldContain("Wie de indiener is, ziet alleen wie aan ideeën van Alteveer werkt.");
        }
    }

    [Fact]
    public async Task Who_wants_to_be_called_is_seen_by_those_who_work_there_alone()
    {
        await using var world = await With(s_usual);
        (await world.Browser.Send($"/smederijen/{World.Village}/hulp", new { naam = "Jo de Boer", telefoon = "0528 12 34 56", dag = "2026-03-04", dagdeel = "ochtend" }))
            .ShouldHave(200);
        var director = world.Settings().Gebiedsregisseur;
        (await Signed(world, "hana").Get($"/medewerkers/regisseur?wie={director}")).ShouldHave(200).Text.ShouldContain("Jo de Boer");
        var other = (await Signed(world, "anna").Get($"/medewerkers/regisseur?wie={director}")).ShouldHave(200);
        other.Text.ShouldNotContain("Jo de Boer");
        other.Words.ShouldContain("Wie gebeld wil worden, ziet alleen wie in die Smederij aan ideeën werkt.");
    }

    [Fact]
    public void Every_page_that_shows_people_by_its_address_is_kept_for_those_who_work_there() =>
        Endpoints.All.Where(endpoint => endpoint.ShowsPeople).Select(endpoint => endpoint.Name).Order(StringComparer.Ordinal).ShouldBe(
            ["ShowCallNote", "ShowCalled", "ShowPaperMail", "ShowPartFile", "ShowProof", "ShowReceipt", "ShowScan"]);

    [Fact]
    public async Task Finance_releases_money_and_does_nothing_else()
    {
        await using var world = await With(s_usual);
        var idea = await world.Granted();
        await world.GivesAccount(idea, "NL91ABNA0417164300");
        var farid = Signed(world, "farid");
        var page = (await farid.Get(idea.Case())).ShouldHave(200);
        page.Text.ShouldContain($"{idea.Case("vrijgeven")}\"");
        page.Text.ShouldNotContain($"{idea.Case("stoppen")}\"");
        (await farid.Get(idea.Case("vrijgeven"))).ShouldHave(200).Text.ShouldContain("<form method=\"post\"");
        (await farid.Post(idea.Case("stoppen"), new { reden = "Nee" })).ShouldHave(403);
        (await farid.Post("/medewerkers/stuurgroep/nieuw")).ShouldHave(403).Words.ShouldContain("Dit kan Sara Dijk, secretaris doen.");
        (await Signed(world, "sara").Post("/medewerkers/stuurgroep/nieuw")).ShouldHave(400);
        (await Signed(world, "sara").Post(idea.Case("vrijgeven"))).ShouldHave(403);
        (await Signed(world, "hana").Get("/medewerkers/stuurgroep/nieuw")).ShouldHave(200).Words.ShouldContain("Dit kan Sara Dijk");
    }

    [Fact]
    public async Task A_beheerder_of_one_Smederij_changes_that_and_not_what_belongs_to_all()
    {
        await using var world = await With(s_usual);
        var wim = Signed(world, "wim");
        await wim.Change("wolfsbos", "Meer steun", ("supportThreshold", "9"));
        (await wim.Agree("wolfsbos")).ShouldHave(200);
        world.Settings("wolfsbos").SupportThreshold.ShouldBe(9);
        foreach (var document in (string[])["centrum", "stuurgroep", "gemeente", Staff])
        {
            (await wim.Get($"{PageOf(document)}/wijzigen")).ShouldHave(200).Words.ShouldContain(
                "Dit kan Fatima Bos, functioneel beheerder; of Gijs Koning, coördinator doen.");
            (await wim.Post($"{PageOf(document)}/wijzigen", new { reden = "Ik ook" })).ShouldHave(403);
        }
        (await wim.Post("/beheer/nieuwe-smederij", new { naam = "Van mij" })).ShouldHave(403);
        var file = (await world.Fatima().Get("/beheer/bestand.json")).Text.Replace("\"quorum\": 6", "\"quorum\": 5", StringComparison.Ordinal);
        (await wim.Post("/beheer/inlezen", new { reden = "Toch", tekst = file })).ShouldHave(403).Words.ShouldContain("Dit kan Fatima Bos");
    }

    [Fact]
    public async Task Who_left_has_no_access_from_the_following_day_and_is_named_where_they_did_something()
    {
        await using var world = await With([s_fatima, Of("hana", "Hana Mulder", "gebiedsregisseur", StaffRole.Regisseur, ["alle"], new(2026, 3, 5))]);
        var idea = await world.InReview();
        var hana = Signed(world, "hana");
        (await hana.Press(idea.Case("pauzeren"), new { reden = "Even wachten" })).ShouldHave(200);
        await world.Until(new DateTimeOffset(2026, 3, 5, 22, 59, 0, TimeSpan.Zero));
        (await hana.Get(idea.Case())).ShouldHave(200);
        await world.Until(new DateTimeOffset(2026, 3, 5, 23, 0, 0, TimeSpan.Zero));
        var refused = (await hana.Get(idea.Case())).ShouldHave(403);
        refused.Words.ShouldContain("U hebt geen toegang Uw account staat vandaag niet in het register van medewerkers.");
        refused.Words.ShouldContain("Vraag Fatima Bos, functioneel beheerder om u toe te voegen. Uw account is: hana");
        refused.Text.ShouldNotContain("Mijn idee");
        (await hana.Post(idea.Case("hervatten"), new { reden = "Nog één ding" })).ShouldHave(403);
        (await world.Fatima().Get(idea.Case())).ShouldHave(200).Words.ShouldContain("Hana Mulder (gebiedsregisseur)");
    }

    [Fact]
    public async Task A_version_without_somebody_ends_their_access_at_once_and_keeps_their_name()
    {
        await using var world = await With(s_usual);
        var idea = await world.InReview();
        (await Signed(world, "hana").Press(idea.Case("pauzeren"), new { reden = "Even wachten" })).ShouldHave(200);
        await world.Fatima().Change(Staff, "Hana werkt hier niet meer", [.. Emptied(3)]);
        (await Signed(world, "hana").Get(idea.Case())).ShouldHave(200);
        (await world.Fatima().Agree(Staff)).ShouldHave(409).Words.ShouldContain("Vraag een andere beheerder");
        (await world.Gijs().Agree(Staff)).ShouldHave(200).Words.ShouldContain(
            "voorgesteld door Fatima Bos (functioneel beheerder), vastgesteld door Gijs Koning (coördinator)");
        (await Signed(world, "hana").Get(idea.Case())).ShouldHave(403);
        (await world.Gijs().Get(idea.Case())).ShouldHave(200).Words.ShouldContain("Hana Mulder (gebiedsregisseur)");
        (await world.Get<LogVerifier>().Verify()).Broken.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_first_register_begins_with_the_accounts_and_counts_once_a_second_person_agreed()
    {
        await using var world = await World.Begin();
        var form = (await world.Fatima().Open($"{PageOf(Staff)}/wijzigen")).ShouldHave(200).Form();
        (form["tasks.1.account"], form["tasks.1.role"], form["tasks.1.reach"]).ShouldBe(("fatima", "Beheerder", "alle"));
        foreach (var (name, value) in Row(2, "gijs", "Gijs Koning", "Beheerder", "alle").Concat(Row(3, "anna", "Anna de Vries", "Medewerker",
            "De Wijk, Alteveer")))
            form[name] = value;
        form["reden"] = "Het begin";
        (await world.Fatima().Send($"{PageOf(Staff)}/wijzigen", form)).ShouldHave(400).Words.ShouldContain(
            "Er is geen Smederij 'de-wijk'. Kies uit: alle, ");
        form["tasks.3.reach"] = "Alteveer, Wolfsbos";
        (await world.Fatima().Send($"{PageOf(Staff)}/wijzigen", form)).ShouldHave(200).Words.ShouldContain(
            "Anna de Vries (functie): Medewerker van alteveer, wolfsbos");
        (await Signed(world, "bert").Get("/medewerkers")).ShouldHave(200);
        (await world.Gijs().Agree(Staff)).ShouldHave(200);
        (await Signed(world, "anna").Get("/medewerkers")).ShouldHave(200);
        (await Signed(world, "bert").Get("/medewerkers")).ShouldHave(403);
        // Whom the register forgot and whose account is of a beheerder can put it right.
        (await world.BrowserOf("vergeten", "beheerder").Get($"{PageOf(Staff)}/wijzigen")).ShouldHave(200).Form().ShouldContainKey("reden");
    }

    [Theory]
    [InlineData("tasks.1.until", "1-6-2026", "Op 2 juni 2026 is er geen beheerder van alle Smederijen.")]
    [InlineData("tasks.1.reach", "wolfsbos", "is er geen beheerder van alle Smederijen.")]
    [InlineData("tasks.1.from", "1-1-2027", "Op 2 maart 2026 is er geen beheerder")]
    [InlineData("tasks.2.until", "1-1-2025", "De laatste dag ligt voor de eerste.")]
    [InlineData("tasks.2.account", "fatima", "Dit account heeft hierboven een andere naam.")]
    [InlineData("tasks.2.account", "a b", "Een account heeft alleen letters, cijfers en streepjes.")]
    [InlineData("tasks.2.role", "", "Kies een rol.")]
    [InlineData("tasks.2.role", "Secretaris", "De secretaris werkt voor de stuurgroep van alle Smederijen.")]
    [InlineData("tasks.2.reach", "alle, wolfsbos", "Niet allebei.")]
    [InlineData("tasks.2.reach", "", "Vul in: alle, of de namen van Smederijen.")]
    public async Task What_cannot_be_is_told_at_its_field(string field, string value, string sentence)
    {
        await using var world = await With(s_fatima, Of("anna", "Anna de Vries", "medewerker", StaffRole.Medewerker, ["wolfsbos"]));
        var answer = (await world.Fatima().Change(Staff, "Proef", (field, value))).ShouldHave(400);
        answer.Words.ShouldContain(sentence);
        answer.Form()[field].ShouldBe(value);
    }

    [Fact]
    public async Task The_only_beheerder_and_somebody_twice_in_one_role_are_refused()
    {
        await using var world = await With(s_fatima, Of("anna", "Anna de Vries", "medewerker", StaffRole.Medewerker, ["wolfsbos"]));
        (await world.Fatima().Change(Staff, "Ik stop", [.. Emptied(1)])).ShouldHave(400).Words.ShouldContain(
            "is er geen beheerder van alle Smederijen");
        (await world.Fatima().Change(Staff, "Niemand", [.. Emptied(1), .. Emptied(2)])).ShouldHave(400).Words.ShouldContain("minstens één beheerder");
        (await world.Fatima().Change(Staff, "Nog een keer", [.. Row(3, "anna", "Anna de Vries", "Medewerker", "centrum")])).ShouldHave(400).Words
            .ShouldContain("Dit account staat hier twee keer als medewerker, op dezelfde dagen.");
    }

    [Fact]
    public async Task The_register_goes_out_and_in_with_the_file()
    {
        await using var world = await With(s_usual);
        var file = (await world.Fatima().Get("/beheer/bestand.json")).ShouldHave(200).Text;
        file.ShouldContain("\"name\": \"Hana Mulder\"");
        (await world.Fatima().Post("/beheer/inlezen", new { reden = "Zelfde", tekst = file })).ShouldHave(409).Words.ShouldContain(
            "Alles in dit bestand is al zo.");
        var wrong = file.Replace("\"Beheerder\"", "\"Medewerker\"", StringComparison.Ordinal);
        (await world.Fatima().Post("/beheer/inlezen", new { reden = "Zonder beheerder", tekst = wrong })).ShouldHave(400).Words.ShouldContain(
            "medewerkers.tasks[0]");
        (await world.Fatima().Get("/beheer/schema.json")).ShouldHave(200).Text.ShouldContain("\"Financien\"");
    }

    [Fact]
    public async Task How_a_colleague_is_reached_stands_with_the_people_and_not_in_the_register()
    {
        await using var world = await With(s_usual);
        var place = (await world.Fatima().Get("/beheer/mensen/alle_farid")).ShouldHave(200);
        place.Words.ShouldContain("financieel medewerker");
        var form = place.Form();
        (form["naam"], form["email"]) = ("Farid Smit", "f.smit@gemeente.nl");
        await world.Fatima().Send("/beheer/mensen/alle_farid", form);
        var proposed = (await world.Fatima().Get("/beheer/mensen/alle_farid")).ShouldHave(200);
        (await world.Fatima().Send("/beheer/mensen/alle_farid/vaststellen", proposed.Form())).ShouldHave(200).Words.ShouldContain("f.smit@gemeente.nl");
    }

    [Fact]
    public async Task Who_drafts_is_named_also_where_nobody_keeps_a_list_of_accounts()
    {
        await using var world = await World.Begin();
        var hana = world.NewBrowser();
        hana.Staff = new StaffMember("5f0d6f6e-5d6a-4b0e-9c8e-1a2b3c4d5e6f", "Hana Mulder", new HashSet<string> { "beheerder" });
        await hana.Change("gemeente", "Ander nummer", ("phone", "0528 291111"));
        (await hana.Get(PageOf("gemeente"))).ShouldHave(200).Words.ShouldContain("Voorstel van Hana Mulder");
    }

    [Fact]
    public async Task A_report_is_settled_by_who_works_in_that_area()
    {
        await using var world = await With(s_usual);
        var idea = await world.InReview();
        (await world.Browser.Send($"{idea.Page()}/melden", new { reden = "kwetsend", toelichting = "Kijk hier eens naar" })).ShouldHave(200);
        var (id, _) = (await world.Get<Reports>().Waiting(default)).ShouldHaveSingleItem();
        (await Signed(world, "anna").Get("/medewerkers/meldingen")).ShouldHave(200).Words.ShouldContain("Dit kan Hana Mulder");
        (await Signed(world, "anna").Post($"/medewerkers/meldingen/{id}")).ShouldHave(403);
        (await Signed(world, "hana").Post($"/medewerkers/meldingen/{id}")).ShouldHave(303);
        (await world.Get<Reports>().Waiting(default)).ShouldBeEmpty();
    }

    [Fact]
    public void Which_roles_may_do_what_at_which_address() => Approved.Matches(
        string.Join('\n', Endpoints.All.Where(endpoint => endpoint is { Method: "POST", Access: Access.Staff }).Select(LineOf)
            .Order(StringComparer.Ordinal)),
        "who-may-do-what");

    private static string LineOf(Endpoint endpoint)
    {
        var who = endpoint.Work is { } work ? string.Join(", ", StaffGrant.RolesFor(work).Select(StaffRoles.NameOf)) : "iedereen met toegang";
        return $"{endpoint.Name}: {who}{(endpoint.IsOfSeveral ? " (per Smederij)" : "")}";
    }

    private static IEnumerable<(string, string)> Emptied(int row) =>
        ((string[])["account", "name", "function", "reach", "from", "until"]).Select(column => ($"tasks.{row}.{column}", ""));

    private static IEnumerable<(string Name, string Value)> Row(int row, string account, string name, string role, string reach) =>
    [
        ($"tasks.{row}.account", account), ($"tasks.{row}.name", name), ($"tasks.{row}.function", "functie"), ($"tasks.{row}.role", role),
        ($"tasks.{row}.reach", reach), ($"tasks.{row}.from", "1-1-2026"), ($"tasks.{row}.until", ""),
    ];
}
