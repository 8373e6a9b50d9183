using Microsoft.AspNetCore.Routing;
using Smederijen.LocalHost.Http;
using Smederijen.LocalHost.Tests.Storage;
using Smederijen.Portal;
using Smederijen.Portal.Layout;
using Endpoint = Smederijen.Portal.Http.Endpoint;

namespace Smederijen.LocalHost.Tests;

public sealed class The_routes_of_the_local_edition : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Are_those_of_both_editions_and_a_few_that_Azure_has_something_else_for()
    {
        await using var town = await Edition.Start(_folder);
        Served(town).ShouldBe(Endpoints.All.Concat(LocalEndpoints.For(demo: true)).Select(Route), ignoreOrder: true);
        LocalEndpoints.For(demo: true).Select(endpoint => endpoint.Pattern.Split('/')[1]).Distinct()
            .ShouldBe(["postvak", "aanmelden", "medewerkers"], ignoreOrder: true);
    }

    [Fact]
    public async Task Hold_no_clock_and_no_mailbox_outside_a_demo()
    {
        await using var town = await Edition.Start(_folder, demo: false);
        Served(town).ShouldNotContain(route => route.Contains("klok", StringComparison.Ordinal));
        Served(town).ShouldNotContain(route => route.Contains("postvak", StringComparison.Ordinal));
        (await town.Ask(HttpMethod.Get, "/medewerkers/klok")).ShouldHave(404);
    }

    [Fact]
    public async Task Answer_HEAD_as_GET_without_a_body()
    {
        await using var town = await Edition.Start(_folder);
        var get = await town.Ask(HttpMethod.Get, "/postvak");
        var head = (await town.Ask(HttpMethod.Head, "/postvak")).ShouldHave(200);
        head.Body.ShouldBeEmpty();
        head.Headers.ContentLength.ShouldBe(get.Body.Length);
    }

    [Fact]
    public async Task Say_which_methods_a_page_has()
    {
        await using var town = await Edition.Start(_folder);
        var answer = (await town.Ask(HttpMethod.Delete, "/postvak")).ShouldHave(405);
        answer.Headers.Allow.ShouldBe(["GET", "HEAD"]);
        answer.Words.ShouldContain("Dit adres kent deze opdracht niet");
    }

    [Fact]
    public async Task Say_what_is_not_there_to_people_and_to_programs()
    {
        await using var town = await Edition.Start(_folder);
        var page = (await town.Ask(HttpMethod.Get, "/bestaat-niet")).ShouldHave(404);
        page.Words.ShouldContain("Deze pagina bestaat niet");
        page.Headers.ContentSecurityPolicy.ToString().ShouldStartWith("default-src 'none'");
        page.Headers.Server.ShouldBeEmpty();
        (await town.Ask(HttpMethod.Get, "/v1/bestaat-niet")).ShouldHave(404).Headers.ContentType.ToString().ShouldStartWith("application/problem+json");
    }

    [Fact]
    public async Task Tell_a_supervisor_that_all_is_well()
    {
        await using var town = await Edition.Start(_folder);
        (await town.Ask(HttpMethod.Get, "/gezond")).ShouldHave(200).Text.ShouldBe("gezond\n");
        (await town.Ask(HttpMethod.Get, "/klaar")).ShouldHave(200).Text.ShouldBe("klaar\n");
    }

    private static IEnumerable<string> Served(Edition town) => town.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Select(endpoint =>
        $"{endpoint.DisplayName} {endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0]} {endpoint.RoutePattern.RawText}");

    private static string Route(Endpoint endpoint) => $"{endpoint.Name} {endpoint.Method} {endpoint.Pattern}";
}
