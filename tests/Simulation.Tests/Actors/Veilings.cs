using System.Text.RegularExpressions;

namespace Smederijen.Simulation.Tests.Actors;

/// <summary>Staff hide a text in the history of a round or a resolution, and show it again after some days.</summary>
internal static partial class Veilings
{
    /// <param name="page">The page of staff of the round or resolution.</param>
    public static async Task HideATextOf(this Simulation simulation, string page)
    {
        var form = await simulation.Site.Visit(process => process.AsStaff("anna").Get($"{page}/teksten/verbergen"));
        if (form is null || Text().Match(form.Text) is not { Success: true } text)
            return;
        var part = text.Groups[1].Value;
        await simulation.Do(page, "verbergen", new { onderdeel = part, reden = "Er staat een naam in." });
        simulation.Within(
            TimeSpan.FromHours(1), TimeSpan.FromDays(10),
            () => simulation.Do(page, "weer-tonen", new { onderdeel = part, reden = "Het is in orde." }));
    }

    private static Task Do(this Simulation simulation, string page, string step, object form) =>
        new Press(simulation, $"staff: {step} of a text", async (process, command) => Ways.OfToday(
            await process.AsStaff("anna").Post($"{page}/teksten/{step}", form.With("opdracht", command)))).Deliver();

    [GeneratedRegex("value=\"(tekst-[A-Za-z0-9_-]{22})\"")]
    private static partial Regex Text();
}
