using Smederijen.Domain.Calendar;
using Smederijen.Domain.Ideas;
using Smederijen.Domain.Money;
using Smederijen.Domain.Payments;
using Smederijen.Portal.Ideas;

namespace Smederijen.Simulation.Tests.Actors;

/// <summary>
/// Staff who release money: two of them, each after looking at the account. They record what comes back, in parts at times, and write off
/// what does not.
/// </summary>
internal sealed class Paymasters(Simulation simulation, Refunders refunders)
{
    /// <summary>A bank that sends a payment back does so, and somebody reads it, before the submitter pays what is left of it.</summary>
    private const int DaysToReturn = 50;

    private static readonly string[] Names = ["anna", "bert", "carin"];

    public void Move()
    {
        simulation.PostOffice.On(MailKind.ReleaseRequest, Release);
        simulation.PostOffice.On(MailKind.ReleaseReminder, Release);
        simulation.PostOffice.On(MailKind.MoneyFlowsBack, Collect);
        simulation.PostOffice.On(MailKind.RefundReminder, Collect);
    }

    private Task Release(ReceivedMail mail)
    {
        if (simulation.Watch.Ideas[mail.Idea].Stored is not { Item.State: IdeaState.Granted { AccountKnown: true } granted })
            return Task.CompletedTask;
        var by = Names[simulation.Random.Next(Names.Length)];
        var form = new { gecontroleerd = "ja", rekening = $"{granted.AccountCorrections}" };
        return new Press(simulation, $"{by} releases", (process, command) => process.AsStaff(by, mail.Idea, "vrijgeven", form.With("opdracht", command)))
        {
            Promise = simulation.Promises.Try(mail.Idea, $"approval {granted.AccountCorrections} by {by}", e =>
                e is IdeaEvent.ReleaseApproved approved && (approved.By, approved.AccountCorrections) == (by, granted.AccountCorrections)),
        }.Deliver();
    }

    private Task Collect(ReceivedMail mail)
    {
        if (mail.Effect.To.Role == AddresseeRole.Submitter)
            return refunders.Read(mail);
        if (simulation.Watch.Ideas[mail.Idea].Stored is not { Item.State: IdeaState.Ended { Refund: { PaymentStops: false } refund } }
            || mail.Effect.To.Role != AddresseeRole.Staff || CanComeBack(simulation, mail.Idea)
            || simulation.Chance(simulation.IsClosing ? 0.3 : 0.7))
            return Task.CompletedTask;
        var by = Names[simulation.Random.Next(Names.Length)];
        if (refund.WrittenOffFirstBy is not null || simulation.Chance(0.2))
        {
            var reason = $"Het komt niet meer {simulation.Random.NextInt64():x}";
            return Act(by, mail, "afschrijven", new { open = $"{refund.Open.Cents}", reden = reason },
                e => e is IdeaEvent.WriteOffApproved off && off.Reason == reason);
        }
        var amount = simulation.Chance(0.2) ? new Euro(1 + simulation.Random.NextInt64(refund.Open.Cents)) : refund.Open;
        var day = Amsterdam.DateOf(simulation.Now);
        return Act(by, mail, "ontvangen",
            new { open = $"{refund.Open.Cents}", bedrag = Carriers.InDutch(amount), ontvangen = $"{day:yyyy-MM-dd}" },
            e => e is IdeaEvent.MoneyReceived got && (got.By, got.Open, got.Amount) == (by, refund.Open, amount));
    }

    /// <summary>Nobody pays back, or lets somebody off, what was not paid yet or can still come back by itself.</summary>
    public static bool CanComeBack(Simulation simulation, IdeaKey idea)
    {
        var since = Amsterdam.DateOf(simulation.Now).AddDays(-DaysToReturn);
        return simulation.Watch.Payments.Orders.Any(order => order.Idea == idea.Id
            && (order.State is PaymentState.Ordered or PaymentState.InBatch || (order.State is PaymentState.Paid paid && paid.On > since)));
    }

    private Task Act(string by, ReceivedMail mail, string action, object form, Func<IdeaEvent, bool> match) =>
        new Press(simulation, $"{by}: {action}", (process, command) => process.AsStaff(by, mail.Idea, action, form.With("opdracht", command)))
        {
            Promise = simulation.Promises.Try(mail.Idea, action, match),
        }.Deliver();
}
