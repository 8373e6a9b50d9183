using System.Collections.Immutable;
using Smederijen.Domain.Calendar;
using Smederijen.Domain.Ideas;
using Smederijen.Domain.Money;
using Smederijen.Domain.Payments;
using Smederijen.Domain.Tests.Ideas;

namespace Smederijen.Domain.Tests.Payments;

/// <summary>
/// A round of two sources with some ideas, their payment orders and batches. Everything that is written in it was decided by the deciders;
/// what follows from a decision waits until somebody performs it, in whatever order.
/// </summary>
public sealed class APaymaster
{
    private static readonly DateTimeOffset s_now = Story.Monday;
    private static readonly DateOnly s_today = Amsterdam.DateOf(Story.Monday);

    private readonly Dictionary<string, Idea> ideas = [];
    private readonly Dictionary<string, PaymentOrder> orders = [];
    private readonly Dictionary<string, PaymentBatch> batches = [];
    private readonly Dictionary<string, BankLine> lines = [];
    private readonly List<(string Item, Effect Effect)> waiting = [];

    public APaymaster()
    {
        Post(new LedgerEntry.Allot(new Euro(700_001), "Gemeente"));
        Post(new LedgerEntry.Allot(new Euro(300_000), "Domesta"));
    }

    public List<LedgerEntry> Entries { get; } = [];

    public Ledger Ledger { get; private set; } = Ledger.Empty;

    public BookedRound Round => new("wolfsbos", "2026", Ledger, Entries.Count, Entries);

    public ImmutableArray<BookedOrder> Orders => [.. orders.Values.Select(order => new BookedOrder(
        order.Id, order.Smederij, order.Period, order.Amount, order.State.Phase,
        order.State switch { PaymentState.InBatch s => s.Batch, PaymentState.Paid s => s.Batch, _ => null })
    {
        PaidLine = order.State switch { PaymentState.Paid s => s.Line, PaymentState.Returned s => s.PaidLine, _ => null },
        BackLine = (order.State as PaymentState.Returned)?.Line,
    })];

    public ImmutableArray<BookedBatch> Batches =>
        [.. batches.Values.Where(batch => batch.State is BatchState.Signed).Select(batch => new BookedBatch(batch.Id, [.. batch.Claimed]))];

    /// <summary>All lines came in one file.</summary>
    public BookedBank Bank => new(
        [new("f1", IsRead: true, [])],
        [.. lines.Values.Select(line => new BookedLine(line.Id, line.Amount, line.State.Phase, line.State switch
        {
            LineState.Handed s => s.Meaning,
            LineState.Open s => s.About,
            LineState.Settled s => s.Meaning,
            _ => null,
        }))]);

    public BookAmounts Amounts => Books.Of([Round], Orders)[0].Amounts;

    public ImmutableArray<BookFault> Faults => BookCheck.Look([Round], Orders, Batches, Bank);

    /// <summary>Something that can happen, or nothing where it cannot.</summary>
    /// <param name="what">Chooses what happens.</param>
    /// <param name="who">Chooses to what.</param>
    public void Happen(byte what, byte who)
    {
        switch (what % 24)
        {
            case 0 when ideas.Count < 4:
                TakeOver((who % 6) switch { 0 => Standing.Released, 1 => Standing.Completed, _ => Standing.Granted }, who);
                break;
            case 1 or 2 or 3:
                Idea(who, at => new IdeaEvent.AccountGiven(at, "zegel"));
                Idea(who, at => new IdeaEvent.ReleaseApproved(at, "anna", Corrections(who), "zegel"));
                Idea(who, at => new IdeaEvent.ReleaseApproved(at, what < 8 ? "anna" : "bert", Corrections(who), "zegel"));
                break;
            case 4 when who % 3 == 0:
                Idea(who, at => new IdeaEvent.MoneyGivenBack(at, "Het ging niet door"));
                break;
            case 5 when who % 3 == 0:
                Idea(who, at => new IdeaEvent.PlanCompleted(at, new Euro(who * 300L)));
                break;
            case 6 when what < 48 && OwedBy(who) is { } owed:
                Idea(who, at => new IdeaEvent.MoneyReceived(at, "anna", new Euro(Math.Max(1, owed.Cents / (1 + who % 2))), s_today, owed));
                break;
            case 6 when OwedBy(who) is { } open:
                Read(new LineMeaning.PaidBack("wolfsbos", $"idee{who % ideas.Count}", new Euro(Math.Max(1, open.Cents / (1 + who % 2)))));
                break;
            case 7 when OwedBy(who) is { } owed:
                Idea(who, at => new IdeaEvent.WriteOffApproved(at, who % 2 == 0 ? "anna" : "bert", owed, "Verhuisd"));
                break;
            case 8 when who % 4 == 0:
                Idea(who, at => new IdeaEvent.Withdrawn(at));
                break;
            case 9:
                Begin();
                break;
            case 10:
                Batch(who, batch => new BatchEvent.SignedOff(s_now, "gus", batch.Revision));
                break;
            case 11 when who % 3 == 0:
                Batch(who, _ => new BatchEvent.Discarded(s_now, "fien", "Verkeerde dag"));
                break;
            case 12:
                ReadOf(who, order => new LineMeaning.Paid(order));
                break;
            case 13:
                ReadOf(who, order => new LineMeaning.Returned(order, "AC04", NeverLeft: what > 200));
                break;
            case 14:
                Order(who, _ => new PaymentEvent.Proposed(s_now, "carla", (PaymentOutcome)(who % 3), s_today, "Gebeld"));
                break;
            case 15:
                Order(who, order => new PaymentEvent.Agreed(s_now, "dirk", order.Revision));
                break;
            case >= 16 when waiting.Count > 0:
                Perform(who % waiting.Count);
                break;
        }
    }

