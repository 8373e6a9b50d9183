using Smederijen.Domain.Money;
using Smederijen.Domain.Settings;
using Smederijen.Domain.Stuurgroep;
using Smederijen.Portal.Governing;
using Smederijen.Portal.Http;
using Smederijen.Portal.Settings;

namespace Smederijen.Portal.Tests.Governing;

public sealed class The_checklist
{
    private static readonly SettingsFile s_file = SettingsFile.Embedded();

    private static readonly SmederijSettings s_smederij = s_file.Smederijen[0];

    private static readonly Installation s_whole = new(
        s_file.Municipality with { Controller = "De gemeente.", Complaints = "Bij ons.", AccessibilityStatement = "https://voorbeeld.example/" },
        s_file.Stuurgroep, [(s_smederij, [])], "smederijen@gemeente.nl", 2, new Uri("https://smederijen.gemeente.nl"), World.Monday)
    {
        Staff = new StaffRegister(1,
        [
            Task("fatima", StaffRole.Beheerder), Task("gijs", StaffRole.Beheerder), Task("fatima", StaffRole.Medewerker),
            Task("regisseur-noord", StaffRole.Regisseur),
        ]),
    };

    [Fact]
    public void Is_empty_when_all_is_filled_in() => Checklist.Of(s_whole).ShouldBeEmpty();

    [Fact]
    public void Does_not_count_the_staff_of_an_edition_that_keeps_no_list() => Checklist.Of(s_whole with { Beheerders = null }).ShouldBeEmpty();

    [Fact]
    public void Names_each_thing_that_lacks_with_the_page_for_it()
    {
        (Lacks(s_whole with { Municipality = s_whole.Municipality with { Phone = "", Themes = [] } })).ShouldBe(new ToDo(
            "De gemeente. Vul in: het telefoonnummer, de onderwerpen voor de gemeente.", "/beheer/instellingen/gemeente/wijzigen"));
        Lacks(s_whole with { Smederijen = [] }).ShouldBe(new ToDo("Maak de eerste Smederij, en stel die vast.", "/beheer/nieuwe-smederij"));
        Lacks(s_whole with { Smederijen = [(s_smederij, ["wijkagent"])] }).What.ShouldBe(
            "Centrum. Er is nog niemand met een e-mailadres voor: wijkagent.");
        Lacks(With(s_smederij.Round with { Envelope = Euro.Zero })).What.ShouldBe("Centrum. De ronde van 2027 heeft geen budget.");
        Lacks(With(s_smederij.Round with { ClosesOn = new DateOnly(2026, 1, 1) })).What.ShouldBe(
            "Centrum. Er is geen ronde open. Open een later jaar.");
        Lacks(s_whole with { Sender = "smederijen@voorbeeld.example" }).What.ShouldContain("Mail__FromAddress");
        Lacks(s_whole with { PublicUrl = new Uri("http://127.0.0.1:7071") }).What.ShouldContain("Portal__PublicUrl");
    }

    [Fact]
    public void Tells_what_the_register_of_staff_lacks()
    {
        var without = s_whole with { Staff = StaffRegister.Empty };
        Lacks(without).ShouldBe(new ToDo(
            "De medewerkers. Vul in wie wat doet, en voor welke Smederijen. Nu telt de rol van het account, overal.",
            "/beheer/instellingen/medewerkers/wijzigen"));
        Checklist.Of(without with { Beheerders = 1 })[1].What.ShouldStartWith("Er is maar 1 beheerder.");
        Checklist.Of(without with { Accounts = [Account("anna")] })[1].What.ShouldBe(
            "Het account 'regisseur-noord' is gebiedsregisseur van Centrum, maar staat zo niet bij de medewerkers. "
                + "Kies bij de Smederij een ander account, en geef de plek bij Mensen aan iemand anders. Of zet het account erbij.");
        Lacks(s_whole with { Accounts = [Account("fatima"), Account("anna")] }).What.ShouldStartWith(
            "De medewerkers. Deze accounts staan er niet bij: anna.");
        Lacks(Only("fatima", "regisseur-noord")).What.ShouldStartWith("Er is maar 1 beheerder van alle Smederijen.");
        Checklist.Of(Only("gijs", "fatima"))[0].What.ShouldStartWith("Het account 'regisseur-noord' is gebiedsregisseur van Centrum");
        Checklist.Of(Only("gijs", "regisseur-noord"))[^1].What.ShouldBe("Geld vrijgeven doen twee mensen. Er zijn er te weinig voor: Centrum.");
    }

