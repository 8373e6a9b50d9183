using Smederijen.Bench.Load;
using Smederijen.Bench.Town;

namespace Smederijen.Bench.Scenarios;

/// <summary>What residents do, over HTTP, as fast as the program lets them; in turn with the bare server.</summary>
internal sealed class OverHttp(Options options, TownFolder town, ServerProcess program, ServerProcess bare)
{
    private static readonly string[] Places = ["krakeel", "wolfsbos", "oosterveen", "zuid"];

    private readonly byte[] _barePost = Requests.PostForm("/", Texts.IdeaForm);
    private readonly byte[] _bareGet = Requests.Get("/");
    private int _confirmed;
    private int _confirmedOfOne;

    public async Task<IReadOnlyList<Row>> Measure()
    {
        var rows = new List<Row>();
        rows.AddRange(await Submissions());
        rows.Add(await Row("supporter confirmations, many ideas, 64 connections", 64, _ => Next(town.Confirmations, ref _confirmed), _barePost, "≥ 10,000/s, p99 ≤ 20 ms"));
        rows.Add(await Row("supporter confirmations, all for one idea, 64 connections", 64, _ => Next(town.ConfirmationsOfOneIdea, ref _confirmedOfOne), _barePost, "–"));
        rows.Add(await Row("idea page, 64 connections", 64, _ => town.IdeaPages[Random.Shared.Next(Math.Min(1000, town.IdeaPages.Count))], _bareGet, "≥ 10,000/s"));
        rows.Add(new Row("memory at its largest under all of this", Bench.Row.Number(program.PeakMegabytes, "MB"), Bench.Row.Number(bare.PeakMegabytes, "MB"), "≤ 120 MB"));
        return rows;
    }

    private async Task<IReadOnlyList<Row>> Submissions()
    {
        var posts = Places.Select(place => Requests.PostForm($"/smederijen/{place}/ideeen/nieuw", Texts.IdeaForm)).ToList();
        var mails = new List<(int Pending, double Seconds)>();
        var row = await Row(
            "idea submissions, 16 connections, mails being written meanwhile", 16, i => posts[i % posts.Count], _barePost, "≥ 8,000/s, p99 ≤ 10 ms, ≥ 50 % of bare",
            async () => mails.Add(await Backlog.Drain(town.Folder)));
        var seconds = mails.Sum(drained => drained.Seconds);
        return [row, new Row("mails that waited after that", seconds > 0 ? $"{mails.Sum(drained => drained.Pending) / seconds:N0}/s" : "none waited", "", "–")];
    }

    /// <param name="after">Done when a run has ended, so that what it left does not slow down the next one.</param>
    private async Task<Row> Row(string what, int connections, Func<int, ReadOnlyMemory<byte>?> request, byte[] bareRequest, string aim, Func<Task>? after = null)
    {
        Console.Error.WriteLine(what);
        List<Result> ours = [], theirs = [];
        for (var i = 0; i < options.Runs; i++)
        {
            theirs.Add(await Run.Against(bare, connections, options.Duration, _ => bareRequest));
            ours.Add(await Run.Against(program, connections, options.Duration, request));
            if (after is not null)
                await after();
        }
        return Bench.Row.Of(what, Result.MiddleOf(ours), Result.MiddleOf(theirs), aim);
    }

    private static ReadOnlyMemory<byte>? Next(List<byte[]> requests, ref int used)
    {
        var next = Interlocked.Increment(ref used) - 1;
        return next < requests.Count ? requests[next] : null;
    }
}
