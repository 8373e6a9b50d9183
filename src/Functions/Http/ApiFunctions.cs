using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Smederijen.Functions.Http;

/// <summary>The API for programs.</summary>
public sealed class ApiFunctions(FrontDoor door)
{
    [Function("ApiDocument")]
    public Task<IResult> ApiDocument(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "v1/openapi.json")] HttpRequest request) =>
        door.Serve("ApiDocument", request);

    [Function("ApiListSmederijen")]
    public Task<IResult> ApiListSmederijen(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "v1/smederijen")] HttpRequest request) =>
        door.Serve("ApiListSmederijen", request);

    [Function("ApiShowSmederij")]
    public Task<IResult> ApiShowSmederij(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "v1/smederijen/{smederij}")] HttpRequest request) =>
        door.Serve("ApiShowSmederij", request);

    [Function("ApiListIdeas")]
    public Task<IResult> ApiListIdeas(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "v1/smederijen/{smederij}/ideeen")] HttpRequest request) =>
        door.Serve("ApiListIdeas", request);

    [Function("ApiSubmitIdea")]
    public Task<IResult> ApiSubmitIdea(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/smederijen/{smederij}/ideeen")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        door.Serve("ApiSubmitIdea", request, client);

    [Function("ApiShowIdea")]
    public Task<IResult> ApiShowIdea(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "v1/smederijen/{smederij}/ideeen/{id}")] HttpRequest request) =>
        door.Serve("ApiShowIdea", request);

    [Function("ApiOfferSupport")]
    public Task<IResult> ApiOfferSupport(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/smederijen/{smederij}/ideeen/{id}/steunbetuigingen")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        door.Serve("ApiOfferSupport", request, client);

    [Function("ApiListPlans")]
    public Task<IResult> ApiListPlans(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "v1/smederijen/{smederij}/plannen")] HttpRequest request) =>
        door.Serve("ApiListPlans", request);

    [Function("ApiShowPlan")]
    public Task<IResult> ApiShowPlan(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "v1/smederijen/{smederij}/plannen/{id}")] HttpRequest request) =>
        door.Serve("ApiShowPlan", request);

    [Function("ApiShowRound")]
    public Task<IResult> ApiShowRound(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "v1/smederijen/{smederij}/rondes/{periode}")] HttpRequest request) =>
        door.Serve("ApiShowRound", request);

    [Function("ApiListResolutions")]
    public Task<IResult> ApiListResolutions(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "v1/besluiten")] HttpRequest request) =>
        door.Serve("ApiListResolutions", request);

    [Function("ApiShowResolution")]
    public Task<IResult> ApiShowResolution(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "v1/besluiten/{id}")] HttpRequest request) =>
        door.Serve("ApiShowResolution", request);
}
