using Smederijen.Portal.Layout;
using Smederijen.Portal.Plans;
using Smederijen.Portal.Plans.Steps;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Tests.Plans;
using Smederijen.Portal.Tests.Stuurgroep;
using static Smederijen.Portal.Tests.Plans.Builders;

namespace Smederijen.Portal.Tests.Staff;

/// <summary>Plans, resolutions, requests for help and the initiatiefgroep go the same road as ideas.</summary>
public sealed class When_a_mail_of_another_kind_cannot_be_delivered
{
    private const string Els = "els@voorbeeld.example";
    private const string Regisseur = "regisseur.zuid@voorbeeld.example";
    private const string Seat = "politie@voorbeeld.example";

    [Fact]
    public async Task A_partner_gets_a_letter_and_the_history_of_the_plan_says_why()
    {
        await using var world = await World.Begin();
        var plan = await world.BeginPlan();
        world.Mailbox.Refused.Add(Fund);
        await world.AskPartner();

        await world.ListShows("Mail over een groot plan aan een partner", "Naar het plan");
        (await world.Anna().Get(plan.StaffPath)).Words.ShouldContain("1 bericht over dit plan is niet aangekomen.");
        var letter = await world.Letter(plan.Smederij, plan.Work.Item);
        letter.Words.ShouldContain("Beste Femke Fonds,");
        letter.Text.ShouldNotContain("/link/");
        (await world.Anna().Post(letter.Path, new { reden = "" })).ShouldHave(400);
        (await world.Anna().Press(letter.Path, new { reden = "De mailbox is vol" })).ShouldHave(200)
            .Words.ShouldContain("Een medewerker stuurde een mail die niet aankwam per brief Door: anna De mailbox is vol");
        await world.ListIsEmpty();
    }

    [Fact]
    public async Task Of_a_working_group_only_those_who_missed_it_get_it_again()
    {
        await using var world = await World.Begin();
        var plan = await world.BeginPlan();
        await world.Joins(plan, Els, "Els Bakker");
        world.Mailbox.Refused.Add(Els);
        await world.StuurgroepIsAsked(plan);
        var before = world.Mailbox.To(Trekker).Count;

        var letter = await world.Letter(plan.Smederij, plan.Work.Item);
        letter.Words.ShouldContain("Beste Els Bakker,");
        letter.Words.ShouldNotContain("Trijntje");

        world.Mailbox.Refused.Clear();
        (await world.Anna().Post(letter.Path.Replace("/brief", "/opnieuw", StringComparison.Ordinal))).ShouldHave(303);
        await world.Work();
        world.Mailbox.LastTo(Els).Subject.ShouldStartWith("De stuurgroep besluit");
        world.Mailbox.To(Trekker).Count.ShouldBe(before);
        await world.ListIsEmpty();
    }

