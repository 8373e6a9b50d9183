using Smederijen.Portal.Payments;

namespace Smederijen.Portal.Bookkeeping;

/// <summary>The books in words.</summary>
internal static class BookTexts
{
    /// <summary>What the books were compared with. Whatever else they are compared with is named here.</summary>
    private static readonly string[] ComparedWith = ["de betaalopdrachten", "de bestanden voor de bank", "de afschriften van de bank"];

    public static string Agrees => $"De boeken kloppen met {Dutch.Several(ComparedWith)}";

    public const string HowItAddsUp =
        "Over is: verdeeld, min gereserveerd, te betalen en betaald, plus terug ontvangen. Wat terug moet komen en wat is afgeschreven, is al betaald.";

    public const string HowSourcesPay =
        "Alle geldgevers betalen naar verhouding mee aan ieder idee. Daarom is het deel van een geldgever uitgerekend, tot op de cent.";

    public static string Label(BookColumn column) => column switch
    {
        BookColumn.Divided => "Verdeeld",
        BookColumn.Reserved => "Gereserveerd",
        BookColumn.Ordered => "Te betalen",
        BookColumn.Paid => "Betaald",
        BookColumn.ToReceive => "Terug te ontvangen",
        BookColumn.Received => "Terug ontvangen",
        BookColumn.WrittenOff => "Afgeschreven",
        BookColumn.Left => "Over",
        _ => throw new ArgumentOutOfRangeException(nameof(column), column, "Every column needs a word."),
    };

    /// <summary>As it stands in an address.</summary>
    public static string Name(BookColumn column) => Label(column).ToLowerInvariant().Replace(' ', '-');

    public static BookColumn? Column(string name) =>
        Books.Columns.Where(column => Name(column) == name).Select(column => (BookColumn?)column).FirstOrDefault();

