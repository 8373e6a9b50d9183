using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Smederijen.Functions.Http;

/// <summary>Voting, the result, and the desk of staff for a round.</summary>
public sealed class VotingFunctions(FrontDoor door)
{
    [Function("ShowVote")]
    public Task<IResult> ShowVote([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "smederijen/{smederij}/stemmen")] HttpRequest request) =>
        door.Serve("ShowVote", request);

    [Function("EnterVoteCode")]
    public Task<IResult> EnterVoteCode(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "smederijen/{smederij}/stemmen")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        door.Serve("EnterVoteCode", request, client);

    [Function("OpenVoteLetter")]
    public Task<IResult> OpenVoteLetter([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "stem/{smederij}/{code}")] HttpRequest request) =>
        door.Serve("OpenVoteLetter", request);

    [Function("ShowBallot")]
    public Task<IResult> ShowBallot([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "smederijen/{smederij}/stemmen/kiezen")] HttpRequest request) =>
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
    public Task<IResult> ShowVoteReceipt([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "smederijen/{smederij}/stemmen/bewijs")] HttpRequest request) =>
        door.Serve("ShowVoteReceipt", request);
}
