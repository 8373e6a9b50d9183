namespace Smederijen.Tally.Tests;

public sealed class When_a_file_is_recounted
{
    private static readonly string s_village = Path.Combine(AppContext.BaseDirectory, "Dorp.pb");

    [Fact]
    public void Everyone_reads_what_won_and_what_a_loser_lacked() =>
        TallyCommand.Run(s_village).ShouldBe((0, """
            Dorpsbudget
            Gelijke delen (Equal Shares), aangevuld met Add1
            Budget 100 · 4 stemmen · 3 plannen
            Elke kiezer heeft 34 om mee te kiezen, waarvan 9 door de aanvulling

            Gekozen (2)
               1  speel  Speeltuin  60       3 stemmen  elk betaalt ten hoogste 20,00
               2  bank   Bankje     25       1 stemmen  elk betaalt ten hoogste 25,00

            Niet gekozen (1)
                  feest  Dorpsfeest  30       2 stemmen  de kiezers hadden samen nog 28; 2 te weinig

            Uitgegeven 85 · over 15

            """, ""));

    [Theory]
    [InlineData("--rule", "greedy", "\"spent\": 90")]
    [InlineData("--rule=equal-shares", "--completion=none", "\"raised\": 0")]
    [InlineData("--no-skip", "--ties=abc", "\"fate\": \"DidNotFit\"")]
    public void Other_rules_can_be_asked_for(string first, string second, string fact)
    {
        var (exit, output, _) = TallyCommand.Run(s_village, first, second, "--json");
        exit.ShouldBe(0);
        output.ShouldContain(fact);
    }

    [Theory]
    [InlineData("Noem het bestand")]
    [InlineData("dit bestand is er niet", "geen.pb")]
    [InlineData("Kies achter --rule", "a.pb", "--rule", "loten")]
    [InlineData("'--snel' ken ik niet", "a.pb", "--snel")]
    [InlineData("dit is een map", "/")]
    public void What_is_not_understood_ends_with_2_and_a_text(string text, params string[] args)
    {
        var (exit, output, errors) = TallyCommand.Run(args);
        exit.ShouldBe(2);
        output.ShouldBeEmpty();
        errors.ShouldContain(text);
    }
}
