using Smederijen.Domain.Calendar;
using Smederijen.Domain.Payments;
using Smederijen.Portal.Payments;
using Smederijen.Portal.Tests;
using Smederijen.Simulation.Tests.Faults;
using Smederijen.Simulation.Tests.Invariants;

namespace Smederijen.Simulation.Tests.Actors;

/// <summary>
/// Finance: every week somebody makes a batch of what waits, somebody else signs it, and the file goes to the bank, now and then twice. What the bank
/// did is entered by one and agreed on by another. All of it they see on the page, so what an accident took from them is there the week after.
/// </summary>
internal sealed class Treasurers(Simulation simulation, Bank bank)
{
    private static readonly string[] Names = ["fien", "gus", "hanna"];

    public void Move() => Within(6, 8, async () =>
    {
        await Gather();
        Within(0.2, 2, Sign);
        Within(2.2, 4, Deliver);
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
        foreach (var booking in bank.Bookings)
        {
            var isNews = simulation.Watch.Payments.Find(booking.Order) is { Proposal: null } order && (booking.IsReturn
                ? order.State is PaymentState.Paid
                    || (order.State is PaymentState.InBatch { Sent: true } && bank.Bookings.First(one => one.Order == order.Id) == booking)
                : order.State is PaymentState.InBatch { Sent: true });
            if (isNews)
                await Say(booking.Order, booking.IsReturn ? PaymentOutcome.Returned : PaymentOutcome.Paid, booking.On);
        }
        foreach (var stopped in Payments.Orders
            .Where(order => order is { State: PaymentState.Ordered { Stopped: not null }, Proposal: null }).ToList())
            await Say(stopped.Id, PaymentOutcome.Cancelled, Amsterdam.DateOf(simulation.Now));
    }

    private Task Say(string order, PaymentOutcome outcome, DateOnly on) =>
        Post($"says that {order} is {outcome}", $"/{order}/voorstel", new { uitkomst = $"{outcome}", dag = $"{on:d-M-yyyy}", reden = "Dat zegt de bank." });

    private async Task Agree()
    {
        foreach (var order in simulation.Watch.Payments.Orders.Where(order => order.Proposal is not null).ToList())
            await Post("agrees", $"/{order.Id}/{(simulation.Willing(0.95) ? "vaststellen" : "voorstel-weg")}", new { gezien = $"{order.Revision}" });
    }

    private Task Post(string what, string page, object form)
    {
        var by = Names[simulation.Random.Next(Names.Length)];
        return new Press(simulation, $"{by} {what}", async (process, command) =>
            Ways.OfToday(await process.AsTreasurer(by).Post(PaymentDesk.Address + page, form.With("opdracht", command)))).Deliver();
    }

    private Browser AsOne(Process process) => process.AsTreasurer(Names[simulation.Random.Next(Names.Length)]);
}
