using Smederijen.Domain.Ideas;
using Smederijen.Portal.Ideas;

namespace Smederijen.Simulation.Tests.Actors;

/// <summary>People who hear of an idea: many support it, some never confirm, and some press more often than needed.</summary>
internal sealed class Neighbours
{
    private readonly Simulation _simulation;
    private readonly People _people;

    public Neighbours(Simulation simulation, People people)
    {
        (_simulation, _people) = (simulation, people);
        simulation.PostOffice.On(MailKind.ConfirmSupport, Confirm);
    }

    /// <summary>The submitter tells the neighbours, who come in the weeks after that.</summary>
    public void Hear(IdeaKey idea)
    {
        var smederij = _simulation.File.Version(idea.Smederij, _simulation.Watch.Ideas[idea].Stored!.Item.SettingsVersion);
        var many = (int)(smederij.SupportThreshold * (0.9 + 1.3 * _simulation.Random.NextDouble()));
        for (var i = 0; i < many; i++)
            _simulation.Within(TimeSpan.Zero, TimeSpan.FromDays(30), () => Offer(idea, _people.In(smederij)));
    }

    /// <summary>Who comes when there is enough support mostly sees that on the page, and goes.</summary>
    private Task Offer(IdeaKey idea, Person person)
    {
        if (_simulation.Watch.Ideas[idea].Stored?.Item.State is not IdeaState.GatheringSupport && !_simulation.Chance(0.1))
            return Task.CompletedTask;
        var form = new { naam = person.Name, email = person.Email, postcode = person.Postcode };
        return new Press(_simulation, "a neighbour offers support", (process, command) => process.NewBrowser().Post(
            $"/smederijen/{idea.Smederij}/ideeen/{idea.Id}/steun", form.With("opdracht", command))).Deliver();
    }

    private Task Confirm(ReceivedMail mail) => _simulation.Chance(0.9)
        ? new Press(_simulation, "a neighbour confirms", (process, command) => process.Through(mail, "steunen", new { }.With("opdracht", command))).Deliver()
        : Task.CompletedTask;
}
