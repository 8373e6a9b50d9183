using Smederijen.Bench.Load;
using Smederijen.Bench.Town;

namespace Smederijen.Bench.Scenarios;

/// <summary>What residents do with ideas, over HTTP, as fast as the program lets them; in turn with the bare server.</summary>
internal sealed class OverHttp(Options options, TownFolder town, ServerProcess program, ServerProcess bare)
{
    private static readonly string[] Places = ["krakeel", "wolfsbos", "oosterveen", "zuid"];

    /// <summary>For ten seconds mails give way; see <see cref="LocalHost.Work.RushHour"/>.</summary>
    private static readonly TimeSpan MailsWaitNoLonger = TimeSpan.FromSeconds(11);

    private readonly InTurn _inTurn = new(options, program, bare);
    private readonly byte[] _barePost = Requests.PostForm("/", Texts.IdeaForm);
    private readonly byte[] _bareGet = Requests.Get("/");
    private int _confirmed;
    private int _confirmedOfOne;

    public async Task<IReadOnlyList<Row>> Submissions()
    {
        var posts = Places.Select(place => Requests.PostForm($"/smederijen/{place}/ideeen/nieuw", Texts.IdeaForm)).ToList();
        var mails = new List<(int Pending, double Seconds)>();
        async Task WriteMails() => mails.Add(await Backlog.Drain(town.Folder));
        var (crowd, _) = await _inTurn.Measure(
            "idea submissions, 16 connections", 16, i => posts[i % posts.Count], _barePost, "≥ 8,000/s, p99 ≤ 10 ms, ≥ 50 % of bare", WriteMails);
        var (goingOn, _) = await _inTurn.Measure(
            "the same, mails being written beside it", 16, i => posts[i % posts.Count], _barePost, "the same", WriteMails, MailsWaitNoLonger);
        var seconds = mails.Sum(drained => drained.Seconds);
        return [crowd, goingOn, new Row("mails that waited after that", seconds > 0 ? $"{mails.Sum(drained => drained.Pending) / seconds:N0}/s" : "none waited", "", "–")];
    }

    public async Task<IReadOnlyList<Row>> Confirmations()
    {
        var (many, _) = await _inTurn.Measure(
            "supporter confirmations, many ideas, 64 connections", 64, _ => InTurn.Next(town.Confirmations, ref _confirmed), _barePost, "≥ 10,000/s, p99 ≤ 20 ms");
        var (one, _) = await _inTurn.Measure(
            "supporter confirmations, all for one idea, 64 connections", 64, _ => InTurn.Next(town.ConfirmationsOfOneIdea, ref _confirmedOfOne), _barePost, "–");
        return [many, one];
    }

    public async Task<IReadOnlyList<Row>> Pages() =>
    [
        (await _inTurn.Measure(
            "idea page, 64 connections", 64, _ => town.IdeaPages[Random.Shared.Next(Math.Min(1000, town.IdeaPages.Count))], _bareGet, "≥ 10,000/s")).Row,
    ];
}
