using Smederijen.Portal.Layout;

namespace Smederijen.Functions.Tests.Infrastructure;

public sealed class When_the_infrastructure_is_compiled
{
    [Theory]
    [InlineData("build", "main.bicep", "--stdout")]
    [InlineData("lint", "main.bicep")]
    [InlineData("build-params", "main.bicepparam", "--stdout")]
    [InlineData("lint", "main.bicepparam")]
    public async Task It_has_no_error_and_no_warning(params string[] arguments)
    {
        var (exit, _, complaints) = await Bicep.Run(Bicep.Folder, arguments);
        complaints.ShouldBeEmpty();
        exit.ShouldBe(0);
    }

    [Fact]
    public async Task A_warning_would_be_seen()
    {
        var folder = Directory.CreateTempSubdirectory("bicep").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "main.bicep"), "param nobodyReadsThis string\n");
        (await Bicep.Run(folder, "build", "main.bicep", "--stdout")).Complaints.ShouldContain("no-unused-params");
        Directory.Delete(folder, recursive: true);
    }
}
