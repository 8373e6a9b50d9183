namespace Smederijen.Portal.Api;

/// <summary>
/// The header that programs may send in place of <c>opdracht</c>: a quoted string, and who leaves out the quotes is understood too. Source:
/// draft-ietf-httpapi-idempotency-key-header-07, 2.1.
/// </summary>
internal static class IdempotencyKey
{
    public const string Unreadable = "De header Idempotency-Key klopt niet. Stuur één waarde van hoogstens 255 tekens tussen aanhalingstekens.";

    private const string Name = "Idempotency-Key";
    private const int Longest = 255;

    /// <summary>Null when the request has none.</summary>
    public static string? Of(HttpContext http) => http.Request.Headers[Name] is [{ } value] ? Bare(value) : null;

    public static bool IsReadable(HttpContext http) => http.Request.Headers[Name] switch
    {
        [] => true,
        [{ } value] => Bare(value) is { Length: > 0 and <= Longest } bare && !bare.Contains('"', StringComparison.Ordinal),
        _ => false,
    };

    private static string Bare(string value) => value.Trim() is ['"', .. var inside, '"'] ? inside.Trim() : value.Trim();
}
