using System.Text.RegularExpressions;
using Smederijen.Domain.Ideas;
using Smederijen.Domain.Payments;

namespace Smederijen.Simulation.Tests.Actors;

/// <summary>
/// Residents who pay back what is left, to the account in the mail, with what it says to write; some write something else or nothing, and some pay
/// a part.
/// </summary>
internal sealed partial class Refunders(Simulation simulation)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <param name="mail">That asks for the money.</param>
    public Task Read(ReceivedMail mail)
    {
        if (simulation.Watch.Ideas[mail.Idea].Stored is { Item.State: IdeaState.Ended { Refund.PaymentStops: false } }
            && simulation.Chance(0.6) && Reference().Match(mail.Mail.Text) is { Success: true } asked)
            simulation.Within(TimeSpan.Zero, 6 * Day, () => Pay(mail, asked.Groups[1].Value));
        return Task.CompletedTask;
    }

    private Task Pay(ReceivedMail mail, string asked)
    {
        if (simulation.Watch.Ideas[mail.Idea].Stored is not { Item.State: IdeaState.Ended { Refund: { PaymentStops: false } refund } }
            || (IsOnItsWay(mail) && !simulation.Chance(0.05)))
            return Task.CompletedTask;
        if (Paymasters.CanComeBack(simulation, mail.Idea))
        {
            simulation.Within(7 * Day, 10 * Day, () => Pay(mail, asked));
            return Task.CompletedTask;
        }
        var cents = simulation.Chance(0.15) ? 1 + simulation.Random.NextInt64(refund.Open.Cents) : refund.Open.Cents;
        simulation.Bank.Receive(mail.Idea, cents, simulation.Random.Next(20) switch
        {
            0 => "Bedankt voor alles",
            1 => $"terug De Smederijen idee {mail.Idea.Id[..^1]}",
            2 => $"{asked} en {simulation.Watch.Ideas.Keys.ElementAt(simulation.Random.Next(simulation.Watch.Ideas.Count)).Id}",
            3 => "De Smederijen",
            _ => asked,
        });
        return Task.CompletedTask;
    }

    /// <summary>What somebody paid and no statement told yet.</summary>
    private bool IsOnItsWay(ReceivedMail mail) => simulation.Bank.Bookings.Count(booking => booking.Idea == mail.Idea)
        > simulation.Watch.Payments.Lines.Count(line =>
            line.State is LineState.Settled { Meaning: LineMeaning.PaidBack back } && back.Idea == mail.Idea.Id);

    [GeneratedRegex("Zet bij de omschrijving: ([^.]+)\\.")]
    private static partial Regex Reference();
}
