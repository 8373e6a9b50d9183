using Smederijen.LocalHost.Staff;
using Smederijen.Portal.Layout;

namespace Smederijen.LocalHost.Tests;

public sealed class When_the_command_line_is_read
{
    [Fact]
    public void Without_arguments_it_runs_at_the_usual_port_in_the_usual_folder() =>
        LocalOptions.Parse([]).Options.ShouldBe(new LocalOptions(7071, Path.GetFullPath("data/local"), Demo: false, Seed: false));

    [Fact]
    public void A_demo_has_a_folder_of_its_own() =>
        LocalOptions.Parse(["--demo"]).Options.ShouldBe(new LocalOptions(7071, Path.GetFullPath("data/demo"), Demo: true, Seed: true));

    [Fact]
    public void Port_and_folder_can_be_chosen() =>
        LocalOptions.Parse(["--data", "/tmp/x", "--port", "8080"]).Options.ShouldBe(new LocalOptions(8080, "/tmp/x", Demo: false, Seed: false));

    [Fact]
    public void A_demo_can_begin_without_ideas() =>
        LocalOptions.Parse(["--demo", "--empty"]).Options.ShouldBe(new LocalOptions(7071, Path.GetFullPath("data/demo"), Demo: true, Seed: false));

    [Fact]
    public void The_first_of_the_staff_has_a_name_and_a_mailbox()
    {
        var options = LocalOptions.Parse(["--data", "/tmp/x", "beheerder", " Els Tijdelijk ", "els@gemeente.example", "--another"]).Options.ShouldNotBeNull();
        options.Data.ShouldBe("/tmp/x");
        options.Beheerder.ShouldBe(new NewBeheerder("Els Tijdelijk", "els@gemeente.example", Another: true));
    }

    [Fact]
    public void A_test_mail_has_an_address() =>
        LocalOptions.Parse(["testmail", " Els <els@gemeente.example>"]).Options!.TestMailTo.ShouldBe("els@gemeente.example");

    [Fact]
    public void A_backup_and_a_restore_have_a_folder()
    {
        LocalOptions.Parse(["backup", "kopie", "--data", "/tmp/x"]).Options!.BackupTo.ShouldBe("kopie");
        var restore = LocalOptions.Parse(["restore", "kopie", "--was", "/tmp/oud"]).Options.ShouldNotBeNull();
        (restore.RestoreFrom, restore.Was, restore.ReleasesMail).ShouldBe(("kopie", "/tmp/oud", false));
        LocalOptions.Parse(["mail-vrijgeven"]).Options!.ReleasesMail.ShouldBeTrue();
    }

    [Fact]
    public void The_key_file_lies_beside_the_folder_or_where_it_is_said_to()
    {
        LocalOptions.Parse(["--data", "/tmp/x/"]).Options!.Keys.ShouldBe("/tmp/x.sleutel");
        LocalOptions.Parse(["--data", "/tmp/x", "--keys", "y/sleutel"]).Options!.Keys.ShouldBe(Path.GetFullPath("y/sleutel"));
    }

    [Theory]
    [InlineData("--keys")]
    [InlineData("--keys", "")]
    [InlineData("beheerder")]
    [InlineData("beheerder", "Els")]
    [InlineData("beheerder", " ", "els@gemeente.example")]
    [InlineData("beheerder", "Els", "geen adres")]
    [InlineData("beheerder", "els@gemeente.example", "Els")]
    [InlineData("testmail")]
    [InlineData("testmail", "geen adres")]
    [InlineData("backup")]
    [InlineData("backup", "--data", "x")]
    [InlineData("restore")]
    [InlineData("--was", "x")]
    [InlineData("restore", "x", "--was")]
    [InlineData("--another")]
    [InlineData("--empty")]
    [InlineData("--port")]
    [InlineData("--port", "zeven")]
    [InlineData("--port", "70000")]
    [InlineData("--data")]
    [InlineData("--snel")]
    public void What_it_does_not_know_is_said_with_what_it_does_know(params string[] arguments)
    {
        var (options, problem) = LocalOptions.Parse(arguments);
        options.ShouldBeNull();
        problem.ShouldContain("Usage: ./start");
    }
}
