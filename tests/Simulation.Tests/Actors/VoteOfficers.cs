using System.IO.Compression;
using Smederijen.Domain.Ideas;
using Smederijen.Domain.Rounds;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Ledgers;

namespace Smederijen.Simulation.Tests.Actors;

/// <summary>Staff around a vote: they make the codes, sometimes two at once, and step in now and then.</summary>
internal sealed class VoteOfficers(Simulation simulation, Voters voters)
{
    /// <summary>So many people take part in the scheme every year; how many it takes to get there differs with the number of votes.</summary>
    private const int ParticipantsPerYear = 5_000;

    private static readonly string[] Names = ["anna", "bert", "carin"];

    public void Move() => simulation.Watch.RoundMoved = (key, phase) =>
    {
        if (phase is RoundPhase.Preparing)
            simulation.Within(TimeSpan.FromHours(1), TimeSpan.FromDays(4), () => MakeCodes(key));
        if (phase is RoundPhase.VoteOpen)
            simulation.Within(TimeSpan.Zero, TimeSpan.FromHours(1), () => voters.Begin(key));
        if (phase is RoundPhase.VoteOpen or RoundPhase.Sealed && simulation.Chance(0.8))
            simulation.Within(TimeSpan.FromHours(1), TimeSpan.FromDays(6), () => StepIn(key));
        if (phase is RoundPhase.Drawing)
            simulation.Within(TimeSpan.Zero, TimeSpan.FromHours(1), () => TypeDraw(key));
        if (phase is RoundPhase.VoteOpen && simulation.Chance(0.3))
            simulation.Within(TimeSpan.FromHours(1), TimeSpan.FromDays(6), () => Withdraw(key));
    };

    public static string Desk(RoundKey key) => $"/medewerkers/rondes/{key.Smederij}/{key.Period}";

    /// <summary>Without a file in hand they try again; what was lost is made anew, with the reason.</summary>
    private async Task MakeCodes(RoundKey key)
    {
        if (simulation.Watch.PhaseOf(key) is not (RoundPhase.Preparing or RoundPhase.Sealed))
            return;
        var answer = await simulation.Site.Visit(async process =>
        {
            var browser = process.AsStaff(Names[0]);
            var page = await browser.Get(Desk(key));
            var (letters, again) = ($"{Letters()}", page.Words.Contains("Stemcodes opnieuw maken"));
            var form = new Dictionary<string, string>
            {
                ["geheim"] = page.Hidden("geheim"), ["aantal"] = letters, ["meer-codes"] = letters,
                ["reden"] = again ? "De brieven zijn kwijt." : "", ["oude-vervallen"] = again ? "ja" : "",
            };
            return await browser.Post($"{Desk(key)}/codes", form);
        });
        simulation.Trace.Add($"{simulation.Now:u} codes of {key}: {answer?.Status}");
        if (answer is { Status: 200 })
            voters.Receive(key, Codes(answer.Body));
        else
            simulation.Within(TimeSpan.FromMinutes(1), TimeSpan.FromHours(8), () => MakeCodes(key));
    }

    /// <summary>There are three or four votes in a year, all in the same weeks, and most of those who get a letter vote.</summary>
    private int Letters() => (int)Math.Clamp((simulation.YearsPassed * ParticipantsPerYear - simulation.Tally.Participants) / 2.7, 100, 2_000);

    private static IReadOnlyList<string> Codes(byte[] zip)
    {
        using var archive = new ZipArchive(new MemoryStream(zip));
        using var list = new StreamReader(archive.GetEntry("stemcodes.csv")!.Open());
        return [.. list.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(';')[0])];
    }

    private async Task StepIn(RoundKey key)
    {
        var (first, second) = (Names[simulation.Random.Next(3)], Names[simulation.Random.Next(3)]);
        var until = Domain.Calendar.Amsterdam.DateOf(simulation.Now).AddDays(simulation.Random.Next(5, 25));
        var what = simulation.Random.Next(4) switch { 0 => "schrappen", 1 => "sluiten", _ => simulation.Watch.PhaseOf(key) is RoundPhase.Sealed ? "openen" : "verlengen" };
        var form = new { wat = what, idee = OnTheBallot(key)?.Id ?? "", datum = $"{until:yyyy-MM-dd}", tijd = "12:00", reden = "De post was laat." };
        await Press(key, $"{first} proposes", "voorstel", first, form);
        simulation.Within(TimeSpan.Zero, TimeSpan.FromDays(2), () => simulation.Chance(0.7)
            ? Press(key, $"{second} agrees", "akkoord", second, new { })
            : Press(key, $"{second} drops it", "vervallen", second, new { }));
        if (simulation.Chance(0.5))
            simulation.Within(TimeSpan.FromHours(1), TimeSpan.FromDays(40), () => simulation.HideATextOf(Desk(key)));
    }

    /// <summary>Some are too early, some mistype it, some type it twice; they go on until two agree.</summary>
    private async Task TypeDraw(RoundKey key)
    {
        if (simulation.Watch.StateOf(key) is not RoundState.Drawing { Value: null } drawing)
            return;
        await Press(key, "the value of a draw is typed", "loting", Names[simulation.Random.Next(3)], new { waarde = simulation.Chance(0.8) ? "987,43" : "987,34" });
        var from = drawing.From > simulation.Now ? drawing.From - simulation.Now : TimeSpan.FromMinutes(5);
        simulation.Within(from, from + TimeSpan.FromDays(1), () => TypeDraw(key));
    }

    /// <summary>The submitter has other plans, just when the neighbourhood votes.</summary>
    private Task Withdraw(RoundKey key) => OnTheBallot(key) is { } idea
        ? new Press(simulation, "an idea on the ballot is withdrawn", (process, command) => process.Decide(idea, command, at => new IdeaEvent.Withdrawn(at))).Deliver()
        : Task.CompletedTask;

    private IdeaKey? OnTheBallot(RoundKey key) => simulation.Watch.Ideas
        .Where(idea => idea.Key.Smederij == key.Smederij && idea.Value.Stored?.Item.State is IdeaState.Suitable).Select(idea => (IdeaKey?)idea.Key)
            .FirstOrDefault();

    private Task Press(RoundKey key, string what, string action, string by, object form) =>
        new Press(simulation, what, async (process, command) =>
            Ways.OfToday(await process.AsStaff(by).Post($"{Desk(key)}/{action}", form.With("opdracht", command)))).Deliver();
}
