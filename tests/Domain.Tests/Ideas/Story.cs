using System.Collections.Immutable;
using Smederijen.Domain.Ideas;
using Smederijen.Domain.Money;
using Smederijen.Domain.Settings;
using static Smederijen.Domain.Ideas.IdeaEvent;

namespace Smederijen.Domain.Tests.Ideas;

/// <summary>The life of an idea, with the ledger of its round beside it.</summary>
public sealed class Story : LifeStory<Story, Idea, IdeaEvent, IdeaEffect, Refusal>
{
    public static readonly DateTimeOffset Monday = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private readonly List<LedgerEntry> postings = [];

    private Story(SmederijSettings settings, Euro envelope)
    {
        Settings = settings;
        Post(new LedgerEntry.Allot(envelope, "gemeente"));
    }

    public SmederijSettings Settings { get; }

    public Idea Idea => Item;

    protected override object State => Item.State;

    protected override DateTimeOffset? NextDue => Item.NextDue();

    private Circumstances Circumstances => new(Settings, Ledger);

    public static Story Submitted(long euros = 450, long envelope = 10_000, SmederijSettings? settings = null)
    {
        var story = new Story(settings ?? ASmederij.WithDefaults(), new Euro(envelope * 100));
        var e = new Submitted(story.Now, new Euro(euros * 100));
        return story.Take(e, IdeaDecider.Submit("idee1", e, story.Circumstances));
    }

    /// <summary>What comes from before this website, with so much money in its round.</summary>
    public static Story TakenOver(Func<DateTimeOffset, TakenOver> happening, long envelope = 10_000)
    {
        var story = new Story(ASmederij.WithDefaults(), new Euro(envelope * 100));
        var e = happening(story.Now);
        return story.Take(e, IdeaDecider.TakeOver("idee1", e, story.Circumstances));
    }

    protected override IdeaEvent Strike(DateTimeOffset at) => new TermPassed(at);

    protected override IdeaDecision Decide(IdeaEvent e) => IdeaDecider.Decide(Item, e, Circumstances);

    protected override string? MailOf(IdeaEffect effect) =>
        effect is IdeaEffect.SendMail m ? $"{m.Kind} to {m.To.Role}{(m.To.Key.Length > 0 ? ":" + m.To.Key : "")}" : null;

    protected override Idea Post(IdeaDecision.Accepted accepted)
    {
        foreach (var entry in accepted.Postings)
            Post(entry);
        return accepted.Item;
    }

    private void Post(LedgerEntry entry)
    {
        Ledger = Ledger.Post(entry).ShouldNotBeNull($"{entry} overspends\n{this}");
        postings.Add(entry);
        Ledger.Replay(postings.ToImmutableArray()).ShouldBe(Ledger);
    }
}
