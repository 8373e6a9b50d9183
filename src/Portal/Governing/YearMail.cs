namespace Smederijen.Portal.Governing;

/// <summary>
/// The mail to who can open a year that no round follows on a last day: one for all Smederijen of that day. It is written by the settings as they
/// are when it goes out, so it names no Smederij whose next round was agreed on meanwhile.
/// </summary>
public sealed class YearMail(
    SettingsBook book, IStaffAccess access, UnreadableRows unreadable, TimeProvider clock, IOptions<PortalOptions> options)
{
    public async Task<IReadOnlyList<AddressedLetter>> Write(YearEffect.Remind remind, CancellationToken cancellation)
    {
        var today = Amsterdam.DateOf(clock.GetUtcNow());
        var ending = YearWatch.NotFollowed(book).Where(round => round.Round.ClosesOn == remind.LastDay && remind.LastDay >= today).ToList();
        List<AddressedLetter> letters = [];
        foreach (var (account, name, reach) in Beheerders(today))
            if (ending.Where(round => reach.Contains(StaffGrant.All) || reach.Contains(round.Id)).ToList() is { Count: > 0 } own
                && await MailboxOf(account, cancellation) is { } email)
                letters.Add(new(name, email, LetterAbout(own, remind.LastDay, today), account));
        return letters;
    }

    /// <summary>
    /// Those of the register; as long as that names nobody, the accounts that have the role, where somebody keeps a list of accounts.
    /// </summary>
    private IEnumerable<(string Account, string Name, ImmutableArray<string> Reach)> Beheerders(DateOnly today) => book.Staff.Decides
        ? book.Staff.Tasks.Where(task => task.Role is StaffRole.Beheerder && task.CountsOn(today))
            .GroupBy(task => task.Account, StringComparer.OrdinalIgnoreCase)
            .Select(tasks => (tasks.Key, tasks.First().Name, tasks.SelectMany(task => task.Reach).ToImmutableArray()))
        : access.Colleagues.Where(colleague => colleague.Roles.Contains(StaffRoles.Beheerder))
            .Select(colleague => (colleague.Id, colleague.Name, ImmutableArray.Create(StaffGrant.All)));

    /// <summary>
    /// As somebody filled it in at the place of this account, or else as the account says; null where neither is known, and then the staff board
    /// is what tells them.
    /// </summary>
    private async Task<string?> MailboxOf(string account, CancellationToken cancellation)
    {
        var directed = book.All.Where(smederij => IsOf(smederij.Gebiedsregisseur)).Select(smederij => smederij.Id);
        foreach (var partition in directed.Prepend(Partitions.Stuurgroep))
        {
            string? email = null;
            await unreadable.Try(partition, async () => email = (await book.Contact(partition, account, cancellation))?.Email);
            if (email is { Length: > 0 })
                return email;
        }
        return access.Colleagues.FirstOrDefault(colleague => IsOf(colleague.Id))?.Email is { Length: > 0 } known ? known : null;

        bool IsOf(string id) => Accounts.AreSame(id, account);
    }

    private Letter LetterAbout(IReadOnlyList<SmederijSettings> ending, DateOnly lastDay, DateOnly today)
    {
        int[] years = [.. ending.Select(smederij => YearPlan.After(smederij.Round.Period, null)).OfType<int>().Distinct()];
        var (open, address) = years is [var year]
            ? ($"Het jaar {year} openen", YearDesk.AddressOf(year)) : ("Het volgende jaar openen", YearDesk.Address);
        return new(
            years is [var next] ? $"Open het jaar {next}: er volgt nog geen ronde" : "Er volgt nog geen ronde: open het volgende jaar",
            LetterParts.Paragraphs(
                $"De ronde sluit {YearWatch.In(lastDay.DayNumber - today.DayNumber)} in {Dutch.Several(ending.Select(one => one.Name))}. "
                    + $"De laatste dag is {Dutch.DateWithDay(lastDay)}. Er is nog geen volgende ronde vastgesteld.",
                "Zonder volgende ronde krijgen ideeën na die dag geen geld, en lezen bewoners dat de ronde voorbij is.",
                "Een jaar opent u met twee beheerders. De een maakt het voorstel, de ander stelt het vast.",
                "Deze mail gaat acht weken, vier weken en één week van tevoren naar iedere beheerder. Is het jaar geopend? Dan stopt de mail."),
            new LetterLink(open, new Uri(options.Value.PublicUrl, address)))
        { Greeting = LetterParts.Colleague };
    }
}
