namespace Smederijen.Portal.Payments;

/// <summary>What people read about payments.</summary>
internal static class PaymentTexts
{
    /// <summary>What the payee reads on a statement: it ends in the number of the idea, by which a bank statement is matched.</summary>
    public static string Remittance(string smederij, string idea) => $"De Smederijen {smederij} idee {idea}";

    public static string Label(PaymentPhase phase) => phase switch
    {
        PaymentPhase.Ordered => "Te betalen",
        PaymentPhase.InBatch => "In een opdracht",
        PaymentPhase.Paid => "Betaald",
        PaymentPhase.Returned => "Teruggekomen",
        PaymentPhase.Cancelled => "Vervallen",
        _ => throw new ArgumentOutOfRangeException(nameof(phase), phase, "Every phase needs a word."),
    };

    public static string Label(BatchPhase phase) => phase switch
    {
        BatchPhase.Gathering => "Wordt gemaakt",
        BatchPhase.Ready => "Wacht op een tweede handtekening",
        BatchPhase.Signed => "Getekend",
        BatchPhase.ThrownAway => "Weggegooid",
        _ => throw new ArgumentOutOfRangeException(nameof(phase), phase, "Every phase needs a word."),
    };

    /// <summary>Of a batch of which nobody knows any more whom it paid.</summary>
    public static string Erased(DateOnly day) =>
        $"De namen en rekeningen van deze opdracht zijn gewist op {Dutch.Date(day)}, want de bewaartermijn was voorbij. De bedragen staan nog in de boeken.";

    /// <summary>Why a payment stays when somebody asks to be forgotten.</summary>
    /// <param name="years">After the book year.</param>
    /// <param name="from">The first day on which it is not kept any more.</param>
    public static string Kept(int years, DateOnly from) =>
        $"De wet vraagt dat wij betalingen bewaren. Wij doen dat {Dutch.Number(years)} jaar. Op {Dutch.Date(from)} wist het programma de naam en de rekening.";

    public static string Stop(PaymentStop why) => why switch
    {
        PaymentStop.AccountChanged => "Het rekeningnummer is niet meer het nummer dat twee medewerkers goedkeurden. Betaal dit niet. Waarschuw de beheerder.",
        PaymentStop.AccountGone => "Er is geen rekeningnummer meer. Laat deze betaling vervallen. De indiener krijgt dan een nieuwe vraag.",
        _ => throw new ArgumentOutOfRangeException(nameof(why), why, "Every reason needs a sentence."),
    };

    public static string Check(PayeeCheck check) => check switch
    {
        PayeeCheck.Match => "Naam klopt",
        PayeeCheck.CloseMatch => "Naam lijkt erop",
        PayeeCheck.NoMatch => "Naam klopt niet",
        PayeeCheck.NotPossible => "De bank kon het niet nakijken",
        _ => throw new ArgumentOutOfRangeException(nameof(check), check, "Every answer needs a word."),
    };

    public static PayeeCheck CheckOf(Smederijen.Banking.PayeeMatch match) => match switch
    {
        Smederijen.Banking.PayeeMatch.Match => PayeeCheck.Match,
        Smederijen.Banking.PayeeMatch.CloseMatch => PayeeCheck.CloseMatch,
        Smederijen.Banking.PayeeMatch.NoMatch => PayeeCheck.NoMatch,
        Smederijen.Banking.PayeeMatch.NotPossible => PayeeCheck.NotPossible,
        _ => throw new ArgumentOutOfRangeException(nameof(match), match, "Every answer of the bank means something."),
    };

    /// <summary>Where an order is, in words that do for residents as well.</summary>
    public static string Standing(PaymentSummary order) => order switch
    {
        { Says: { } outcome } => $"{Label(order.Phase)}. Iemand zegt: {Says(outcome)}",
        { Stopped: not null } => "Tegengehouden",
        { Phase: PaymentPhase.Paid, On: { } on } => $"Betaald op {Dutch.Date(on)}",
        { Phase: PaymentPhase.Returned, On: { } on } => $"Teruggekomen op {Dutch.Date(on)}: {Why(order.Reason ?? "")}",
        { Phase: PaymentPhase.Cancelled, Reason: { } why } => $"Vervallen: {why}",
        _ => Label(order.Phase),
    };

