using System.Collections.Immutable;
using System.Text.Json.Serialization.Metadata;
using Smederijen.Domain;
using Smederijen.Domain.Money;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Watching;

namespace Smederijen.Portal.Work;

/// <summary>
/// All that the pipeline has to know of a kind of items, as a value: where its rows lie, what they hold, who decides, and what lists and
/// effects follow. It reads nothing itself; what a decision needs besides is read by who makes the <see cref="Items{TItem, TEvent, TEffect, TRefusal, TKnown}"/>.
/// </summary>
/// <typeparam name="TItem">The value of the domain that is decided over.</typeparam>
/// <typeparam name="TEvent">What can happen to it.</typeparam>
/// <typeparam name="TEffect">What can follow from it.</typeparam>
/// <typeparam name="TRefusal">Why it can be refused.</typeparam>
/// <typeparam name="TKnown">What else a decision looks at.</typeparam>
public sealed record Kind<TItem, TEvent, TEffect, TRefusal, TKnown>
    where TItem : class where TEvent : class where TEffect : Effect where TRefusal : struct, Enum
{
    /// <summary>How its items begin on the work list; the rest is their id.</summary>
    public required string Prefix { get; init; }

    /// <summary>The key of an item, by its id.</summary>
    public required Func<string, string> Row { get; init; }

    /// <summary>The key of a line of its log, by its id and the revision that the line led to.</summary>
    public required Func<string, int, string> LogRow { get; init; }

    /// <exception cref="UnreadableRowException">The row does not hold such an item.</exception>
    public required Func<Entity, Stored<TItem>> Read { get; init; }

    public required Func<Stored<TItem>, string> Write { get; init; }

    /// <summary>A line of the log that follows on a hash.</summary>
    public required Func<string, TEvent, TItem, LogEntry> Line { get; init; }

    /// <summary>The hash of a line of the log.</summary>
    public required Func<Entity, string> HashOf { get; init; }

    public required Func<TItem, int> Revision { get; init; }

    /// <summary>Where the counter of its effects begins; null where these are numbered by revision.</summary>
    public int? NoEffects { get; init; }

    /// <summary>When the clock has to look at it again.</summary>
    public required Func<TItem, DateTimeOffset?> Due { get; init; }

    public required Func<TEvent, DateTimeOffset> At { get; init; }

    public required Func<TItem, TEvent, TKnown, Decision<TItem, TEffect, TRefusal>> Decide { get; init; }

    /// <summary>The rows of lists, and whatever else belongs to the same commit.</summary>
    public required Func<Change<TItem, TEvent, TKnown>, IEnumerable<Write>> Lists { get; init; }

    /// <summary>Effects of the portal that come after those of the decision.</summary>
    public Func<Change<TItem, TEvent, TKnown>, IEnumerable<Effect>> AlsoFollows { get; init; } = static _ => [];

    /// <summary>Lays postings in the item itself, with their rows; for the kind that keeps a ledger.</summary>
    public Func<TItem, ImmutableArray<LedgerEntry>, (TItem Item, IReadOnlyList<Write> Lines)> Post { get; init; } = static (item, _) => (item, []);

    /// <summary>An effect that waits until a moment.</summary>
    public Func<TEffect, DateTimeOffset?> NotBefore { get; init; } = static _ => null;

    /// <summary>Whether everyone may read it from this event on.</summary>
    public Func<TEvent, bool> Publishes { get; init; } = static _ => false;
}

/// <summary>An item as it was read, with what the pipeline keeps beside it.</summary>
/// <param name="ETag">What a change of it must still find; empty for one that is not there yet.</param>
/// <param name="Effects">How many effects it has had; null where nobody counts.</param>
/// <param name="LogHead">The hash of the last line of its log; null where only the log tells.</param>
public sealed record Stored<TItem>(TItem Item, string ETag = "", string Title = "", int? Effects = null, string? LogHead = null, bool Published = false);

/// <summary>A line of a log, ready to be stored.</summary>
public sealed record LogEntry(string Data, string Hash)
{
    public static LogEntry Of<TLine>(TLine line, JsonTypeInfo<TLine> contract) where TLine : IChained => new(Rows.Write(line, contract), line.Hash);
}

/// <summary>What a decision changes.</summary>
/// <param name="Before">Null for an item that begins.</param>
public sealed record Change<TItem, TEvent, TKnown>(
    WorkKey Key, Stored<TItem>? Before, Stored<TItem> After, TEvent Event, TKnown Known, ImmutableArray<LedgerEntry> Postings) where TItem : class;

/// <summary>What happens to an item, with all that was looked at, and the decision over it.</summary>
public sealed record Judgement<TItem, TEvent, TEffect, TRefusal, TKnown>(TEvent Event, TKnown Known, Decision<TItem, TEffect, TRefusal> Decision)
    where TRefusal : struct, Enum;
