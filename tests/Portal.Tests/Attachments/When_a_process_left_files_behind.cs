using System.Runtime.Versioning;
using Smederijen.Portal.Attachments;
using Smederijen.Portal.Layout;

namespace Smederijen.Portal.Tests.Attachments;

[UnsupportedOSPlatform("windows")]
public sealed class When_a_process_left_files_behind
{
    [Fact]
    public void The_next_one_takes_them_away_and_keeps_the_folder_to_itself()
    {
        var around = Directory.CreateTempSubdirectory("smederijen-");
        try
        {
            var folder = Path.Combine(around.FullName, "tijdelijk");
            TemporaryFiles.Clear(folder);
            File.WriteAllBytes(Path.Combine(folder, "ASPNETCORE_1.tmp"), Sample.Read("phone.jpg"));
            File.WriteAllBytes(Path.Combine(folder, "smederijen-1"), Sample.Read("phone.jpg"));
            TemporaryFiles.Clear(folder);
            Directory.EnumerateFileSystemEntries(folder).ShouldBeEmpty();
            File.GetUnixFileMode(folder).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
        finally
        {
            around.Delete(recursive: true);
        }
    }
}
