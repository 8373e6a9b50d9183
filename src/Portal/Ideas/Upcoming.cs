namespace Smederijen.Portal.Ideas;

/// <summary>What is expected to happen next, in words.</summary>
/// <param name="Before">The end of the term, when one runs.</param>
public sealed record Upcoming(string Title, string Detail, DateTimeOffset? Before)
{
    /// <summary>Null when the idea has ended.</summary>
    /// <param name="smederij">The settings that the idea was handed in under.</param>
    /// <param name="round">The round in which it can get money now; null while there is none.</param>
    public static Upcoming? Of(Idea idea, SmederijSettings smederij, RoundSettings? round)
    {
        var until = idea.StandsStill() ? null : idea.State.Deadline;
        return idea.State switch
        {
            IdeaState.AwaitingConfirmation => new("De indiener bevestigt het idee", "Gebeurt dat niet, dan vervalt het idee.", until),
            IdeaState.AwaitingLook => new("De gebiedsregisseur bekijkt het idee", "Daarna kan iedereen het zien en steunen.", until),
            IdeaState.GatheringSupport when idea.Hidden is not null => new(
                "De gemeente laat het idee weer zien, of stopt het", "Zolang het verborgen is, kan niemand het steunen. De tijd staat stil.", null),
            IdeaState.GatheringSupport s => new(
                "De buurt steunt het idee",
                $"Er {Missing(smederij.SupportThreshold - s.Supporters)} nodig. Lukt dat niet op tijd, dan stopt het idee.", until),
            IdeaState.InReview { Panel.IsSplit: true } => new("De gebiedsregisseur overlegt met het wijkteam", "Het wijkteam is het niet eens.", until),
            IdeaState.InReview { Escalated: true } => new("Het wijkteam geeft advies", "Dat duurt langer dan gepland. De gebiedsregisseur helpt.", null),
            IdeaState.InReview s => new("Het wijkteam geeft advies", $"Bij {s.Panel.Needed} gelijke adviezen is er een besluit.", until),
            IdeaState.AwaitingAnswer => new("De indiener geeft antwoord", "Daarna gaat het wijkteam verder.", until),
            IdeaState.Suitable { CarriedOverTo: { } period } => new("Het geld wordt verdeeld", $"Dat gebeurt in de ronde van {period}.", null),
            IdeaState.Suitable { InRound: not null } => new(
                "Er komt een besluit over het geld",
                $"Is er genoeg geld voor alle goede ideeën, dan krijgt dit idee het. Anders stemt de buurt. Hoever dat is, staat op de pagina van {smederij.Name}.", null),
            IdeaState.Suitable when round is null => new(
                "Het idee wacht op een nieuwe ronde", "De laatste ronde is voorbij. Zodra er een nieuwe is, doet dit idee mee.", null),
            IdeaState.Suitable { NoPartIn: { } period } when round.Rolling && period == round.Period => new(
                "Er komt geld vrij", "Zodra er genoeg geld is voor het hele bedrag, krijgt dit idee het. Oudere ideeën gaan voor.", null),
            IdeaState.Suitable when round.Rolling => new("Er komt geld vrij", "Zodra er genoeg geld is, krijgt dit idee het. Oudere ideeën gaan voor.", null),
            IdeaState.Suitable => new("Het geld wordt verdeeld", $"De ronde sluit na {Dutch.Date(round.ClosesOn)}.", null),
            IdeaState.OfferedPart => new("De indiener neemt het deel aan, of niet", "Zonder antwoord gaat het geld naar een ander idee.", until),
            IdeaState.Granted { AccountKnown: true, Done: not null } => new(
                "Twee medewerkers kijken naar de kosten en de bonnen", "Daarna wordt betaald wat er nog openstaat.", until),
            IdeaState.Granted { Done: not null } => new(
                "De indiener geeft een rekeningnummer op", "Gebeurt dat niet, dan gaat wat er nog openstaat naar een ander idee.", until),
            IdeaState.Granted { AccountKnown: true } => new("Twee medewerkers geven akkoord", "Daarna wordt het geld uitbetaald.", until),
            IdeaState.Granted => new("De indiener geeft een rekeningnummer op", "Gebeurt dat niet, dan gaat het geld terug naar de Smederij.", until),
            IdeaState.Released { Overrun: not null } => new("De gebiedsregisseur beantwoordt de vraag over de kosten", "Daarna voeren de bewoners het plan verder uit.", null),
            IdeaState.Released { AwaitsPayment: true } => new("Het geld wordt betaald", "Twee medewerkers gaven akkoord. Nu betaalt de bank.", null),
            IdeaState.Released => new("Het plan is klaar", "De bewoners vertellen dan hoe het ging.", until),
            IdeaState.OnLongTrack => new("De werkgroep werkt het plan uit", "De stuurgroep besluit op vaste momenten of het plan verder gaat.", until),
            IdeaState.WithMunicipality { Silence: null } => new("De gemeente geeft antwoord", "Het antwoord komt hier te staan.", until),
            IdeaState.WithMunicipality => new("De gemeente geeft antwoord", "Dat duurt langer dan afgesproken. De gebiedsregisseur gaat erachteraan.", null),
            IdeaState.Ended { Refund: { } refund } => new(
                "Het geld komt terug", $"Er moet nog {Dutch.EuroShort(refund.Open.Cents)} terug naar de Smederij.", until),
            IdeaState.Ended { Outcome: IdeaPhase.Completed, Paid: { } paid } when paid.Any(part => part.On is null) => new(
                "Het geld wordt betaald", "Twee medewerkers gaven akkoord. Nu betaalt de bank.", null),
            IdeaState.Ended => null,
            _ => throw new ArgumentOutOfRangeException(nameof(idea), idea.State.Phase, "Every phase needs a next step."),
        };
    }

    private static string Missing(int supporters) => supporters == 1 ? "is nog 1 supporter" : $"zijn nog {Dutch.Number(Math.Max(0, supporters))} supporters";
}
