namespace Smederijen.Portal.Http;

/// <summary>
/// What the roles of staff allow. Everybody who is signed in may look; who is <c>medewerker</c> or <c>regisseur</c> may act
/// on ideas and be one of the two who release money. <c>beheerder</c> alone only looks: who runs the system does not pay.
/// </summary>
public static class StaffRoles
{
    public const string Medewerker = "medewerker";
    public const string Regisseur = "regisseur";
    public const string Beheerder = "beheerder";

    public static bool MayAct(this StaffMember member) => member.Roles.Contains(Medewerker) || member.Roles.Contains(Regisseur);

    /// <summary>Null when the one who asks may act; otherwise the answer that says who may.</summary>
    internal static IResult? RefuseUnlessActing(HttpContext http, IStaffAccess staff) => staff.Identify(http) is { } member && member.MayAct()
        ? null
        : Failures.Answer(http, 403, "U mag hier wel kijken, maar niets veranderen. Vraag een medewerker of gebiedsregisseur om dit te doen.");
}
