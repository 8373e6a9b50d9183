using System.Text.RegularExpressions;
using Smederijen.Domain.Calendar;
using Smederijen.Domain.Ideas;
using Smederijen.Domain.Payments;
using Smederijen.Portal.Payments;
using Smederijen.Portal.Tests;
using Smederijen.Simulation.Tests.Faults;
using Smederijen.Simulation.Tests.Invariants;

namespace Smederijen.Simulation.Tests.Actors;

/// <summary>
/// Finance: every week somebody makes a batch of what waits, somebody else signs it, and the file goes to the bank, now and then twice. What the bank
/// did they read in from its statements and answers, late, twice or in another order at times; some of it is entered by one and agreed on by another,
/// and so is what a line of the bank means that nobody knows. All of it they see on the page, so what an accident took from them is there the
/// week after.
/// </summary>
internal sealed partial class Treasurers(Simulation simulation, Bank bank)
{
    /// <summary>What no statement told by then is entered by hand.</summary>
    private const int DaysToWait = 21;

    private static readonly string[] Names = ["fien", "gus", "hanna"];

    public void Move() => Within(6, 8, async () =>
    {
        await Gather();
        Within(0.2, 2, Sign);
        Within(2.2, 4, Deliver);
        Within(3, 4.4, Read);
        Within(4.5, 5.5, Propose);
        Within(5.6, 6, Agree);
        Move();
    });

    private FollowedPayments Payments => simulation.Watch.Payments;

    private void Within(double soonest, double latest, Func<Task> act) =>
        simulation.Within(TimeSpan.FromDays(soonest), TimeSpan.FromDays(latest), act);

    private Task Gather()
    {
        var waiting = Payments.Orders.Where(order => order is { State: PaymentState.Ordered { Stopped: null }, Proposal: null })
            .Where(_ => simulation.Willing(0.9)).Select(order => order.Id);
        var day = Amsterdam.DateOf(simulation.Now).AddDays(simulation.Random.Next(1, 7));
        return waiting.Take(PaymentBatch.Most).ToList() is not { Count: > 0 } chosen ? Task.CompletedTask
            : Post("makes a batch", "", new { dag = $"{day:d-M-yyyy}", betaling = string.Join(',', chosen) });
    }

    private async Task Sign()
    {
        foreach (var batch in simulation.Watch.Payments.Batches.Where(batch => batch.State is BatchState.Ready or BatchState.Gathering).ToList())
        {
            var isSpoiled = batch.Claimed.Any(line => Payments.Find(line.Order).State is PaymentState.InBatch { CalledOff: not null })
                || batch.ExecuteOn < Amsterdam.DateOf(simulation.Now) || !batch.Claimed.Any();
            if (isSpoiled || !simulation.Willing(0.9))
                await Post("throws a batch away", $"/opdrachten/{batch.Id}/weggooien", new { reden = "Er klopt iets niet." });
            else
                await Post("signs", $"/opdrachten/{batch.Id}/tekenen", new { gezien = $"{batch.Revision}" });
        }
    }

    /// <summary>The file is fetched anew each time, and the bank holds it to the one before.</summary>
    private async Task Deliver()
    {
        foreach (var batch in Payments.Batches.Where(batch => batch.State is BatchState.Signed)
            .Where(batch => IsNew(batch) || simulation.Chance(0.02)).ToList())
            await simulation.Site.Visit(async process =>
            {
                var answer = await AsOne(process).Get($"{PaymentDesk.Address}/opdrachten/{batch.Id}/pain001.xml");
                if (answer.Status == 200)
                    bank.Take(answer.Text);
                return answer;
            });
    }

    private bool IsNew(PaymentBatch batch) => batch.Claimed.Any(line => Payments.Find(line.Order).State is PaymentState.InBatch { Sent: true });

