namespace Smederijen.Portal.Watching;

/// <summary>Where a row lies that could not be read, and when that was first seen. Storage contract.</summary>
public sealed record UnreadableRow(string Partition, string Row, DateTimeOffset Since)
{
    /// <summary>The key of the note about it.</summary>
    [JsonIgnore]
    public string Note => Keys.Unreadable(Digest.Hex($"{Partition}\n{Row}", 16));
}

/// <summary>How such a note is written down.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(UnreadableRow))]
public sealed partial class WatchingJson : JsonSerializerContext;
