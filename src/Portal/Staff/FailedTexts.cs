using Smederijen.Domain.Ideas;
using Smederijen.Domain.Stuurgroep;

namespace Smederijen.Portal.Staff;

/// <summary>What was given up, in the words of staff.</summary>
internal static class FailedTexts
{
    public static string Title(FailedEffect failed) => failed.Pending.Effect switch
    {
        Effect.SendMail mail => $"Mail aan {To(mail.To.Role)}",
        Effect.OfferMoney => "Geld verdelen over ideeën die wachten",
        Effect.ErasePeople => "Persoonsgegevens wissen",
        Effect.EraseReceipts => "Bonnen wissen",
        Effect.HelpWanted => "Mail aan de gebiedsregisseur over iemand die hulp wil",
        Effect.ConfirmMembership => "Mail aan iemand die mee wil doen met de initiatiefgroep",
        Effect.OfPlan { Step: Domain.Plans.PlanEffect.Tell tell } => $"Mail over een groot plan aan {To(tell.To.Role)}",
        Effect.OfPlan or Effect.OpenPlan => "Een stap van een groot plan",
        Effect.EraseScans => "Lijsten met handtekeningen wissen",
        Effect.OfResolution { Step: ResolutionEffect.AllotTo } => "Geld van een besluit van de stuurgroep toewijzen",
        Effect.OfResolution { Step: ResolutionEffect.TellSecretary } => "Mail aan de secretaris van de stuurgroep",
        Effect.OfResolution => "Mail aan een lid van de stuurgroep",
        _ => "Een stap die de computer moest zetten",
    };

    private static string To(Domain.Plans.PlanRole role) => role switch
    {
        Domain.Plans.PlanRole.WorkingGroup or Domain.Plans.PlanRole.Member => "de werkgroep",
        Domain.Plans.PlanRole.Supporter => "een supporter",
        Domain.Plans.PlanRole.Partner => "een partner",
        _ => "de gebiedsregisseur",
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
