using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Smederijen.Portal.Api;

/// <summary>How the resources of the API are written, generated at build. <c>openapi.json</c> describes the result.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(UtcJson)])]
[JsonSerializable(typeof(SmederijResults))]
[JsonSerializable(typeof(SmederijDetail))]
[JsonSerializable(typeof(IdeaResults))]
[JsonSerializable(typeof(IdeaDetail))]
[JsonSerializable(typeof(PlanList))]
[JsonSerializable(typeof(PlanDetail))]
[JsonSerializable(typeof(RoundDetail))]
[JsonSerializable(typeof(ResolutionList))]
[JsonSerializable(typeof(ResolutionDetail))]
internal sealed partial class ApiJson : JsonSerializerContext
{
    /// <summary>Writes Dutch letters and the euro sign as they are; what could mean something in HTML stays escaped.</summary>
    public static ApiJson Readable =>
        field ??= new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) });
}

/// <summary>An instant as RFC 3339 in UTC, to the second: <c>2026-03-02T09:00:00Z</c>.</summary>
internal sealed class UtcJson : JsonConverter<DateTimeOffset>
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDateTimeOffset();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.UtcDateTime.ToString(Format, System.Globalization.CultureInfo.InvariantCulture));
}
