using Smederijen.Domain.Ideas;
using Smederijen.Domain.Plans;
using Smederijen.Portal.Plans;
using Smederijen.Portal.Plans.Steps;

namespace Smederijen.Simulation.Tests.Actors;

/// <summary>The gebiedsregisseur of a plan: asks the working group how it goes, and ends what nobody carries any more.</summary>
internal sealed class PlanGuides(Simulation simulation)
{
    public void Move()
    {
        foreach (var kind in (PlanMailKind[])[PlanMailKind.GroupIsEmpty, PlanMailKind.MilestonePassed, PlanMailKind.HowIsItGoing,
            PlanMailKind.StuurgroepDecided, PlanMailKind.DecisionLapsed])
            simulation.PostOffice.On(kind, PlanRole.Gebiedsregisseur, Guide);
        LookAtPauses();
    }

    private Task Guide(ReceivedPlanMail mail) => simulation.Watch.Plans[mail.Plan].Stored!.Item switch
    {
        { State: PlanState.Ended } => simulation.Chance(0.05) ? Note(mail.Plan) : Task.CompletedTask,
        { Group.Size: 0 } => simulation.Willing(0.3) ? Do(mail.Plan, PlanStep.Stop, new { reden = "Niemand trekt dit plan nog.", zeker = "ja" }) : Task.CompletedTask,
        _ when !simulation.IsClosing && simulation.Chance(0.05) => Do(mail.Plan, PlanStep.Pause, new { reden = "De grond is nog niet vrij." }),
        _ when simulation.Chance(0.1) => Note(mail.Plan),
        _ when simulation.Chance(0.1) => Hide(mail.Plan),
        _ when !simulation.IsClosing && simulation.Chance(0.05) =>
            Do(mail.Plan, PlanStep.AddSmederij, new { smederij = simulation.File.Open[simulation.Random.Next(simulation.File.Open.Count)].Id }),
        _ => simulation.Willing(0.2) ? Do(mail.Plan, PlanStep.Remind, new { reden = "Het is lang stil." }) : Task.CompletedTask,
    };

    private Task Note(PlanKey plan) => Do(plan, PlanStep.Note, new { notitie = "Belt morgen terug." });

    private async Task Hide(PlanKey plan)
    {
        var part = new[] { "titel", "omschrijving", IdeaEvent.Whole }[simulation.Random.Next(3)];
        await Do(plan, PlanStep.Hide, new { onderdeel = part, reden = "Er staat een naam in." });
        simulation.Within(
            TimeSpan.FromHours(1), TimeSpan.FromDays(10), () => Do(plan, PlanStep.Restore, new { onderdeel = part, reden = "Het is in orde." }));
    }

    /// <summary>A plan that stands still does not come back by itself: every month its guides look at the list.</summary>
    private void LookAtPauses() => simulation.Within(TimeSpan.FromDays(25), TimeSpan.FromDays(35), async () =>
    {
        var list = await simulation.Site.Visit(process => process.AsStaff("anna").Get(PlanDesk.Address));
        var paused = simulation.Watch.Plans.Where(plan => plan.Value.Stored!.Item.PausedAt is not null && simulation.Willing(0.25))
            .Select(plan => plan.Key).ToList();
        foreach (var plan in paused.Where(plan => list?.Text.Contains(plan.StaffPath, StringComparison.Ordinal) == true))
            await Do(plan, PlanStep.Resume, new { reden = "Wij kunnen verder." });
        LookAtPauses();
    });

    private Task Do(PlanKey plan, PlanStep step, object form) => new Press(simulation, $"the gebiedsregisseur: {step.Name}", async (process, command) =>
        Ways.OfToday(await process.AsStaff(simulation.File.Find(plan.Smederij)!.Gebiedsregisseur)
            .Post(step.AddressOn(plan.StaffPath), form.With("opdracht", command)))).Deliver();
}
