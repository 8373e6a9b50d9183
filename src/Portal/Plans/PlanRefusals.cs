namespace Smederijen.Portal.Plans;

/// <summary>Every refusal of a plan as a sentence that says what is wrong and what to do.</summary>
public static class PlanRefusals
{
    public static string Text(PlanRefusal refusal) => refusal switch
    {
        PlanRefusal.MailNotConfirmed => "De indiener heeft dit plan nog niet bevestigd. Probeer het later nog een keer.",
        PlanRefusal.PlanHasEnded => "Dit plan is afgesloten. U kunt er niets meer aan veranderen.",
        PlanRefusal.ReasonMissing => "Schrijf ook waarom. De reden komt bij het plan te staan.",
        PlanRefusal.NoCost => "Vul in hoeveel het plan ongeveer kost: meer dan € 0.",
        PlanRefusal.TooMany => "Er kan niets meer bij: hier zijn er hoogstens 60 van. Haal eerst iets weg, of bel de gebiedsregisseur.",
        PlanRefusal.UnknownMilestone => "Deze mijlpaal staat niet (meer) in het plan. Kies een mijlpaal uit de lijst.",
        PlanRefusal.MilestoneIsReached => "Deze mijlpaal is al bereikt. U kunt hem niet meer veranderen.",
        PlanRefusal.DayHasPassed => "Deze dag is al voorbij. Kies vandaag of een latere dag.",
        PlanRefusal.DayToCome => "Deze dag komt nog. Kies vandaag of een eerdere dag.",
        PlanRefusal.UnknownMoment => "Dit beslismoment staat niet (meer) in het plan. Kies er een uit de lijst.",
        PlanRefusal.MomentIsAsked => "Over dit moment is al een besluit gevraagd. U kunt het niet meer veranderen.",
        PlanRefusal.MomentIsSettled => "De stuurgroep heeft over dit moment al besloten: het plan mag doorgaan.",
        PlanRefusal.StuurgroepIsDeciding => "De stuurgroep besluit nu over dit plan. Wacht op het besluit: u krijgt een mail.",
        PlanRefusal.ChangeFirst => "De stuurgroep vroeg om een wijziging. Vraag eerst over dat moment opnieuw een besluit.",
        PlanRefusal.NotAsked => "Over dit moment is geen besluit gevraagd.",
        PlanRefusal.MomentsAreOpen => "De stuurgroep heeft nog niet over elk beslismoment besloten. Vraag eerst een besluit, of laat een moment vervallen.",
        PlanRefusal.UnknownPartner => "Deze partner staat niet (meer) in het plan, of kan hier niet zelf antwoorden. Kies een partner uit de lijst.",
        PlanRefusal.MoneyOfARound => "Geld van de Smederij komt alleen via een idee en de ronde. U kunt het niet zelf invullen.",
        PlanRefusal.NothingAsked => "Aan deze partner is geen geld gevraagd, alleen steun.",
        PlanRefusal.NoAmount => "Vul een bedrag in boven € 0.",
        PlanRefusal.BelowWhatCameIn => "Er is al meer geld ontvangen dan dit bedrag. Vul een hoger bedrag in.",
        PlanRefusal.AboveThePromise => "Zoveel geld is niet toegezegd. Vraag de partner om eerst een hoger bedrag toe te zeggen.",
        PlanRefusal.MoneyCameIn => "Er is al geld ontvangen van deze partner. Dit kan dus niet meer.",
        PlanRefusal.NotPaused => "Dit plan staat niet op pauze.",
        PlanRefusal.NobodyToRemind => "Er zit niemand meer in de werkgroep. Zoek eerst nieuwe mensen.",
        PlanRefusal.PlanIsHidden => "De gemeente heeft dit plan verborgen. Zolang kan niemand het steunen of meedoen.",
        PlanRefusal.SmederijTakesPart => "Bewoners van deze Smederij steunen het plan al, of er is geld aan haar gevraagd. Zij blijft bij dit plan.",
        PlanRefusal.NotTheirPlan => "Dit plan hoort niet bij uw Smederij. Misschien was dat eerst anders. Bel of mail de gemeente als dat wel zo moet zijn.",
        PlanRefusal.SmederijClosed => "Deze Smederij neemt geen plannen meer aan. Kijk op de pagina van de Smederij waar u terechtkunt.",
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, "Every refusal needs a sentence."),
    };
}
