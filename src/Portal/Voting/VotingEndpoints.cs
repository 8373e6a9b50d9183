using Smederijen.Portal.Http;

namespace Smederijen.Portal.Voting;

public static class VotingEndpoints
{
    public static IReadOnlyList<Endpoint> All { get; } =
    [
        Endpoint.Get<VoteDesk>("ShowVote", "/smederijen/{smederij}/stemmen", (x, http) => x.Show(http)),
        Endpoint.Post<VoteDesk>("EnterVoteCode", "/smederijen/{smederij}/stemmen", (x, http) => x.Enter(http)),
        Endpoint.Get<VoteDesk>("OpenVoteLetter", "/stem/{smederij}/{code}", (x, http) => x.OpenLetter(http)),
        Endpoint.Get<VoteBooth>("ShowBallot", "/smederijen/{smederij}/stemmen/kiezen", (x, http) => x.Choose(http)),
        Endpoint.Post<VoteBooth>("ReviewBallot", "/smederijen/{smederij}/stemmen/kiezen", (x, http) => x.Review(http)),
        Endpoint.Post<VoteBooth>("CastBallot", "/smederijen/{smederij}/stemmen/uitbrengen", (x, http) => x.Cast(http)),
        Endpoint.Get<VoteBooth>("ShowVoteReceipt", "/smederijen/{smederij}/stemmen/bewijs", (x, http) => x.Receipt(http)),
    ];
}
