using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Smederijen.Portal.Ballots;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Security;
using Smederijen.Portal.Settings;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Tests.Voting;
using Xunit.Abstractions;

namespace Smederijen.Portal.Tests.Hostile;

/// <summary>
/// Every endpoint answers whatever is thrown at it with a page or with a refusal, soon, and a refusal leaves nothing behind.
/// <c>HOSTILE_REQUESTS=5000000 dotnet test tests/Portal.Tests --filter hostile</c> throws more.
/// </summary>
public sealed class When_requests_are_hostile(ITestOutputHelper output)
{
    private const int PerWorld = 5_000;
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(20);
    private static readonly int Requests = int.Parse(Environment.GetEnvironmentVariable("HOSTILE_REQUESTS") ?? "100000", CultureInfo.InvariantCulture);

    [Fact]
    public async Task Each_gets_an_answer_that_is_no_failure_of_ours_and_changes_nothing_when_it_is_refused()
    {
        var (answers, slowest) = (new SortedDictionary<int, int>(), TimeSpan.Zero);
        var failures = new LastFailure();
        List<int> votes = [];
        for (var seed = 1; (seed - 1) * PerWorld < Requests; seed++)
        {
            await using var world = await World.Begin(services => services.Configure<PortalOptions>(options => options.LimitRequests = false)
                .AddLogging(logging => logging.AddProvider(failures)));
            failures.Last = null;
            // The first use of either makes a secret of the installation, whatever becomes of the request.
            await world.Get<Pseudonyms>().KeyOf("", "");
            await world.Get<Stamps>().Get();
            var vote = seed % 2 == 0 ? await AVote.Open(world) : null;
            var (targets, seals) = vote is null ? (await Target.In(world), []) : await Target.InAVote(vote);
            var attacks = new Attacks(targets, seals, new Random(seed));
            var commits = new List<string>();
            world.Store.After = (partition, _) => commits.Add(partition);
            for (var i = 0; i < Math.Min(PerWorld, Requests); i++)
            {
                commits.Clear();
                var attack = attacks.Next();
                var files = world.Attachments.Names.Count();
                var watch = Stopwatch.StartNew();
                var answer = await world.Browser.Throw(attack.Shape);
                slowest = watch.Elapsed > slowest ? watch.Elapsed : slowest;
                Hold(attack, answer, commits, files == world.Attachments.Names.Count(), $"Seed {seed}, request {i}: {attack}\n{failures.Last}");
                answers[answer.Status] = answers.GetValueOrDefault(answer.Status) + 1;
            }
            if (vote is not null)
                votes.Add(await HoldTheVote(world, seals.Count / 3));
        }
        // In one world it may be that nobody happens to vote; in all of them together somebody does, or this shows nothing.
        votes.Sum().ShouldBeGreaterThanOrEqualTo(votes.Count, string.Join(", ", votes));
        slowest.ShouldBeLessThan(Bound);
        var summary = $"{answers.Values.Sum():N0} hostile requests, the slowest took {slowest.TotalMilliseconds:N0} ms; answers: "
            + string.Join(", ", answers.Select(answer => $"{answer.Key} × {answer.Value:N0}"));
        output.WriteLine(summary);
        Summary.Write("hostile", summary);
    }

    /// <summary>Whatever was sent: who sends what a page of a voter holds votes as that voter chose, once, and nothing else is a vote.</summary>
    private static async Task<int> HoldTheVote(World world, int voters)
    {
        var ballots = await AVote.InBox(world, BoxRow.Ballot);
        ballots.Count.ShouldBeLessThanOrEqualTo(voters);
        ballots.ShouldAllBe(ballot => ballot.Data == "1100");
        return ballots.Count;
    }

    private static void Hold(Attack attack, Answer answer, IReadOnlyList<string> commits, bool sameFiles, string story)
    {
        answer.Status.ShouldBeInRange(200, 499, story);
        if (answer.Status >= 400 || attack.Method != HttpMethods.Post)
        {
            commits.Where(partition => partition is not (Partitions.Limits or Partitions.Looks or Partitions.Readiness)).ShouldBeEmpty(story);
            sameFiles.ShouldBeTrue(story);
        }
        answer.Text.Contains(HostileText.Script, StringComparison.Ordinal).ShouldBeFalse(story);
        foreach (var header in answer.Headers)
            header.Value.ToString().AsSpan().ContainsAny('\r', '\n').ShouldBeFalse($"{header.Key} of {story}");
    }
}
