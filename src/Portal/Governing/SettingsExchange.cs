using System.Text.Encodings.Web;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;

namespace Smederijen.Portal.Governing;

/// <summary>All settings as one file: how it is called, written and described. Of people it holds what the register of staff
/// says, and no mail address of anybody.</summary>
internal static class SettingsExchange
{
    /// <summary>What the first line of the file says, so that another file is not taken for one.</summary>
    public const string Format = "smederijen-instellingen-1";

    public const string Schema = "schema";
    public const string Smederijen = "smederijen";

    /// <summary>Four digits, or a whole postcode, each from and to; or one postcode with the houses of it.</summary>
    private const string AreaPattern =
        "^[1-9][0-9]{3}(-[1-9][0-9]{3}|[A-Z]{2}(-[1-9][0-9]{3}[A-Z]{2}| [1-9][0-9]{0,4}(-[1-9][0-9]{0,4}( (on)?even)?)?)?)?$";

    private const string ColourPattern = "^(#?([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6}))?$";

    private static readonly JsonSerializerOptions s_readable =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly Lazy<byte[]> s_schema = new(() => Written(MakeSchema()));

    /// <summary>How a document with this id is written down.</summary>
    public static JsonTypeInfo TypeOf(string id) => id switch
    {
        SettingsKeys.Stuurgroep => StuurgroepJson.Default.StuurgroepSettings,
        SettingsKeys.Municipality => SettingsJson.Default.MunicipalitySettings,
        SettingsKeys.Staff => SettingsJson.Default.StaffRegister,
        _ => DomainJson.Default.SmederijSettings,
    };

    /// <summary>The file with these documents.</summary>
    public static byte[] Write(IEnumerable<object> documents)
    {
        var file = new JsonObject { [Schema] = Format };
        var smederijen = new JsonArray();
        foreach (var document in documents)
        {
            var id = SettingsDocument.IdOf(document);
            var node = JsonSerializer.SerializeToNode(document, TypeOf(id));
            if (SettingsKeys.IsOfSmederij(id))
                smederijen.Add(node);
            else
                file[id] = node;
        }
        file[Smederijen] = smederijen;
        return Written(file);
    }

    /// <summary>The JSON Schema of the file, for editors and programs.</summary>
    public static byte[] SchemaFile => s_schema.Value;

    private static byte[] Written(JsonNode node) => Encoding.UTF8.GetBytes(node.ToJsonString(s_readable) + "\n");

    private static JsonObject MakeSchema() => new()
    {
        ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
        ["title"] = "De instellingen van De Smederijen",
        ["type"] = "object",
        ["properties"] = new JsonObject
        {
            [Schema] = new JsonObject { ["const"] = Format },
            [SettingsKeys.Municipality] = SchemaOf(SettingsKeys.Municipality),
            [SettingsKeys.Staff] = SchemaOf(SettingsKeys.Staff),
            [SettingsKeys.Stuurgroep] = SchemaOf(SettingsKeys.Stuurgroep),
            [Smederijen] = new JsonObject { ["type"] = "array", ["items"] = SchemaOf("") },
        },
        ["required"] = new JsonArray(Schema),
        ["additionalProperties"] = false,
    };

    private static JsonNode SchemaOf(string id)
    {
        var schema = TypeOf(id).GetJsonSchemaAsNode(new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true,
            TransformSchemaNode = Described });
        foreach (var field in SettingsForms.FieldsOf(id))
            Bound(schema, field);
        return schema;
    }

    /// <summary>What is written in a way of its own says nothing of itself.</summary>
    private static JsonNode Described(JsonSchemaExporterContext context, JsonNode schema)
    {
        if (context.TypeInfo.Type == typeof(Euro))
            return new JsonObject { ["type"] = "integer", ["minimum"] = 0, ["maximum"] = Euro.MaxCents, ["description"] = "In centen." };
        if (context.TypeInfo.Type == typeof(AreaPart))
            return new JsonObject { ["type"] = "string", ["pattern"] = AreaPattern };
        if (context.TypeInfo.Kind == JsonTypeInfoKind.Object && schema is JsonObject described)
            described["additionalProperties"] = false;
        return schema;
    }

    private static void Bound(JsonNode schema, SettingsField field)
    {
        var place = schema;
        foreach (var part in field.Name.Split('.'))
            place = place?["properties"]?[part];
        if (place is not JsonObject found)
            return;
        found["title"] = field.Label;
        if (field.Shape == FieldShape.Colour)
            found["pattern"] = ColourPattern;
        var (least, most) = field.Shape switch
        {
            FieldShape.Number => ("minimum", "maximum"),
            FieldShape.Lines or FieldShape.Rows => ("minItems", "maxItems"),
            _ => ("minLength", "maxLength"),
        };
        if (field.Least is { } low)
            found[least] = low;
        if (field.Most is { } high)
            found[most] = high;
    }
}
