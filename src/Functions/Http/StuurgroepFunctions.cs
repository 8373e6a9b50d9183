using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Smederijen.Functions.Http;

/// <summary>The stuurgroep: what everyone reads, the page of a seat, and the pages of staff.</summary>
public sealed class StuurgroepFunctions(FrontDoor door)
{
    [Function("ShowStuurgroep")]
    public Task<IResult> ShowStuurgroep([HttpTrigger(Anonymous, "get", "head", Route = "stuurgroep")] HttpRequest request) =>
        door.Serve(request);
    [Function("ShowResolution")]
    public Task<IResult> ShowResolution([HttpTrigger(Anonymous, "get", "head", Route = "stuurgroep/besluiten/{id}")] HttpRequest request) =>
        door.Serve(request);
    [Function("ShowSeat")]
    public Task<IResult> ShowSeat([HttpTrigger(Anonymous, "get", "head", Route = "zetel/{verwijzing}")] HttpRequest request) =>
        door.Serve(request);
    [Function("SpeakForSeat")]
    public Task<IResult> SpeakForSeat([HttpTrigger(Anonymous, "post", Route = "zetel/{verwijzing}")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
    [Function("ShowStuurgroepDesk")]
    public Task<IResult> ShowStuurgroepDesk([HttpTrigger(Anonymous, "get", "head", Route = "medewerkers/stuurgroep")] HttpRequest request) =>
        door.Serve(request);
    [Function("ShowNewDivision")]
    public Task<IResult> ShowNewDivision([HttpTrigger(Anonymous, "get", "head", Route = "medewerkers/stuurgroep/nieuw")] HttpRequest request) =>
        door.Serve(request);
    [Function("DraftDivision")]
    public Task<IResult> DraftDivision([HttpTrigger(Anonymous, "post", Route = "medewerkers/stuurgroep/nieuw")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
    [Function("ShowNewRemainder")]
    public Task<IResult> ShowNewRemainder([HttpTrigger(Anonymous, "get", "head", Route = "medewerkers/stuurgroep/over")] HttpRequest request) =>
        door.Serve(request);
    [Function("DraftRemainder")]
    public Task<IResult> DraftRemainder([HttpTrigger(Anonymous, "post", Route = "medewerkers/stuurgroep/over")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
    [Function("ShowResolutionDesk")]
    public Task<IResult> ShowResolutionDesk([HttpTrigger(Anonymous, "get", "head", Route = "medewerkers/stuurgroep/{id:minlength(10)}")] HttpRequest request) =>
        door.Serve(request);
    [Function("AmendDivision")]
    public Task<IResult> AmendDivision([HttpTrigger(Anonymous, "post", Route = "medewerkers/stuurgroep/{id}/bedragen")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
    [Function("AmendRemainder")]
    public Task<IResult> AmendRemainder([HttpTrigger(Anonymous, "post", Route = "medewerkers/stuurgroep/{id}/keuzes")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
    [Function("PutToSeats")]
    public Task<IResult> PutToSeats([HttpTrigger(Anonymous, "post", Route = "medewerkers/stuurgroep/{id}/voorleggen")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
    [Function("HandToDeputy")]
    public Task<IResult> HandToDeputy([HttpTrigger(Anonymous, "post", Route = "medewerkers/stuurgroep/{id}/plaatsvervanger")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
    [Function("WithdrawResolution")]
    public Task<IResult> WithdrawResolution([HttpTrigger(Anonymous, "post", Route = "medewerkers/stuurgroep/{id}/intrekken")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
    [Function("ShowTextOfResolution")]
    public Task<IResult> ShowTextOfResolution([HttpTrigger(Anonymous, "get", "head", Route = "medewerkers/stuurgroep/{id}/teksten/{stap}")] HttpRequest request) =>
        door.Serve(request);
    [Function("VeilTextOfResolution")]
    public Task<IResult> VeilTextOfResolution([HttpTrigger(Anonymous, "post", Route = "medewerkers/stuurgroep/{id}/teksten/{stap}")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
}
