using Smederijen.Portal.Ideas.Mailing;
using Smederijen.Portal.Uploading;

namespace Smederijen.Portal.Governing;

/// <summary>The pages on which the municipality keeps its settings, behind the sign-in of staff.</summary>
public static class GoverningEndpoints
{
    private const string Document = "/beheer/instellingen/{document}";

    public static IReadOnlyList<Endpoint> All { get; } =
    [
        Endpoint.Get<SettingsDesk>("ShowGoverning", SettingsDesk.Address, (x, http) => x.ShowAll(http), Access.Staff),
        Endpoint.Get<SettingsDesk>("ShowSettings", Document, (x, http) => x.Show(http), Access.Staff),
        Endpoint.Get<SettingsDesk>("ShowSettingsForm", Document + "/wijzigen", (x, http) => x.ShowForm(http), Access.Staff),
        Endpoint.Post<SettingsDesk>("DraftSettings", Document + "/wijzigen", (x, http) => x.Draft(http), Access.Staff)
            .For(StaffWork.Governing, OfDocument),
        Endpoint.Post<SettingsDesk>("AgreeOnSettings", Document + "/vaststellen", (x, http) => x.Agree(http), Access.Staff)
            .For(StaffWork.Governing, OfDocument),
        Endpoint.Post<SettingsDesk>("DropSettings", Document + "/weggooien", (x, http) => x.Drop(http), Access.Staff)
            .For(StaffWork.Governing, OfDocument),
        Endpoint.Post<SettingsDesk>("TakeSettingsBack", Document + "/intrekken", (x, http) => x.TakeBack(http), Access.Staff)
            .For(StaffWork.Governing, OfDocument),
        Endpoint.Get<SettingsDesk>("ShowSettingsVersion", Document + "/versies/{nummer}", (x, http) => x.ShowVersion(http), Access.Staff),
        Endpoint.Get<SettingsDesk>("ShowNewSmederij", "/beheer/nieuwe-smederij", (x, http) => x.ShowBeginning(http), Access.Staff),
        Endpoint.Post<SettingsDesk>("BeginSmederij", "/beheer/nieuwe-smederij", (x, http) => x.Begin(http), Access.Staff)
            .For(StaffWork.Governing),
        Endpoint.Get<ClosingDesk>("ShowClosing", ClosingDesk.Address, (x, http) => x.ShowForm(http), Access.Staff),
        Endpoint.Post<ClosingDesk>("DraftClosing", ClosingDesk.Address, (x, http) => x.Draft(http), Access.Staff)
            .ForSeveral(StaffWork.Governing),
        Endpoint.Get<YearDesk>("ShowYear", YearDesk.Address, (x, http) => x.Show(http), Access.Staff),
        Endpoint.Post<YearDesk>("DraftYear", YearDesk.Address, (x, http) => x.Draft(http), Access.Staff)
            .ForSeveral(StaffWork.Governing),
        Endpoint.Post<YearDesk>("AgreeOnYear", YearDesk.Address + "/vaststellen", (x, http) => x.Agree(http), Access.Staff)
            .ForSeveral(StaffWork.Governing),
        Endpoint.Post<YearDesk>("DropYear", YearDesk.Address + "/weggooien", (x, http) => x.Drop(http), Access.Staff)
            .ForSeveral(StaffWork.Governing),
        Endpoint.Get<PeopleDesk>("ShowPeople", PeopleDesk.Address, (x, http) => x.ShowAll(http), Access.Staff),
        Endpoint.Get<PeopleDesk>("ShowPlace", PeopleDesk.Address + "/{plek}", (x, http) => x.Show(http), Access.Staff),
        Endpoint.Post<PeopleDesk>("ProposeHolder", PeopleDesk.Address + "/{plek}", (x, http) => x.Propose(http), Access.Staff)
            .For(StaffWork.Governing, OfPlace),
        Endpoint.Post<PeopleDesk>("AgreeOnHolder", PeopleDesk.Address + "/{plek}/vaststellen", (x, http) => x.Agree(http), Access.Staff)
            .For(StaffWork.Governing, OfPlace),
        Endpoint.Post<PeopleDesk>("DropHolder", PeopleDesk.Address + "/{plek}/weggooien", (x, http) => x.Drop(http), Access.Staff)
            .For(StaffWork.Governing, OfPlace),
        Endpoint.Post<PeopleDesk>("RemoveName", PeopleDesk.Address + "/{plek}/naam-weghalen", (x, http) => x.RemoveName(http), Access.Staff)
            .For(StaffWork.Governing, OfPlace),
        Endpoint.Get<ImportDesk>("ShowSettingsFile", "/beheer/bestand.json", (x, http) => x.ShowFile(http), Access.Staff),
        Endpoint.Get<ImportDesk>("ShowSettingsSchema", "/beheer/schema.json", (_, _) => ImportDesk.ShowSchema(), Access.Staff),
        Endpoint.Get<ImportDesk>("ShowImport", ImportDesk.Address, (_, http) => ImportDesk.ShowForm(http), Access.Staff),
        Endpoint.Post<ImportDesk>("ImportSettings", ImportDesk.Address, (x, http) => x.Import(http), Access.Staff)
            .ForSeveral(StaffWork.Governing),
        Endpoint.Get<ImportDesk>("ShowDrafts", ImportDesk.DraftsAddress, (x, http) => x.ShowDrafts(http), Access.Staff),
        Endpoint.Post<ImportDesk>("AgreeOnDrafts", ImportDesk.DraftsAddress, (x, http) => x.AgreeOnAll(http), Access.Staff)
            .ForSeveral(StaffWork.Governing),
        Endpoint.Get<AreaDesk>("ShowAreas", AreaDesk.Address, (x, http) => x.Show(http), Access.Staff),
        Endpoint.Get<AreaDesk>("ShowAreaFile", AreaDesk.Address + "/gebieden.csv", (x, http) => x.ShowFile(http), Access.Staff),
        Endpoint.Post<AreaDesk>("ImportAreas", AreaDesk.Address, (x, http) => x.Import(http), Access.Staff)
            .ForSeveral(StaffWork.Governing),
        Endpoint.Get<PastDesk>("ShowPast", PastDesk.Address, (x, http) => x.Show(http), Access.Staff),
        Endpoint.Get<PastDesk>("ShowPastTemplate", PastDesk.TemplateAddress, (_, _) => PastDesk.ShowTemplate(), Access.Staff),
        Endpoint.Post<PastDesk>("ProposePast", PastDesk.Address, (x, http) => x.Propose(http), Access.Staff)
            .For(StaffWork.Governing),
        Endpoint.Post<PastDesk>("AgreeOnPast", PastDesk.Address + "/vaststellen", (x, http) => x.Agree(http), Access.Staff)
            .For(StaffWork.Governing),
        Endpoint.Post<PastDesk>("DropPast", PastDesk.Address + "/weggooien", (x, http) => x.Drop(http), Access.Staff)
            .For(StaffWork.Governing),
    ];

