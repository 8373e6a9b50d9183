using System.Collections.Immutable;
using Smederijen.Domain.Ideas;
using Smederijen.Domain.Money;
using Smederijen.Domain.Settings;
using static Smederijen.Domain.Ideas.IdeaEvent;

namespace Smederijen.Domain.Tests.Ideas;

/// <summary>
/// The language of these tests: an idea lives through events under a clock that moves at once, and every step is kept, so
/// that a failing test prints the whole story. Nothing here decides anything.
/// </summary>
public sealed class Story
{
    public static readonly DateTimeOffset Monday = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private readonly List<(IdeaEvent Event, IdeaDecision Decision)> steps = [];
    private readonly List<LedgerEntry> postings = [];

    private Story(SmederijSettings settings, Euro envelope)
    {
        Settings = settings;
        Post(new LedgerEntry.Allot(envelope, "gemeente"));
    }

    public SmederijSettings Settings { get; }

    public DateTimeOffset Now { get; private set; } = Monday;

    public Idea Idea { get; private set; } = null!;

    public Ledger Ledger { get; private set; } = Ledger.Empty;

    /// <summary>Mails since the last <see cref="ForgetMails"/>, as "kind to role:key".</summary>
    public List<string> Mails { get; } = [];

    public List<Effect> OtherEffects { get; } = [];

    public IdeaDecision Last { get; private set; } = IdeaDecision.AlreadySo.Instance;

    public static Story Submitted(long euros = 450, long envelope = 10_000, SmederijSettings? settings = null)
    {
        var story = new Story(settings ?? ASmederij.WithDefaults(), new Euro(envelope * 100));
        story.Take(new Submitted(story.Now, new Euro(euros * 100)),
            IdeaDecider.Submit("idee1", new Submitted(story.Now, new Euro(euros * 100)), story.Circumstances));
        return story;
    }

    public Story When(Func<DateTimeOffset, IdeaEvent> happening)
    {
        var e = happening(Now);
        return Take(e, IdeaDecider.Decide(Idea, e, Circumstances));
    }

    /// <summary>Moves the clock, and fires every deadline on the way at its own instant.</summary>
    public Story Until(DateTimeOffset instant)
    {
        while (Idea.NextDue() is { } due && due <= instant)
        {
            Now = due > Now ? due : Now;
            When(at => new TermPassed(at));
            (Idea.NextDue() is { } next && next <= due).ShouldBeFalse($"the clock would stand still at {due:u}\n{this}");
        }
        Now = instant;
        return this;
    }

    public Story After(int days) => Until(Now.AddDays(days));

    public Story ForgetMails()
    {
        Mails.Clear();
        return this;
    }

    public TState Expect<TState>() where TState : IdeaState => Idea.State.ShouldBeOfType<TState>(ToString());

    public Story ExpectRefused(Refusal reason)
    {
        Last.ShouldBe(new IdeaDecision.Refused(reason), ToString());
        return this;
    }

    public Story ExpectAlreadySo()
    {
        Last.ShouldBeOfType<IdeaDecision.AlreadySo>(ToString());
        return this;
    }

    public override string ToString() => string.Join("\n", steps.Select(step => $"{step.Event.At:yyyy-MM-dd HH:mm}  {step.Event}\n    -> {step.Decision}"));

    private Circumstances Circumstances => new(Settings, Ledger);

    private Story Take(IdeaEvent e, IdeaDecision decision)
    {
        Last = decision;
        steps.Add((e, decision));
        if (decision is not IdeaDecision.Accepted accepted)
            return this;
        Idea = accepted.Item;
        foreach (var entry in accepted.Postings)
            Post(entry);
        Mails.AddRange(accepted.Effects.OfType<IdeaEffect.SendMail>().Select(m => $"{m.Kind} to {m.To.Role}{(m.To.Key.Length > 0 ? ":" + m.To.Key : "")}"));
        OtherEffects.AddRange(accepted.Effects.Where(effect => effect is not IdeaEffect.SendMail));
        return this;
    }

    private void Post(LedgerEntry entry)
    {
        Ledger = Ledger.Post(entry).ShouldNotBeNull($"{entry} overspends\n{this}");
        postings.Add(entry);
        Ledger.Replay(postings.ToImmutableArray()).ShouldBe(Ledger);
    }
}
