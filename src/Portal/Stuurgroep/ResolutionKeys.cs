using Smederijen.Portal.Storage;
using Smederijen.Portal.Work;

namespace Smederijen.Portal.Stuurgroep;

/// <summary>
/// Where resolutions lie in the partition of the stuurgroep. In the work list a resolution is the item <c>besluit-{id}</c>.
/// </summary>
public static class ResolutionKeys
{
    public const string Prefix = "besluit-";

    public static WorkKey Work(string id) => new(Partitions.Stuurgroep, Prefix + id);

    public static string IdOf(WorkKey key) => key.Item[Prefix.Length..];

    public static string Resolution(string id) => $"besluit|{id}";

    public static string Log(string id, int number) => $"besluit|{id}|log|{number:D6}";

    public static RowRange LogLines(string id) => RowRange.Prefix($"besluit|{id}|log|");

    /// <summary>Index row: what a list shows of a resolution. There are some ten a year, so lists read them all.</summary>
    public static string Listed(string id) => $"lijst|{id}";

    public static RowRange AllListed { get; } = RowRange.Prefix("lijst|");
}
