using Smederijen.Domain.Ideas;
using Smederijen.Domain.Settings;
using Smederijen.Portal.Ideas;

namespace Smederijen.Simulation.Tests.Actors;

/// <summary>Residents with an idea: they hand it in, confirm, answer, tell their account, carry it out or stop.</summary>
internal sealed class Submitters(Simulation simulation, People people, Neighbours neighbours)
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private int _ideas;

    public void Move()
    {
        simulation.PostOffice.On(MailKind.ConfirmSubmission, Confirm);
        simulation.PostOffice.On(MailKind.ConfirmationReminder, Confirm);
        simulation.PostOffice.On(MailKind.SupportStarted, TellNeighbours);
        simulation.PostOffice.On(MailKind.QuestionAsked, Answer);
        simulation.PostOffice.On(MailKind.QuestionReminder, Answer);
        simulation.PostOffice.On(MailKind.MoneyGranted, GiveAccount);
        simulation.PostOffice.On(MailKind.AccountReminder, GiveAccount);
        simulation.PostOffice.On(MailKind.MoneyReleased, Report);
        simulation.PostOffice.On(MailKind.RealisationReminder, Report);
        simulation.PostOffice.On(MailKind.SupportHalfway, mail => simulation.Chance(0.1) ? Withdraw(mail) : Task.CompletedTask);
        simulation.PostOffice.On(MailKind.FoundSuitable, mail => simulation.Chance(0.1) ? Withdraw(mail) : Task.CompletedTask);
        foreach (var smederij in simulation.File.Smederijen)
            Think(smederij);
    }

    /// <summary>Somebody here has the next idea: five a year in a village, ten in a large wijk.</summary>
    private void Think(SmederijSettings smederij)
    {
        var between = TimeSpan.FromDays(365) / (5 + smederij.Inhabitants / 1200.0);
        simulation.Within(TimeSpan.Zero, 2 * between, async () =>
        {
            if (simulation.Now > simulation.LastIdea)
                return;
            await HandIn(smederij);
            Think(smederij);
        });
    }

    private Task HandIn(SmederijSettings smederij)
    {
        var person = people.In(smederij);
        var number = ++_ideas;
        var form = new
        {
            titel = Title(number),
            beschrijving = "Wij maken samen iets moois, zodat iedereen er wat aan heeft.",
            doelgroep = "Iedereen",
            bijdrage = "Wij doen het werk zelf.",
            bedrag = $"{Amount(smederij)}",
            naam = person.Name,
            email = person.Email,
            postcode = person.Postcode,
        };
        simulation.HandedIn.Try(smederij.Id, Title(number));
        return new Press(simulation, $"idea {number} is handed in at {smederij.Id}", (process, command) => process.NewBrowser().Post(
            $"/smederijen/{smederij.Id}/ideeen/nieuw",
            form.With("opdracht", command)))
        { Accepted = () => simulation.HandedIn.Accept(smederij.Id, Title(number)) }.Deliver();
    }

    /// <summary>In whole euros; where people vote the plans are dear, so that there is something to choose.</summary>
    private int Amount(SmederijSettings smederij)
    {
        var half = (int)(smederij.AmountLimit.Cents / 200);
        return smederij.Round.Rolling ? simulation.Random.Next(50, half) : simulation.Random.Next(half, 2 * half);
    }

    private static string Title(int number) => $"Idee nummer {number}";

    private Task Confirm(ReceivedMail mail) => simulation.Chance(0.9)
        ? Do(mail, "bevestigen", new { }, e => e is IdeaEvent.SubmissionConfirmed)
        : Task.CompletedTask;

    private Task TellNeighbours(ReceivedMail mail)
    {
        neighbours.Hear(mail.Idea);
        return Task.CompletedTask;
    }

    private Task Answer(ReceivedMail mail)
    {
        var text = $"Antwoord {simulation.Random.NextInt64():x}";
        return simulation.Chance(0.8)
            ? Do(mail, "antwoorden", new { antwoord = text }, e => e is IdeaEvent.Answered answered && answered.Version == mail.Effect.Version)
            : Task.CompletedTask;
    }

    private async Task GiveAccount(ReceivedMail mail)
    {
        if (!simulation.Chance(0.85))
            return;
        var person = people.In(simulation.File.Find(mail.Idea.Smederij)!);
        await Do(mail, "betaalgegevens", new { iban = person.Iban, tenaamstelling = person.Name }, e => e is IdeaEvent.AccountGiven);
        if (!simulation.Chance(0.2))
            return;
        var other = people.In(simulation.File.Find(mail.Idea.Smederij)!);
        simulation.Within(Hour, 48 * Hour, () => Do(mail, "betaalgegevens", new { iban = other.Iban, tenaamstelling = other.Name }));
    }

    private async Task Report(ReceivedMail mail)
    {
        var text = $"Verslag {simulation.Random.NextInt64():x}";
        await Do(mail, "voortgang", new { verslag = text }, e => e is IdeaEvent.ProgressReported told && told.Text == text);
        if (simulation.Chance(0.2))
            simulation.Within(Hour, 24 * Hour, () => AskForMore(mail));
        if (simulation.Chance(0.5))
            simulation.Within(24 * Hour, 60 * 24 * Hour, () => Finish(mail.Idea));
    }

    private Task AskForMore(ReceivedMail mail)
    {
        var question = $"Het wordt duurder {simulation.Random.NextInt64():x}";
        return new Press(simulation, "a plan becomes dearer", (process, command) => process.Decide(
            mail.Idea, command, at => new IdeaEvent.OverrunAsked(at, new Domain.Money.Euro(900_000), question)))
        { Promise = simulation.Promises.Try(mail.Idea, "a question about costs", e => e is IdeaEvent.OverrunAsked asked && asked.Question == question) }.Deliver();
    }

    /// <summary>Done, for less than was granted or for all of it; or not done after all.</summary>
    private Task Finish(IdeaKey idea)
    {
        if (simulation.Watch.Ideas[idea].Stored is not { Idea.State: IdeaState.Released released })
            return Task.CompletedTask;
        var cost = new Domain.Money.Euro(simulation.Chance(0.3) ? released.Amount.Cents : simulation.Random.NextInt64(released.Amount.Cents));
        var reason = $"Het lukt niet {simulation.Random.NextInt64():x}";
        var promise = simulation.Promises.Try(idea, "an end", e => e is IdeaEvent.PlanCompleted or IdeaEvent.MoneyGivenBack);
        return new Press(simulation, "a plan ends", (process, command) => process.Decide(idea, command, at => cost.Cents % 7 == 0
            ? new IdeaEvent.MoneyGivenBack(at, reason)
            : new IdeaEvent.PlanCompleted(at, cost)))
        { Promise = promise }.Deliver();
    }

    private Task Withdraw(ReceivedMail mail) => Do(mail, "mijn-idee", new { zeker = "ja" }, e => e is IdeaEvent.Withdrawn);

    private Task Do(ReceivedMail mail, string page, object form, Func<IdeaEvent, bool>? match = null) =>
        new Press(simulation, $"the submitter posts to {page}", (process, command) => process.Through(mail, page, form.With("opdracht", command)))
        {
            Promise = match is null ? null : simulation.Promises.Try(mail.Idea, page, match),
        }.Deliver();
}
