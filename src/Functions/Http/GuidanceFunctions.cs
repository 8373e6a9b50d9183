using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Smederijen.Functions.Http;

/// <summary>Help for residents, and the page of those who guide them.</summary>
public sealed class GuidanceFunctions(FrontDoor door)
{
    [Function("ShowHelpForm")]
    public Task<IResult> ShowHelpForm(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "smederijen/{smederij}/hulp")] HttpRequest request) =>
        door.Serve("ShowHelpForm", request);

    [Function("AskForHelp")]
    public Task<IResult> AskForHelp(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "smederijen/{smederij}/hulp")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        door.Serve("AskForHelp", request, client);

    [Function("ShowHelpAsked")]
    public Task<IResult> ShowHelpAsked(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "smederijen/{smederij}/hulp/verstuurd")] HttpRequest request) =>
        door.Serve("ShowHelpAsked", request);

    [Function("ShowRegisseur")]
    public Task<IResult> ShowRegisseur(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "medewerkers/regisseur")] HttpRequest request) =>
        door.Serve("ShowRegisseur", request);

    [Function("ShowCallNote")]
    public Task<IResult> ShowCallNote(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "medewerkers/regisseur/hulp/{smederij}/{id}/notitie")] HttpRequest request) =>
        door.Serve("ShowCallNote", request);

    [Function("NoteCall")]
    public Task<IResult> NoteCall(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "medewerkers/regisseur/hulp/{smederij}/{id}/notitie")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        door.Serve("NoteCall", request, client);

    [Function("MarkCalled")]
    public Task<IResult> MarkCalled(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "medewerkers/regisseur/hulp/{smederij}/{id}/gebeld")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        door.Serve("MarkCalled", request, client);
}
