using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Smederijen.Domain.Tally;
using Smederijen.Domain.Tally.Pabulib;

namespace Smederijen.Tally.Tests;

/// <summary>Cumulative votes: a voter divides points over projects, and the greedy rule adds them up.</summary>
public sealed class When_voters_give_points : IDisposable
{
    private const string Differs = " De uitslag kan daardoor anders zijn.";

    /// <summary>The bench has the most voters, the playground the most points.</summary>
    private const string Village = """
        META
        key;value
        num_projects;3
        num_votes;4
        budget;100
        vote_type;cumulative
        rule;greedy
        min_points;1
        max_points;5
        min_sum_points;1
        max_sum_points;5
        PROJECTS
        project_id;cost;votes;score;selected
        speel;60;2;9;1
        bank;50;3;7;0
        feest;40;1;3;1
        VOTES
        voter_id;vote;points
        1;speel;5
        2;speel,bank;4,1
        3;feest,bank;3,2
        4;bank;4
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    [Fact]
    public void The_most_points_win_and_the_report_tells_the_points()
    {
        var (exit, output, _) = TallyCommand.Run(Write(Village));

        exit.ShouldBe(0);
        output.ShouldBe("""

            Meeste punten eerst; wat niet past, wordt overgeslagen
            Budget 100 · 4 stemmen · 3 plannen

            Gekozen (2)
               1  speel    60       9 punten  past; daarna is er nog 40
               2  feest    40       3 punten  past; daarna is er nog 0

            Niet gekozen (1)
                  bank    50       7 punten  er was nog 40; 10 te weinig

            Uitgegeven 100 · over 0

