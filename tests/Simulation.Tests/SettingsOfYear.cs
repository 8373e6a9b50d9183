using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Smederijen.Portal.Settings;

namespace Smederijen.Simulation.Tests;

/// <summary>The settings that the municipality begins with, and the seats of its stuurgroep in the years after.</summary>
internal static partial class SettingsOfYear
{
    /// <summary>The period of the file that comes with the program. Its money stands in the settings; later on the stuurgroep divides it.</summary>
    public const int First = 2027;

    private static readonly ConcurrentDictionary<(int Year, bool IsForUsAlone), SettingsFile> Files = new();

    /// <summary>The file for this year: a new version of every Smederij, and a stuurgroep whose seats have new terms every four years.</summary>
    /// <param name="isForUsAlone">Nothing else is paid from the account.</param>
    public static SettingsFile Of(int year, bool isForUsAlone = false) =>
        Files.GetOrAdd((year, isForUsAlone), key => Make(key.Year, key.IsForUsAlone));

    private static SettingsFile Make(int year, bool isForUsAlone)
    {
        using var reader = new StreamReader(typeof(SettingsFile).Assembly.GetManifestResourceStream("smederijen.json")!);
        var text = reader.ReadToEnd()
            .Replace("\"version\": 1", $"\"version\": {year - First + 1}", StringComparison.Ordinal)
            .Replace($"\"period\": \"{First}\"", $"\"period\": \"{year}\"", StringComparison.Ordinal)
            .Replace("\"iban\": \"NL91ABNA0417164300\"", $"\"iban\": \"NL91ABNA0417164300\", \"forUsAlone\": {(isForUsAlone ? "true" : "false")}",
                StringComparison.Ordinal)
            .Replace("\"id\": \"wolfsbos\",", "\"id\": \"wolfsbos\", \"looksFirst\": true,", StringComparison.Ordinal)
            .Replace($"\"closesOn\": \"{First}-", $"\"closesOn\": \"{year}-", StringComparison.Ordinal);
        // Three of four Smederijen offer what is left, one of them from € 100 on.
        var number = 0;
        text = Round().Replace(text, round => ++number % 4 == 0
            ? round.Value : $"{round.Value} \"parts\": {{ \"smallest\": {(number % 4 == 1 ? 10_000 : 0)} }},");
        // One of three pays what is € 1,000 and more in two: 40 percent of it first.
        number = 0;
        text = AmountLimit().Replace(text, limit => ++number % 3 == 0
            ? $"{limit.Value} \"instalments\": {{ \"from\": 100000, \"advancePercent\": 40 }}," : limit.Value);
        text = Seat().Replace(text, seat => WithTerm(seat, EndsIn(int.Parse(seat.Groups["until"].Value, CultureInfo.InvariantCulture), year)));
        using var document =
            JsonDocument.Parse(text, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        return SettingsFile.Read(document.RootElement);
    }

    /// <summary>Residents leave in the middle of a year, at times while they are asked something.</summary>
    private static string WithTerm(Match seat, int last) => string.Create(
        CultureInfo.InvariantCulture, $"{seat.Groups["seat"].Value}\"from\": \"{last - 4}-01-01\", \"until\": \"{last}-{(seat.Groups["kind"].Value == "Resident" ? "06-30" : "12-31")}");

    /// <summary>Terms follow each other every four years, and overlap by one so that the next file knows who comes.</summary>
    private static int EndsIn(int first, int year) => year <= first ? first : first + (year - first + 3) / 4 * 4;

    [GeneratedRegex("""(?<seat>"kind": "(?<kind>\w+)", .*)"from": "\d{4}-01-01", "until": "(?<until>\d{4})-12-31""")]
    private static partial Regex Seat();

    [GeneratedRegex("\"amountLimit\": [0-9]+,")]
    private static partial Regex AmountLimit();

    [GeneratedRegex("\"round\": \\{")]
    private static partial Regex Round();
}
