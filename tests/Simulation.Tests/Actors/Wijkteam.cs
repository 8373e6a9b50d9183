using Smederijen.Domain.Ideas;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Mail;
using Smederijen.Portal.Tests;

namespace Smederijen.Simulation.Tests.Actors;

/// <summary>What a member of a wijkteam is asked about one idea, in a mail of its own or in that of a morning.</summary>
/// <param name="Links">The links of the mail that can lead to the form for this idea.</param>
internal sealed record AskedAdvice(IdeaKey Idea, int Version, string Place, OutgoingMail Mail, IReadOnlyList<string> Links);

/// <summary>Members of the wijkteam: they advise from their mail, sometimes after a reminder, sometimes never.</summary>
internal sealed class Wijkteam(Simulation simulation)
{
    private readonly Dictionary<IdeaKey, bool> _tooLarge = [];

    private readonly Dictionary<string, bool> _meets = new(StringComparer.Ordinal);

    /// <summary>The last mail that each of them has about an idea.</summary>
    private readonly Dictionary<(IdeaKey Idea, string Place), AskedAdvice> _asked = [];

    public void Move()
    {
        simulation.PostOffice.On(MailKind.ReviewRequest, Advise);
        simulation.PostOffice.On(MailKind.ReviewReminder, Advise);
    }

    /// <summary>What a meeting makes of an idea: there everybody says something.</summary>
    /// <returns>As the form of a meeting posts it.</returns>
    public string TogetherOn(IdeaKey idea) =>
        IsTooLarge(idea) ? "lange-klap"
        : IsMunicipal(idea) ? $"gemeentekwestie:{simulation.File.Municipality.Themes[0].Id}"
        : simulation.Random.NextDouble() switch
        {
            < 0.75 => "geschikt",
            < 0.88 => "niet-geschikt",
            _ => "vraag",
        };

    /// <summary>Somebody takes back what stands in their name, by the last link that they have.</summary>
    public Task TakeBack(IdeaKey idea, string place) => _asked.TryGetValue((idea, place), out var mail)
        ? new Press(simulation, "a reviewer takes an advice back", (process, command) =>
            process.Through(mail.Links, "beoordelen", new { keuze = "terugnemen" }.With("opdracht", command))).Deliver()
        : Task.CompletedTask;

    private Task Advise(ReceivedMail mail) =>
        Advise(new AskedAdvice(mail.Idea, mail.Effect.Version, mail.Effect.To.Key, mail.Mail, mail.Mail.Links()));

    public Task Advise(AskedAdvice mail)
    {
        _asked[(mail.Idea, mail.Place)] = mail;
        if (KeepsForMeeting(mail.Idea.Smederij) && !simulation.Willing(0.3))
            return Task.CompletedTask;
        var reason = $"Reden {simulation.Random.NextInt64():x}";
        if (IsTooLarge(mail.Idea) && simulation.Chance(0.8))
            return Post(mail, "lange-klap", reason);
        // A municipal matter that everybody sees at once, and plans that nobody likes to say anything about.
        if (IsMunicipal(mail.Idea))
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
    private async Task Refuse(AskedAdvice mail, string reason)
    {
        await Post(mail, "niet-geschikt", reason);
        if (simulation.Chance(0.1))
        {
            simulation.Within(TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(20), () => TakeBack(mail.Idea, mail.Place));
        }
    }

    /// <summary>One idea in twenty is a lange klap, and the wijkteam sees that.</summary>
    private bool IsTooLarge(IdeaKey idea) => _tooLarge.TryGetValue(idea, out var known) ? known : _tooLarge[idea] = simulation.Chance(0.05);

    /// <summary>In some wijkteams most members keep an idea for the meeting, so that several come together there.</summary>
    private bool KeepsForMeeting(string smederij) => _meets.TryGetValue(smederij, out var known) ? known : _meets[smederij] = simulation.Chance(0.3);

    private bool IsMunicipal(IdeaKey idea) => simulation.Watch.Ideas[idea].Stored?.Title[^1] is '0';

    /// <summary>One advice of one member in one version of the review, whatever is pressed and how often; a meeting may have given it.</summary>
    private Task Post(AskedAdvice mail, string choice, string reason) =>
        new Press(simulation, $"a reviewer advises {choice}", (process, command) =>
            process.Through(mail.Links, "beoordelen", new { keuze = choice, toelichting = reason }.With("opdracht", command)))
        {
            Promise = simulation.Promises.Try(mail.Idea, "advice", e => e is IdeaEvent.Advised advised
                ? (advised.Version, advised.Reviewer) == (mail.Version, mail.Place)
                : e is IdeaEvent.ConflictDeclared declared && (declared.Version, declared.Reviewer) == (mail.Version, mail.Place),
                e => e is IdeaEvent.AdviceTakenBack back && (back.Version, back.Reviewer) == (mail.Version, mail.Place),
                e => e is IdeaEvent.DecidedInMeeting met && met.Version == mail.Version && met.Present.Contains(mail.Place)),
            Accepted = () => simulation.MustHold(mail.Mail, mail.Idea.Smederij, mail.Place),
        }.Deliver();
}
