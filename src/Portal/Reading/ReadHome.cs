namespace Smederijen.Portal.Reading;

/// <summary>The first page: what the Smederijen are, how it works, and all of them with their money.</summary>
public sealed class ReadHome(SettingsBook settings, Treasury treasury)
{
    public async Task<IResult> Show(HttpContext http)
    {
        var available = await treasury.AvailableIn(settings.All, http.RequestAborted);
        return new PageOf<HomePage>(new HomeModel(
            settings.Municipality.Name, [.. settings.All.Zip(available, (smederij, euro) => new SmederijOnHome(smederij, euro))]));
    }
}

/// <param name="Place">The name of the municipality; empty as long as nobody filled that in.</param>
public sealed record HomeModel(string Place, IReadOnlyList<SmederijOnHome> Smederijen);

/// <summary>A Smederij in the list, with what it can still spend; null when that cannot be read.</summary>
public sealed record SmederijOnHome(SmederijSettings Smederij, Euro? Available);
