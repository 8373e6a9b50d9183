using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Smederijen.Functions.Http;

/// <summary>What became of mails.</summary>
public sealed class DeliveryFunctions(FrontDoor door)
{
    [Function("TellOfMails")]
    public Task<IResult> TellOfMails([HttpTrigger(Anonymous, "post", Route = "sendgrid/gebeurtenissen")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
    [Function("ShowSendingDomain")]
    public Task<IResult> ShowSendingDomain([HttpTrigger(Anonymous, "get", "head", Route = "medewerkers/mail")] HttpRequest request) =>
        door.Serve(request);
    [Function("SendTestMail")]
    public Task<IResult> SendTestMail([HttpTrigger(Anonymous, "post", Route = "medewerkers/mail")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
}
