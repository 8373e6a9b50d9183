using Smederijen.Portal.Governing;
using Smederijen.Portal.Guidance;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Initiative;
using Smederijen.Portal.Ledgers;
using Smederijen.Portal.Meetings;
using Smederijen.Portal.Plans;
using Smederijen.Portal.Stuurgroep;
using Smederijen.Portal.Stuurgroep.Dividing;
using Smederijen.Portal.Uploading;

namespace Smederijen.Portal.Staff;

/// <summary>What was given up, in the words of staff.</summary>
public static class FailedTexts
{
    private const string Step = "Een stap die de computer moest zetten";

    public static string Title(FailedEffect failed) => Of(failed.Pending.Effect) ?? Step;

    /// <summary>Null for an effect that nobody found words for; a test holds that there is none.</summary>
    public static string? Of(Effect effect) => effect switch
    {
        IdeaEffect.SendMail mail => $"Mail aan {To(mail.To.Role)}",
        IdeaEffect.OfferRest => "Wat over is van een ronde aan het volgende idee aanbieden",
        IdeaEffect.OfferMoney => "Geld verdelen over ideeën die wachten",
        BoardEffect.Show => "Het overzicht bijwerken",
        IdeaEffect.ErasePeople => "Persoonsgegevens wissen",
        IdeaEffect.EraseReceipts => "Bonnen wissen",
        IdeaEffect.EraseSubmission => "De foto's en bijlagen van de indiener wissen",
        HelpEffect.Wanted => "Mail aan de gebiedsregisseur over iemand die hulp wil",
        GroupEffect.ConfirmMembership => "Mail aan iemand die mee wil doen met de initiatiefgroep",
        GroupEffect.AddressCorrected => "Mail aan iemand van de initiatiefgroep, over een verbeterd e-mailadres",
        OldAddressEffect.SayFarewell => "Mail aan een oud e-mailadres",
        PlanEffect.Tell tell => $"Mail over een groot plan aan {To(tell.To.Role)}",
        PlanEffect.AskStuurgroep or PlanEffect.EndIdea or PlanEffect.ForgetPerson or PlanEffect.ForgetEverybody or IdeaEffect.OpenPlan =>
            "Een stap van een groot plan",
        IdeaEffect.OrderPayment => "Een betaling klaarzetten voor de bank",
        IdeaEffect.CancelPayment => "Een betaling laten vervallen",
        PaymentEffect.TellIdea => "Aan een idee doorgeven of er betaald is",
        BatchEffect.ClaimOrder or BatchEffect.FreeOrder or BatchEffect.SendOrder => "Een stap van een betaalopdracht",
        BatchEffect.ForgetPayees => "Namen en rekeningen van een oude betaalopdracht wissen",
        BankFileEffect.TakePart => "Een bestand van de bank lezen",
        BankLineEffect.HandOver => "Een regel van de bank doorgeven aan de betaling of het idee",
        PlanEffect.ListIn => "Een groot plan op de pagina van een andere Smederij zetten",
        IdeaEffect.CompareSupport or IdeaEffect.ComparePlan or PlanEffect.CompareSupporters => "De steun vergelijken",
        IdeaEffect.EraseScans => "Lijsten met handtekeningen wissen",
        ResolutionEffect.AllotTo => "Geld van een besluit van de stuurgroep toewijzen",
        ResolutionEffect.SettleRemainder or RoundEffect.CarryTo => "Geld dat over is meenemen naar een later jaar, of teruggeven",
        ResolutionEffect.TellSecretary => "Mail aan de secretaris van de stuurgroep",
        ResolutionEffect.TellPlan => "Een besluit van de stuurgroep doorgeven aan een groot plan",
        ResolutionEffect.AskSeat or ResolutionEffect.TellSeat => "Mail aan een lid van de stuurgroep",
        RoundEffect.AskForPaperCheck => "Mail aan de medewerkers over stembiljetten op papier",
        RoundEffect.AskForCodes => "Mail aan de medewerkers over de stemcodes",
        RoundEffect.AskForDraw => "Mail aan de medewerkers over de loting",
        RoundEffect.CountBallots => "De stemmen tellen. De stembus klopt misschien niet: vraag de beheerder om ernaar te kijken",
        Ideas.Review.ReviewerEffect.SendOverview => "Mail aan iemand van een wijkteam, met de eigen beoordelingen",
        MeetingEffect.TellIdea => "Een besluit uit een overleg doorgeven aan een idee",
        PlaceEffect.SendWaiting => "Mail aan een lid van een wijkteam, met alles wat wacht",
        YearEffect.Remind => "Mail aan de beheerders over een jaar dat nog niet geopend is",
        PlaceEffect.PassOn => "Een plek overdragen",
        PastEffect.TakeIn => "Projecten van voor deze website overnemen",
        PlaceEffect.ForgetName => "De naam weghalen van iemand die een plek had",
        SettingsEffect.Begin => "Nieuwe instellingen laten ingaan",
        IdeaEffect.LeaveRound or RoundEffect.OfferNewMoney or RoundEffect.CollectIdeas or RoundEffect.DecideByDraw
            or RoundEffect.TellIdeas or RoundEffect.ShredBallots or GroupEffect.ForgetUnconfirmed or StrayEffect.Erase
            or OldAddressEffect.ForgetAddress => Step,
        _ => null,
    };

