namespace Smederijen.Portal.Work;

/// <summary>A kind of item on the work list, and how one of its items moves on with time.</summary>
public interface IWorkKind
{
    KindFacts Facts { get; }

    /// <summary>When the clock has to look at the item again; null when there is no such item, or only people can move it.</summary>
    Task<DateTimeOffset?> NextDue(WorkKey key, CancellationToken cancellation) => Task.FromResult<DateTimeOffset?>(null);

    /// <summary>Tells the item what time it is. Too early, or for the second time, it changes nothing.</summary>
    Task LetTimePass(WorkKey key, CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>What has to be stored beside an item as its row says it is; null when it cannot be read, or has no lists.</summary>
    ValueTask<Shown?> Show(string partition, Entity row, CancellationToken cancellation) => ValueTask.FromResult<Shown?>(null);

    /// <summary>Whether its items have a log that says when a mail went out on paper and why.</summary>
    bool LogsPaper => false;

    /// <summary>Writes that down.</summary>
    /// <returns>Whether it is written down now; otherwise there is no such item any more.</returns>
    Task<bool> SentOnPaper(WorkKey key, PaperPost post, CancellationToken cancellation) => Task.FromResult(false);
}

/// <summary>How an item shows itself in lists, and when the clock has to look at it.</summary>
public sealed record Shown(IReadOnlyList<Listed> Lists, DateTimeOffset? Due);

/// <summary>A mail that went out on paper.</summary>
/// <param name="By">The staff account.</param>
/// <param name="Also">Rows that belong to the same commit; null when the mail was taken off the list meanwhile.</param>
public sealed record PaperPost(
    CommandId Command, Effect Effect, string By, string Reason, Func<CancellationToken, Task<IReadOnlyList<Write>?>> Also);
