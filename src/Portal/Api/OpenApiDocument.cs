namespace Smederijen.Portal.Api;

/// <summary>The description of the API: the file <c>openapi.json</c> as it lies in the program.</summary>
public sealed class OpenApiDocument
{
    private readonly ApiAnswer answer = new(Load());

    public IResult Show() => answer;

    private static byte[] Load()
    {
        using var stream = typeof(OpenApiDocument).Assembly.GetManifestResourceStream("openapi.json")
            ?? throw new InvalidOperationException("The OpenAPI document is missing from the program: build it again.");
        var json = new byte[stream.Length];
        stream.ReadExactly(json);
        return json;
    }
}
