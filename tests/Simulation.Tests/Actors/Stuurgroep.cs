using Smederijen.Domain.Stuurgroep;
using Smederijen.Portal.Mail;
using Smederijen.Portal.Work;

namespace Smederijen.Simulation.Tests.Actors;

/// <summary>Ten seats and their deputies, who vote from their mail: most of them for the money, and for plans that go on.</summary>
internal sealed class Stuurgroep(Simulation simulation)
{
    private readonly Dictionary<WorkKey, bool> _unpopular = [];

    public void Move() => simulation.PostOffice.On<ResolutionEffect.AskSeat>(Speak);

    /// <summary>Some take their time, beyond the reminder.</summary>
    private Task Speak(ReceivedOther mail)
    {
        var plan = mail.Mail.Subject.Contains("gaat het door", StringComparison.OrdinalIgnoreCase);
        simulation.Within(TimeSpan.Zero, TimeSpan.FromDays(14), () => plan ? Judge(mail.Mail) : Divide(mail.Mail, mail.Item));
        return Task.CompletedTask;
    }

    /// <summary>Now and then they want another division.</summary>
    private Task Divide(OutgoingMail mail, WorkKey division) => simulation.Random.NextDouble() switch
    {
        var draw when draw < (IsUnpopular(division) ? 0.25 : 0.68) => Post(mail, "For"),
        < 0.80 => Post(mail, "Against"),
        < 0.85 => Post(mail, "Abstain"),
        < 0.90 => Post(mail, "eigen-belang"),
        _ => Task.CompletedTask,
    };

    private bool IsUnpopular(WorkKey division) =>
        _unpopular.TryGetValue(division, out var known) ? known : _unpopular[division] = !simulation.Willing(0.8);

    private Task Judge(OutgoingMail mail) => simulation.Random.NextDouble() switch
    {
        < 0.60 => Post(mail, "GoOn"),
        < 0.72 => Post(mail, "Change"),
        < 0.76 => Post(mail, "Stop"),
        < 0.85 => Post(mail, "Abstain"),
        _ => Task.CompletedTask,
    };

    private Task Post(OutgoingMail mail, string choice) => new Press(simulation, $"a seat votes {choice}", async (process, command) =>
        Ways.OfToday(await process.Through(mail, "zetel", new { keuze = choice, reden = "Daarom." }.With("opdracht", command)))).Deliver();
}
