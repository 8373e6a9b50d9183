using System.Net;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Smederijen.LocalHost.Tests.Storage;
using Smederijen.Portal.Layout;

namespace Smederijen.LocalHost.Tests.Start;

/// <summary>
/// Whatever keeps it from starting, the operator reads one line that says what is wrong and what to do, and the exit code is 1.
/// Not made here, because root may do it: a folder without write access, and a port below 1024.
/// </summary>
public sealed class When_the_program_cannot_start : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("een-bestand", "'*een-bestand' is a file where a folder is expected. *--data*")]
    [InlineData("een-bestand/daar/in", "'*een-bestand' is a file where a folder is expected. *--data*")]
    public Task The_data_path_goes_through_a_file(string path, string says)
    {
        File.WriteAllText(_folder.File("een-bestand"), "hoi");
        return Refused(says, data: _folder.File(path));
    }

    [Theory]
    [InlineData("smederijen.db", "'*smederijen.db' cannot be opened for writing. *")]
    [InlineData("medewerkers.json", "'*medewerkers.json' is a folder where the file with the staff is expected. Remove it*")]
    [InlineData("in-use.lock", "The folder '*' cannot be written. Give *")]
    public Task A_folder_stands_where_a_file_belongs(string name, string says)
    {
        Directory.CreateDirectory(_folder.File(name));
        return Refused(says);
    }

    [Theory]
    [InlineData("uitgaand")]
    [InlineData("bijlagen")]
    public Task A_file_stands_where_a_folder_belongs(string name)
    {
        File.WriteAllText(_folder.File(name), "hoi");
        return Refused($"'*{name}' is a file where a folder is expected. Move it away*");
    }

    [Theory]
    [InlineData("/proc/smederijen")]
    [InlineData("/proc/self")]
    [InlineData("/dev/null")]
    public Task The_data_folder_cannot_be_written_by_anybody(string folder) => Refused("*'/*'*--data.", data: folder);

    [FactOnReadOnlyDisk]
    public async Task The_disk_is_read_only()
    {
        const string Says = "The folder '*' is on a read-only disk. Make the disk writable, or choose another folder with --data.";
        Sqlite.Open(_folder).Dispose();
        string[] Program(string data) => FactOnReadOnlyDiskAttribute.Command(_folder.Path, "dotnet", StartedProgram.File, "--port", "0", "--data", data);
        ShouldSay(Says, await StartedProgram.Run(Program(_folder.Path)));
        ShouldSay(Says, await StartedProgram.Run(Program(_folder.File("nieuw"))));
    }

    [Fact]
    public async Task Another_copy_runs_on_the_folder()
    {
        using var other = Sqlite.Open(_folder);
        await Refused("The folder '*' is in use: another copy of this program runs on it. Stop that copy, *");
    }

    [Fact]
    public Task The_database_is_none()
    {
        File.WriteAllText(_folder.File("smederijen.db"), new string('?', 8192));
        return Refused("'*smederijen.db' is damaged. *put back the last backup*");
    }

    [Fact]
    public Task The_database_was_cut_off()
    {
        Sqlite.Open(_folder).Dispose();
        using (var file = File.OpenWrite(_folder.File("smederijen.db")))
            file.SetLength(5000);
        return Refused("'*smederijen.db' is damaged. *put back the last backup*");
    }

    [Theory]
    [InlineData("PRAGMA user_version = 99", "'*smederijen.db' was written by a newer version of this program. Install that version, *")]
    [InlineData("CREATE TABLE rows(a)", "'*smederijen.db' was written by another program. *--data.")]
    [InlineData("CREATE TABLE facturen(nummer)", "'*smederijen.db' was written by another program. *--data.")]
    public Task The_database_has_another_layout(string change, string says)
    {
        using (var database = new SqliteConnection($"Data Source={_folder.File("smederijen.db")};Pooling=False"))
        {
            database.Open();
            using var command = database.CreateCommand();
            command.CommandText = change;
            command.ExecuteNonQuery();
        }
        return Refused(says);
    }

    [Fact]
    public async Task The_key_file_is_lost()
    {
        await using (await Edition.Start(_folder, demo: false)) { }
        File.Delete($"{_folder.Path}.sleutel");
        await Refused("The key file '*.sleutel' is not there, *. Put it back from its back-up, or say with --keys where it is.");
    }

    [Fact]
    public async Task The_key_file_is_another()
    {
        await using (await Edition.Start(_folder, demo: false)) { }
        await File.WriteAllTextAsync($"{_folder.Path}.sleutel", Convert.ToBase64String(new byte[32]));
        await Refused("The key file '*.sleutel' is not the one *. Put that one back from its back-up, *.");
    }

    [Fact]
    public async Task The_key_file_cannot_be_made() => ShouldSay(
        "The key file '/proc/sleutel' cannot be made there. Choose another place with --keys*",
        await StartedProgram.Run(["dotnet", StartedProgram.File, "--port", "0", "--data", _folder.Path, "--keys", "/proc/sleutel"]));

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("""{ "anna": 1 }""")]
    [InlineData("[null]")]
    [InlineData("""[{ "id": "anna" }]""")]
    [InlineData("""[{ "id": "anna", "naam": null, "email": "anna@voorbeeld.example", "rollen": [] }]""")]
    [InlineData("""[{ "id": "anna", "naam": " ", "email": "anna@voorbeeld.example", "rollen": [] }]""")]
    [InlineData("""[{ "id": "anna", "naam": "Anna", "email": "geen adres", "rollen": [] }]""")]
    [InlineData("""[{ "id": "anna", "naam": "Anna", "email": "anna@voorbeeld.example", "rollen": ["baas"] }]""")]
    [InlineData("""[{ "id": "anna", "naam": "Anna", "email": "anna@voorbeeld.example", "rollen": [null] }]""")]
    [InlineData("""[{ "id": "Anna de Vries", "naam": "Anna", "email": "anna@voorbeeld.example", "rollen": [] }]""")]
    public Task The_file_with_the_staff_is_wrong(string content)
    {
        File.WriteAllText(_folder.File("medewerkers.json"), content);
        return Refused("'*medewerkers.json' *. *.");
    }

    [Theory]
    [InlineData("Portal__PublicUrl=")]
    [InlineData("Portal__PublicUrl=geen adres")]
    [InlineData("Portal__PublicUrl=smederijen.example.nl")]
    [InlineData("Portal__PublicUrl=/smederijen")]
    [InlineData("Portal__PublicUrl=https://")]
    [InlineData("Portal__PublicUrl=ftp://smederijen.example.nl")]
    [InlineData("Portal__PublicUrl=javascript:alert(1)")]
    [InlineData("Portal__PublicUrl=https://smederijen.example.nl/pad")]
    [InlineData("Portal__PublicUrl=https://smederijen.example.nl?vraag=1")]
    [InlineData("Portal__PublicUrl=https://naam:geheim@smederijen.example.nl")]
    [InlineData("Portal__TrustedProxies=x")]
    [InlineData("Portal__TrustedProxies=-1")]
    [InlineData("Portal__TrustedProxies=11")]
    [InlineData("Portal__TrustedProxies=10.0.0.0/99")]
    [InlineData("Mail__Smtp__Host=")]
    [InlineData("Mail__Smtp__Host=smtp.example.nl:587")]
    [InlineData("Mail__FromAddress=geen adres")]
    [InlineData("Mail__FromAddress=smederijen@example.nl, ander@example.nl")]
    public Task A_setting_is_wrong(string setting) => Refused($"The setting {setting.Split('=')[0]} *. Give *", setting);

    [Theory]
    [InlineData("Portal__LimitRequests=misschien", "*'misschien' at 'Portal:LimitRequests'*. Correct the setting*")]
    [InlineData("Portal__LargeBodiesAtOnce=veel", "*'veel' at 'Portal:LargeBodiesAtOnce'*. Correct the setting*")]
    [InlineData("Portal__LargeBodiesAtOnce=0", "The setting Portal__LargeBodiesAtOnce is below 1*. Give *")]
    [InlineData("Portal__LargeBodyPatience=lang", "*'lang' at 'Portal:LargeBodyPatience'*. Correct the setting*")]
    public Task A_measure_is_none(string setting, string says) => Refused(says, setting);

    [Fact]
    public async Task Another_program_has_the_port()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        ShouldSay($"Port {port} is in use by another program. *--port.", await StartedProgram.Run(["dotnet", StartedProgram.File, "--port", $"{port}", "--data", _folder.Path]));
    }

    [Fact]
    public async Task Too_few_files_may_be_open() => ShouldSay(
        "This program may have 400 files and connections open at once, and needs 512. Raise that limit (ulimit -n, *",
        await StartedProgram.Run(
            ["bash", "-c", "ulimit -n 400; exec \"$@\"", "limited", "dotnet", StartedProgram.File, "--port", "0", "--data", _folder.Path]));

    [Theory]
    [InlineData("--port needs a number from 0 to 65535. *", "--port", "70000")]
    [InlineData("--port needs a number from 0 to 65535. *", "--port", "zeven")]
    [InlineData("--port needs a number from 0 to 65535. *", "--port")]
    [InlineData("--data needs a folder. *", "--data")]
    [InlineData("--data needs a folder. *", "--data", "")]
    [InlineData("'--snel' is not an option. *", "--snel")]
    public async Task The_command_line_asks_what_cannot_be(string says, params string[] arguments) =>
        ShouldSay(says, await StartedProgram.Run(["dotnet", StartedProgram.File, .. arguments]));

    private async Task Refused(string says, string? setting = null, string? data = null) =>
        ShouldSay(says, await StartedProgram.Run(["dotnet", StartedProgram.File, "--port", "0", "--data", data ?? _folder.Path], setting));

    private static void ShouldSay(string pattern, (int ExitCode, string Errors, string Output) end) => end.ShouldSatisfyAllConditions(
        () => end.Errors.ShouldEndWith("\n"),
        () => System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(pattern, end.Errors.TrimEnd('\r', '\n'), ignoreCase: false)
            .ShouldBeTrue(end.Errors),
        () => end.Errors.TrimEnd().ShouldNotContain('\n'),
        () => end.Errors.ShouldNotContain("geheim"),
        () => end.Errors.ShouldNotContain("Smederijen.LocalHost."),
        () => end.Output.ShouldBeEmpty(),
        () => end.ExitCode.ShouldBe(1));
}
