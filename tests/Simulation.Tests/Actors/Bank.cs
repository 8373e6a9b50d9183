using System.Globalization;
using System.Xml.Linq;
using Smederijen.Domain.Calendar;

namespace Smederijen.Simulation.Tests.Actors;

/// <summary>What a bank did with a payment.</summary>
/// <param name="Order">By the end-to-end id.</param>
internal sealed record Booking(string Order, long Cents, bool IsReturn, DateOnly On);

/// <summary>
/// The bank of the municipality: it pays what stands in a file, once for every file, some days later. Some of it does not arrive, and some comes
/// back after it was paid.
/// </summary>
internal sealed class Bank(Simulation simulation)
{
    private static readonly XNamespace Pain = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";

    private readonly Dictionary<string, string> _files = new(StringComparer.Ordinal);
    private readonly HashSet<string> _paid = new(StringComparer.Ordinal);
    private readonly List<Booking> _bookings = [];

    public IReadOnlyList<Booking> Bookings => _bookings;

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
        foreach (var payment in file.Element(Pain + "PmtInf")!.Elements(Pain + "CdtTrfTxInf"))
        {
            var order = payment.Element(Pain + "PmtId")!.Element(Pain + "EndToEndId")!.Value;
            if (!_paid.Add(order))
                throw new Violation($"Payment {order} went to the bank twice.");
            var amount = payment.Element(Pain + "Amt")!.Element(Pain + "InstdAmt")!.Value;
            var cents = long.Parse(amount.Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
            simulation.Within(TimeSpan.FromHours(6), TimeSpan.FromDays(4), () => Pay(order, cents));
        }
    }

    private Task Pay(string order, long cents)
    {
        var isRefused = simulation.Chance(0.04);
        Book(order, cents, isReturn: isRefused);
        if (!isRefused && simulation.Chance(0.05))
            simulation.Within(TimeSpan.FromDays(1), TimeSpan.FromDays(10), () =>
            {
                Book(order, cents, isReturn: true);
                return Task.CompletedTask;
            });
        return Task.CompletedTask;
    }

    private void Book(string order, long cents, bool isReturn) =>
        _bookings.Add(new(order, cents, isReturn, Amsterdam.DateOf(simulation.Now)));
}
