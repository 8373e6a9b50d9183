using Smederijen.Domain.Ideas;

namespace Smederijen.Simulation.Tests.Actors;

/// <summary>Departments of the municipality: they answer what was passed on to them, at times after a reminder, at times never.</summary>
internal sealed class Municipality(Simulation simulation)
{
    public void Move()
    {
        simulation.PostOffice.On(MailKind.MunicipalityAsked, Answer);
        simulation.PostOffice.On(MailKind.MunicipalityReminder, Answer);
        simulation.PostOffice.On(MailKind.MunicipalitySilent, mail =>
            !simulation.IsClosing && simulation.Chance(0.5) ? Redirect(mail) : Task.CompletedTask);
    }

    private Task Answer(ReceivedMail mail)
    {
        var text = $"Antwoord {simulation.Random.NextInt64():x}";
        return simulation.Willing(0.3)
            ? new Press(simulation, "the municipality answers", (process, command) => process.Through(mail, "gemeentevraag", new { antwoord = text }.With("opdracht", command)))
            { Promise = simulation.Promises.Try(mail.Idea, "an answer", e => e is IdeaEvent.MunicipalityAnswered answered && answered.Text == text) }.Deliver()
            : Task.CompletedTask;
    }

    /// <summary>The gebiedsregisseur finds that another department has to answer.</summary>
    private Task Redirect(ReceivedMail mail)
    {
        var themes = simulation.File.Municipality.Themes;
        var form = new { thema = themes[simulation.Random.Next(themes.Length)].Id, reden = $"Reden {simulation.Random.NextInt64():x}" };
        return new Press(simulation, "staff pass it on to another department", (process, command) => process.AsStaff(
            simulation.File.Find(mail.Idea.Smederij)!.Gebiedsregisseur, mail.Idea, "andere-afdeling", form.With("opdracht", command)))
        { Promise = simulation.Promises.Try(mail.Idea, "another department", e => e is IdeaEvent.ReferralRedirected other && other.Reason == form.reden) }.Deliver();
    }
}
