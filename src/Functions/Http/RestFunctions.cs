using Microsoft.Azure.Functions.Worker;

namespace Smederijen.Functions.Http;

/// <summary>
/// What no other function takes. The host tries functions in the order of their names, so this one has to come last of all; without
/// it the host gives an empty 404, for a method that an address does not know as well.
/// </summary>
public sealed class RestFunctions(FrontDoor door)
{
    public const string Name = "ZAnythingElse";

    [Function(Name)]
    public Task<IResult> ZAnythingElse([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", "put", "patch", "delete", "options",
        Route = Routes.Rest)] HttpRequest request) =>
        door.ServeRest(request);
}
