using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Smederijen.Portal.Governing;

/// <summary>
/// Compares a part of a file with the type that it has to become. Everything that does not fit is told with its place, and something harmless
/// is put there, so that the rest can be looked at too.
/// </summary>
internal sealed class FileNodes(JsonSerializerOptions options, FileErrors errors)
{
    /// <summary>The node, or what stands in for it.</summary>
    public JsonNode? Checked(JsonNode? node, Type type, string place)
    {
        var info = options.GetTypeInfo(Nullable.GetUnderlyingType(type) ?? type);
        if (node is null && Nullable.GetUnderlyingType(type) is not null)
            return null;
        var fits = info.Kind switch
        {
            JsonTypeInfoKind.Object => node is JsonObject known && Parts(known, info, place),
            JsonTypeInfoKind.Enumerable => node is JsonArray list && Elements(list, info, place),
            _ => node is not null && IsNamed(node, info.Type),
        };
        if (fits && CanBe(node, info))
            return node;
        errors.Add(place, Hint(info));
        return Harmless(info);
    }

    private bool Parts(JsonObject node, JsonTypeInfo info, string place)
    {
        foreach (var unknown in node.Select(part => part.Key).Where(name => Known(info).All(known => known.Name != name)).ToList())
        {
            errors.Add(
                Under(place, unknown),
                $"Deze naam kennen wij hier niet. Haal die weg, of kies uit: {string.Join(", ", Known(info).Select(known => known.Name))}.");
            node.Remove(unknown);
        }
        foreach (var part in Known(info))
        {
            if (node.TryGetPropertyValue(part.Name, out var value))
            {
                if (value is null && part.IsSetNullable)
                    continue;
                var instead = Checked(value, part.PropertyType, Under(place, part.Name));
                if (!ReferenceEquals(instead, value))
                    node[part.Name] = instead;
            }
            else if (IsNeeded(part))
            {
                errors.Add(Under(place, part.Name), $"Dit ontbreekt. {Hint(options.GetTypeInfo(part.PropertyType))}");
                node[part.Name] = Harmless(options.GetTypeInfo(part.PropertyType));
            }
        }
        return true;
    }

    private bool Elements(JsonArray list, JsonTypeInfo info, string place)
    {
        if (info.ElementType is not { } element)
            return true;
        for (var i = 0; i < list.Count; i++)
        {
            var instead = Checked(list[i], element, $"{place}[{i}]");
            if (!ReferenceEquals(instead, list[i]))
                list[i] = instead;
        }
        return true;
    }

    /// <summary>What is left out is nothing, zero, no or the first choice; only a text, a list or a group has to be there.</summary>
    private static bool IsNeeded(JsonPropertyInfo part) =>
        part.AssociatedParameter is { HasDefaultValue: false, IsNullable: false }
        && (!part.PropertyType.IsValueType || part.PropertyType.IsGenericType && part.PropertyType.GetGenericTypeDefinition() == typeof(
            ImmutableArray<>));

    /// <summary>A number would pass for a choice too, also one that means nothing.</summary>
    private static bool IsNamed(JsonNode node, Type type) =>
        !type.IsEnum || (node.GetValueKind() == JsonValueKind.String && Enum.GetNames(type).Contains(node.GetValue<string>()));

    private static bool CanBe(JsonNode? node, JsonTypeInfo info)
    {
        try
        {
            return node.Deserialize(info) is not null;
        }
        catch (Exception wrong) when (wrong is JsonException or ArgumentException or FormatException or InvalidOperationException)
        {
            return false;
        }
    }

    private JsonNode Harmless(JsonTypeInfo info)
    {
        if (info.Kind == JsonTypeInfoKind.Enumerable)
            return new JsonArray();
        if (info.Kind == JsonTypeInfoKind.Object)
        {
            var node = new JsonObject();
            foreach (var part in Known(info).Where(part => part.AssociatedParameter is { HasDefaultValue: false, IsNullable: false }))
                node[part.Name] = Harmless(options.GetTypeInfo(part.PropertyType));
            return node;
        }
        return info.Type == typeof(string) ? "x" : info.Type == typeof(bool) ? false
            : info.Type == typeof(DateOnly) ? "2000-01-01" : info.Type == typeof(AreaPart) ? "1000"
            : info.Type.IsEnum ? Enum.GetNames(info.Type)[0] : 1;
    }

    /// <summary>What is written down; not what follows from it.</summary>
    private static IEnumerable<JsonPropertyInfo> Known(JsonTypeInfo info) => info.Properties.Where(part => part.Get is not null);

    private static string Hint(JsonTypeInfo info) => info.Type switch
    {
        var type when type == typeof(string) => "Schrijf hier een tekst tussen aanhalingstekens.",
        var type when type == typeof(bool) => "Schrijf hier true of false, zonder aanhalingstekens.",
        var type when type == typeof(int) => "Schrijf hier een heel getal, zonder aanhalingstekens.",
        var type when type == typeof(Euro) => "Schrijf hier een bedrag in hele centen, zonder aanhalingstekens: 100000 is 1.000 euro.",
        var type when type == typeof(DateOnly) => "Schrijf hier een datum, zoals \"2027-06-30\".",
        var type when type == typeof(AreaPart) => $"Schrijf hier een postcode, zoals {AreaTexts.Forms("\"")}.",
        var type when type == typeof(DrawSettings) => "Schrijf bij source welk getal loot, op één regel, en bij days na hoeveel dagen: minstens 1.",
        { IsEnum: true } type => $"Kies uit: {string.Join(", ", Enum.GetNames(type).Select(name => $"\"{name}\""))}.",
        _ when info.Kind == JsonTypeInfoKind.Enumerable => "Hier hoort een lijst: tussen [ en ].",
        _ => "Hier hoort een groep: tussen { en }.",
    };

    private static string Under(string place, string name) => place.Length == 0 ? name : $"{place}.{name}";
}