    /// <summary>Performs all that follows.</summary>
    public void Settle()
    {
        while (waiting.Count > 0)
            Perform(0);
    }

    private void TakeOver(Standing standing, byte who)
    {
        var (id, e) = ($"idee{ideas.Count}", new IdeaEvent.TakenOver(s_now, s_today, standing, "2026", new Euro(1 + who * 400L), Cost: new Euro(1 + who * 200L)));
        if (IdeaDecider.TakeOver(id, e, Circumstances) is IdeaDecision.Accepted accepted)
            Take(id, accepted);
    }

    /// <summary>What gets € 300 and more is paid in two.</summary>
    private Circumstances Circumstances => new(ASmederij.WithDefaults() with { Instalments = new(new Euro(30_000), 33) }, Ledger);

    private void Idea(byte who, Func<DateTimeOffset, IdeaEvent> happening)
    {
        if (ideas.Count > 0)
            Idea($"idee{who % ideas.Count}", happening(s_now));
    }

    private bool Idea(string id, IdeaEvent e)
    {
        if (IdeaDecider.Decide(ideas[id], e, Circumstances) is not IdeaDecision.Accepted accepted)
            return false;
        Take(id, accepted);
        return true;
    }

    private void Take(string id, IdeaDecision.Accepted accepted)
    {
        ideas[id] = accepted.Item;
        foreach (var entry in accepted.Postings)
            Post(entry);
        waiting.AddRange(accepted.Effects.Where(effect => effect is IdeaEffect.OrderPayment or IdeaEffect.CancelPayment)
            .Select(effect => (id, (Effect)effect)));
    }

    private int Corrections(byte who) => ideas.Count > 0 && ideas[$"idee{who % ideas.Count}"].State is IdeaState.Granted s ? s.AccountCorrections : 0;

    private Euro? OwedBy(byte who) => ideas.Count > 0 && ideas[$"idee{who % ideas.Count}"].State is IdeaState.Ended { Refund: { } owed } ? owed.Open : null;

    private void Begin()
    {
        var chosen = orders.Values.Where(order => order.State is PaymentState.Ordered).Select(order => new BatchLine(order.Id, order.Amount));
        var e = new BatchEvent.Begun(s_now, "fien", s_today, [.. chosen]);
        var id = $"b{batches.Count}";
        if (BatchDecider.Start(id, e) is BatchDecision.Accepted accepted)
            Take(id, accepted);
    }

    private void Batch(byte who, Func<PaymentBatch, BatchEvent> happening)
    {
        if (batches.Count > 0)
            Batch($"b{who % batches.Count}", happening);
    }

    private void Batch(string id, Func<PaymentBatch, BatchEvent> happening)
    {
        if (BatchDecider.Decide(batches[id], happening(batches[id]), BatchCircumstances.Least) is BatchDecision.Accepted accepted)
            Take(id, accepted);
    }

    private void Take(string id, BatchDecision.Accepted accepted)
    {
        batches[id] = accepted.Item;
        waiting.AddRange(accepted.Effects.Select(effect => (id, (Effect)effect)));
    }

    private void Order(byte who, Func<PaymentOrder, PaymentEvent> happening)
    {
        if (orders.Count > 0)
            Order(orders.Keys.Order(StringComparer.Ordinal).ElementAt(who % orders.Count), happening);
    }

    private void ReadOf(byte who, Func<string, LineMeaning> meaning)
    {
        if (orders.Count > 0)
            Read(meaning(orders.Keys.Order(StringComparer.Ordinal).ElementAt(who % orders.Count)));
    }

