using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Smederijen.Functions.Http;

/// <summary>The submitter's answer to a question.</summary>
public sealed class AnsweringFunctions(FrontDoor door)
{
    [Function("ShowQuestion")]
    public Task<IResult> ShowQuestion([HttpTrigger(Anonymous, "get", "head", Route = "antwoorden/{verwijzing}")] HttpRequest request) =>
        door.Serve(request);
    [Function("AnswerQuestion")]
    public Task<IResult> AnswerQuestion([HttpTrigger(Anonymous, "post", Route = "antwoorden/{verwijzing}")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
}