    [Fact]
    public async Task Who_is_forgotten_is_taken_out_of_what_still_waits()
    {
        await using var world = await World.Begin();
        var plan = await world.BeginPlan();
        await world.Joins(plan, Els, "Els Bakker");
        world.Mailbox.Refused.Add(Els);
        await world.StuurgroepIsAsked(plan);

        (await world.Anna().Send(PlanStep.Erase.AddressOn(plan.StaffPath), new { email = Els, zeker = "ja", reden = "Op verzoek" })).ShouldHave(200);

        (await world.Store.Query(World.Village, Keys.FailedOf(plan.Work.Item))).Rows.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_seat_of_the_stuurgroep_gets_a_letter_and_the_history_says_why()
    {
        await using var world = await World.Begin();
        world.Mailbox.Refused.Add(Seat);
        await world.PutToSeats();

        await world.ListShows("Mail aan een lid van de stuurgroep", "Naar het voorstel");
        var letter = await world.Letter(Partitions.Stuurgroep, $"besluit-{ADivision.Id}");
        letter.Text.ShouldNotContain("/link/");
        (await world.Anna().Press(letter.Path, new { reden = "Het adres klopt niet" })).ShouldHave(200)
            .Words.ShouldContain("Een medewerker stuurde een mail die niet aankwam per brief Reden: Het adres klopt niet");
        await world.ListIsEmpty();
    }

    [Fact]
    public async Task About_somebody_who_wants_help_nobody_is_asked_why()
    {
        await using var world = await World.Begin();
        world.Mailbox.Refused.Add(Regisseur);
        (await world.Browser.Post($"/smederijen/{World.Village}/hulp", new Dictionary<string, string>
        {
            ["naam"] = "Geert Bos",
            ["telefoon"] = "06 12 34 56 78",
            ["dag"] = "2026-03-04",
            ["dagdeel"] = "middag",
        })).ShouldHave(303);
        await world.Work();

        await world.ListShows("Mail aan de gebiedsregisseur over iemand die hulp wil", "Naar wie hulp wil");
        var letter = await world.LetterOnTop();
        letter.Words.ShouldNotContain("Waarom per brief?");
        (await world.Anna().Press(letter.Path)).ShouldHave(200);
        await world.ListIsEmpty();
        (await world.Anna().Get(letter.Path)).ShouldHave(404);
    }

    [Fact]
    public async Task Who_joins_the_initiatiefgroep_gets_a_letter_or_another_try()
    {
        await using var world = await World.Begin();
        world.Mailbox.Refused.Add(Els);
        (await world.Browser.Post($"/smederijen/{World.Village}/initiatiefgroep", new { naam = "Els Bakker", email = Els })).ShouldHave(303);
        await world.Work();

        await world.ListShows("Mail aan iemand die mee wil doen met de initiatiefgroep", "Stuur per brief");
        var letter = await world.LetterOnTop();
        letter.Words.ShouldContain("Beste Els Bakker,");
        letter.Text.ShouldNotContain("/link/");
        world.Mailbox.Refused.Clear();
        (await world.Anna().Post(letter.Path.Replace("/brief", "/opnieuw", StringComparison.Ordinal))).ShouldHave(303);
        await world.Work();
        world.Mailbox.To(Els).Count.ShouldBe(1);
        await world.ListIsEmpty();
    }
}

file static class Undeliverable
{
    public static async Task ListShows(this World world, params string[] words)
    {
        var list = (await world.Anna().Get("/medewerkers/berichten")).ShouldHave(200).Words;
        foreach (var word in words)
            list.ShouldContain(word);
        list.ShouldContain("Stuur per brief");
    }

    public static async Task ListIsEmpty(this World world) =>
        (await world.Anna().Get("/medewerkers/berichten")).Words.ShouldContain("Er is niets blijven liggen.");

    /// <summary>The letter of the only mail about an item that failed.</summary>
    public static async Task<Answer> Letter(this World world, string partition, string item)
    {
        var number = (await world.Store.Query(partition, Keys.FailedOf(item))).Rows.ShouldHaveSingleItem().Row.Split('|')[^1];
        return (await world.Anna().Get($"/medewerkers/berichten/{partition}/{item}/{int.Parse(number, System.Globalization.CultureInfo.InvariantCulture)}/brief")).ShouldHave(200);
    }

    public static async Task<Answer> LetterOnTop(this World world)
    {
        var row = (await world.Store.Query(World.Village, Keys.AllFailed)).Rows.ShouldHaveSingleItem().Row.Split('|');
        return await world.Letter(World.Village, row[1]);
    }

    public static async Task Joins(this World world, PlanKey plan, string email, string name)
    {
        (await world.NewBrowser().Post($"{plan.PublicPath}/meedoen", new { naam = name, email, rol = "Resident" })).ShouldHave(303);
        await world.Work();
        (await world.NewBrowser().Press(world.Mailbox.LastTo(email).Link())).ShouldHave(200);
        await world.Work();
    }

    public static async Task StuurgroepIsAsked(this World world, PlanKey plan)
    {
        await world.Happens(plan, at => new Domain.Plans.PlanEvent.DecisionAsked(at, "anna", "start"));
        await world.Work();
    }
}
