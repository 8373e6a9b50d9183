using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Smederijen.Functions.Http;

/// <summary>Pages about the Smederijen and their ideas, for everyone.</summary>
public sealed class ReadingFunctions(FrontDoor door)
{
    [Function("ShowHome")]
    public Task<IResult> ShowHome(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Routes.Home)] HttpRequest request) =>
        door.Serve("ShowHome", request);

    [Function("ShowSmederij")]
    public Task<IResult> ShowSmederij(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "smederijen/{smederij}")] HttpRequest request) =>
        door.Serve("ShowSmederij", request);

    [Function("ShowIdea")]
    public Task<IResult> ShowIdea(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "smederijen/{smederij}/ideeen/{id:minlength(10)}")] HttpRequest request) =>
        door.Serve("ShowIdea", request);

    [Function("ShowAttachment")]
    public Task<IResult> ShowAttachment(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "smederijen/{smederij}/ideeen/{id}/bijlagen/{naam}")] HttpRequest request) =>
        door.Serve("ShowAttachment", request);

    [Function("ShowStyle")]
    public Task<IResult> ShowStyle(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "stijl/{bestand}")] HttpRequest request) =>
        door.Serve("ShowStyle", request);

    [Function("ShowPrivacy")]
    public Task<IResult> ShowPrivacy(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "privacy")] HttpRequest request) =>
        door.Serve("ShowPrivacy", request);

    [Function("ShowAccessibility")]
    public Task<IResult> ShowAccessibility(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "toegankelijkheid")] HttpRequest request) =>
        door.Serve("ShowAccessibility", request);

    [Function("ShowContact")]
    public Task<IResult> ShowContact(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "contact")] HttpRequest request) =>
        door.Serve("ShowContact", request);

    [Function("ShowRobots")]
    public Task<IResult> ShowRobots(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "robots.txt")] HttpRequest request) =>
        door.Serve("ShowRobots", request);

    [Function("ShowSecurityContact")]
    public Task<IResult> ShowSecurityContact(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = ".well-known/security.txt")] HttpRequest request) =>
        door.Serve("ShowSecurityContact", request);
}