    public static string Says(PaymentOutcome outcome) => outcome switch
    {
        PaymentOutcome.Paid => "de bank heeft betaald",
        PaymentOutcome.Returned => "het geld kwam terug",
        PaymentOutcome.Cancelled => "dit wordt niet betaald",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "Every outcome needs words."),
    };

    public static string Choice(PaymentOutcome outcome) => $"{char.ToUpperInvariant(Says(outcome)[0])}{Says(outcome)[1..]}";

    /// <summary>The code of a bank in words; what two people wrote stays as it is.</summary>
    public static string Why(string reason) =>
        reason.Length == 4 && reason.All(character => char.IsAsciiLetterUpper(character) || char.IsAsciiDigit(character))
            ? Smederijen.Banking.ReturnReasons.Of(reason) : reason;

    public static string Told(PaymentEvent e, Func<string, string> nameOf) => e switch
    {
        PaymentEvent.OrderPlaced x => $"Akkoord van {nameOf(x.FirstBy)} en {nameOf(x.SecondBy)}",
        PaymentEvent.HeldBack x => Stop(x.Why),
        PaymentEvent.Claimed => "In een betaalopdracht gezet",
        PaymentEvent.Freed => "Uit de betaalopdracht gehaald",
        PaymentEvent.SentOff => "De betaalopdracht is getekend",
        PaymentEvent.BankPaid x => $"De bank betaalde op {Dutch.Date(x.On)}",
        PaymentEvent.BankReturned x => $"Het geld kwam terug op {Dutch.Date(x.On)}. {Why(x.Reason)}",
        PaymentEvent.CalledOff x => $"Het idee krijgt het geld niet meer: {x.Reason}",
        PaymentEvent.Proposed x => $"{nameOf(x.By)} zegt: {Says(x.Outcome)} op {Dutch.Date(x.On)}. {x.Reason}",
        PaymentEvent.Agreed x => $"{nameOf(x.By)} stelde dat vast",
        PaymentEvent.Dropped x => $"{nameOf(x.By)} gooide het voorstel weg",
        PaymentEvent.MomentCame => "Er gebeurde niets",
        _ => throw new ArgumentOutOfRangeException(nameof(e), e.GetType().Name, "Every event needs words."),
    };

    public static string Text(PaymentRefusal refusal) => refusal switch
    {
        PaymentRefusal.NotWaiting => "Deze betaling zit al in een opdracht, of is al afgehandeld.",
        PaymentRefusal.IsStopped => "Deze betaling is tegengehouden. Lees op de pagina waarom.",
        PaymentRefusal.NotSent => "Deze betaling is nog niet naar de bank. Maak eerst een opdracht en laat die tekenen.",
        PaymentRefusal.AtTheBank => "Deze betaling is misschien al bij de bank. Wacht op het afschrift.",
        PaymentRefusal.ToldBefore => "Een andere regel van een afschrift zei dit al. Zoek uit of er twee keer is betaald.",
        PaymentRefusal.IsOver => "Deze betaling is al afgehandeld.",
        PaymentRefusal.ReasonMissing => "Schrijf waarom.",
        PaymentRefusal.DayIsAhead => "Deze dag moet nog komen. Kies een dag tot en met vandaag.",
        PaymentRefusal.ProposalInTheWay => "Er ligt al een voorstel over deze betaling. Stel dat eerst vast of gooi het weg.",
        PaymentRefusal.NoProposal => "Er ligt geen voorstel meer over deze betaling.",
        PaymentRefusal.SamePersonTwice => "U stelde dit zelf voor. Een andere medewerker moet het vaststellen.",
        PaymentRefusal.ChangedMeanwhile => "Iemand anders was net voor u. Kijk hoe het nu is, en probeer het opnieuw.",
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, "Every refusal needs a sentence."),
    };

    public static string Text(BatchRefusal refusal) => refusal switch
    {
        BatchRefusal.NothingChosen => "Kies minstens één betaling.",
        BatchRefusal.TooMany => $"Kies hoogstens {PaymentBatch.Most} betalingen. Maak daarna een tweede opdracht.",
        BatchRefusal.DayHasPassed => "De betaaldag is voorbij. Maak een nieuwe opdracht met een dag vanaf vandaag.",
        BatchRefusal.StillGathering => "De opdracht wordt nog gemaakt. Ververs deze pagina over een minuut.",
        BatchRefusal.IsEmpty => "Er zit geen betaling in deze opdracht. Gooi de opdracht weg.",
        BatchRefusal.SamePersonTwice => "U maakte deze opdracht zelf. Een andere medewerker moet tekenen.",
        BatchRefusal.ChangedMeanwhile => "De opdracht is net veranderd. Kijk hem opnieuw na, en teken dan.",
        BatchRefusal.SignedBefore => "Deze opdracht is al getekend en verandert niet meer.",
        BatchRefusal.IsThrownAway => "Deze opdracht is weggegooid. Maak een nieuwe.",
        BatchRefusal.PayeesErased => "De namen en rekeningen van deze opdracht zijn gewist. Er valt niets meer na te kijken.",
        BatchRefusal.ReasonMissing => "Schrijf waarom u deze opdracht weggooit.",
        BatchRefusal.NamesNotSeen => "De bank twijfelt aan een naam. Kijk die na, en zet er een vinkje bij.",
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, "Every refusal needs a sentence."),
    };
}
