using Smederijen.Domain.Tally.Pabulib;

namespace Smederijen.Tally.Tests;

public sealed class When_a_pabulib_file_is_read
{
    private const string Small = """"
        META
        key;value
        description;Buurt "Oost"; deel 2
        min_project_score_threshold;1.5
        budget;1250.50
        vote_type;approval
        PROJECTS
        name;project_id;cost;votes;target
        "Boom; en ""struik""";b1;200;2;jeugd
        Bank;b2;1050.5;1;
        VOTES
        voter_id;age;vote
        7;33;b2, b1
        8;;b1
        9;51;
        """";

    [Fact]
    public void Columns_may_come_in_any_order_and_amounts_become_cents()
    {
        var election = PabulibFile.Parse(Small);

        (election.Budget, election.Decimals, election.CurrencyUnit, election.MinimumVotes, election.Voters).ShouldBe((12505, 1, 10, 2, 3));
        election.Projects.Select(p => (p.Id, p.Cost, p.Name)).ShouldBe([("b1", 2000, "Boom; en \"struik\""), ("b2", 10505, "Bank")]);
        election.Votes.ShouldBe([2, 1]);
        election.Remarks.ShouldBeEmpty();
    }

    [Fact]
    public void A_byte_order_mark_and_other_line_ends_change_nothing()
    {
        PabulibFile.Parse('\uFEFF' + Small.ReplaceLineEndings("\r\n") + "\r\n\r\n").ShouldMean(PabulibFile.Parse(Small));
        PabulibFile.Parse(Small.ReplaceLineEndings("\r")).ShouldMean(PabulibFile.Parse(Small));
    }

    [Fact]
    public void Writing_and_reading_again_keeps_what_counts() =>
        PabulibFile.Parse(PabulibFile.Write(PabulibFile.Parse(Small), ["b1"])).Votes.ShouldBe([2, 1]);

    [Fact]
    public void Nothing_about_a_voter_is_written() =>
        PabulibFile.Write(PabulibFile.Parse(Small)).ShouldEndWith("VOTES\nvoter_id;vote\n1;b1,b2\n2;b1\n3;\n");

    [Theory]
    [InlineData("budget;1250.50", "budget;veel", "Regel 5: het budget 'veel' is geen bedrag. Schrijf een getal van 0 of meer, zoals 1250 of 1250.50.")]
    [InlineData("budget;1250.50", "budget;1,250", "Regel 5: het budget '1,250' is niet duidelijk. Schrijf een bedrag met een punt en zonder scheiding van duizendtallen, zoals 1250.50.")]
    [InlineData("budget;1250.50", "x;y", "Het budget ontbreekt. Zet onder META een regel zoals: budget;30000")]
    [InlineData("b1;200", "b1;-200", "Regel 9: de prijs van plan 'b1' '-200' is geen bedrag. Schrijf een getal van 0 of meer, zoals 1250 of 1250.50.")]
    [InlineData("Bank;b2", "Bank;b1", "Regel 10: plan 'b1' staat er twee keer. Geef elk plan een eigen nummer.")]
    [InlineData("budget;1250.50", "budget;1.250,50", "Regel 5: het budget '1.250,50' is niet duidelijk. Schrijf een bedrag met een punt en zonder scheiding van duizendtallen, zoals 1250.50.")]
    [InlineData("budget;1250.50", "budget;1.250.000", "Regel 5: het budget '1.250.000' is niet duidelijk. Schrijf een bedrag met een punt en zonder scheiding van duizendtallen, zoals 1250.50.")]
    [InlineData("budget;1250.50", "budget;1 250", "Regel 5: het budget '1 250' is niet duidelijk. Schrijf een bedrag met een punt en zonder scheiding van duizendtallen, zoals 1250.50.")]
    [InlineData("budget;1250.50", "budget;99999999999999", "Regel 5: het budget '99999999999999' is te groot. Een bedrag telt met decimalen en al ten hoogste 10000000000000 van de kleinste eenheid.")]
    [InlineData("b1;200", "b1;", "Regel 9: de prijs van plan 'b1' '' is geen bedrag. Schrijf een getal van 0 of meer, zoals 1250 of 1250.50.")]
    [InlineData("budget;1250.50", "budget;1250.50\nmax_length;2\nmax_length;3", "Regel 7: 'max_length' staat er twee keer, met verschillende waarden (eerder op regel 6). Laat een van beide weg.")]
    [InlineData("budget;1250.50", "budget;1250.50\nmax_length;drie", "Regel 6: max_length 'drie' is geen getal. Schrijf een getal van 0 of meer, zoals 1250 of 1250.50.")]
    [InlineData("name;project_id;cost", "name;project_id;prijs", "Regel 8: de kolom 'cost' ontbreekt. De eerste regel van een deel noemt de kolommen, met een puntkomma ertussen.")]
    [InlineData("vote_type;approval", "vote_type;ordinal", "Regel 6: de stemmen zijn van de soort 'ordinal'. Hoeveel punten een plaats in die volgorde waard is, verschilt per stad. Dit programma telt aangekruiste plannen (vote_type approval of choose-1) en punten (cumulative).")]
    [InlineData("vote_type;approval", "vote_type;scoring", "Regel 6: de stemmen zijn van de soort 'scoring'. Daarin kan een plan ook punten krijgen of verliezen door wie het niet noemt. Dit programma telt aangekruiste plannen (vote_type approval of choose-1) en punten (cumulative).")]
    [InlineData("vote_type;approval", "vote_type;quadratic", "Regel 6: de stemmen zijn van de soort 'quadratic'. Die soort ken ik niet. Dit programma telt aangekruiste plannen (vote_type approval of choose-1) en punten (cumulative).")]
    [InlineData("vote_type;approval", "vote_type;cumulative", "Regel 12: de kolom 'points' ontbreekt. De eerste regel van een deel noemt de kolommen, met een puntkomma ertussen.")]
    [InlineData("9;51;", "VOTES\nvoter_id;vote", "Regel 15: het deel VOTES hoort hier niet. Een bestand heeft META, PROJECTS en VOTES, in die volgorde en elk een keer.")]
    [InlineData("voter_id;age;vote\n7;33;b2, b1\n8;;b1\n9;51;", "", "Het bestand is niet compleet. Na META horen de delen PROJECTS en VOTES, elk met een regel die de kolommen noemt.")]
    [InlineData("\"Boom; en \"\"struik\"\"\"", "\"Boom", "Regel 9: een aanhalingsteken wordt geopend en niet gesloten. Zet aan het eind van de tekst een \".")]
    [InlineData("META", "Beste lezer", "Regel 1: hier hoort het woord META te staan. Is dit een bestand in het formaat van Pabulib (.pb)?")]
    [InlineData("VOTES\n", "", "Regel 11: de prijs van plan 'age' 'vote' is geen bedrag. Schrijf een getal van 0 of meer, zoals 1250 of 1250.50.")]
    public void An_error_tells_where_what_and_what_to_do(string right, string wrong, string message) =>
        Should.Throw<PabulibException>(() => PabulibFile.Parse(Small.ReplaceLineEndings("\n").Replace(right, wrong))).Message.ShouldBe(message);

    /// <summary>Whatever bytes come in: an election or a message, never another exception.</summary>
    [Fact]
    public void Damaged_text_is_refused_with_a_message_or_read()
    {
        var pieces = new[] { ";", "\"", "\n", "META", "VOTES", "PROJECTS", "9999999999999999999", "-1", "1e9", ",", "\0", "é", "budget;1", "b1", "" };
        for (uint i = 0, dice = 2_463_534_242; i < 20_000; i++)
        {
            var text = Small;
            for (var cuts = Roll() % 4 + 1; cuts > 0; cuts--)
            {
                var at = (int)(Roll() % (uint)text.Length);
                var until = Math.Min(text.Length, at + (int)(Roll() % 12));
                text = $"{text[..at]}{pieces[Roll() % (uint)pieces.Length]}{text[until..]} ";
            }
            try
            {
                PabulibFile.Parse(text);
            }
            catch (PabulibException e)
            {
                e.Message.ShouldNotBeEmpty();
            }

            uint Roll()
            {
                dice ^= dice << 13;
                dice ^= dice >> 17;
                return dice ^= dice << 5;
            }
        }
    }
}
