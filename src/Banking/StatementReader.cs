using System.Xml;
using System.Xml.Linq;

namespace Smederijen.Banking;

/// <summary>One statement of a file, a booking at a time.</summary>
/// <param name="number">Of the statement within the file, for the sentences.</param>
internal sealed class StatementReader(LineIds ids, int number)
{
    private readonly ImmutableArray<StatementLine>.Builder _lines = ImmutableArray.CreateBuilder<StatementLine>();
    private readonly List<string> _notes = [];
    private string? _id, _account;
    private DateTimeOffset? _createdAt;
    private Balance? _opening, _previous, _closing;
    private int _entries, _foreign, _pending, _whole;

    public Statement Read(XmlReader xml)
    {
        foreach (var part in xml.Children())
            Take(part, xml);
        var opening = _opening ?? _previous;
        var account = _account ?? throw new BankFileException(Problems.At(Where, "er staat geen rekeningnummer bij."));
        Note(_foreign, "boeking is niet in euro's en staat er daarom niet bij", "boekingen zijn niet in euro's en staan er daarom niet bij", "Bekijk dit in uw bankprogramma");
        Note(_pending, "boeking is nog niet zeker en staat er daarom niet bij", "boekingen zijn nog niet zeker en staan er daarom niet bij", "Lees later een volgend afschrift in");
        Note(_whole, "boeking staat er als één bedrag, want van de betalingen erin kloppen de bedragen niet",
            "boekingen staan er elk als één bedrag, want van de betalingen erin kloppen de bedragen niet", "Bekijk de betalingen in uw bankprogramma");
        if (_foreign == 0 && opening is not null && _closing is not null && InCents(opening) + _lines.Sum(InCents) != InCents(_closing))
            _notes.Add("De boekingen tellen niet op tot het eindsaldo. Vraag uw bank of dit het hele afschrift is.");
        return new Statement(Id, account, _createdAt, opening, _closing, _lines.DrainToImmutable()) { Notes = [.. _notes] };
    }

    private string Where => $"Afschrift {number}";

    private string Id => _id ?? throw new BankFileException(Problems.At(Where, "er staat geen nummer van het afschrift bij."));

    private void Take(string part, XmlReader xml)
    {
        switch (part)
        {
            case "Id":
                _id = xml.Take().Text();
                break;
            case "CreDtTm":
                _createdAt = Moments.Instant(xml.Take().Text());
                break;
            case "Acct":
                _account = Parties.Number(xml.Take());
                break;
            case "Bal":
                TakeBalance(xml.Take());
                break;
            case "Ntry":
                TakeEntry(xml.Take());
                break;
            default:
                xml.Skip();
                break;
        }
    }

    private void TakeBalance(XElement balance)
    {
        // A balance only checks the bookings: one without a sign says nothing.
        if (balance.At("Amt")?.Attribute("Ccy")?.Value != "EUR" || balance.At("CdtDbtInd") is null)
            return;
        var where = $"{Where}, saldo";
        var read = new Balance(
            Amounts.Kind(balance.Text("CdtDbtInd"), where), Amounts.InCents(balance.Text("Amt"), where), Moments.Day(balance.At("Dt")));
        switch (balance.Text("Tp", "CdOrPrtry", "Cd"))
        {
            case "OPBD":
                _opening = read;
                break;
            case "PRCD":
                _previous = read;
                break;
            case "CLBD":
                _closing = read;
                break;
            default:
                // What can be spent, or stood in between: no end of the period.
                break;
        }
    }

    private void TakeEntry(XElement element)
    {
        var entry = new Entry(element, _account ?? "", $"{Where}, boeking {++_entries}");
        if (!entry.IsBooked)
            _pending++;
        else if (!entry.IsInEuro)
            _foreign++;
        else
            AddLines(entry);
    }

    private void AddLines(Entry entry)
    {
        if (_account is null)
            throw new BankFileException(Problems.At(Where, "er staat geen rekeningnummer bij."));
        if (entry.IsTakenWhole)
            _whole++;
        foreach (var detail in entry.Details)
            _lines.Add(ids.WithId(entry.Line(detail), _account, Id, entry.References(detail), entry.HasOwnReference(detail)));
    }

    private void Note(int count, string one, string several, string whatNow)
    {
        if (count > 0)
            _notes.Add($"{count} {(count == 1 ? one : several)}. {whatNow}.");
    }

    private static long InCents(StatementLine line) => line.Kind == EntryKind.Credit ? line.Amount.Cents : -line.Amount.Cents;

    private static long InCents(Balance balance) => balance.Kind == EntryKind.Credit ? balance.Amount.Cents : -balance.Amount.Cents;
}