    /// <summary>Whether it is a mail to somebody whose address staff put right themselves; all others stand in the settings.</summary>
    public static bool IsToAPerson(Effect effect) => effect
        is IdeaEffect.SendMail { To.Role: AddresseeRole.Submitter or AddresseeRole.Supporter }
        or GroupEffect.ConfirmMembership or GroupEffect.AddressCorrected
        || (effect is PlanEffect.Tell tell && tell.To.Role != Domain.Plans.PlanRole.Gebiedsregisseur);

    /// <summary>Where staff look at what it is about; null when there is no such page.</summary>
    public static PageLink? About(WorkKey work) => work.Item[..(work.Item.IndexOf('-', StringComparison.Ordinal) + 1)] switch
    {
        "" when work.Item == Keys.SettingsItem => null,
        "" => new("Naar het idee", CaseFile.AddressOf(new IdeaKey(work.Smederij, work.Item))),
        PlanKey.Prefix => new("Naar het plan", PlanKey.Of(work).StaffPath),
        ResolutionKey.Prefix => new("Naar het voorstel", $"{StuurgroepDesk.Address}/{ResolutionKey.Of(work).Id}"),
        RoundKey.Prefix => new("Naar de ronde", $"/medewerkers/rondes/{work.Smederij}/{RoundKey.Of(work).Period}"),
        MeetingKey.Prefix => new("Naar het overleg", MeetingKey.TryRead(work)!.Value.Address),
        var prefix when prefix == PastKind.Facts.Prefix => new("Naar de eerdere jaren", PastDesk.Address),
        var prefix when prefix == HelpWork.Kind.Prefix => new("Naar wie hulp wil", RegisseurDesk.Address),
        _ => null,
    };

    private static string To(Domain.Plans.PlanRole role) => role switch
    {
        Domain.Plans.PlanRole.WorkingGroup or Domain.Plans.PlanRole.Member => "de werkgroep",
        Domain.Plans.PlanRole.Supporter => "een supporter",
        Domain.Plans.PlanRole.Partner => "een partner",
        Domain.Plans.PlanRole.Gebiedsregisseur => "de gebiedsregisseur",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "Every role needs words."),
    };

    public static string To(AddresseeRole role) => role switch
    {
        AddresseeRole.Submitter => "de indiener",
        AddresseeRole.Supporter => "een supporter",
        AddresseeRole.Reviewer => "een lid van het wijkteam",
        AddresseeRole.Gebiedsregisseur => "de gebiedsregisseur",
        AddresseeRole.Municipality => "de gemeente",
        AddresseeRole.Staff => "de medewerkers",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "Every role needs words."),
    };
}