    private async Task Propose()
    {
        var old = Amsterdam.DateOf(simulation.Now).AddDays(-DaysToWait);
        foreach (var booking in bank.Bookings.Where(booking => booking.Order is not null && (booking.IsByHand || booking.On < old)).ToList())
        {
            var isNews = Payments.Find(booking.Order!) is { Proposal: null } order && (booking.IsReturn
                ? order.State is PaymentState.Paid
                    || (order.State is PaymentState.InBatch { Sent: true } && bank.Bookings.First(one => one.Order == order.Id) == booking)
                : order.State is PaymentState.InBatch { Sent: true });
            if (isNews)
                await Say(booking.Order!, booking.IsReturn ? PaymentOutcome.Returned : PaymentOutcome.Paid, booking.On);
        }
        foreach (var stopped in Payments.Orders
            .Where(order => order is { State: PaymentState.Ordered { Stopped: not null }, Proposal: null }).ToList())
            await Say(stopped.Id, PaymentOutcome.Cancelled, Amsterdam.DateOf(simulation.Now));
        foreach (var line in Payments.Lines.Where(line => line is { State: LineState.Open, Proposal: null }).ToList())
            await Settle(line);
    }

    /// <summary>Statements lie in the order in which the bank wrote them, and are not always read in that order, or once.</summary>
    private async Task Read()
    {
        var papers = bank.Papers.Where(paper => paper is { IsLost: false, IsAccepted: false } || simulation.Chance(0.004)).ToList();
        if (simulation.Chance(0.2))
            papers.Reverse();
        foreach (var paper in papers.Where(paper => !paper.IsLost && simulation.Willing(0.85)))
        {
            var by = Names[simulation.Random.Next(Names.Length)];
            await new Press(simulation, $"{by} reads in a {paper.Name}", (process, command) => process.AsTreasurer(by).PostWithFiles(
                BankFileDesk.Address, new { opdracht = command }, BankFileDesk.FileField, ("bank.xml", paper.Content)))
            {
                Accepted = () => paper.IsAccepted = true,
            }.Deliver();
        }
    }

    /// <summary>Whoever looks into it finds out what somebody paid for, mostly.</summary>
    private async Task Settle(BankLine line)
    {
        var by = Names[simulation.Random.Next(Names.Length)];
        var page = await simulation.Site.Visit(process => process.AsTreasurer(by).Get(BankLineDesk.AddressOf(line.Id)));
        var booking = page is { Status: 200 } && Number().Match(page.Words) is { Success: true } number
            ? bank.Bookings[int.Parse(number.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture) - 1] : null;
        object form = ((LineState.Open)line.State) switch
        {
            { Doubt: LineDoubt.CalledOff, About: LineMeaning.Returned back } => new { betekenis = BankLineDesk.Returned, kenmerk = back.Order },
            _ when booking?.Idea is { } idea && simulation.Willing(0.9)
                && simulation.Watch.Ideas[idea].Stored is { Item.State: IdeaState.Ended { Refund: { PaymentStops: false } refund } } =>
                new
                {
                    betekenis = BankLineDesk.PaidBack, idee = idea.Id,
                    bedrag = Carriers.InDutch(refund.Open < line.Amount ? refund.Open : line.Amount),
                },
            _ => new { betekenis = BankLineDesk.Unrelated, reden = "Dit is niet van ons." },
        };
        await Post("says what a line means", $"/regels/{line.Id}/voorstel", form);
    }

    [GeneratedRegex("volgnr ([0-9]+)")]
    private static partial Regex Number();

    private Task Say(string order, PaymentOutcome outcome, DateOnly on) =>
        Post(
            $"says that a payment is {outcome}", $"/{order}/voorstel",
            new { uitkomst = $"{outcome}", dag = $"{on:d-M-yyyy}", reden = "Dat zegt de bank." });

    private async Task Agree()
    {
        foreach (var order in simulation.Watch.Payments.Orders.Where(order => order.Proposal is not null).ToList())
            await Post("agrees", $"/{order.Id}/{(simulation.Willing(0.95) ? "vaststellen" : "voorstel-weg")}", new { gezien = $"{order.Revision}" });
        foreach (var line in Payments.Lines.Where(line => line.Proposal is not null).ToList())
            await Post(
                "agrees on a line", $"/regels/{line.Id}/{(simulation.Willing(0.95) ? "vaststellen" : "voorstel-weg")}",
                new { gezien = $"{line.Revision}" });
    }

    private Task Post(string what, string page, object form)
    {
        var by = Names[simulation.Random.Next(Names.Length)];
        return new Press(simulation, $"{by} {what}", async (process, command) =>
            Ways.OfToday(await process.AsTreasurer(by).Post(PaymentDesk.Address + page, form.With("opdracht", command)))).Deliver();
    }

    private Browser AsOne(Process process) => process.AsTreasurer(Names[simulation.Random.Next(Names.Length)]);
}
