using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Smederijen.Functions.Http;

/// <summary>Help for residents, and the page of those who guide them.</summary>
public sealed class GuidanceFunctions(FrontDoor door)
{
    [Function("ShowHelpForm")]
    public Task<IResult> ShowHelpForm([HttpTrigger(Anonymous, "get", "head", Route = "smederijen/{smederij}/hulp")] HttpRequest request) =>
        door.Serve(request);
    [Function("AskForHelp")]
    public Task<IResult> AskForHelp([HttpTrigger(Anonymous, "post", Route = "smederijen/{smederij}/hulp")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
    [Function("ShowHelpAsked")]
    public Task<IResult> ShowHelpAsked([HttpTrigger(Anonymous, "get", "head", Route = "smederijen/{smederij}/hulp/verstuurd")] HttpRequest request) =>
        door.Serve(request);
    [Function("ShowRegisseur")]
    public Task<IResult> ShowRegisseur([HttpTrigger(Anonymous, "get", "head", Route = "medewerkers/regisseur")] HttpRequest request) =>
        door.Serve(request);
    [Function("ShowCallNote")]
    public Task<IResult> ShowCallNote([HttpTrigger(Anonymous, "get", "head", Route = "medewerkers/regisseur/hulp/{smederij}/{id}/notitie")] HttpRequest request) =>
        door.Serve(request);
    [Function("NoteCall")]
    public Task<IResult> NoteCall([HttpTrigger(Anonymous, "post", Route = "medewerkers/regisseur/hulp/{smederij}/{id}/notitie")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
    [Function("ShowCalled")]
    public Task<IResult> ShowCalled([HttpTrigger(Anonymous, "get", "head", Route = "medewerkers/regisseur/hulp/{smederij}/{id}/gebeld")] HttpRequest request) =>
        door.Serve(request);
    [Function("MarkCalled")]
    public Task<IResult> MarkCalled([HttpTrigger(Anonymous, "post", Route = "medewerkers/regisseur/hulp/{smederij}/{id}/gebeld")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
}
