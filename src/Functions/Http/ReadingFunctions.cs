using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Smederijen.Functions.Http;

/// <summary>Pages about the Smederijen and their ideas, for everyone.</summary>
public sealed class ReadingFunctions(FrontDoor door)
{
    [Function("ShowHome")]
    public Task<IResult> ShowHome([HttpTrigger(Anonymous, "get", "head", Route = Routes.Home)] HttpRequest request) => door.Serve(request);
    [Function("ShowMySmederij")]
    public Task<IResult> ShowMySmederij([HttpTrigger(Anonymous, "get", "head", Route = "mijn-smederij")] HttpRequest request) => door.Serve(request);
    [Function("FindMySmederij")]
    public Task<IResult> FindMySmederij([HttpTrigger(Anonymous, "post", Route = "mijn-smederij")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
    [Function("ShowSmederij")]
    public Task<IResult> ShowSmederij([HttpTrigger(Anonymous, "get", "head", Route = "smederijen/{smederij}")] HttpRequest request) =>
        door.Serve(request);
    [Function("ShowIdea")]
    public Task<IResult> ShowIdea([HttpTrigger(Anonymous, "get", "head", Route = "smederijen/{smederij}/ideeen/{id:minlength(10)}")] HttpRequest request) =>
        door.Serve(request);
    [Function("ShowAttachment")]
    public Task<IResult> ShowAttachment([HttpTrigger(Anonymous, "get", "head", Route = "smederijen/{smederij}/ideeen/{id}/bijlagen/{naam}")] HttpRequest request) =>
        door.Serve(request);
    [Function("ShowStyle")]
    public Task<IResult> ShowStyle([HttpTrigger(Anonymous, "get", "head", Route = "stijl/{bestand}")] HttpRequest request) =>
        door.Serve(request);
    [Function("ShowHouseStyle")]
    public Task<IResult> ShowHouseStyle([HttpTrigger(Anonymous, "get", "head", Route = "huisstijl/{bestand}")] HttpRequest request) =>
        door.Serve(request);
    [Function("ShowPrivacy")]
    public Task<IResult> ShowPrivacy([HttpTrigger(Anonymous, "get", "head", Route = "privacy")] HttpRequest request) => door.Serve(request);
    [Function("ShowAccessibility")]
    public Task<IResult> ShowAccessibility([HttpTrigger(Anonymous, "get", "head", Route = "toegankelijkheid")] HttpRequest request) =>
        door.Serve(request);
    [Function("ShowContact")]
    public Task<IResult> ShowContact([HttpTrigger(Anonymous, "get", "head", Route = "contact")] HttpRequest request) => door.Serve(request);
    [Function("ShowRobots")]
    public Task<IResult> ShowRobots([HttpTrigger(Anonymous, "get", "head", Route = "robots.txt")] HttpRequest request) =>
        door.Serve(request);
    [Function("IsAlive")]
    public Task<IResult> IsAlive([HttpTrigger(Anonymous, "get", "head", Route = "gezond")] HttpRequest request) => door.Serve(request);
    [Function("IsReady")]
    public Task<IResult> IsReady([HttpTrigger(Anonymous, "get", "head", Route = "klaar")] HttpRequest request) => door.Serve(request);
    [Function("ShowSecurityContact")]
    public Task<IResult> ShowSecurityContact([HttpTrigger(Anonymous, "get", "head", Route = ".well-known/security.txt")] HttpRequest request) =>
        door.Serve(request);
}
