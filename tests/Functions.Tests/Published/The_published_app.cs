using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Smederijen.Functions.Http;
using Smederijen.Portal;
using Smederijen.Portal.Http;
using Smederijen.Portal.Layout;
using Endpoint = Smederijen.Portal.Http.Endpoint;

namespace Smederijen.Functions.Tests.Published;

public sealed class The_published_app(PublishedApp app) : IClassFixture<PublishedApp>
{
    private static readonly string[] EveryMethod = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

    private static readonly IInlineConstraintResolver Constraints =
        new ServiceCollection().AddLogging().AddRouting().BuildServiceProvider().GetRequiredService<IInlineConstraintResolver>();

    [Theory]
    [InlineData("host.json")]
    [InlineData("worker.config.json")]
    [InlineData("functions.metadata")]
    [InlineData("extensions.json")]
    [InlineData(".azurefunctions/Microsoft.Azure.WebJobs.Extensions.DurableTask.dll")]
    [InlineData("Smederijen.Functions.dll")]
    [InlineData("runtimes/linux-x64/native/libSkiaSharp.so")]
    public void Holds_what_the_Functions_host_looks_for(string file) => File.Exists(Path.Combine(app.Folder, file)).ShouldBeTrue();

    [Fact]
    public void Holds_nothing_that_nobody_reads_there()
    {
        var files = Directory.GetFiles(app.Folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(app.Folder, file).Replace('\\', '/')).ToList();
        files.Where(file => file.EndsWith(".xml") || file.Contains("package") && file.EndsWith(".json")).ShouldBeEmpty();
        files.Where(file => file.StartsWith("runtimes/") && !Regex.IsMatch(file, "^runtimes/(linux-x64|linux|unix)/")).ShouldBeEmpty();
        files.Where(file => file.EndsWith("local.settings.json") || file.EndsWith("smederijen.json") || file.EndsWith("openapi.json")).ShouldBeEmpty();
    }

    /// <summary>Some 12 MB of it draw photos, 12 MB are the worker of the host, and 14 MB are ours: a copy too many would be seen.</summary>
    [Fact]
    public void Is_as_small_as_it_can_be() =>
        Directory.GetFiles(app.Folder, "*", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length).ShouldBeLessThan(54 * 1024 * 1024);

    /// <summary>
    /// The host tries functions in the order of their names, without regard to case, and takes the first whose route, constraints
    /// and methods fit; how specific a route is does not count.
    /// </summary>
    [Fact]
    public void Is_reached_at_every_address_of_the_portal_by_exactly_the_function_of_that_name()
    {
        var functions = Functions();
        foreach (var endpoint in Endpoints.All)
        {
            foreach (var method in EveryMethod)
            {
                var known = Endpoints.All.Where(other => other.Methods.Contains(method) && Fits(other, Request(method, Example(endpoint)))).ToList();
                known.Count.ShouldBeLessThanOrEqualTo(1, $"{method} {Example(endpoint)} is the address of {string.Join(" and ", known.Select(one => one.Name))}");
                Taken(functions, method, Example(endpoint)).ShouldBe(known is [var only] ? only.Name : RestFunctions.Name, $"{method} {Example(endpoint)}");
            }
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/smederijen/krakeel/ideeen/nieuw")]
    [InlineData("/smederijen/krakeel/ideeen/verstuurd")]
    [InlineData("/smederijen/krakeel/plannen/nieuw")]
    [InlineData("/smederijen/krakeel/plannen/verstuurd")]
    [InlineData("/medewerkers/stuurgroep/nieuw")]
    public void Is_reached_where_a_form_and_an_item_look_alike(string path) => Taken(Functions(), "GET", path).ShouldNotBe(RestFunctions.Name);

    [Theory]
    [InlineData("/bestaat-niet")]
    [InlineData("/smederijen/krakeel/ideeen/onzin")]
    [InlineData("/smederijen/krakeel/ideeen/nieuw/nog-iets")]
    [InlineData("/ShowHome")]
    public void Answers_itself_where_there_is_nothing(string path) =>
        EveryMethod.ShouldAllBe(method => Taken(Functions(), method, path) == RestFunctions.Name);

    /// <summary>The host keeps these for itself, and does not map a route that begins so.</summary>
    [Fact]
    public void Has_no_route_that_the_host_refuses()
    {
        Functions()
            .ShouldNotContain(function =>
            function.Route.StartsWith("admin", StringComparison.OrdinalIgnoreCase) || function.Route.StartsWith("runtime", StringComparison.OrdinalIgnoreCase));
        Functions().ShouldAllBe(function => function.Route.Length > 0 && !function.Route.StartsWith('/'));
    }

    private static string Taken(IEnumerable<Function> functions, string method, string path) =>
        functions.First(function => function.Methods?.Contains(method) != false && Fits(function.AsEndpoint, Request(method, path))).Name;

    private static bool Fits(Endpoint endpoint, HttpContext request) => new KnownAddresses([endpoint], Constraints).MethodsAt(request).Count > 0;

    private static DefaultHttpContext Request(string method, string path)
    {
        var http = new DefaultHttpContext();
        http.Request.Method = method;
        http.Request.Path = path;
        return http;
    }

    private static string Example(Endpoint endpoint) =>
        string.Join('/', endpoint.Pattern.Split('/').Select(part => part.StartsWith('{') ? part.StartsWith("{id") ? "0abcdefghjkmnp" : "krakeel" : part));

    private IReadOnlyList<Function> Functions()
    {
        using var metadata = JsonDocument.Parse(File.ReadAllText(Path.Combine(app.Folder, "functions.metadata")));
        return
        [
            .. (from function in metadata.RootElement.EnumerateArray()
                from binding in function.GetProperty("bindings").EnumerateArray()
                where binding.GetProperty("type").GetString() == "httpTrigger"
                let methods = binding.TryGetProperty("methods", out var some)
                    ? some.EnumerateArray().Select(method => method.GetString()!.ToUpperInvariant()).ToList() : null
                select new Function(function.GetProperty("name").GetString()!, binding.GetProperty("route").GetString()!, methods))
               .OrderBy(function => function.Name, StringComparer.OrdinalIgnoreCase),
        ];
    }

    /// <param name="Methods">Null for every method.</param>
    private sealed record Function(string Name, string Route, IReadOnlyList<string>? Methods)
    {
        public Endpoint AsEndpoint => new(Name, "GET", "/" + Route, Access.Everyone, _ => throw new NotSupportedException());
    }
}
