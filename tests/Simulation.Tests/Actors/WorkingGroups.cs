using Smederijen.Domain.Calendar;
using Smederijen.Domain.Plans;
using Smederijen.Portal.Plans;

namespace Smederijen.Simulation.Tests.Actors;

/// <summary>Residents who carry a plan: they ask partners and the stuurgroep, tell news, invite, miss milestones, give up or finish.</summary>
internal sealed class WorkingGroups(Simulation simulation, People people)
{
    public void Move()
    {
        simulation.PostOffice.On(PlanMailKind.ConfirmPlan, PlanRole.Member, mail => Confirm(mail));
        simulation.PostOffice.On(PlanMailKind.ConfirmMembership, PlanRole.Member, mail => simulation.Chance(0.8) ? Confirm(mail) : Task.CompletedTask);
        simulation.PostOffice.On(PlanMailKind.PlanOpened, PlanRole.WorkingGroup, Begin);
        simulation.PostOffice.On(PlanMailKind.PartnerAnswered, PlanRole.WorkingGroup, CarryOn);
        simulation.PostOffice.On(PlanMailKind.MilestonePassed, PlanRole.WorkingGroup, CarryOn);
        simulation.PostOffice.On(PlanMailKind.HowIsItGoing, PlanRole.WorkingGroup, CarryOn);
        simulation.PostOffice.On(PlanMailKind.StuurgroepDecided, PlanRole.WorkingGroup, Decided);
        simulation.PostOffice.On(PlanMailKind.DecisionLapsed, PlanRole.WorkingGroup, Decided);
        HandIn();
    }

    /// <summary>Every few weeks somebody hands in a plan with a form of its own.</summary>
    private void HandIn() => simulation.Within(TimeSpan.FromDays(5), TimeSpan.FromDays(60), async () =>
    {
        if (simulation.Now > simulation.LastIdea)
            return;
        var smederij = simulation.File.Smederijen[simulation.Random.Next(simulation.File.Smederijen.Count)];
        var person = people.In(smederij);
        var form = new
        {
            titel = "Een groter dorpshuis",
            beschrijving = "Wij maken het dorpshuis groter.",
            bijdrage = "Wij bouwen mee.",
            kosten = "250.000",
            naam = person.Name,
            email = person.Email,
            rol = "Resident",
        };
        await new Press(simulation, "somebody hands in a plan", (process, command) =>
            process.NewBrowser().Post($"/smederijen/{smederij.Id}/plannen/nieuw", form.With("opdracht", command))).Deliver();
        HandIn();
    });

    private Task Confirm(ReceivedPlanMail mail) => Post(mail, "confirms", "", new { });

    private async Task Begin(ReceivedPlanMail mail)
    {
        await AskPartner(mail);
        await Do(mail, "mijlpaal", new { wat = "De tekening is klaar", dag = $"{Amsterdam.DateOf(simulation.Now).AddDays(simulation.Random.Next(10, 200)):yyyy-MM-dd}" });
        await Do(mail, "besluit", new { moment = "start" });
    }

    private Task CarryOn(ReceivedPlanMail mail) => simulation.Random.Next(9) switch
    {
        0 => AskPartner(mail),
        1 => Invite(mail),
        2 => Receive(mail),
        3 => Do(mail, "besluit", new { moment = "start", toelichting = "Wij hebben het plan aangepast." }),
        4 when MilestoneOf(mail.Plan) is { } milestone => Do(mail, "mijlpaal-bereikt", new { mijlpaal = milestone }),
        5 when MilestoneOf(mail.Plan) is { } milestone => Do(mail, "mijlpaal-wijzigen", new
        {
            mijlpaal = milestone,
            dag = $"{Amsterdam.DateOf(simulation.Now).AddDays(simulation.Random.Next(10, 200)):yyyy-MM-dd}",
            reden = "Het duurt langer.",
        }),
        6 => Do(mail, "stoppen", new { reden = "Er is geen grond.", zeker = "ja" }, 0.2),
        7 => Post(mail, "leaves", "", new { lid = "weg" }, 0.2),
        _ => Do(mail, "nieuws", new { verslag = "Het gaat goed." }),
    };

    private Task Decided(ReceivedPlanMail mail) => simulation.Chance(0.4)
        ? Do(mail, "klaar", new { verslag = "Het staat er." })
        : Do(mail, "besluit", new { moment = "start", toelichting = "Wij hebben het plan aangepast." });

    private Task AskPartner(ReceivedPlanMail mail)
    {
        var contact = people.In(simulation.File.Find(mail.Plan.Smederij)!);
        return Do(mail, "partner", new { soort = "Fund", organisatie = "Het Fonds", bedrag = "40.000", naam = contact.Name, email = contact.Email });
    }

    private Task Invite(ReceivedPlanMail mail)
    {
        var person = people.In(simulation.File.Find(mail.Plan.Smederij)!);
        return Do(mail, "uitnodigen", new { naam = person.Name, email = person.Email, rol = "Professional" });
    }

    private Task Receive(ReceivedPlanMail mail) => PlanOf(mail.Plan)?.Partners.FirstOrDefault(partner => partner.Money?.Promised is not null) is { } partner
        ? Do(mail, "ontvangen", new { partner = partner.Id, bedrag = $"{simulation.Random.Next(1, 30_000)}" }, proof: Gebiedsregisseurs.Scan)
        : Task.CompletedTask;

    private string? MilestoneOf(PlanKey plan) => PlanOf(plan)?.Milestones.FirstOrDefault(milestone => milestone.Done is null)?.Id;

    private Plan? PlanOf(PlanKey plan) => simulation.Watch.Plans.GetValueOrDefault(plan)?.Stored?.Plan;

    private Task Do(ReceivedPlanMail mail, string step, object form, double chance = 1, byte[]? proof = null) =>
        Post(mail, step, $"?stap={step}", form, chance, proof is null ? null : ("bewijs", "brief.png", proof));

    private Task Post(ReceivedPlanMail mail, string what, string query, object form, double chance = 1, (string, string, byte[])? file = null) => simulation.Chance(chance)
        ? new Press(simulation, $"a member: {what}", async (process, command) =>
            Ways.OfToday(await process.Through(mail.Mail, "werkgroep", form.With("opdracht", command), query, file))).Deliver()
        : Task.CompletedTask;
}
