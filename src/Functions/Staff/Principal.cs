using System.Text.Json.Serialization;

namespace Smederijen.Functions.Staff;

/// <summary>The header's JSON. Nothing in it is certain to be there.</summary>
internal sealed record Principal(
    [property: JsonPropertyName("auth_typ")] string? AuthType,
    [property: JsonPropertyName("name_typ")] string? NameType,
    [property: JsonPropertyName("role_typ")] string? RoleType,
    [property: JsonPropertyName("claims")] IReadOnlyList<Claim?>? Claims);

internal sealed record Claim([property: JsonPropertyName("typ")] string? Type, [property: JsonPropertyName("val")] string? Value);

[JsonSerializable(typeof(Principal))]
internal sealed partial class PrincipalJson : JsonSerializerContext;
