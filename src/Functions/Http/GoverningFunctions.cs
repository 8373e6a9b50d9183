using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Smederijen.Functions.Http;

/// <summary>The settings that the municipality keeps itself.</summary>
public sealed class GoverningFunctions(FrontDoor door)
{
    [Function("ShowGoverning")]
    public Task<IResult> ShowGoverning([HttpTrigger(Anonymous, "get", "head", Route = "beheer")] HttpRequest request) =>
        door.Serve(request);
    [Function("ShowSettings")]
    public Task<IResult> ShowSettings([HttpTrigger(Anonymous, "get", "head", Route = "beheer/instellingen/{document}")] HttpRequest request) =>
        door.Serve(request);
    [Function("ShowSettingsForm")]
    public Task<IResult> ShowSettingsForm([HttpTrigger(Anonymous, "get", "head", Route = "beheer/instellingen/{document}/wijzigen")] HttpRequest request) =>
        door.Serve(request);
    [Function("DraftSettings")]
    public Task<IResult> DraftSettings([HttpTrigger(Anonymous, "post", Route = "beheer/instellingen/{document}/wijzigen")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
    [Function("AgreeOnSettings")]
    public Task<IResult> AgreeOnSettings([HttpTrigger(Anonymous, "post", Route = "beheer/instellingen/{document}/vaststellen")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
    [Function("DropSettings")]
    public Task<IResult> DropSettings([HttpTrigger(Anonymous, "post", Route = "beheer/instellingen/{document}/weggooien")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
    [Function("TakeSettingsBack")]
    public Task<IResult> TakeSettingsBack([HttpTrigger(Anonymous, "post", Route = "beheer/instellingen/{document}/intrekken")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
    [Function("ShowSettingsVersion")]
    public Task<IResult> ShowSettingsVersion([HttpTrigger(Anonymous, "get", "head", Route = "beheer/instellingen/{document}/versies/{nummer}")] HttpRequest request) =>
        door.Serve(request);
    [Function("ShowNewSmederij")]
    public Task<IResult> ShowNewSmederij([HttpTrigger(Anonymous, "get", "head", Route = "beheer/nieuwe-smederij")] HttpRequest request) =>
        door.Serve(request);
    [Function("BeginSmederij")]
    public Task<IResult> BeginSmederij([HttpTrigger(Anonymous, "post", Route = "beheer/nieuwe-smederij")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
    [Function("ShowClosing")]
    public Task<IResult> ShowClosing([HttpTrigger(Anonymous, "get", "head", Route = "beheer/opheffen")] HttpRequest request) => door.Serve(request);
    [Function("DraftClosing")]
    public Task<IResult> DraftClosing([HttpTrigger(Anonymous, "post", Route = "beheer/opheffen")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
    [Function("ShowYear")]
    public Task<IResult> ShowYear([HttpTrigger(Anonymous, "get", "head", Route = "beheer/jaar")] HttpRequest request) => door.Serve(request);
    [Function("DraftYear")]
    public Task<IResult> DraftYear([HttpTrigger(Anonymous, "post", Route = "beheer/jaar")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
    [Function("AgreeOnYear")]
    public Task<IResult> AgreeOnYear([HttpTrigger(Anonymous, "post", Route = "beheer/jaar/vaststellen")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
    [Function("DropYear")]
    public Task<IResult> DropYear([HttpTrigger(Anonymous, "post", Route = "beheer/jaar/weggooien")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
    [Function("ShowPeople")]
    public Task<IResult> ShowPeople([HttpTrigger(Anonymous, "get", "head", Route = "beheer/mensen")] HttpRequest request) =>
        door.Serve(request);
    [Function("ShowPlace")]
    public Task<IResult> ShowPlace([HttpTrigger(Anonymous, "get", "head", Route = "beheer/mensen/{plek}")] HttpRequest request) =>
        door.Serve(request);
    [Function("ProposeHolder")]
    public Task<IResult> ProposeHolder([HttpTrigger(Anonymous, "post", Route = "beheer/mensen/{plek}")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
    [Function("AgreeOnHolder")]
    public Task<IResult> AgreeOnHolder([HttpTrigger(Anonymous, "post", Route = "beheer/mensen/{plek}/vaststellen")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
    [Function("DropHolder")]
    public Task<IResult> DropHolder([HttpTrigger(Anonymous, "post", Route = "beheer/mensen/{plek}/weggooien")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
    [Function("RemoveName")]
    public Task<IResult> RemoveName([HttpTrigger(Anonymous, "post", Route = "beheer/mensen/{plek}/naam-weghalen")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
    [Function("ShowSettingsFile")]
    public Task<IResult> ShowSettingsFile([HttpTrigger(Anonymous, "get", "head", Route = "beheer/bestand.json")] HttpRequest request) =>
        door.Serve(request);
    [Function("ShowSettingsSchema")]
    public Task<IResult> ShowSettingsSchema([HttpTrigger(Anonymous, "get", "head", Route = "beheer/schema.json")] HttpRequest request) =>
        door.Serve(request);
    [Function("ShowImport")]
    public Task<IResult> ShowImport([HttpTrigger(Anonymous, "get", "head", Route = "beheer/inlezen")] HttpRequest request) =>
        door.Serve(request);
    [Function("ImportSettings")]
    public Task<IResult> ImportSettings([HttpTrigger(Anonymous, "post", Route = "beheer/inlezen")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
    [Function("ShowAreas")]
    public Task<IResult> ShowAreas([HttpTrigger(Anonymous, "get", "head", Route = "beheer/gebieden")] HttpRequest request) =>
        door.Serve(request);
    [Function("ShowAreaFile")]
    public Task<IResult> ShowAreaFile([HttpTrigger(Anonymous, "get", "head", Route = "beheer/gebieden/gebieden.csv")] HttpRequest request) =>
        door.Serve(request);
    [Function("ImportAreas")]
    public Task<IResult> ImportAreas([HttpTrigger(Anonymous, "post", Route = "beheer/gebieden")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
    [Function("ShowDrafts")]
    public Task<IResult> ShowDrafts([HttpTrigger(Anonymous, "get", "head", Route = "beheer/voorstellen")] HttpRequest request) =>
        door.Serve(request);
    [Function("AgreeOnDrafts")]
    public Task<IResult> AgreeOnDrafts([HttpTrigger(Anonymous, "post", Route = "beheer/voorstellen")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
    [Function("ShowPast")]
    public Task<IResult> ShowPast([HttpTrigger(Anonymous, "get", "head", Route = "beheer/verleden")] HttpRequest request) => door.Serve(request);
    [Function("ShowPastTemplate")]
    public Task<IResult> ShowPastTemplate([HttpTrigger(Anonymous, "get", "head", Route = "beheer/verleden/sjabloon.csv")] HttpRequest request) =>
        door.Serve(request);
    [Function("ProposePast")]
    public Task<IResult> ProposePast([HttpTrigger(Anonymous, "post", Route = "beheer/verleden")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
    [Function("AgreeOnPast")]
    public Task<IResult> AgreeOnPast([HttpTrigger(Anonymous, "post", Route = "beheer/verleden/vaststellen")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
    [Function("DropPast")]
    public Task<IResult> DropPast([HttpTrigger(Anonymous, "post", Route = "beheer/verleden/weggooien")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
}
