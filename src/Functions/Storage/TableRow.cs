using System.Text;
using Azure.Data.Tables;

namespace Smederijen.Functions.Storage;

/// <summary>
/// A row as an entity of Azure Tables. Data is laid over as many string properties as it needs: <c>Data</c>, <c>Data1</c>,
/// <c>Data2</c> and on, each within what one property may hold.
/// </summary>
internal static class TableRow
{
    public static TableEntity Of(string partition, string row, string data)
    {
        var entity = new TableEntity(partition, row);
        var (from, part) = (0, 0);
        do
        {
            var length = LengthOfPart(data, from);
            entity[Name(part++)] = data.Substring(from, length);
            from += length;
        }
        while (from < data.Length);
        return entity;
    }

    public static Entity Read(TableEntity entity)
    {
        var data = entity.GetString(Name(0)) ?? "";
        if (!entity.ContainsKey(Name(1)))
            return new Entity(entity.RowKey, data, entity.ETag.ToString());
        var whole = new StringBuilder(data);
        for (var part = 1; entity.TryGetValue(Name(part), out var more); part++)
            whole.Append((string)more);
        return new Entity(entity.RowKey, whole.ToString(), entity.ETag.ToString());
    }

    /// <summary>A pair of surrogates stays together: half of one is no text, and the service would alter it.</summary>
    private static int LengthOfPart(string data, int from)
    {
        var length = Math.Min(StoreLimits.CharactersPerProperty, data.Length - from);
        return from + length < data.Length && char.IsHighSurrogate(data[from + length - 1]) ? length - 1 : length;
    }

    private static string Name(int part) => part == 0 ? "Data" : $"Data{part}";
}
