using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Smederijen.LocalHost.Tests.Storage;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Tests;
using Smederijen.Portal.Work;
using Xunit.Abstractions;

namespace Smederijen.LocalHost.Tests.Crash;

/// <summary>
/// <c>kill -9</c> of the real program at any moment of a busy day, again and again on the same data folder.
/// <c>SMEDERIJEN_KILLS=5000 dotnet test tests/LocalHost.Tests -c Release --filter When_the_program_is_killed</c> kills longer.
/// </summary>
public sealed class When_the_program_is_killed(ITestOutputHelper output)
{
    private const int KillsByDefault = 200;

    /// <summary>Two installations side by side, so that one starts while the other works.</summary>
    private const int Installations = 2;

    [Fact]
    public async Task Nothing_that_was_accepted_is_lost_or_doubled_and_every_mail_goes_out()
    {
        var kills = int.Parse(Environment.GetEnvironmentVariable("SMEDERIJEN_KILLS") ?? $"{KillsByDefault}", CultureInfo.InvariantCulture);
        var runs = await Task.WhenAll(Enumerable.Range(0, Installations).Select(i => Task.Run(() => Installation.Live(kills / Installations))));
        var summary = $"{kills / Installations * Installations} kills, {runs.Sum(run => run.Requests)} requests, {runs.Sum(run => run.Accepted)} accepted steps, "
            + $"{runs.Sum(run => run.Ideas)} ideas, {runs.Sum(run => run.Paid)} paid, {runs.Sum(run => run.Mails)} mails: nothing lost, nothing doubled";
        runs.Sum(run => run.Accepted).ShouldBeGreaterThan(2 * kills, "the programs were killed before they did anything");
        output.WriteLine(summary);
        Summary.Write("kills", summary);
    }
}

/// <summary>What the life of one installation came to.</summary>
internal sealed record Life(int Requests, int Accepted, int Ideas, int Paid, int Mails);

/// <summary>One data folder that lives through all the kills.</summary>
internal sealed class Installation(string folder)
{
    private const int ShortestLife = 10;
    private const int LongestLife = 400;

    /// <summary>One of so many is killed while it still warms up; the others after their first answer.</summary>
    private const int KilledEarly = 5;

    private readonly BusyTown _town = new();
    private readonly HashSet<IdeaKey> _touched = [];
    private readonly Dictionary<string, IdeaKey> _titles = new(StringComparer.Ordinal);
    private readonly List<(Errand Errand, string Step)> _accepted = [];

    public static async Task<Life> Live(int kills)
    {
        using var folder = new TemporaryFolder();
        var installation = new Installation(folder.Path);
        for (var i = 0; i < kills; i++)
            await installation.RunUntilKilled(Random.Shared.Next(ShortestLife, LongestLife));
        return await installation.CheckEverything();
    }

    /// <summary>Starts, checks what the kill before left, works for a while, and dies.</summary>
    private async Task RunUntilKilled(int milliseconds)
    {
        using var program = await KilledProgram.Start(folder);
        await CheckWhatWasAccepted(program);
        var work = _town.Work(program);
        if (Random.Shared.Next(KilledEarly) > 0)
            await Task.WhenAny(_town.Busy, work);
        await Task.Delay(milliseconds);
        program.Kill();
        await work;
        program.Complaints.ShouldBeEmpty();
        _town.Wrong.ShouldBeEmpty();
    }

    private async Task CheckWhatWasAccepted(KilledProgram program)
    {
        using var books = new Books(folder);
        await books.EffectsAreDone(program);
        while (_town.Accepted.TryDequeue(out var accepted))
        {
            _accepted.Add(accepted);
            _touched.Add(await IdeaOf(books, accepted.Errand));
        }
        await Check(books, _touched);
        _touched.Clear();
    }

    private static async Task<IdeaKey> IdeaOf(Books books, Errand errand) => errand switch
    {
        Errand.HandIn handIn => new IdeaKey(handIn.Village.Id, await books.ResultOf(handIn.Village.Id, handIn)),
        Errand.OfferSupport offer => offer.Idea,
        Errand.FollowMail mail => mail.Idea,
        _ => ((Errand.Approve)errand).Idea,
    };

    private async Task Check(Books books, IReadOnlyCollection<IdeaKey> ideas)
    {
        var mails = Directory.EnumerateFiles(Path.Combine(folder, "uitgaand")).Select(file => Path.GetFileNameWithoutExtension(file)!)
            .ToLookup(name => name[..name.LastIndexOf('-')]);
        mails.Select(group => group.Key).ShouldAllBe(name => !name.StartsWith('.'), "a mail was left half written");
        foreach (var idea in ideas)
        {
            var book = await books.Open(idea);
            book.Check([.. mails[$"{idea.Smederij}-{idea.Id}"]]);
            (_titles.TryAdd(book.Title, idea) || _titles[book.Title] == idea).ShouldBeTrue($"{book.Title} is there twice");
        }
        foreach (var village in Village.All)
            await books.CheckLedger(village.Id);
    }

    /// <summary>At the end: every idea there is, and every errand of every run once more.</summary>
    private async Task<Life> CheckEverything()
    {
        using var program = await KilledProgram.Start(folder);
        await CheckWhatWasAccepted(program);
        using var books = new Books(folder);
        var ideas = new List<IdeaKey>();
        foreach (var village in Village.All)
            ideas.AddRange(await books.IdeasOf(village.Id));
        await Check(books, ideas);
        foreach (var (errand, _) in _accepted)
            await IdeaOf(books, errand);
        var paid = _accepted.Count(accepted => accepted.Errand is Errand.Approve { Member: "zuid" });
        var mails = Directory.EnumerateFiles(Path.Combine(folder, "uitgaand")).Count();
        program.Kill();
        await using var here = Composition.Build(new LocalOptions(0, folder, Demo: true, Seed: false));
        var report = await here.Services.GetRequiredService<LogVerifier>().Verify();
        report.Broken.ShouldBeEmpty();
        report.Logs["idee"].ShouldBe(ideas.Count);
        return new Life(_town.Requests, _accepted.Count, ideas.Count, paid, mails);
    }
}
