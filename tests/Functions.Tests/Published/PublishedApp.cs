using System.Diagnostics;
using System.Reflection;

namespace Smederijen.Functions.Tests.Published;

/// <summary>The app as it is deployed: published once for all tests, from what was built.</summary>
public sealed class PublishedApp : IAsyncLifetime
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("smederijen-published-").FullName;

    public async Task InitializeAsync()
    {
        var settings = typeof(PublishedApp).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .ToDictionary(data => data.Key, data => data.Value!);
        var publish = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])["publish", settings["FunctionsProject"], "--no-build", "--configuration", settings["Configuration"], "--output", Folder, "--verbosity", "quiet", "--nologo"])
            publish.ArgumentList.Add(argument);
        using var process = Process.Start(publish)!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, string.Concat(said));
    }

    public Task DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return Task.CompletedTask;
    }
}
