namespace Smederijen.Portal.Governing;

/// <summary>Something in a file that cannot be taken in, with what to do about it.</summary>
/// <param name="Place">As programs write it: <c>smederijen[3].round.closesOn</c>; empty for the file as a whole.</param>
/// <param name="Whose">The name of the Smederij that it is about; null for anything else.</param>
public sealed record FileError(string Place, string Message, string? Whose = null);

/// <summary>Everything that is wrong with a file, in the order in which it was found.</summary>
internal sealed class FileErrors
{
    private readonly List<FileError> all = [];
    private readonly List<(string Place, string Name)> names = [];

    public IReadOnlyList<FileError> All => all;

    public void Add(string place, string message) =>
        all.Add(new(place, message, names.FirstOrDefault(named => IsIn(place, named.Place)).Name));

    /// <summary>The content of a file that was sent; null, with an error, when it is too large.</summary>
    public async Task<byte[]?> Take(IFormFile file, int most, string tooLarge, CancellationToken cancellation)
    {
        if (file.Length > most)
        {
            Add("", tooLarge);
            return null;
        }
        using var content = new MemoryStream((int)file.Length);
        await file.CopyToAsync(content, cancellation);
        return content.ToArray();
    }

    /// <summary>What people call everything at this place: a number in a list tells them nothing.</summary>
    public void IsCalled(string place, string name) => names.Add((place, name));

    /// <summary>Whether something was said of this place already, or of what it is a part of.</summary>
    public bool Knows(string place) => all.Exists(error => error.Place.Length > 0 && IsIn(place, error.Place));

    /// <summary>Whether something was said of a part of this place.</summary>
    public bool KnowsIn(string place) => all.Exists(error => IsIn(error.Place, place));

    /// <summary>The errors of a form, which say on top how many there are in the file.</summary>
    public static FormErrors Told(FormErrors errors, int count)
    {
        if (count > 0 && !errors.Any(error => error.Field.Length == 0))
            errors.Add("", $"In het bestand {(count == 1 ? "moet 1 ding" : $"moeten {Dutch.Number(count)} dingen")} anders. Er is niets veranderd.");
        return errors;
    }

    private static bool IsIn(string place, string whole) =>
        place.StartsWith(whole, StringComparison.Ordinal) && (place.Length == whole.Length || place[whole.Length] is '.' or '[');
}
