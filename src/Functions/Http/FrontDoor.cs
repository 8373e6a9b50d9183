using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Routing;
using Microsoft.DurableTask.Client;
using Smederijen.Functions.Orchestrations;
using Smederijen.Functions.Storage;
using Smederijen.Portal;
using Smederijen.Portal.Http;
using Endpoint = Smederijen.Portal.Http.Endpoint;

namespace Smederijen.Functions.Http;

/// <summary>Leads every HTTP function to the endpoint of the portal with the same name.</summary>
public sealed class FrontDoor(Gate gate, DurableDriver driver, ReadsOnce reads, IInlineConstraintResolver constraints)
{
    private static readonly Dictionary<string, Endpoint> ByName = Endpoints.All.ToDictionary(endpoint => endpoint.Name);

    private readonly KnownAddresses known = new(Endpoints.All, constraints);

    /// <param name="client">Wakes what a decision leads to; only what changes something has one.</param>
    /// <param name="endpoint">The function is called like its endpoint.</param>
    public async Task<IResult> Serve(HttpRequest request, DurableTaskClient? client = null, [CallerMemberName] string endpoint = "")
    {
        driver.Borrow(client);
        reads.Begin($"{request.Path.ToUriComponent()}{request.QueryString}");
        await gate.Serve(ByName[endpoint], request.HttpContext);
        if (request.HttpContext.Response.Headers.Location.ToString() is { Length: > 0 } next)
            reads.SendOn(next);
        return Results.Empty;
    }

    /// <summary>No such address, or one that does not know the method.</summary>
    public async Task<IResult> ServeRest(HttpRequest request)
    {
        await gate.ServeUnknown(request.HttpContext, known.MethodsAt(request.HttpContext));
        return Results.Empty;
    }
}
