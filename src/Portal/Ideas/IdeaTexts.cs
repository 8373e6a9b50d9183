namespace Smederijen.Portal.Ideas;

/// <summary>The phases of an idea and the parties around it, as residents read them on pages, in the API and in mails.</summary>
public static class IdeaTexts
{
    /// <summary>A phase in two or three words, for a badge, a heading or a filter.</summary>
    public static string Label(IdeaPhase phase) => phase switch
    {
        IdeaPhase.AwaitingConfirmation => "Nog niet bevestigd",
        IdeaPhase.AwaitingLook => "Wordt bekeken",
        IdeaPhase.GatheringSupport => "Zoekt steun",
        IdeaPhase.InReview => "Bij het wijkteam",
        IdeaPhase.AwaitingAnswer => "Vraag aan de indiener",
        IdeaPhase.Suitable => "Geschikt, wacht op geld",
        IdeaPhase.OfferedPart => "Deel van het geld aangeboden",
        IdeaPhase.Granted => "Geld toegekend",
        IdeaPhase.Released => "In uitvoering",
        IdeaPhase.AwaitingRest => "Klaar, wacht op de rest",
        IdeaPhase.OnLongTrack => "Lange klap",
        IdeaPhase.Completed => "Klaar",
        IdeaPhase.NotSupported => "Te weinig steun",
        IdeaPhase.Declined => "Gaat niet door",
        IdeaPhase.WithMunicipality => "Vraag aan de gemeente",
        IdeaPhase.Referred => "Beantwoord door de gemeente",
        IdeaPhase.NotGranted => "Geen geld gekregen",
        IdeaPhase.Withdrawn => "Gestopt",
        IdeaPhase.Stopped => "Gestopt door de gemeente",
        IdeaPhase.GivenBack => "Geld teruggegeven",
        IdeaPhase.Expired => "Verlopen",
        _ => throw new ArgumentOutOfRangeException(nameof(phase), phase, "A phase needs a label."),
    };

    /// <summary>What somebody who pays money back writes with it: it ends in the number of the idea, by which a bank statement is matched.</summary>
    public static string BackReference(string idea) => $"terug De Smederijen idee {idea}";

    /// <summary>What the phase means, and what it waits for.</summary>
    public static string Explanation(IdeaPhase phase) => phase switch
    {
        IdeaPhase.AwaitingConfirmation => "De indiener moet dit idee nog bevestigen met de link in de mail.",
        IdeaPhase.AwaitingLook => "De gebiedsregisseur bekijkt dit idee eerst. Daarna kan iedereen het zien.",
        IdeaPhase.GatheringSupport => "Buren kunnen dit idee nu steunen. Is er genoeg steun? Dan bekijkt het wijkteam het idee.",
        IdeaPhase.InReview => "Het wijkteam bekijkt of dit idee past bij de voorwaarden.",
        IdeaPhase.AwaitingAnswer => "Het wijkteam heeft een vraag. Het gaat verder als de indiener antwoord heeft gegeven.",
        IdeaPhase.Suitable => "Het wijkteam vindt dit idee geschikt. Nu wacht het idee op geld.",
        IdeaPhase.OfferedPart => "Er is nog een deel van het geld over. De indiener kiest of het idee daarmee door kan gaan.",
        IdeaPhase.Granted => "Er is geld apart gezet voor dit idee. Twee medewerkers geven akkoord voordat het wordt uitbetaald.",
        IdeaPhase.Released => "Twee medewerkers gaven akkoord voor het geld. De bewoners voeren hun plan nu uit.",
        IdeaPhase.AwaitingRest => "Dit plan is uitgevoerd. De bewoners krijgen nog geld. Twee medewerkers kijken eerst naar de kosten en de bonnen.",
        IdeaPhase.OnLongTrack => "Dit plan is groot. Bewoners, gemeente en partners werken het samen uit. Dat kan jaren duren.",
        IdeaPhase.Completed => "Dit plan is uitgevoerd.",
        IdeaPhase.NotSupported => "Er waren niet op tijd genoeg supporters. Daarom is dit idee gestopt.",
        IdeaPhase.Declined => "Dit idee gaat niet door. De reden staat erbij.",
        IdeaPhase.WithMunicipality => "Dit is een zaak voor de gemeente. Het wijkteam heeft het doorgegeven en wacht op antwoord.",
        IdeaPhase.Referred => "Dit is een zaak voor de gemeente. De gemeente heeft antwoord gegeven.",
        IdeaPhase.NotGranted => "Dit idee was geschikt, maar er was niet genoeg geld.",
        IdeaPhase.Withdrawn => "De indiener is met dit idee gestopt.",
        IdeaPhase.Stopped => "De gemeente heeft dit idee gestopt. De reden staat erbij.",
        IdeaPhase.GivenBack => "Dit plan ging niet door. Het geld gaat terug naar de Smederij.",
        IdeaPhase.Expired => "De indiener heeft niet op tijd gereageerd. Daarom is dit idee gestopt.",
        _ => throw new ArgumentOutOfRangeException(nameof(phase), phase, "A phase needs an explanation."),
    };

