using Smederijen.Portal.Reading;
using Smederijen.Portal.Settings;
using Smederijen.Portal.Tests.Governing;

namespace Smederijen.Portal.Tests.Reading;

public sealed class When_everyone_reads_about_privacy
{
    [Theory]
    [InlineData("Een jaar nadat het idee is afgesloten, wissen wij uw gegevens.", 12, 12)]
    [InlineData("18 maanden nadat het idee is afgesloten, wissen wij uw gegevens.", 18, 18)]
    [InlineData("2 jaar nadat het idee is afgesloten, wissen wij uw gegevens.", 24)]
    [InlineData("Na het einde van een idee wissen wij uw gegevens.")]
    [InlineData(
        "Een jaar nadat het idee is afgesloten, wissen wij uw gegevens. Bij een idee in B is dat na 6 maanden. Bij een idee in D en E is dat na 3 jaar.",
        12, 6, 12, 36, 36, 12)]
    public void The_term_is_that_of_the_settings(string sentence, params int[] months) => new PrivacyModel(
        MunicipalitySettings.Empty, [.. months.Select((one, i) => ($"{(char)('A' + i)}", one))]).Term.ShouldBe(sentence);

    [Fact]
    public async Task A_longer_term_is_read_where_it_holds()
    {
        await using var world = await World.Begin();
        await world.Fatima().Change(World.Village, "De accountant vraagt het", ("terms.retentionMonths", "36"));
        await world.Gijs().Agree(World.Village);
        (await world.Browser.Open("/privacy")).ShouldHave(200).Words.ShouldContain("Bij een idee in Alteveer is dat na 3 jaar.");
    }
}
