using Smederijen.Portal.Delivery;
using Smederijen.Portal.Ideas;

namespace Smederijen.Portal.Governing;

/// <summary>What still has to be done before residents hand in ideas.</summary>
public static class Checklist
{
    /// <summary>So many days before somebody leaves it is told that nobody follows.</summary>
    private const int DaysBefore = 28;

    /// <summary>Every thing that lacks, in the order in which somebody would do it; empty when all is there.</summary>
    public static IReadOnlyList<ToDo> Of(Installation installation) =>
    [
        .. OfMunicipality(installation.Municipality),
        .. OfSmederijen(installation),
        .. OfAreas(installation),
        .. OfStaff(installation),
        .. OfMachine(installation),
    ];

    private static IEnumerable<ToDo> OfMunicipality(MunicipalitySettings municipality)
    {
        string[] lacking =
        [
            .. Lacking(municipality.Name, "de naam"), .. Lacking(municipality.Phone, "het telefoonnummer"), .. Lacking(municipality.Email,
                "het e-mailadres"),
            .. Lacking(municipality.Controller, "wie verantwoordelijk is voor de gegevens"), .. Lacking(municipality.Complaints,
                "waar mensen klagen"),
            .. Lacking(municipality.AccessibilityStatement, "de toegankelijkheidsverklaring"),
            .. Lacking(municipality.SecurityContact, "waar iemand een lek meldt"),
            .. municipality.Themes.IsEmpty ? (string[])["de onderwerpen voor de gemeente"] : [],
        ];
        if (lacking.Length > 0)
            yield return new($"De gemeente. Vul in: {string.Join(", ", lacking)}.", $"{SettingsDesk.AddressOf(SettingsKeys.Municipality)}/wijzigen");
    }

    private static IEnumerable<ToDo> OfSmederijen(Installation installation)
    {
        if (installation.Smederijen.Count == 0)
            yield return new("Maak de eerste Smederij, en stel die vast.", $"{SettingsDesk.Address}/nieuwe-smederij");
        foreach (var (smederij, nobody) in installation.Smederijen)
        {
            if (nobody.Count > 0)
                yield return new($"{smederij.Name}. Er is nog niemand met een e-mailadres voor: {string.Join(", ", nobody)}.", PeopleDesk.Address);
            if (smederij.Round.IsOverAt(installation.Now))
            {
                if (installation.WithoutRound.Contains(smederij.Id))
                    continue;
                yield return new($"{smederij.Name}. Er is geen ronde open. Open een later jaar.", YearDesk.Address);
            }
            else if (installation.Stuurgroep.Divides(smederij.Round.Period))
            {
                if (installation.Stuurgroep.Seats.IsEmpty)
                    yield return new(
                        $"{smederij.Name}. De stuurgroep verdeelt het geld van {smederij.Round.Period}, maar heeft nog geen zetels.",
                        $"{SettingsDesk.AddressOf(SettingsKeys.Stuurgroep)}/wijzigen");
            }
            else if (smederij.Round.Envelope == Euro.Zero)
                yield return new($"{smederij.Name}. De ronde van {smederij.Round.Period} heeft geen budget.",
                    $"{SettingsDesk.AddressOf(smederij.Id)}/wijzigen");
        }
    }

    private static IEnumerable<ToDo> OfAreas(Installation installation)
    {
        var overlaps = Area.Overlaps([.. installation.Smederijen.Select(one => one.Smederij)]);
        if (overlaps is not [var first, ..])
            yield break;
        var more = overlaps.Count == 1 ? "" : $" Dat is ook zo met {Dutch.Count(overlaps.Count - 1, "ander stuk", "andere stukken")}.";
        yield return new($"{AreaTexts.Told(first)}.{more} Kies voor elke postcode één Smederij.", AreaDesk.Address);
    }

