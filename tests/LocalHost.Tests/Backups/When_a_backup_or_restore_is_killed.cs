using Smederijen.LocalHost.Tests.Storage;

namespace Smederijen.LocalHost.Tests.Backups;

/// <summary>
/// A file that is read for ever stands where the program is when it is killed; what is left is plainly no backup and no data folder.
/// </summary>
public sealed class When_a_backup_or_restore_is_killed : IDisposable
{
    private const string Endless = "zzz.jpg";

    private readonly TemporaryFolder _folder = new();
    private readonly Keeper _keeper = new();

    public void Dispose()
    {
        _keeper.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_broken_off_backup_has_another_name_and_is_refused_and_the_next_one_tells_of_it()
    {
        await using (await Edition.Start(_folder, demo: false)) { }
        var pipe = _folder.File($"bijlagen/{Endless}");
        var place = _keeper.Place("kopie");
        Keeper.MakePipe(pipe);
        await Keeper.Kill(() => IsThere(Keeper.Beside(place), "smederijen.db"), "backup", place, "--data", _folder.Path);

        Path.Exists(place).ShouldBeFalse();
        var left = Keeper.Beside(place).Where(name => !name.Contains("stembussen")).ShouldHaveSingleItem();
        left.ShouldStartWith("kopie.unfinished-");
        (await Keeper.Refused(_keeper.PutBack(left, _keeper.Place("terug")))).ShouldContain("is no whole backup: it has no manifest.json, which is written last");
        Path.Exists(_keeper.Place("terug")).ShouldBeFalse();

        File.Delete(pipe);
        (await Keeper.Done(_keeper.BackUp(_folder.Path, "kopie"))).ShouldContain($"{left}' is what a backup left that was broken off. Remove it.");
    }

    [Fact]
    public async Task A_broken_off_restore_leaves_no_data_folder_and_can_be_done_again()
    {
        await using (await Edition.Start(_folder, demo: false)) { }
        byte[] photo = [1, 2, 3];
        await File.WriteAllBytesAsync(_folder.File($"bijlagen/{Endless}"), photo);
        (await Keeper.Done(_keeper.BackUp(_folder.Path, "kopie"))).ShouldNotContain("broken off");
        var (stored, target) = (Path.Combine(_keeper.Place("kopie"), "bijlagen", Endless), _keeper.Place("terug"));
        File.Delete(stored);
        Keeper.MakePipe(stored);
        // The first to read it is the check, which must find it in order; the second is the copy.
        var read = Task.Run(() =>
        {
            using var writer = new FileStream(stored, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
            writer.Write(photo);
        });
        await Keeper.Kill(() => IsThere(Keeper.Beside(target), "smederijen.db"), "restore", _keeper.Place("kopie"), "--data", target);
        await read;

        Path.Exists(target).ShouldBeFalse();
        Keeper.Beside(target).ShouldHaveSingleItem().ShouldStartWith("terug.unfinished-");

        File.Delete(stored);
        await File.WriteAllBytesAsync(stored, photo);
        await Keeper.Done(_keeper.PutBack("kopie", target));
        (await File.ReadAllBytesAsync(Path.Combine(target, "bijlagen", Endless))).ShouldBe(photo);
    }

    /// <summary>The files that were copied before the one that never ends are there.</summary>
    private bool IsThere(string[] folders, string file) => folders.Any(folder => File.Exists(Path.Combine(_keeper.Place(folder), file)));
}
