using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Smederijen.Portal.Forms;
using Smederijen.Portal.Http;

namespace Smederijen.Portal.Api;

/// <summary>
/// An error of the API as problem+json (RFC 9457), with all errors in the input at once.
/// Source: NLGov REST API Design Rules 2.1, /core/error-handling.
/// </summary>
public sealed class ProblemResult(int status, string detail, FormErrors? errors = null) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var problem = new Problem(
            "about:blank", Failures.TitleOf(status), status, detail,
            errors?.Select(error => new InputError("body", $"#/{error.Field}", error.Message)).ToList());
        httpContext.Response.StatusCode = status;
        httpContext.Response.ContentType = "application/problem+json; charset=utf-8";
        httpContext.Response.Headers["API-Version"] = ApiVersion.Number;
        return JsonSerializer.SerializeAsync(httpContext.Response.Body, problem, ApiJson.Default.Problem, httpContext.RequestAborted);
    }
}

public sealed record Problem(string Type, string Title, int Status, string Detail, IReadOnlyList<InputError>? Errors);

/// <summary>One error in the input: <paramref name="Location"/> is a JSON pointer to the field.</summary>
public sealed record InputError(string In, string Location, string Detail);

public static class ApiVersion
{
    public const string Number = "1.0.0";
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Problem))]
public sealed partial class ApiJson : JsonSerializerContext;