    private void Read(LineMeaning meaning)
    {
        var (id, amount) = ($"regel{lines.Count}", meaning switch
        {
            LineMeaning.Paid x => orders[x.Order].Amount,
            LineMeaning.Returned x => orders[x.Order].Amount,
            _ => ((LineMeaning.PaidBack)meaning).Amount,
        });
        var sort = meaning is LineMeaning.Returned { NeverLeft: true } ? BankFileSort.Answer : BankFileSort.Statement;
        Take(id, BankLineDecider.Start(id, new BankLineEvent.Read(
            s_now, "f1", "fien", sort, meaning is not LineMeaning.Paid && sort == BankFileSort.Statement, amount, s_today, meaning, null)));
    }

    private void Take(string id, BankLineDecision.Accepted accepted)
    {
        lines[id] = accepted.Item;
        waiting.AddRange(accepted.Effects.Select(effect => (id, (Effect)effect)));
    }

    /// <summary>What cannot be so waits for people.</summary>
    private void HandOver(BankLine line, LineMeaning meaning)
    {
        var isSo = meaning switch
        {
            LineMeaning.Paid x => Order(x.Order, _ => new PaymentEvent.BankPaid(s_now, s_today, line.Id)),
            LineMeaning.Returned x => Order(x.Order, _ => new PaymentEvent.BankReturned(s_now, s_today, x.Code, line.Id, x.NeverLeft)),
            LineMeaning.PaidBack x => ideas[x.Idea].State is IdeaState.Ended { Refund.Open: var open }
                && Idea(x.Idea, new IdeaEvent.MoneyReceived(s_now, line.By, x.Amount, s_today, open, line.Id)),
            _ => false,
        };
        if (BankLineDecider.Decide(line, new BankLineEvent.Answered(s_now, isSo ? null : LineDoubt.ToldBefore)) is BankLineDecision.Accepted accepted)
            Take(line.Id, accepted);
    }

    private bool Order(string id, Func<PaymentOrder, PaymentEvent> happening)
    {
        var decision = PaymentDecider.Decide(orders[id], happening(orders[id]));
        if (decision is PaymentDecision.Accepted accepted)
        {
            orders[id] = accepted.Item;
            waiting.AddRange(accepted.Effects.Select(effect => (id, (Effect)effect)));
        }
        return decision is not PaymentDecision.Refused;
    }

    /// <summary>As the portal does it; what cannot be done yet waits behind the others.</summary>
    private void Perform(int number)
    {
        var (item, effect) = waiting[number];
        waiting.RemoveAt(number);
        switch (effect)
        {
            case IdeaEffect.OrderPayment x:
                Place(item, x);
                break;
            case IdeaEffect.CancelPayment x when orders.ContainsKey(PaymentOrder.IdOf(item, x.Payment)):
                Order(PaymentOrder.IdOf(item, x.Payment), _ => new PaymentEvent.CalledOff(s_now, x.Reason));
                break;
            case IdeaEffect.CancelPayment:
                waiting.Add((item, effect));
                break;
            case BankLineEffect.HandOver:
                HandOver(lines[item], ((LineState.Handed)lines[item].State).Meaning);
                break;
            case PaymentEffect.TellIdea x:
                Tell(orders[item], x.Outcome);
                break;
            case BatchEffect.ClaimOrder x:
                var claimed = Order(x.Order, _ => new PaymentEvent.Claimed(s_now, item));
                Batch(item, _ => new BatchEvent.OrderAnswered(s_now, x.Order, claimed));
                break;
            case BatchEffect.FreeOrder x:
                Order(x.Order, _ => new PaymentEvent.Freed(s_now, item));
                break;
            case BatchEffect.SendOrder x:
                Order(x.Order, _ => new PaymentEvent.SentOff(s_now, item));
                break;
        }
    }

    private void Place(string idea, IdeaEffect.OrderPayment x)
    {
        var id = PaymentOrder.IdOf(idea, x.Payment);
        var e = new PaymentEvent.OrderPlaced(s_now, "wolfsbos", idea, x.Period, x.Amount, x.Account, x.FirstBy, x.SecondBy);
        orders.TryAdd(id, PaymentDecider.Start(id, e).Item);
    }

    private void Tell(PaymentOrder order, PaymentOutcome outcome) => Idea(order.Idea, outcome is PaymentOutcome.Paid
        ? new IdeaEvent.PaymentMade(s_now, order.Number, s_today)
        : new IdeaEvent.PaymentReturned(s_now, order.Number, order.Amount, order.Period, "AC04"));

    private void Post(LedgerEntry entry)
    {
        Ledger = Ledger.Post(entry).ShouldNotBeNull($"{entry} overspends");
        Entries.Add(entry);
    }
}
