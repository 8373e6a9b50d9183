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
        Endpoint.Get<RoundResults>("ShowResult", "/smederijen/{smederij}/rondes/{periode}/uitslag", (x, http) => x.Show(http)),
        Endpoint.Get<RoundResults>("DownloadBallots", "/smederijen/{smederij}/rondes/{periode}/uitslag.pb", (x, http) => x.Ballots(http)),
        Endpoint.Get<RoundResults>("DownloadTrackingNumbers", "/smederijen/{smederij}/rondes/{periode}/volgnummers.txt", (x, http) => x.TrackingNumbers(http)),
        Endpoint.Get<RoundResults>("DownloadManifest", "/smederijen/{smederij}/rondes/{periode}/manifest.txt", (x, http) => x.ShowManifest(http)),
        Endpoint.Get<RoundDesk>("ShowStaffRound", "/medewerkers/rondes/{smederij}/{periode}", (x, http) => x.Show(http), Access.Staff),
        Endpoint.Post<RoundDesk>("MakeVoteCodes", "/medewerkers/rondes/{smederij}/{periode}/codes", (x, http) => x.MakeCodes(http), Access.Staff),
        Endpoint.Post<RoundDesk>("ProposeIntervention", "/medewerkers/rondes/{smederij}/{periode}/voorstel", (x, http) => x.Propose(http), Access.Staff),
        Endpoint.Post<RoundDesk>("AgreeIntervention", "/medewerkers/rondes/{smederij}/{periode}/akkoord", (x, http) => x.Agree(http), Access.Staff),
        Endpoint.Post<RoundDesk>("DropIntervention", "/medewerkers/rondes/{smederij}/{periode}/vervallen", (x, http) => x.Drop(http), Access.Staff),
        Endpoint.Post<RoundDesk>("EnterPaperBallots", "/medewerkers/rondes/{smederij}/{periode}/papier", (x, http) => x.EnterPaper(http), Access.Staff),
        Endpoint.Post<RoundDesk>("CheckPaperBallots", "/medewerkers/rondes/{smederij}/{periode}/papier/{partij}", (x, http) => x.CheckPaper(http), Access.Staff),
    ];
}
