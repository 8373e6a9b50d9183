namespace Smederijen.Portal.Text;

/// <summary>What residents read of a Smederij that is closed.</summary>
internal static class ClosedTexts
{
    public static string Title(SmederijSettings closed, IReadOnlyList<SmederijSettings> successors) => successors.Count == 0
        ? $"{closed.Name} is geen Smederij meer" : $"{closed.Name} hoort nu bij {Dutch.Several(successors.Select(one => one.Name))}";

    public static string NoIdeas(SmederijSettings closed, IReadOnlyList<SmederijSettings> successors) =>
        $"{closed.Name} neemt geen ideeën meer aan. "
        + (successors.Count == 0 ? "Neem contact met ons op." : $"Dien uw idee in bij {Dutch.Several(successors.Select(one => one.Name), "of")}.");
}
