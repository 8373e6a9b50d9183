using System.Diagnostics;
using System.Text;
using Smederijen.LocalHost.Backups;
using Smederijen.LocalHost.Tests.Start;
using Smederijen.LocalHost.Tests.Storage;
using Smederijen.Portal.Tests;

namespace Smederijen.LocalHost.Tests.Backups;

/// <summary>The operator who makes backups and puts them back, by the commands, each a process of its own beside the program.</summary>
internal sealed class Keeper : IDisposable
{
    private readonly TemporaryFolder _shelf = new();

    public void Dispose() => _shelf.Dispose();

    /// <summary>Where a backup, or a folder to put one back in, can lie.</summary>
    public string Place(string name) => _shelf.File(name);

    public Task<(int ExitCode, string Errors, string Output)> BackUp(string data, string name, params string[] also) =>
        Run(["backup", Place(name), "--data", data, .. also]);

    public Task<(int ExitCode, string Errors, string Output)> PutBack(string name, string data, params string[] also) =>
        Run(["restore", Place(name), "--data", data, .. also]);

    public static Task<(int ExitCode, string Errors, string Output)> Run(params string[] arguments) =>
        StartedProgram.Run(["dotnet", StartedProgram.File, .. arguments]);

    /// <summary>What the command says when it did what was asked.</summary>
    public static async Task<string> Done(Task<(int ExitCode, string Errors, string Output)> command)
    {
        var (exit, errors, output) = await command;
        errors.ShouldBeEmpty();
        exit.ShouldBe(0);
        return output;
    }

    /// <summary>What the command says when it did not.</summary>
    public static async Task<string> Refused(Task<(int ExitCode, string Errors, string Output)> command)
    {
        var (exit, errors, output) = await command;
        output.ShouldBeEmpty();
        exit.ShouldBe(1);
        errors.ShouldNotContain("   at ");
        return errors;
    }

    /// <summary>Puts a backup back in a folder that the program can start in: with the key file beside it.</summary>
    public async Task<string> PutBackWithKey(string name, string data, string former, params string[] also)
    {
        File.Copy($"{former}.sleutel", $"{data}.sleutel", overwrite: true);
        return await Done(PutBack(name, data, also));
    }

    /// <summary>Starts a command and ends it without a warning at the moment that something is so.</summary>
    public static async Task Kill(Func<bool> moment, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [StartedProgram.File, .. arguments])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!moment())
        {
            process.HasExited.ShouldBeFalse("it was over before it could be killed");
            await Task.Delay(5, patience.Token);
        }
        process.Kill();
        await process.WaitForExitAsync(patience.Token);
    }

    /// <summary>An idea with a photo, through its form.</summary>
    public static async Task<int> HandInPhoto(HttpClient browser, IdeaFields idea)
    {
        var photo = await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "Attachments", "samples", "plain.png"));
        using var form = new MultipartFormDataContent { { new ByteArrayContent(photo), "bijlagen", "foto.png" } };
        foreach (var (name, value) in Visiting.Fields(idea))
            form.Add(new StringContent(value, Encoding.UTF8), name);
        return (await browser.Ask(HttpMethod.Post, $"/smederijen/{Edition.Village}/ideeen/nieuw", form)).Status;
    }

    /// <summary>A file that whoever reads it waits for, until somebody writes in it.</summary>
    public static void MakePipe(string path)
    {
        using var made = Process.Start("mkfifo", path);
        made.WaitForExit();
        made.ExitCode.ShouldBe(0);
    }

    public static Manifest Manifest(string folder) => LocalHost.Backups.Manifest.Read(folder);

    /// <summary>What lies beside a place under its name with something behind it.</summary>
    public static string[] Beside(string place) =>
        [.. Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(place)!, Path.GetFileName(place) + ".*")
            .Select(path => Path.GetFileName(path)!)];
}
