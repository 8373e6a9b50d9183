using Smederijen.Portal.Stuurgroep;
using Smederijen.Portal.Stuurgroep.Dividing;
using Smederijen.Portal.Stuurgroep.Mailing;
using Smederijen.Portal.Stuurgroep.Reading;
using Smederijen.Portal.Stuurgroep.Speaking;

namespace Smederijen.Portal;

/// <summary>What everyone reads of the stuurgroep, the page of a seat, and the pages of staff.</summary>
public static class StuurgroepEndpoints
{
    private const string Desk = StuurgroepDesk.Address;

    public static IReadOnlyList<Endpoint> All { get; } =
    [
        Endpoint.Get<ReadStuurgroep>("ShowStuurgroep", "/stuurgroep", (x, http) => x.Show(http)),
        Endpoint.Get<ReadStuurgroep>("ShowResolution", "/stuurgroep/besluiten/{id}", (x, http) => x.ShowResolution(http)),
        Endpoint.Get<SpeakForSeat>("ShowSeat", "/zetel/{verwijzing}", (x, http) => x.Show(http)),
        Endpoint.Post<SpeakForSeat>("SpeakForSeat", "/zetel/{verwijzing}", (x, http) => x.Post(http)),
        Endpoint.Get<StuurgroepDesk>("ShowStuurgroepDesk", Desk, (x, http) => x.Show(http), Access.Staff),
        Endpoint.Get<StuurgroepDesk>("ShowNewDivision", Desk + "/nieuw", (x, http) => x.ShowForm(http), Access.Staff),
        Endpoint.Post<StuurgroepDesk>("DraftDivision", Desk + "/nieuw", (x, http) => x.Draft(http), Access.Staff)
            .For(StaffWork.Stuurgroep),
        Endpoint.Get<RemainderDesk>("ShowNewRemainder", Desk + "/over", (x, http) => x.ShowForm(http), Access.Staff),
        Endpoint.Post<RemainderDesk>("DraftRemainder", Desk + "/over", (x, http) => x.Draft(http), Access.Staff)
            .For(StaffWork.Stuurgroep),
        Endpoint.Get<ResolutionDesk>("ShowResolutionDesk", Desk + "/{id:minlength(10)}", (x, http) => x.Show(http), Access.Staff),
        Endpoint.Post<ResolutionDesk>("AmendDivision", Desk + "/{id}/bedragen", (x, http) => x.Amend(http), Access.Staff)
            .For(StaffWork.Stuurgroep),
        Endpoint.Post<ResolutionDesk>("AmendRemainder", Desk + "/{id}/keuzes", (x, http) => x.AmendRemainder(http), Access.Staff)
            .For(StaffWork.Stuurgroep),
        Endpoint.Post<ResolutionDesk>("PutToSeats", Desk + "/{id}/voorleggen", (x, http) => x.PutToSeats(http), Access.Staff)
            .For(StaffWork.Stuurgroep),
        Endpoint.Post<ResolutionDesk>("HandToDeputy", Desk + "/{id}/plaatsvervanger", (x, http) => x.HandToDeputy(http), Access.Staff)
            .For(StaffWork.Stuurgroep),
        Endpoint.Post<ResolutionDesk>("WithdrawResolution", Desk + "/{id}/intrekken", (x, http) => x.Withdraw(http), Access.Staff)
            .For(StaffWork.Stuurgroep),
        Endpoint.Get<ResolutionDesk>("ShowTextOfResolution", Desk + "/{id}/teksten/{stap}", (x, http) => x.ShowText(http), Access.Staff),
        Endpoint.Post<ResolutionDesk>("VeilTextOfResolution", Desk + "/{id}/teksten/{stap}", (x, http) => x.VeilText(http), Access.Staff)
            .For(StaffWork.Stuurgroep),
    ];

    internal static IServiceCollection AddStuurgroep(this IServiceCollection services) => services
        .AddSingleton<ResolutionMail>()
        .AddSingleton<ReadStuurgroep>()
        .AddSingleton<SpeakForSeat>()
        .AddSingleton<StuurgroepDesk>()
        .AddSingleton<ResolutionDesk>()
        .AddSingleton<Allotting>()
        .AddSingleton<Settling>()
        .AddSingleton<Leftovers>()
        .AddSingleton<RemainderDesk>()
        .AddSingleton<ResolutionArchive>();
}
