namespace Smederijen.Portal.Work;

/// <summary>What somebody changed, as far as it can be told.</summary>
public enum Trouble
{
    /// <summary>A line of the log does not follow; the number says which, one past the last when the end is missing.</summary>
    Line,

    /// <summary>A text that somebody typed.</summary>
    Text,

    /// <summary>The item itself.</summary>
    State,

    /// <summary>A row that belongs to the item was changed or put in.</summary>
    Row,

    /// <summary>A row that stays as long as the item is gone.</summary>
    Missing,

    /// <summary>A line of another item tells of a line that is not there: the item is gone, or was put back as it was.</summary>
    Gone,

    /// <summary>A list shows something else than the item says.</summary>
    List,

    /// <summary>The clock looks at another moment than the item says.</summary>
    Due,

    /// <summary>A mail or another step that waits.</summary>
    Effect,

    /// <summary>Settings, or who has a seat or a task.</summary>
    Settings,

    /// <summary>A ledger line that no decision posted, or that is not what was posted, or is gone; the number says which.</summary>
    LedgerLine,

    /// <summary>The lines of a ledger do not add up to its totals.</summary>
    Totals,

    /// <summary>An idea was paid more than once.</summary>
    PaidTwice,

    /// <summary>The account is not the one that was given.</summary>
    Account,

    /// <summary>What was sealed before a vote.</summary>
    Manifest,

    /// <summary>The counted ballots or their numbers do not give the result that was written down.</summary>
    Ballots,
}

/// <summary>One thing that is wrong. It names no person, and nothing of what is stored.</summary>
/// <param name="Item">What it is about.</param>
/// <param name="Number">Of a line; zero where there is none.</param>
public sealed record Finding(WorkKey Item, Trouble What, int Number = 0);

/// <summary>A posting, and the item whose log tells of it.</summary>
public sealed record ToldPosting(WorkKey By, Posting Posting);

/// <summary>All that is stored of one item.</summary>
/// <param name="Id">What the item is called within its kind.</param>
/// <param name="Row">Its own row; null when there is none.</param>
/// <param name="Rows">Every row below it, in order.</param>
/// <param name="Told">What the lines of its log tell.</param>
public sealed record ItemEvidence(WorkKey Key, string Id, Entity? Row, IReadOnlyList<Entity> Rows, IReadOnlyList<Told> Told)
{
    /// <summary>All postings that any log of the partition tells of; empty before all logs are read.</summary>
    public IReadOnlyList<ToldPosting> Postings { get; init; } = [];

    /// <summary>The rows whose key goes on with this after the item.</summary>
    public IEnumerable<Entity> Below(string part) => Rows.Where(row => row.Row.Split('|') is [_, _, var here, ..] && here == part);
}

/// <summary>
/// What is compared of the items of a kind beside what holds for every kind: declared beside who writes those rows, like a <see cref="Deed"/>.
/// </summary>
public sealed class ItemCheck
{
    private ItemCheck() { }

    public delegate ValueTask<IReadOnlyList<Finding>> Look<in TService>(TService service, ItemEvidence evidence, CancellationToken cancellation);

    /// <summary>The first part of the keys of the kind.</summary>
    public string Kind { get; private init; } = "";

    /// <summary>Whether it needs what all logs of the partition tell.</summary>
    public bool AfterAll { get; private init; }

    internal Func<IServiceProvider, ItemEvidence, CancellationToken, ValueTask<IReadOnlyList<Finding>>> Run { get; private init; } = null!;

    /// <summary>A check that needs nothing but what is stored of the item.</summary>
    public static ItemCheck Of(string kind, Func<ItemEvidence, IReadOnlyList<Finding>> look, bool afterAll = false) => new()
    {
        Kind = kind,
        AfterAll = afterAll,
        Run = (_, evidence, _) => ValueTask.FromResult(look(evidence)),
    };

    public static ItemCheck Of<TService>(string kind, Look<TService> look, bool afterAll = false) where TService : notnull => new()
    {
        Kind = kind,
        AfterAll = afterAll,
        Run = (services, evidence, cancellation) => look(services.GetRequiredService<TService>(), evidence, cancellation),
    };
}
