namespace Smederijen.Portal.Http;

/// <summary>
/// What the roles of staff allow. Everybody who has access may look; what changes something is for the roles that <see cref="StaffGrant"/> names,
/// in the Smederijen that somebody's role reaches. <see cref="StaffLaw"/> tells who has which.
/// </summary>
public static class StaffRoles
{
    public const string Medewerker = "medewerker";
    public const string Regisseur = "regisseur";
    public const string Beheerder = "beheerder";

    /// <summary>The roles that an account can have, as both editions write them.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Enum.GetValues<StaffRole>().Select(NameOf)];

    /// <summary>As an account says it: <c>beheerder</c>.</summary>
    public static string NameOf(this StaffRole role) => role switch
    {
        StaffRole.Medewerker => Medewerker,
        StaffRole.Regisseur => Regisseur,
        StaffRole.Financien => "financien",
        StaffRole.Secretaris => "secretaris",
        StaffRole.Beheerder => Beheerder,
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "Every role needs a name."),
    };

    /// <summary>What an account itself says, without what nobody here knows.</summary>
    public static IEnumerable<StaffRole> ByAccount(this StaffMember member) =>
        Enum.GetValues<StaffRole>().Where(role => member.Roles.Contains(role.NameOf()));

    /// <param name="smederij">Null for what belongs to all of them.</param>
    public static bool May(this StaffMember member, StaffWork work, string? smederij) =>
        member.Grants.Any(grant => grant.Allows(work, smederij));

    /// <summary>Whether there is a Smederij in which they may do it.</summary>
    public static bool MaySomewhere(this StaffMember member, StaffWork work) => member.Grants.Any(grant => grant.Allows(work));

    /// <summary>Whom the gate let in.</summary>
    /// <exception cref="InvalidOperationException">The endpoint is not for staff alone.</exception>
    public static StaffMember Staff(this HttpContext http) =>
        http.Features.Get<StaffMember>() ?? throw new InvalidOperationException(
            "Only the gate tells who of the staff this is, and only at a page of theirs.");

    /// <summary>Whether the one who asks may do something in a Smederij, or what belongs to all of them (null); and if not, who may.</summary>
    public static Leave May(this HttpContext http, StaffWork work, string? smederij) =>
        http.RequestServices.GetRequiredService<StaffLaw>().LeaveOf(http.Staff(), work, smederij);

    /// <summary>The same for the Smederij that the address names.</summary>
    public static Leave MayHere(this HttpContext http, StaffWork work = StaffWork.Ideas) => http.May(work, Endpoint.SmederijIn(http));

    /// <summary>Whether the one who asks may read who people are, in the Smederij that the address names.</summary>
    public static Leave MaySeePeople(this HttpContext http) => http.MaySeePeople(Endpoint.SmederijIn(http));

    /// <inheritdoc cref="StaffLaw.LeaveToSeePeople"/>
    public static Leave MaySeePeople(this HttpContext http, string? smederij) =>
        http.RequestServices.GetRequiredService<StaffLaw>().LeaveToSeePeople(http.Staff(), smederij);

    /// <summary>The same for a page about several: leave is given where it is there for one of them.</summary>
    public static Leave MaySomewhere(this HttpContext http, StaffWork work) =>
        http.Staff().MaySomewhere(work) ? Leave.Given : http.May(work, null);
}

/// <summary>Whether somebody may do something.</summary>
/// <param name="Refusal">Who may, in a sentence that stands in the place of the form; null when they may themselves.</param>
public readonly record struct Leave(string? Refusal)
{
    public static Leave Given => default;

    public static implicit operator bool(Leave leave) => leave.Refusal is null;

    /// <summary>The answer to who may not.</summary>
    public IResult? Answer(HttpContext http) => Refusal is null ? null : Failures.Answer(http, StatusCodes.Status403Forbidden, Refusal);
}
