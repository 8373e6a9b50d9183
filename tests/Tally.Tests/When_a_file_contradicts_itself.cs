using System.Text.Json;
using Smederijen.Domain.Tally;
using Smederijen.Domain.Tally.Pabulib;

namespace Smederijen.Tally.Tests;

public sealed class When_a_file_contradicts_itself : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    private const string Differs = " De uitslag kan daardoor anders zijn.";
    private const string Same = " De uitslag verandert er niet door.";

    /// <summary>Everything that a file may say of itself, and all of it true.</summary>
    private const string Sound = """
        META
        key;value
        description;Dorpsbudget
        num_projects;3
        num_votes;4
        budget;100.00
        vote_type;approval
        rule;greedy
        min_length;1
        max_length;2
        max_sum_cost;90
        PROJECTS
        project_id;cost;votes;name;selected
        speel;60.00;3;Speeltuin;1
        feest;30.00;2;Dorpsfeest;1
        bank;25;1;Bankje;0
        VOTES
        voter_id;vote
        1;speel,feest
        2;speel,feest
        3;speel
        4;bank
        """;

    [Fact]
    public void A_file_that_agrees_with_itself_gives_no_remark() => Gives(0, [], Sound);

    [Theory]
    [InlineData("4;bank", "4;bank,feest,speel", "Regel 22: deze stem noemt 3 plannen. Volgens max_length is 2 het meeste. De stem telt mee zoals hij er staat.")]
    [InlineData("4;bank", "4;", "Regel 22: deze stem noemt 0 plannen. Volgens min_length is 1 het minste. De stem telt mee zoals hij er staat.")]
    [InlineData("max_sum_cost;90", "max_sum_cost;89.99", "Regel 19: de plannen op deze stem kosten samen 90. Volgens max_sum_cost is 89.99 het meeste. De stem telt mee zoals hij er staat.")]
    [InlineData("max_sum_cost;90", "min_sum_cost;30", "Regel 22: de plannen op deze stem kosten samen 25. Volgens min_sum_cost is 30 het minste. De stem telt mee zoals hij er staat.")]
    [InlineData("max_sum_cost;90", "max_project_cost;50", "Regel 14: plan 'speel' kost 60. Volgens max_project_cost is 50 het meeste. Het plan telt mee.")]
    [InlineData("vote_type;approval", "vote_type;choose-1", "Regel 19: deze stem noemt 2 plannen. Volgens vote_type choose-1 is 1 het meeste. De stem telt mee zoals hij er staat.")]
    [InlineData("3;speel", "3;speel,speel", "Regel 21: deze stem noemt een plan meer dan eens. Zo'n plan telt een keer mee.")]
    [InlineData("3;speel", "3;speel,brug", "Regel 21: deze stem noemt plan 'brug', maar dat staat niet onder PROJECTS. Die keuze telt niet mee.")]
    [InlineData("3;speel", "3;speel,", "Regel 21: op deze stem staat een komma te veel, of er is een plan weggevallen. De lege plaats telt niet mee.")]
    [InlineData("3;speel", "3;speel;bank", "Regel 21: deze regel heeft meer velden dan er kolommen zijn. Wat over is, is niet gelezen. Zet een tekst met een puntkomma tussen aanhalingstekens.")]
    [InlineData("4;bank", "4", "Regel 22: op deze regel ontbreekt het veld vote. Geteld is een stem zonder plannen.")]
    [InlineData("4;bank", ";", "Regel 22: op deze regel staat niets. Geteld is een stem zonder plannen.")]
    [InlineData("4;bank", "3;bank", "Regel 22: deze kiezer (voter_id) stemde ook op regel 21. Beide stemmen tellen mee.")]
    [InlineData("num_votes;4", "num_votes;5", "Regel 5: het aantal stemmen in het bestand is volgens het bestand 5 (num_votes). Geteld is 4.")]
    [InlineData("num_projects;3", "num_projects;4", "Regel 4: het aantal plannen in het bestand is volgens het bestand 4 (num_projects). Geteld is 3.")]
    [InlineData("speel;60.00;3", "speel;60.00;30", "Regel 14: het aantal stemmen van plan 'speel' is volgens het bestand 30 (votes). Geteld is 3.")]
    [InlineData("speel;60.00;3", "speel;60.00;-3", "Regel 14: het aantal stemmen van plan 'speel' is volgens het bestand -3 (votes). Geteld is 3.")]
    [InlineData("speel;60.00;3", "speel;60.00;3.5", "Regel 14: het aantal stemmen van plan 'speel' is volgens het bestand 3.5 (votes). Geteld is 3.")]
    [InlineData("speel;60.00;3", "speel;60.00;veel", "Regel 14: het aantal stemmen van plan 'speel' is 'veel' (votes). Dat is geen getal. Geteld is 3.")]
    [InlineData("votes;name", "score;name", "Regel 14: het aantal stemmen van plan 'speel' is volgens het bestand 9 (score). Geteld is 3.", "60.00;3", "60.00;9")]
    [InlineData("Speeltuin;1", "Speeltuin;0", "Regel 14: plan 'speel' is volgens het bestand niet gekozen (selected). Deze telling kiest het wel.")]
    [InlineData("Bankje;0", "Bankje;1", "Regel 16: plan 'bank' is volgens het bestand gekozen (selected). Deze telling kiest het niet.")]
    [InlineData("Bankje;0", "Bankje;2", "Regel 16: bij plan 'bank' staat selected op '2'. Dat is geen 1 (gekozen) of 0 (niet gekozen) en is niet vergeleken. Deze telling kiest het niet.")]
    [InlineData("Bankje;0", "Bankje;", "Regel 16: bij plan 'bank' staat niet of het gekozen is (selected is leeg).")]
    [InlineData("Bankje;0", "\"Bankje; nieuw\";0;b", "Regel 16: deze regel heeft meer velden dan er kolommen zijn. Wat over is, is niet gelezen. Zet een tekst met een puntkomma tussen aanhalingstekens.")]
    [InlineData("bank;25", "bank;25.000", "Regel 16: de prijs van plan 'bank' '25.000' is gelezen als 25, want in dit formaat is een punt een komma. Is 25000 bedoeld, schrijf dan 25000.")]
    [InlineData("budget;100.00", "budget;100.000", "Regel 6: het budget '100.000' is gelezen als 100, want in dit formaat is een punt een komma. Is 100000 bedoeld, schrijf dan 100000.")]
    [InlineData("max_length;2", "max_length;2.000", "Regel 10: max_length '2.000' is gelezen als 2, want in dit formaat is een punt een komma. Is 2000 bedoeld, schrijf dan 2000.")]
    [InlineData("vote_type;approval", "vote_type;", "Regel 7: hier staat niet welk soort stemmen het zijn (vote_type). Ze zijn geteld als aangekruiste plannen.")]
    [InlineData("vote_type;approval", "currency;EUR", "Onder META staat niet welk soort stemmen het zijn (vote_type). Ze zijn geteld als aangekruiste plannen.")]
    [InlineData("max_length;2", "max_sum_points;2", "Regel 10: max_sum_points hoort bij punten, maar deze stemmen zijn aangekruiste plannen (vote_type approval).")]
    [InlineData("max_length;2", "budget_per_category;50,50", "Regel 10: met 'budget_per_category' houdt deze telling geen rekening.")]
    [InlineData("4;bank", "4;bank;2", "Regel 22: deze stem geeft punten, maar volgens vote_type zijn het aangekruiste plannen. De punten tellen niet mee.", "voter_id;vote", "voter_id;vote;points")]
    public void What_could_change_the_outcome_is_remarked_and_ends_with_3(
        string right, string wrong, string remark, string also = "", string instead = "")
    {
        var (exit, remarks) = Recount(Changed(right, wrong, also, instead));

        remarks.ShouldContain(remark + Differs);
        exit.ShouldBe(3);
    }

    [Theory]
    [InlineData("speel;60.00;3", "speel;60.00;3.00", "Regel 14: het aantal stemmen van plan 'speel' is geschreven als '3.00'. Dat is 3, zoals geteld.")]
    [InlineData("num_votes;4", "num_votes;4.0", "Regel 5: het aantal stemmen in het bestand is geschreven als '4.0'. Dat is 4, zoals geteld.")]
    [InlineData("Bankje;0", "Bankje;0.0", "Regel 16: bij plan 'bank' staat selected als '0.0'. Gelezen is 0.")]
    [InlineData("bank;25", "bank;25,50", "Regel 16: de prijs van plan 'bank' '25,50' is gelezen als 25.5.")]
    [InlineData("3;speel", ";speel", "Regel 21: deze stem heeft geen voter_id. Of deze kiezer twee keer stemde, is niet na te gaan.")]
    [InlineData("voter_id;vote", "kiezer;vote", "Regel 18: de kolom voter_id ontbreekt. Of iemand twee keer stemde, is niet na te gaan.")]
    public void What_cannot_change_the_outcome_is_remarked_and_ends_with_0(string right, string wrong, string remark) =>
        Gives(0, [remark + Same], Changed(right, wrong));

    [Theory]
    [InlineData("speel;60.00;3", "speel;60.00;03")]
    [InlineData("bank;25;1", "bank ; 25 ;1 ")]
    [InlineData("bank;25;1", "bank;\"25.00\";\"1\"")]
    [InlineData("bank;25;1", "bank;0025;")]
    [InlineData("4;bank", "\"4\";\"bank\"")]
    [InlineData("project_id;cost;votes;name;selected", "Project_ID;COST;Votes;Name;Selected")]
    [InlineData("budget;100.00", "BUDGET; 100.0000")]
    [InlineData("vote_type;approval", "Vote_Type;Approval")]
    [InlineData("max_length;2", "max_length;")]
    public void What_means_the_same_gives_no_remark(string right, string other) => Gives(0, [], Changed(right, other));

    [Fact]
    public void A_project_that_costs_nothing_is_no_reason_for_a_remark() =>
        Gives(0, [], Changed("bank;25;1;Bankje;0", "bank;0.00;1;Bankje;1"));

    /// <summary>4,210 votes, as a spreadsheet shows them.</summary>
    [Theory]
    [InlineData("4.210")]
    [InlineData("4,210")]
    [InlineData("4 210")]
    [InlineData("4.210,00")]
    public void A_total_with_thousands_set_apart_is_compared_as_what_it_must_be(string total)
    {
        var votes = string.Concat(Enumerable.Range(5, 4_206).Select(voter => $"\n{voter};bank"));
        var text = Changed("num_votes;4", $"num_votes;{total}", "bank;25;1;Bankje;0", "bank;25;;Bankje;1")
            .Replace("feest;30.00;2;Dorpsfeest;1", "feest;30.00;2;Dorpsfeest;0", StringComparison.Ordinal);

        Gives(0, [$"Regel 5: het aantal stemmen in het bestand is geschreven als '{total}'. Dat is 4210, zoals geteld." + Same], text + votes);
    }

    [Fact]
    public void The_same_fault_on_every_line_does_not_bury_the_others()
    {
        var faults = string.Concat(Enumerable.Range(5, 500).Select(voter => $"\n{voter};bank,speel,feest"));
        var (exit, remarks) = Recount(Sound + faults);

        exit.ShouldBe(3);
        remarks.Count(remark => remark.Contains("max_length", StringComparison.Ordinal)).ShouldBe(11);
        remarks.ShouldContain("Regel 33: deze stem noemt 3 plannen. Volgens max_length is 2 het meeste. De stem telt mee zoals hij er staat. "
            + "Vanaf hier komt dit 490 keer voor." + Differs);
        remarks.ShouldContain("Regel 5: het aantal stemmen in het bestand is volgens het bestand 4 (num_votes). Geteld is 504." + Differs);
    }

    [Fact]
    public void Both_reports_carry_the_remarks()
    {
        var file = Write(Changed("Bankje;0", "Bankje;1").Replace("60.00;3;", "60.00;3.0;", StringComparison.Ordinal));
        string[] remarks =
        [
            "Regel 14: het aantal stemmen van plan 'speel' is geschreven als '3.0'. Dat is 3, zoals geteld." + Same,
            "Regel 16: plan 'bank' is volgens het bestand gekozen (selected). Deze telling kiest het niet." + Differs,
        ];

        var (exit, text, errors) = TallyCommand.Run(file);
        exit.ShouldBe(3);
        text.ShouldEndWith($"\nOpmerkingen (2)\nTer info: {remarks[0]}\nLet op: {remarks[1]}\n");
        errors.ShouldBe("Let op: de uitslag kan anders zijn. In de opmerkingen bij de uitslag staat waarom.\n");

        var report = JsonDocument.Parse(TallyCommand.Run(file, "--json").Output).RootElement;
        report.GetProperty("remarks").EnumerateArray().Select(remark => remark.GetString()).ShouldBe(remarks);
        report.GetProperty("outcomeCouldDiffer").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public void Another_rule_than_that_of_the_file_is_named_where_it_gives_other_winners() =>
        Gives(3,
        [
            "Regel 15: plan 'feest' is volgens het bestand gekozen (selected). Deze telling kiest het niet." + Differs,
            "Regel 16: plan 'bank' is volgens het bestand niet gekozen (selected). Deze telling kiest het wel." + Differs,
            "Het bestand noemt de regel 'greedy'. Hier is geteld met de regel uit uw opdracht." + Differs,
        ], Sound, "--rule", "equal-shares", "--completion", "none");

    /// <summary>What a portal publishes: with the draw of its vote it agrees, and without it the draw is what is missing.</summary>
    [Fact]
    public void An_export_agrees_with_the_count_by_its_own_draw()
    {
        var equal = new Election(10_100, 2, [new("a", 10_000, "A; b"), new("b", 10_000, "B"), new("c", 99, "C")],
            [new Ballot([0, 1], 1), new Ballot([2], 2), new Ballot([], 1)])
        {
            Rule = "greedy",
            Meta = [new("max_length", "2"), new("max_sum_cost", "201.00")],
        };
        var seed = Enumerable.Range(0, 100).Select(i => $"{i}").First(s => Winners(s).Contains("b"));
        var file = PabulibFile.Write(equal, Winners(seed));

        Gives(0, [], file, "--ties", seed);
        Recount(file).Remarks[^1].ShouldBe("Plannen stonden gelijk. Is er geloot, geef dan met --ties de tekst waarmee geloot is." + Differs);

        string[] Winners(string with) => [.. Greedy.Count(equal, TieOrder.PublicDraw(with)).Winners.Select(winner => winner.Project.Id)];
    }

    [Fact]
    public void Three_decimals_are_written_so_that_they_are_not_taken_for_thousands()
    {
        var election = new Election(1_250, 3, [new("a", 1_001, "A")], [new Ballot([0], 1)]);
        var read = PabulibFile.Parse(PabulibFile.Write(election));

        read.Remarks.ShouldBeEmpty();
        read.ShouldMean(election);
    }

    private static string Changed(string right, string wrong, string also = "", string instead = "")
    {
        Sound.ShouldContain(right);
        var changed = Sound.ReplaceLineEndings("\n").Replace(right, wrong, StringComparison.Ordinal);
        return also.Length == 0 ? changed : changed.Replace(also, instead, StringComparison.Ordinal);
    }

    private void Gives(int exit, string[] remarks, string text, params string[] options)
    {
        var recount = Recount(text, options);
        recount.Remarks.ShouldBe(remarks);
        recount.Exit.ShouldBe(exit);
    }

    private (int Exit, List<string> Remarks) Recount(string text, params string[] options)
    {
        var (exit, output, errors) = TallyCommand.Run([Write(text), "--json", .. options]);
        exit.ShouldBeOneOf([0, 3], errors);
        return (exit, [.. JsonDocument.Parse(output).RootElement.GetProperty("remarks").EnumerateArray().Select(remark => remark.GetString()!)]);
    }

    private string Write(string text)
    {
        var file = Path.Combine(_folder.FullName, "stemmen.pb");
        File.WriteAllText(file, text);
        return file;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
