namespace Smederijen.Portal.Staff;

/// <summary>The pages of staff, behind their sign-in.</summary>
public static class StaffEndpoints
{
    public static IReadOnlyList<Endpoint> All { get; } =
    [
        Endpoint.Get<StaffBoard>("ShowStaffBoard", "/medewerkers", (x, http) => x.Show(http), Access.Staff),
        Endpoint.Get<FailedEffects>("ShowFailedEffects", FailedEffects.Address, (x, http) => x.Show(http), Access.Staff),
        Endpoint.Post<FailedEffects>("TryEffectAgain", "/medewerkers/berichten/{smederij}/{item}/{nummer}/opnieuw", (x, http) => x.TryAgain(
            http), Access.Staff)
            .For(StaffWork.Ideas),
        Endpoint.Post<FailedEffects>("ShowWhoWasNotReached", "/medewerkers/berichten/{smederij}/{item}/{nummer}/persoon", (x, http) =>
            x.ShowPerson(http), Access.Staff)
            .For(StaffWork.Ideas, _ => null),
        Endpoint.Get<PaperMail>("ShowPaperMail", "/medewerkers/berichten/{smederij}/{item}/{nummer}/brief", (x, http) => x.Show(http), Access.Staff)
            .OfPeople(),
        Endpoint.Post<PaperMail>("SendOnPaper", "/medewerkers/berichten/{smederij}/{item}/{nummer}/brief", (x, http) => x.Post(http), Access.Staff)
            .For(StaffWork.Ideas),
        Endpoint.Get<LogCheck>("ShowLogCheck", LogCheck.Address, (_, _) => LogCheck.Show(), Access.Staff),
        Endpoint.Post<LogCheck>("CheckLogs", LogCheck.Address, (x, http) => x.Post(http), Access.Staff),
        Endpoint.Get<UnreadableDesk>("ShowUnreadable", UnreadableDesk.Address, (x, http) => x.Show(http), Access.Staff),
        Endpoint.Get<LedgerBook>("ShowLedger", "/medewerkers/geld/{smederij}", (x, http) => x.Show(http), Access.Staff),
        Endpoint.Get<StaffIdea>("ShowStaffIdea", "/medewerkers/ideeen/{smederij}/{id}", (x, http) => x.Show(http), Access.Staff),
        Endpoint.Get<ReadPrivateFile>("ShowScan", "/medewerkers/ideeen/{smederij}/{id}/scans/{naam}", (x, http) => x.ShowScan(http), Access.Staff)
            .OfPeople(),
        Endpoint.Get<ReadPrivateFile>("ShowReceipt", "/medewerkers/ideeen/{smederij}/{id}/bonnen/{naam}", (x, http) => x.ShowReceipt(http),
            Access.Staff).OfPeople(),
        Endpoint.Get<ReadPrivateFile>("ShowPartFile", "/medewerkers/ideeen/{smederij}/{id}/bestanden/{naam}", (x, http) => x.ShowPart(http),
            Access.Staff).OfPeople(),
        .. StaffAction.All.SelectMany(OfAction),
        Endpoint.Get<ReportDesk>("ShowReports", ReportDesk.Address, (x, http) => x.Show(http), Access.Staff),
        Endpoint.Post<ReportDesk>("SettleReport", ReportDesk.Address + "/{melding}", (x, http) => x.Settle(http), Access.Staff)
            .ForSeveral(StaffWork.Ideas),
        Endpoint.Get<PersonDesk>("ShowPersonDesk", PersonDesk.Address, (x, http) => x.Show(http), Access.Staff),
        Endpoint.Post<PersonDesk>("ActOnPerson", PersonDesk.Address, (x, http) => x.Post(http), Access.Staff)
            .For(StaffWork.Ideas),
        Endpoint.Get<LookDesk>("ShowLooks", LookDesk.Address, (x, http) => x.Show(http), Access.Staff),
        Endpoint.Get<ProofByMail>("ShowProofByMail", ProofByMail.Address, (_, http) => ProofByMail.Show(http), Access.Staff),
        Endpoint.Post<ProofByMail>("AskForProofByMail", ProofByMail.Address, (x, http) => x.Post(http), Access.Staff),
        Endpoint.Get<ProofByMail>("ShowProofSent", ProofByMail.Address + "/verstuurd", (_, _) => ProofByMail.ShowSent(), Access.Staff),
        Endpoint.Get<ProofByMail>("ShowProofLink", "/bewijs/{verwijzing}", (x, http) => x.ShowLink(http), Access.Staff),
        Endpoint.Post<ProofByMail>("UseProofLink", "/bewijs/{verwijzing}", (x, http) => x.UseLink(http), Access.Staff),
        Endpoint.Get<RegisseurDesk>("ShowRegisseur", RegisseurDesk.Address, (x, http) => x.Show(http), Access.Staff),
    ];

    internal static IServiceCollection AddStaff(this IServiceCollection services) => services
        .AddSingleton<RegisseurDesk>()
        .AddSingleton<ReportDesk>()
        .AddSingleton<PersonDesk>()
        .AddSingleton<OvertakenMails>()
        .AddSingleton<PersonFinder>()
        .AddSingleton<IKeepsPeople, PeopleOfIdeas>()
        .AddSingleton<IKeepsPeople, PeopleOfPlans>()
        .AddSingleton<IKeepsPeople, PeopleWhoWerePaid>()
        .AddSingleton<IKeepsPeople, PeopleOfGroups>()
        .AddSingleton<IKeepsPeople, PeopleWhoWaitForACall>()
        .AddSingleton<IKeepsPeople, PeopleOfTheSettings>()
        .AddSingleton<IKeepsPeople, PeopleOfOldAddresses>()
        .AddSingleton<OldAddresses>()
        .AddSingleton<IWorkKind>(provider => provider.GetRequiredService<OldAddresses>())
        .AddSingleton<BoardReader>()
        .AddSingleton<StaffBoard>()
        .AddSingleton<FailedEffects>()
        .AddSingleton<PaperMail>()
        .AddSingleton<LedgerBook>()
        .AddSingleton<LogCheck>()
        .AddSingleton<UnreadableDesk>()
        .AddSingleton<StaffNames>()
        .AddSingleton<Looks>()
        .AddSingleton<FreshSignIn>()
        .AddSingleton<LookDesk>()
        .AddSingleton<ProofByMail>()
        .AddSingleton<CaseFiles>()
        .AddSingleton<StaffIdea>()
        .AddSingleton<ReadPrivateFile>()
        .AddSingleton<StaffActionForms>()
        .AddSingleton<StaffDesk>();

    private static IEnumerable<Endpoint> OfAction(StaffAction action)
    {
        var pattern = "/medewerkers/ideeen/{smederij}/{id}/" + action.Name;
        yield return Endpoint.Get<StaffDesk>($"Show{action.Endpoint}", pattern, (x, http) => x.Show(action, http), Access.Staff);
        yield return Endpoint.Post<StaffDesk>(action.Endpoint, pattern, (x, http) => x.Post(action, http), Access.Staff).For(action.Work);
    }
}
