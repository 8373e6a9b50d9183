using Smederijen.Domain.Ideas;
using Smederijen.Domain.Settings;

namespace Smederijen.Simulation.Tests.Actors;

/// <summary>Residents with an idea: they hand it in, confirm, answer, tell their account, or stop.</summary>
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
        simulation.PostOffice.On(MailKind.PartOffered, Choose);
        simulation.PostOffice.On(MailKind.PartReminder, Choose);
        simulation.PostOffice.On(MailKind.AmountLowered, mail => simulation.Chance(0.1) ? Withdraw(mail) : Task.CompletedTask);
        simulation.PostOffice.On(MailKind.PaymentReturned,
            mail => mail.Effect.To.Role == AddresseeRole.Submitter ? GiveAccount(mail) : Task.CompletedTask);
        simulation.PostOffice.On(MailKind.SupportHalfway, mail => simulation.Chance(0.05) ? Withdraw(mail) : Task.CompletedTask);
        simulation.PostOffice.On(MailKind.FoundSuitable, mail => simulation.Chance(0.05) ? Withdraw(mail) : Task.CompletedTask);
        simulation.PostOffice.On(MailKind.CarriedOver, mail => simulation.Willing(0.1) ? Withdraw(mail) : Task.CompletedTask);
        foreach (var smederij in simulation.File.Smederijen)
            Think(smederij);
    }

    /// <summary>Somebody here has the next idea: four a year in a village, eight in a large wijk.</summary>
    private void Think(SmederijSettings smederij) =>
        simulation.Often(Simulation.Year / (3.8 + smederij.Inhabitants / 1500.0), () =>
        {
            // Who lives in a Smederij that is closed belongs to the one that followed.
            var here = simulation.File.Find(simulation.File.Find(smederij.Id)!.Heir ?? smederij.Id)!;
            return here.Closed ? Task.CompletedTask : HandIn(here, people.In(smederij));
        });

    /// <returns>The title, by which the idea can be found.</returns>
    public async Task<string> HandIn(SmederijSettings smederij, Person person)
    {
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
        await new Press(simulation, $"idea {number} is handed in at {smederij.Id}", async (process, command) =>
        {
            var answer = await process.NewBrowser().Post($"/smederijen/{smederij.Id}/ideeen/nieuw", form.With("opdracht", command));
            // Whose form was still open when the Smederij closed reads so.
            return simulation.File.Find(smederij.Id)!.Closed ? Ways.OfToday(answer) : answer;
        })
        { Accepted = () => simulation.HandedIn.Accept(smederij.Id, Title(number)) }.Deliver();
        return Title(number);
    }

    /// <summary>
    /// In whole euros; where people vote the plans are dear, so that there is something to choose, and rounded, so that some cost the same.
    /// </summary>
    private int Amount(SmederijSettings smederij)
    {
        var half = (int)(smederij.AmountLimit.Cents / 200);
        return smederij.Round.Rolling ? simulation.Random.Next(50, half) : simulation.Random.Next(4, 9) * half / 4;
    }

    private static string Title(int number) => $"Idee nummer {number}";

    private Task Confirm(ReceivedMail mail) => simulation.Chance(0.9)
        ? Do(mail, "bevestigen", new { }, e => e is IdeaEvent.SubmissionConfirmed)
        : simulation.Chance(0.1)
        ? Do(mail, "bevestigen", new { antwoord = "niet-van-mij" }, e => e is IdeaEvent.SubmissionDisowned)
        : Task.CompletedTask;

    private Task TellNeighbours(ReceivedMail mail)
    {
        neighbours.Hear(mail.Idea);
        return Task.CompletedTask;
    }

    private Task Answer(ReceivedMail mail)
    {
        var text = $"Antwoord {simulation.Random.NextInt64():x}";
        return simulation.Willing(0.8)
            ? Do(mail, "antwoorden", new { antwoord = text }, e => e is IdeaEvent.Answered answered && answered.Version == mail.Effect.Version)
            : Task.CompletedTask;
    }

    private async Task GiveAccount(ReceivedMail mail)
    {
        if (!simulation.Willing(0.9))
            return;
        var person = people.In(simulation.File.Find(mail.Idea.Smederij)!);
        // After a payment that came back an account is given once more.
        var (idea, before) = (simulation.Watch.Ideas[mail.Idea], simulation.Watch.Ideas[mail.Idea].ReturnsUntil(simulation.Now));
        await Do(mail, "betaalgegevens", new { iban = person.Iban, tenaamstelling = person.Name },
            e => e is IdeaEvent.AccountGiven && idea.ReturnsUntil(e.At) == before);
        if (!simulation.Chance(0.2))
            return;
        var other = people.In(simulation.File.Find(mail.Idea.Smederij)!);
        simulation.Within(Hour, 48 * Hour, () => Do(mail, "betaalgegevens", new { iban = other.Iban, tenaamstelling = other.Name }));
    }

    /// <summary>Whether the idea can do with what is left; who does not say so loses it to the next.</summary>
    private Task Choose(ReceivedMail mail)
    {
        if (simulation.Watch.Ideas[mail.Idea].Stored?.Item.State is not IdeaState.OfferedPart { Amount.Cents: var offered }
            || !simulation.Willing(0.5))
            return Task.CompletedTask;
        // In another round it may be asked again.
        var before = Offers(mail).Count();
        var plan = $"Wij doen het kleiner {simulation.Random.NextInt64():x}";
        return simulation.Chance(0.6)
            ? Do(mail, "deel", new { keuze = "aannemen", aangeboden = offered, plan }, e => e is IdeaEvent.PartAccepted accepted && accepted.Text == plan)
            : Do(mail, "deel", new { keuze = "niet-aannemen", aangeboden = offered, zeker = "ja" },
                e => e is IdeaEvent.PartDeclined && Offers(mail).Count(offer => offer.At <= e.At) == before);
    }

    private IEnumerable<IdeaEvent.PartOffered> Offers(ReceivedMail mail) =>
        simulation.Watch.Ideas[mail.Idea].Events.OfType<IdeaEvent.PartOffered>();

    private Task Withdraw(ReceivedMail mail) => Do(mail, "mijn-idee", new { zeker = "ja" }, e => e is IdeaEvent.Withdrawn);

    private Task Do(ReceivedMail mail, string page, object form, Func<IdeaEvent, bool>? match = null) =>
        new Press(simulation, $"the submitter posts to {page}", (process, command) => process.Through(mail, page, form.With("opdracht", command)))
        {
            Promise = match is null ? null : simulation.Promises.Try(mail.Idea, page, match),
        }.Deliver();
}
