using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Smederijen.Domain;
using Smederijen.Domain.Plans;
using Smederijen.Domain.Stuurgroep;
using Smederijen.Portal.Storage;

namespace Smederijen.Portal.Work;

/// <summary>
/// How the effects of all kinds lie in the one list of what waits. Storage contract: <c>doe</c> names the effect, or the kind whose
/// step it is.
/// </summary>
public sealed class EffectConverter : JsonConverter<Effect>
{
    private const string Name = "doe";
    private const string Step = "step";

    /// <summary>The kinds whose effects are named by themselves: no two have the same name.</summary>
    private static readonly JsonTypeInfo[] Plain =
    [
        DomainJson.Default.IdeaEffect, PortalJson.Default.BoardEffect, PortalJson.Default.HelpEffect, PortalJson.Default.GroupEffect, PortalJson.Default.StrayEffect,
    ];

    private static readonly Dictionary<string, JsonTypeInfo> Steps = new(StringComparer.Ordinal)
    {
        ["ronde"] = DomainJson.Default.RoundEffect,
        ["besluit"] = StuurgroepJson.Default.ResolutionEffect,
        ["plan"] = PlanJson.Default.PlanEffect,
    };

    private static readonly Dictionary<string, JsonTypeInfo> ByName = Plain
        .SelectMany(kind => kind.PolymorphismOptions!.DerivedTypes.Select(derived => (Name: (string)derived.TypeDiscriminator!, Kind: kind)))
        .ToDictionary(one => one.Name, one => one.Kind, StringComparer.Ordinal);

    public override Effect Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        var json = document.RootElement;
        var name = json.ValueKind is JsonValueKind.Object && json.TryGetProperty(Name, out var named) ? named.GetString() ?? "" : "";
        var effect = ByName.TryGetValue(name, out var plain) ? json.Deserialize(plain)
            : Steps.TryGetValue(name, out var kind) && json.TryGetProperty(Step, out var step) ? step.Deserialize(kind)
            : null;
        return effect as Effect ?? throw new JsonException($"This release knows no effect '{name}'.");
    }

    public override void Write(Utf8JsonWriter writer, Effect value, JsonSerializerOptions options)
    {
        if (Array.Find(Plain, kind => kind.Type.IsInstanceOfType(value)) is { } plain)
        {
            JsonSerializer.Serialize(writer, value, plain);
            return;
        }
        var (name, type) = Steps.First(kind => kind.Value.Type.IsInstanceOfType(value));
        writer.WriteStartObject();
        writer.WriteString(Name, name);
        writer.WritePropertyName(Step);
        JsonSerializer.Serialize(writer, value, type);
        writer.WriteEndObject();
    }
}
