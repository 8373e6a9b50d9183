namespace Smederijen.Portal.Reading;

/// <summary>What the municipality says of itself, and how long it keeps whose data.</summary>
/// <param name="Kept">The Smederijen with the months that the people of an idea are still known after its end.</param>
public sealed record PrivacyModel(MunicipalitySettings Municipality, IReadOnlyList<(string Name, int Months)> Kept)
{
    private const int Year = 12;

    /// <summary>How long, in a sentence, with the Smederijen in which it is another time than in most.</summary>
    public string Term
    {
        get
        {
            if (Kept.GroupBy(one => one.Months).OrderByDescending(group => group.Count()).ThenBy(group => group.Key).ToList()
                is not [var usual, .. var rest])
                return "Na het einde van een idee wissen wij uw gegevens.";
            var most = $"{Length(usual.Key)} nadat het idee is afgesloten, wissen wij uw gegevens.";
            var others = rest.OrderBy(group => group.Key).ToList();
            return others.Count == 0 ? most
                : $"{most} {string.Join(" ", others.Select(group => $"Bij een idee in {Dutch.Several(group.Select(one => one.Name))} is dat na {Small(group.Key)}."))}";
        }
    }

    private static string Length(int months) => Small(months) is var small ? char.ToUpperInvariant(small[0]) + small[1..] : "";

    private static string Small(int months) =>
        months == Year ? "een jaar" : months % Year == 0 ? $"{months / Year} jaar" : months == 1 ? "een maand" : $"{months} maanden";
}
