using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Smederijen.Functions.Http;

/// <summary>What goes to the bank and comes back from it, for those who pay.</summary>
public sealed class PaymentFunctions(FrontDoor door)
{
    [Function("ShowPayments")]
    public Task<IResult> ShowPayments([HttpTrigger(Anonymous, "get", "head", Route = "medewerkers/betalingen")] HttpRequest request) =>
        door.Serve(request);
    [Function("BeginBatch")]
    public Task<IResult> BeginBatch([HttpTrigger(Anonymous, "post", Route = "medewerkers/betalingen")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
    [Function("ShowBatch")]
    public Task<IResult> ShowBatch([HttpTrigger(Anonymous, "get", "head", Route = "medewerkers/betalingen/opdrachten/{id}")] HttpRequest request) =>
        door.Serve(request);
    [Function("ShowBankFile")]
    public Task<IResult> ShowBankFile([HttpTrigger(Anonymous, "get", "head", Route = "medewerkers/betalingen/opdrachten/{id}/pain001.xml")] HttpRequest request) =>
        door.Serve(request);
    [Function("ShowPaymentTable")]
    public Task<IResult> ShowPaymentTable([HttpTrigger(Anonymous, "get", "head", Route = "medewerkers/betalingen/opdrachten/{id}/betalingen.csv")] HttpRequest request) =>
        door.Serve(request);
    [Function("SignBatch")]
    public Task<IResult> SignBatch([HttpTrigger(Anonymous, "post", Route = "medewerkers/betalingen/opdrachten/{id}/tekenen")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
    [Function("ThrowBatchAway")]
    public Task<IResult> ThrowBatchAway([HttpTrigger(Anonymous, "post", Route = "medewerkers/betalingen/opdrachten/{id}/weggooien")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
    [Function("ShowPayment")]
    public Task<IResult> ShowPayment([HttpTrigger(Anonymous, "get", "head", Route = "medewerkers/betalingen/{id:minlength(10)}")] HttpRequest request) =>
        door.Serve(request);
    [Function("ProposeOutcome")]
    public Task<IResult> ProposeOutcome([HttpTrigger(Anonymous, "post", Route = "medewerkers/betalingen/{id}/voorstel")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
    [Function("AgreeOnOutcome")]
    public Task<IResult> AgreeOnOutcome([HttpTrigger(Anonymous, "post", Route = "medewerkers/betalingen/{id}/vaststellen")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
    [Function("DropOutcome")]
    public Task<IResult> DropOutcome([HttpTrigger(Anonymous, "post", Route = "medewerkers/betalingen/{id}/voorstel-weg")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
}
