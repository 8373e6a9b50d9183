using System.Text.Json;
using Smederijen.Domain.Ideas;
using Smederijen.Portal.Layout;

namespace Smederijen.Portal.Tests.Api;

public class The_OpenAPI_document
{
    private static readonly string[] Methods = ["get", "post", "put", "patch", "delete"];

    [Fact]
    public async Task It_names_every_operation_and_no_other()
    {
        var document = await Read();
        var described = document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject()
            .Where(operation => Methods.Contains(operation.Name)).Select(operation => $"{operation.Name.ToUpperInvariant()} /v1{path.Name}"));
        var served = Endpoints.All.Where(endpoint => endpoint.Pattern.StartsWith("/v1/", StringComparison.Ordinal))
            .Select(endpoint => $"{endpoint.Method} {endpoint.Pattern}");
        described.Order().ShouldBe(served.Order());
    }

    [Fact]
    public async Task Its_version_is_that_of_the_answers()
    {
        await using var world = await World.Begin();
        var answer = await world.Browser.Get("/v1/openapi.json");
        answer.Json.GetProperty("info").GetProperty("version").GetString().ShouldBe(answer.Headers["API-Version"].ToString());
        answer.Json.GetProperty("openapi").GetString()!.ShouldStartWith("3.");
    }

    [Fact]
    public async Task Every_reference_leads_somewhere()
    {
        var document = await Read();
        foreach (var reference in References(document))
            Should.NotThrow(() => Resolve(document, reference), reference);
    }

    [Theory]
    [InlineData("/smederijen", "get", "200", "/v1/smederijen")]
    [InlineData("/smederijen/{smederij}", "get", "200", "/v1/smederijen/alteveer")]
    [InlineData("/smederijen/{smederij}/ideeen", "get", "200", "/v1/smederijen/alteveer/ideeen?aantal=1")]
    [InlineData("/smederijen/{smederij}/ideeen/{id}", "get", "200", "/v1/smederijen/alteveer/ideeen/{id}")]
    [InlineData("/smederijen/{smederij}/rondes/{periode}", "get", "200", "/v1/smederijen/centrum/rondes/2027")]
    [InlineData("/besluiten", "get", "400", "/v1/besluiten?aantal=0")]
    [InlineData("/smederijen/{smederij}/ideeen", "get", "400", "/v1/smederijen/alteveer/ideeen?aantal=0")]
    [InlineData("/smederijen/{smederij}", "get", "404", "/v1/smederijen/nergens")]
    public async Task Its_examples_look_like_real_answers(string path, string method, string status, string asked)
    {
        await using var world = await World.Begin();
        var photo = await File.ReadAllBytesAsync("Attachments/samples/phone.jpg");
        await world.Browser.PostWithFiles(Programs.Ideas, new IdeaFields(), "bijlagen", ("foto.jpg", photo));
        await world.Work();
        await world.Browser.Press(world.Mailbox.LastTo(Residents.Submitter).Link());
        var withPhoto = await world.LastIn(IdeaPhase.GatheringSupport);
        await world.ConfirmedIdea();

        var answer = (await world.Browser.Get(asked.Replace("{id}", withPhoto.Id, StringComparison.Ordinal)))
            .ShouldHave(int.Parse(status, System.Globalization.CultureInfo.InvariantCulture));
        var document = await Read();
        var response = Follow(document, document.GetProperty("paths").GetProperty(path).GetProperty(method).GetProperty("responses").GetProperty(status));
        Shape(answer.Json).ShouldBe(Shape(response.GetProperty("content").EnumerateObject().First().Value.GetProperty("example")));
    }

    [Fact]
    public async Task Every_operation_says_that_it_can_be_busy_and_that_others_than_it_are_refused()
    {
        var document = await Read();
        foreach (var operation in Operations(document))
            foreach (var (status, after) in ((string, string)[])[("405", "Allow"), ("503", "Retry-After")])
            {
                var response = Follow(document, operation.GetProperty("responses").GetProperty(status));
                response.GetProperty("headers").Names().ShouldContain(after);
                response.GetProperty("content").Names().ShouldBe(["application/problem+json"]);
            }
    }

    /// <summary>/core/publish-openapi: in every answer of 2xx and 3xx of what a page of another website may read.</summary>
    [Fact]
    public async Task It_says_which_answers_other_websites_may_read()
    {
        var document = await Read();
        foreach (var operation in Operations(document).Where(operation => operation.GetProperty("responses").TryGetProperty("304", out _)))
            foreach (var status in new[] { "200", "304" })
                Follow(document, operation.GetProperty("responses").GetProperty(status)).GetProperty("headers").Names()
                    .ShouldContain("access-control-allow-origin");
    }

    /// <summary>/core/error-handling/bad-request: a 400 has errors, and no other problem has members beside those of RFC 9457.</summary>
    [Fact]
    public async Task Only_a_bad_request_lists_errors_and_always_does()
    {
        var document = await Read();
        foreach (var response in Operations(document).SelectMany(operation => operation.GetProperty("responses").EnumerateObject())
            .Where(response => response.Name[0] is '4' or '5'))
        {
            var content = Follow(document, response.Value).GetProperty("content");
            var schema = Follow(document, content.GetProperty("application/problem+json").GetProperty("schema"));
            var required = schema.GetProperty("required").EnumerateArray().Select(name => name.GetString()).ToArray();
            string[] members = ["type", "title", "status", "detail"];
            required.ShouldBe(response.Name == "400" ? [.. members, "errors"] : members, response.Name);
            schema.GetProperty("properties").Names().ShouldBe(required!, response.Name);
        }
        var error = document.GetProperty("components").GetProperty("schemas").GetProperty("Fout").GetProperty("properties");
        error.Names().ShouldBe(["in", "location", "detail"]);
        error.GetProperty("location").GetProperty("properties").Names().ShouldBe(["pointer", "name"]);
    }

    private static IEnumerable<JsonElement> Operations(JsonElement document) => document.GetProperty("paths").EnumerateObject()
        .SelectMany(path => path.Value.EnumerateObject()).Where(operation => Methods.Contains(operation.Name)).Select(operation => operation.Value);

    [Fact]
    public async Task Its_example_of_an_idea_can_be_handed_in()
    {
        await using var world = await World.Begin();
        var fields = (await Read()).GetProperty("components").GetProperty("schemas").GetProperty("NieuwIdee").GetProperty("properties");
        var idea = fields.EnumerateObject().ToDictionary(field => field.Name, field => field.Value.GetProperty("example"));
        var answer = (await world.Browser.PostJson(Programs.Ideas, idea)).ShouldHave(201);
        var created = (await Read()).GetProperty("paths").GetProperty("/smederijen/{smederij}/ideeen").GetProperty("post").GetProperty("responses").GetProperty("201");
        Shape(answer.Json).ShouldBe(Shape(created.GetProperty("content").GetProperty("application/json").GetProperty("example")));
    }

    private static async Task<JsonElement> Read()
    {
        await using var world = await World.Begin();
        return (await world.Browser.Get("/v1/openapi.json")).ShouldHave(200).Json;
    }

    /// <summary>The names and kinds of all that is in it; of a list, those of its first item.</summary>
    private static IEnumerable<string> Shape(JsonElement json, string at = "") => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().SelectMany(property => Shape(property.Value, $"{at}/{property.Name}")),
        JsonValueKind.Array => json.EnumerateArray().Take(1).SelectMany(item => Shape(item, $"{at}/0")),
        JsonValueKind.True or JsonValueKind.False => [$"{at} boolean"],
        var kind => [$"{at} {kind}"],
    };

    private static JsonElement Follow(JsonElement document, JsonElement element) =>
        element.TryGetProperty("$ref", out var reference) ? Resolve(document, reference.GetString()!) : element;

    private static JsonElement Resolve(JsonElement document, string reference) =>
        reference.Split('/').Skip(1).Aggregate(document, (element, name) => element.GetProperty(name));

    private static IEnumerable<string> References(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().SelectMany(property =>
            property.NameEquals("$ref") ? [property.Value.GetString()!] : References(property.Value)),
        JsonValueKind.Array => json.EnumerateArray().SelectMany(References),
        _ => [],
    };
}
