using System.Diagnostics;
using System.Reflection;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Smederijen.Functions.Tests.Storage;

/// <summary>The emulator of Azure storage: started once for all tests, on free ports of this machine, in memory.</summary>
public sealed partial class Azurite : IAsyncLifetime
{
    private const string Account = "smederijen";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly string _key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(64));
    private Process? _process;

    /// <summary>How the adapters reach it.</summary>
    public string Connection { get; private set; } = "";

    /// <summary>A name for a table or container that no other test has.</summary>
    public static string NewName() => "t" + Guid.NewGuid().ToString("N");

    public async Task InitializeAsync()
    {
        var folder = typeof(Azurite).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "Azurite").Value!;
        var start = new ProcessStartInfo("node") { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["AZURITE_ACCOUNTS"] = $"{Account}:{_key}";
        foreach (var argument in (string[])[
            "node_modules/azurite/dist/src/azurite.js", "--blobPort", "0", "--queuePort", "0", "--tablePort", "0",
            "--inMemoryPersistence", "--skipApiVersionCheck", "--disableTelemetry", "--silent"])
            start.ArgumentList.Add(argument);
        _process = Process.Start(start)!;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Stop();
        using var inTime = new CancellationTokenSource(Patience);
        var (blobs, tables) = await Addresses(_process.StandardOutput, inTime.Token);
        _ = _process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
        Connection = $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={_key};BlobEndpoint={blobs}/{Account};TableEndpoint={tables}/{Account};";
    }

    public Task DisposeAsync()
    {
        Stop();
        return Task.CompletedTask;
    }

    private async Task<(string Blobs, string Tables)> Addresses(StreamReader output, CancellationToken inTime)
    {
        Dictionary<string, string> found = [];
        while (found.Count < 3)
        {
            var line = await output.ReadLineAsync(inTime)
                ?? throw new InvalidOperationException($"Azurite did not start: {await _process!.StandardError.ReadToEndAsync(inTime)}");
            if (Listening().Match(line) is { Success: true } match)
                found[match.Groups[1].Value] = match.Groups[2].Value;
        }
        return (found["Blob"], found["Table"]);
    }

    private void Stop()
    {
        try
        {
            _process?.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended already.
        }
    }

    [GeneratedRegex("Azurite (Blob|Queue|Table) service is successfully listening at (http://[0-9.:]+)")]
    private static partial Regex Listening();
}

[CollectionDefinition(nameof(Azurite))]
public sealed class AzuriteTests : ICollectionFixture<Azurite>;
