using System.Globalization;
using System.Xml.Linq;
using Smederijen.Domain.Calendar;
using Smederijen.Portal.Ideas;
using static Smederijen.Portal.Tests.Payments.FilesOfTheBank;

namespace Smederijen.Simulation.Tests.Actors;

/// <summary>What a bank did: with a payment of ours, with money that somebody paid us, or of its own accord.</summary>
/// <param name="Number">In the order in which it happened; it stands in what the payer wrote.</param>
/// <param name="Order">By the end-to-end id; null for what is no payment of ours.</param>
/// <param name="IsReturn">A payment of ours came back, or never left.</param>
/// <param name="Idea">That somebody pays back for; null for all else.</param>
/// <param name="Words">What the payer wrote.</param>
internal sealed record Booking(
    int Number, string? Order, long Cents, bool IsIn, bool IsReturn, DateOnly On, IdeaKey? Idea = null, string Words = "")
{
    /// <summary>The bank refused it: nothing moved on the account, and only an answer tells.</summary>
    public bool NeverLeft { get; init; }

    /// <summary>With other payments of this file in one amount.</summary>
    public string? Together { get; init; }

    /// <summary>Finance looks in the program of the bank and enters it by hand.</summary>
    public bool IsByHand { get; set; }
}

/// <summary>A statement, or an answer on payments, as it lies ready for finance.</summary>
internal sealed record BankPaper(string Name, byte[] Content, IReadOnlyList<Booking> Bookings)
{
    public bool IsAccepted { get; set; }

    /// <summary>Finance forgets it.</summary>
    public bool IsLost { get; init; }
}

/// <summary>
/// The bank of the municipality: it pays what stands in a file, once for every file, some days later. Some of it does not arrive, and some comes
/// back after it was paid. It answers on files, and writes a statement every week; now and then a second one about the same days.
/// </summary>
internal sealed class Bank(Simulation simulation)
{
    private static readonly XNamespace Pain = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private static readonly string[] Reasons = ["AC01", "AC04", "AC06", "MS03"];

    private readonly Dictionary<string, string> _files = new(StringComparer.Ordinal);
    private readonly HashSet<string> _paid = new(StringComparer.Ordinal);
    private readonly List<Booking> _bookings = [];
    private readonly List<BankPaper> _papers = [];
    private readonly List<(int From, DateOnly Begins, long Opening)> _statements = [];
    private int _stated;
    private long _balance = 100_000_00;
    private DateOnly _until;

    public IReadOnlyList<Booking> Bookings => _bookings;

    public IReadOnlyList<BankPaper> Papers => _papers;

    public void Move()
    {
        _until = Amsterdam.DateOf(simulation.Now).AddDays(-1);
        EveryWeek();
    }

