using System.Collections.Concurrent;
using System.Text.Json;
using Smederijen.Domain.Tally;
using Smederijen.Domain.Tally.Pabulib;

namespace Smederijen.Tally.Tests;

/// <summary>
/// The published elections lie beside the repository, not in it (their licence is not stated). PABULIB_DIR names another
/// place. Where they are absent, the tests that need them are reported as skipped.
/// </summary>
public static class PublishedElections
{
    public static string? Folder { get; } = Find();

    public static IEnumerable<Published> All => File.ReadLines(Path.Combine(Folder!, "winners.jsonl"))
        .Select(line => JsonSerializer.Deserialize<Published>(line, s_names)!);

    public static Election Read(string file) => s_read.GetOrAdd(file, name =>
        PabulibFile.Parse(File.ReadAllText(PathOf(name))));

    public static string PathOf(string file) => Directory.EnumerateFiles(Folder!, file, SearchOption.AllDirectories).First();

    /// <summary>The files in which voters gave points and the town's winners are named; they have a folder of their own.</summary>
    public static IReadOnlyList<string> InPoints { get; } = Folder is { } folder && Directory.Exists(Path.Combine(folder, "cumulative"))
        ? [.. Directory.EnumerateFiles(Path.Combine(folder, "cumulative"), "*.pb").Select(file => Path.GetFileName(file))] : [];

    private static readonly ConcurrentDictionary<string, Election> s_read = [];

    private static readonly JsonSerializerOptions s_names = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    private static string? Find()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "Smederijen.Functions.sln")))
            root = root.Parent;
        string?[] places = [Environment.GetEnvironmentVariable("PABULIB_DIR"), root is null ? null : Path.Combine(root.FullName, "../shared/pabulib")];
        return places.FirstOrDefault(p => p is not null && File.Exists(Path.Combine(p, "winners.jsonl")));
    }
}

/// <summary>One line of winners.jsonl: the official winners, and those that an independent program computed.</summary>
public sealed record Published(
    string File, string Rule, string[]? Official, string[]? EqualShares, string[]? EqualSharesAdd1, string[]? GreedySkip);

[AttributeUsage(AttributeTargets.Method)]
public sealed class PublishedElectionsFactAttribute : FactAttribute
{
    public PublishedElectionsFactAttribute() =>
        Skip = PublishedElections.Folder is null ? "The published elections (../shared/pabulib or PABULIB_DIR) are not here." : null;
}

[AttributeUsage(AttributeTargets.Method)]
public sealed class PublishedPointsFactAttribute : FactAttribute
{
    public PublishedPointsFactAttribute() =>
        Skip = PublishedElections.InPoints.Count == 0 ? "No published elections with points (../shared/pabulib/cumulative) are here." : null;
}
