using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Smederijen.Functions.Http;

/// <summary>The municipality answers what the wijkteam passed on.</summary>
public sealed class ReferralFunctions(FrontDoor door)
{
    [Function("ShowReferral")]
    public Task<IResult> ShowReferral(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "gemeentevraag/{verwijzing}")] HttpRequest request) =>
        door.Serve("ShowReferral", request);

    [Function("AnswerReferral")]
    public Task<IResult> AnswerReferral(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "gemeentevraag/{verwijzing}")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        door.Serve("AnswerReferral", request, client);
}
