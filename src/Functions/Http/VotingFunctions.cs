using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Smederijen.Functions.Http;

/// <summary>The vote of a neighbourhood.</summary>
public sealed class VotingFunctions(FrontDoor door)
{
    [Function("ShowVote")]
    public Task<IResult> ShowVote(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "smederijen/{smederij}/stemmen")] HttpRequest request) =>
        door.Serve("ShowVote", request);

    [Function("EnterVoteCode")]
    public Task<IResult> EnterVoteCode(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "smederijen/{smederij}/stemmen")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        door.Serve("EnterVoteCode", request, client);

    [Function("OpenVoteLetter")]
    public Task<IResult> OpenVoteLetter(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "stem/{smederij}/{code}")] HttpRequest request) =>
        door.Serve("OpenVoteLetter", request);

    [Function("ShowBallot")]
    public Task<IResult> ShowBallot(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "smederijen/{smederij}/stemmen/kiezen")] HttpRequest request) =>
        door.Serve("ShowBallot", request);

    [Function("ReviewBallot")]
    public Task<IResult> ReviewBallot(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "smederijen/{smederij}/stemmen/kiezen")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        door.Serve("ReviewBallot", request, client);

    [Function("CastBallot")]
    public Task<IResult> CastBallot(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "smederijen/{smederij}/stemmen/uitbrengen")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        door.Serve("CastBallot", request, client);

    [Function("ShowVoteReceipt")]
    public Task<IResult> ShowVoteReceipt(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "smederijen/{smederij}/stemmen/bewijs")] HttpRequest request) =>
        door.Serve("ShowVoteReceipt", request);

    [Function("ShowResult")]
    public Task<IResult> ShowResult([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "smederijen/{smederij}/rondes/{periode}/uitslag")] HttpRequest request) =>
        door.Serve("ShowResult", request);

    [Function("DownloadBallots")]
    public Task<IResult> DownloadBallots([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "smederijen/{smederij}/rondes/{periode}/uitslag.pb")] HttpRequest request) =>
        door.Serve("DownloadBallots", request);

    [Function("DownloadTrackingNumbers")]
    public Task<IResult> DownloadTrackingNumbers([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "smederijen/{smederij}/rondes/{periode}/volgnummers.txt")] HttpRequest request) =>
        door.Serve("DownloadTrackingNumbers", request);

    [Function("DownloadManifest")]
    public Task<IResult> DownloadManifest([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "smederijen/{smederij}/rondes/{periode}/manifest.txt")] HttpRequest request) =>
        door.Serve("DownloadManifest", request);

    [Function("ShowStaffRound")]
    public Task<IResult> ShowStaffRound([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "medewerkers/rondes/{smederij}/{periode}")] HttpRequest request) =>
        door.Serve("ShowStaffRound", request);

    [Function("MakeVoteCodes")]
    public Task<IResult> MakeVoteCodes(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "medewerkers/rondes/{smederij}/{periode}/codes")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        door.Serve("MakeVoteCodes", request, client);

    [Function("ProposeIntervention")]
    public Task<IResult> ProposeIntervention(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "medewerkers/rondes/{smederij}/{periode}/voorstel")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        door.Serve("ProposeIntervention", request, client);

    [Function("AgreeIntervention")]
    public Task<IResult> AgreeIntervention(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "medewerkers/rondes/{smederij}/{periode}/akkoord")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        door.Serve("AgreeIntervention", request, client);

    [Function("DropIntervention")]
    public Task<IResult> DropIntervention(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "medewerkers/rondes/{smederij}/{periode}/vervallen")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        door.Serve("DropIntervention", request, client);

    [Function("EnterPaperBallots")]
    public Task<IResult> EnterPaperBallots(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "medewerkers/rondes/{smederij}/{periode}/papier")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        door.Serve("EnterPaperBallots", request, client);

    [Function("CheckPaperBallots")]
    public Task<IResult> CheckPaperBallots(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "medewerkers/rondes/{smederij}/{periode}/papier/{partij}")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        door.Serve("CheckPaperBallots", request, client);
}
