using System.Diagnostics;
using System.Reflection;
using System.Text.Json;

namespace Smederijen.Functions.Tests.Infrastructure;

/// <summary>The Bicep compiler, and what it says a deployment of <c>infra/bicep</c> would make.</summary>
internal static class Bicep
{
    /// <summary>The variables that a deployment reads, for an installation with everything at its default.</summary>
    public static readonly Dictionary<string, string> Installation = new()
    {
        ["AZURE_ENV_NAME"] = "proef",
        ["SMEDERIJEN_ALERT_ADDRESS"] = "beheer@voorbeeld.example",
        ["SMEDERIJEN_MAIL_FROM"] = "smederijen@voorbeeld.example",
        ["SMEDERIJEN_STAFF_CLIENT_ID"] = "11111111-1111-1111-1111-111111111111",
        ["SMEDERIJEN_BUDGET_START"] = "2026-05-01",
    };

    private static readonly Lazy<Task<IReadOnlyList<JsonElement>>> WithoutChoices = new(() => Snapshot([]));

    public static string Repository { get; } = Metadata("Repository");

    public static string Folder { get; } = Path.Combine(Repository, "infra", "bicep");

    /// <summary>Runs the compiler. Warnings and errors of the infrastructure come on its second stream.</summary>
    public static Task<(int Exit, string Output, string Complaints)> Run(string folder, params string[] arguments) => Run(folder, [], arguments);

    private static async Task<(int Exit, string Output, string Complaints)> Run(
        string folder, (string Name, string Value)[] choices, string[] arguments)
    {
        var start = new ProcessStartInfo(Metadata("Bicep"), arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in Installation)
            start.Environment[name] = value;
        foreach (var (name, value) in choices)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var complaints = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output, await complaints);
    }

    /// <summary>The resources of a deployment, with what is known before it filled in; the rest stays an expression in brackets.</summary>
    /// <param name="choices">Variables beside those of <see cref="Installation"/>.</param>
    public static Task<IReadOnlyList<JsonElement>> Resources(params (string Name, string Value)[] choices) =>
        choices is [] ? WithoutChoices.Value : Snapshot(choices);

    private static async Task<IReadOnlyList<JsonElement>> Snapshot((string Name, string Value)[] choices)
    {
        var copy = Directory.CreateTempSubdirectory("bicep").FullName;
        try
        {
            Directory.CreateDirectory(Path.Combine(copy, "modules"));
            foreach (var file in Directory.EnumerateFiles(Folder, "*.bicep*", SearchOption.AllDirectories))
                File.Copy(file, Path.Combine(copy, Path.GetRelativePath(Folder, file)));
            var (exit, _, complaints) = await Run(copy, choices, ["snapshot", "main.bicepparam", "--location", "westeurope",
                "--tenant-id", "33333333-3333-3333-3333-333333333333", "--subscription-id", "22222222-2222-2222-2222-222222222222"]);
            exit.ShouldBe(0, complaints);
            using var snapshot = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(copy, "main.snapshot.json")));
            return [.. snapshot.RootElement.GetProperty("predictedResources").EnumerateArray().Select(resource => resource.Clone())];
        }
        finally
        {
            Directory.Delete(copy, recursive: true);
        }
    }

    public static IEnumerable<JsonElement> Of(this IEnumerable<JsonElement> resources, string type, string name = "") => resources.Where(resource =>
        resource.GetProperty("type").GetString() == type && resource.GetProperty("name").GetString()!.Contains(name, StringComparison.Ordinal));

    /// <summary>What a resource holds under a path of names.</summary>
    public static JsonElement At(this JsonElement resource, params string[] path) =>
        path.Aggregate(resource.GetProperty("properties"), (at, name) => at.GetProperty(name));

    private static string Metadata(string key) =>
        typeof(Bicep).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == key).Value!;
}
