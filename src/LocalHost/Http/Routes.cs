using Smederijen.LocalHost.Work;
using Smederijen.Portal;
using Endpoint = Smederijen.Portal.Http.Endpoint;

namespace Smederijen.LocalHost.Http;

/// <summary>Hands every request to the gate, and gives an answer of our own where nothing listens.</summary>
internal static class Routes
{
    public static void Map(WebApplication app, LocalOptions options)
    {
        var gate = app.Services.GetRequiredService<Gate>();
        var arrival = app.Services.GetRequiredService<Arrival>();
        var machine = app.Services.GetRequiredService<ThisMachine>();
        var rush = app.Services.GetRequiredService<RushHour>();
        RejectedRequests.Watch(app.Services);
        app.Use(next => http => ConnectionRoom.Count(http, next));
        app.Use(next => http =>
        {
            machine.Look(http);
            arrival.Settle(http);
            return next(http);
        });
        app.UseStatusCodePages(context => AnswerNothing(context.HttpContext));
        foreach (var endpoint in (IEnumerable<Endpoint>)[.. Endpoints.All, .. LocalEndpoints.For(options.Demo)])
            app.MapMethods(endpoint.Pattern, endpoint.Methods, http =>
            {
                rush.Count();
                return gate.Serve(endpoint, http);
            }).WithDisplayName(endpoint.Name);
    }

    /// <summary>No such page, or no such method on it; the framework has set the status and Allow already.</summary>
    private static Task AnswerNothing(HttpContext http)
    {
        SecurityHeaders.Apply(http);
        return UnknownAddress.Answer(http, http.Response.StatusCode).ExecuteAsync(http);
    }
}