    /// <summary>Takes a file; the same one again is refused, as banks do by its message id.</summary>
    public void Take(string xml)
    {
        var file = XDocument.Parse(xml).Root!.Element(Pain + "CstmrCdtTrfInitn")!;
        var message = file.Element(Pain + "GrpHdr")!.Element(Pain + "MsgId")!.Value;
        if (_files.TryGetValue(message, out var before))
        {
            if (before != xml)
                throw new Violation($"The file {message} is another one than it was.");
            return;
        }
        _files[message] = xml;
        var (taken, refused) = (new List<(string Order, long Cents)>(), new List<Booking>());
        foreach (var payment in file.Element(Pain + "PmtInf")!.Elements(Pain + "CdtTrfTxInf"))
        {
            var order = payment.Element(Pain + "PmtId")!.Element(Pain + "EndToEndId")!.Value;
            if (!_paid.Add(order))
                throw new Violation($"Payment {order} went to the bank twice.");
            var amount = payment.Element(Pain + "Amt")!.Element(Pain + "InstdAmt")!.Value;
            var cents = long.Parse(amount.Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
            if (simulation.Chance(0.05))
                refused.Add(Add(new(0, order, cents, IsIn: true, IsReturn: true, Today) { NeverLeft = true }));
            else
                taken.Add((order, cents));
        }
        if (simulation.Chance(0.15))
            simulation.Within(0.25 * Day, 4 * Day, () => Pay(taken, message));
        else
            taken.ForEach(one => simulation.Within(0.25 * Day, 4 * Day, () => Pay([one], null)));
        if (simulation.Chance(0.8))
            simulation.Within(0.1 * Day, 2 * Day, () => Reply(message, taken, refused));
        else
            refused.ForEach(one => one.IsByHand = true);
    }

    /// <summary>Somebody pays what has to come back.</summary>
    public void Receive(IdeaKey idea, long cents, string words) => Add(new(0, null, cents, IsIn: true, IsReturn: false, Today, idea, words));

    private DateOnly Today => Amsterdam.DateOf(simulation.Now);

    private Task Pay(IReadOnlyList<(string Order, long Cents)> payments, string? together)
    {
        foreach (var (order, cents) in payments)
        {
            Add(new(0, order, cents, IsIn: false, IsReturn: false, Today) { Together = together, IsByHand = simulation.Chance(0.15) });
            if (simulation.Chance(0.06))
                simulation.Within(Day, 8 * Day, () =>
                {
                    Add(new(0, order, cents, IsIn: true, IsReturn: true, Today) { IsByHand = simulation.Chance(0.15) });
                    return Task.CompletedTask;
                });
        }
        return Task.CompletedTask;
    }

    private Booking Add(Booking booking)
    {
        _bookings.Add(booking with { Number = _bookings.Count + 1 });
        return _bookings[^1];
    }

    /// <summary>What it does not name is refused or under way as a whole.</summary>
    private Task Reply(string message, List<(string Order, long Cents)> taken, List<Booking> refused)
    {
        var named = string.Concat(refused.Select(one => Status(one.Order!, "RJCT", Reasons[simulation.Random.Next(Reasons.Length)])))
            + (simulation.Chance(0.3) ? string.Concat(taken.Select(one => Status(one.Order, simulation.Chance(0.5) ? "ACSP" : "ACSC"))) : "");
        var group = refused.Count == 0 ? "ACCP" : taken.Count == 0 && simulation.Chance(0.5) ? "RJCT" : "PART";
        _papers.Add(new("answer", Answer(message, group, named), refused));
        return Task.CompletedTask;
    }

    private void EveryWeek() => simulation.Within(6.5 * Day, 7.5 * Day, () =>
    {
        State();
        if (!simulation.IsClosing)
            BookOthers();
        EveryWeek();
        return Task.CompletedTask;
    });

    /// <summary>Interest, costs, and money of other people.</summary>
    private void BookOthers()
    {
        if (simulation.Chance(0.1))
            Add(new(0, null, simulation.Random.Next(1, 5000), IsIn: true, IsReturn: false, Today, Words: "Rente"));
        if (simulation.Chance(0.1))
            Add(new(0, null, simulation.Random.Next(1, 5000), IsIn: false, IsReturn: false, Today, Words: "Kosten van de rekening"));
        if (simulation.Chance(0.1))
            Add(new(0, null, simulation.Random.Next(1, 50_000), IsIn: true, IsReturn: false, Today,
                Words: simulation.Chance(0.5) ? "Huur van een zaal" : "Voor de smederij"));
    }

    /// <summary>All that was booked until yesterday and stood in no statement yet.</summary>
    private void State()
    {
        var until = Today.AddDays(-1);
        var next = _bookings.FindIndex(_stated, booking => booking.On > until) is var found and >= 0 ? found : _bookings.Count;
        if (until <= _until || !_bookings.Skip(_stated).Take(next - _stated).Any(booking => !booking.NeverLeft))
            return;
        _statements.Add((_stated, _until.AddDays(1), _balance));
        var isLost = !simulation.IsAccountForUsAlone && simulation.Chance(0.15);
        _papers.Add(Paper(_statements.Count - 1, next, until, "", isLost));
        // Who looks at the account at another bank asks for other days.
        if (_statements.Count > 1 && simulation.Chance(0.2))
            _papers.Add(Paper(_statements.Count - 2, next, until, "B", isLost));
        _balance += Account(_stated, next).Sum(Signed);
        (_stated, _until) = (next, until);
    }

    private BankPaper Paper(int first, int next, DateOnly until, string suffix, bool isLost)
    {
        var (from, begins, opening) = _statements[first];
        var bookings = Account(from, next);
        if (isLost)
            bookings.ForEach(booking => booking.IsByHand = true);
        var balances = Balances(
            $"{begins:yyyy-MM-dd}", Amount(opening), $"{until:yyyy-MM-dd}", Amount(opening + bookings.Sum(Signed)));
        var version = simulation.Chance(0.5) ? "02" : "08";
        return new(
            $"statement {_statements.Count}{suffix} of version {version}",
            Statement(balances + Entries(bookings), $"{until.Year}-{_statements.Count}{suffix}", version: version), bookings)
        {
            IsLost = isLost,
        };
    }

    private List<Booking> Account(int from, int next) => [.. _bookings.Skip(from).Take(next - from).Where(booking => !booking.NeverLeft)];

    private static long Signed(Booking booking) => booking.IsIn ? booking.Cents : -booking.Cents;

    private static string Entries(IReadOnlyList<Booking> bookings) => string.Concat(bookings
        .GroupBy(booking => booking.Together ?? $"{booking.Number}", StringComparer.Ordinal)
        .Select(some => some.First() is { Together: { } message } first
            ? Batch(message, Amount(some.Sum(one => one.Cents)), $"{first.On:yyyy-MM-dd}", $"R{first.Number}") : Written(some.Single())));

    private static string Written(Booking booking)
    {
        var (amount, day, reference) = (Amount(booking.Cents), $"{booking.On:yyyy-MM-dd}", $"R{booking.Number}");
        return booking switch
        {
            { Order: { } order, IsReturn: true } => Returned(order, Reasons[booking.Number % Reasons.Length], amount, day, reference),
            { Order: { } order } => Paid(order, amount, day, reference),
            { IsIn: true } => In($"{booking.Words}, volgnr {booking.Number}", amount, day, reference, "Jo Zwierstra", Person.Number(1, 7900).Iban),
            _ => Entry("DBIT", amount, day, reference, $"<RmtInf><Ustrd>{booking.Words}, volgnr {booking.Number}</Ustrd></RmtInf>"),
        };
    }

    private static string Amount(long cents) => (cents / 100m).ToString("0.00", CultureInfo.InvariantCulture);
}
