namespace Smederijen.Portal.Reading;

/// <summary>The first page: what the Smederijen are, how it works, and all of them with their money.</summary>
public sealed class ReadHome(SettingsBook settings, Treasury treasury)
{
    public async Task<IResult> Show(HttpContext http)
    {
        var open = settings.Open;
        var available = await treasury.AvailableIn(open, http.RequestAborted);
        return new PageOf<HomePage>(new HomeModel(
            settings.Municipality.Name, [.. open.Zip(available, (smederij, euro) => new SmederijOnHome(smederij, euro))])
        {
            Closed = [.. settings.All.Where(smederij => smederij.Closed)],
        });
    }
}

/// <param name="Place">The name of the municipality; empty as long as nobody filled that in.</param>
public sealed record HomeModel(string Place, IReadOnlyList<SmederijOnHome> Smederijen)
{
    /// <summary>Those of before, whose pages can still be read.</summary>
    public IReadOnlyList<SmederijSettings> Closed { get; init; } = [];
}

/// <summary>A Smederij in the list, with what it can still spend; null when that cannot be read.</summary>
public sealed record SmederijOnHome(SmederijSettings Smederij, Euro? Available);
