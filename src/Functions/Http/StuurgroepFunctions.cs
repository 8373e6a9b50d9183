using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Smederijen.Functions.Http;

/// <summary>The stuurgroep: what everyone reads, the page of a seat, and the pages of staff.</summary>
public sealed class StuurgroepFunctions(FrontDoor door)
{
    [Function("ShowStuurgroep")]
    public Task<IResult> ShowStuurgroep(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "stuurgroep")] HttpRequest request) =>
        door.Serve("ShowStuurgroep", request);

    [Function("ShowResolution")]
    public Task<IResult> ShowResolution(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "stuurgroep/besluiten/{id}")] HttpRequest request) =>
        door.Serve("ShowResolution", request);

    [Function("ShowSeat")]
    public Task<IResult> ShowSeat(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "zetel/{verwijzing}")] HttpRequest request) =>
        door.Serve("ShowSeat", request);

    [Function("SpeakForSeat")]
    public Task<IResult> SpeakForSeat(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "zetel/{verwijzing}")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        door.Serve("SpeakForSeat", request, client);

    [Function("ShowStuurgroepDesk")]
    public Task<IResult> ShowStuurgroepDesk(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "medewerkers/stuurgroep")] HttpRequest request) =>
        door.Serve("ShowStuurgroepDesk", request);

    [Function("ShowNewDivision")]
    public Task<IResult> ShowNewDivision(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "medewerkers/stuurgroep/nieuw")] HttpRequest request) =>
        door.Serve("ShowNewDivision", request);

    [Function("DraftDivision")]
    public Task<IResult> DraftDivision(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "medewerkers/stuurgroep/nieuw")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        door.Serve("DraftDivision", request, client);

    [Function("ShowResolutionDesk")]
    public Task<IResult> ShowResolutionDesk(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "medewerkers/stuurgroep/{id:minlength(10)}")] HttpRequest request) =>
        door.Serve("ShowResolutionDesk", request);

    [Function("AmendDivision")]
    public Task<IResult> AmendDivision(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "medewerkers/stuurgroep/{id}/bedragen")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        door.Serve("AmendDivision", request, client);

    [Function("PutToSeats")]
    public Task<IResult> PutToSeats(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "medewerkers/stuurgroep/{id}/voorleggen")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        door.Serve("PutToSeats", request, client);

    [Function("HandToDeputy")]
    public Task<IResult> HandToDeputy(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "medewerkers/stuurgroep/{id}/plaatsvervanger")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        door.Serve("HandToDeputy", request, client);

    [Function("WithdrawResolution")]
    public Task<IResult> WithdrawResolution(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "medewerkers/stuurgroep/{id}/intrekken")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        door.Serve("WithdrawResolution", request, client);
}
