using System.Collections.Concurrent;
using Smederijen.LocalHost.Mailbox;
using Smederijen.Portal.Ideas;

namespace Smederijen.LocalHost.Tests.Crash;

/// <summary>
/// People who never stop: they hand in ideas, follow the links in their mails, support, review and pay. Their errands outlive
/// the program, and so does the list of what it accepted.
/// </summary>
internal sealed class BusyTown
{
    private const int Visitors = 8;

    private static readonly (string Member, string Name)[] Releasers = [("noord", "Rianne Noord"), ("zuid", "Sander Zuid")];

    private readonly ConcurrentQueue<Errand> _errands = [];
    private readonly ConcurrentDictionary<string, bool> _mailsSeen = new(StringComparer.Ordinal);
    private TaskCompletionSource _busy = new();
    private int _ideas;

    /// <summary>Completes when this run of the program has accepted something.</summary>
    public Task Busy => _busy.Task;

    /// <summary>Every errand that was answered with "done"; this must be there for ever.</summary>
    public ConcurrentQueue<(Errand Errand, string Step)> Accepted { get; } = [];

    /// <summary>Answers that nobody should ever get.</summary>
    public ConcurrentQueue<string> Wrong { get; } = [];

    public int Requests { get; private set; }

    /// <summary>Works until the program is gone.</summary>
    public async Task Work(KilledProgram program)
    {
        var counter = new Counter(program.Http);
        _busy = new TaskCompletionSource();
        try
        {
            foreach (var (member, name) in Releasers)
                await counter.SignIn(member, program.SignInLinks[name]);
            await Task.WhenAll([ReadMail(counter), .. Enumerable.Range(0, Visitors).Select(_ => RunErrands(counter))]);
        }
        catch (HttpRequestException)
        {
            // Killed while staff signed in, or while the mail was fetched: the following run begins with that again.
        }
        Requests += counter.Requests;
    }

    private async Task RunErrands(Counter counter)
    {
        while (true)
        {
            var errand = _errands.TryDequeue(out var waiting) ? waiting : NextIdea();
            try
            {
                Note(errand, await errand.Run(counter));
            }
            catch (HttpRequestException)
            {
                _errands.Enqueue(errand);
                return;
            }
        }
    }

    private Errand.HandIn NextIdea()
    {
        var number = Interlocked.Increment(ref _ideas);
        return new Errand.HandIn(Village.All[number % Village.All.Count], number);
    }

    private void Note(Errand errand, Reply reply)
    {
        if (reply.Accepted)
        {
            Accepted.Enqueue((errand, reply.Step));
            _busy.TrySetResult();
            foreach (var next in After(errand, reply.Step))
                _errands.Enqueue(next);
        }
        else if (!IsTooLate(errand, reply))
            Wrong.Enqueue($"{reply.Status} for {errand}");
    }

    /// <summary>Two of three reviewers decide, so the third may come too late, and is told so.</summary>
    private static bool IsTooLate(Errand errand, Reply reply) => errand is Errand.FollowMail && reply is { Status: 409, Step: "beoordelen" };

    private static IEnumerable<Errand> After(Errand errand, string step) => (errand, step) switch
    {
        (Errand.FollowMail mail, "bevestigen") => Enumerable.Range(0, Village.Supporters).Select(i =>
            new Errand.OfferSupport(mail.Idea, Village.All.Single(village => village.Id == mail.Idea.Smederij), i)),
        (Errand.FollowMail mail, "betaalgegevens") => [new Errand.Approve(mail.Idea, Releasers[0].Member)],
        (Errand.Approve { Member: "noord" } approved, _) => [new Errand.Approve(approved.Idea, Releasers[1].Member)],
        _ => [],
    };

    private async Task ReadMail(Counter counter)
    {
        while (true)
        {
            foreach (var mail in await counter.Mails())
            {
                if (_mailsSeen.TryAdd(mail.Id, true) && AsksSomething(mail))
                    _errands.Enqueue(new Errand.FollowMail(IdeaOf(mail), mail.Id, mail.Aan, new Uri(mail.Links[0]).AbsolutePath));
            }
            await Task.Delay(20);
        }
    }

    private static bool AsksSomething(MailJson mail) =>
        mail.Links is [var first, ..] && new Uri(first).AbsolutePath.StartsWith("/link/", StringComparison.Ordinal)
        && (mail.Onderwerp.StartsWith("Bevestig", StringComparison.Ordinal) || mail.Aan.StartsWith("wijk", StringComparison.Ordinal)
            || mail.Aan.StartsWith("opbouwwerker", StringComparison.Ordinal) || mail.Tekst.Contains("rekening", StringComparison.Ordinal));

    private static IdeaKey IdeaOf(MailJson mail) => mail.Id.Split('-') is [var smederij, var id, _]
        ? new IdeaKey(smederij, id)
        : throw new InvalidOperationException($"Mail {mail.Id} is not named after an effect.");
}
