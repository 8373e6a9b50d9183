namespace Smederijen.Portal.Work;

/// <summary>The row of an item, whatever its kind: the domain's value, and what the pipeline keeps beside it. Storage contract.</summary>
/// <param name="Effects">How many effects it has had; the following one gets this number plus one.</param>
/// <param name="LogHead">The hash of the last line of its log.</param>
/// <param name="Title">What lists call it; empty where the item says that itself.</param>
/// <param name="Published">
/// Its submitter confirmed it, so everybody may read it. Who never confirmed may be somebody else with another's address: such an
/// item stays unread, also after it has lapsed.
/// </param>
public sealed record Stored<TItem>(TItem Item, int Effects = 0, string LogHead = "", string Title = "", bool Published = false) where TItem : class
{
    /// <summary>A row without it holds nothing.</summary>
    public TItem Item { get; init; } = Item ?? throw new ArgumentNullException(nameof(Item));

    /// <summary>What a change of it must still find; empty for one that is not there yet.</summary>
    [JsonIgnore]
    public string ETag { get; init; } = "";
}

/// <summary>Where a log has to end, as the item itself says. It is read off the row of any kind.</summary>
/// <param name="LogHead">The hash of the last line.</param>
public sealed record LogEnd(string LogHead = "");
