using Smederijen.Domain.Plans;

namespace Smederijen.Simulation.Tests.Actors;

/// <summary>Organisations that a plan counts on: they support it or not, promise or refuse, or never answer.</summary>
internal sealed class Partners(Simulation simulation)
{
    public void Move() => simulation.PostOffice.On(PlanMailKind.PartnerAsked, PlanRole.Partner, Answer);

    private async Task Answer(ReceivedPlanMail mail)
    {
        if (simulation.Chance(0.2))
            return;
        await Post(mail, new { vraag = "steun", steunt = simulation.Chance(0.8) ? "ja" : "nee", reden = "Het past bij ons werk." });
        await (simulation.Chance(0.7)
            ? Post(mail, new { vraag = "geld", bijdrage = "ja", bedrag = $"{simulation.Random.Next(1, 40_000)}" })
            : Post(mail, new { vraag = "geld", bijdrage = "nee", waarom = "Er is geen budget." }));
    }

    private Task Post(ReceivedPlanMail mail, object form) => new Press(simulation, "a partner answers", async (process, command) =>
        Ways.OfToday(await process.Through(mail.Mail, "partner", form.With("opdracht", command)))).Deliver();
}
