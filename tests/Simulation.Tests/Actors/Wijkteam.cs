using Smederijen.Domain.Ideas;
using Smederijen.Portal.Ideas;

namespace Smederijen.Simulation.Tests.Actors;

/// <summary>Members of the wijkteam: they advise from their mail, sometimes after a reminder, sometimes never.</summary>
internal sealed class Wijkteam(Simulation simulation)
{
    private readonly Dictionary<IdeaKey, bool> _tooLarge = [];

    public void Move()
    {
        simulation.PostOffice.On(MailKind.ReviewRequest, Advise);
        simulation.PostOffice.On(MailKind.ReviewReminder, Advise);
    }

    private Task Advise(ReceivedMail mail)
    {
        var reason = $"Reden {simulation.Random.NextInt64():x}";
        if (IsTooLarge(mail.Idea) && simulation.Chance(0.8))
            return Post(mail, "lange-klap", reason);
        // A municipal matter that everybody sees at once, and plans that nobody likes to say anything about.
        if (simulation.Watch.Ideas[mail.Idea].Stored?.Title[^1] is '0')
            return Post(mail, "gemeentekwestie", reason);
        if (simulation.Watch.Ideas[mail.Idea].Stored?.Title[^1] is '3' && !simulation.Willing(0.2))
            return Task.CompletedTask;
        return simulation.IsClosing ? Post(mail, "geschikt", "") : simulation.Random.NextDouble() switch
        {
            < 0.55 => Post(mail, "geschikt", ""),
            < 0.63 => Refuse(mail, reason),
            < 0.70 => Post(mail, "vraag", reason),
            < 0.74 => Post(mail, "gemeentekwestie", reason),
            < 0.78 => Post(mail, "lange-klap", reason),
            < 0.82 => Post(mail, "belang", ""),
            _ => Task.CompletedTask,
        };
    }

    /// <summary>Now and then somebody pressed the wrong button, and sees it soon or too late.</summary>
    private async Task Refuse(ReceivedMail mail, string reason)
    {
        await Post(mail, "niet-geschikt", reason);
        if (simulation.Chance(0.1))
        {
            simulation.Within(TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(20), () => new Press(
                simulation, "a reviewer takes an advice back",
                (process, command) => process.Through(mail, "beoordelen", new { keuze = "terugnemen" }.With("opdracht", command))).Deliver());
        }
    }

    /// <summary>One idea in twenty is a lange klap, and the wijkteam sees that.</summary>
    private bool IsTooLarge(IdeaKey idea) => _tooLarge.TryGetValue(idea, out var known) ? known : _tooLarge[idea] = simulation.Chance(0.05);

    /// <summary>One advice of one member in one version of the review, whatever is pressed and how often.</summary>
    private Task Post(ReceivedMail mail, string choice, string reason) =>
        new Press(simulation, $"a reviewer advises {choice}", (process, command) =>
            process.Through(mail, "beoordelen", new { keuze = choice, toelichting = reason }.With("opdracht", command)))
        {
            Promise = simulation.Promises.Try(mail.Idea, "advice", e => e is IdeaEvent.Advised advised
                ? (advised.Version, advised.Reviewer) == (mail.Effect.Version, mail.Effect.To.Key)
                : e is IdeaEvent.ConflictDeclared declared && (declared.Version, declared.Reviewer) == (mail.Effect.Version, mail.Effect.To.Key),
                e => e is IdeaEvent.AdviceTakenBack back && (back.Version, back.Reviewer) == (mail.Effect.Version, mail.Effect.To.Key)),
            Accepted = () => simulation.MustHold(mail.Mail, mail.Idea.Smederij, mail.Effect.To.Key),
        }.Deliver();
}
