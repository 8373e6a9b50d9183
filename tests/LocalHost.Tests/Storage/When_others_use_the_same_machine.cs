using System.Runtime.Versioning;
using Smederijen.LocalHost.Storage;
using Smederijen.LocalHost.Tests.Crash;
using Smederijen.LocalHost.Tests.Start;
using Smederijen.Portal.Tests;

namespace Smederijen.LocalHost.Tests.Storage;

/// <summary>The program was started with the widest umask there is, on a folder that stood open to everybody.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class When_others_use_the_same_machine : IDisposable
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode Everybody = Owner | UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Nothing_in_the_data_folder_is_theirs_to_read_neither_what_lay_there_nor_what_is_new()
    {
        using (var before = await Start())
            await HandIn(before);
        Directory.CreateDirectory(_folder.File("uitgaand/oud"));
        await File.WriteAllTextAsync(_folder.File("uitgaand/oud/brief.eml"), "hoi");
        await File.WriteAllTextAsync(_folder.File("uitvoer.csv"), "naam;adres");
        foreach (var one in All().Append(new FileInfo($"{_folder.Path}.sleutel")))
            one.UnixFileMode = Everybody;

        using var program = await Start();
        await HandIn(program);

        var names = All().Select(one => Path.GetRelativePath(_folder.Path, one.FullName)).ToList();
        names.Count(name => name.StartsWith("bijlagen/", StringComparison.Ordinal)).ShouldBeGreaterThanOrEqualTo(2);
        names.Count(name => name.EndsWith(".eml", StringComparison.Ordinal)).ShouldBeGreaterThanOrEqualTo(3);
        names.ShouldContain("smederijen.db-wal");
        names.ShouldContain("smederijen.db-shm");
        All().Append(new FileInfo($"{_folder.Path}.sleutel")).Where(one => (one.UnixFileMode & ~Owner) != 0)
            .Select(one => $"{one.UnixFileMode} {one.FullName}").ShouldBeEmpty();
        File.GetUnixFileMode(_folder.Path).ShouldBe(Owner);
    }

    [Fact]
    public async Task What_is_made_at_a_first_start_is_readable_and_writable_for_its_own_user_and_no_more()
    {
        using var program = await Start();
        await HandIn(program);
        All().Where(one => one.UnixFileMode != (one is DirectoryInfo ? Owner : Owner & ~UnixFileMode.UserExecute))
            .Select(one => $"{one.UnixFileMode} {one.FullName}").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_folder_with_the_work_of_others_in_it_is_left_alone()
    {
        Directory.CreateDirectory(_folder.File("administratie"));
        File.SetUnixFileMode(_folder.Path, Everybody);
        var (exitCode, errors, _) = await StartedProgram.Run(["dotnet", StartedProgram.File, "--port", "0", "--data", _folder.Path]);
        exitCode.ShouldBe(1);
        errors.ShouldContain("holds folders of others");
        File.GetUnixFileMode(_folder.Path).ShouldBe(Everybody);
        File.Exists(_folder.File("smederijen.db")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/tmp")]
    public void A_folder_that_the_whole_machine_uses_is_refused(string folder) =>
        Should.Throw<CannotStartException>(() => PrivateFiles.CheckIsOurs(folder)).Message.ShouldContain("--data");

    private Task<KilledProgram> Start() => KilledProgram.Start(
        ["sh", "-c", "umask 000 && exec \"$@\"", "sh", "dotnet", StartedProgram.File, "--port", "0", "--data", _folder.Path, "--demo", "--empty"]);

    private IEnumerable<FileSystemInfo> All() =>
        new DirectoryInfo(_folder.Path).EnumerateFileSystemInfos("*", SearchOption.AllDirectories).Append(new DirectoryInfo(_folder.Path));

    /// <summary>With a picture, and until its mail is there.</summary>
    private async Task HandIn(KilledProgram program)
    {
        var mails = Mails();
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in Visiting.Fields(Residents.AnIdea with { email = $"bewoner-{mails}@voorbeeld.example" }))
            form.Add(new StringContent(value), name);
        form.Add(new ByteArrayContent(await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "Attachments", "samples", "plain.png"))), "bijlagen", "foto.png");
        (await program.Http.Ask(HttpMethod.Post, $"/smederijen/{Edition.Village}/ideeen/nieuw", form)).ShouldHave(303);
        await Edition.Eventually(() => Task.FromResult(Mails()), now => now > mails, "the mail");
    }

    private int Mails() => Directory.Exists(_folder.File("uitgaand")) ? Directory.EnumerateFiles(_folder.File("uitgaand"), "*.eml").Count() : 0;
}
