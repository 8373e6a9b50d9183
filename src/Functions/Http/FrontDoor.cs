using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Options;
using Smederijen.Functions.Orchestrations;
using Smederijen.Functions.Storage;
using Smederijen.Portal;
using Smederijen.Portal.Http;
using Endpoint = Smederijen.Portal.Http.Endpoint;

namespace Smederijen.Functions.Http;

/// <summary>Leads every HTTP function to the endpoint of the portal with the same name.</summary>
public sealed class FrontDoor(Gate gate, DurableDriver driver, ReadsOnce reads, IOptions<PortalOptions> portal)
{
    private static readonly Dictionary<string, Endpoint> ByName = Endpoints.All.ToDictionary(endpoint => endpoint.Name);

    /// <param name="client">Wakes what a decision leads to; only what changes something has one.</param>
    public async Task<IResult> Serve(string endpoint, HttpRequest request, DurableTaskClient? client = null)
    {
        Forwarded.Restore(request.HttpContext, portal.Value.PublicUrl);
        driver.Borrow(client);
        reads.Begin();
        await gate.Serve(ByName[endpoint], request.HttpContext);
        return Results.Empty;
    }
}
