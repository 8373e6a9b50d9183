namespace Smederijen.Portal.Watching;

/// <summary>Where a row lies that could not be read, and when that was first seen. Storage contract.</summary>
public sealed record UnreadableRow(string Partition, string Row, DateTimeOffset Since)
{
    /// <summary>The key of the note about it.</summary>
    [JsonIgnore]
    public string Note => Keys.Unreadable(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Partition}\n{Row}")))[..32]);
}

/// <summary>How such a note is written down.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(UnreadableRow))]
public sealed partial class WatchingJson : JsonSerializerContext;
