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
    [Function("ShowPayeeNames")]
    public Task<IResult> ShowPayeeNames([HttpTrigger(Anonymous, "get", "head", Route = "medewerkers/betalingen/opdrachten/{id}/namen.csv")] HttpRequest request) =>
        door.Serve(request);
    [Function("CheckPayees")]
    public Task<IResult> CheckPayees([HttpTrigger(Anonymous, "post", Route = "medewerkers/betalingen/opdrachten/{id}/namen")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
    [Function("ReadBankFile")]
    public Task<IResult> ReadBankFile([HttpTrigger(Anonymous, "post", Route = "medewerkers/betalingen/bestanden")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
    [Function("ShowFileOfBank")]
    public Task<IResult> ShowFileOfBank([HttpTrigger(Anonymous, "get", "head", Route = "medewerkers/betalingen/bestanden/{id}")] HttpRequest request) =>
        door.Serve(request);
    [Function("ShowLineOfBank")]
    public Task<IResult> ShowLineOfBank([HttpTrigger(Anonymous, "get", "head", Route = "medewerkers/betalingen/regels/{id}")] HttpRequest request) =>
        door.Serve(request);
    [Function("ProposeMeaning")]
    public Task<IResult> ProposeMeaning([HttpTrigger(Anonymous, "post", Route = "medewerkers/betalingen/regels/{id}/voorstel")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
    [Function("AgreeOnMeaning")]
    public Task<IResult> AgreeOnMeaning([HttpTrigger(Anonymous, "post", Route = "medewerkers/betalingen/regels/{id}/vaststellen")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
    [Function("DropMeaning")]
    public Task<IResult> DropMeaning([HttpTrigger(Anonymous, "post", Route = "medewerkers/betalingen/regels/{id}/voorstel-weg")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
}
