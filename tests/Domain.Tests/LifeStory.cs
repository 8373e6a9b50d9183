using Smederijen.Domain.Money;

namespace Smederijen.Domain.Tests;

/// <summary>
/// The language of these tests, whatever the kind: an item lives through events under a clock that moves at once, and every step is
/// kept, so that a failing test prints the whole story. Nothing here decides anything.
/// </summary>
public abstract class LifeStory<TSelf, TItem, TEvent, TEffect, TRefusal>
    where TSelf : LifeStory<TSelf, TItem, TEvent, TEffect, TRefusal>
    where TItem : class where TEvent : class where TEffect : Effect where TRefusal : struct, Enum
{
    private readonly List<(DateTimeOffset At, TEvent Event, Decision<TItem, TEffect, TRefusal> Decision)> steps = [];

    public DateTimeOffset Now { get; private set; } = Ideas.Story.Monday;

    /// <summary>Null until it has begun.</summary>
    public TItem Item { get; private set; } = null!;

    /// <summary>The money that decisions moved, where they move any.</summary>
    public Ledger Ledger { get; protected set; } = Ledger.Empty;

    /// <summary>Mails since the last <see cref="ForgetMails"/>, as "kind to role:key".</summary>
    public List<string> Mails { get; } = [];

    /// <summary>Effects that are no mails, or of a kind that does not tell them apart.</summary>
    public List<TEffect> Effects { get; } = [];

    public Decision<TItem, TEffect, TRefusal> Last { get; private set; } = Decision<TItem, TEffect, TRefusal>.AlreadySo.Instance;

    public TSelf When(Func<DateTimeOffset, TEvent> happening)
    {
        var e = happening(Now);
        return Take(e, Decide(e));
    }

    /// <summary>Moves the clock, and lets it strike at every moment on the way, at its own instant.</summary>
    public TSelf Until(DateTimeOffset instant)
    {
        while (NextDue is { } due && due <= instant)
        {
            Now = due > Now ? due : Now;
            When(Strike);
            Check(NextDue is not { } next || next > due, "the clock to move on");
        }
        Now = instant;
        return Self;
    }

    public TSelf After(int days) => Until(Now.AddDays(days));

    public TSelf AfterMinutes(int minutes) => Until(Now.AddMinutes(minutes));

    public TSelf ForgetMails()
    {
        Mails.Clear();
        return Self;
    }

    public TSelf ForgetEffects()
    {
        Effects.Clear();
        return ForgetMails();
    }

    public TState Expect<TState>() where TState : class
    {
        Check(State.GetType() == typeof(TState), $"the state {typeof(TState).Name}");
        return (TState)State;
    }

    public TSelf ExpectRefused(TRefusal reason) =>
        Check(Last == new Decision<TItem, TEffect, TRefusal>.Refused(reason), $"the refusal {reason}");

    public TSelf ExpectAlreadySo() => Check(Last is Decision<TItem, TEffect, TRefusal>.AlreadySo, "that it was so already");

    public override string ToString() => string.Join("\n", steps.Select(step => $"{step.At:yyyy-MM-dd HH:mm}  {step.Event}\n    -> {step.Decision}"));

    protected abstract object State { get; }

    protected abstract DateTimeOffset? NextDue { get; }

    /// <summary>The event that only tells what time it is.</summary>
    protected abstract TEvent Strike(DateTimeOffset at);

    protected abstract Decision<TItem, TEffect, TRefusal> Decide(TEvent e);

    /// <summary>Who gets which mail; null for an effect that is none.</summary>
    protected virtual string? MailOf(TEffect effect) => null;

    /// <summary>The item with its money moved.</summary>
    protected virtual TItem Post(Decision<TItem, TEffect, TRefusal>.Accepted accepted) => accepted.Item;

    protected TSelf Take(TEvent e, Decision<TItem, TEffect, TRefusal> decision)
    {
        Last = decision;
        steps.Add((Now, e, decision));
        if (decision is not Decision<TItem, TEffect, TRefusal>.Accepted accepted)
            return Self;
        Item = Post(accepted);
        Mails.AddRange(accepted.Effects.Select(MailOf).OfType<string>());
        Effects.AddRange(accepted.Effects.Where(effect => MailOf(effect) is null));
        return Self;
    }

    /// <summary>The story is told only when it went wrong: it may be long.</summary>
    private TSelf Check(bool right, string expected) =>
        right ? Self : throw new ShouldAssertException($"Expected {expected}, but this is what happened until {Now:u}:\n{this}");

    private TSelf Self => (TSelf)this;
}
