using System.Text.Json;
using Smederijen.Portal.Settings;

namespace Smederijen.Simulation.Tests;

/// <summary>The settings file as the municipality writes it for the budget periods one after the other.</summary>
internal static class SettingsOfYear
{
    /// <summary>In cents: of the Smederijen that decide once a year.</summary>
    private static readonly long[] EnvelopesToVoteAbout = [1439700, 2396800, 1373700, 845700, 1208700];

    /// <summary>The file that comes with the program, for the period 2027, with too little money where people vote.</summary>
    public static SettingsFile First { get; } = Read(LessMoney);

    /// <summary>The same for 2028, as a new version of every Smederij.</summary>
    public static SettingsFile Second { get; } = Read(text => LessMoney(text)
        .Replace("\"version\": 1", "\"version\": 2", StringComparison.Ordinal)
        .Replace("\"period\": \"2027\"", "\"period\": \"2028\"", StringComparison.Ordinal)
        .Replace("\"2027-", "\"2028-", StringComparison.Ordinal));

    private static string LessMoney(string text) => EnvelopesToVoteAbout.Aggregate(text, (file, envelope) => file.Replace($"{envelope}", $"{envelope / 4}", StringComparison.Ordinal));

    private static SettingsFile Read(Func<string, string> edit)
    {
        using var reader = new StreamReader(typeof(SettingsFile).Assembly.GetManifestResourceStream("smederijen.json")!);
        using var document = JsonDocument.Parse(edit(reader.ReadToEnd()), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        return SettingsFile.Read(document.RootElement);
    }
}
