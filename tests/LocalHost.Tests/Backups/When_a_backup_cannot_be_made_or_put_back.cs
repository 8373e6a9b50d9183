using Smederijen.Domain.Settings;
using Smederijen.LocalHost.Tests.Storage;
using Smederijen.Portal.Forms;
using Smederijen.Portal.Governing;
using Smederijen.Portal.Settings;
using Smederijen.Portal.Tests;
using Smederijen.Portal.Work;

namespace Smederijen.LocalHost.Tests.Backups;

/// <summary>The operator reads what is wrong and what to do, and what was there is as it was.</summary>
public sealed class When_a_backup_cannot_be_made_or_put_back : IDisposable
{
    private const string Photo = "foto.jpg";

    private readonly TemporaryFolder _folder = new();
    private readonly Keeper _keeper = new();

    public void Dispose()
    {
        _keeper.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_damaged_backup_is_refused_and_nothing_is_written()
    {
        await Start();
        await Keeper.Done(_keeper.BackUp(_folder.Path, "kopie"));
        var (photo, data) = (Path.Combine(_keeper.Place("kopie"), "bijlagen", Photo), _keeper.Place("terug"));

        await File.WriteAllBytesAsync(photo, [1, 2, 4]);
        (await Keeper.Refused(_keeper.PutBack("kopie", data))).ShouldContain($"is damaged: 'bijlagen/{Photo}' is not the file that was copied. Take another backup.");
        File.Delete(photo);
        (await Keeper.Refused(_keeper.PutBack("kopie", data))).ShouldContain($"is damaged: 'bijlagen/{Photo}' is not there. Take another backup.");

        var manifest = Path.Combine(_keeper.Place("kopie"), "manifest.json");
        var whole = await File.ReadAllTextAsync(manifest);
        await File.WriteAllTextAsync(manifest, whole[..^20]);
        (await Keeper.Refused(_keeper.PutBack("kopie", data))).ShouldContain("its manifest.json cannot be read");
        await File.WriteAllTextAsync(manifest, whole.Replace($"bijlagen/{Photo}", $"../{Photo}"));
        (await Keeper.Refused(_keeper.PutBack("kopie", data))).ShouldContain("its manifest.json cannot be read");
        await File.WriteAllTextAsync(manifest, whole.Replace("\"format\": 1", "\"format\": 2"));
        (await Keeper.Refused(_keeper.PutBack("kopie", data))).ShouldContain("was made by a newer version of this program. Install that version.");
        (await Keeper.Refused(_keeper.PutBack("nergens", data))).ShouldContain("There is no backup");
        Path.Exists(data).ShouldBeFalse();
        Keeper.Beside(data).ShouldBeEmpty();
    }

    [Fact]
    public async Task It_is_put_back_only_where_nothing_is()
    {
        await Start();
        await Keeper.Done(_keeper.BackUp(_folder.Path, "kopie"));
        var before = await File.ReadAllBytesAsync(_folder.File("smederijen.db"));
        (await Keeper.Refused(_keeper.PutBack("kopie", _folder.Path))).ShouldContain("is not empty, and a backup is put back only where nothing is. Stop the program, move that folder aside");
        (await File.ReadAllBytesAsync(_folder.File("smederijen.db"))).ShouldBe(before);
        Directory.CreateDirectory(_keeper.Place("leeg"));
        await Keeper.Done(_keeper.PutBack("kopie", _keeper.Place("leeg")));
        (await Keeper.Refused(_keeper.PutBack("kopie", _keeper.Place("leeg")))).ShouldContain("is not empty");
    }

    [Fact]
    public async Task What_follows_from_a_key_file_that_is_absent_or_another_is_told()
    {
        await Start();
        await Keeper.Done(_keeper.BackUp(_folder.Path, "kopie"));
        (await Keeper.Done(_keeper.PutBack("kopie", _keeper.Place("a")))).ShouldContain("is not there. Put it back, or say with --keys where it is: without it the program does not start. Is it lost for good?");
        File.Exists($"{_keeper.Place("a")}.sleutel").ShouldBeFalse();
        await File.WriteAllTextAsync($"{_keeper.Place("b")}.sleutel", Convert.ToBase64String(new byte[32]));
        (await Keeper.Done(_keeper.PutBack("kopie", _keeper.Place("b")))).ShouldContain("is not the one that the keys in this store were sealed with");
        (await Keeper.Done(_keeper.PutBack("kopie", _keeper.Place("c"), "--keys", $"{_folder.Path}.sleutel"))).ShouldContain("opens it.");
    }

    [Fact]
    public async Task No_backup_is_written_over_another_or_into_the_data_folder_and_none_is_made_of_nothing()
    {
        (await Keeper.Refused(_keeper.BackUp(_folder.Path, "kopie"))).ShouldContain("There is nothing to back up in");
        await Start();
        await Keeper.Done(_keeper.BackUp(_folder.Path, "kopie"));
        (await Keeper.Refused(_keeper.BackUp(_folder.Path, "kopie"))).ShouldContain("is there already, and no backup is written over another. Give a new name.");
        (await Keeper.Refused(Keeper.Run("backup", _folder.File("kopie"), "--data", _folder.Path))).ShouldContain("lies in the data folder");
        using (var database = File.OpenWrite(_folder.File("smederijen.db")))
        {
            database.Position = 4096;
            database.Write(new byte[8192]);
        }
        (await Keeper.Refused(_keeper.BackUp(_folder.Path, "kapot"))).ShouldContain("is damaged");
        Keeper.Beside(_keeper.Place("kapot")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_that_was_lost_before_is_told_and_the_backup_is_there()
    {
        await using (var town = await Edition.Start(_folder))
        {
            using var browser = town.NewVisitor();
            (await Keeper.HandInPhoto(browser, Residents.AnIdea)).ShouldBe(303);
        }
        var lost = Directory.EnumerateFiles(_folder.File("bijlagen")).First();
        File.Delete(lost);
        var said = await Keeper.Refused(_keeper.BackUp(_folder.Path, "kopie"));
        said.ShouldContain($"But 1 files that the database names were not there: bijlagen/{Path.GetFileName(lost)}. Look for them in an earlier backup.");
        (await Keeper.Done(_keeper.PutBack("kopie", _keeper.Place("terug")))).ShouldContain($"were missing already when the backup was made: bijlagen/{Path.GetFileName(lost)}.");
    }

    [Fact]
    public async Task A_logo_that_was_lost_before_is_told_too()
    {
        const string Logo = "logo0123456789abcdef0123456789abcdef.png";
        await using (var town = await Edition.Start(_folder))
        {
            var settings = SettingsDocument.Of(town.Get<SettingsBook>().Municipality with { Logo = new HouseLogo(Logo, 60, 20) });
            var seen = (await town.Get<SettingsItems>().Load(SettingsKind.KeyOf(settings.Id))).ShouldNotBeNull().Item.Changes;
            (await town.Get<SettingsItems>().Draft(settings, CommandId.Fresh(), "anna", seen, null, "De huisstijl", Touches.None))
                .ShouldBeOfType<Outcome<SettingsRefusal>.Done>();
        }
        (await Keeper.Refused(_keeper.BackUp(_folder.Path, "kopie"))).ShouldContain($"But 1 files that the database names were not there: bijlagen/{Logo}.");
    }

    private async Task Start()
    {
        await using var town = await Edition.Start(_folder, demo: false);
        await File.WriteAllBytesAsync(_folder.File($"bijlagen/{Photo}"), [1, 2, 3]);
    }
}
