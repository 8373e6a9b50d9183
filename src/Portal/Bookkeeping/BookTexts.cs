using Smederijen.Portal.Payments;

namespace Smederijen.Portal.Bookkeeping;

/// <summary>The books in words.</summary>
internal static class BookTexts
{
    /// <summary>What the books were compared with. Whatever else they are compared with is named here.</summary>
    private static readonly string[] ComparedWith = ["de betaalopdrachten", "de bestanden voor de bank"];

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
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault.GetType().Name, "Every difference needs words."),
    };

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