            """);
    }

    [Fact]
    public void Other_programs_read_votes_and_points_apart()
    {
        var projects = JsonDocument.Parse(TallyCommand.Run(Write(Village), "--json").Output).RootElement.GetProperty("projects");

        projects.EnumerateArray().Select(p => (p.GetProperty("votes").GetInt32(), p.GetProperty("points").GetInt64())).ShouldBe([(2, 9), (3, 7), (1, 3)]);
    }

    [Fact]
    public void The_minimum_is_a_number_of_points()
    {
        var election = PabulibFile.Parse(Village.Replace("min_points;1", "min_project_score_threshold;4", StringComparison.Ordinal));

        Greedy.Count(election, TieOrder.ById).Fates[2].ShouldBe(new Fate.BelowMinimum(election.Projects[2], 1, 4));
    }

    [Fact]
    public void Nobody_gave_it_a_point_is_as_good_as_no_vote()
    {
        var election = PabulibFile.Parse(Village.Replace("3;feest,bank;3,2", "3;feest,bank;0,2", StringComparison.Ordinal));

        Greedy.Count(election, TieOrder.ById).Fates[2].ShouldBeOfType<Fate.WithoutVotes>();
    }

    [Theory]
    [InlineData("1;speel;5", "1", "Regel 19: op deze regel ontbreekt het veld vote. Geteld is een stem zonder plannen.")]
    [InlineData("1;speel;5", ";;", "Regel 19: op deze regel staat niets. Geteld is een stem zonder plannen.")]
    [InlineData("1;speel;5", "1;speel;6", "Regel 19: deze stem geeft een plan 6 punten. Volgens max_points is 5 het meeste. De stem telt mee zoals hij er staat.")]
    [InlineData("1;speel;5", "1;speel;0", "Regel 19: deze stem geeft een plan 0 punten. Volgens min_points is 1 het minste. De stem telt mee zoals hij er staat.")]
    [InlineData("2;speel,bank;4,1", "2;speel,bank;4,2", "Regel 20: deze stem geeft samen 6 punten. Volgens max_sum_points is 5 het meeste. De stem telt mee zoals hij er staat.")]
    [InlineData("1;speel;5", "1;;", "Regel 19: deze stem geeft samen 0 punten. Volgens min_sum_points is 1 het minste. De stem telt mee zoals hij er staat.")]
    [InlineData("1;speel;5", "1;speel,speel;4,1", "Regel 19: deze stem noemt een plan meer dan eens. De punten zijn bij elkaar opgeteld.")]
    [InlineData("1;speel;5", "1;speel,;5,", "Regel 19: op deze stem staat een komma te veel, of er is een plan weggevallen. De lege plaats telt niet mee.")]
    [InlineData("1;speel;5", "1;brug,speel;1,4", "Regel 19: deze stem noemt plan 'brug', maar dat staat niet onder PROJECTS. Die keuze telt niet mee.")]
    [InlineData("1;speel;5", "1;speel;1.000", "Regel 19: het aantal punten '1.000' is gelezen als 1, want in dit formaat is een punt een komma. Is 1000 bedoeld, schrijf dan 1000.")]
    [InlineData("speel;60;2;9", "speel;60;2;8", "Regel 14: het aantal punten van plan 'speel' is volgens het bestand 8 (score). Geteld is 9.")]
    [InlineData("speel;60;2;9", "speel;60;1;9", "Regel 14: het aantal stemmen van plan 'speel' is volgens het bestand 1 (votes). Geteld is 2.")]
    [InlineData("bank;50;3;7;0", "bank;50;3;7;1", "Regel 15: plan 'bank' is volgens het bestand gekozen (selected). Deze telling kiest het niet.")]
    [InlineData("min_points;1", "default_score;1", "Regel 8: met 'default_score' houdt deze telling geen rekening.")]
    public void What_could_change_the_outcome_is_remarked(string right, string wrong, string remark)
    {
        Village.ShouldContain(right);
        var (exit, output, _) = TallyCommand.Run(Write(Village.Replace(right, wrong, StringComparison.Ordinal)));

        output.ShouldContain($"Let op: {remark}{Differs}\n");
        exit.ShouldBe(3);
    }

    [Theory]
    [InlineData("2;speel,bank;4,1", "2;speel,bank;4", "Regel 20: onder vote en points staan niet even veel waarden. Schrijf bij elk plan zijn punten, met komma's ertussen.")]
    [InlineData("2;speel,bank;4,1", "2;speel;4,1", "Regel 20: onder vote en points staan niet even veel waarden. Schrijf bij elk plan zijn punten, met komma's ertussen.")]
    [InlineData("2;speel,bank;4,1", "2;speel,bank;4,", "Regel 20: onder vote en points staan niet even veel waarden. Schrijf bij elk plan zijn punten, met komma's ertussen.")]
    [InlineData("1;speel;5", "1;speel", "Regel 19: onder vote en points staan niet even veel waarden. Schrijf bij elk plan zijn punten, met komma's ertussen.")]
    [InlineData("1;speel;5", "1;speel;2.5", "Regel 19: het aantal punten '2.5' is niet heel. Dit programma telt alleen hele punten.")]
    [InlineData("1;speel;5", "1;speel;-5", "Regel 19: het aantal punten '-5' is geen getal. Schrijf een getal van 0 of meer, zoals 1250 of 1250.50.")]
    [InlineData("1;speel;5", "1;speel;2000000000", "Regel 19: het aantal punten '2000000000' is te groot. Een plan krijgt van een stem ten hoogste 1000000000 punten.")]
    [InlineData("1;speel;5", "1;speel,speel;1000000000,1", "Regel 19: het aantal punten '1000000001' is te groot. Een plan krijgt van een stem ten hoogste 1000000000 punten.")]
    public void Points_that_cannot_be_read_are_refused(string right, string wrong, string message) =>
        Should.Throw<PabulibException>(() => PabulibFile.Parse(Village.Replace(right, wrong, StringComparison.Ordinal))).Message.ShouldBe(message);

    [Theory]
    [InlineData("--rule", "equal-shares")]
    [InlineData("--completion", "none")]
    public void Equal_shares_are_refused_because_they_count_ticks(params string[] options)
    {
        var (exit, output, errors) = TallyCommand.Run([Write(Village), .. options]);

        (exit, output).ShouldBe((2, ""));
        errors.ShouldBe("De kiezers gaven punten (vote_type cumulative). Gelijke delen (equal-shares) telt alleen aangekruiste plannen. Tel met --rule greedy.\n");
    }

    [Fact]
    public void Equal_shares_of_a_file_that_names_them_are_refused_too() =>
        TallyCommand.Run(Write(Village.Replace("rule;greedy", "rule;equalshares", StringComparison.Ordinal))).Exit.ShouldBe(2);

    [Fact]
    public void A_file_says_all_that_was_counted() => Prop.ForAll(SmallElections.InPoints, election =>
    {
        var read = PabulibFile.Parse(PabulibFile.Write(election, Ids(Greedy.Count(election, TieOrder.ById))));

        read.Remarks.ShouldBeEmpty();
        read.Scores.ShouldBe(election.Scores);
        Ids(Greedy.Count(read, TieOrder.ById)).ShouldBe(Ids(Greedy.Count(election, TieOrder.ById)));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(200).WithEndSize(16));

    /// <summary>One point for each project that a voter ticked is the same as the ticks.</summary>
    [Fact]
    public void One_point_each_counts_as_ticks_do() => Prop.ForAll(SmallElections.Arbitrary, election =>
    {
        var points = election.Ballots.Select(ballot => ballot with { Points = [.. ballot.Approved.Select(_ => 1)] });
        var inPoints = new Election(election.Budget, election.Decimals, election.Projects, [.. points]) { MinimumVotes = election.MinimumVotes };

        Greedy.Count(inPoints, TieOrder.ById).Fates.ShouldBe(Greedy.Count(election, TieOrder.ById).Fates);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(200).WithEndSize(16));

    public void Dispose() => _folder.Delete(recursive: true);

    private static string[] Ids(Count count) => [.. count.Winners.Select(winner => winner.Project.Id)];

    private string Write(string text)
    {
        var file = Path.Combine(_folder.FullName, "punten.pb");
        File.WriteAllText(file, text);
        return file;
    }
}
