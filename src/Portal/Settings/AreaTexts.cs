namespace Smederijen.Portal.Settings;

/// <summary>What people read about areas.</summary>
internal static class AreaTexts
{
    /// <summary>In how many ways a part of an area is written.</summary>
    /// <param name="quote">Around each example.</param>
    public static string Forms(string quote)
    {
        string[] examples = ["7901", "7901-7903", "7901AB", "7901AA-7901BZ"];
        return $"{string.Join(", ", examples.Select(example => $"{quote}{example}{quote}"))} of {quote}7901AB 1-99 oneven{quote}";
    }

    /// <summary>On one line: <c>7905, en delen van 7901 en 7904</c>.</summary>
    public static string Short(IEnumerable<AreaPart> area)
    {
        var (whole, inPart) = Area.Of(area).Digits();
        var parts = inPart.Count == 0 ? "" : $"delen van {Dutch.Several(inPart.Select(digits => $"{digits}"))}";
        return whole.Count == 0 ? parts : string.Join(", ", whole) + (parts.Length > 0 ? $", en {parts}" : "");
    }

    /// <summary>What goes out and what comes in; where that is nothing it was only written down in another way.</summary>
    public static (IReadOnlyList<string> Out, IReadOnlyList<string> In) Differ(SmederijSettings before, SmederijSettings after)
    {
        var (was, becomes) = (Area.Of(before.Area), Area.Of(after.Area));
        return (Lines("Gaat eruit:", was.Without(becomes)), Lines("Komt erbij:", becomes.Without(was)));
    }

    /// <summary>A sentence with a space before it, for somebody who is not where they live; empty where nobody knows.</summary>
    public static string Theirs(IReadOnlyList<SmederijSettings> covering) =>
        covering.Count == 0 ? "" : $" Uw Smederij is {Dutch.Several(covering.Select(smederij => smederij.Name), "of")}.";

    /// <summary><c>Postcode 7904 hoort bij Wolfsbos en Grote Beer</c>.</summary>
    public static string Told(Overlap overlap) =>
        $"Postcode {overlap.Part} hoort bij {Dutch.Number(overlap.Smederijen.Length)} Smederijen: {Dutch.Several(overlap.Smederijen.Select(smederij => smederij.Name))}";

    private static IReadOnlyList<string> Lines(string what, Area area) =>
        area.IsEmpty ? [] : [what, .. area.Parts.Select(part => $"{part}")];
}
