using System.Text.Json;
using System.Text.Json.Serialization;

namespace Smederijen.LocalHost.Demo;

/// <summary>An example idea with its story, as <c>ideeen.json</c> has it.</summary>
/// <param name="DagenGeleden">How many days ago it was handed in.</param>
/// <param name="Verloop">The steps, in order.</param>
internal sealed record SeedIdea(
    string Smederij, int DagenGeleden, string Titel, string Beschrijving, string Doelgroep, string Bijdrage, long Bedrag, string Naam,
    IReadOnlyList<string> Verloop)
{
    public IEnumerable<SeedStep> Steps => Verloop.Select(SeedStep.Read);

    public static IReadOnlyList<SeedIdea> All()
    {
        using var file = typeof(SeedIdea).Assembly.GetManifestResourceStream("ideeen.json")
            ?? throw new InvalidOperationException("The example ideas are missing from the program: build it again.");
        return JsonSerializer.Deserialize(file, SeedJson.Default.SeedFile)!.Ideeen;
    }
}

/// <summary>Something that happens in a story: <c>"10 niet-geschikt wijkagent Het is te gevaarlijk."</c></summary>
/// <param name="Day">Days after the idea was handed in.</param>
/// <param name="Word">What happens.</param>
/// <param name="Who">The seat, staff account or number right after it; empty when there is none.</param>
/// <param name="Text">All that follows the first word.</param>
internal sealed record SeedStep(int Day, string Word, string Who, string Text)
{
    /// <summary>What comes after <see cref="Who"/>.</summary>
    public string Reason => Text.Length > Who.Length ? Text[(Who.Length + 1)..] : "";

    /// <summary>What <see cref="Who"/> holds between slashes: <c>45/180/bollen.jpg</c>.</summary>
    public IReadOnlyList<string> Parts => Who.Split('/');

    public static SeedStep Read(string line)
    {
        var parts = line.Split(' ', 3);
        var rest = parts.ElementAtOrDefault(2) ?? "";
        return new SeedStep(int.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture), parts[1], rest.Split(' ')[0], rest);
    }
}

internal sealed record SeedFile(IReadOnlyList<SeedIdea> Ideeen);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, ReadCommentHandling = JsonCommentHandling.Skip)]
[JsonSerializable(typeof(SeedFile))]
internal sealed partial class SeedJson : JsonSerializerContext;
