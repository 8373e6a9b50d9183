using Smederijen.Domain.Plans;
using Smederijen.Portal.Mail;
using Smederijen.Portal.Plans;
using Smederijen.Portal.Plans.Steps;
using Smederijen.Portal.Tests;
using Smederijen.Simulation.Tests.Faults;

namespace Smederijen.Simulation.Tests.Actors;

/// <summary>Residents around a complex plan: they support it, join its working group from its page, and ask to be forgotten.</summary>
internal sealed class PlanFriends(Simulation simulation, People people)
{
    public void Move()
    {
        simulation.PostOffice.On(PlanMailKind.ConfirmSupport, PlanRole.Supporter, Confirm);
        simulation.PostOffice.On(PlanMailKind.PlanStopped, PlanRole.WorkingGroup, mail => AskToBeForgotten(mail.Plan, mail.Mail, 0.2));
        simulation.Often(TimeSpan.FromDays(4), ComeBy);
    }

    private Task ComeBy()
    {
        var plans = simulation.Watch.Plans.Where(plan => plan.Value.Stored!.Item.State is not PlanState.Ended).Select(plan => plan.Key).ToList();
        if (plans.Count == 0)
            return Task.CompletedTask;
        var plan = plans[simulation.Random.Next(plans.Count)];
        var person = people.In(simulation.OneOf(plan));
        return simulation.Chance(0.2)
            ? Press("somebody joins a plan", process => process.NewBrowser(), $"{plan.PublicPath}/meedoen", new { naam = person.Name, email = person.Email, rol = "Organisation" })
            : Press("somebody supports a plan", process => process.NewBrowser(), $"{plan.PublicPath}/steun", new { naam = person.Name, email = person.Email, postcode = person.Postcode });
    }

    private async Task Confirm(ReceivedPlanMail mail)
    {
        if (!simulation.Chance(0.85))
            return;
        await new Press(simulation, "a neighbour confirms support of a plan", (process, command) =>
            process.Through(mail.Mail, "plan-steunen", new { }.With("opdracht", command))).Deliver();
        await AskToBeForgotten(mail.Plan, mail.Mail, 0.05);
    }

    /// <summary>Staff erase whoever has this mail address at the plan.</summary>
    private Task AskToBeForgotten(PlanKey plan, OutgoingMail mail, double chance) => simulation.Chance(chance)
        ? Press("somebody of a plan is forgotten", process => process.AsStaff("anna"), $"{plan.StaffPath}?stap={PlanStep.Erase.Name}", new { email = mail.ToAddress, reden = "Op verzoek.", zeker = "ja" })
        : Task.CompletedTask;

    private Task Press(string what, Func<Process, Browser> browser, string path, object form) =>
        new Press(simulation, what, async (process, command) =>
        Ways.OfToday(await browser(process).Post(path, form.With("opdracht", command)))).Deliver();
}
