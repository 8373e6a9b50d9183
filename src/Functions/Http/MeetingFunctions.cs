using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Smederijen.Functions.Http;

/// <summary>Decisions of a meeting of the wijkteam, entered by one of the staff and agreed on by another.</summary>
public sealed class MeetingFunctions(FrontDoor door)
{
    [Function("ShowMeetings")]
    public Task<IResult> ShowMeetings([HttpTrigger(Anonymous, "get", "head", Route = "medewerkers/overleg/{smederij}")] HttpRequest request) =>
        door.Serve(request);
    [Function("EnterMeeting")]
    public Task<IResult> EnterMeeting([HttpTrigger(Anonymous, "post", Route = "medewerkers/overleg/{smederij}")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
    [Function("ShowMeeting")]
    public Task<IResult> ShowMeeting([HttpTrigger(Anonymous, "get", "head", Route = "medewerkers/overleg/{smederij}/{overleg}")] HttpRequest request) =>
        door.Serve(request);
    [Function("AgreeOnMeeting")]
    public Task<IResult> AgreeOnMeeting([HttpTrigger(Anonymous, "post", Route = "medewerkers/overleg/{smederij}/{overleg}/akkoord")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
    [Function("TurnDownMeeting")]
    public Task<IResult> TurnDownMeeting([HttpTrigger(Anonymous, "post", Route = "medewerkers/overleg/{smederij}/{overleg}/weigeren")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
    [Function("DropMeeting")]
    public Task<IResult> DropMeeting([HttpTrigger(Anonymous, "post", Route = "medewerkers/overleg/{smederij}/{overleg}/weggooien")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
}
