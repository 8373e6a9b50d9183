using Azure.Data.Tables;

namespace Smederijen.Functions.Storage;

/// <summary>
/// A range of rows as the filter of a query. Row keys are printable ASCII; a bound with any other character is moved to the
/// nearest place where a key can be, so that the service never meets a text that it might read in its own way.
/// </summary>
internal static class RowFilter
{
    private const char Lowest = ' ';
    private const char Highest = '~';

    /// <summary>The filter; null when no row can be in the range.</summary>
    public static string? Of(string partition, RowRange range)
    {
        if (Place(range.From) is not { } from || string.CompareOrdinal(range.From, range.Before) >= 0)
            return null;
        return Place(range.Before) is { } before
            ? TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {from} and RowKey lt {before}")
            : TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {from}");
    }

    /// <summary>The first key that can come after this one.</summary>
    public static string After(string row) => row + Lowest;

    /// <summary>The first text that a key can be at or after the bound; null when that lies beyond every key.</summary>
    private static string? Place(string bound)
    {
        var at = bound.AsSpan().IndexOfAnyExceptInRange(Lowest, Highest);
        if (at < 0)
            return bound;
        var start = bound[..at];
        return bound[at] < Lowest ? start + Lowest : BeyondAll(start);
    }

    /// <summary>The first text after everything that starts so.</summary>
    private static string? BeyondAll(string start)
    {
        var last = start.AsSpan().LastIndexOfAnyExcept(Highest);
        return last < 0 ? null : start[..last] + (char)(start[last] + 1);
    }
}
