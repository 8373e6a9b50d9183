namespace Smederijen.Portal.Work;

/// <summary>Reads which part of an item staff want to hide or to show again. What is wrong with it is added to the errors of the form.</summary>
internal static class PartForm
{
    private const int LongestInstead = 4000;
    private const int LongestTitle = 100;

    /// <returns>The part and what stands in its place; null when none was chosen.</returns>
    public static (ShownPart Part, string Instead)? ToHide(Typed typed, IReadOnlyList<ShownPart> parts)
    {
        if (Chosen(typed, parts) is not { } part)
        {
            typed.Errors.Add("onderdeel", "Kies wat u wilt verbergen.");
            return null;
        }
        var isTitle = part.Name == "titel";
        var instead = isTitle ? typed.Line("vervangend", LongestTitle, null) : typed.Text("vervangend", LongestInstead, null);
        if (part.Says is null && instead.Length > 0)
            typed.Errors.Add("vervangend", "Alleen een tekst kunt u vervangen. Laat dit veld leeg.");
        else if (part.IsHidden && (part.Says is null || part.Instead == (instead.Length > 0 ? instead : isTitle ? Veil.NoTitle : Words.Gone)))
            typed.Errors.Add("onderdeel", "Dit is al verborgen. Misschien was een collega u voor. Er is niets veranderd.");
        return (part, instead);
    }

    /// <returns>Null when none was chosen.</returns>
    public static ShownPart? ToShow(Typed typed, IReadOnlyList<ShownPart> parts)
    {
        var part = Chosen(typed, parts);
        if (part is null)
            typed.Errors.Add("onderdeel", "Kies wat weer te zien moet zijn.");
        else if (!part.IsHidden)
            typed.Errors.Add("onderdeel", "Dit is al weer te zien. Misschien was een collega u voor. Er is niets veranderd.");
        return part;
    }

    private static ShownPart? Chosen(Typed typed, IReadOnlyList<ShownPart> parts) => parts.FirstOrDefault(part => part.Name == typed.Raw("onderdeel"));
}
