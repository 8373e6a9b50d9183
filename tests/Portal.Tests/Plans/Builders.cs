using Smederijen.Domain.Plans;
using Smederijen.Domain.Stuurgroep;
using Smederijen.Portal.Forms;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Plans;
using Smederijen.Portal.Stuurgroep;
using Smederijen.Portal.Tests.Attachments;
using Smederijen.Portal.Work;

namespace Smederijen.Portal.Tests.Plans;

/// <summary>What a working group, its partners and the stuurgroep do through the pages.</summary>
internal static class Builders
{
    public const string Trekker = "trijntje@voorbeeld.example";
    public const string Fund = "fonds@partner.example";

    public static readonly byte[] Letter = Sample.Read("plain.png");

    public static object APlan { get; } = new
    {
        titel = "Een groter dorpshuis",
        beschrijving = "Wij willen het dorpshuis groter maken, met een keuken en een zaal voor iedereen.",
        bijdrage = "Wij bouwen zelf mee en beheren het huis.",
        kosten = "250.000",
        naam = "Trijntje Kok",
        email = Trekker,
        rol = "Resident",
    };

    /// <summary>Hands a plan in, and confirms it from the mail.</summary>
    public static async Task<PlanKey> BeginPlan(this World world)
    {
        (await world.Browser.Post($"/smederijen/{World.Village}/plannen/nieuw", APlan)).ShouldHave(303);
        await world.Work();
        (await world.Browser.Press(world.Mailbox.LastTo(Trekker).Link())).ShouldHave(200);
        await world.Work();
        return await world.LastPlan();
    }

    /// <summary>The wijkteam, which has it now, calls an idea a lange klap.</summary>
    public static async Task<PlanKey> BecomesPlan(this World world, IdeaKey idea)
    {
        (await world.Advise(Wijkteam.Opbouwwerker, "lange-klap", "Te groot voor het dorp alleen.")).ShouldHave(200);
        (await world.Advise(Wijkteam.Wijkagent, "lange-klap", "Zoek partners.")).ShouldHave(200);
        await world.Work();
        return new PlanKey(idea.Smederij, idea.Id);
    }

    public static async Task<PlanKey> LastPlan(this World world) =>
        new(World.Village, (await world.Store.Query(World.Village, PlanKeys.AllSummaries)).Rows[^1].Row.Split('|')[1]);

    public static async Task<Plan> Plan(this World world, PlanKey key) => (await world.Get<PlanItems>().Load(key)).ShouldNotBeNull().Item;

    public static Task<Outcome<PlanRefusal>> Happens(this World world, PlanKey key, Func<DateTimeOffset, PlanEvent> happening) =>
        world.Get<PlanItems>().Handle(key, CommandId.Fresh(), happening);

    /// <summary>The link of the one who handed the plan in, from the newest mail about the plan.</summary>
    public static string GroupLink(this World world) =>
        world.Mailbox.To(Trekker).Last(mail => mail.Text.Contains("werkgroep", StringComparison.Ordinal)).Link();

    /// <summary>A member does a step from the newest link.</summary>
    public static async Task<Answer> Do(this World world, string step, object form, params (string Field, string Name, byte[] Content)[] files)
    {
        var page = (await world.Browser.Open(world.GroupLink())).ShouldHave(200);
        var path = $"{page.Path.Split('?')[0]}?stap={step}";
        var command = (await world.Browser.Open(path)).ShouldHave(200).Hidden("opdracht");
        var answer = await world.Browser.PostWithFiles(path, form.With("opdracht", command), files);
        await world.Work();
        return answer;
    }

    public static Dictionary<string, string> With(this object form, string name, string value) =>
        new(form.GetType().GetProperties().ToDictionary(field => field.Name, field => $"{field.GetValue(form)}")) { [name] = value };

    public static Task<Answer> AskPartner(this World world, string bedrag = "50.000") =>
        world.Do("partner", new { soort = "Fund", organisatie = "Het Fonds", bedrag, naam = "Femke Fonds", email = Fund });

    /// <summary>A partner answers from the newest link in its mailbox.</summary>
    public static async Task<Answer> Answers(this World world, object form)
    {
        var browser = world.NewBrowser();
        var page = (await browser.Open(world.Mailbox.LastTo(Fund).Link())).ShouldHave(200);
        var answer = await browser.PostWithFiles(page.Path, form.With("opdracht", CommandId.NewToken()));
        await world.Work();
        return answer;
    }

    /// <summary>Every seat that may speak says this, until it is decided.</summary>
    public static async Task StuurgroepSays(this World world, Voice voice, string? reason = "Er is genoeg steun.")
    {
        var resolutions = world.Get<ResolutionItems>();
        var id = (await world.Get<ResolutionArchive>().List()).First(one => one.Phase == ResolutionPhase.Open).Id;
        foreach (var seat in (await resolutions.Load(new ResolutionKey(id)))!.Item.State.Heard!.Seats)
            await resolutions.Handle(new ResolutionKey(id), CommandId.Fresh(), at =>
                new ResolutionEvent.VoiceGiven(at, seat.Id, ByDeputy: false, voice, reason));
        await world.Work();
    }
}
