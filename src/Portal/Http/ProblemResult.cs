using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Smederijen.Portal.Http;

/// <summary>
/// An error of the API as problem+json (RFC 9457). Sources: NLGov REST API Design Rules 2.1, /core/error-handling; and for the
/// shape of <c>errors</c>, which every 400 has, their proposed rule /core/error-handling/bad-request.
/// </summary>
public sealed class ProblemResult(int status, string detail, IReadOnlyList<InputError>? errors = null) : IResult
{
    /// <summary>All that is wrong with the fields of a body, at once.</summary>
    public static ProblemResult For(IEnumerable<FormError> errors) => new(
        StatusCodes.Status400BadRequest,
        "Niet alles is goed ingevuld. Bij elke fout staat wat u kunt doen.",
        [.. errors.Select(error => new InputError("body", error.Field.Length == 0 ? null : new($"#/{error.Field}"), error.Message))]);

    /// <summary>One parameter of the query is not one we know.</summary>
    public static ProblemResult ForQuery(string parameter, string message) =>
        new(StatusCodes.Status400BadRequest, message, [new InputError("query", new(Name: parameter), message)]);

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var listed = errors ?? (status == StatusCodes.Status400BadRequest ? [new InputError("body", null, detail)] : null);
        var problem = new Problem("about:blank", Failures.TitleOf(status), status, detail, listed);
        return ApiAnswer.Write(httpContext, status, "application/problem+json; charset=utf-8", ApiAnswer.Bytes(problem, ProblemJson.Readable.Problem));
    }
}

public sealed record Problem(string Type, string Title, int Status, string Detail, IReadOnlyList<InputError>? Errors);

/// <summary>One error in the input.</summary>
/// <param name="In"><c>body</c> or <c>query</c>.</param>
/// <param name="Location">Null for the body as a whole.</param>
public sealed record InputError(string In, ErrorLocation? Location, string Detail);

/// <param name="Field">A pointer to it (RFC 6901).</param>
/// <param name="Name">Of the parameter of the query.</param>
public sealed record ErrorLocation([property: JsonPropertyName("pointer")] string? Field = null, string? Name = null);

/// <summary>How an error is written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Problem))]
internal sealed partial class ProblemJson : JsonSerializerContext
{
    /// <summary>Writes Dutch letters and the euro sign as they are; what could mean something in HTML stays escaped.</summary>
    public static ProblemJson Readable =>
        field ??= new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) });
}
