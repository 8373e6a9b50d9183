using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Smederijen.Functions.Http;

/// <summary>The API for programs.</summary>
public sealed class ApiFunctions(FrontDoor door)
{
    [Function("ApiDocument")]
    public Task<IResult> ApiDocument([HttpTrigger(Anonymous, "get", "head", Route = "v1/openapi.json")] HttpRequest request) =>
        door.Serve(request);
    [Function("ApiListSmederijen")]
    public Task<IResult> ApiListSmederijen([HttpTrigger(Anonymous, "get", "head", Route = "v1/smederijen")] HttpRequest request) =>
        door.Serve(request);
    [Function("ApiShowSmederij")]
    public Task<IResult> ApiShowSmederij([HttpTrigger(Anonymous, "get", "head", Route = "v1/smederijen/{smederij}")] HttpRequest request) =>
        door.Serve(request);
    [Function("ApiListIdeas")]
    public Task<IResult> ApiListIdeas([HttpTrigger(Anonymous, "get", "head", Route = "v1/smederijen/{smederij}/ideeen")] HttpRequest request) =>
        door.Serve(request);
    [Function("ApiSubmitIdea")]
    public Task<IResult> ApiSubmitIdea([HttpTrigger(Anonymous, "post", Route = "v1/smederijen/{smederij}/ideeen")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
    [Function("ApiShowIdea")]
    public Task<IResult> ApiShowIdea([HttpTrigger(Anonymous, "get", "head", Route = "v1/smederijen/{smederij}/ideeen/{id}")] HttpRequest request) =>
        door.Serve(request);
    [Function("ApiOfferSupport")]
    public Task<IResult> ApiOfferSupport([HttpTrigger(Anonymous, "post", Route = "v1/smederijen/{smederij}/ideeen/{id}/steunbetuigingen")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
    [Function("ApiListPlans")]
    public Task<IResult> ApiListPlans([HttpTrigger(Anonymous, "get", "head", Route = "v1/smederijen/{smederij}/plannen")] HttpRequest request) =>
        door.Serve(request);
    [Function("ApiShowPlan")]
    public Task<IResult> ApiShowPlan([HttpTrigger(Anonymous, "get", "head", Route = "v1/smederijen/{smederij}/plannen/{id}")] HttpRequest request) =>
        door.Serve(request);
    [Function("ApiShowRound")]
    public Task<IResult> ApiShowRound([HttpTrigger(Anonymous, "get", "head", Route = "v1/smederijen/{smederij}/rondes/{periode}")] HttpRequest request) =>
        door.Serve(request);
    [Function("ApiListResolutions")]
    public Task<IResult> ApiListResolutions([HttpTrigger(Anonymous, "get", "head", Route = "v1/besluiten")] HttpRequest request) =>
        door.Serve(request);
    [Function("ApiShowResolution")]
    public Task<IResult> ApiShowResolution([HttpTrigger(Anonymous, "get", "head", Route = "v1/besluiten/{id}")] HttpRequest request) =>
        door.Serve(request);
}
