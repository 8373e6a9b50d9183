using System.Diagnostics;
using System.Runtime.Versioning;
using Smederijen.LocalHost.Staff;
using Smederijen.LocalHost.Tests.Storage;
using Smederijen.Portal.Layout;

namespace Smederijen.LocalHost.Tests.Start;

/// <summary>The first of the staff is added by a command; nobody gets in by reading the terminal or by being an example.</summary>
public sealed class When_nobody_works_here_yet : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private Task<(int ExitCode, string Errors, string Output)> Add(params string[] rest) =>
        StartedProgram.Run(["dotnet", StartedProgram.File, "--data", _folder.Path, "beheerder", .. rest]);

    private StaffFile Staff => StaffFile.Read(StaffFile.In(_folder.Path), demo: false);

    [Fact]
    public async Task A_real_installation_begins_without_people_and_says_how_to_add_the_first_and_a_demo_shows_its_links()
    {
        var real = await Welcome(_folder.Path);
        real.ShouldContain(line => line.StartsWith("Nobody can sign in yet: add the first beheerder with ./start --data ") && line.Contains(" beheerder \"Naam\" "));
        real.ShouldNotContain(line => line.Contains("/link/"));
        File.Exists(_folder.File("medewerkers.json")).ShouldBeFalse();

        (await Add("Els Tijdelijk", "els@gemeente.example")).ExitCode.ShouldBe(0);
        (await Welcome(_folder.Path)).ShouldNotContain(line => line.Contains("/link/") || line.Contains("Nobody can sign in"));

        using var demo = new TemporaryFolder();
        (await Welcome(demo.Path, "--demo", "--empty")).Count(line => line.Contains("/link/")).ShouldBe(6);
    }

    [Fact]
    public async Task The_command_adds_the_first_and_tells_what_to_do_next()
    {
        var (exit, errors, output) = await Add("Elsë van 't Hof", "zoe@gemeente.example");
        errors.ShouldBeEmpty();
        exit.ShouldBe(0);
        output.ShouldContain("/aanmelden");
        var zoe = Staff.Members.ShouldHaveSingleItem();
        zoe.Id.ShouldBe("els-van-t-hof");
        zoe.Name.ShouldBe("Elsë van 't Hof");
        zoe.Roles.ShouldBe(["beheerder"]);
        Staff.FindByMail("ZOE@gemeente.example")?.Id.ShouldBe(zoe.Id);
    }

    [Fact]
    public async Task A_second_one_has_to_be_asked_for()
    {
        await Add("Els Tijdelijk", "els@gemeente.example");
        var (exit, errors, output) = await Add("Els Tijdelijk", "els2@gemeente.example");
        exit.ShouldBe(1);
        output.ShouldBeEmpty();
        errors.ShouldContain("has a beheerder already: 'els-tijdelijk'. Add --another");
        Staff.Members.Count.ShouldBe(1);
        (await Add("Els Tijdelijk", "els2@gemeente.example", "--another")).ExitCode.ShouldBe(0);
        Staff.Members.Select(member => member.Id).ShouldBe(["els-tijdelijk", "els-tijdelijk-2"]);
        (await Add("Els", "els2@gemeente.example", "--another")).Errors.ShouldContain("the same mail address twice");
        Staff.Members.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("Els", "geen adres")]
    [InlineData("", "els@gemeente.example")]
    [InlineData("els@gemeente.example", "Els")]
    public async Task What_is_no_name_or_address_is_refused_in_one_line(string name, string email)
    {
        var (exit, errors, output) = await Add(name, email);
        exit.ShouldBe(1);
        output.ShouldBeEmpty();
        errors.TrimEnd().ShouldNotContain('\n');
        errors.ShouldStartWith("beheerder needs a name and a mail address. ");
        File.Exists(_folder.File("medewerkers.json")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_told_in_one_line()
    {
        var (exit, errors, _) = await StartedProgram.Run(["dotnet", StartedProgram.File, "--data", "/proc/smederijen", "beheerder", "Els", "els@gemeente.example"]);
        exit.ShouldBe(1);
        errors.TrimEnd().ShouldNotContain('\n');
        errors.ShouldContain("--data");
    }

    [Fact]
    public async Task It_works_while_the_program_runs_and_counts_at_the_following_start()
    {
        await using (var town = await Edition.Start(_folder, demo: false))
            (await Add("Els Tijdelijk", "els@gemeente.example")).ExitCode.ShouldBe(0);
        await using var later = await Edition.Start(_folder, demo: false);
        later.Get<StaffFile>().Find("els-tijdelijk").ShouldNotBeNull();
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void Only_the_user_of_the_program_can_read_the_file_and_nothing_is_left_beside_it()
    {
        StaffFile.Read(_folder.File("medewerkers.json"), demo: true).Members.Count.ShouldBe(6);
        StaffFile.AddBeheerder(_folder.File("medewerkers.json"), "Els", "els@gemeente.example", another: true);
        File.GetUnixFileMode(_folder.File("medewerkers.json")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Directory.EnumerateFileSystemEntries(_folder.Path).Select(Path.GetFileName).ShouldBe(["medewerkers.json"]);
    }

    [Theory]
    [InlineData("""[{ "id": "anna", "naam": "Anna", "email": "a@voorbeeld.example", "rollen": ["baas"] }]""", "baas")]
    [InlineData("""[{ "id": "Anna!", "naam": "Anna", "email": "a@voorbeeld.example", "rollen": [] }]""", "Anna!")]
    [InlineData("""[{ "id": "a", "naam": "A", "email": "a@voorbeeld.example", "rollen": [] }, { "id": "a", "naam": "B", "email": "b@voorbeeld.example", "rollen": [] }]""", "same id twice")]
    [InlineData("""[{ "id": "a", "naam": "A", "email": "a@voorbeeld.example", "rollen": [] }, { "id": "b", "naam": "B", "email": "A@voorbeeld.example", "rollen": [] }]""", "same mail address twice")]
    [InlineData("""[{ "id": "a" }]""", "cannot be read")]
    [InlineData("geen json", "cannot be read")]
    public void A_file_with_a_mistake_says_which(string content, string says)
    {
        File.WriteAllText(_folder.File("medewerkers.json"), content);
        Should.Throw<CannotStartException>(() => Staff).Message.ShouldContain(says);
    }

    /// <summary>What the program says until it is ready.</summary>
    private static async Task<List<string>> Welcome(string folder, params string[] options)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [StartedProgram.File, "--port", "0", "--data", folder, .. options])
        {
            RedirectStandardOutput = true,
        })!;
        try
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
            var lines = new List<string>();
            while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line && !line.StartsWith("Stop with", StringComparison.Ordinal))
                lines.Add(line);
            return lines;
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }
}
