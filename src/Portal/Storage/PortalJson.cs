using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Smederijen.Domain.Rounds;
using Smederijen.Portal.Guidance;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Rounds;
using Smederijen.Portal.Settings;
using Smederijen.Portal.Staff;
using Smederijen.Portal.Voting;

namespace Smederijen.Portal.Storage;

/// <summary>How rows are written down, generated at build. The result is a storage contract, approved by a test.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(StoredIdea))]
[JsonSerializable(typeof(IdeaContent))]
[JsonSerializable(typeof(AttachmentInfo))]
[JsonSerializable(typeof(StaffNote))]
[JsonSerializable(typeof(HelpRequest))]
[JsonSerializable(typeof(LogLine))]
[JsonSerializable(typeof(IdeaSummary))]
[JsonSerializable(typeof(RunningIdea))]
[JsonSerializable(typeof(Person))]
[JsonSerializable(typeof(PaymentAccount))]
[JsonSerializable(typeof(PendingEffect))]
[JsonSerializable(typeof(CarriedOut))]
[JsonSerializable(typeof(Round))]
[JsonSerializable(typeof(RoundLogLine))]
[JsonSerializable(typeof(RoundSummary))]
[JsonSerializable(typeof(SameMarks[]))]
[JsonSerializable(typeof(PaperBatch))]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(Contact))]
public sealed partial class PortalJson : JsonSerializerContext;

/// <summary>Rows to values and back.</summary>
public static class Rows
{
    public static string Write<T>(T value, JsonTypeInfo<T> type) => JsonSerializer.Serialize(value, type);

    /// <exception cref="InvalidOperationException">The row does not hold what its key says.</exception>
    public static T Read<T>(this Entity row, JsonTypeInfo<T> type) =>
        JsonSerializer.Deserialize(row.Data, type) ?? throw new InvalidOperationException($"Row '{row.Row}' is empty.");
}