    /// <summary>What does not agree, by how much, and where to look.</summary>
    public static BookDoubt Doubt(BookFault fault, Func<string, string> nameOf) => fault switch
    {
        BookFault.Ledger x => new(
            $"Kasboek {x.Period} van {nameOf(x.Smederij)}: de regels tellen niet op tot de totalen, of iemand heeft ze buiten dit programma om veranderd. "
                + "Betaal niets en waarschuw de beheerder.",
            $"/medewerkers/geld/{x.Smederij}?ronde={x.Period}", "Naar het kasboek"),
        BookFault.Payment x => new(
            $"Kasboek {x.Period} van {nameOf(x.Smederij)}, betaling {x.Order}: vrijgegeven {Dutch.Euro(x.Booked)}, betaalopdracht {Dutch.Euro(x.Ordered)}, "
                + $"verschil {Dutch.Euro(Math.Abs(x.Booked - x.Ordered))}. {Why(x.Why)}",
            x.Why is PaymentDoubt.NoOrder ? $"/medewerkers/ideeen/{x.Smederij}/{x.Order[..x.Order.LastIndexOf('-')]}" : PaymentDesk.AddressOf(x.Order),
            x.Why is PaymentDoubt.NoOrder ? "Naar het idee" : "Naar de betaling"),
        BookFault.Batch x => new(
            $"Betaalopdracht {PaymentFiles.MessageOf(x.Id)}, betaling {x.Order}: het bestand voor de bank zegt {Dutch.Euro(x.InFile)}, de betaling zegt "
                + $"{Dutch.Euro(x.Ordered)}, verschil {Dutch.Euro(Math.Abs(x.InFile - x.Ordered))}. Waarschuw de beheerder.",
            BatchDesk.AddressOf(x.Id), "Naar de betaalopdracht"),
        BookFault.Line x => new(
            $"{About(x, nameOf)}: {Says(x)}, verschil {Dutch.Euro(Math.Abs(x.InBank - x.Booked))}. {Why(x.Why)}",
            x.Why is not BankDoubt.NoSuchLine ? BankLineDesk.AddressOf(x.Id)
                : x.Order is { } order ? PaymentDesk.AddressOf(order)
                : $"/medewerkers/ideeen/{x.Idea?.Smederij}/{x.Idea?.Idea}",
            x.Why is not BankDoubt.NoSuchLine ? "Naar de regel" : x.Order is not null ? "Naar de betaling" : "Naar het idee"),
        BookFault.Unread x => new(
            "Een bestand van de bank is niet helemaal verwerkt. Kijk bij Berichten die niet aankwamen of het verwerken mislukte.",
            BankFileDesk.AddressOf(x.File), "Naar het bestand"),
        BookFault.Statement x => new(Statements(x), BankFileDesk.AddressOf(x.File), "Naar het bestand"),
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault.GetType().Name, "Every difference needs words."),
    };

    private static string About(BookFault.Line line, Func<string, string> nameOf) => line switch
    {
        { Order: { } order } => $"Regel van de bank over betaling {order}",
        { Idea: var (smederij, idea) } => $"Regel van de bank over idee {idea} van {nameOf(smederij)}",
        _ => "Onbekende regel van de bank",
    };

    private static string Says(BookFault.Line line) => line.Why is BankDoubt.NoSuchLine
        ? $"{(line.Order is null ? "het kasboek" : "de betaling")} zegt {Dutch.Euro(line.Booked)}, de bank zegt {Dutch.Euro(line.InBank)}"
        : $"de bank zegt {Dutch.Euro(line.InBank)}, de boeken zeggen {Dutch.Euro(line.Booked)}";

    private static string Why(BankDoubt why) => why switch
    {
        BankDoubt.Unsettled => "Twee medewerkers moeten nog vaststellen waar deze regel over gaat.",
        BankDoubt.Untold => "De regel is niet verwerkt. Kijk bij Berichten die niet aankwamen of het verwerken mislukte.",
        BankDoubt.OrderDiffers => "De betaling zegt iets anders dan deze regel. Betaal niets en waarschuw de beheerder.",
        BankDoubt.LedgerDiffers => "Het kasboek zegt iets anders dan deze regel. Waarschuw de beheerder.",
        BankDoubt.NoSuchLine => "Er is geen regel van de bank die dat zegt. Waarschuw de beheerder.",
        _ => throw new ArgumentOutOfRangeException(nameof(why), why, "Every doubt needs a sentence."),
    };

    private static string Statements(BookFault.Statement x) => x.Why switch
    {
        StatementDoubt.DoesNotFollow =>
            $"Afschrift {x.This.Number} van de rekening die eindigt op {Tail(x.This.Account)} begint op {Dutch.Date(x.This.From)} met "
            + $"{Dutch.Euro(x.Said)}. Afschrift {x.Other.Number} ervoor eindigde op {Dutch.Date(x.Other.Until)} met {Dutch.Euro(x.Expected)}, "
            + $"verschil {Dutch.Euro(Math.Abs(x.Said - x.Expected))}. Lees het afschrift in dat ertussen hoort. Is dat er niet? Vraag het uw bank.",
        StatementDoubt.Contradicts =>
            $"Afschrift {x.This.Number} van de rekening die eindigt op {Tail(x.This.Account)} is twee keer ingelezen, tot en met "
            + $"{Dutch.Date(x.This.Until)}, met andere saldo's: {Dutch.Euro(x.Said)} en {Dutch.Euro(x.Expected)}, "
            + $"verschil {Dutch.Euro(Math.Abs(x.Said - x.Expected))}. Vraag uw bank welk afschrift klopt.",
        _ => throw new ArgumentOutOfRangeException(nameof(x), x.Why, "Every doubt needs a sentence."),
    };

    private static string Tail(string account) => account.Length <= 4 ? account : account[^4..];

    private static string Why(PaymentDoubt why) => why switch
    {
        PaymentDoubt.NoOrder => "Er is geen betaalopdracht. Kijk bij Berichten die niet aankwamen of het klaarzetten mislukte.",
        PaymentDoubt.NotReleased => "In het kasboek staat geen akkoord voor deze betaling. Betaal niets en waarschuw de beheerder.",
        PaymentDoubt.OtherAmount => "Een van de twee is veranderd. Betaal niets en waarschuw de beheerder.",
        PaymentDoubt.CameBack => "De betaling kwam terug, en daarvoor was al iets terugbetaald of afgeschreven. Zoek uit wat de indiener nog krijgt.",
        _ => throw new ArgumentOutOfRangeException(nameof(why), why, "Every doubt needs a sentence."),
    };
}

/// <summary>Something that does not agree, in words.</summary>
/// <param name="Href">Where to look.</param>
/// <param name="Link">What that is.</param>
public sealed record BookDoubt(string Words, string Href, string Link);
