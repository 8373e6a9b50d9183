using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Smederijen.Domain.Settings;
using Smederijen.Portal.Guidance;
using Smederijen.Portal.Http;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Settings;

namespace Smederijen.Portal.Staff;

/// <summary><c>GET /medewerkers</c>: every running idea, what it waits for and until when.</summary>
public sealed class StaffBoard(BoardReader reader, SettingsBook settings, IStaffAccess access, IOptions<PortalOptions> options)
{
    public async Task<IResult> Show(HttpContext http)
    {
        var filter = BoardFilter.Read(http.Request.Query);
        if (filter.Smederij is { } smederij && settings.Current(smederij) is null)
            return Failures.NotFound(http, "Deze Smederij bestaat niet. Kies een Smederij uit de lijst.");
        return new PageOf<StaffBoardPage>(new StaffBoardModel(
            filter, await reader.Read(filter, http.RequestAborted), await reader.Count(filter.Smederij, http.RequestAborted), settings.All,
            access.Identify(http)?.Name ?? "", [.. Elsewhere()]));
    }

    private IEnumerable<PageLink> Elsewhere()
    {
        yield return new("Berichten die niet aankwamen", "/medewerkers/berichten");
        yield return new("Voor de gebiedsregisseur", RegisseurDesk.Address);
        if (options.Value.Demo)
            yield return new("De klok vooruit zetten", "/medewerkers/klok");
        yield return new("Afmelden", access.SignOutAddress);
    }
}

/// <summary>What the board shows.</summary>
public sealed record StaffBoardModel(BoardFilter Filter, BoardPart Part, BoardCounts Counts, IReadOnlyList<SmederijSettings> Smederijen, string Reader, IReadOnlyList<PageLink> Elsewhere)
{
    public string NameOf(string smederij) => Smederijen.FirstOrDefault(one => one.Id == smederij)?.Name ?? smederij;
}
