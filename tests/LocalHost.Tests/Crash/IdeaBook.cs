using Smederijen.Domain.Ideas;
using Smederijen.Domain.Money;
using Smederijen.Domain.Settings;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Work;

namespace Smederijen.LocalHost.Tests.Crash;

/// <summary>All rows of one idea, held against each other.</summary>
internal sealed class IdeaBook
{
    /// <summary>So much that no decision is refused for lack of money when a history is told again.</summary>
    private static readonly Ledger Plenty = new(new Euro(1_000_000_000_000), Euro.Zero, Euro.Zero);

    private readonly IdeaKey _key;
    private readonly SmederijSettings _smederij;

    public IdeaBook(IdeaKey key, IReadOnlyList<Entity> rows, SmederijSettings smederij)
    {
        (_key, _smederij) = (key, smederij);
        Stored = rows[0].Read(IdeaJson.Default.StoredIdea);
        Log = [.. Of(rows, "log").Select(row => row.Read(IdeaJson.Default.LogLine))];
        Supporters = [.. Of(rows, "steun").Select(row => row.Read(WorkJson.Default.Person))];
        Title = Of(rows, "inhoud").Single().Read(IdeaJson.Default.IdeaContent).Title;
    }

    public Stored<Idea> Stored { get; }

    public IReadOnlyList<LogLine> Log { get; }

    public IReadOnlyList<Person> Supporters { get; }

    public string Title { get; }

    /// <summary>No line is missing or doubled, every supporter is counted once, and every mail is in the outbox once.</summary>
    /// <param name="mails">The files in the outbox that belong to this idea.</param>
    public void Check(IReadOnlyCollection<string> mails)
    {
        Log.Count(line => line.Event is IdeaEvent.Submitted).ShouldBe(1);
        Log.Count(line => line.Event is IdeaEvent.SubmissionConfirmed).ShouldBeLessThanOrEqualTo(1);
        Log.Select(line => line.Event).OfType<IdeaEvent.Advised>().Select(advice => (advice.Version, advice.Reviewer)).ShouldBeUnique();
        Log.Select(line => line.Event).OfType<IdeaEvent.ReleaseApproved>().Select(approval => approval.By).ShouldBeUnique();
        Supporters.Select(person => person.Email).ShouldBeUnique();
        Log.Count(line => line.Event is IdeaEvent.SupportConfirmed).ShouldBe(Supporters.Count(person => person.Confirmed), $"supporters of {_key}");
        var (told, effects) = TellAgain();
        // That supporters are alike is kept out of the log.
        told.ShouldBe(Stored.Item with { Alike = told.Alike }, $"the log of {_key} leads elsewhere");
        mails.Count.ShouldBe(Stored.Effects - effects.Count(effect => effect is not IdeaEffect.SendMail), $"mails of {_key}: {string.Join(", ", mails)}");
    }

    /// <summary>Decides everything in the log anew: the outcome must be the idea as it is stored.</summary>
    private (Idea Idea, List<IdeaEffect> Effects) TellAgain()
    {
        var circumstances = new Circumstances(_smederij, Plenty);
        var first = (IdeaDecision.Accepted)IdeaDecider.Submit(_key.Id, (IdeaEvent.Submitted)Log[0].Event, circumstances);
        var (idea, effects) = (first.Item, first.Effects.ToList());
        foreach (var line in Log.Skip(1))
        {
            var decision = IdeaDecider.Decide(idea, line.Event, circumstances).ShouldBeOfType<IdeaDecision.Accepted>($"{line.Event} of {_key}");
            idea = decision.Item;
            effects.AddRange(decision.Effects);
        }
        return (idea, effects);
    }

    private static IEnumerable<Entity> Of(IReadOnlyList<Entity> rows, string part) =>
        rows.Where(row => row.Row.Split('|') is [_, _, var name, ..] && name == part);
}
