using Smederijen.Domain.Ideas;
using Smederijen.Domain.Money;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Work;

namespace Smederijen.Simulation.Tests.Invariants;

/// <summary>One idea as its commits built it up.</summary>
internal sealed class FollowedIdea(IdeaKey key)
{
    private readonly HashSet<string> _indexRows = new(StringComparer.Ordinal);
    private readonly HashSet<int> _payments = [];
    private string? _summary;
    private int _effects;
    private long _reserved;
    private long _released;
    private long _toReceive;

    public IdeaKey Key => key;

    public Stored<Idea>? Stored { get; private set; }

    /// <summary>The wijkteam that reviews it now; null when none does.</summary>
    public Panel? Panel => (Stored?.Item.State as IdeaState.InReview)?.Panel;

    /// <summary>The title as it was typed; it is no longer in the idea once its submitter is forgotten.</summary>
    public string? HandedInAs { get; private set; }

    /// <summary>What the ledgers hold for this idea, in cents.</summary>
    public (long Reserved, long Released, long ToReceive) Money => (_reserved, _released, _toReceive);

    /// <summary>Every event of the log, in order.</summary>
    public List<IdeaEvent> Events { get; } = [];

    /// <summary>How often a payment had come back by then: after that an account is given, and the plan finished, once more.</summary>
    public int ReturnsUntil(DateTimeOffset at) => Events.OfType<IdeaEvent.PaymentReturned>().Count(back => back.At <= at);

    public void Indexed(Write write, string data)
    {
        if (write is Write.Delete)
            _indexRows.Remove(write.Row);
        else
            _indexRows.Add(write.Row);
        if (write is not Write.Delete && write.Row.StartsWith("fase|", StringComparison.Ordinal))
            _summary = data;
    }

    public void Booked(LedgerEntry entry)
    {
        _reserved += entry switch
        {
            LedgerEntry.Reserve or LedgerEntry.Bounce => entry.Amount.Cents,
            LedgerEntry.Free or LedgerEntry.Release => -entry.Amount.Cents,
            _ => 0,
        };
        _released += entry switch
        {
            LedgerEntry.Release or LedgerEntry.WriteOff => entry.Amount.Cents,
            LedgerEntry.Expect or LedgerEntry.Bounce => -entry.Amount.Cents,
            _ => 0,
        };
        if (entry is LedgerEntry.Release { Payment: var payment } && !_payments.Add(payment))
            throw new Violation($"Payment {payment} of {key} was released twice.");
        _toReceive += entry switch
        {
            LedgerEntry.Expect => entry.Amount.Cents,
            LedgerEntry.Receive or LedgerEntry.WriteOff => -entry.Amount.Cents,
            _ => 0,
        };
    }

    /// <summary>Effects are numbered without gaps, and no number comes twice.</summary>
    public void Caused(int number)
    {
        if (number != ++_effects)
            throw new Violation($"Effect {number} of {key} follows effect {_effects - 1}.");
    }

    /// <summary>The state of the idea after a commit, held against the line that this commit added to its log.</summary>
    public void Became(Stored<Idea> stored, (int Number, LogLine Line)? logged)
    {
        CheckLog(stored, logged);
        if (logged is { Line: var line })
        {
            Law.Check(Stored?.Item.State.Phase, line.Event, stored.Item.State.Phase, key.ToString());
            Events.Add(line.Event);
        }
        Stored = stored;
        HandedInAs ??= stored.Title;
        if (stored.Effects != _effects)
            throw new Violation($"{key} counts {stored.Effects} effects and has {_effects}.");
        CheckIndex(stored);
        CheckMoney(stored.Item);
    }

    private void CheckLog(Stored<Idea> stored, (int Number, LogLine Line)? logged)
    {
        if (logged is not var (number, line))
        {
            // How alike the supporters are is a sign for staff, and nothing that happened to the idea.
            if (Stored is null || stored.LogHead != Stored.LogHead || stored.Item with { Alike = Stored.Item.Alike } != Stored.Item)
                throw new Violation($"{key} changed without a line in its log.");
            return;
        }
        if (number != Events.Count + 1 || stored.Item.Revision != number)
            throw new Violation($"Line {number} of the log of {key} follows line {Events.Count}, at revision {stored.Item.Revision}.");
        if (stored.LogHead != line.Hash || line.Phase != stored.Item.State.Phase)
            throw new Violation($"Line {number} of the log of {key} breaks the chain.");
    }

    private void CheckIndex(Stored<Idea> stored)
    {
        HashSet<string> expected = [IdeaKeys.Phase(stored.Item.State.Phase, key.Id)];
        if (stored.Item.NextDue() is { } due)
            expected.Add(Keys.Due(due, key.Id));
        if (RunningIdea.Of(stored.Item, stored.Title) is { } running)
            expected.Add(running.Row);
        if (!expected.SetEquals(_indexRows))
            throw new Violation($"{key} is indexed as {string.Join(", ", _indexRows)} and is {string.Join(", ", expected)}.");
        var summary = new Entity("", _summary ?? "", "").Read(IdeaJson.Default.IdeaSummary);
        if (summary != IdeaSummary.Of(stored, summary.SupportNeeded))
            throw new Violation($"{key} is listed as {summary}.");
    }

    /// <summary>What the ledger holds for an idea is what its state says: nothing hangs, nothing is paid twice.</summary>
    private void CheckMoney(Idea idea)
    {
        var (reserved, released) = idea.State switch
        {
            IdeaState.OfferedPart offer => (offer.Amount.Cents, 0L),
            IdeaState.Granted granted => (granted.Amount.Cents, granted.Done?.Paid.Sum(part => part.Amount.Cents) ?? 0),
            IdeaState.Released paid => (paid.Rest.Cents, paid.Part.Amount.Cents),
            IdeaState.Ended { Paid: not null } ended => (0L, ended.Spent(Euro.Zero).Cents),
            _ => (0L, 0L),
        };
        if (_reserved + _released + _toReceive > idea.Amount.Cents)
            throw new Violation($"{key} got more than its {idea.Amount.Cents} cents: {Money}.");
        var toReceive = (idea.State as IdeaState.Ended)?.Refund?.Open.Cents ?? 0;
        if ((_reserved, _released, _toReceive) != (reserved, released, toReceive))
            throw new Violation($"The ledger has {Money} for {key}, which is {idea.State.Phase} with {(reserved, released, toReceive)}.");
    }
}
