namespace Smederijen.Portal.Text;

/// <summary>What residents read of a Smederij that is closed.</summary>
internal static class ClosedTexts
{
    public static string Title(SmederijSettings closed, IReadOnlyList<SmederijSettings> successors) => successors.Count == 0
        ? $"{closed.Name} is geen Smederij meer" : $"{closed.Name} hoort nu bij {Dutch.Several(successors.Select(one => one.Name))}";

    public static string NoIdeas(SmederijSettings closed, IReadOnlyList<SmederijSettings> successors) =>
        $"{closed.Name} neemt geen ideeën meer aan. {Elsewhere("Dien uw idee in", successors)}";

    public static string NoPlans(SmederijSettings closed, IReadOnlyList<SmederijSettings> successors) =>
        $"{closed.Name} neemt geen grote plannen meer aan. {Elsewhere("Dien uw plan in", successors)}";

    public static string NoMembers(SmederijSettings closed, IReadOnlyList<SmederijSettings> successors) =>
        $"{closed.Name} neemt geen nieuwe mensen meer aan in de initiatiefgroep. {Elsewhere("Doe mee", successors)}";

    private static string Elsewhere(string what, IReadOnlyList<SmederijSettings> successors) => successors.Count == 0
        ? "Neem contact met ons op." : $"{what} bij {Dutch.Several(successors.Select(one => one.Name), "of")}.";
}