    private static string? OfDocument(HttpContext http) => SettingsKeys.SmederijOf(http.Request.RouteValues["document"] as string ?? "");

    private static string? OfPlace(HttpContext http) =>
        PlaceKey.Parse(http.Request.RouteValues["plek"] as string ?? "") is { } place ? place.Smederij : null;

    internal static IServiceCollection AddGoverning(this IServiceCollection services) => services
        .AddItems(_ => SettingsKind.Kind)
        .AddItems(_ => PlaceKind.Kind)
        .AddItems(_ => PastKind.Kind)
        .AddItems(provider => YearKind.Of(provider.GetRequiredService<SettingsBook>()))
        .AddSingleton<YearMail>()
        .AddSingleton<DailyMails>()
        .AddSingleton<GathersMail>(provider => provider.GetRequiredService<DailyMails>().IsChosen)
        .AddSingleton<ChooseMail>()
        .AddSingleton<PlaceSuccession>()
        .AddSingleton<PastCheck>()
        .AddSingleton<PastTaking>()
        .AddSingleton<PastDesk>()
        .AddSingleton<Logos>()
        .AddSingleton<FilesOf>(provider => Logos.In(provider.GetRequiredService<IEntityStore>()))
        .AddSingleton<SettingsBeginning>()
        .AddSingleton<SettingsDesk>()
        .AddSingleton<PeopleDesk>()
        .AddSingleton<Installations>()
        .AddSingleton<ManyDrafts>()
        .AddSingleton<ImportDesk>()
        .AddSingleton<AreaDesk>()
        .AddSingleton<YearDesk>()
        .AddSingleton<ClosingDesk>()
        .AddSingleton<SettingsPublishing>();
}
