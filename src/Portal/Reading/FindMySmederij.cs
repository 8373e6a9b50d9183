namespace Smederijen.Portal.Reading;

/// <summary>
/// <c>/mijn-smederij</c>: in which Smederij somebody lives, by postcode. It is posted, so that no address of a page tells where somebody lives.
/// </summary>
public sealed class FindMySmederij(SettingsBook settings)
{
    public const string Address = "/mijn-smederij";

    public static IResult Show(HttpContext http) => Page(Typed.For(http), null, 200);

    /// <summary>
    /// Straight to the page of the one Smederij there is; otherwise it says which there are, or that there is none. The number of the house is
    /// asked where that tells which.
    /// </summary>
    public async Task<IResult> Post(HttpContext http)
    {
        var typed = await Typed.Read(http);
        var postcode = typed.PostcodeOf("postcode");
        if (typed.Errors.Any)
            return Page(typed, null, 400);
        var found = settings.WhichCover(postcode);
        if (found.Any(smederij => smederij.Covers(postcode) == Coverage.SomeHouses))
        {
            if (typed.HouseNumber(HouseField.Name,
                $"Niet alle huizen met postcode {postcode} horen bij één Smederij. Vul ook uw huisnummer in.") is not { } house)
                return Page(typed, null, 400);
            found = settings.WhichCover(postcode, house);
        }
        return found is [var one] ? new SeeOther($"/smederijen/{one.Id}") : Page(typed, new FoundSmederijen(postcode, found), 200);
    }

    private static PageOf<FindMySmederijPage> Page(Typed typed, FoundSmederijen? found, int status) =>
        new(new FindMySmederijModel(typed, found), status);
}

/// <summary>The Smederijen that a postcode belongs to: none, or more than one.</summary>
public sealed record FoundSmederijen(Postcode Postcode, IReadOnlyList<SmederijSettings> Smederijen);

/// <param name="Found">Null as long as nothing was asked.</param>
public sealed record FindMySmederijModel(Typed Typed, FoundSmederijen? Found);
