namespace Smederijen.Portal.Payments;

/// <summary>What people read about files of the bank and their lines.</summary>
internal static class BankTexts
{
    public static string Title(BankFileSort sort, string account, string number) => sort == BankFileSort.Statement
        ? $"Afschrift {number} van de rekening die eindigt op {account}" : $"Antwoord van de bank op {(number.Length > 0 ? number : "betalingen")}";

    public static string Why(LineDoubt doubt) => doubt switch
    {
        LineDoubt.Unrecognised => "Wij weten niet waar deze regel over gaat.",
        LineDoubt.OtherAmount => "De regel noemt een betaling, maar het bedrag is anders dan van die betaling.",
        LineDoubt.OtherTotal => "De regel noemt een betaalopdracht, maar het bedrag is anders dan van die opdracht.",
        LineDoubt.OtherWay => "De regel noemt een betaling, en maakt een eerdere boeking daarvan ongedaan.",
        LineDoubt.NotSent => "De regel noemt een betaling die wij niet naar de bank stuurden.",
        LineDoubt.ToldBefore => "De bank zei eerder iets anders over deze betaling. Zoek uit of er twee keer is betaald, of betaald na een weigering.",
        LineDoubt.CalledOff => "De bank zegt dat iemand deze betaling heeft ingetrokken. Zoek uit wie dat deed.",
        LineDoubt.OtherStatus => "De bank zegt iets over deze betaling dat wij niet kennen. Vraag uw bank wat het betekent.",
        LineDoubt.SeveralIdeas => "De regel noemt meer dan één idee.",
        LineDoubt.NothingOwed => "De regel noemt een idee dat geen geld hoeft terug te betalen.",
        LineDoubt.MoreThanOwed => "Dit is meer dan dit idee nog moet terugbetalen.",
        LineDoubt.BeforePayment => "Dit geld kwam binnen voordat het idee betaald was.",
        LineDoubt.DayIsAhead => "De dag van deze regel moet nog komen.",
        LineDoubt.RecordedBefore => "Een medewerker legde dit bedrag al vast op de pagina van het idee. Zoek uit of het hetzelfde geld is.",
        _ => throw new ArgumentOutOfRangeException(nameof(doubt), doubt, "Every doubt needs a sentence."),
    };

    /// <summary>What a line says became of it, without what it is about.</summary>
    public static string Says(LineMeaning meaning) => meaning switch
    {
        LineMeaning.Paid => "Betaald",
        LineMeaning.Returned { NeverLeft: true } x => $"Geweigerd door de bank. {PaymentTexts.Why(x.Code)}",
        LineMeaning.Returned x => $"Teruggekomen. {PaymentTexts.Why(x.Code)}",
        LineMeaning.Accepted x => Taken(x.Status),
        LineMeaning.PaidBack x => $"{Dutch.Euro(x.Amount.Cents)} terugbetaald",
        LineMeaning.Unrelated { Reason: { Length: > 0 } why } => $"Niet verwerkt: {why}",
        LineMeaning.Unrelated => "Niet verwerkt",
        _ => throw new ArgumentOutOfRangeException(nameof(meaning), meaning.GetType().Name, "Every meaning needs words."),
    };

    private static string Taken(string status) => status switch
    {
        "ACSC" or "ACCC" => "De bank zegt dat het is betaald. Het afschrift moet dat nog laten zien.",
        "PDNG" or "PATC" or "RCVD" => "De bank heeft het, en kijkt er nog naar.",
        "ACTC" or "ACCP" or "ACSP" or "ACWC" or "ACWP" or "ACFC" => "De bank neemt het aan.",
        _ => $"De bank geeft code {status}.",
    };

    /// <summary>What a line is about, with where that is; null when it is about nothing of ours.</summary>
    public static (string Name, string Address)? About(LineMeaning? meaning) => meaning switch
    {
        LineMeaning.Paid x => Order(x.Order),
        LineMeaning.Returned x => Order(x.Order),
        LineMeaning.Accepted x => Order(x.Order),
        LineMeaning.PaidBack x => ($"Idee {x.Idea}", $"/medewerkers/ideeen/{x.Smederij}/{x.Idea}"),
        _ => null,
    };

    public static string Told(BankLineEvent e, Func<string, string> nameOf) => e switch
    {
        BankLineEvent.Read x => $"Gelezen uit een bestand van {nameOf(x.By)}",
        BankLineEvent.Answered { Doubt: { } doubt } => $"Kon niet: {Why(doubt)}",
        BankLineEvent.Answered => "Verwerkt",
        BankLineEvent.Proposed x => $"{nameOf(x.By)} zegt: {Says(x.Meaning)}",
        BankLineEvent.Agreed x => $"{nameOf(x.By)} stelde dat vast",
        BankLineEvent.Dropped x => $"{nameOf(x.By)} gooide het voorstel weg",
        BankLineEvent.MomentCame => "Er gebeurde niets",
        _ => throw new ArgumentOutOfRangeException(nameof(e), e.GetType().Name, "Every event needs words."),
    };

    public static string Text(BankRefusal refusal) => refusal switch
    {
        BankRefusal.NotOpen => "Deze regel is al afgehandeld.",
        BankRefusal.ReasonMissing => "Schrijf waarom wij deze regel niet verwerken.",
        BankRefusal.OtherWay => "Dat kan deze regel niet betekenen. Kijk of het geld erbij of eraf ging.",
        BankRefusal.OtherAmount => "Vul een bedrag in boven nul en niet hoger dan het bedrag van deze regel.",
        BankRefusal.ProposalInTheWay => "Er ligt al een voorstel over deze regel. Stel dat eerst vast of gooi het weg.",
        BankRefusal.NoProposal => "Er ligt geen voorstel meer over deze regel.",
        BankRefusal.SamePersonTwice => "U stelde dit zelf voor. Een andere medewerker moet het vaststellen.",
        BankRefusal.ChangedMeanwhile => "Iemand anders was net voor u. Kijk hoe het nu is, en probeer het opnieuw.",
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, "Every refusal needs a sentence."),
    };

    private static (string, string) Order(string id) => ($"Betaling {id}", PaymentDesk.AddressOf(id));
}