    /// <summary>What a register lacks that decides who does what; it holds nobody up, so it is told and not refused.</summary>
    private static IEnumerable<ToDo> OfStaff(Installation installation)
    {
        var (staff, today) = (installation.Staff, Amsterdam.DateOf(installation.Now));
        var form = $"{SettingsDesk.AddressOf(SettingsKeys.Staff)}/wijzigen";
        if (!staff.Decides)
            yield return new("De medewerkers. Vul in wie wat doet, en voor welke Smederijen. Nu telt de rol van het account, overal.", form);
        foreach (var (account, smederijen) in installation.Smederijen.Select(one => one.Smederij).Concat(installation.Finishing)
            .Where(one => one.Gebiedsregisseur.Length > 0).GroupBy(one => one.Gebiedsregisseur).Select(group => (group.Key, group.ToList())))
        {
            var unknown = smederijen.Where(smederij => !Knows(installation, account, smederij.Id, today)).ToList();
            if (unknown.Count > 0)
                yield return new(
                    $"Het account '{account}' is gebiedsregisseur van {string.Join(", ", unknown.Select(smederij => smederij.Name))}, maar staat zo niet bij "
                        + "de medewerkers. Kies bij de Smederij een ander account, en geef de plek bij Mensen aan iemand anders. Of zet het account erbij.",
                    $"{SettingsDesk.AddressOf(unknown[0].Id)}/wijzigen");
            else if (LastDay(installation, account, today) is { } day)
                yield return new(
                    $"Het account '{account}' is gebiedsregisseur van {string.Join(", ", smederijen.Select(smederij => smederij.Name))}, tot en met "
                        + $"{Dutch.Date(day)}. Kies voor die tijd bij de Smederij een ander account, en geef de plek bij Mensen aan iemand anders.",
                    $"{SettingsDesk.AddressOf(smederijen[0].Id)}/wijzigen");
        }
        if (!staff.Decides)
            yield break;
        var outside = string.Join(", ", installation.Accounts.Where(member => !staff.Tasks.Any(task => task.IsOf(member.Id)))
            .Select(member => member.Name));
        if (outside.Length > 0)
            yield return new($"De medewerkers. Deze accounts staan er niet bij: {outside}. Haal het account weg, of zet ze erbij.", form);
        if (staff.WhoMay(StaffWork.Governing, null, today).Count() < 2)
            yield return new("Er is maar 1 beheerder van alle Smederijen. Over geld, stemmen en plekken beslissen twee mensen. Zet er iemand bij.", form);
        var alone = installation.Smederijen.Where(one => staff.WhoMay(StaffWork.Money, one.Smederij.Id, today).Count() < 2)
            .Select(one => one.Smederij.Name).ToList();
        if (alone.Count > 0)
            yield return new($"Geld vrijgeven doen twee mensen. Er zijn er te weinig voor: {string.Join(", ", alone)}.", form);
    }

    /// <summary>The last day of somebody who is gebiedsregisseur and soon is not; null while that is far away.</summary>
    private static DateOnly? LastDay(Installation installation, string account, DateOnly today)
    {
        var last = installation.Staff.Tasks.Where(task => task.IsOf(account) && task.Role is StaffRole.Regisseur)
            .Select(task => task.Until ?? DateOnly.MaxValue).DefaultIfEmpty(DateOnly.MaxValue).Max();
        return last.DayNumber - today.DayNumber <= DaysBefore ? last : null;
    }

    /// <summary>
    /// Whether somebody is gebiedsregisseur by the register, or has an account as long as that names nobody; yes where nobody keeps a list.
    /// </summary>
    private static bool Knows(Installation installation, string account, string smederij, DateOnly today) => installation.Staff.Decides
        ? installation.Staff.Tasks.Any(task => task.IsOf(account) && task.Role is StaffRole.Regisseur && task.CountsOn(today)
            && new StaffGrant(task.Role, task.Reach).Allows(StaffWork.Ideas, smederij))
        : installation.Accounts.Count == 0 || installation.Accounts.Any(member => member.Id == account);

    private static IEnumerable<ToDo> OfMachine(Installation installation)
    {
        if (installation.Sender.Length == 0 || installation.Sender.EndsWith(".example", StringComparison.OrdinalIgnoreCase))
            yield return new("De mail heeft nog geen eigen afzender. Vraag de technisch beheerder om Mail__FromAddress in te vullen.",
                DomainDesk.Address);
        if (!installation.Staff.Decides && installation.Beheerders is { } beheerders and < 2)
            yield return new(
                $"Er {(beheerders == 1 ? "is maar 1 beheerder" : "is nog geen beheerder")}. Over geld, stemmen en plekken beslissen twee mensen. Vraag de technisch beheerder om iemand toe te voegen.",
                null);
        if (installation.PublicUrl.IsLoopback)
            yield return new(
                "De website heeft nog geen eigen adres: links in mails werken alleen op deze computer. Vraag de technisch beheerder om Portal__PublicUrl in te vullen.",
                null);
    }

