using Smederijen.Bench.Load;

namespace Smederijen.Bench.Town;

/// <summary>An idea of the usual length, as somebody types it.</summary>
internal static class Texts
{
    public const string Title = "Een bankje bij de vijver";
    public const string Audience = "Iedereen in de wijk";
    public const string Contribution = "Wij timmeren het bankje zelf en houden de plek schoon.";
    public const string Name = "Jannie de Vries";
    public const string Email = "jannie@voorbeeld.example";

    public const string Description =
        "Bij de vijver lopen veel mensen, maar nergens kunt u zitten. Wij maken daarom een bankje van hout dat over is. "
        + "Zo kunnen buren elkaar ontmoeten, en kunnen ouderen onderweg even rusten.";

    public static string IdeaForm { get; } = Requests.Form(
        ("titel", Title), ("beschrijving", Description), ("doelgroep", Audience), ("bijdrage", Contribution), ("bedrag", "450"),
        ("naam", Name), ("email", Email), ("postcode", "7907 AB"));
}
