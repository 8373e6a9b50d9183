using System.Text.Json.Serialization.Metadata;

namespace Smederijen.Portal.Work;

/// <summary>
/// How the effects of all kinds lie in the one list of what waits. Storage contract: <c>doe</c> names the effect, or the kind whose
/// step it is.
/// </summary>
public sealed class EffectContracts
{
    public EffectContracts(IEnumerable<KindFacts> kinds)
    {
        EffectContract[] effects = [.. kinds.Select(kind => kind.Effects), new(WorkJson.Default.BoardEffect)];
        Types = [.. effects.Select(effect => effect.Type.Type)];
        var options = new JsonSerializerOptions(WorkJson.Default.Options) { Converters = { new Converter(effects) } };
        Pending = new WorkJson(options).PendingEffect;
    }

    /// <summary>Of a row of what waits, or was given up.</summary>
    public JsonTypeInfo<PendingEffect> Pending { get; }

    /// <summary>The abstract effects that it knows.</summary>
    public IReadOnlyList<Type> Types { get; }

    private sealed class Converter(EffectContract[] effects) : JsonConverter<Effect>
    {
        private const string Name = "doe";
        private const string Step = "step";

        private readonly Dictionary<string, JsonTypeInfo> byName = effects.Where(effect => effect.Under is null)
            .SelectMany(effect =>
                effect.Type.PolymorphismOptions!.DerivedTypes.Select(derived => (Name: (string)derived.TypeDiscriminator!, effect.Type)))
            .ToDictionary(one => one.Name, one => one.Type, StringComparer.Ordinal);

        private readonly Dictionary<string, JsonTypeInfo> byKind = effects.Where(effect => effect.Under is not null)
            .ToDictionary(effect => effect.Under!, effect => effect.Type, StringComparer.Ordinal);

        public override Effect Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            using var document = JsonDocument.ParseValue(ref reader);
            var json = document.RootElement;
            var name = json.ValueKind is JsonValueKind.Object && json.TryGetProperty(Name, out var named) ? named.GetString() ?? "" : "";
            var effect = byName.TryGetValue(name, out var plain) ? json.Deserialize(plain)
                : byKind.TryGetValue(name, out var kind) && json.TryGetProperty(Step, out var step) ? step.Deserialize(kind)
                : null;
            return effect as Effect ?? throw new JsonException($"This release knows no effect '{name}'.");
        }

        public override void Write(Utf8JsonWriter writer, Effect value, JsonSerializerOptions options)
        {
            var effect = Array.Find(effects, effect => effect.Type.Type.IsInstanceOfType(value))
                ?? throw new JsonException($"No kind declares the effect {value.GetType().Name}.");
            if (effect.Under is null)
            {
                JsonSerializer.Serialize(writer, value, effect.Type);
                return;
            }
            writer.WriteStartObject();
            writer.WriteString(Name, effect.Under);
            writer.WritePropertyName(Step);
            JsonSerializer.Serialize(writer, value, effect.Type);
            writer.WriteEndObject();
        }
    }
}