    [Fact]
    public void Tells_that_a_gebiedsregisseur_leaves_some_weeks_before_and_also_where_only_what_runs_is_finished()
    {
        Installation Leaves(DateOnly until) => s_whole with
        {
            Staff = new StaffRegister(1,
                [.. s_whole.Staff.Tasks.Select(task => task.Role is StaffRole.Regisseur ? task with { Until = until } : task)]),
        };
        Lacks(Leaves(new DateOnly(2026, 3, 30))).ShouldBe(new ToDo(
            "Het account 'regisseur-noord' is gebiedsregisseur van Centrum, tot en met 30 maart 2026. Kies voor die tijd bij de Smederij een ander account, "
                + "en geef de plek bij Mensen aan iemand anders.",
            "/beheer/instellingen/centrum/wijzigen"));
        Checklist.Of(Leaves(new DateOnly(2026, 3, 31))).ShouldBeEmpty();
        Lacks(s_whole with { Finishing = [s_smederij with { Id = "elim", Name = "Elim", Closed = true, Gebiedsregisseur = "weg" }] }).What.ShouldStartWith(
            "Het account 'weg' is gebiedsregisseur van Elim, maar staat zo niet bij de medewerkers.");
    }

    [Fact]
    public void Asks_for_no_round_where_somebody_said_that_there_is_none() => Checklist.Of(
        With(s_smederij.Round with { ClosesOn = new DateOnly(2026, 1, 1) }) with { WithoutRound = new HashSet<string> { s_smederij.Id } })
        .ShouldBeEmpty();

    [Fact]
    public void Asks_no_budget_where_the_stuurgroep_divides_it_but_then_somebody_has_to_sit_on_it()
    {
        var divided = With(s_smederij.Round with { Period = "2040", Envelope = Euro.Zero, ClosesOn = new DateOnly(2040, 6, 30) });
        Checklist.Of(divided).ShouldBeEmpty();
        StuurgroepSettings nobody = divided.Stuurgroep with { Seats = [] };
        Lacks(divided with { Stuurgroep = nobody }).Address.ShouldBe("/beheer/instellingen/stuurgroep/wijzigen");
    }

    [Fact]
    public void Names_a_postcode_that_two_Smederijen_have()
    {
        var (one, other) = (s_smederij, s_smederij with { Id = "zuid", Name = "Zuid" });
        Lacks(s_whole with { Smederijen = [(one, []), (other, [])] }).ShouldBe(new ToDo(
            "Postcode 7901-7902 hoort bij 2 Smederijen: Centrum en Zuid. Kies voor elke postcode één Smederij.", "/beheer/gebieden"));
    }

    [Fact]
    public async Task Stands_on_the_page_of_the_administrator()
    {
        await using var world = await World.Begin();
        var page = (await world.Fatima().Get("/beheer")).ShouldHave(200);
        page.Words.ShouldContain("Dit moet nog, voordat bewoners een idee indienen De gemeente. Vul in: wie verantwoordelijk is voor de gegevens");
        page.Words.ShouldNotContain("niemand met een e-mailadres");
        (await world.Fatima().Get("/medewerkers")).Text.ShouldContain("href=\"/beheer\">Beheer: instellingen, mensen en een jaar openen</a>");
    }

    private static StaffTask Task(string account, StaffRole role) => new(account, account, "functie", role, ["alle"], new DateOnly(2026, 1, 1));

    private static StaffMember Account(string id) => new(id, id, new HashSet<string>());

    private static Installation Only(params string[] accounts) => s_whole with
    {
        Staff = new StaffRegister(1, [.. s_whole.Staff.Tasks.Where(task => accounts.Contains(task.Account))]),
    };

    private static Installation With(RoundSettings round) => s_whole with { Smederijen = [(s_smederij with { Round = round }, [])] };

    private static ToDo Lacks(Installation installation) => Checklist.Of(installation).ShouldHaveSingleItem();
}
