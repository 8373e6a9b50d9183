using System.Text.Json.Serialization.Metadata;

namespace Smederijen.Portal.Storage;

/// <summary>Why a forged row cannot be read: its name stands in the log.</summary>
internal sealed class ForgedRowException() : Exception("The row is not as this portal wrote it.");

/// <summary>Rows to values and back.</summary>
public static class Rows
{
    public static string Write<T>(T value, JsonTypeInfo<T> type) => JsonSerializer.Serialize(value, type);

    /// <exception cref="UnreadableRowException">The row does not hold what its key says.</exception>
    public static T Read<T>(this Entity row, JsonTypeInfo<T> type) => (T)Whole(row, type);

    /// <summary>Null when the row does not hold what its key says.</summary>
    public static T? TryRead<T>(this Entity row, JsonTypeInfo<T> type) where T : class
    {
        try
        {
            return row.Read(type);
        }
        catch (UnreadableRowException)
        {
            return null;
        }
    }

    /// <summary>Whether the row holds what a contract says.</summary>
    public static bool CanRead(this Entity row, JsonTypeInfo type)
    {
        try
        {
            Whole(row, type);
            return true;
        }
        catch (UnreadableRowException)
        {
            return false;
        }
    }

    private static object Whole(Entity row, JsonTypeInfo type)
    {
        if (row.IsForged)
            throw new UnreadableRowException(row.Row, new ForgedRowException());
        try
        {
            if (JsonSerializer.Deserialize(row.Data, type) is { } value && IsWhole(value, type))
                return value;
        }
        // A value refuses nonsense in its constructor, each in its own way; all of them mean the same here.
        catch (Exception failure)
        {
            throw new UnreadableRowException(row.Row, failure);
        }
        throw new UnreadableRowException(row.Row);
    }

    /// <summary>
    /// Whether nothing is null that may not be. Fields with their default are not written, so a reader cannot ask for all of
    /// them; but what has no default must be there.
    /// </summary>
    private static bool IsWhole(object value, JsonTypeInfo declared)
    {
        var type = declared.PolymorphismOptions is null ? declared : declared.Options.GetTypeInfo(value.GetType());
        return type.Kind != JsonTypeInfoKind.Object || type.Properties.All(property =>
            property.Get is not { } get || property.PropertyType.IsValueType
            || (get(value) is { } part ? IsWhole(part, type.Options.GetTypeInfo(property.PropertyType)) : property.IsGetNullable));
    }
}
