using Smederijen.Domain.Ideas;

namespace Smederijen.Simulation.Tests.Actors;

/// <summary>People who ask to be forgotten: from the moment that the portal says so, no trace of them may be left.</summary>
internal sealed class Forgetting(Simulation simulation)
{
    public void Move() => simulation.PostOffice.On(MailKind.IdeaWithdrawn, Forget);

    private Task Forget(ReceivedMail mail)
    {
        if (!simulation.Chance(0.5))
            return Task.CompletedTask;
        var reason = $"Op verzoek {simulation.Random.NextInt64():x}";
        return new Press(simulation, "the submitter is forgotten", (process, command) => process.AsStaff(
            "anna", mail.Idea, "wissen", new { wie = "indiener", zeker = "ja", reden = reason }.With("opdracht", command)))
        {
            Promise = simulation.Promises.Try(mail.Idea, "forgetting", e => e is IdeaEvent.PersonErased erased && erased.Reason == reason),
        }.Deliver();
    }
}
