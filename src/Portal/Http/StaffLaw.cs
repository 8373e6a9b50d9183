namespace Smederijen.Portal.Http;

/// <summary>
/// Who of the staff may do what: by the register of the municipality, and by the roles of the accounts as long as that names nobody. It is
/// asked anew for every request, so what ends ends at once.
/// </summary>
public sealed class StaffLaw(SettingsBook book, TimeProvider clock)
{
    /// <summary>As many names as somebody reads in one sentence.</summary>
    private const int MostNames = 3;

    private DateOnly Today => Amsterdam.DateOf(clock.GetUtcNow());

    /// <summary>
    /// Whether somebody may read who people are: of the ideas and plans that they work on. Before the register names anybody all staff may.
    /// </summary>
    public Leave LeaveToSeePeople(StaffMember member, string? smederij) =>
        !book.Staff.Decides || member.May(StaffWork.Ideas, smederij) || member.May(StaffWork.Money, smederij)
            ? Leave.Given : new Leave($"Hier staat wie mensen zijn. Dat ziet alleen wie in deze Smederij aan ideeën werkt. {WhoMay(StaffWork.Ideas, smederij)}");

    /// <summary>Somebody who signed in, with what they may do today; null when they have no access.</summary>
    public StaffMember? Admit(StaffMember member)
    {
        var grants = GrantsOf(member);
        return grants.IsEmpty && book.Staff.Decides ? null : Named(member) with { Grants = grants };
    }

    public ImmutableArray<StaffGrant> GrantsOf(StaffMember member) => book.Staff.GrantsOf(
        member.Id, member.ByAccount(),
        [.. book.All.Where(smederij => Accounts.AreSame(smederij.Gebiedsregisseur, member.Id)).Select(one =>
            one.Id)],
        Today);

    /// <summary>What somebody without access reads. Their own account stands there, because a beheerder has to know it.</summary>
    public string NoAccess(StaffMember member) =>
        $"Uw account staat vandaag niet in het register van medewerkers. Daarom hebt u geen toegang (meer). Klopt dat niet? Vraag {Someone(StaffWork.Governing, null) ?? "een beheerder"} om u toe te voegen. Uw account is: {member.Id}";

    public Leave LeaveOf(StaffMember member, StaffWork work, string? smederij) =>
        member.May(work, smederij) ? Leave.Given : new Leave($"{Only(work)} {WhoMay(work, smederij)}");

    private string WhoMay(StaffWork work, string? smederij) => book.Staff.Decides
        ? Someone(work, smederij) is { } names ? $"Dit kan {names} doen."
            : "Niemand in het register mag dit hier doen. Vraag een beheerder om iemand toe te voegen."
        : $"Vraag {Usual(work)} om dit te doen.";

    /// <summary>The names of some who may; null when nobody may.</summary>
    private string? Someone(StaffWork work, string? smederij)
    {
        string[] names =
        [
            .. book.Staff.WhoMay(work, smederij, Today).Take(MostNames).Select(task =>
                $"{task.Name}, {task.Function}{(task.Reach.Contains(StaffGrant.All) ? "" : $" van {string.Join(", ", task.Reach.Select(
                    book.NameOf))}")}"),
        ];
        return names.Length == 0 ? null : string.Join("; of ", names);
    }

    private StaffMember Named(StaffMember member) =>
        book.Staff.Tasks.FirstOrDefault(task => task.IsOf(member.Id) && task.CountsOn(Today)) is { } task ? member with { Name = task.Name } : member;

    private static string Only(StaffWork work) => work is StaffWork.Governing
        ? "U mag de instellingen wel bekijken, maar niet veranderen."
        : "U mag hier wel kijken, maar niets veranderen.";

    private static string Usual(StaffWork work) => work is StaffWork.Governing ? "een beheerder" : work is StaffWork.Paying ? "iemand met de rol financiën" : "een medewerker of gebiedsregisseur";
}
