namespace Smederijen.Portal.Stuurgroep;

/// <summary>Points at one resolution: its partition is that of the stuurgroep. In the work list it is the item <c>besluit-{id}</c>.</summary>
public readonly record struct ResolutionKey(string Id)
{
    public const string Prefix = "besluit-";

    public static implicit operator WorkKey(ResolutionKey key) => new(Partitions.Stuurgroep, Prefix + key.Id);

    public static ResolutionKey Of(WorkKey key) => new(key.Item[Prefix.Length..]);
}

/// <summary>Where resolutions lie in the partition of the stuurgroep.</summary>
public static class ResolutionKeys
{
    public static string Resolution(string id) => $"besluit|{id}";

    public static RowRange LogLines(string id) => RowRange.Prefix($"besluit|{id}|log|");

    /// <summary>Index row: what a list shows of a resolution. There are some ten a year, so lists read them all, newest first.</summary>
    public static string Listed(string id) => $"lijst|{id}";

    public static RowRange AllListed { get; } = RowRange.Prefix("lijst|");
}
