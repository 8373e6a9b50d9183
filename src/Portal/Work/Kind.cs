using System.Text.Json.Serialization.Metadata;

namespace Smederijen.Portal.Work;

/// <summary>
/// All that the pipeline has to know of a kind of items, as a value: where its rows lie, what they hold, what a decision looks at, who
/// decides, and what lists and effects follow.
/// </summary>
/// <typeparam name="TItem">The value of the domain that is decided over.</typeparam>
/// <typeparam name="TEvent">What can happen to it.</typeparam>
/// <typeparam name="TEffect">What can follow from it.</typeparam>
/// <typeparam name="TRefusal">Why it can be refused.</typeparam>
/// <typeparam name="TKnown">What else a decision looks at.</typeparam>
public sealed record Kind<TItem, TEvent, TEffect, TRefusal, TKnown>
    where TItem : class where TEvent : class where TEffect : Effect where TRefusal : struct, Enum
{
    public required KindFacts Facts { get; init; }

    /// <summary>How an item is written down.</summary>
    public required JsonTypeInfo<Stored<TItem>> Row { get; init; }

    /// <summary>How an event is written down in the log.</summary>
    public required JsonTypeInfo<TEvent> Event { get; init; }

    /// <summary>What the log calls the state that an event led to.</summary>
    public required Func<TItem, Enum> Phase { get; init; }

    /// <summary>How many events it has had.</summary>
    public required Func<TItem, int> Revision { get; init; }

    /// <summary>When the clock has to look at it again.</summary>
    public required Func<TItem, DateTimeOffset?> Due { get; init; }

    public required Func<TEvent, DateTimeOffset> At { get; init; }

    /// <summary>The event that only tells what time it is.</summary>
    public required Func<DateTimeOffset, TEvent> TimePassed { get; init; }

    /// <summary>Reads what else a decision over an event looks at.</summary>
    public required Func<WorkKey, Stored<TItem>, TEvent, CancellationToken, ValueTask<TKnown>> Know { get; init; }

    public required Func<TItem, TEvent, TKnown, Decision<TItem, TEffect, TRefusal>> Decide { get; init; }

    /// <summary>
    /// All rows of lists that show the item as it is. A commit writes what differs from before, and the check of the history compares them
    /// all with what is stored.
    /// </summary>
    public required Func<WorkKey, Stored<TItem>, CancellationToken, ValueTask<IReadOnlyList<Listed>>> Lists { get; init; }

    /// <summary>Whatever else belongs to the same commit.</summary>
    public Func<Change<TItem, TEvent, TKnown>, IEnumerable<Write>> Beside { get; init; } = static _ => [];

    /// <summary>Effects of the portal that come after those of the decision.</summary>
    public Func<Change<TItem, TEvent, TKnown>, IEnumerable<Effect>> AlsoFollows { get; init; } = static _ => [];

    /// <summary>Lays postings in the ledger that they are for; for a kind that moves money.</summary>
    public Func<TItem, TKnown, ImmutableArray<LedgerEntry>, Posted<TItem>> Post { get; init; } = static (item, _, _) => new(item, [], []);

    /// <summary>An effect that waits until a moment.</summary>
    public Func<TEffect, DateTimeOffset?> NotBefore { get; init; } = static _ => null;

    /// <summary>Whether everyone may read it from this event on, by the item that it led to; null when that stays as it was.</summary>
    public Func<TItem, TEvent, bool?> Publishes { get; init; } = static (_, _) => null;

    /// <summary>The event that says that a mail went out on paper; null for a kind whose log does not tell.</summary>
    public Func<DateTimeOffset, PaperPost, TEvent>? SentOnPaper { get; init; }

    /// <summary>What an operator counts of the refusals.</summary>
    public Action<TRefusal> CountRefusal { get; init; } = static _ => { };

    /// <summary>The key of an item, by its id.</summary>
    public string RowOf(string id) => $"{Facts.Name}|{id}";

    /// <summary>The key of a line of its log, by the revision that the line led to.</summary>
    public string LogRowOf(string id, int revision) => $"{Facts.Name}|{id}|log|{revision:D6}";

    /// <summary>The end of the key of a row of an item that stays as long as the item; null for any other row.</summary>
    public string? KeptPart(string id, string row) =>
        row.StartsWith($"{RowOf(id)}|", StringComparison.Ordinal) && row[(RowOf(id).Length + 1)..] is var part && Facts.Keeps(part) ? part : null;

    /// <inheritdoc cref="KindFacts.IdOf"/>
    public string IdOf(WorkKey key) => Facts.IdOf(key);
}

/// <summary>What a decision changes.</summary>
/// <param name="Before">Null for an item that begins.</param>
public sealed record Change<TItem, TEvent, TKnown>(
    WorkKey Key, Stored<TItem>? Before, Stored<TItem> After, TEvent Event, TKnown Known, ImmutableArray<LedgerEntry> Postings) where TItem : class;

/// <summary>A row of a list.</summary>
public sealed record Listed(string Row, string Data);

/// <summary>Postings that were laid in a ledger.</summary>
/// <param name="Item">The item, which may keep the ledger itself.</param>
/// <param name="Rows">The ledger lines, and the row of whoever keeps the ledger where that is another.</param>
public sealed record Posted<TItem>(TItem Item, IReadOnlyList<Write> Rows, IReadOnlyList<Posting> Postings);

/// <summary>What happens to an item, with all that was looked at, and the decision over it.</summary>
public sealed record Judgement<TItem, TEvent, TEffect, TRefusal, TKnown>(TEvent Event, TKnown Known, Decision<TItem, TEffect, TRefusal> Decision)
    where TRefusal : struct, Enum;
