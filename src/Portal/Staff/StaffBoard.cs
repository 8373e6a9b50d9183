using Microsoft.AspNetCore.Http;
using Smederijen.Domain.Settings;
using Smederijen.Portal.Http;
using Smederijen.Portal.Settings;

namespace Smederijen.Portal.Staff;

/// <summary><c>GET /medewerkers</c>: every running idea, what it waits for and until when.</summary>
public sealed class StaffBoard(BoardReader reader, SettingsBook settings)
{
    public async Task<IResult> Show(HttpContext http)
    {
        var filter = BoardFilter.Read(http.Request.Query);
        if (filter.Smederij is { } smederij && settings.Current(smederij) is null)
            return Failures.NotFound(http, "Deze Smederij bestaat niet. Kies een Smederij uit de lijst.");
        return new PageOf<StaffBoardPage>(new StaffBoardModel(
            filter, await reader.Read(filter, http.RequestAborted), await reader.Count(filter.Smederij, http.RequestAborted), settings.All));
    }
}

/// <summary>What the board shows.</summary>
public sealed record StaffBoardModel(BoardFilter Filter, BoardPart Part, BoardCounts Counts, IReadOnlyList<SmederijSettings> Smederijen)
{
    public string NameOf(string smederij) => Smederijen.FirstOrDefault(one => one.Id == smederij)?.Name ?? smederij;
}
