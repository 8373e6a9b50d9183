using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Smederijen.Functions.Http;

/// <summary>The municipality answers what the wijkteam passed on.</summary>
public sealed class ReferralFunctions(FrontDoor door)
{
    [Function("ShowReferral")]
    public Task<IResult> ShowReferral([HttpTrigger(Anonymous, "get", "head", Route = "gemeentevraag/{verwijzing}")] HttpRequest request) =>
        door.Serve(request);
    [Function("AnswerReferral")]
    public Task<IResult> AnswerReferral([HttpTrigger(Anonymous, "post", Route = "gemeentevraag/{verwijzing}")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
}
