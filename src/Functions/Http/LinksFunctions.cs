using Microsoft.Azure.Functions.Worker;

namespace Smederijen.Functions.Http;

/// <summary>Links in mails.</summary>
public sealed class LinksFunctions(FrontDoor door)
{
    [Function("OpenLink")]
    public Task<IResult> OpenLink([HttpTrigger(Anonymous, "get", "head", Route = "link/{token}")] HttpRequest request) =>
        door.Serve(request);
}
