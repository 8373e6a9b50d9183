using Smederijen.Domain.Plans;
using Smederijen.Portal.Plans;

namespace Smederijen.Simulation.Tests.Actors;

/// <summary>Residents who carry a complex plan for years: they hand it in or have it from their idea, act on what they hear, finish it or give
/// up.</summary>
internal sealed class WorkingGroups(Simulation simulation, People people, GroupSteps steps)
{
    /// <summary>Most plans come from ideas; some have a form of their own.</summary>
    private static readonly TimeSpan BetweenPlans = TimeSpan.FromDays(160);

    /// <summary>Every member hears of what one of them did: without a rest, a large group would answer itself for ever.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromDays(1);

    private readonly Dictionary<PlanKey, DateTimeOffset> _acted = [];

    public void Move()
    {
        simulation.PostOffice.On(PlanMailKind.ConfirmPlan, PlanRole.Member, mail => simulation.Chance(0.9) ? Confirm(mail) : Task.CompletedTask);
        simulation.PostOffice.On(PlanMailKind.ConfirmMembership, PlanRole.Member, mail =>
            simulation.Chance(0.8) ? Confirm(mail) : Task.CompletedTask);
        simulation.PostOffice.On(PlanMailKind.PlanOpened, PlanRole.WorkingGroup, Begin);
        simulation.PostOffice.On(PlanMailKind.PartnerAnswered, PlanRole.WorkingGroup, CarryOn);
        simulation.PostOffice.On(PlanMailKind.MilestonePassed, PlanRole.WorkingGroup, CarryOn);
        simulation.PostOffice.On(PlanMailKind.HowIsItGoing, PlanRole.WorkingGroup, CarryOn);
        simulation.PostOffice.On(PlanMailKind.StuurgroepDecided, PlanRole.WorkingGroup, Decided);
        simulation.PostOffice.On(PlanMailKind.DecisionLapsed, PlanRole.WorkingGroup, Decided);
        simulation.Often(BetweenPlans, HandIn);
    }

    private Task HandIn()
    {
        var smederij = simulation.File.Open[simulation.Random.Next(simulation.File.Open.Count)];
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
        }.With("ook-voor", Others(smederij.Id));
        return new Press(simulation, "somebody hands in a plan", async (process, command) =>
        {
            var answer = await process.NewBrowser().Post($"/smederijen/{smederij.Id}/plannen/nieuw", form.With("opdracht", command));
            return simulation.File.Find(smederij.Id)!.Closed ? Ways.OfToday(answer) : answer;
        }).Deliver();
    }

    /// <summary>Some plans are of two villages, and now and then one is of the whole municipality.</summary>
    private string Others(string home) => simulation.Random.NextDouble() switch
    {
        < 0.1 => "gemeente",
        < 0.4 => simulation.File.Open[simulation.Random.Next(simulation.File.Open.Count)].Id is var other && other != home ? other : "",
        _ => "",
    };

    private Task Confirm(ReceivedPlanMail mail) => steps.Post(mail, "confirms", "", new { });

    private async Task Begin(ReceivedPlanMail mail)
    {
        await steps.AskPartner(mail);
        await steps.SetMilestone(mail);
        await (simulation.Chance(0.5) ? steps.NameMoment(mail) : steps.AskDecision(mail));
    }

    /// <summary>They answer what they are asked, now and then, with whatever is on their mind.</summary>
    private Task CarryOn(ReceivedPlanMail mail) =>
        simulation.IsClosing ? End(mail)
        : simulation.Chance(0.3) ? Task.CompletedTask
        : Act(mail);

    private Task Decided(ReceivedPlanMail mail) =>
        simulation.IsClosing ? End(mail)
        : simulation.Chance(0.1) ? steps.Finish(mail)
        : simulation.Chance(0.5) ? steps.AskDecision(mail)
        : Act(mail);

    private Task Act(ReceivedPlanMail mail)
    {
        if (_acted.TryGetValue(mail.Plan, out var last) && simulation.Now - last < Rest)
            return Task.CompletedTask;
        _acted[mail.Plan] = simulation.Now;
        return steps.Any(mail);
    }

    /// <summary>They finish when the stuurgroep has settled all, and give up otherwise.</summary>
    private async Task End(ReceivedPlanMail mail)
    {
        await steps.Finish(mail);
        await steps.GiveUp(mail);
    }
}
