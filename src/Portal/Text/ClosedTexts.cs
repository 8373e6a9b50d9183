namespace Smederijen.Portal.Text;

/// <summary>What residents read of a Smederij that is closed.</summary>
internal static class ClosedTexts
{
    public static string Title(SmederijSettings closed, IReadOnlyList<SmederijSettings> successors) => successors.Count == 0
        ? $"{closed.Name} is geen Smederij meer" : $"{closed.Name} hoort nu bij {Names(successors, "en")}";

    public static string NoIdeas(SmederijSettings closed, IReadOnlyList<SmederijSettings> successors) =>
        $"{closed.Name} neemt geen ideeën meer aan. "
        + (successors.Count == 0 ? "Neem contact met ons op." : $"Dien uw idee in bij {Names(successors, "of")}.");

    private static string Names(IReadOnlyList<SmederijSettings> successors, string word) =>
        string.Join($" {word} ", successors.Select(successor => successor.Name));
}
