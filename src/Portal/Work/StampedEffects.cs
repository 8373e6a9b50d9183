namespace Smederijen.Portal.Work;

/// <summary>
/// What waits carries a stamp over what was decided, when, and its number. It keeps that stamp while tries and readers are written down in
/// the same row, and when it is given up: what somebody else made of it never gets one.
/// </summary>
public static class StampedEffects
{
    /// <summary>The data of an effect with its stamp. One that has a stamp keeps it, and what is no effect gets none.</summary>
    public static string Row(Stamp stamp, string partition, string row, string json)
    {
        try
        {
            using var effect = JsonDocument.Parse(json);
            return effect.RootElement.TryGetProperty("stamp", out _) ? json
                : $"{json[..^1]},\"stamp\":\"{StampOf(stamp, partition, row, effect.RootElement)}\"}}";
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return json;
        }
    }

    /// <summary>Whether this installation decided what waits there.</summary>
    public static bool IsGenuine(Stamp stamp, string partition, Entity row)
    {
        try
        {
            using var json = JsonDocument.Parse(row.Data);
            return json.RootElement.TryGetProperty("stamp", out var found) && found.ValueKind is JsonValueKind.String
                && found.GetString() == StampOf(stamp, partition, row.Row, json.RootElement);
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return false;
        }
    }

    /// <summary>What waits and what was given up has the same number: the first part of the key does not count.</summary>
    private static string StampOf(Stamp stamp, string partition, string row, JsonElement json)
    {
        var (effect, since) = (json.GetProperty("effect"), json.GetProperty("since"));
        return stamp.Of("effect", $"{partition}|{row[(row.IndexOf('|') + 1)..]}", $"{effect.GetRawText()}\n{since.GetRawText()}");
    }
}
