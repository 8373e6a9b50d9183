using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Smederijen.Functions.Http;

/// <summary>The vote of a neighbourhood.</summary>
public sealed class VotingFunctions(FrontDoor door)
{
    [Function("ShowVote")]
    public Task<IResult> ShowVote([HttpTrigger(Anonymous, "get", "head", Route = "smederijen/{smederij}/stemmen")] HttpRequest request) =>
        door.Serve(request);
    [Function("EnterVoteCode")]
    public Task<IResult> EnterVoteCode([HttpTrigger(Anonymous, "post", Route = "smederijen/{smederij}/stemmen")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
    [Function("OpenVoteLetter")]
    public Task<IResult> OpenVoteLetter([HttpTrigger(Anonymous, "get", "head", Route = "stem/{smederij}/{code}")] HttpRequest request) =>
        door.Serve(request);
    [Function("ShowReadyCode")]
    public Task<IResult> ShowReadyCode([HttpTrigger(Anonymous, "get", "head", Route = "smederijen/{smederij}/stemmen/{verwijzing}")] HttpRequest request) =>
        door.Serve(request);
    [Function("ShowBallot")]
    public Task<IResult> ShowBallot([HttpTrigger(Anonymous, "get", "head", Route = "smederijen/{smederij}/stemmen/{verwijzing}/kiezen")] HttpRequest request) =>
        door.Serve(request);
    [Function("ReconsiderBallot")]
    public Task<IResult> ReconsiderBallot([HttpTrigger(Anonymous, "post", Route = "smederijen/{smederij}/stemmen/{verwijzing}/kiezen")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
    [Function("ShowBallotReview")]
    public Task<IResult> ShowBallotReview([HttpTrigger(Anonymous, "get", "head", Route = "smederijen/{smederij}/stemmen/{verwijzing}/nakijken")] HttpRequest request) =>
        door.Serve(request);
    [Function("ReviewBallot")]
    public Task<IResult> ReviewBallot([HttpTrigger(Anonymous, "post", Route = "smederijen/{smederij}/stemmen/{verwijzing}/nakijken")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
    [Function("ShowVoteReceipt")]
    public Task<IResult> ShowVoteReceipt([HttpTrigger(Anonymous, "get", "head", Route = "smederijen/{smederij}/stemmen/{verwijzing}/bewijs")] HttpRequest request) =>
        door.Serve(request);
    [Function("CastBallot")]
    public Task<IResult> CastBallot([HttpTrigger(Anonymous, "post", Route = "smederijen/{smederij}/stemmen/{verwijzing}/bewijs")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
    [Function("ShowResult")]
    public Task<IResult> ShowResult([HttpTrigger(Anonymous, "get", "head", Route = "smederijen/{smederij}/rondes/{periode}/uitslag")] HttpRequest request) =>
        door.Serve(request);
    [Function("DownloadBallots")]
    public Task<IResult> DownloadBallots([HttpTrigger(Anonymous, "get", "head", Route = "smederijen/{smederij}/rondes/{periode}/uitslag.pb")] HttpRequest request) =>
        door.Serve(request);
    [Function("DownloadTrackingNumbers")]
    public Task<IResult> DownloadTrackingNumbers([HttpTrigger(Anonymous, "get", "head", Route = "smederijen/{smederij}/rondes/{periode}/volgnummers.txt")] HttpRequest request) =>
        door.Serve(request);
    [Function("DownloadManifest")]
    public Task<IResult> DownloadManifest([HttpTrigger(Anonymous, "get", "head", Route = "smederijen/{smederij}/rondes/{periode}/manifest.txt")] HttpRequest request) =>
        door.Serve(request);
    [Function("ShowStaffRound")]
    public Task<IResult> ShowStaffRound([HttpTrigger(Anonymous, "get", "head", Route = "medewerkers/rondes/{smederij}/{periode}")] HttpRequest request) =>
        door.Serve(request);
    [Function("MakeVoteCodes")]
    public Task<IResult> MakeVoteCodes([HttpTrigger(Anonymous, "post", Route = "medewerkers/rondes/{smederij}/{periode}/codes")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
    [Function("ProposeIntervention")]
    public Task<IResult> ProposeIntervention([HttpTrigger(Anonymous, "post", Route = "medewerkers/rondes/{smederij}/{periode}/voorstel")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
    [Function("AgreeIntervention")]
    public Task<IResult> AgreeIntervention([HttpTrigger(Anonymous, "post", Route = "medewerkers/rondes/{smederij}/{periode}/akkoord")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
    [Function("DropIntervention")]
    public Task<IResult> DropIntervention([HttpTrigger(Anonymous, "post", Route = "medewerkers/rondes/{smederij}/{periode}/vervallen")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
    [Function("TypeDrawValue")]
    public Task<IResult> TypeDrawValue([HttpTrigger(Anonymous, "post", Route = "medewerkers/rondes/{smederij}/{periode}/loting")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
    [Function("EnterPaperBallots")]
    public Task<IResult> EnterPaperBallots([HttpTrigger(Anonymous, "post", Route = "medewerkers/rondes/{smederij}/{periode}/papier")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
    [Function("CheckPaperBallots")]
    public Task<IResult> CheckPaperBallots([HttpTrigger(Anonymous, "post", Route = "medewerkers/rondes/{smederij}/{periode}/papier/{partij}")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
    [Function("ShowTextOfRound")]
    public Task<IResult> ShowTextOfRound([HttpTrigger(Anonymous, "get", "head", Route = "medewerkers/rondes/{smederij}/{periode}/teksten/{stap}")] HttpRequest request) =>
        door.Serve(request);
    [Function("VeilTextOfRound")]
    public Task<IResult> VeilTextOfRound([HttpTrigger(Anonymous, "post", Route = "medewerkers/rondes/{smederij}/{periode}/teksten/{stap}")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
}
