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

    /// <summary>What stands in the place of a form for who may not use it.</summary>
    public const string OnlyLooks = "U mag hier wel kijken, maar niets veranderen. Vraag een medewerker of gebiedsregisseur om dit te doen.";

    /// <summary>The same for settings.</summary>
    public const string OnlyGovernors = "U mag de instellingen wel bekijken, maar niet veranderen. Vraag een beheerder om dit te doen.";

    /// <summary>Whether they may change settings.</summary>
    public static bool MayGovern(this StaffMember member) => member.Roles.Contains(Beheerder);

    public static bool MayAct(this StaffMember member) => member.Roles.Contains(Medewerker) || member.Roles.Contains(Regisseur);

    /// <summary>Whom the gate let in.</summary>
    /// <exception cref="InvalidOperationException">The endpoint is not for staff alone.</exception>
    public static StaffMember Staff(this HttpContext http) =>
        http.Features.Get<StaffMember>() ?? throw new InvalidOperationException("Only the gate tells who of the staff this is, and only at a page of theirs.");

    /// <summary>Null when the one who asks may act; otherwise the answer that says who may.</summary>
    internal static IResult? RefuseUnlessActing(HttpContext http) => http.Staff().MayAct()
        ? null
        : Failures.Answer(http, 403, OnlyLooks);
}