    /// <summary>For how much it is, with what was asked where the idea can get less.</summary>
    public static string Amount(Idea idea) => idea switch
    {
        { State: IdeaState.OfferedPart offer } =>
            $"Gevraagd {Dutch.EuroShort((idea.Asked ?? idea.Amount).Cents)}, aangeboden {Dutch.EuroShort(offer.Amount.Cents)}",
        { Asked: { } asked, Lowered: { } lowered } when !IsGranted(idea.State) && idea.Amount == lowered.Amount =>
            $"Gevraagd {Dutch.EuroShort(asked.Cents)}, het wijkteam geeft hoogstens {Dutch.EuroShort(lowered.Amount.Cents)}",
        { Asked: { } asked } => $"Gevraagd {Dutch.EuroShort(asked.Cents)}, toegekend {Dutch.EuroShort(idea.Amount.Cents)}",
        _ => Dutch.EuroShort(idea.Amount.Cents),
    };

    /// <summary>How large amounts are paid, for the conditions; null where every amount is paid at once.</summary>
    public static string? InTwo(SmederijSettings smederij) => smederij.Instalments is not { } two ? null
        : two.From == Euro.Zero
            ? $"Wij betalen eerst {two.AdvancePercent} procent. De rest betalen wij als het plan klaar is en wij de kosten en de bonnen hebben."
        : $"Krijgt een idee {Dutch.EuroShort(two.From.Cents)} of meer? Dan betalen wij eerst {two.AdvancePercent} procent. "
            + "De rest betalen wij als het plan klaar is en wij de kosten en de bonnen hebben.";

    /// <summary>What is paid by the release that an idea waits for.</summary>
    public static Euro Next(IdeaState.Granted granted, SmederijSettings smederij) => Advance(granted, smederij) ?? granted.Amount;

    /// <summary>What is paid in advance once it is released; null when all of it is.</summary>
    public static Euro? Advance(IdeaState.Granted granted, SmederijSettings smederij) =>
        granted.Done is null ? smederij.Instalments?.AdvanceOf(granted.Amount) : null;

    /// <summary>What is paid and what is to come, of an idea that is paid in more than one time; null for every other one.</summary>
    public static string? InParts(Idea idea, SmederijSettings smederij) => idea.State switch
    {
        IdeaState.Granted s when Advance(s, smederij) is { } first => First(first, s.Amount - first),
        IdeaState.Released { Advance: { } first } s => First(first, s.Rest),
        IdeaState.Granted { Done: { Paid: [_, ..] paid } } s =>
            $"Eerst {Sum(paid)}. Nog te betalen: {Dutch.EuroShort(s.Amount.Cents)}",
        IdeaState.Granted { Done: not null } s => $"Nog te betalen: {Dutch.EuroShort(s.Amount.Cents)}",
        IdeaState.Ended { Outcome: IdeaPhase.Completed, Parts: { Length: > 1 } paid } =>
            string.Join(" en ", paid.Select(part => Dutch.EuroShort(part.Amount.Cents))),
        _ => null,
    };

    private static string First(Euro first, Euro rest) =>
        $"Eerst {Dutch.EuroShort(first.Cents)}. Hoogstens {Dutch.EuroShort(rest.Cents)} als het plan klaar is";

    /// <summary>The sum of payments, in words.</summary>
    public static string Sum(IEnumerable<PaidPart> paid) => Dutch.EuroShort(PaidPart.SumOf(paid).Cents);

    private static bool IsGranted(IdeaState state) =>
        state is IdeaState.Granted or IdeaState.Released or IdeaState.Ended { Outcome: IdeaPhase.Completed or IdeaPhase.GivenBack };

    /// <summary>Whose move it is, to put after "wacht op"; null when nobody has to do anything.</summary>
    /// <param name="reader">The party that reads this, who is called "u".</param>
    public static string? WaitsFor(Party party, Party reader = Party.Nobody) => party switch
    {
        Party.Nobody => null,
        _ when party == reader => "u",
        Party.Submitter => "de indiener",
        Party.Neighbourhood => "steun uit de buurt",
        Party.Wijkteam => "het wijkteam",
        Party.Gebiedsregisseur => "de gebiedsregisseur",
        Party.Money => "geld van de Smederij",
        Party.Staff => "de medewerkers",
        Party.Municipality => "de gemeente",
        Party.Stuurgroep => "de stuurgroep",
        Party.WorkingGroup => "de werkgroep",
        _ => throw new ArgumentOutOfRangeException(nameof(party), party, "A party needs a name."),
    };
}
