using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Smederijen.Portal.Tests.Serving;

/// <summary>Who tries what is not theirs leaves a line in the log: which door, not what was in their hands.</summary>
public sealed class When_somebody_is_refused
{
    [Theory]
    [InlineData("/medewerkers?geheim=abc", "ShowStaffBoard was refused: 401")]
    [InlineData("/medewerkers/ideeen/alteveer/0000000000abcdef?geheim=abc", "ShowStaffIdea was refused: 401")]
    public async Task A_page_of_staff_is_a_line(string address, string line)
    {
        using var log = new LogLines();
        await using var world = await World.Begin(services => services.AddLogging(logging => logging.AddProvider(log)));
        (await world.Browser.Get(address)).ShouldHave(401);
        log.Lines.ShouldContain(line);
        log.Lines.ShouldNotContain(text => text.Contains("geheim", StringComparison.Ordinal) || text.Contains("abcdef", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_form_from_another_website_is_a_line()
    {
        using var log = new LogLines();
        await using var world = await World.Begin(services => services.AddLogging(logging => logging.AddProvider(log)));
        (await world.Browser.Post("/smederijen/alteveer/ideeen/nieuw", null, ("Sec-Fetch-Site", "cross-site"))).ShouldHave(403);
        log.Lines.ShouldContain("SubmitIdea was refused: 403");
    }
}
