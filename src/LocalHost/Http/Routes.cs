using Smederijen.LocalHost.Work;
using Smederijen.Portal.Http;
using Endpoint = Smederijen.Portal.Http.Endpoint;

namespace Smederijen.LocalHost.Http;

/// <summary>Hands every request to the gate, and gives an answer of our own where nothing listens.</summary>
internal static class Routes
{
    public static void Map(WebApplication app, LocalOptions options)
    {
        var gate = app.Services.GetRequiredService<Gate>();
        var rush = app.Services.GetRequiredService<RushHour>();
        app.UseStatusCodePages(context => AnswerNothing(context.HttpContext));
        foreach (var endpoint in (IEnumerable<Endpoint>)[.. Endpoints.All, .. LocalEndpoints.For(options.Demo)])
            app.MapMethods(endpoint.Pattern, MethodsOf(endpoint), http =>
            {
                rush.Count();
                return gate.Serve(endpoint, http);
            }).WithDisplayName(endpoint.Name);
    }

    private static string[] MethodsOf(Endpoint endpoint) =>
        endpoint.Method == HttpMethods.Get ? [HttpMethods.Get, HttpMethods.Head] : [endpoint.Method];

    /// <summary>No such page, or no such method on it; the framework has set the status and Allow already.</summary>
    private static Task AnswerNothing(HttpContext http)
    {
        SecurityHeaders.Apply(http);
        return Failures.Answer(http, http.Response.StatusCode, http.Response.StatusCode switch
        {
            404 => "Deze pagina bestaat niet. Controleer het adres, of ga naar het overzicht van alle Smederijen.",
            405 => "Dit adres kent deze opdracht niet. Open de pagina in uw browser en probeer het opnieuw.",
            _ => "Wij kunnen niet lezen wat u stuurt. Open de pagina opnieuw en probeer het nog een keer.",
        }).ExecuteAsync(http);
    }
}
