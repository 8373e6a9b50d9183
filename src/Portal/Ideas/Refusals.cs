namespace Smederijen.Portal.Ideas;

/// <summary>Every refusal of the domain as a sentence that says what is wrong and what to do.</summary>
public static class Refusals
{
    public static string Text(Refusal refusal) => refusal switch
    {
        Refusal.NotYet => "Dit idee is nog niet zo ver. Kijk op de pagina van het idee wat nu de volgende stap is.",
        Refusal.SmederijClosed => "Deze Smederij neemt geen ideeën meer aan. Kijk op de pagina van de Smederij waar u terechtkunt.",
        Refusal.StepIsOver => "Deze stap is al voorbij. Kijk op de pagina van het idee hoe het nu staat.",
        Refusal.IdeaHasEnded => "Dit idee is afgesloten. U kunt er niets meer aan veranderen.",
        Refusal.MailNotConfirmed => "De indiener heeft het e-mailadres nog niet bevestigd. Probeer het later nog een keer.",
        Refusal.AskedSinceAgain => "De beoordeling is opnieuw begonnen. Gebruik de link in de nieuwste mail.",
        Refusal.InAnotherRound => "Dit idee doet al mee in een ronde waarover nog niet is besloten. Wacht op dat besluit.",
        Refusal.IdeaIsHidden => "De gemeente heeft dit idee verborgen. Zolang kan niemand het steunen.",
        Refusal.AdvisedDifferently => "U hebt al een ander advies gegeven. Dat advies geldt. Wilt u iets anders adviseren? Neem uw advies dan eerst terug.",
        Refusal.NotAReviewer => "U beoordeelt dit idee niet (meer). Vragen? Bel de gebiedsregisseur.",
        Refusal.ReviewerHasConflict => "U hebt gemeld dat u een eigen belang hebt bij dit idee. Daarom telt uw advies niet mee.",
        Refusal.QuorumNotPresent => "Er waren te weinig leden van het wijkteam bij het overleg om over dit idee te beslissen. Laat het idee nog open.",
        Refusal.MajorityNotPresent =>
            "Voor ‘niet geschikt’ is meer dan de helft nodig van de leden van het wijkteam die over dit idee mogen beslissen. Laat het idee nog open.",
        Refusal.AlreadyReviewer => "Deze persoon beoordeelt dit idee al. Kies iemand anders.",
        Refusal.ReasonMissing => "Schrijf ook waarom. De reden komt bij het idee te staan.",
        Refusal.ExtendedBefore => "Deze termijn is al een keer verlengd. Nog een keer verlengen kan niet.",
        Refusal.NotLater => "Kies een datum die later is dan de datum van nu.",
        Refusal.NoRunningTerm => "Er loopt nu geen termijn. Er is niets om te verlengen of aan te herinneren.",
        Refusal.NotPaused => "Dit idee staat niet op pauze.",
        Refusal.TooLittleMoney => "Er is nu te weinig geld in de Smederij voor dit idee. Het idee blijft wachten.",
        Refusal.SamePersonTwice => "U hebt al akkoord gegeven. Een andere medewerker moet het tweede akkoord geven.",
        Refusal.AccountMissing => "De indiener heeft nog geen rekeningnummer opgegeven. Wacht daarop, of stuur een herinnering.",
        Refusal.AccountChangedSince => "De indiener heeft het rekeningnummer veranderd. Bekijk het nieuwe nummer en geef daarna akkoord.",
        Refusal.AccountForged => "Het rekeningnummer is niet het nummer dat de indiener opgaf. Geef geen akkoord en waarschuw de beheerder.",
        Refusal.NothingOwed => "Voor dit idee hoeft geen geld (meer) terug te komen.",
        Refusal.MoreThanOwed => "Dit bedrag kan niet. Vul een bedrag in dat niet hoger is dan wat er nog moet komen.",
        Refusal.OwedChangedSince => "Intussen legde iemand anders vast dat er geld binnenkwam. Kijk eerst wat er nog moet komen.",
        Refusal.DayIsAhead => "Kies een dag die al geweest is. Leg het geld pas vast als het er is.",
        Refusal.DayBeforePayment => "Op die dag was het geld nog niet uitbetaald. Kies de dag waarop het terugkwam.",
        Refusal.AmountAboveLimit => $"Dit bedrag kan niet. Vul een bedrag in boven {Dutch.EuroShort(0)} en niet hoger dan de grens van de Smederij.",
        Refusal.AmountNotLower => "Dit bedrag kan niet. Vul een bedrag in dat lager is dan het bedrag van nu.",
        Refusal.AmountAboveAsked => "Meer dan de indiener vroeg, kan niet. Vul een lager bedrag in.",
        Refusal.CostsAboveGrant => "De kosten zijn hoger dan het bedrag dat u kreeg. Meer geld betalen wij niet. Stel uw vraag aan de gebiedsregisseur: kies “Het plan wordt duurder”.",
        Refusal.CostsWithinGrant => "Deze kosten zijn niet hoger dan het bedrag dat u kreeg. U kunt het plan gewoon afmaken.",
        Refusal.NothingAsked => "Er is geen open vraag over de kosten. Misschien heeft een collega al geantwoord.",
        Refusal.PassedOnSinceAgain => "Deze vraag is naar een andere afdeling gegaan. U hoeft niets meer te doen.",
        Refusal.TooLateToWithdraw => "Het geld is al uitbetaald. U kunt het idee niet meer intrekken. Gaat het niet door? Geef het geld dan terug.",
        Refusal.PlanOfAGroup => "Uw idee is nu een plan van een werkgroep. U kunt het niet alleen intrekken. Wilt u stoppen? Verlaat dan de werkgroep.",
        Refusal.OutcomeNotPossible => "Deze uitkomst kan nu niet. Kijk op de pagina van het idee hoe het staat.",
        Refusal.CountedByYou => "Dit aantal gaf u zelf al. Laat een andere medewerker de lijst tellen.",
        Refusal.NotFewer => "Vul een aantal in dat lager is dan wat nu meetelt. Zijn er meer handtekeningen? Voer dan de lijst in waar ze op staan.",
        Refusal.CountedSinceAgain => "Intussen veranderde een collega het aantal. Kijk eerst hoeveel handtekeningen er nu meetellen.",
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, "Every refusal needs a sentence."),
    };
}
