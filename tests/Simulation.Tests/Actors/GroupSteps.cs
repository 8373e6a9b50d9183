using Smederijen.Domain.Calendar;
using Smederijen.Domain.Plans;
using Smederijen.Portal.Plans;

namespace Smederijen.Simulation.Tests.Actors;

/// <summary>All that a member of a working group can do from the link in a mail; what no longer fits is refused.</summary>
internal sealed class GroupSteps(Simulation simulation, People people, Submitters submitters)
{
    /// <summary>A plan asks its Smederij for money once: a group of many members would hand in more than a village does.</summary>
    private readonly HashSet<PlanKey> _askedRound = [];

    private Random Random => simulation.Random;

    /// <summary>One of the steps, by chance; giving up and leaving are seldom.</summary>
    public Task Any(ReceivedPlanMail mail) => Random.Next(20) switch
    {
        0 => AskPartner(mail),
        1 => Invite(mail),
        2 => Receive(mail),
        3 => AskDecision(mail),
        4 when MilestoneOf(mail.Plan) is { } milestone => Do(mail, "mijlpaal-bereikt", new { mijlpaal = milestone }),
        5 when MilestoneOf(mail.Plan) is { } milestone => Do(mail, "mijlpaal-wijzigen", new { mijlpaal = milestone, dag = Day(10, 200), reden = "Het duurt langer." }),
        6 when MilestoneOf(mail.Plan) is { } milestone => Do(mail, "mijlpaal-vervalt", new { mijlpaal = milestone, reden = "Dit hoeft niet meer." }),
        7 => SetMilestone(mail),
        8 => NameMoment(mail),
        9 when MomentOf(mail.Plan, asked: false) is { } moment => Do(mail, "beslismoment-vervalt", new { moment, reden = "Dit hoeft niet meer." }),
        10 => Do(mail, "kosten", new { kosten = $"{Random.Next(50, 400)}.000", reden = "Hout is duurder." }),
        11 when PlanOf(mail.Plan)?.Partners.LastOrDefault(partner => partner.Money?.Received is null) is { } partner =>
            Do(mail, "partner-vervalt", new { partner = partner.Id, reden = "Er is een ander." }),
        12 when _askedRound.Add(mail.Plan) => AskRound(mail),
        13 when simulation.Chance(0.15) => GiveUp(mail),
        14 when simulation.Chance(0.3) => Leave(mail),
        15 => AddSmederij(mail),
        16 when PlanOf(mail.Plan)?.Shares is [var share, ..] => Do(mail, "smederij-weg", new { smederij = share.Smederij, reden = "Zij doen niet mee." }),
        _ => Do(mail, "nieuws", new { verslag = "Het gaat goed." }),
    };

    public Task AskPartner(ReceivedPlanMail mail)
    {
        var contact = people.In(simulation.File.Find(mail.Plan.Smederij)!);
        return Do(mail, "partner", new { soort = "Fund", organisatie = "Het Fonds", bedrag = "40.000", naam = contact.Name, email = contact.Email });
    }

    public Task SetMilestone(ReceivedPlanMail mail) => Do(mail, "mijlpaal", new { wat = "De tekening is klaar", dag = Day(10, 200) });

    public Task NameMoment(ReceivedPlanMail mail) => Do(mail, "beslismoment", new { naam = "Begin van de bouw", dag = simulation.Chance(0.5) ? Day(100, 900) : "" });

    public Task AskDecision(ReceivedPlanMail mail) =>
        Do(mail, "besluit", new { moment = MomentOf(mail.Plan, asked: null) ?? "start", toelichting = "Wij hebben het plan aangepast." });

    public Task Finish(ReceivedPlanMail mail) => Do(mail, "klaar", new { verslag = "Het staat er." });

    public Task GiveUp(ReceivedPlanMail mail) => Do(mail, "stoppen", new { reden = "Er is geen grond.", zeker = "ja" });

    /// <summary>The working group finds neighbours who want the same, or thinks so for a few days.</summary>
    private async Task AddSmederij(ReceivedPlanMail mail)
    {
        var smederij = simulation.File.Open[Random.Next(simulation.File.Open.Count)].Id;
        await Do(mail, "smederij-erbij", new { smederij });
        if (simulation.Chance(0.4))
            simulation.Within(TimeSpan.FromMinutes(1), TimeSpan.FromDays(6), () => Do(mail, "smederij-weg", new { smederij, reden = "Zij doen niet mee." }));
    }

    private Task Invite(ReceivedPlanMail mail)
    {
        var person = people.In(simulation.File.Find(mail.Plan.Smederij)!);
        return Do(mail, "uitnodigen", new { naam = person.Name, email = person.Email, rol = "Professional" });
    }

    /// <summary>Some come back before they are forgotten.</summary>
    private async Task Leave(ReceivedPlanMail mail)
    {
        await Post(mail, "leaves", "", new { lid = "weg", zeker = "ja" });
        if (simulation.Chance(0.5))
            simulation.Within(TimeSpan.FromMinutes(1), TimeSpan.FromHours(20), () => Post(mail, "stays", "", new { }));
    }

    private Task Receive(ReceivedPlanMail mail) =>
        PlanOf(mail.Plan)?.Partners.FirstOrDefault(partner => partner.Money?.Promised is not null) is { } partner
        ? Do(mail, "ontvangen", new { partner = partner.Id, bedrag = $"{Random.Next(1, 30_000)}" }, ("bewijs", "brief.png", Gebiedsregisseurs.Scan))
        : Task.CompletedTask;

    /// <summary>A member hands in an ordinary idea, and a week later the plan counts on the money that it asks for.</summary>
    private async Task AskRound(ReceivedPlanMail mail)
    {
        var smederij = simulation.OneOf(mail.Plan);
        if (smederij.Closed)
            return;
        var member = people.In(smederij) with { Name = mail.Mail.ToName, Email = mail.Mail.ToAddress };
        var title = await submitters.HandIn(smederij, member);
        simulation.Within(TimeSpan.FromDays(3), TimeSpan.FromDays(12), () =>
            simulation.Watch.Ideas.FirstOrDefault(idea => idea.Key.Smederij == smederij.Id && idea.Value.HandedInAs == title).Key is { Id: { } id }
                ? Do(mail, "ronde", new { idee = $"http://127.0.0.1:7071/smederijen/{smederij.Id}/ideeen/{id}" })
                : Task.CompletedTask);
    }

    private string Day(int soonest, int latest) => $"{Amsterdam.DateOf(simulation.Now).AddDays(Random.Next(soonest, latest)):yyyy-MM-dd}";

    private string? MilestoneOf(PlanKey plan) => PlanOf(plan)?.Milestones.FirstOrDefault(milestone => milestone.Done is null)?.Id;

    private string? MomentOf(PlanKey plan, bool? asked) =>
        PlanOf(plan)?.Moments.FirstOrDefault(moment => !moment.IsSettled && (asked is null || moment.Asked > 0 == asked))?.Id;

    private Plan? PlanOf(PlanKey plan) => simulation.Watch.Plans.GetValueOrDefault(plan)?.Stored?.Item;

    private Task Do(ReceivedPlanMail mail, string step, object form, params (string, string, byte[])[] files) => Post(mail, step, $"?stap={step}", form, files);

    public Task Post(ReceivedPlanMail mail, string what, string query, object form, params (string, string, byte[])[] files) =>
        new Press(simulation, $"a member: {what}", async (process, command) =>
            Ways.OfToday(await process.Through(mail.Mail, "werkgroep", form.With("opdracht", command), query, files))).Deliver();
}
