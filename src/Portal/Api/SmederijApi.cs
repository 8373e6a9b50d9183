using Smederijen.Portal.Reading;

namespace Smederijen.Portal.Api;

/// <summary>The Smederijen with their rules and their money.</summary>
public sealed class SmederijApi(SettingsBook settings, Treasury treasury)
{
    public IResult List() => ApiAnswer.Of(new SmederijResults([.. settings.All.Select(SmederijItem.Of)]), ApiJson.Readable.SmederijResults);

    public async Task<IResult> Show(HttpContext http)
    {
        if (Find(settings, http) is not { } smederij)
            return Unknown(http);
        return ApiAnswer.Of(SmederijDetail.Of(smederij, await treasury.KnownLedgerOf(smederij, http.RequestAborted)),
            ApiJson.Readable.SmederijDetail);
    }

    /// <summary>The Smederij that the address names; null when there is none.</summary>
    internal static SmederijSettings? Find(SettingsBook settings, HttpContext http) => settings.Current(http.Request.RouteValues["smederij"] as string ?? "");

    internal static IResult Unknown(HttpContext http) =>
        Failures.NotFound(http, $"Deze Smederij bestaat niet. Haal de lijst op met GET {ApiPaths.Root}/smederijen.");
}