    private static string[] Lacking(string text, string what) => text.Length > 0 ? [] : [what];
}

/// <summary>Something that lacks.</summary>
/// <param name="Address">Where it is filled in; null where no page does that.</param>
public sealed record ToDo(string What, string? Address);

/// <summary>What an installation has, as far as it matters before it begins.</summary>
/// <param name="Smederijen">Each with the tasks for which nobody with a mail address is known.</param>
/// <param name="Sender">Of every mail.</param>
/// <param name="Beheerders">How many there are; null where nobody keeps a list.</param>
public sealed record Installation(
    MunicipalitySettings Municipality, StuurgroepSettings Stuurgroep,
    IReadOnlyList<(SmederijSettings Smederij, IReadOnlyList<string> Nobody)> Smederijen,
    string Sender, int? Beheerders, Uri PublicUrl, DateTimeOffset Now)
{
    public StaffRegister Staff { get; init; } = StaffRegister.Empty;

    /// <summary>Everybody who may sign in; empty where nobody keeps a list.</summary>
    public IReadOnlyList<StaffMember> Accounts { get; init; } = [];

    /// <summary>The closed Smederijen in which ideas still run: somebody guides those.</summary>
    public IReadOnlyList<SmederijSettings> Finishing { get; init; } = [];

    /// <summary>The Smederijen that have no round now because somebody said so, or because they are to be closed.</summary>
    public IReadOnlySet<string> WithoutRound { get; init; } = new HashSet<string>();
}

/// <summary>Looks what an installation has.</summary>
public sealed class Installations(
    SettingsBook book, IEntityStore store, UnreadableRows unreadable, IStaffAccess staff, IOptions<DeliveryOptions> delivery,
    IOptions<PortalOptions> portal, TimeProvider clock)
{
    public async Task<Installation> Look(CancellationToken cancellation)
    {
        List<(SmederijSettings, IReadOnlyList<string>)> smederijen = [];
        foreach (var smederij in book.Open)
            smederijen.Add((smederij, await Nobody(smederij, cancellation)));
        List<SmederijSettings> finishing = [];
        foreach (var closed in book.All.Where(smederij => smederij.Closed))
            if (await store.All(closed.Id, IdeaKeys.RunningFrom(""), cancellation).AnyAsync(cancellation))
                finishing.Add(closed);
        return new(
            book.Municipality, book.Stuurgroep, smederijen, delivery.Value.FromAddress,
            staff.Colleagues.Count == 0 ? null : staff.Colleagues.Count(member => member.ByAccount().Contains(StaffRole.Beheerder)),
            portal.Value.PublicUrl, clock.GetUtcNow())
        {
            Staff = book.Staff,
            Accounts = staff.Colleagues,
            Finishing = finishing,
            WithoutRound = book.Open
                .Where(smederij => book.ClosesAt(smederij.Id) is not null || YearWatch.IsSkipped(smederij, book, clock.GetUtcNow()))
                .Select(smederij => smederij.Id).ToHashSet(StringComparer.Ordinal),
        };
    }

    private async Task<IReadOnlyList<string>> Nobody(SmederijSettings smederij, CancellationToken cancellation)
    {
        List<string> nobody = [];
        IEnumerable<(string Id, string Task)> tasks =
        [
            (smederij.Gebiedsregisseur, "gebiedsregisseur"), .. smederij.Wijkteam.Members.Select(member => (member.Id, member.Function)),
            (Contact.ReleaseMailbox, "mailbox voor het vrijgeven van geld"),
        ];
        foreach (var (id, task) in tasks)
            if (await unreadable.Try<Contact>(smederij.Id, async () => await book.Contact(smederij.Id, id, cancellation)) is not { Email.Length
                : > 0 })
                nobody.Add(task);
        return nobody;
    }
}
